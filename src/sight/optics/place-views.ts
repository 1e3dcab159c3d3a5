// What is in sight from some or from every place in which a device may be mounted, whatever its lens.

import { spendBudget } from '../../base/budget.js';
import { memoize, memoizeByName } from '../../base/memo.js';
import {
  containsPoint,
  convexHull,
  createExpansion,
  distanceBetweenSegments,
  type PlaceView,
  type PreparedWalls,
  regionOf,
} from '../../geometry/index.js';
import type { Point, Ring, Segment } from '../../geometry/types.js';
import type { Range } from '../../plan/model.js';
import { toFrame } from '../../plan/walls/plane.js';
import { flatOf, ringOf } from '../cone/convex.js';
import { common } from '../cone/convex-sets.js';
import { type Barrier, barriersOf, type World } from '../scene/barriers.js';
import type { Scene } from '../scene/scene.js';
import { type Extent, FULL } from '../scene/shadow.js';
import type { Eyes } from '../types.js';
import { lookFrom, type View } from '../view/views.js';

/** Where a device may be mounted, and at which heights (m above the floor). */
export interface Mounts {
  readonly eyes: Eyes;
  readonly heights: Range;
}

/**
 * Whose view is meant: of some mount (an upper bound, in which a wall hides only what it hides from all of them) or of
 * every mount (a lower bound, in which it hides what it hides from any).
 */
type Of = 'some' | 'every';

/**
 * Returns a region that contains all that is in sight from at least one of the mounts, in must-see and at one height,
 * `at` m above the floor.
 */
export function seenFromSome(scene: Scene, mounts: Mounts, at: number): View {
  return seenFrom(scene, 'some', 'must', mounts, at);
}

/**
 * Returns a region that is in sight from each of the mounts in may-see, doors as in `world`, at one height, `at` m above
 * the floor; [] if none surely is.
 */
export function seenFromEvery(scene: Scene, world: 'may' | 'standing', mounts: Mounts, at: number): View {
  return seenFrom(scene, 'every', world, mounts, at);
}

function seenFrom(scene: Scene, of: Of, world: World, { eyes, heights }: Mounts, at: number): View {
  const { walls, views } = wallsOf(scene)(`${of} ${world} ${heights[0]} ${heights[1]} ${at}`);
  const place = eyes.ring;
  const hiding = walls.map((wall) => (wall.depends ? { ...wall, ...hiddenBy(wall, of, place) } : wall));
  const whole = new Map(hiding.map((wall) => [wall.index, wall.hidesAll || isTouched(wall, of, place)]));
  const stands = (wall: number) => whole.get(wall) ?? true;
  const rings =
    of === 'some'
      ? views.fromAny(place, eyes.window, undefined, stands)
      : views.fromAll(place, eyes.window, undefined, stands);
  const shadows = hiding
    .filter(({ index }) => whole.get(index) !== true)
    .flatMap(({ segment, spans }) => spans.flatMap((span) => shadowFrom(of, segment, span, place, scene.reach)));
  return lookFrom(middleOf(place), rings, shadows);
}

/** Returns the mean of a place's corners. */
export function middleOf(place: Ring): Point {
  const sum = place.reduce(([sx, sy], [x, y]): Point => [sx + x, sy + y], [0, 0]);
  return [sum[0] / place.length, sum[1] / place.length];
}

/** A prepared wall that hides only in part, or whose hiding depends on the place. */
interface Panel {
  readonly index: number;
  readonly segment: Segment;
  readonly sources: readonly Barrier[];
  /** True if parts of it stand out of a wall: they hide nothing from a device on that wall. */
  readonly depends: boolean;
  readonly hides: (sources: readonly Barrier[]) => Hidden;
  readonly hidesAll: boolean;
  readonly spans: readonly Range[];
}

/** What a wall hides: everything beyond it, or stretches as multiples [near, far] of its distance from the eye. */
interface Hidden {
  readonly hidesAll: boolean;
  readonly spans: readonly Range[];
}

interface Walls {
  readonly walls: readonly Panel[];
  readonly views: PlaceView;
}

/** By scene, what hides at given heights, by the text of the question. */
const wallsOf = memoize((scene: Scene) => {
  const barriers = barriersOf(scene.walls, scene.level.ceiling);
  const { all } = scene.selections();
  const expansion = createExpansion(all, scene.bounds);
  return memoizeByName((name: string): Walls => {
    const [of, world, ...numbers] = name.split(' ');
    const [low = 0, high = 0, at = 0] = numbers.map(Number);
    const { blocks, walls } = sorted(all, barriers, of as Of, world as World, [low, high], at);
    return { walls, views: expansion.among(blocks) };
  });
});

