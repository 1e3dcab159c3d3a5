// Rule plan/overlapping-zones: enclosed zones that overlap in part.
import { example } from '../example.js';
import { faultRule } from './fault.js';

/**
 * The rule plan/overlapping-zones, which reports a fault found while the plan is read: enclosed zones that overlap in
 * part.
 */
export const rule = faultRule(
  'plan/overlapping-zones',
  {
    zh: `封闭区域可以完全嵌套，但不得部分重叠（允许0.05米）：重叠处属于哪一区域不能确定。重叠不宽于0.5米、不超过较小者一半的（本工具参数），结论按重叠处的图线有墙、无墙各判一次，位于重叠处的设备按在两个区域内各判一次：相同的照判，不同的待补充；重叠更大的，所在楼层的结论待补充。`,
    en: `Enclosed zones may nest wholly but not overlap partly (0.05 m is allowed): which of them the overlap belongs to is undefined. If it is at most 0.5 m wide and half of the smaller zone (parameters of this tool), verdicts are worked out with walls along the lines in the overlap and without, and with a device there in either zone: if both are the same it is decided, else it is open. A larger overlap leaves the verdicts of the level open.`,
  },
  example(
    ['fail lobby/office'],
    `
    ceiling: 3
    zones:
      - {id: office, kind: office, rect: [0, 0, 8, 6]}
      - {id: lobby, kind: lobby, rect: [6, 0, 8, 6]}
`,
  ),
);
