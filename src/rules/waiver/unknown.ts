// Rule waiver/unknown: waivers that name a rule that doesn't exist.
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import type { Message } from '../../i18n/message.js';
import { defineRule } from '../rule.js';
import { waived } from './example.js';
import { findings, silent } from './finding.js';

const EXAMPLE = waived('fail coverage/criterium:way', {
  rule: 'coverage/criterium',
  subject: 'way',
  until: '2999-12-31',
});

const t = catalogue('', {
  unknown: {
    zh: '例外说明所指的规则“{rule}”不存在，该说明不起作用。',
    en: "The waiver names the rule '{rule}', which doesn't exist; it has no effect.",
  },
  didYouMean: { zh: '是否指“{suggestion}”？', en: "Did you mean '{suggestion}'?" },
  look: {
    zh: '运行 sitecam rules 查看全部规则，改正规则名称或者删除该说明。',
    en: 'Run sitecam rules for all rules; correct the name, or remove the waiver.',
  },
});

/**
 * The rule waiver/unknown, which reports waivers that name a rule that doesn't exist. Such a waiver sets nothing aside,
 * though its author believes that it does.
 */
export const rule = defineRule({
  id: 'waiver/unknown',
  level: 'error',
  title: { zh: '例外说明所指的规则不存在', en: "A waiver names a rule that doesn't exist" },
  waivable: false,
  messages: templatesOf(t),
  check: silent,
  audit: (_context, waivers) =>
    findings(waivers, 'unknown', 'fail', ({ waiver, suggestion }) => ({
      message: t.unknown({ rule: waiver.rule }),
      advice: adviceOn(suggestion),
    })),
  docs: {
    zh: `例外说明（\`waivers\`）按规则名称和确切对象对应。名称写错的说明不起任何作用，而作者以为起作用，故作为问题列出。

判定：每条指向不存在规则的说明为不符合（须改正）。

处理：改正规则名称，或者删除该说明。

${EXAMPLE}`,
    en: `A waiver is keyed by rule and exact subject. One that misspells its rule has no effect, while its author believes that it has; so it is a finding.

Verdict: fail for each waiver of a rule that doesn't exist.

What to do: correct the rule's name, or remove the waiver.

${EXAMPLE}`,
  },
});

function adviceOn(suggestion: string | undefined): Message {
  return suggestion === undefined ? t.look : t.didYouMean({ suggestion });
}
