// Names of outcomes, device properties and origins in both languages.
import { catalogue } from '../../i18n/catalogue.js';

/** Names of the five outcomes. */
export const OUTCOMES = catalogue('outcomes', {
  fail: { zh: '不符合', en: 'does not comply' },
  open: { zh: '待补充（无法判定）', en: 'open (the plan does not say enough)' },
  review: { zh: '须审查判定', en: 'for review' },
  pass: { zh: '未发现不符合', en: 'nothing found' },
  notApplicable: { zh: '不适用', en: 'not applicable' },
});

/** Names of the outcomes and of the other groups of verdicts, short enough for a table or a tag. */
export const SHORT_OUTCOMES = catalogue('short-outcomes', {
  fail: { zh: '不符合', en: 'fail' },
  open: { zh: '待补充', en: 'open' },
  review: { zh: '须审查判定', en: 'review' },
  pass: { zh: '未发现不符合', en: 'pass' },
  notApplicable: { zh: '不适用', en: 'not applicable' },
  drawing: { zh: '图纸差错', en: 'drawing' },
  warning: { zh: '提示', en: 'warning' },
  undecided: { zh: '未判定', en: 'undecided' },
  waived: { zh: '例外说明', en: 'waived' },
});

/** Texts in place of verdicts: unreadable plan, unusable terms, failure of sitecam's own. */
export const NO_VERDICTS = catalogue('no-verdicts', {
  unreadable: { zh: '图纸无法读取，未作任何判定', en: "The plan can't be read; no verdicts" },
  terms: {
    zh: '不具备审查条件（配置、法规数据包、地区等），未作任何判定',
    en: 'Not judged for a fault of configuration, law pack or region; no verdicts',
  },
  fault: { zh: '本工具出现故障，未作任何判定', en: 'A fault of sitecam; no verdicts' },
});

/** Name of a sign, the element of a plan that is no device. */
export const { sign: SIGN } = catalogue('term', { sign: { zh: '提示标识', en: 'Sign' } });

/** Names of the origins of assumptions. */
export const ORIGINS = catalogue('origins', {
  ours: { zh: '本工具设定（非法定）', en: 'sitecam (not the law)' },
  author: { zh: '编制人声明', en: "the plan's author" },
  law: { zh: '法规', en: 'the law' },
  run: { zh: '本次审查', en: 'this run' },
});
