import { byPack, type RuleContext } from '../../facts/context.js';
import type { Localized } from '../../i18n/locale.js';
import { cite } from '../../law/lookup.js';
import type { Phase } from '../../law/requirement.js';
import { wordAt } from '../../plan/project/names.js';
import type { Statement } from '../verdict.js';
import { rule } from './requirement.js';
import { inPhase } from './shared/facts.js';

/** What the phase that the plan states keeps from being asked, in whole or in part. */
export interface Deferred {
  readonly phase: Localized;
  /** Citations of what would be asked, or more of it, were the system in use; in the packs' order, each once. */
  readonly clauses: readonly Localized[];
}

/** Nothing that is asked of a system in use is put off any more. */
const LAST: Phase = 'in-use';

/** What isn't asked yet for the phase alone; undefined where the plan states no project, or nothing hangs on its phase. */
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
  return distinct.length === 0 ? undefined : { phase: wordAt('phase', project.phase), clauses: distinct };
}

/** What the phase contradicts, or may: it is put off by nothing. */
const UNDECIDED: ReadonlySet<string> = new Set(['doubtful', 'ofEither', 'ifInstalled']);

/** Whether the phase spares something of it: what contradicts it is open all the same. */
function isBetter({ message }: Statement, later: Statement | undefined): boolean {
  return !UNDECIDED.has(message.id) && JSON.stringify(message) !== JSON.stringify(later?.message);
}
