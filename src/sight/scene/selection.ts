// Which prepared walls hide in a world at given heights, and which are panels.

import { GRANTS, grantBudget, spendBudget } from '../../base/budget.js';
import { memoizeByName } from '../../base/memo.js';
import { EITHER, GATE, type Lists, type PreparedWalls, prepareWalls } from '../../geometry/index.js';
import type { Point } from '../../geometry/types.js';
import { toFrame } from '../../plan/walls/plane.js';
import type { Barrier, World } from './barriers.js';
import { type Extent, FULL, type Heights, hidesAll, isAtHeight } from './shadow.js';

/**
 * Which walls hide: those of a world, or `mounts`, the walls on which devices can be mounted (those of may-see without
 * the sides of tunnels, the spaces in a wall that openings lead through).
 */
export type Kind = World | 'mounts';

/** Some of a level's prepared walls (barriers, welded and split where they cross). */
export interface Selection {
  /** Key by which equal sets are found again. */
  readonly key: string;
  /**
   * By wall: 1 if it is in the set, 0 if not. 2 or EITHER: in the set only for some eyes; for the others 2 is a gate,
   * EITHER is nothing. GATE: not in the set, but noted as a gate, since it hides some heights.
   */
  readonly blocks: Uint8Array;
}

/** Prepared walls, by index, that don't reach from floor to ceiling and hide between the same heights. */
export interface Panels {
  readonly extents: readonly Extent[];
  readonly walls: readonly number[];
}

/** The sets of a level's walls among which views are computed. */
export interface Selections {
  /** All barriers, prepared together. */
  readonly all: PreparedWalls;
  /** Returns the walls that hide everything beyond them: from floor to ceiling, or at those heights. */
  blocking(world: World, heights: Heights | undefined): Selection;
  /**
   * Returns the same with the walls that hide only some heights as gates; without heights there are none, since nobody
   * knows what they hide.
   */
  gated(world: World, heights: Heights | undefined): Selection;
  /** Returns 1 for each wall that hides at any height, else 0. */
  hidingAnything(world: World): Uint8Array;
  /**
   * Returns those of some walls on which a device nearby at height `eye` (m) may be mounted; if that is unknown, full
   * walls only.
   */
  mountable(kind: Kind, walls: readonly number[], eye: number | undefined): readonly number[];
  /** Returns the walls that hide only part of what lies beyond them, grouped by heights. */
  panels(world: World): readonly Panels[];
  /**
   * Returns the heights between which a prepared wall hides from an eye: without parts that stand out of the eye's own
   * wall.
   */
  hiding(world: World, wall: number, eye: Point): readonly Extent[];
  /** Returns the same list for all walls alike: all that a prepared wall hides, as if no part stood out of a wall. */
  hidingWhole(world: World, wall: number): readonly Extent[];
  /**
   * Returns the heights between which a prepared wall hides from everywhere: without any part that stands out of a
   * wall.
   */
  hidingAsDrawn(world: World, wall: number): readonly Extent[];
  /** True if what a wall hides depends on where the eye is. */
  depends(wall: number): boolean;
  /** True if a wall hides whole from an eye: no part of it stands out of the eye's own wall. */
  isWhole(wall: number, eye: Point): boolean;
}

const WHOLLY: readonly Extent[] = [FULL];
const NOTHING: readonly Extent[] = [];

interface Sorted {
  readonly full: Uint8Array;
  readonly panels: readonly Panels[];
  /** By wall: 1 + its index among the panels; 0 if it is none. */
  readonly rank: Int32Array;
}

/**
 * Returns the sets of a level's walls. All worlds share walls that were welded and split together, so that one world's
 * walls are exactly among another's. Sets are keyed by which walls block, not by height: cameras at many heights see
 * the same walls.
 */
export function createSelections(barriers: readonly Barrier[]): Selections {
  grantBudget(2 * barriers.length * GRANTS.wallEnd);
  const all = prepareWalls(barriers, { closeGaps: true });
  const named = new Map<string, Selection>();
  const selections = new Map<string, Selection>();
  const standing = standingOf(all, barriers);
  const depending = Uint8Array.from({ length: standing.first.length - 1 }, (_, wall) =>
    standing.first[wall + 1] > standing.first[wall] ? 1 : 0,
  );
  const sort = memoizeByName((kind: Kind) => sortWalls(all, barriers, kind));
  const blocking = (world: World, heights: Heights | undefined): Selection => {
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
  };
  const hidingAsDrawn = (world: World, wall: number): readonly Extent[] => {
    return hidesIn(world, barriers, all.sources, wall, (barrier) => barrier.standsOut === undefined);
  };
  return {
    all,
    blocking,
    gated(world, heights) {
      const plain = blocking(world, heights);
      if (heights === undefined) return plain;
      const key = `gated ${plain.key}`;
      const asDrawn = (wall: number) => hidingAsDrawn(world, wall).length > 0;
      const selection = selections.get(key) ?? { key, blocks: withGates(plain.blocks, sort(world).panels, asDrawn) };
      selections.set(key, selection);
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
      const kept = depending[wall] === 1 ? (barrier: Barrier) => !isBeside(barrier, eye) : isAny;
      return hidesIn(world, barriers, all.sources, wall, kept);
    },
    hidingWhole(world, wall) {
      const { full, panels, rank } = sort(world);
      return rank[wall] > 0 ? panels[rank[wall] - 1].extents : full[wall] === 1 ? WHOLLY : NOTHING;
    },
    hidingAsDrawn,
    depends: (wall) => depending[wall] === 1,
    isWhole: (wall, [x, y]) => depending[wall] === 0 || !isBesideAny(standing, wall, x, y),
  };
}

