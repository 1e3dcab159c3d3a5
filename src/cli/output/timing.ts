// Where the time of a run went, as a table for developers: `SITECAM_TIMING=1`.
import type { TimedPart } from '../../base/timing.js';
import type { Locale } from '../../i18n/locale.js';
import { fixed, percent } from '../../i18n/number.js';
import { columnLines } from '../../render/columns.js';
import { say } from '../say.js';

/** So many rules have a row of their own. */
const MOST_RULES = 20;

/** The stages of a run beside its rules, in the order in which they are shown. */
const STAGES = ['read', 'build', 'sight', 'lint', 'report'];

/**
 * Returns a table of the times of `parts` in ms: the rules, the most expensive first, then the stages and the total. A rule's
 * `ms` is without the views that it had computed, which count for the stage `sight`; the column `with sight` is with them. The
 * column `statements` counts what the rules returned, before statements of several laws on one fact become one verdict. The
 * table ends with a line break.
 */
export function timingTable(parts: readonly TimedPart[], locale: Locale): string {
  const rules = parts
    .filter(({ name }) => !STAGES.includes(name))
    .toSorted((a, b) => b.whole - a.whole || (a.name < b.name ? -1 : 1));
  const stages = STAGES.flatMap((name) => parts.find((part) => part.name === name) ?? []);
  const all = say(locale, '合计', 'total');
  const total = sumOf('', [...rules, ...stages]).time;
  const rest = rules.slice(MOST_RULES);
  const others = say(locale, `其余${rest.length}条规则`, `${rest.length} other rules`);
  const rows = [
    ...rules.slice(0, MOST_RULES),
    ...(rest.length === 0 ? [] : [sumOf(others, rest)]),
    ...stages,
    sumOf(all, [...rules, ...stages]),
  ].map(({ name, time, whole, count }) => [
    name,
    fixed(time, 1),
    total > 0 ? percent(time / total, undefined, 1) : '',
    STAGES.includes(name) || name === all ? '' : fixed(whole, 1),
    count === undefined ? '' : String(count),
  ]);
  const head =
    locale === 'en'
      ? ['rule or stage', 'ms', 'share', 'with sight', 'statements']
      : ['规则或者环节', '毫秒', '占比', '含sight', '陈述数'];
  return `${columnLines({ head, rows }, [1, 2, 3, 4]).join('\n')}\n`;
}

function sumOf(name: string, parts: readonly TimedPart[]): TimedPart {
  const sum = (of: (part: TimedPart) => number) => parts.reduce((all, part) => all + of(part), 0);
  return {
    name,
    time: sum(({ time }) => time),
    whole: sum(({ whole }) => whole),
    count: sum(({ count = 0 }) => count),
  };
}
