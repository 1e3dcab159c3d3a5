// Rule plan/impossible-dimension: heights, thicknesses and other dimensions that are impossible.
import { example } from '../example.js';
import { faultRule } from './fault.js';

/**
 * The rule plan/impossible-dimension, which reports a fault found while the plan is read: heights, thicknesses and
 * other dimensions that are impossible.
 */
export const rule = faultRule(
  'plan/impossible-dimension',
  {
    zh: `层高、厚度、高度等尺寸须可能成立。`,
    en: `Heights, thicknesses and other dimensions must be possible.`,
  },
  example(
    ['fail d1/head'],
    `
    ceiling: 3
    zones:
      - {id: lobby, kind: lobby, rect: [0, 0, 8, 6]}
    openings:
      - {id: d1, kind: window, line: [[1, 0], [2, 0]], sill: 2, head: 1}
`,
  ),
);
