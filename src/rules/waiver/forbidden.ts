// Rule waiver/forbidden: waivers of rules that no author may waive.
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import { defineRule } from '../rule.js';
import { waived } from './example.js';
import { findings, silent } from './finding.js';

const EXAMPLE = waived('fail coverage/protected:way', {
  rule: 'coverage/protected',
  subject: 'way',
  until: '2999-12-31',
});

const t = catalogue('', {
  forbidden: {
    zh: '例外说明指向规则“{rule}”（{title}）。条例规定的事项不因例外说明而免除，该说明无豁免效力，原判定照列。',
    en: "The waiver names the rule '{rule}' ({title}). What the law asks is not the author's to waive; it has no effect, and the verdict stands.",
  },
  remove: {
    zh: '删除该例外说明，按原判定的处理办法改正；事实与图中所载不同的，在图中更正，或者以 site.absent、kindConfirmed 等载明。',
    en: 'Remove the waiver and do as the verdict says; where the facts differ from the plan, correct them there, or state them with site.absent, kindConfirmed or the like.',
  },
});

/**
 * The rule waiver/forbidden, which reports waivers of rules that can't be waived. An author can't waive what the law
 * asks: such a waiver has no effect and is itself the finding.
 */
export const rule = defineRule({
  id: 'waiver/forbidden',
  level: 'error',
  title: { zh: '例外说明指向不得设例外的规则', en: "A waiver of what an author can't waive" },
  waivable: false,
  messages: templatesOf(t),
  check: silent,
  audit: (_context, waivers) =>
    findings(waivers, 'forbidden', 'fail', ({ waiver, title }) => ({
      message: t.forbidden({ rule: waiver.rule, title: title ?? waiver.rule }),
      advice: t.remove,
    })),
  docs: {
    zh: `只有本工具自设的指标和图纸结构性问题可以作例外说明。\`coverage/protected\`、\`coverage/declared\` 和 \`capture/*\` 审查的是条例规定的事项，名称与类型不一致（\`plan/zone-kind-mismatch\`、\`plan/device-name-mismatch\`）关系到这些事项如何审查，设计单位的说明无豁免效力：原判定照列，说明本身作为问题列出。

判定：每条指向此类规则的说明为不符合（须改正）。

处理：删除该说明，按原判定改正设计；确属不适用的，以 \`site.absent\`、\`kindConfirmed\` 等方式载明事实，由审查人判定。

${EXAMPLE}`,
    en: `Only sitecam's own criteria and structural findings can be waived. \`coverage/protected\`, \`coverage/declared\` and \`capture/*\` judge what the regulation asks, and on names that contradict the drawing (\`plan/zone-kind-mismatch\`, \`plan/device-name-mismatch\`) that judgement hangs: a waiver by the author has no legal effect there. The verdict stands, and the waiver is itself a finding.

Verdict: fail for each waiver of such a rule.

What to do: remove it and correct the design; where the facts differ, state them (\`site.absent\`, \`kindConfirmed\`) and leave the judgement to the reviewer.

${EXAMPLE}`,
  },
});
