// The findings of a report as the form takes them: one fact each, with the clauses that decide it. Nothing else of the
// form reads outcomes and clauses of verdicts.
import { numbersOf } from '../../findings/numbering.js';
import { verdictsByGroup } from '../../findings/tally.js';
import type { ClauseId } from '../../law/types.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { dutiesOf, leadingClauses } from '../../rules/bases.js';

/** Outcomes that have rows on the form of an opinion, the gravest first. */
export type Listed = 'fail' | 'open' | 'review';

/** A fact for the form of an opinion, with the clauses that decide it. */
export interface FormFact {
  readonly verdict: LintVerdict;
  readonly outcome: Listed;
  /** Clauses that decide it with its own outcome, in the order to cite. */
  readonly leads: readonly ClauseId[];
  /** Clauses whose words don't carry their outcome by themselves. */
  readonly readings: ReadonlySet<ClauseId>;
  /** Clauses by which it is for a person or open, though others decide it more gravely. */
  readonly others: readonly { readonly clause: ClauseId; readonly outcome: 'open' | 'review' }[];
  /** Clauses on what must be done at once. */
  readonly duties: readonly ClauseId[];
  /** Number of the finding in the other reports of the run. */
  readonly number: number | undefined;
}

/** The findings of a report, sorted for the form of an opinion. */
export interface FormFacts {
  /** Findings by the law in the order in which they are read: fails, open points, reviews. */
  readonly law: readonly FormFact[];
  /** Number of clauses that a fail is against. */
  readonly clauses: number;
  /** Numbers of faults of the drawing and of what hangs on them, of criteria of ours, and of waived findings. */
  readonly drawing: number;
  readonly undecided: number;
  readonly criteria: number;
  readonly waived: number;
}

/** Returns the findings of a report as the form needs them: those by the law as facts, the others only counted. */
export function factsOf(report: Report): FormFacts {
  const groups = verdictsByGroup(report);
  const numbers = numbersOf(report);
  const law = (['fail', 'open', 'review'] as const).flatMap((outcome) =>
    groups[outcome].map((verdict) => factOf(outcome, verdict, numbers.get(verdict))),
  );
  return {
    law,
    clauses: new Set(law.flatMap(({ outcome, leads }) => (outcome === 'fail' ? leads : []))).size,
    drawing: groups.drawing.length,
    undecided: groups.undecided.length,
    criteria: groups.warning.length,
    waived: groups.waived.length,
  };
}

function factOf(outcome: Listed, verdict: LintVerdict, number: number | undefined): FormFact {
  return {
    verdict,
    outcome,
    leads: leadingClauses(verdict),
    readings: new Set(
      verdict.bases.flatMap(({ clause, role, basis }) => (role === 'decides' && basis !== 'law' ? [clause] : [])),
    ),
    others: verdict.bases.flatMap(({ clause, outcome: by }) =>
      by === 'open' || by === 'review' ? (by === verdict.outcome ? [] : [{ clause, outcome: by }]) : [],
    ),
    duties: verdict.existing === true && outcome === 'fail' ? dutiesOf(verdict) : [],
    number,
  };
}
