import type { Message } from '../../i18n/message.js';
import { defineRule } from '../rule.js';
import { findings, silent } from './finding.js';

/** A waiver of a rule nobody knows waives nothing, and its author believes that it does. */
export const rule = defineRule({
  id: 'waiver/unknown',
  level: 'error',
  title: { zh: '例外说明所指的规则不存在', en: "a waiver names a rule that doesn't exist" },
  clauses: [],
  waivable: false,
  messages: {
    unknown: {
      zh: '例外说明所指的规则“{rule}”不存在，该说明不起作用。',
      en: "The waiver names the rule '{rule}', which doesn't exist; it has no effect.",
    },
    didYouMean: { zh: '是否指“{suggestion}”？', en: "Did you mean '{suggestion}'?" },
    look: {
      zh: '运行 sitecam rules 查看全部规则，改正规则名称或者删除该说明。',
      en: 'Run sitecam rules for all rules; correct the name, or remove the waiver.',
    },
  },
  check: silent,
  audit: (_context, waivers) =>
    findings(waivers, 'unknown', 'fail', ({ waiver, suggestion }) => ({
      message: { id: 'unknown', params: { rule: waiver.rule } },
      advice: adviceOn(suggestion),
    })),
  docs: {
    zh: `例外说明（\`waivers\`）按规则名称和确切对象对应。名称写错的说明不起任何作用，而作者以为起作用，故作为问题列出。

判定：每条指向不存在规则的说明为不符合（须改正）。

处理：改正规则名称，或者删除该说明。

\`\`\`yaml
# => fail coverage/criterium:way
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
  - {rule: coverage/criterium, subject: way, reason: 待二期工程增设, by: 张某, until: 2999-12-31}
\`\`\``,
    en: `A waiver is keyed by rule and exact subject. One that misspells its rule has no effect, while its author believes that it has; so it is a finding.

Verdict: fail for each waiver of a rule that doesn't exist.

What to do: correct the rule's name, or remove the waiver.

\`\`\`yaml
# => fail coverage/criterium:way
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
  - {rule: coverage/criterium, subject: way, reason: 待二期工程增设, by: 张某, until: 2999-12-31}
\`\`\``,
  },
});

function adviceOn(suggestion: string | undefined): Message {
  return suggestion === undefined ? { id: 'look', params: {} } : { id: 'didYouMean', params: { suggestion } };
}
