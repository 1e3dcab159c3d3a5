import { type PreparedWalls, prepareWalls } from '../geometry/index.js';
import type { Barrier, World } from './barriers.js';
import { type Extent, FULL, type Heights, hidesAll } from './shadow.js';

/** What blocks in a world, or what devices can be mounted on: what blocks in may-see, but for the sides of tunnels. */
export type Kind = World | 'mounts';

/** Some of a level's prepared walls. */
export interface Selection {
  /** Names the set. */
  readonly key: string;
  /** 1 for each that is among them. */
  readonly blocks: Uint8Array;
}

/** Prepared walls that don't reach from floor to ceiling, alike in the heights between which they hide. */
export interface Panels {
  readonly extents: readonly Extent[];
  readonly walls: readonly number[];
}

/** The sets of a level's barriers that views are taken among. */
export interface Selections {
  /** All barriers, prepared together. */
  readonly all: PreparedWalls;
  /** What hides everything beyond it: from floor to ceiling, or at those heights. */
  blocking(kind: Kind, heights: Heights | undefined): Selection;
  /** What hides less than everything in a world. */
  panels(world: World): readonly Panels[];
  /** Prepared walls that hide in `world` for no other reason than the barriers of the given indices. */
  onlyFor(world: World, barriers: ReadonlySet<number>): readonly number[];
}

interface Sorted {
  readonly full: Uint8Array;
  readonly panels: readonly Panels[];
}

/**
 * All worlds look at walls that were welded and split together, so that one world's walls are exactly among another's.
 * Cameras at many heights see the same walls: those that block are told apart by which they are, not by the height.
 */
export function createSelections(barriers: readonly Barrier[]): Selections {
  const all = prepareWalls(barriers, { closeGaps: true });
  const sorted = new Map<Kind, Sorted>();
  const named = new Map<string, Selection>();
  const selections = new Map<string, Selection>();
  const bySource = new Map<number, readonly number[]>();
  const sort = (kind: Kind): Sorted => {
    const known = sorted.get(kind) ?? sortWalls(all, barriers, kind);
    sorted.set(kind, known);
    return known;
  };
  return {
    all,
    blocking(kind, heights) {
      const name = `${kind} ${heights?.eye} ${heights?.target[0]} ${heights?.target[1]}`;
      const known = named.get(name);
      if (known !== undefined) return known;
      const { full, panels } = sort(kind);
      const high = heights === undefined ? [] : blockingAt(panels, heights, kind);
      const key = `${kind} ${high.join()}`;
      const selection = selections.get(key) ?? { key, blocks: withMore(full, high) };
      selections.set(key, selection);
      named.set(name, selection);
      return selection;
    },
    panels: (world) => sort(world).panels,
    onlyFor(world, gone) {
      const { full } = sort(world);
      const hides = (source: number) => barriers[source]?.hides(world).includes(FULL) === true;
      return wallsOf(all, gone, bySource).filter(
        (wall) => full[wall] === 1 && !(all.origin[wall] ?? []).some((source) => !gone.has(source) && hides(source)),
      );
    },
  };
}

function blockingAt(panels: readonly Panels[], heights: Heights, kind: Kind): number[] {
  const closed = kind === 'must';
  return panels.flatMap(({ extents, walls }) =>
    extents.some((extent) => hidesAll(extent, heights, closed)) ? walls : [],
  );
}

function withMore(full: Uint8Array, more: readonly number[]): Uint8Array {
  if (more.length === 0) return full;
  const blocks = full.slice();
  for (const wall of more) blocks[wall] = 1;
  return blocks;
}

/** What reaches from floor to ceiling, and what doesn't. Closed gaps have no source, and are closed in must-see. */
function sortWalls({ segments, origin }: PreparedWalls, barriers: readonly Barrier[], kind: Kind): Sorted {
  const full = new Uint8Array(segments.length);
  const panels = new Map<string, { extents: readonly Extent[]; walls: number[] }>();
  const world = kind === 'mounts' ? 'may' : kind;
  origin.forEach((sources, wall) => {
    if (sources.length === 0) {
      full[wall] = kind === 'must' ? 1 : 0;
      return;
    }
    let extents: readonly Extent[] = [];
    for (const source of sources) {
      const barrier = barriers[source];
      if (barrier === undefined || (kind === 'mounts' && barrier.jamb)) continue;
      const own = barrier.hides(world);
      if (own.includes(FULL)) {
        full[wall] = 1;
        return;
      }
      if (own.length > 0) extents = extents.length === 0 ? own : [...extents, ...own];
    }
    if (extents.length === 0) return;
    const key = extents.map(({ from, to }) => `${from} ${to}`).join();
    const alike = panels.get(key);
    if (alike === undefined) panels.set(key, { extents, walls: [wall] });
    else alike.walls.push(wall);
  });
  return { full, panels: [...panels.values()] };
}

/** Prepared walls of some barriers. */
function wallsOf(
  { origin }: PreparedWalls,
  barriers: ReadonlySet<number>,
  known: Map<number, readonly number[]>,
): number[] {
  if (known.size === 0) {
    const bySource = new Map<number, number[]>();
    origin.forEach((sources, wall) => {
      for (const source of sources) {
        const list = bySource.get(source);
        if (list === undefined) bySource.set(source, [wall]);
        else list.push(wall);
      }
    });
    for (const [source, walls] of bySource) known.set(source, walls);
  }
  return [...new Set([...barriers].flatMap((barrier) => known.get(barrier) ?? []))];
}
