// Messages of the engine itself.
import type { Locale } from '../../i18n/locale.js';
import { type Message, type Messages, renderMessage } from '../../i18n/message.js';
import type { Rule } from '../../rules/rule.js';
import { fixMessages } from '../fixes/texts.js';
import { redactMessages } from '../redact/texts.js';

/** Messages that the engine gives in place of a rule's. Their ids start with `engine/`, as no rule's do. */
export const engineMessages = {
  ...fixMessages,
  ...redactMessages,
  'engine/tainted': {
    zh: '本项所依据的图纸内容有误（见“{faults}”），改正前无法判定。',
    en: "What this rests on is faulty in the plan (see '{faults}'); it can't be told until that is corrected.",
  },
  'engine/gone': {
    zh: '比对基准中的本项问题（{subject}，{outcome}）已消除。',
    en: 'The finding of the baseline on {subject} ({outcome}) is gone.',
  },
  'engine/off': {
    zh: '规则“{rule}”经配置关闭，未执行；所涉条文在本规则范围内未作审查。',
    en: "The rule '{rule}' was switched off by a configuration and not run; the clauses it judges weren't examined as far as it goes.",
  },
  'engine/fault': {
    zh: '审查该设计图时本工具自身出现故障，并非设计图的问题，未作出任何判定；其余设计图不受影响。',
    en: "sitecam itself failed on this plan, which is no fault of the plan's; nothing was decided of it. Other plans aren't affected.",
  },
  'engine/region': {
    zh: '地区代码“{region}”不在数据包“{pack}”的适用范围（{regions}）内，未作任何判定。确需按其审查的，请加 --pack {pack}。',
    en: "The region '{region}' is none that pack '{pack}' governs ({regions}); nothing was decided. To judge by it all the same, say --pack {pack}.",
  },
  'engine/unusable': { zh: '{reason}', en: '{reason}' },
  'engine/same-terms': {
    zh: '原因与设计图“{plan}”相同（同一配置、例外说明、比对基准或者法规数据包），见该图。',
    en: "For the same reason as the plan '{plan}', by the same configuration, waivers, baseline or law pack; see there.",
  },
  'engine/correct': {
    zh: '先改正“{faults}”，再行审查。',
    en: "Correct '{faults}' first, then lint again.",
  },
} as const satisfies Messages;

/**
 * Returns the text of a verdict's message or advice, from the rule's messages or the engine's.
 *
 * @throws if neither has a message of that id
 */
export function messageText(rules: readonly Rule[], rule: string, message: Message, locale: Locale): string {
  const own = rules.find(({ id }) => id === rule)?.messages ?? {};
  return renderMessage({ ...own, ...engineMessages }, message, locale);
}
