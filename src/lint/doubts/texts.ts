// Texts on verdicts that doubtful elements of the plan bear on.
import { catalogue } from '../../i18n/catalogue.js';

/** Texts that the engine adds to a verdict, or gives in place of a rule's, for doubtful elements. */
export const doubtText = catalogue('doubt', {
  decided: {
    zh: '图中{ids}有误（{fault}），按有、无两种情形判定结果相同。',
    en: 'The drawing is faulty at {ids} ({fault}), but with and without what stands there the result is the same.',
  },
  neither: {
    zh: '图中{ids}有误（{fault}），按有、无两种情形均未发现不符合。',
    en: 'The drawing is faulty at {ids} ({fault}), but nothing is found with or without what stands there.',
  },
  open: {
    zh: '{ids}按有墙为“{hiding}”、按无墙为“{passing}”，更正后再判。',
    en: "With a wall at {ids}: '{hiding}'; without: '{passing}'. It can't be told until that is corrected.",
  },
  turning: {
    zh: '仅依{clauses}的结论因{ids}而异：按有墙为“{hiding}”、按无墙为“{passing}”，更正后再判。',
    en: "Only by {clauses} does it turn on {ids}: with a wall '{hiding}', without '{passing}'. By these it can't be told until that is corrected.",
  },
  notTurning: {
    zh: '以上仅指依{clauses}的结论；依{others}的结论不因此而异，为“{outcome}”。',
    en: "That is by {clauses} alone; by {others} it doesn't turn on this: '{outcome}'.",
  },
  by: {
    zh: '{outcome}（{clauses}）',
    en: '{outcome} ({clauses})',
  },
  correct: {
    zh: '更正{ids}（{fault}），再行审查。',
    en: 'Correct {ids} ({fault}), then lint again.',
  },
});

/**
 * Texts like {@link doubtText} for gaps in which no door is drawn: these aren't faults, the plan only doesn't say
 * whether there is a door.
 */
export const gapText = catalogue('doubt-gap', {
  decided: {
    zh: '{ids}处图中未画门，按门、按敞口两种情形判定结果相同。',
    en: 'No door is drawn at {ids}; with a door and as a passage the result is the same.',
  },
  neither: {
    zh: '{ids}处图中未画门，按门、按敞口两种情形均未发现不符合。',
    en: 'No door is drawn at {ids}; nothing is found with a door or as a passage.',
  },
  open: {
    zh: '{ids}处按门为“{hiding}”、按敞口为“{passing}”；图中此处未画门，请确认是门还是敞口。',
    en: "With a door at {ids}: '{hiding}'; as a passage: '{passing}'. No door is drawn there; say which it is.",
  },
  turning: {
    zh: '仅依{clauses}的结论因{ids}而异：按门为“{hiding}”、按敞口为“{passing}”；图中此处未画门，请确认是门还是敞口。',
    en: "Only by {clauses} does it turn on {ids}: with a door '{hiding}', as a passage '{passing}'. No door is drawn there; say which it is.",
  },
  correct: {
    zh: '确认{ids}是门还是敞口，再行审查。',
    en: 'Say whether {ids} is a door or a passage, then lint again.',
  },
});

/** Texts like {@link doubtText} for devices that are left out since another element has their id. */
export const deviceText = catalogue('doubt-device', {
  open: {
    zh: '{ids}因编号重复未予审查：不计入为“{hiding}”、计入为“{passing}”，更正后再判。',
    en: "Not judged, since an id is used twice: {ids}. Left out: '{hiding}'; counted: '{passing}'. It can't be told until that is corrected.",
  },
  turning: {
    zh: '仅依{clauses}的结论因编号重复而未予审查的{ids}而异：不计入为“{hiding}”、计入为“{passing}”，更正后再判。',
    en: "Only by {clauses} does it turn on {ids}, not judged since an id is used twice: left out '{hiding}', counted '{passing}'. By these it can't be told until that is corrected.",
  },
});

/** Names of outcomes in {@link doubtText}, {@link gapText} and {@link deviceText}. */
export const outcomeText = catalogue('doubt-outcomes', {
  fail: { zh: '不符合', en: 'fail' },
  open: { zh: '待补充', en: 'open' },
  review: { zh: '须审查判定', en: 'review' },
  pass: { zh: '未发现不符合', en: 'nothing found' },
  notApplicable: { zh: '不适用', en: 'not applicable' },
});

/** Ids of the texts that say of a verdict that it is the same in both variants, so that the doubt changes nothing. */
export const DECIDED: ReadonlySet<string> = new Set([
  'doubt/decided',
  'doubt/neither',
  'doubt-gap/decided',
  'doubt-gap/neither',
]);
