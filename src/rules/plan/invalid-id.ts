// Rule plan/invalid-id: ids that are empty or hold characters that no id may have.
import { example } from '../example.js';
import { faultRule } from './fault.js';

/**
 * The rule plan/invalid-id, which reports a fault found while the plan is read: ids that are empty or hold characters
 * that no id may have.
 */
export const rule = faultRule(
  'plan/invalid-id',
  {
    zh: `编号不得为空，不得含有“>”“/”、空白或者不可见字符，并须为Unicode规范组合形式：编号用于“设备>区域”形式的审查对象名称。`,
    en: `An id may not be empty or contain '>', '/', white space or invisible characters, and is in Unicode normal form C: ids make up the names of subjects such as 'device>zone'.`,
  },
  example(
    ['fail lobby/1'],
    `
    ceiling: 3
    zones:
      - {id: "lobby/1", kind: lobby, rect: [0, 0, 8, 6]}
`,
  ),
);