function sorted(
  all: PreparedWalls,
  barriers: readonly Barrier[],
  of: Of,
  world: World,
  heights: Range,
  at: number,
): { readonly blocks: Uint8Array; readonly walls: readonly Panel[] } {
  const blocks = new Uint8Array(all.origin.length);
  const walls: Panel[] = [];
  spendBudget(10 * blocks.length);
  for (let index = 0; index < blocks.length; index += 1) {
    // Closed gaps have no source.
    if (all.origin[index].length === 0) {
      blocks[index] = world === 'must' ? 1 : 0;
      continue;
    }
    const sources = all.origin[index].map((source) => barriers[source]);
    const hides = (some: readonly Barrier[]): Hidden =>
      hiddenIn(
        some.flatMap((barrier) => barrier.hides(world)),
        of,
        heights,
        at,
      );
    const hidden = hides(sources);
    const depends = sources.some(({ standsOut }) => standsOut !== undefined);
    if (hidden.hidesAll && !depends) blocks[index] = 1;
    else if (hidden.hidesAll || hidden.spans.length > 0) {
      blocks[index] = 2;
      walls.push({ index, segment: all.segmentAt(index), sources, depends, hides, ...hidden });
    }
  }
  return { blocks, walls };
}

function hiddenBy({ sources, hides }: Panel, of: Of, place: Ring): Hidden {
  return hides(sources.filter((source) => !isBeside(source, of, place)));
}

/** m: rounding, across a face. */
const ON_FACE = 1e-6;

/**
 * True if a part that stands out of a wall doesn't count: of what some see, if any of the place is on the wall there; of
 * what all see, if all of the place is.
 */
function isBeside({ standsOut }: Barrier, of: Of, place: Ring): boolean {
  if (standsOut === undefined) return false;
  const across = place.map((eye) => toFrame(standsOut.frame, eye)[1]);
  const [least, most] = [Math.min(...across), Math.max(...across)];
  const [from, to] = [standsOut.span[0] - ON_FACE, standsOut.span[1] + ON_FACE];
  return of === 'some' ? most >= from && least <= to : least >= from && most <= to;
}

function hiddenIn(extents: readonly Extent[], of: Of, heights: Range, at: number): Hidden {
  const parts = extents.map((extent) => partOf(extent, of, heights, at)).filter((part) => part !== undefined);
  const hidesAll = extents.includes(FULL) || parts.some(([from, to]) => from <= 0 && to >= 1);
  const spans = parts.map(([from, to]): Range => [1 / to, from <= 0 ? Number.POSITIVE_INFINITY : 1 / from]);
  return { hidesAll, spans: hidesAll ? [] : spans };
}

/**
 * Returns the parts of the way, from 0 at the eye to 1 at the target, at which a sight line would be hidden: for eyes at
 * all heights, or at any. Where a line has gone the part u from height h to t it is at h + (t − h)·u, which grows with h:
 * all lines are between two edges when the lowest is over the one and the highest under the other.
 */
function partOf({ from, to }: Extent, of: Of, [low, high]: Range, at: number): Range | undefined {
  const [below, above] = of === 'some' ? [low, high] : [high, low];
  const over = partAbove(below, at, from);
  const under = partAbove(-above, -at, -to);
  if (over === undefined || under === undefined) return undefined;
  const part: Range = [Math.max(over[0], under[0]), Math.min(over[1], under[1])];
  return part[1] > part[0] ? part : undefined;
}

/** Returns the parts of the way from `h` to `t` at or above `edge`. */
function partAbove(h: number, t: number, edge: number): Range | undefined {
  if (h >= edge && t >= edge) return [0, 1];
  if (h < edge && t < edge) return undefined;
  const at = (edge - h) / (t - h);
  return h >= edge ? [0, at] : [at, 1];
}

/** m: a panel as near as this to a place has no bound on its shadow. */
const TOUCHING = 1e-3;

/** True if what a panel hides from a place isn't bounded, so that for all of them it must count as hiding everything. */
function isTouched({ segment, spans }: Panel, of: Of, place: Ring): boolean {
  return of === 'every' && spans.length > 0 && apart(place, segment) < TOUCHING;
}

/** Returns the m between a place and a segment; 0 if they meet. */
function apart(place: Ring, segment: Segment): number {
  if (place.length > 2 && containsPoint(regionOf(place), segment.a)) return 0;
  return Math.min(...place.map((a, i) => distanceBetweenSegments({ a, b: place[(i + 1) % place.length] }, segment)));
}

/**
 * Returns the shadow of a panel from all of a place, or a convex ring that contains it from any. A corner of a shadow is
 * (1 − s)·e + s·q for the eye e and an end q of the panel: it moves with the eye, so the corners for all eyes lie between
 * those for the place's corners, and a shadow common to these is common to all: the eyes from which a panel hides a point
 * are a convex set.
 */
function shadowFrom(of: Of, { a, b }: Segment, [near, far]: Range, place: Ring, reach: number): Ring[] {
  const least = apart(place, { a, b });
  if (least < TOUCHING) return [];
  const end = Math.min(far, Math.max(2 * near, (4 * reach) / least));
  const quads = place.map((eye) =>
    convexHull(
      [near, end].flatMap((s) =>
        [a, b].map((q): Point => [eye[0] + s * (q[0] - eye[0]), eye[1] + s * (q[1] - eye[1])]),
      ),
    ),
  );
  if (of === 'every') return [convexHull(quads.flat())].filter((ring) => ring.length >= 3);
  if (quads.some((quad) => quad.length < 3)) return [];
  const [first, ...others] = quads.map(flatOf);
  if (first === undefined) return [];
  return [ringOf(others.reduce(common, first))].filter((ring) => ring.length >= 3);
}
