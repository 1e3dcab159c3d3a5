// Rule plan/unknown-kind: zone kinds that the law pack doesn't have.
import { example } from '../example.js';
import { faultRule } from './fault.js';

/**
 * The rule plan/unknown-kind, which reports a fault found while the plan is read: zone kinds that the law pack doesn't
 * have.
 */
export const rule = faultRule(
  'plan/unknown-kind',
  {
    zh: `类型决定设防条款、禁止采集条款对区域的要求、门窗洞口是否透视、设备是否具有采集功能。类型不明的不能判定；写明了类型又写 \`kindUnknown\`（来源的用途未能认定）的，两者矛盾。`,
    en: `The kind decides what the law asks of a zone, what is seen through an opening and what a device can capture. What is of an unknown kind can not be judged; a kind beside \`kindUnknown\` (its use couldn't be told) contradicts itself.`,
  },
  example(
    ['fail lobby'],
    `
    ceiling: 3
    zones:
      - {id: lobby, kind: loby, rect: [0, 0, 8, 6]}
`,
  ),
);
