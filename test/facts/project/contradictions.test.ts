// Facts of a project that it can only have once it has reached a phase.
import { describe, expect, test } from 'vitest';
import { contradictions } from '../../../src/facts/project/contradictions.js';
import { siteFrom } from '../../rules/coverage/support.js';

const PHASES = ['design', 'construction', 'inspection', 'acceptance', 'in-use'];

/** What contradicts what in a project with these facts. */
function found(facts: string): string[] {
  const site = siteFrom(`sitecam: 1
site: {name: 示例, categories: [hotel]}
levels: [{id: F1}]
project: {${facts}}
`);
  if (site.project === undefined) return expect.fail('no project');
  return contradictions(site.project, site, '2026-06-30').map(
    ({ kind, facts: [one, other] }) => `${kind} ${one?.path} ${other?.path}`,
  );
}

describe('stated before its phase', () => {
  test.each([
    ['inspection.date', 'inspection', 'inspection: {date: "2026-01-02"}'],
    ['inspection.report', 'inspection', 'inspection: {report: 检〔2026〕11号}'],
    ['inspection.result', 'inspection', 'inspection: {result: passed}'],
    ['acceptance.date', 'acceptance', 'acceptance: {date: "2026-01-02"}'],
    ['acceptance.document', 'acceptance', 'acceptance: {document: 验收意见}'],
    ['acceptance.with', 'acceptance', 'acceptance: {with: [police]}'],
    ['acceptance.result', 'acceptance', 'acceptance: {result: passed}'],
    ['inUseSince', 'in-use', 'inUseSince: "2026-01-02"'],
    ['filing.date', 'in-use', 'filing: {date: "2026-01-02"}'],
    ['training.operation', 'construction', 'training: {operation: 培训记录}'],
  ])('%s contradicts any phase before %s', (path, from, fact) => {
    for (const [n, phase] of PHASES.entries()) {
      const early = n < PHASES.indexOf(from);
      expect(found(`phase: ${phase}, works: new, ${fact}`), phase).toEqual(early ? [`phase phase ${path}`] : []);
    }
  });

  test('none of them says anything, and works on what is there may mean what was there', () => {
    expect(found('phase: design, acceptance: {result: none}')).toEqual([]);
    expect(found('phase: design, works: altered, inspection: {result: passed}')).toEqual([
      'earlier phase inspection.result',
    ]);
    expect(found('phase: design, works: extended, filing: {date: "2026-01-02"}')).toEqual([]);
  });
});

test('days stand in their order, on the calendar, and not ahead', () => {
  const days = (inspection: string, acceptance: string) =>
    found(`phase: in-use, inspection: {date: "${inspection}"}, acceptance: {date: "${acceptance}"}`);
  expect(days('2026-01-02', '2026-01-02')).toEqual([]);
  expect(days('2026-01-03', '2026-01-02')).toEqual(['order inspection.date acceptance.date']);
  expect(days('2026-02-30', '2026-01-02')).toEqual(['malformed inspection.date undefined']);
  expect(days('2026-01-02', '2026-07-01')).toEqual(['future acceptance.date undefined']);
});