/** m: rounding, across a face. */
const ON_FACE = 1e-6;

/** What stands out of walls, for a question that a walk asks thousands of times. */
interface Standing {
  /** By wall, where its parts begin in `parts`; one more for the end. */
  readonly first: Int32Array;
  /** Of a part, six numbers: its frame's origin and direction, and its span across, with what rounding may add. */
  readonly parts: Float64Array;
}

/** Numbers of a part. */
const PART = 6;

function standingOf({ sources: { start, items }, units }: PreparedWalls, barriers: readonly Barrier[]): Standing {
  const parts: number[] = [];
  const first = new Int32Array(units.length / 4 + 1);
  for (let wall = 0; wall < first.length - 1; wall += 1) {
    for (let i = start[wall]; i < start[wall + 1]; i += 1) {
      const { standsOut } = barriers[items[i]];
      if (standsOut === undefined) continue;
      const { frame, span } = standsOut;
      parts.push(...frame.origin, ...frame.along, span[0] - ON_FACE, span[1] + ON_FACE);
    }
    first[wall + 1] = parts.length;
  }
  return { first, parts: Float64Array.from(parts) };
}

/** True if an eye is as near to a wall as some part of it that stands out of that wall: it is on the same wall. */
function isBesideAny({ first, parts }: Standing, wall: number, x: number, y: number): boolean {
  for (let i = first[wall]; i < first[wall + 1]; i += PART) {
    const across = (y - parts[i + 1]) * parts[i + 2] - (x - parts[i]) * parts[i + 3];
    if (across >= parts[i + 4] && across <= parts[i + 5]) return true;
  }
  return false;
}

/** True if the eye is as near to the barrier's wall as the part of it that stands out. */
function isBeside({ standsOut }: Barrier, eye: Point): boolean {
  if (standsOut === undefined) return false;
  const { frame, span } = standsOut;
  const [, across] = toFrame(frame, eye);
  return across >= span[0] - ON_FACE && across <= span[1] + ON_FACE;
}

/**
 * True if one of the extents hides everything beyond it in `world`. Without heights only an extent from floor to
 * ceiling does.
 */
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

/** @param asDrawn true for a wall of which something hides even without what stands out of other walls */
function withGates(plain: Uint8Array, panels: readonly Panels[], asDrawn: (wall: number) => boolean): Uint8Array {
  const blocks = plain.map((flag, wall) => (flag === 2 && !asDrawn(wall) ? EITHER : flag));
  for (const { walls } of panels) for (const wall of walls) if (blocks[wall] === 0) blocks[wall] = GATE;
  return blocks;
}

/**
 * Returns the walls that reach from floor to ceiling, and the panels. Closed gaps have no source, and are closed in
 * must-see.
 */
function sortWalls({ sources, units }: PreparedWalls, barriers: readonly Barrier[], kind: Kind): Sorted {
  const full = new Uint8Array(units.length / 4);
  const rank = new Int32Array(full.length);
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
  const kept = kind === 'mounts' ? (barrier: Barrier) => !barrier.jamb : isAny;
  spendBudget(10 * full.length);
  for (let wall = 0; wall < full.length; wall += 1) {
    if (sources.start[wall] === sources.start[wall + 1]) {
      full[wall] = kind === 'must' ? 1 : 0;
      continue;
    }
    const extents = hidesIn(world, barriers, sources, wall, kept);
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

/** Rank of a wall that reaches from floor to ceiling: it is no panel. */
const WHOLE = 0;

const isAny = () => true;

/** Returns the heights between which those barriers hide together that a wall stands for and that are kept. */
function hidesIn(
  world: World,
  barriers: readonly Barrier[],
  { start, items }: Lists,
  wall: number,
  isKept: (barrier: Barrier) => boolean,
): readonly Extent[] {
  let extents: readonly Extent[] = [];
  for (let i = start[wall]; i < start[wall + 1]; i += 1) {
    const barrier = barriers[items[i]];
    if (!isKept(barrier)) continue;
    const own = barrier.hides(world);
    if (own.length > 0 && own !== extents) extents = extents.length === 0 ? own : [...extents, ...own];
  }
  return extents;
}
