// Keeps only the plans that changed since a revision.

import { byCodeUnit } from '../../../base/order.js';
import type { Io } from '../../io.js';
import { guessFile, referencesOf } from '../file-guess.js';
import type { Gathered } from '../find.js';
import { isSitecamFile, PLAN_ENDING } from '../names.js';
import type { SelectedPlans } from '../types.js';
import { bytesOf, changesSince, type Deleted, type GitChanges, type GitQuery } from './changed.js';

/**
 * Returns the gathered plans that changed since `revision`, themselves or in a file they depend on: files they refer
 * to, `refersTo` of them, and sitecam's own files.
 */
export async function onlyChanged(
  gathered: Gathered,
  revision: string,
  git: GitQuery,
  refersTo: (path: string) => readonly string[],
): Promise<SelectedPlans> {
  const { io } = git;
  const changes = changesSince(revision, git);
  const deleted = deletedPlans(gathered, changes, git);
  // An argument whose plan was deleted is no typing error, so its fault is dropped.
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

/** Returns the deleted plans within the scopes of the arguments. */
function deletedPlans(gathered: Gathered, changes: GitChanges, git: GitQuery): Deleted[] {
  const candidates = changes.deleted.filter(
    ({ path }) => PLAN_ENDING.test(path) && !isSitecamFile(path) && gathered.scopes.some((covers) => covers(path)),
  );
  const bytes = bytesOf(candidates, git);
  return candidates.filter((_, index) => guessFile(bytes[index]) === 'plan');
}
