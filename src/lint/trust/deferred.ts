// Requirements that a project's phase defers: they would be judged otherwise if the system were in use.
import { byPack, type RuleContext } from '../../facts/context.js';
import { inPhase } from '../../facts/project/stated-facts.js';
import type { Localized } from '../../i18n/locale.js';
import { cite } from '../../law/lookup.js';
import type { Phase } from '../../law/requirement.js';
import { meaningAt } from '../../plan/project/names.js';
import { rule } from '../../rules/project/requirement.js';
import type { Statement } from '../../rules/verdict.js';

/** The clauses that the stated phase keeps from being judged, in whole or in part. */
export interface Deferred {
  /** Name of the stated phase. */
  readonly phase: Localized;
  /** Citations of the clauses that would ask more if the system were in use; in the packs' order, each once. */
  readonly clauses: readonly Localized[];
}

/** The last phase, in which every requirement on a system applies. */
const LAST: Phase = 'in-use';

/**
 * Returns the clauses deferred by the phase alone. Undefined if the plan states no project, the system is in use, or
 * nothing depends on the phase.
 */
export function deferredBy(context: RuleContext): Deferred | undefined {
  const { project } = context.site;
  if (project === undefined || project.phase === LAST) return undefined;
  const last = inPhase(project, LAST);
  const clauses = byPack(context).flatMap((each) => {
    if (each.pack.requirements === undefined) return [];
    const later = new Map(
      rule.check({ ...each, site: { ...each.site, project: last } }).map((said) => [said.subject, said] as const),
    );
    return rule
      .check(each)
      .filter((said) => isBetter(said, later.get(said.subject)))
      .flatMap(({ clauses: [main] }) => (main === undefined ? [] : [cite(each.pack, main)]));
  });
  const distinct = [...new Map(clauses.map((each) => [each.zh, each])).values()];
  return distinct.length === 0 ? undefined : { phase: meaningAt('phase', project.phase), clauses: distinct };
}

/** Messages on a phase that is contradicted, or may be: such a phase defers nothing. */
const UNDECIDED: ReadonlySet<string> = new Set(['doubtful', 'ofEither', 'ifInstalled']);

/**
 * True if the phase spares the site something of this requirement. A statement that contradicts the phase is open all
 * the same.
 */
function isBetter({ message }: Statement, later: Statement | undefined): boolean {
  return !UNDECIDED.has(message.id) && JSON.stringify(message) !== JSON.stringify(later?.message);
}
