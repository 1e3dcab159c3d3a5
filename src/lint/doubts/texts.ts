// Texts on verdicts that doubtful elements of the plan bear on.
import { catalogue } from '../../i18n/catalogue.js';

/** Texts that the engine adds to a verdict, or gives in place of a rule's, for doubtful elements. */
export const doubtText = catalogue('doubt', {
  decided: {
    zh: '图中{ids}有误（{fault}），按有、无两种情形判定结果相同。',
    en: 'The drawing is faulty at {ids} ({fault}), but with and without what stands there the result is the same.',
  },
  open: {
    zh: '{ids}按有墙为“{hiding}”、按无墙为“{passing}”，更正后再判。',
    en: "With a wall at {ids}: '{hiding}'; without: '{passing}'. It can't be told until that is corrected.",
  },
  correct: {
    zh: '更正{ids}（{fault}），再行审查。',
    en: 'Correct {ids} ({fault}), then lint again.',
  },
});

/** Names of outcomes in those texts. */
export const outcomeText = catalogue('doubt-outcomes', {
  fail: { zh: '不符合', en: 'fail' },
  open: { zh: '待补充', en: 'open' },
  review: { zh: '须审查判定', en: 'review' },
  pass: { zh: '未发现不符合', en: 'nothing found' },
  notApplicable: { zh: '不适用', en: 'not applicable' },
});

/** Id of the text on a verdict that both variants give. */
export const DECIDED = 'doubt/decided';
