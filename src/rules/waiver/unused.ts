import { defineRule } from '../rule.js';
import { findings, silent } from './finding.js';

/** A waiver that outlives its finding would hide the next one under the same name. */
export const rule = defineRule({
  id: 'waiver/unused',
  level: 'warning',
  title: { zh: '例外说明未对应任何问题', en: 'a waiver that sets nothing aside' },
  clauses: [],
  waivable: false,
  messages: {
    unused: {
      zh: '对“{subject}”（规则“{rule}”）的例外说明未对应任何问题：该规则对此对象未作出须说明的判定，或者已有另一说明。',
      en: "The waiver of '{subject}' (rule '{rule}') sets nothing aside: the rule finds nothing on that subject, or another waiver covers it.",
    },
    remove: {
      zh: '核对规则和对象名称；已不需要的，删除该说明。',
      en: 'Check the rule and the subject; remove the waiver where it is no longer needed.',
    },
  },
  check: silent,
  audit: (_context, waivers) =>
    findings(waivers, 'unused', 'fail', ({ waiver }) => ({
      message: { id: 'unused', params: { rule: waiver.rule, subject: waiver.subject } },
      advice: { id: 'remove', params: {} },
    })),
  docs: {
    zh: `例外说明按规则名称和确切对象对应。没有对应问题的说明，可能是对象名称写错，也可能是问题已经改正；留着会遮住以后的问题，故列出提示。

判定：每条未用到的说明为提示。

处理：核对规则和对象名称，不需要的删除。

\`\`\`yaml
# => fail coverage/criterion:wya
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
  - {rule: coverage/criterion, subject: wya, reason: 待二期工程增设, by: 张某, until: 2999-12-31}
\`\`\``,
    en: `A waiver is keyed by rule and exact subject. One that matches no finding misspells its subject, or outlived what it was for; left standing it would hide the next finding of that name.

Verdict: a warning for each unused waiver.

What to do: check the rule and the subject; remove what isn't needed.

\`\`\`yaml
# => fail coverage/criterion:wya
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
  - {rule: coverage/criterion, subject: wya, reason: 待二期工程增设, by: 张某, until: 2999-12-31}
\`\`\``,
  },
});
