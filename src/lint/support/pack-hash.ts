import { sha256 } from '../../base/hash.js';
import { partsOf } from '../../law/compose.js';
import type { Pack } from '../../law/types.js';

/** A pack by what is in it. */
export interface PackHash {
  readonly id: string;
  /** Of its canonical data, hex. */
  readonly sha256: string;
}

/** What says how a pack stands to others or to a configuration, or where it was read: no data of its own. */
const NOT_ITS_OWN: ReadonlySet<string> = new Set(['parts', 'beside', 'unchanged', 'written']);

const known = new WeakMap<Pack, PackHash>();

/**
 * The packs that a plan is judged by, each with the hash of its data as it came, before a configuration gave it other
 * figures: the same words and figures, whatever file they stood in and in whatever order of keys, have the same hash.
 */
export function packHashes(pack: Pack): readonly PackHash[] {
  return partsOf(pack).map((part) => hashOf(part.unchanged ?? part));
}

function hashOf(pack: Pack): PackHash {
  const found = known.get(pack) ?? { id: pack.id, sha256: sha256(new TextEncoder().encode(canonical(pack))) };
  known.set(pack, found);
  return found;
}

/** JSON without white space, the keys of every object in the order of their code units. */
function canonical(pack: Pack): string {
  return JSON.stringify(pack, (key, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const members = Object.entries(value).filter(([name]) => key !== '' || !NOT_ITS_OWN.has(name));
    return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
