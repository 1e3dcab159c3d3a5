// Rule plan/opening-on-no-wall: openings that lie on no wall.
import { example } from '../example.js';
import { faultRule } from './fault.js';

/**
 * The rule plan/opening-on-no-wall, which reports a fault found while the plan is read: openings that lie on no wall.
 */
export const rule = faultRule(
  'plan/opening-on-no-wall',
  {
    zh: `门窗洞口应当位于墙上：不在任何墙上的，不能开通任何墙。1米内（本工具参数）有墙的，结论按这些墙在此开通、不开通两种情形各判一次：相同的照判，不同的待补充，并写明该洞口。1米内没有墙的不予采用，其1米内区域的结论待补充。请核对坐标。`,
    en: `An opening lies on a wall; one that lies on none opens nothing. Where a wall stands within 1 m (a parameter of this tool), verdicts are worked out with the opening in every such wall and without it: if both are the same it is decided, else it is open and names the opening. An opening with no wall within 1 m is left out, and verdicts about the zones within 1 m of it are open. Check its coordinates.`,
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
