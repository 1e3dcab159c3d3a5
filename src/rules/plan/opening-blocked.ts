// Rule plan/opening-blocked: openings that don't cut through the whole wall, drawn as two faces.
import { example } from '../example.js';
import { faultRule } from './fault.js';

/**
 * The rule plan/opening-blocked, which reports a fault found while the plan is read: where one wall is drawn as two
 * lines, its two faces, openings that cut through one of the lines only.
 */
export const rule = faultRule(
  'plan/opening-blocked',
  {
    zh: `房间按内墙线绘制时，一道墙有两条线。门窗洞口只按其所在墙的厚度（未写明的按5厘米）开通；厚度不足的，另一条线没有开通，视线止于该处。结论按另一条线在此开通、不开通两种情形各判一次：相同的照判，不同的待补充。

**怎么改**：在该洞口写明 \`thickness\`（米）。`,
    en: `Rooms drawn by their inner faces give one wall two lines. An opening cuts as far as its wall is thick (5 cm where that isn't said); where that doesn't reach the second line, sight ends there. Verdicts are worked out with the second line cut and uncut: if both are the same it is decided, else it is open.

**What to do**: state \`thickness\` (m) on the opening.`,
  },
  example(
    ['fail d1/wc'],
    `
    ceiling: 3
    zones:
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 0, 8, 2]}
      - {id: wc, kind: restroom, name: 卫生间, rect: [0, 2.2, 4, 3]}
    openings:
      - {id: d1, kind: door, line: [[1, 2], [1.9, 2]]}
`,
  ),
);
