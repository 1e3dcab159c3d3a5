import { defineRule } from '../rule.js';
import { isDay } from './day.js';
import { findings, silent } from './finding.js';

/** The last day counts; a date that is no date is taken as past, since nobody can tell when it ends. */
export const rule = defineRule({
  id: 'waiver/expired',
  level: 'error',
  title: { zh: '例外说明已过期', en: 'a waiver that has expired' },
  clauses: [],
  waivable: false,
  messages: {
    expired: {
      zh: '对“{subject}”（规则“{rule}”）的例外说明有效期至“{until}”，审查日期为“{today}”，已过期，不起作用。',
      en: "The waiver of '{subject}' (rule '{rule}') was valid until '{until}'; the day is '{today}', so it has no effect.",
    },
    malformed: {
      zh: '对“{subject}”（规则“{rule}”）的例外说明有效期“{until}”不是日期（应为 YYYY-MM-DD），按已过期处理。',
      en: "The waiver of '{subject}' (rule '{rule}') is valid until '{until}', which is no date (expected YYYY-MM-DD); it counts as expired.",
    },
    renew: {
      zh: '改正设计并删除该说明；仍需保留的，重新说明理由并更新有效期。',
      en: 'Correct the design and remove the waiver; where it is still needed, give the reason anew and a new date.',
    },
  },
  check: silent,
  audit: ({ today }, waivers) =>
    findings(waivers, 'expired', 'fail', ({ waiver }) => ({
      message: {
        id: isDay(waiver.until) ? 'expired' : 'malformed',
        params: {
          rule: waiver.rule,
          subject: waiver.subject,
          until: waiver.until,
          ...(isDay(waiver.until) ? { today } : {}),
        },
      },
      advice: { id: 'renew', params: {} },
    })),
  docs: {
    zh: `例外说明须载明有效期（\`until\`，最后一日有效）。审查日期（\`--today\`，默认为当日）晚于该日的，或者所写不是日期的，说明不起作用，原判定照列。

判定：每条过期的说明为不符合（须改正）。

处理：改正设计并删除该说明，或者重新说明理由并更新有效期。

\`\`\`yaml
# => fail coverage/criterion:way
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
  - {rule: coverage/criterion, subject: way, reason: 待二期工程增设, by: 张某, until: 2020-12-31}
\`\`\``,
    en: `A waiver says until when it holds (\`until\`; the last day counts). After that day (\`--today\`, by default the machine's), or where the date is no date, it has no effect and the verdict stands.

Verdict: fail for each expired waiver.

What to do: correct the design and remove the waiver, or give the reason anew with a new date.

\`\`\`yaml
# => fail coverage/criterion:way
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
  - {rule: coverage/criterion, subject: way, reason: 待二期工程增设, by: 张某, until: 2020-12-31}
\`\`\``,
  },
});
