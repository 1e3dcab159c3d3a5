// Rule plan/unknown-role: roles, of zones or stated to be absent, that the law pack doesn't have.
import { example } from '../example.js';
import { faultRule } from './fault.js';

/**
 * The rule plan/unknown-role, which reports a fault found while the plan is read: roles that the law pack doesn't have,
 * given to a zone or stated to be absent from the site.
 */
export const rule = faultRule(
  'plan/unknown-role',
  {
    zh: `“无此部位”说明和区域的部位（roles）须用部位表中的名称，否则不起作用。`,
    en: `A statement that something is absent, and the roles of a zone, use names of the vocabulary; others have no effect.`,
  },
  example(
    ['fail absent/vualt'],
    `
sitecam: 1
site: {name: 示例, categories: [hotel], region: "150102", absent: [{role: vualt, reason: 无此部位, by: 设计单位}]}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: lobby, kind: lobby, rect: [0, 0, 8, 6]}
`,
  ),
);
