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
    zh: `轮廓线自相交或者自相接的区域，其内外不能确定，所在楼层的结论待补充。请按顺序重新标注各顶点。`,
    en: `The inside of a zone whose outline crosses or touches itself is undefined, so the verdicts of its level are open. List its corners in order.`,
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
