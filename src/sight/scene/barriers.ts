// Everything on a level that may block sight, and between which heights it does in each world.

import { append } from '../../base/arrays.js';
import { spendBudget } from '../../base/budget.js';
import { compareLength } from '../../base/threshold.js';
import { boxOf, grow } from '../../geometry/index.js';
import type { Segment } from '../../geometry/types.js';
import type { Opening } from '../../plan/model.js';
import { runsAlongFace, stretchAlong } from '../../plan/walls/along.js';
import { fromFrame, type LineFrame, SLIVER } from '../../plan/walls/plane.js';
import {
  type Cut,
  type Face,
  jambs,
  type LevelWalls,
  type OffsetSpan,
  openingSegment,
  TUNNEL,
} from '../../plan/walls/walls.js';
import { type Boxes, boxesOf } from './box-index.js';
import { type Extent, FULL } from './shadow.js';

/**
 * The five worlds.
 * - must: the smallest view (doors closed unless normally open, only glass declared clear is clear);
 * - may: the largest (everything that can open is open);
 * - standing: may, but nobody opens a door or a curtain;
 * - clear: standing, but frosted glass hides what is behind it;
 * - unglazed: clear, but windows and glass doors that don't stand open hide what is behind them.
 */
export type World = 'must' | 'may' | 'standing' | 'clear' | 'unglazed';

/** A world that says what may be seen: any but must. */
export type MayWorld = Exclude<World, 'must'>;

/** Segment (plan metres) that may block sight, and what it stands for. */
export interface Barrier extends Segment {
  /** Ids of the wall, the rooms or the opening that it stands for. */
  readonly of: readonly string[];
  /** True for a side of a tunnel, the space in the wall that an opening leads through: nothing is mounted on it. */
  readonly jamb: boolean;
  /**
   * Set for the part of a tunnel's side that stands out from the wall as drawn: between which offsets across the
   * opening. A device mounted on a wall shows where its surface is, so no tunnel in that wall may hide what runs along
   * it.
   */
  readonly standsOut?: { readonly frame: LineFrame; readonly span: OffsetSpan } | undefined;
  /** Returns the heights between which it blocks sight in a world; [] if it blocks nothing. */
  hides(world: World): readonly Extent[];
}

const NOTHING: readonly Extent[] = [];
const ALL: readonly Extent[] = [FULL];

/**
 * True if an opening lets sight through in a world: by its kind, its glass and film, and whether it is fixed or
 * normally open.
 */
export function isOpen(opening: Opening, world: World): boolean {
  const pane = opening.kind === 'window' || opening.kind === 'glass-door';
  const covered = opening.film || opening.glazing === 'opaque';
  if (opening.kind === 'passage') return true;
  if (world === 'must') {
    if (opening.normallyOpen && opening.kind !== 'window') return true;
    return pane && opening.glazing === 'clear' && !opening.film;
  }
  if (pane && covered && opening.fixed && !opening.normallyOpen) return false;
  if (world === 'may' || opening.normallyOpen) return true;
  if (world === 'unglazed') return false;
  return pane && !covered && !(world === 'clear' && opening.glazing === 'frosted');
}

/** True if sight through an opening passes frosted glass. */
export function isFrosted(opening: Opening): boolean {
  return isGlazed(opening) && opening.glazing === 'frosted';
}

/** True if sight through an opening passes glass rather than a gap. */
export function isGlazed(opening: Opening): boolean {
  return (opening.kind === 'window' || opening.kind === 'glass-door') && !opening.normallyOpen;
}

/** Returns the heights from the floor to `height` m; all heights if that is undefined or reaches the ceiling. */
function upTo(height: number | undefined, ceiling: number | undefined): readonly Extent[] {
  if (height === undefined || (ceiling !== undefined && height >= ceiling)) return ALL;
  return height > 0 ? [{ from: Number.NEGATIVE_INFINITY, to: height }] : NOTHING;
}

function faceHides(face: Face, world: World, ceiling: number | undefined): readonly Extent[] {
  if (face.material === 'clear') return NOTHING;
  if (face.material === 'frosted' && (world === 'may' || world === 'standing')) return NOTHING;
  return upTo(face.height, ceiling);
}

/**
 * Returns the heights that an opening leaves of the wall: all if it is closed, else those below its sill and above its
 * head.
 */
function openingHides(cut: Cut, world: World, ceiling: number | undefined): readonly Extent[] {
  const { opening, height } = cut;
  const leadsOn = cut.joins[0] !== undefined && cut.joins[1] !== undefined;
  if (world === 'must' && !leadsOn) return ALL;
  const wall = upTo(height, ceiling);
  if (!isOpen(opening, world)) return world === 'must' ? shut(cut, ceiling) : wall;
  const { sill = 0, head = Number.POSITIVE_INFINITY } = opening;
  return wall.flatMap(({ from, to }): Extent[] => [
    ...(sill > 0 ? [{ from, to: Math.min(to, sill) }] : []),
    ...(head < (ceiling ?? Number.POSITIVE_INFINITY) && head < to ? [{ from: head, to }] : []),
  ]);
}

