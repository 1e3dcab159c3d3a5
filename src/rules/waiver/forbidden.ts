import { defineRule } from '../rule.js';
import { findings, silent } from './finding.js';

/** What the law asks is not the author's to waive: such a waiver has no effect and is itself the finding. */
export const rule = defineRule({
  id: 'waiver/forbidden',
  level: 'error',
  title: { zh: '例外说明指向不得设例外的规则', en: "a waiver of what an author can't waive" },
  clauses: [],
  waivable: false,
  messages: {
    forbidden: {
      zh: '例外说明指向规则“{rule}”（{title}）。法定事项不因设计单位的说明而免除，该说明无豁免效力，原判定照列。',
      en: "The waiver names the rule '{rule}' ({title}). What the law asks is not the author's to waive; it has no effect, and the verdict stands.",
    },
    remove: {
      zh: '删除该例外说明，按原判定改正设计。',
      en: 'Remove the waiver and correct the design as the verdict says.',
    },
  },
  check: silent,
  audit: (_context, waivers) =>
    findings(waivers, 'forbidden', 'fail', ({ waiver, title }) => ({
      message: { id: 'forbidden', params: { rule: waiver.rule, title: title ?? waiver.rule } },
      advice: { id: 'remove', params: {} },
    })),
  docs: {
    zh: `只有本工具自设的指标和图纸结构性问题可以作例外说明。\`coverage/protected\`、\`coverage/declared\` 和 \`capture/*\` 审查的是条例规定的事项，设计单位的说明无豁免效力：原判定照列，说明本身作为问题列出。

判定：每条指向此类规则的说明为不符合（须改正）。

处理：删除该说明，按原判定改正设计；确属不适用的，以 \`site.absent\`、\`kindConfirmed\` 等方式载明事实，由审查人判定。

\`\`\`yaml
# => fail coverage/protected:way
sitecam: 1
site: {name: 某宾馆, categories: [hotel]}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: hall, kind: lobby, name: 大堂, rect: [0, 0, 10, 6]}
      - {id: entrance, kind: main-entrance, name: 主要出入口, rect: [0, 6, 10, 3]}
      - {id: way, kind: corridor, name: 走廊, rect: [10, 0, 20, 3]}
    openings:
      - {id: d1, kind: passage, line: [[1, 6], [9, 6]]}
      - {id: d2, kind: passage, line: [[10, 0.5], [10, 2.5]]}
    devices:
      - {id: C1, kind: camera, audio: none, at: [5, 6.2], height: 2.8, heading: 0, tilt: 25, hfov: 98, resolution: [2560, 1440]}
      - {id: C2, kind: camera, audio: none, at: [10.2, 1.5], height: 2.8, heading: 90, tilt: 20, hfov: 98, resolution: [2560, 1440]}
waivers:
  - {rule: coverage/protected, subject: way, reason: 待二期工程增设, by: 张某, until: 2999-12-31}
\`\`\``,
    en: `Only sitecam's own criteria and structural findings can be waived. \`coverage/protected\`, \`coverage/declared\` and \`capture/*\` judge what the regulation asks: a waiver by the author has no legal effect there. The verdict stands, and the waiver is itself a finding.

Verdict: fail for each waiver of such a rule.

What to do: remove it and correct the design; where the facts differ, state them (\`site.absent\`, \`kindConfirmed\`) and leave the judgement to the reviewer.

\`\`\`yaml
# => fail coverage/protected:way
sitecam: 1
site: {name: 某宾馆, categories: [hotel]}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: hall, kind: lobby, name: 大堂, rect: [0, 0, 10, 6]}
      - {id: entrance, kind: main-entrance, name: 主要出入口, rect: [0, 6, 10, 3]}
      - {id: way, kind: corridor, name: 走廊, rect: [10, 0, 20, 3]}
    openings:
      - {id: d1, kind: passage, line: [[1, 6], [9, 6]]}
      - {id: d2, kind: passage, line: [[10, 0.5], [10, 2.5]]}
    devices:
      - {id: C1, kind: camera, audio: none, at: [5, 6.2], height: 2.8, heading: 0, tilt: 25, hfov: 98, resolution: [2560, 1440]}
      - {id: C2, kind: camera, audio: none, at: [10.2, 1.5], height: 2.8, heading: 90, tilt: 20, hfov: 98, resolution: [2560, 1440]}
waivers:
  - {rule: coverage/protected, subject: way, reason: 待二期工程增设, by: 张某, until: 2999-12-31}
\`\`\``,
  },
});
