import type { Localized } from '../../i18n/locale.js';
import { cite } from '../../law/lookup.js';
import type { Phase } from '../../law/requirement.js';
import type { Project } from '../../plan/project/model.js';
import { wordAt } from '../../plan/project/names.js';
import { byPack, type RuleContext, type Statement } from '../rule.js';
import { rule } from './requirement.js';

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

function inPhase(project: Project, phase: Phase): Project {
  const facts = project.facts.map((fact) => (fact.path === 'phase' ? { ...fact, value: phase } : fact));
  return { ...project, phase, facts };
}

/** Whether the phase spares something of it: what contradicts it is open all the same. */
function isBetter({ message }: Statement, later: Statement | undefined): boolean {
  return message.id !== 'doubtful' && JSON.stringify(message) !== JSON.stringify(later?.message);
}
