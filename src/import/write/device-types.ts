// Device types of a draft.

import type { PlanDraft } from '../draft.js';

/**
 * Returns the type names of a draft's devices, each with the kind of the first device of that type. A source only has
 * the names; without an entry for each, the plan would refer to missing types.
 */
export function deviceTypesOf({ devices }: Pick<PlanDraft, 'devices'>): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  for (const { kind, keys } of devices) {
    if (typeof keys.type === 'string' && !types.has(keys.type)) types.set(keys.type, kind);
  }
  return types;
}
