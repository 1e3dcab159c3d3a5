// Rule plan/unknown-reference: references to openings, levels or other ids that the plan doesn't have.
import { example } from '../example.js';
import { faultRule } from './fault.js';

/**
 * The rule plan/unknown-reference, which reports a fault found while the plan is read: references to openings, levels
 * or other ids that the plan doesn't have.
 */
export const rule = faultRule(
  'plan/unknown-reference',
  {
    zh: `读卡器、门磁所指的门窗洞口、区域所跨的楼层和 overrides 所指的编号须在图中存在。所指不存在的，有关结论待补充。`,
    en: `The opening a reader or contact guards, the levels a zone spans and the ids in overrides must exist in the plan; otherwise the verdicts that depend on them are open.`,
  },
  example(
    ['fail R1/opening'],
    `
    ceiling: 3
    zones:
      - {id: lobby, kind: lobby, rect: [0, 0, 8, 6]}
    openings:
      - {id: d1, kind: door, line: [[1, 0], [2, 0]]}
    devices:
      - {id: R1, kind: access-reader, at: [2.2, 0.1], opening: d2}
`,
  ),
);