/**
 * Returns the heights that a closed opening hides. A gate in a low wall may be higher than the wall: it reaches to its
 * head, and to any height if the plan gives none.
 */
function shut({ opening: { head }, height }: Cut, ceiling: number | undefined): readonly Extent[] {
  return height === undefined || head === undefined ? ALL : upTo(Math.max(height, head), ceiling);
}

/**
 * Returns everything on a level that may block sight. What blocks in may-see also blocks in must-see, and in may-see
 * with every door closed: so must-see always lies within may-see.
 *
 * @param ceiling the level's ceiling height, m; undefined: not in the plan
 */
export function barriersOf(walls: LevelWalls, ceiling: number | undefined): Barrier[] {
  const found: Barrier[] = [];
  const standsOut = undefined;
  // Thousands of faces are alike: what one of a kind hides is said once.
  const kinds = new Map<Face['material'], Map<number | undefined, Barrier['hides']>>();
  for (const face of walls.faces) {
    const { a, b, owners, material, height } = face;
    if (material === 'clear') continue;
    const alike = kinds.get(material) ?? new Map<number | undefined, Barrier['hides']>();
    kinds.set(material, alike);
    const hides = alike.get(height) ?? hiding((world) => faceHides(face, world, ceiling));
    alike.set(height, hides);
    found.push({ a, b, of: owners, jamb: false, standsOut, hides });
  }
  const edgeHides = hiding((world) => (world === 'must' ? ALL : NOTHING));
  for (const { a, b, zone } of walls.edges) found.push({ a, b, of: [zone], jamb: false, standsOut, hides: edgeHides });
  const near = boxesOf(walls.cuts, ({ opening }) => boxOf(opening.line));
  const hides = openingsHide(ceiling);
  for (const cut of walls.cuts) append(found, openingBarriers(cut, near, hides));
  return found;
}

/** The heights that an opening hides, and those that the wall around it hides where the opening stands. */
interface Hiding {
  readonly opening: Barrier['hides'];
  readonly wall: Barrier['hides'];
  /** The wall's, but in must-see only. */
  readonly mustWall: Barrier['hides'];
  /** The opening's, but in must-see only. */
  readonly mustOpening: Barrier['hides'];
}

/** Returns a function that gives the same result object for all openings that are alike. */
function openingsHide(ceiling: number | undefined): (cut: Cut) => Hiding {
  const known = new Map<string, Hiding>();
  return (cut) => {
    const { kind, glazing, film, fixed, normallyOpen, sill, head } = cut.opening;
    const leadsOn = cut.joins[0] !== undefined && cut.joins[1] !== undefined;
    const key = `${kind} ${glazing} ${film} ${fixed} ${normallyOpen} ${sill} ${head} ${cut.height} ${leadsOn}`;
    const found = known.get(key) ?? hidingOf(cut, ceiling);
    known.set(key, found);
    return found;
  };
}

function hidingOf(cut: Cut, ceiling: number | undefined): Hiding {
  const opening = hiding((world) => openingHides(cut, world, ceiling));
  const extents = upTo(cut.height, ceiling);
  const inMust = (own: readonly Extent[]) => hiding((world) => (world === 'must' ? own : NOTHING));
  return { opening, wall: hiding(() => extents), mustWall: inMust(extents), mustOpening: inMust(opening('must')) };
}

/**
 * An opening's own line, where it hides, and its sides. A wall with something closed in it is whole: only what sight
 * passes through has sides. May-see's sides stand in every world, since what they hide there must be hidden in the others
 * too.
 *
 * Where several openings lie over each other, a transom over a door or one opening drawn twice, sight passes through
 * any of them in may-see: only what all of them hide is hidden, and their sides hide nothing. In must-see what any of
 * them hides is hidden.
 */
function openingBarriers(cut: Cut, near: Boxes<Cut>, hidingOf: (cut: Cut) => Hiding): Barrier[] {
  const of = [cut.opening.id];
  const { opening: hides, wall, mustWall, mustOpening } = hidingOf(cut);
  const box = boxOf(cut.opening.line);
  const stretches = stretchesOf(cut, near.meeting(box && grow(box, THICKEST)));
  const alone = stretches.every((stretch) => stretch.with.length === 0);
  const found: Barrier[] = [];
  // Both sides of a narrower one would be welded into one, and the bearing of the plan would choose which of them it is.
  const isGap = compareLength(cut.frame.length, SLIVER) !== 'below';
  if (isGap && isOpen(cut.opening, 'may') && alone) append(found, sidesOf(cut, of, 'may', wall));
  if (isGap && isOpen(cut.opening, 'must') && !hides('must').includes(FULL)) {
    append(found, sidesOf(cut, of, 'must', mustWall));
    append(found, endsOf(cut, of, mustOpening));
  }
  for (const { a, b, with: others } of stretches) {
    const own =
      others.length === 0
        ? hides
        : sharedBy(
            hides,
            others.map((other) => hidingOf(other).opening),
          );
    found.push({ a, b, of, jamb: false, standsOut: undefined, hides: own });
  }
  return found;
}

