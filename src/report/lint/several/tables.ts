// Tables of a report on several plans: those that fail, and what each rule found.
import { isInBaseline } from '../../../findings/baseline-words.js';
import { countsByRule, type PlanOverview } from '../../../findings/overview/overview.js';
import { verdictGroup } from '../../../findings/tally.js';
import { SHORT_OUTCOMES } from '../../../findings/wording/texts.js';
import { type Localized, verbatim } from '../../../i18n/locale.js';
import { isInternalError } from '../../../lint/support/internal-error.js';
import type { LintResult, UnreadableReport } from '../../../lint/types.js';
import type { Inlines, Table } from '../../../render/document.js';
import { t } from './texts.js';

/**
 * Returns the title of the table of plans that fail. If there is a baseline, it says that the table doesn't count
 * what is unchanged.
 */
export function failingTitle(rows: readonly PlanOverview[]): Localized {
  const compared = rows.some(({ result }) => result.ok && result.verdicts.some(isInBaseline));
  return (compared ? t.failingFresh : t.failing)({ n: rows.length });
}

/**
 * Returns the three last cells of a row on a plan that fails: its numbers of fails and open verdicts, and its worst
 * rule; for a plan without verdicts the reason in place of the rule.
 */
export function failingCells({ result, fail, open, worst }: PlanOverview): Inlines[] {
  if (!result.ok) return [t.none, t.none, reasonOf(result)];
  const group = worst === undefined ? undefined : verdictGroup(worst);
  const rule = verbatim(worst?.rule ?? '');
  const isCounted = group === undefined || group === 'fail' || group === 'open';
  const cell = isCounted ? rule : t.ruleOf({ rule, group: SHORT_OUTCOMES[group] });
  return [verbatim(String(fail)), verbatim(String(open)), cell];
}

/** Returns why a plan has no verdicts, with the code of its first fault. */
function reasonOf(result: UnreadableReport): Localized {
  const text = result.terms !== undefined ? t.terms : isInternalError(result) ? t.fault : t.unreadable;
  const [first] = result.unreadable;
  return first === undefined ? text : t.reason({ text, code: verbatim(first.code) });
}

/**
 * Returns the table of what each rule found in all plans. Faults of the drawing and warnings have columns if there are
 * any.
 */
export function ruleTable(results: readonly LintResult[]): Table {
  const rows = countsByRule(results);
  const columns = [
    { group: 'fail', head: t.fails },
    { group: 'open', head: t.opens },
    { group: 'review', head: t.reviews },
    { group: 'drawing', head: t.drawing },
    { group: 'warning', head: t.warnings },
  ] as const;
  const shown = columns.filter(({ group }, n) => n < 3 || rows.some(({ counts }) => counts[group] > 0));
  return {
    block: 'table',
    head: [t.rule, ...shown.map(({ head }) => head), t.plans],
    rows: rows.map(({ rule, counts, plans }) => [
      { code: rule, rule: true },
      ...shown.map(({ group }) => verbatim(String(counts[group]))),
      verbatim(String(plans)),
    ]),
    figures: [...shown.keys(), shown.length].map((n) => n + 1),
  };
}
