// Rule waiver/expired: waivers whose last day is past.
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import { dayText, isDay } from '../../i18n/day.js';
import { defineRule } from '../rule.js';
import { waived } from './example.js';
import { findings, silent } from './finding.js';

const EXAMPLE = waived('fail coverage/criterion:way', {
  rule: 'coverage/criterion',
  subject: 'way',
  until: '2020-12-31',
});

const t = catalogue('', {
  expired: {
    zh: '对“{subject}”（规则“{rule}”）的例外说明有效期至“{until}”，审查日为“{today}”，已过期，不起作用。',
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
});

/**
 * The rule waiver/expired, which reports waivers whose last day is past. The last day still counts. An invalid date
 * counts as past, since nobody can tell when it ends.
 */
export const rule = defineRule({
  id: 'waiver/expired',
  level: 'error',
  title: { zh: '例外说明已过期', en: 'A waiver that has expired' },
  waivable: false,
  messages: templatesOf(t),
  check: silent,
  audit: ({ today }, waivers) =>
    findings(waivers, 'expired', 'fail', ({ waiver: { rule: id, subject, until } }) => ({
      message: isDay(until)
        ? t.expired({ rule: id, subject, until: dayText(until), today: dayText(today) })
        : t.malformed({ rule: id, subject, until: dayText(until) }),
      advice: t.renew,
    })),
  docs: {
    zh: `例外说明须载明有效期（\`until\`，最后一日有效）。审查日（\`--today\`，默认为当日）晚于该日的，或者所写不是日期的，说明不起作用，原判定照列。

判定：每条过期的说明为不符合（须改正）。

处理：改正设计并删除该说明，或者重新说明理由并更新有效期。

${EXAMPLE}`,
    en: `A waiver says until when it holds (\`until\`; the last day counts). After that day (\`--today\`, by default the machine's), or where the date is no date, it has no effect and the verdict stands.

Verdict: fail for each expired waiver.

What to do: correct the design and remove the waiver, or give the reason anew with a new date.

${EXAMPLE}`,
  },
});
