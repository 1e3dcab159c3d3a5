import { expect, test } from 'vitest';
import { loadPack } from '../../src/law/load.js';
import { countsForExit, exitCode, FAIL_ON } from '../../src/lint/exit.js';
import { lintPlan } from '../../src/lint/lint.js';

const PLAN = `
sitecam: 1
site: {name: 示例, categories: [key-unit], designation: {document: 文, by: 府, date: "2026-01-05"}, absent: [{role: any, reason: 无, by: 院}]}
levels: [{id: F1, ceiling: 3, zones: [{id: z, kind: store, rect: [0, 0, 4, 4]}]}]
`;

test('papers that no drawing shows are no verdicts: they stand in the checklist and count for no exit code', () => {
  const read = () => new TextEncoder().encode(PLAN);
  const result = lintPlan('plan.yaml', read, { pack: loadPack('nm-2017'), today: '2026-06-30' });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  const papers = new Set(['coverage/standard', 'project/stated', 'project/requirement']);
  const listed = result.checklist.map(({ rule, clause }) => `${rule} ${clause}`);
  expect(listed).toEqual(expect.arrayContaining(['coverage/standard nm-2017/13.1', 'project/stated nm-2017/18.1']));
  expect(result.verdicts.filter(({ rule }) => papers.has(rule))).toEqual([]);
  for (const failOn of FAIL_ON) expect(exitCode([{ ...result, verdicts: [] }], failOn)).toBe(0);
});

test('a warning counts where it is asked for', () => {
  expect(countsForExit({ outcome: 'open', level: 'error' }, 'error')).toBe(true);
  expect(countsForExit({ outcome: 'fail', level: 'warning' }, 'warning')).toBe(true);
});
