// Rule waiver/unused: waivers that set no finding aside.
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import { defineRule } from '../rule.js';
import { waived } from './example.js';
import { findings, silent } from './finding.js';

const EXAMPLE = waived('fail coverage/criterion:wya', {
  rule: 'coverage/criterion',
  subject: 'wya',
  until: '2999-12-31',
});

const t = catalogue('', {
  unused: {
    zh: '对“{subject}”（规则“{rule}”）的例外说明未对应任何问题：该规则对此对象未作出须说明的判定，或者已有另一说明。',
    en: "The waiver of '{subject}' (rule '{rule}') sets nothing aside: the rule finds nothing on that subject, or another waiver covers it.",
  },
  remove: {
    zh: '核对规则和对象名称；已不需要的，删除该说明。',
    en: 'Check the rule and the subject; remove the waiver where it is no longer needed.',
  },
});

/**
 * The rule waiver/unused, which reports waivers that set no finding aside. A waiver that outlives its finding would
 * hide the next one with the same subject.
 */
export const rule = defineRule({
  id: 'waiver/unused',
  level: 'warning',
  title: { zh: '例外说明未对应任何问题', en: 'A waiver that sets nothing aside' },
  waivable: false,
  messages: templatesOf(t),
  check: silent,
  audit: (_context, waivers) =>
    findings(waivers, 'unused', 'fail', ({ waiver }) => ({
      message: t.unused({ rule: waiver.rule, subject: waiver.subject }),
      advice: t.remove,
    })),
  docs: {
    zh: `例外说明按规则名称和确切对象对应。没有对应问题的说明，可能是对象名称写错，也可能是问题已经改正；留着会遮住以后的问题，故列出提示。

判定：每条未用到的说明为提示。

处理：核对规则和对象名称，不需要的删除。

${EXAMPLE}`,
    en: `A waiver is keyed by rule and exact subject. One that matches no finding misspells its subject, or outlived what it was for; left standing it would hide the next finding of that name.

Verdict: a warning for each unused waiver.

What to do: check the rule and the subject; remove what isn't needed.

${EXAMPLE}`,
  },
});