/** Returns the heights that openings over each other hide. */
function sharedBy(hides: Barrier['hides'], others: readonly Barrier['hides'][]): Barrier['hides'] {
  spendBudget(60 * others.length);
  return hiding((world) =>
    world === 'must' ? hides(world) : others.reduce((both, other) => inBoth(both, other(world)), hides(world)),
  );
}

/** m: openings further apart than this don't lie in the same wall. */
const THICKEST = 1;

/** Returns `of`, computed once for each world. */
function hiding(of: Barrier['hides']): Barrier['hides'] {
  const known = {
    must: of('must'),
    may: of('may'),
    standing: of('standing'),
    clear: of('clear'),
    unglazed: of('unglazed'),
  };
  return (world) => known[world];
}

/**
 * A sill and a lintel are as deep as the tunnel: what passes over or under them at both its ends does so between. In
 * may-see, where nobody says how deep, what they hide at the opening's own line is enough.
 */
function endsOf({ opening, frame, spans }: Cut, of: Barrier['of'], hides: Barrier['hides']): Barrier[] {
  if (hides('must').length === 0) return [];
  const half = (opening.thickness ?? TUNNEL.must) / 2;
  const near: OffsetSpan = [Math.min(-half, spans[0][0]), Math.min(-half, spans[1][0])];
  const far: OffsetSpan = [Math.max(half, spans[0][1]), Math.max(half, spans[1][1])];
  const outs: readonly OffsetSpan[] = [
    [-half, Math.min(spans[0][0], spans[1][0])],
    [Math.max(spans[0][1], spans[1][1]), half],
  ];
  return [near, far].flatMap(([start, end], side): Barrier[] => {
    if (start === 0 && end === 0) return [];
    const [a, b] = [fromFrame(frame, 0, start), fromFrame(frame, frame.length, end)];
    const out = outs[side];
    const standsOut = out !== undefined && out[0] < out[1] ? { frame, span: out } : undefined;
    return [{ a, b, of, jamb: true, standsOut, hides }];
  });
}

function sidesOf(cut: Cut, of: Barrier['of'], tunnel: 'may' | 'must', hides: Barrier['hides']): Barrier[] {
  const { frame } = cut;
  return jambs(cut, tunnel).map(({ a, b, out }) => {
    return { a, b, of, jamb: true, standsOut: out && { frame, span: out }, hides };
  });
}

/** Stretch of an opening's line, and the other openings that lie there too: a transom over its door, or a mistake. */
interface Shared extends Segment {
  readonly with: readonly Cut[];
}

/**
 * Divides the line of an opening, placed in its wall as `cut`, into stretches, each with those of `others` that lie
 * there in the same wall; `cut` itself may be among them and is skipped. An overlap that is shorter than 5 mm, and
 * than half the line, is a shared end and doesn't count.
 */
export function stretchesOf(cut: Cut, others: readonly Cut[]): Shared[] {
  const { frame } = cut;
  const over = others.flatMap((other) => {
    const thickness = Math.max(cut.opening.thickness ?? 0, other.opening.thickness ?? 0);
    const part =
      other === cut || !runsAlongFace(openingSegment(other.opening), frame, thickness)
        ? undefined
        : stretchAlong(openingSegment(other.opening), frame);
    return part === undefined ? [] : [{ other, ...part }];
  });
  if (over.length === 0) return [{ ...openingSegment(cut.opening), with: [] }];
  const ends = [...new Set([0, frame.length, ...over.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  spendBudget(4 * ends.length * over.length);
  return ends.slice(1).flatMap((to, i): Shared[] => {
    const from = ends[i];
    const middle = (from + to) / 2;
    const here = over.filter((part) => part.from < middle && middle < part.to).map(({ other }) => other);
    return [{ a: fromFrame(frame, from, 0), b: fromFrame(frame, to, 0), with: here }];
  });
}

/** Returns the heights that are in an extent of each of two lists. */
export function inBoth(some: readonly Extent[], others: readonly Extent[]): readonly Extent[] {
  return some.flatMap((one) =>
    others.flatMap((other): Extent[] => {
      const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
      if (from >= to) return [];
      return [from === one.from && to === one.to ? one : from === other.from && to === other.to ? other : { from, to }];
    }),
  );
}
