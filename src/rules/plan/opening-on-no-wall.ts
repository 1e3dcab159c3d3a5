// Rule plan/opening-on-no-wall: openings that lie on no wall.
import { example } from '../example.js';
import { faultRule } from './fault.js';

/**
 * The rule plan/opening-on-no-wall, which reports a fault found while the plan is read: openings that lie on no wall.
 */
export const rule = faultRule(
  'plan/opening-on-no-wall',
  {
    zh: `门窗洞口应当位于墙上：不在任何墙上的，不能开通任何墙，所在楼层的视线不能确定。请核对坐标。`,
    en: `An opening lies on a wall; one that lies on none opens nothing, and what is seen on its level is uncertain. Check its coordinates.`,
  },
  example(
    ['fail d1'],
    `
    ceiling: 3
    zones:
      - {id: lobby, kind: lobby, rect: [0, 0, 8, 6]}
    openings:
      - {id: d1, kind: door, line: [[3, 2], [4, 2]]}
`,
  ),
);
