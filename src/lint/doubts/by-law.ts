// The verdicts of both variants of a plan by one of several laws alone.
import type { Pack } from '../../law/types.js';
import { type Signed, verdictBy } from '../run.js';
import type { LintVerdict } from '../types.js';
import type { RuledStatement } from '../unite.js';
import type { Both } from './join.js';

/** Tells which laws a pair of verdicts combines, and what the two would be by some of these laws alone. */
export class ByLaw {
  private readonly statements: ReadonlyMap<LintVerdict, readonly RuledStatement[]>;

  /**
   * @param signed the verdicts of both variants with their statements
   * @param pack the laws together
   */
  constructor(
    signed: readonly Signed[],
    readonly pack: Pack,
  ) {
    this.statements = new Map(signed.map(({ verdict, statements }) => [verdict, statements]));
  }

  /**
   * Returns the ids of the laws that a statement of either verdict is by; '' stands for a statement on the plan itself.
   */
  lawsOf({ hiding, passing }: Both): readonly string[] {
    return [...new Set([...this.of(hiding), ...this.of(passing)].map(idOf))];
  }

  /** Returns the pair of verdicts as they would be by the given laws alone. */
  only(pair: Both, laws: readonly string[]): Both {
    return { ...pair, hiding: this.by(pair.hiding, laws), passing: this.by(pair.passing, laws) };
  }

  private by(verdict: LintVerdict | undefined, laws: readonly string[]): LintVerdict | undefined {
    if (verdict === undefined) return undefined;
    const all = this.of(verdict);
    const some = all.filter((one) => laws.includes(idOf(one)));
    return some.length === all.length ? verdict : verdictBy(verdict, some, this.pack);
  }

  private of(verdict: LintVerdict | undefined): readonly RuledStatement[] {
    return (verdict && this.statements.get(verdict)) ?? [];
  }
}

function idOf({ law }: RuledStatement): string {
  return law?.id ?? '';
}
