// Hashes of law packs, so that a report names the data it was judged by.

import { canonicalJson } from '../../base/equality.js';
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

const hashOf = memoize((pack: Pack): PackHash => {
  const own = Object.entries(pack).filter(([name]) => !NOT_ITS_OWN.has(name));
  return { id: pack.id, sha256: sha256(canonicalJson(Object.fromEntries(own))) };
});
