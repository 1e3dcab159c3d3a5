// What is seen past the walls of a storey from eyes anywhere on the site: on that storey, above it or below it.
import { memoizeByName } from '../../base/memo.js';
import {
  createExpansion,
  distanceToSegment,
  GATE,
  type GatedSpans,
  type GatedView,
  UNITS_PER_METRE,
} from '../../geometry/index.js';
import type { Box, Point, Ring, Segment, Window } from '../../geometry/types.js';
import { type Hole, seenRings } from '../radial/kernel.js';
import type { Aimed } from '../radial/may-view.js';
import { type Pass, passAbout, passesAbout, passesOf } from '../radial/passes.js';
import type { World } from '../scene/barriers.js';
import type { Scene } from '../scene/scene.js';
import { type Extent, FULL } from '../scene/shadow.js';

/**
 * An eye from which one looks past the walls of a storey. Heights in m above the storey's floor, points in plan metres.
 */
export interface Past {
  readonly eye: Point;
  /** Undefined: unknown. Then only walls from floor to ceiling hide. */
  readonly height: number | undefined;
  readonly window: Window | undefined;
  /** Nothing farther from the eye matters. */
  readonly range: number;
  /** The part of a hole through which lines come to the storey; undefined: they begin on it. */
  readonly hole?: Hole | undefined;
  /** True if the eye may be mounted on any wall near it, so that this hides nothing. */
  readonly mounted?: boolean;
}

/**
 * Computes what is seen past the walls of a storey. Returns, for an eye, a function that returns where a family of
 * poses sees some height that its table counts: rings in plan metres.
 */
export type SeenPast = (past: Past) => (family: Aimed) => Ring[];

/** Prepared walls (welded, split where they cross), by index, with the heights that each hides from an eye. */
export interface Solids {
  /** Ends of the walls, grid units. */
  readonly units: Float64Array;
  /** By wall: 2 if it may reach from floor to ceiling, GATE if it hides only some heights, else 0. */
  readonly flags: Uint8Array;
  /** Returns the heights that a wall hides from an eye, m above the floor. */
  hidden(wall: number, eye: Point): readonly Extent[];
}

/** Returns the walls of a level in one world as {@link Solids}: each with the heights that it hides from an eye. */
export function solidsOf(scene: Scene, world: World): Solids {
  const selections = scene.selections();
  const flags = selections.blocking(world, undefined).blocks.map((how) => (how === 0 ? 0 : 2));
  for (const { walls } of selections.panels(world)) for (const wall of walls) if (flags[wall] === 0) flags[wall] = GATE;
  return {
    units: selections.all.units,
    flags,
    hidden: (wall, eye) =>
      selections.isWhole(wall, eye) ? selections.hidingWhole(world, wall) : selections.hiding(world, wall, eye),
  };
}

/**
 * Returns walls that reach from floor to ceiling in every world as {@link Solids}.
 *
 * @param units x0, y0, x1, y1 of each wall in grid units; they must not cross each other
 */
export function fullSolids(units: Float64Array): Solids {
  return { units, flags: new Uint8Array(units.length / 4).fill(2), hidden: () => ALL };
}

const ALL: readonly Extent[] = [FULL];

/** m: a wall nearer to the eye than this is the one it is mounted on, or as good as. */
const AT_EYE = 0.1;

/**
 * Returns the function that computes what is seen past some walls. If lines come to the storey through a hole
 * (`Past.hole`), a wall that they meet before they are through hides only with its part on the far side of the hole's
 * plane: for lines from above that below the plane, for lines from below that above it.
 *
 * @param bounds box round all eyes and all that they look at, m
 */
