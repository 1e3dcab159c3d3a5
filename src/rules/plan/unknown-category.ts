// Rule plan/unknown-category: categories that the law pack doesn't have.
import { example } from '../example.js';
import { faultRule } from './fault.js';

/**
 * The rule plan/unknown-category, which reports a fault found while the plan is read: categories that the law pack
 * doesn't have.
 */
export const rule = faultRule(
  'plan/unknown-category',
  {
    zh: `场所类别决定适用设防条款的哪一项。类别不明的，全部结论待补充。`,
    en: `The category of the site decides which clause on protection applies; with an unknown one every verdict is open.`,
  },
  example(
    ['fail hotle'],
    `
sitecam: 1
site: {name: 示例, categories: [hotle], region: "150102"}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: lobby, kind: lobby, rect: [0, 0, 8, 6]}
`,
  ),
);
