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
    zh: `封闭区域可以完全嵌套，但不得部分重叠（允许0.05米）：重叠处属于哪一区域不能确定。`,
    en: `Enclosed zones may nest wholly but not overlap partly (0.05 m is allowed): which of them the overlap belongs to is undefined.`,
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
