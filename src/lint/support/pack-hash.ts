// Hashes of law packs, so that a report names the data it was judged by.

import { sha256 } from '../../base/hash.js';
import { memoize } from '../../base/memo.js';
import { partsOf } from '../../law/compose.js';
import type { Pack } from '../../law/types.js';

/** A pack's id with the hash of its data. */
export interface PackHash {
  readonly id: string;
  /** SHA-256 of the pack's canonical JSON, in hex. */
  readonly sha256: string;
}

/** Keys that relate a pack to others, to a configuration or to a file; they are no data of the pack and not hashed. */
const NOT_ITS_OWN: ReadonlySet<string> = new Set(['parts', 'beside', 'unchanged', 'written']);

/**
 * Returns the packs that a plan is judged by, each with the hash of its data before a configuration changed figures.
 * The same words and figures have the same hash, whatever file they stood in and whatever the order of keys.
 */
export function packHashes(pack: Pack): readonly PackHash[] {
  return partsOf(pack).map((part) => hashOf(part.unchanged ?? part));
}

const hashOf = memoize((pack: Pack): PackHash => ({ id: pack.id, sha256: sha256(canonical(pack)) }));

/** Returns JSON without white space, the keys of every object in code-unit order. */
function canonical(pack: Pack): string {
  return JSON.stringify(pack, (key, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const members = Object.entries(value).filter(([name]) => key !== '' || !NOT_ITS_OWN.has(name));
    return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
