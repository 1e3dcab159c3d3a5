import { type PreparedWalls, prepareWalls } from '../geometry/index.js';
import type { Segment } from '../geometry/types.js';
import type { Barrier, World } from './barriers.js';

/** What blocks in a world, or what devices can be mounted on: what blocks in may-see, but for the sides of tunnels. */
export type Kind = World | 'mounts';

/** Some of a level's barriers. */
export interface Selection {
  /** Names the set of walls. */
  readonly key: string;
  readonly walls: PreparedWalls;
  /** Which of all prepared walls these are. */
  readonly blocks: Uint8Array;
}

/** The sets of a level's barriers that views are taken among. */
export interface Selections {
  /** All barriers, prepared together. */
  readonly all: PreparedWalls;
  /** What blocks for an eye at a height, m, less the barriers of the given indices. */
  of(kind: Kind, eye: number | undefined, less?: readonly number[]): Selection;
}

interface Choice {
  readonly key: string;
  readonly chosen: readonly boolean[];
}

/**
 * All worlds look at walls that were welded and split together, so that one world's walls are exactly among another's.
 * Cameras at many heights see the same walls: those that block are told apart by which they are, not by the height.
 */
export function createSelections(barriers: readonly Barrier[]): Selections {
  const all = prepareWalls(barriers, { closeGaps: true });
  const choices = new Map<string, Choice>();
  const selections = new Map<string, Selection>();
  const choose = (kind: Kind, eye: number | undefined): Choice => {
    const name = `${kind} ${eye}`;
    const known = choices.get(name);
    if (known !== undefined) return known;
    const chosen = barriers.map(({ jamb, blocks }) =>
      kind === 'mounts' ? !jamb && blocks('may', eye) : blocks(kind, eye),
    );
    const choice = { key: `${kind === 'must'} ${chosen.map(Number).join('')}`, chosen };
    choices.set(name, choice);
    return choice;
  };
  return {
    all,
    of(kind, eye, less = []) {
      const { key: whole, chosen } = choose(kind, eye);
      const gone = less.filter((i) => chosen[i]);
      const key = gone.length === 0 ? whole : `${whole} ${gone.join()}`;
      const known = selections.get(key);
      if (known !== undefined) return known;
      const kept = gone.length === 0 ? chosen : chosen.map((one, i) => one && !gone.includes(i));
      const selection = { key, ...subset(all, kept, kind === 'must') };
      selections.set(key, selection);
      return selection;
    },
  };
}

/** The prepared pieces of which any source is chosen; closed gaps have no source. */
function subset(all: PreparedWalls, chosen: readonly boolean[], gaps: boolean): Omit<Selection, 'key'> {
  const segments: Segment[] = [];
  const origin: (readonly number[])[] = [];
  const units = new Float64Array(all.units.length);
  const blocks = new Uint8Array(all.segments.length);
  all.segments.forEach((segment, i) => {
    const sources = all.origin[i] ?? [];
    if (!(sources.length === 0 ? gaps : sources.some((source) => chosen[source] === true))) return;
    units.set(all.units.subarray(4 * i, 4 * i + 4), 4 * segments.length);
    blocks[i] = 1;
    segments.push(segment);
    origin.push(sources);
  });
  return { walls: { segments, origin, leaks: [], units: units.subarray(0, 4 * segments.length) }, blocks };
}
