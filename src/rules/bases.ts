// The clauses of a verdict by the part they play.
import type { ClauseId } from '../law/types.js';
import type { LegalBasis, Verdict } from './verdict.js';

/** The parts of a verdict that say by which clauses it holds. */
type Based = Pick<Verdict, 'bases' | 'outcome'>;

/**
 * Returns the ids of all clauses that the verdict rests on, penalties apart, each once: first those that decide with
 * the verdict's own outcome, last those that it only refers to.
 */
export function clausesOf({ bases }: Pick<Verdict, 'bases'>): ClauseId[] {
  return [...new Set(bases.map(({ clause }) => clause))];
}

/** Returns the leading bases: those of clauses that decide the fact, with the same outcome as the whole verdict. */
export function leadersOf({ bases, outcome }: Based): readonly LegalBasis[] {
  return bases.filter((basis) => basis.role === 'decides' && basis.outcome === outcome);
}

/**
 * Returns the ids, each once, of the leading clauses: those that decide the fact with the same outcome as the whole
 * verdict.
 */
export function leadingClauses(verdict: Based): ClauseId[] {
  return [...new Set(leadersOf(verdict).map(({ clause }) => clause))];
}

/**
 * Returns the ids, each once, of the clauses that decide the fact, whatever the outcome by each of them; those with
 * the verdict's own outcome come first.
 */
export function decidedClauses({ bases }: Pick<Verdict, 'bases'>): ClauseId[] {
  return [...new Set(bases.flatMap(({ role, clause }) => (role === 'decides' ? [clause] : [])))];
}

/** Returns the penalty clauses that may apply. */
export function penaltiesOf({ bases }: Pick<Verdict, 'bases'>): ClauseId[] {
  return [...new Set(bases.flatMap(({ penalties }) => penalties))];
}

/** Returns the clauses that order something to be done at once, such as reporting a device found in breach. */
export function dutiesOf({ bases }: Pick<Verdict, 'bases'>): ClauseId[] {
  return [...new Set(bases.flatMap(({ duties }) => duties))];
}
