import { spendBudget } from '../../base/budget.js';
import { type PreparedWalls, prepareWalls } from '../../geometry/index.js';
import type { Point } from '../../geometry/types.js';
import { toFrame } from '../../plan/walls/plane.js';
import type { Barrier, World } from './barriers.js';
import { type Extent, FULL, type Heights, hidesAll, isAtHeight } from './shadow.js';

/** What hides in a world, or what devices can be mounted on: what hides in may-see, but for the sides of tunnels. */
export type Kind = World | 'mounts';

/** Some of a level's prepared walls. */
export interface Selection {
  /** Names the set. */
  readonly key: string;
  /** 1 for each that is among them, 2 where it depends on where the eye is. */
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
  blocking(world: World, heights: Heights | undefined): Selection;
  /** 1 for each that hides at any height. */
  hidingAnything(world: World): Uint8Array;
  /** Those of some walls that a device at the height of `eye` m is mounted on where near. Of unknown height: full ones only. */
  mountable(kind: Kind, walls: readonly number[], eye: number | undefined): readonly number[];
  /** What hides less than everything in a world. */
  panels(world: World): readonly Panels[];
  /** Between which heights a prepared wall hides from an eye: less what stands out of the wall that the eye is on. */
  hiding(world: World, wall: number, eye: Point): readonly Extent[];
  /** The same from everywhere: less all that stands out of walls as drawn. */
  hidingAsDrawn(world: World, wall: number): readonly Extent[];
  /** Whether what a wall hides depends on where the eye is. */
  depends(wall: number): boolean;
}

interface Sorted {
  readonly full: Uint8Array;
  readonly panels: readonly Panels[];
  /** 1 + the index among the panels of each wall that is one. */
  readonly rank: Int32Array;
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
  const depending = dependingWalls(all, barriers);
  const sort = (kind: Kind): Sorted => {
    const known = sorted.get(kind) ?? sortWalls(all, barriers, kind);
    sorted.set(kind, known);
    return known;
  };
  return {
    all,
    blocking(world, heights) {
      const name = `${world} ${heights?.eye} ${heights?.target[0]} ${heights?.target[1]}`;
      const known = named.get(name);
      if (known !== undefined) return known;
      const { full, panels } = sort(world);
      const high = panels.map(({ extents }) => hideAll(extents, heights, world));
      const key = `${world} ${high.map(Number).join('')}`;
      const more = panels.filter((_, rank) => high[rank]);
      const selection = selections.get(key) ?? { key, blocks: withMore(full, more, depending) };
      selections.set(key, selection);
      named.set(name, selection);
      return selection;
    },
    hidingAnything(world) {
      const { full, rank } = sort(world);
      return full.map((whole, wall) => (whole === 1 || rank[wall] > 0 ? 1 : 0));
    },
    panels: (world) => sort(world).panels,
    mountable(kind, walls, eye) {
      const { full, panels, rank } = sort(kind);
      return walls.filter((wall) => {
        if (full[wall] === 1) return true;
        const of = rank[wall];
        if (of === 0 || eye === undefined) return false;
        return panels[of - 1].extents.some((extent) => isAtHeight(extent, eye, kind === 'must'));
      });
    },
    hiding(world, wall, eye) {
      const sources = all.origin[wall];
      const kept = depending[wall] === 1 ? sources.filter((source) => !isBeside(barriers[source], eye)) : sources;
      return hidesIn(world, barriers, kept, false);
    },
    hidingAsDrawn(world, wall) {
      const kept = all.origin[wall].filter((source) => barriers[source].standsOut === undefined);
      return hidesIn(world, barriers, kept, false);
    },
    depends: (wall) => depending[wall] === 1,
  };
}

/** 1 for each prepared wall that stands for a side of a tunnel that stands out of its wall. */
function dependingWalls({ origin }: PreparedWalls, barriers: readonly Barrier[]): Uint8Array {
  return Uint8Array.from(origin, (sources) =>
    sources.some((source) => barriers[source].standsOut !== undefined) ? 1 : 0,
  );
}

/** m: rounding, across a face. */
const ON_FACE = 1e-6;

/** Whether an eye is as near to the wall as what stands out of it there: it is on the same wall. */
function isBeside({ standsOut }: Barrier, eye: Point): boolean {
  if (standsOut === undefined) return false;
  const { frame, span } = standsOut;
  const [, across] = toFrame(frame, eye);
  return across >= span[0] - ON_FACE && across <= span[1] + ON_FACE;
}

/** Whether any of the extents hides everything beyond it; from floor to ceiling, where the heights aren't known. */
export function hideAll(extents: readonly Extent[], heights: Heights | undefined, world: World): boolean {
  if (heights === undefined) return extents.includes(FULL);
  return extents.some((extent) => hidesAll(extent, heights, world === 'must'));
}

function withMore(full: Uint8Array, more: readonly Panels[], depending: Uint8Array): Uint8Array {
  const blocks = full.slice();
  for (const { walls } of more) for (const wall of walls) blocks[wall] = 1;
  for (let wall = 0; wall < blocks.length; wall += 1) if (blocks[wall] === 1 && depending[wall] === 1) blocks[wall] = 2;
  return blocks;
}

/** What reaches from floor to ceiling, and what doesn't. Closed gaps have no source, and are closed in must-see. */
function sortWalls({ origin }: PreparedWalls, barriers: readonly Barrier[], kind: Kind): Sorted {
  const full = new Uint8Array(origin.length);
  const rank = new Int32Array(origin.length);
  const panels: { extents: readonly Extent[]; walls: number[] }[] = [];
  const ranks = new Map<string, number>();
  // Most walls share the very list of another: only lists not seen before are read.
  const read = new Map<readonly Extent[], number>();
  const rankOf = (extents: readonly Extent[]): number => {
    if (extents.includes(FULL)) return WHOLE;
    const key = extents.map(({ from, to }) => `${from} ${to}`).join();
    const known = ranks.get(key) ?? panels.push({ extents, walls: [] });
    ranks.set(key, known);
    return known;
  };
  const world = kind === 'mounts' ? 'may' : kind;
  spendBudget(10 * origin.length);
  for (let wall = 0; wall < origin.length; wall += 1) {
    const sources = origin[wall];
    if (sources.length === 0) {
      full[wall] = kind === 'must' ? 1 : 0;
      continue;
    }
    const extents = hidesIn(world, barriers, sources, kind === 'mounts');
    if (extents.length === 0) continue;
    const known = read.get(extents) ?? rankOf(extents);
    read.set(extents, known);
    if (known === WHOLE) {
      full[wall] = 1;
      continue;
    }
    panels[known - 1].walls.push(wall);
    rank[wall] = known;
  }
  return { full, panels, rank };
}

/** The rank of what reaches from floor to ceiling: it is no panel. */
const WHOLE = 0;

/** Between which heights some barriers hide together; `solid`: the sides of tunnels aside. */
function hidesIn(
  world: World,
  barriers: readonly Barrier[],
  sources: readonly number[],
  solid: boolean,
): readonly Extent[] {
  let extents: readonly Extent[] = [];
  for (const source of sources) {
    const barrier = barriers[source];
    if (solid && barrier.jamb) continue;
    const own = barrier.hides(world);
    if (own.length > 0 && own !== extents) extents = extents.length === 0 ? own : [...extents, ...own];
  }
  return extents;
}