export function createPast({ units, flags, hidden }: Solids, bounds: Box): SeenPast {
  let view: GatedView | undefined;
  return ({ eye, height, window, range, hole, mounted }) => {
    view ??= createExpansion({ units }, bounds).among(flags);
    const segmentOf = (wall: number): Segment => ({
      a: [units[4 * wall] / UNITS_PER_METRE, units[4 * wall + 1] / UNITS_PER_METRE],
      b: [units[4 * wall + 2] / UNITS_PER_METRE, units[4 * wall + 3] / UNITS_PER_METRE],
    });
    const isAtEye = (wall: number) => mounted === true && distanceToSegment(eye, segmentOf(wall)) < AT_EYE;
    const placed = hole && holeAbout(hole);
    const stands = (wall: number) =>
      hidden(wall, eye).includes(FULL) &&
      !isAtEye(wall) &&
      (placed === undefined || placed.whereIs(segmentOf(wall)) === 'beyond');
    const passes = (wall: number): readonly Pass[] | undefined => {
      const extents = hidden(wall, eye);
      if (height === undefined || extents.length === 0 || isAtEye(wall)) return undefined;
      const where = placed?.whereIs(segmentOf(wall)) ?? 'beyond';
      if (where === 'before') return undefined;
      if (where === 'beyond' || hole?.height === undefined) return passesAbout(extents, height);
      const edge = height + hole.height * passedAt(segmentOf(wall), eye);
      const [least, most] = hole.height > 0 ? [edge, Number.POSITIVE_INFINITY] : [Number.NEGATIVE_INFINITY, edge];
      const cut = extents
        .map(({ from, to }): Extent => ({ from: Math.max(from, least), to: Math.min(to, most) }))
        .filter(({ from, to }) => from < to);
      return passesOf(cut).flatMap((pass) => passAbout(pass, height) ?? []);
    };
    const seen = copied(view.spans(eye, window, range, memoizeByName(stands)));
    const round = window === undefined || window.to - window.from >= 2 * Math.PI;
    const gates = memoizeByName(passes);
    return ({ table, heading }) => seenRings({ eye, heading, table, seen, round, units, passes: gates, hole });
  };
}

/** Returns spans that stay valid when another view is computed. */
function copied({ spans, end, gates: { wall, before, count } }: GatedSpans): GatedSpans {
  return {
    spans: spans.slice(0, end),
    end,
    gates: { wall: wall.slice(0, count), before: before.slice(0, count), count },
  };
}

/**
 * m: a wall this little in front of the line at which a hole ends stands on it, and so does a line that passes a wall as
 * little before the plane. Welding bends walls by as much.
 */
const ON_LINE = 0.006;

/** Where walls stand to a hole: before its near edge, beyond its far one, or at least in part between. */
interface Placed {
  whereIs(wall: Segment): 'before' | 'between' | 'beyond';
}

function holeAbout({ near, far }: Hole): Placed {
  const [end, begin] = [lineOf(far), near && lineOf(near)];
  return {
    whereIs({ a, b }) {
      if (past(end, a) >= -ON_LINE && past(end, b) >= -ON_LINE) return 'beyond';
      return begin !== undefined && past(begin, a) <= 0 && past(begin, b) <= 0 ? 'before' : 'between';
    },
  };
}

interface Line {
  readonly at: Point;
  /** Unit normal, away from the eye. */
  readonly x: number;
  readonly y: number;
}

/** Returns the line of an edge that runs counter-clockwise about the eye. */
function lineOf({ a, b }: Segment): Line {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  return { at: a, x: (b[1] - a[1]) / length, y: (a[0] - b[0]) / length };
}

/** Returns the metres by which a point lies past a line as seen from the eye. */
function past({ at, x, y }: Line, p: Point): number {
  return x * (p[0] - at[0]) + y * (p[1] - at[1]);
}

/** Returns at which part of its way to the hole's plane a line is at a wall, if it comes to the plane just past that. */
function passedAt(wall: Segment, eye: Point): number {
  const { at, x, y } = lineOf(wall);
  const off = Math.abs(x * (eye[0] - at[0]) + y * (eye[1] - at[1]));
  return off / (off + ON_LINE);
}
