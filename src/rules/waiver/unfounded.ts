// Rule waiver/unfounded: waivers that give no reason, or nobody who gives it.
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import { defineRule } from '../rule.js';
import { waived } from './example.js';
import { findings, silent } from './finding.js';

const EXAMPLE = waived('fail coverage/criterion:way', {
  rule: 'coverage/criterion',
  subject: 'way',
  until: '2999-12-31',
  reason: '待定',
});

const t = catalogue('', {
  unfounded: {
    zh: '对“{subject}”（规则“{rule}”）的例外说明没有写明理由或者说明人（理由：“{reason}”，说明人：“{by}”），不起作用，原判定照列。',
    en: "The waiver of '{subject}' (rule '{rule}') gives no reason, or nobody who gives it (reason: '{reason}', by: '{by}'). It has no effect, and the verdict stands.",
  },
  fill: {
    zh: '在 reason、by 中写明理由和说明人（空白、“待定”“无”等不作数）；不再需要的，删除该说明。',
    en: "Give the reason and who gives it in 'reason' and 'by' (blanks and words such as 'none' or 'TBD' don't count), or remove the waiver.",
  },
});

/** The rule waiver/unfounded, which reports waivers whose reason or author is blank or a placeholder: these waive nothing. */
export const rule = defineRule({
  id: 'waiver/unfounded',
  level: 'error',
  title: { zh: '例外说明没有理由或者说明人', en: 'A waiver without a reason or an author' },
  waivable: false,
  messages: templatesOf(t),
  check: silent,
  audit: (_context, waivers) =>
    findings(waivers, 'unfounded', 'fail', ({ waiver: { rule: id, subject, reason, by } }) => ({
      message: t.unfounded({ rule: id, subject, reason, by }),
      advice: t.fill,
    })),
  docs: {
    zh: `例外说明须写明理由（\`reason\`）和说明人（\`by\`）。空白，或者写“待定”“无”“TBD”等而没有内容的，说明不起作用，原判定照列。

判定：每条没有理由或者说明人的说明为不符合（须改正）。

处理：写明理由和说明人；不再需要的，删除该说明。

${EXAMPLE}`,
    en: `A waiver says why (\`reason\`) and who says so (\`by\`). Where either is blank, or a word such as “TBD” or “none” stands for it, the waiver has no effect and the verdict stands.

Verdict: fail for each waiver without a reason or an author.

What to do: give both, or remove the waiver.

${EXAMPLE}`,
  },
});
