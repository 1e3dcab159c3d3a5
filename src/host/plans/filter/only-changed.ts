import { byCodeUnit } from '../../../base/order.js';
import type { Io } from '../../io.js';
import { guessFile, referencesOf } from '../file-guess.js';
import type { Gathered } from '../find.js';
import { isSitecamFile, PLAN_ENDING } from '../names.js';
import type { SelectedPlans } from '../types.js';
import { bytesOf, changesSince, type Deleted, type GitChanges, type GitQuery } from './changed.js';

/** Of the plans gathered those that changed since `revision`, with what they refer to and what holds for them. */
export async function onlyChanged(
  gathered: Gathered,
  revision: string,
  git: GitQuery,
  refersTo: (path: string) => readonly string[],
): Promise<SelectedPlans> {
  const { io } = git;
  const changes = changesSince(revision, git);
  const deleted = deletedPlans(gathered, changes, git);
  // What was asked for and is gone is no slip of the pen, and nothing to lint.
  const there = gathered.plans.filter((plan) => {
    const covers = gathered.asked.get(plan);
    return covers === undefined || !deleted.some(({ path }) => covers(path));
  });
  const plans = there.filter(({ path, fault }) => fault !== undefined || isChanged(path, changes, io, refersTo));
  return {
    plans,
    passedOver: gathered.passedOver,
    since: {
      revision,
      unchanged: there.length - plans.length,
      deleted: deleted.map(({ path }) => path).sort(byCodeUnit),
    },
  };
}

function isChanged(path: string, changes: GitChanges, io: Io, refersTo: (path: string) => readonly string[]): boolean {
  if (changes.has(path) || changes.hasOwnFileFor(path)) return true;
  const bytes = io.peek(path);
  if (bytes === undefined) return true;
  return [...referencesOf(path, bytes), ...refersTo(path)].some((reference) => changes.has(reference));
}

/** Plans that are gone, of those asked for. */
function deletedPlans(gathered: Gathered, changes: GitChanges, git: GitQuery): Deleted[] {
  const candidates = changes.deleted.filter(
    ({ path }) => PLAN_ENDING.test(path) && !isSitecamFile(path) && gathered.scopes.some((covers) => covers(path)),
  );
  const bytes = bytesOf(candidates, git);
  return candidates.filter((_, index) => guessFile(bytes[index]) === 'plan');
}
