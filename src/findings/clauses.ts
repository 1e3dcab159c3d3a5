import { inLocale, type Locale } from '../i18n/locale.js';
import { judgedInstruments, partsOf } from '../law/compose.js';
import { DEFAULT_PACK } from '../law/load.js';
import type { ClauseId } from '../law/types.js';
import { isAdvisory } from '../lint/summary.js';
import type { LintVerdict, Report } from '../lint/types.js';
import { VERDICT_GROUPS, type VerdictGroup, verdictGroup } from './tally.js';
import type { ReportView } from './view.js';
import { citedClauses, quotedCitation } from './wording/citation.js';
import { SHORT_OUTCOMES } from './wording/terms.js';

/** What is said of one clause, or of one rule of ours: every verdict that decides it. */
export interface ClauseRow {
  /** A clause of the judged instrument, or `rule:` and a rule. */
  readonly key: string;
  /** The clause with its first words, or the rule's title and whose it is; not yet escaped. */
  readonly name: string;
  readonly verdicts: readonly LintVerdict[];
  readonly worst: LintVerdict;
}

/** The rows of the table of verdicts, in the order of the law; then what is sitecam's, by rule. */
export function clauseRows(report: Report, view: ReportView): ClauseRow[] {
  return [...byClause(report)].map(([key, verdicts]) => ({
    key,
    name: nameOf(key, report, view),
    verdicts,
    worst: verdicts.reduce((a, b) => (rank(b) < rank(a) ? b : a)),
  }));
}

/** Which rows `verdict` is counted in: the clauses of the judged instrument that it decides, else its rule. */
export function rowKeys(verdict: LintVerdict, judged: JudgedClauses): string[] {
  const cited = (verdict.decides ?? citedClauses(verdict)).filter((id) => judged(verdict).has(id));
  return cited.length === 0 || isAdvisory(verdict) ? [`rule:${verdict.rule}`] : cited;
}

/** The clauses that a verdict may be one on: those of the law it judges by. What it cites of others it only refers to. */
export type JudgedClauses = (verdict: LintVerdict) => ReadonlySet<ClauseId>;

export function judgedClauses({ pack }: Report): JudgedClauses {
  const byPack = new Map(
    partsOf(pack).map((part) => {
      const instruments = judgedInstruments(part);
      const own = part.clauses.filter(({ instrument }) => instruments.has(instrument));
      return [part.id, new Set(own.map(({ id }) => id))] as const;
    }),
  );
  // What is said of the plan itself is by no law: where it cites one, that is the main one.
  const main = [...byPack.values()][0] ?? new Set<ClauseId>();
  return ({ pack: by = DEFAULT_PACK }) => byPack.get(by) ?? main;
}

/** How many of each verdict, the worst first: 不符合2，待补充1. */
export function countsText(verdicts: readonly LintVerdict[], locale: Locale): string {
  const n = new Map<VerdictGroup, number>();
  for (const verdict of verdicts) n.set(verdictGroup(verdict), (n.get(verdictGroup(verdict)) ?? 0) + 1);
  return VERDICT_GROUPS.filter((group) => n.has(group))
    .map((group) => `${inLocale(SHORT_OUTCOMES[group], locale)}${locale === 'en' ? ' ' : ''}${n.get(group)}`)
    .join(locale === 'en' ? ', ' : '，');
}

/** How worrying a group is, the worst first. */
function rank(verdict: LintVerdict): number {
  return VERDICT_GROUPS.indexOf(verdictGroup(verdict));
}

function byClause(report: Report): Map<string, LintVerdict[]> {
  const judged = judgedClauses(report);
  const rows = new Map<string, LintVerdict[]>();
  for (const verdict of report.verdicts) {
    for (const key of rowKeys(verdict, judged)) {
      const row = rows.get(key);
      if (row === undefined) rows.set(key, [verdict]);
      else row.push(verdict);
    }
  }
  const order = new Map(report.pack.clauses.map(({ id }, n) => [id, n]));
  const place = (key: string) => order.get(key) ?? order.size;
  return new Map([...rows].sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1)));
}

function nameOf(key: string, { pack }: Report, view: ReportView): string {
  const english = view.locale === 'en';
  if (!key.startsWith('rule:')) {
    const { label, words } = quotedCitation(pack, key, view.locale);
    const short = words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words;
    return english ? `${label}: '${short}'` : `${label}：“${short}”`;
  }
  const rule = view.rule(key.slice('rule:'.length));
  const title = rule === undefined ? key.slice('rule:'.length) : inLocale(rule.title, view.locale);
  if (title.includes(english ? 'by law' : '非法定')) return title;
  // What cites the law is no measure of ours, though it is only pointed out.
  if (rule !== undefined && rule.clauses.length > 0) return title;
  return `${title}${english ? " (sitecam's, not the law's)" : '（本工具设定，非法定）'}`;
}

/** The findings quote in full; here the words only need to be recognised. */
const MOST_WORDS = 60;
