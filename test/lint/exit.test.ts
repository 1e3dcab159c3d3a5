import { expect, test } from 'vitest';
import { loadPack } from '../../src/law/load.js';
import { countsForExit, exitCode, FAIL_ON } from '../../src/lint/exit.js';
import { lintPlan } from '../../src/lint/lint.js';

const PLAN = `
sitecam: 1
site: {name: 示例, categories: [key-unit], designation: {document: 文, by: 府, date: "2026-01-05"}, absent: [{role: any, reason: 无, by: 院}]}
levels: [{id: F1, ceiling: 3, zones: [{id: z, kind: store, rect: [0, 0, 4, 4]}]}]
`;

test('what no drawing settles counts for no exit code, and is no pass', () => {
  const read = () => new TextEncoder().encode(PLAN);
  const result = lintPlan('plan.yaml', read, { pack: loadPack('nm-2017'), today: '2026-06-30' });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  const of = (rule: string) => result.verdicts.filter((verdict) => verdict.rule === rule);
  expect(of('coverage/standard').map(({ outcome }) => outcome)).toEqual(['open']);
  expect(of('project/stated').map(({ outcome }) => outcome)).toEqual(['review']);
  expect(of('project/requirement')).toEqual([]);
  const alone = { ...result, verdicts: [...of('coverage/standard'), ...of('project/stated')] };
  for (const failOn of FAIL_ON) expect(exitCode([alone], failOn)).toBe(0);
});

test('a configuration that makes an error of it is heeded', () => {
  expect(countsForExit({ rule: 'coverage/standard', outcome: 'open', level: 'error' }, 'error')).toBe(true);
  expect(countsForExit({ rule: 'coverage/criterion', outcome: 'fail', level: 'warning' }, 'warning')).toBe(true);
});
