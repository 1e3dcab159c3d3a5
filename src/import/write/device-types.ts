import type { PlanDraft } from '../draft.js';

/**
 * The types that a source's devices are of, each with the kind of the first that is of it. A source has their names alone:
 * without an entry for each a plan refers to what isn't there.
 */
export function deviceTypesOf({ devices }: Pick<PlanDraft, 'devices'>): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  for (const { kind, keys } of devices) {
    if (typeof keys.type === 'string' && !types.has(keys.type)) types.set(keys.type, kind);
  }
  return types;
}
