// Rule plan/self-crossing-ring: polygons whose outline crosses itself.
import { example } from '../example.js';
import { faultRule } from './fault.js';

/**
 * The rule plan/self-crossing-ring, which reports a fault found while the plan is read: polygons whose outline crosses
 * itself.
 */
export const rule = faultRule(
  'plan/self-crossing-ring',
  {
    zh: `轮廓线自相交或者自相接的区域，其内外不能确定。结论按其墙存在、不存在，范围按图示、按顶点顺序理顺各判一次：相同的照判，不同的待补充。涉及个人隐私（或者用途不明）的区域过半不能确定的，所在楼层的结论待补充。请按顺序重新标注各顶点。`,
    en: `The inside of a zone whose outline crosses or touches itself is undefined. Verdicts are worked out with its walls and without, and with its extent as drawn and as if its corners were in order: if both are the same it is decided, else it is open. If more than half of a private zone (or one of unstated use) is in doubt, the verdicts of its level are open. List its corners in order.`,
  },
  example(
    ['fail lobby'],
    `
    ceiling: 3
    zones:
      - {id: lobby, kind: lobby, polygon: [[0, 0], [8, 6], [8, 0], [0, 6]]}
`,
  ),
);
