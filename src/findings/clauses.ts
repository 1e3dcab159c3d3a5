// The table of verdicts by clause.
import { listsOf } from '../base/arrays.js';
import { inBoth, joined } from '../i18n/catalogue.js';
import { type Localized, render, SENTENCE_GAP, verbatim } from '../i18n/locale.js';
import { judgedInstruments } from '../law/compose.js';
import { includesClause } from '../law/lookup.js';
import type { ClauseId } from '../law/types.js';
import { isAdvisory } from '../lint/summary.js';
import type { LintVerdict, Report } from '../lint/types.js';
import { decidedClauses } from '../rules/bases.js';
import { citesLaw } from '../rules/rule.js';
import { isFinding } from '../rules/verdict.js';
import { VERDICT_GROUPS, type VerdictGroup, verdictGroup } from './tally.js';
import { t } from './texts.js';
import type { ReportView } from './view.js';
import { quotedCitation, quotedClause } from './wording/citation.js';
import { SHORT_OUTCOMES } from './wording/texts.js';

/**
 * One row of the table of verdicts by clause: a clause, or a rule of sitecam's own, with every verdict that decides it.
 */
export interface ClauseRow {
  /** Id of a clause of the judged instrument, or `rule:` and a rule's id. */
  readonly key: string;
  /** The clause with its first words, or the rule's title marked as sitecam's. Not escaped. */
  readonly name: Localized;
  readonly verdicts: readonly LintVerdict[];
  /** Returns the group of a verdict of the row by this clause alone: another law may be graver. */
  readonly groupOf: (verdict: LintVerdict) => VerdictGroup;
  /** The verdict that is gravest by this clause. */
  readonly worst: LintVerdict;
  /** The group of `worst` by this clause. */
  readonly group: VerdictGroup;
}

/**
 * Returns the rows of the table of verdicts by clause: clauses in the order of the law, then sitecam's own rules. A
 * paragraph without findings has no row if one of its items has a finding, since the two rows would contradict each
 * other.
 */
export function clauseRows(report: Report, view: Pick<ReportView, 'rule'>): ClauseRow[] {
  const rows = [...byClause(report)].map(([key, verdicts]): ClauseRow => {
    const groupOf = (verdict: LintVerdict) => groupBy(key, verdict);
    const rank = (verdict: LintVerdict) => VERDICT_GROUPS.indexOf(groupOf(verdict));
    const worst = verdicts.reduce((a, b) => (rank(b) < rank(a) ? b : a));
    return { key, name: nameOf(key, report, view), verdicts, groupOf, worst, group: groupOf(worst) };
  });
  const found = rows.filter(({ group }) => !isSettled(group)).map(({ key }) => key);
  return rows.filter(
    ({ key, group }) => !isSettled(group) || !found.some((part) => part !== key && includesClause(key, part)),
  );
}

/** True of a group in which nothing is left to do: pass and not applicable. */
export function isSettled(group: VerdictGroup): boolean {
  return group === 'pass' || group === 'notApplicable';
}

/** Returns the group of the verdict by the clause of a row: its own outcome, if the verdict isn't set aside. */
function groupBy(key: string, verdict: LintVerdict): VerdictGroup {
  const group = verdictGroup(verdict);
  const own = verdict.bases.find(({ clause, outcome }) => clause === key && outcome !== null)?.outcome ?? undefined;
  if (own === undefined || !(isFinding(verdict.outcome) && group === verdict.outcome)) return group;
  return own;
}

/**
 * Returns the text of a verdict in the row of a clause; `group` is the verdict's group by that clause. If the clause
 * gives a milder outcome than the verdict, the text is only the fact and the reason for the milder outcome.
 */
export function rowText({ key, group }: ClauseRow, verdict: LintVerdict, view: ReportView): Localized {
  if (group === verdictGroup(verdict)) return view.text(verdict);
  const because = verdict.bases.find(({ clause }) => clause === key)?.because;
  const parts = [verdict.message, ...(because === undefined ? [] : [because])];
  return joined(
    parts.map((part) => view.messageText(part, verdict.rule)),
    SENTENCE_GAP,
  );
}

/**
 * Returns the keys of those rows in the table of verdicts by clause ({@link clauseRows}) in which `verdict` is counted:
 * the ids of the clauses that it decides, if they are in `judged` (those of the laws that the plan is judged by). If
 * none is, or the rule only warns, the one key is `rule:` and the rule's id.
 */
export function rowKeys(verdict: LintVerdict, judged: JudgedClauses): string[] {
  const cited = decidedClauses(verdict).filter((id) => judged.has(id));
  return cited.length === 0 || isAdvisory(verdict) ? [`rule:${verdict.rule}`] : cited;
}

/** Ids of the clauses of all laws that a plan is judged by. A verdict may cite other laws, but only for reference. */
export type JudgedClauses = ReadonlySet<ClauseId>;

/** Returns all clauses of the laws that the report judges by: those that a verdict may decide, decided or not. */
export function judgedClauses({ pack }: Report): JudgedClauses {
  const instruments = judgedInstruments(pack);
  return new Set(pack.clauses.filter(({ instrument }) => instruments.has(instrument)).map(({ id }) => id));
}

/** Returns how many verdicts of a row each group has by the row's clause, the worst group first: 不符合2，待补充1. */
export function countsText({ verdicts, groupOf }: Pick<ClauseRow, 'verdicts' | 'groupOf'>): Localized {
  const counts = new Map<VerdictGroup, number>();
  for (const verdict of verdicts) counts.set(groupOf(verdict), (counts.get(groupOf(verdict)) ?? 0) + 1);
  const parts = VERDICT_GROUPS.flatMap((group) => {
    const n = counts.get(group);
    return n === undefined ? [] : [t.counted({ name: SHORT_OUTCOMES[group], n })];
  });
  return joined(parts, t.comma);
}

function byClause(report: Report): Map<string, LintVerdict[]> {
  const judged = judgedClauses(report);
  const rows = listsOf(
    report.verdicts.flatMap((verdict) => rowKeys(verdict, judged).map((key) => [key, verdict] as const)),
  );
  const order = new Map(report.pack.clauses.map(({ id }, n) => [id, n]));
  const place = (key: string) => order.get(key) ?? order.size;
  return new Map([...rows].sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1)));
}

function nameOf(key: string, { pack }: Report, view: Pick<ReportView, 'rule'>): Localized {
  if (!key.startsWith('rule:')) {
    const { words, ...citation } = quotedCitation(pack, key);
    return quotedClause({ ...citation, words: inBoth((locale) => shortened(render(words, locale))) });
  }
  const id = key.slice('rule:'.length);
  const rule = view.rule(id);
  const title = rule?.title ?? verbatim(id);
  if (title.zh.includes('非法定')) return title;
  // A rule that cites the law is no measure of sitecam's, even if it only warns.
  return rule !== undefined && citesLaw(rule) ? title : t.ownRule({ title });
}

function shortened(words: string): string {
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words;
}

/** Most characters of a clause in a row, enough to recognize it; the findings quote it in full. */
const MOST_WORDS = 60;
