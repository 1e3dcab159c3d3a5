import type { Judged, Report } from '../../engine/types.js';
import { inLocale, type Locale } from '../../i18n/locale.js';
import type { ClauseId } from '../../law/types.js';
import { citation, citedClauses } from '../citation.js';
import { markdownText } from '../escape.js';
import { GROUPS, type Group, groupOf } from '../tally.js';
import { SHORT_OUTCOMES } from '../terms.js';
import type { View } from '../view.js';
import { type Section, whole } from './budget.js';
import { evidenceText, say, table } from './text.js';

/** How worrying a group is, the worst first. */
function rank(verdict: Judged): number {
  return GROUPS.indexOf(groupOf(verdict));
}

/** One row per clause that a verdict rests on: the worst verdict, how many of each, and what shows it. */
export function clausesSection(report: Report, view: View): Section {
  const { locale } = view;
  const rows = [...byClause(report)].map(([id, verdicts]) => row(id, verdicts, report, view));
  const head = [
    say(locale, '条款', 'Clause'),
    say(locale, '结论', 'Verdict'),
    say(locale, '各项计数', 'Counts'),
    say(locale, '依据', 'Evidence'),
  ];
  return whole(say(locale, '逐条结论', 'Clause by clause'), table(head, rows), 'always');
}

/** Verdicts under every clause of the judged instrument they decide, in the order of the law; the rest by rule. */
function byClause({ pack, verdicts }: Report): Map<ClauseId, Judged[]> {
  const judged = new Set(
    pack.clauses.filter(({ instrument }) => instrument === pack.instruments[0]?.id).map(({ id }) => id),
  );
  const rows = new Map<ClauseId, Judged[]>();
  const add = (key: string, verdict: Judged) => rows.set(key, [...(rows.get(key) ?? []), verdict]);
  for (const verdict of verdicts) {
    const decides = verdict.decides ?? citedClauses(verdict);
    const cited = decides.filter((id) => judged.has(id));
    if (cited.length === 0 || verdict.level === 'warning') add(`rule:${verdict.rule}`, verdict);
    else for (const id of cited) add(id, verdict);
  }
  const order = new Map(pack.clauses.map(({ id }, n) => [id, n]));
  const place = (key: string) => order.get(key) ?? order.size;
  return new Map([...rows].sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1)));
}

function row(key: string, verdicts: readonly Judged[], report: Report, view: View): string[] {
  const { locale } = view;
  const worst = verdicts.reduce((a, b) => (rank(b) < rank(a) ? b : a));
  const text = evidenceText(worst, report, locale);
  const evidence = `${markdownText(view.text(worst))}${text === undefined ? '' : say(locale, `（${text}）`, ` (${text})`)}`;
  return [
    name(key, report, view),
    `**${inLocale(SHORT_OUTCOMES[groupOf(worst)], locale)}**`,
    counts(verdicts, locale),
    evidence,
  ];
}

function name(key: string, { pack }: Report, view: View): string {
  const { locale } = view;
  if (!key.startsWith('rule:')) {
    const { label, words } = citation(pack, key, locale);
    const short = words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words;
    return markdownText(say(locale, `${label}：“${short}”`, `${label}: '${short}'`));
  }
  const rule = view.rule(key.slice('rule:'.length));
  const title = rule === undefined ? key.slice('rule:'.length) : inLocale(rule.title, locale);
  const own = say(locale, '非法定', 'by law');
  const mark = title.includes(own) ? '' : say(locale, '（本工具设定，非法定）', " (sitecam's, not the law's)");
  return `${markdownText(title)}${mark}`;
}

/** The findings quote in full; here the words only need to be recognised. */
const MOST_WORDS = 60;

function counts(verdicts: readonly Judged[], locale: Locale): string {
  const n = (group: Group) => verdicts.filter((verdict) => groupOf(verdict) === group).length;
  return GROUPS.filter((group) => n(group) > 0)
    .map((group) => `${inLocale(SHORT_OUTCOMES[group], locale)}${locale === 'en' ? ' ' : ''}${n(group)}`)
    .join(locale === 'en' ? ', ' : '，');
}
