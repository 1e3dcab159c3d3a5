// The may-see of a lens from one eye: its poses as tables, what is in sight, and the heights that gates let through.
import { grow, ringOfBox, SPAN, UNITS_PER_METRE } from '../../geometry/index.js';
import type { Point, Ring, Window } from '../../geometry/types.js';
import { throughBoth } from '../cone/bounding-frame.js';
import type { Cone } from '../cone/cone.js';
import type { AllRound, Dome, Frustum, Span } from '../optics/optics.js';
import type { MayWorld } from '../scene/barriers.js';
import type { Scene, Through } from '../scene/scene.js';
import { type PlacePart, seenFromSome } from './from-some.js';
import { seenRings } from './kernel.js';
import { passesAbout, passesOf } from './passes.js';
import { isBoundByDepth, planRadius, type Slab, type Table, tableOf } from './table.js';

/** A family of poses as a table, and the azimuth of its heading in the plan (radians, counter-clockwise from +x). */
export interface Aimed {
  readonly table: Table;
  readonly heading: number;
}

/** The eye of a lens and, if it is on a wall, the window that the wall leaves it. */
export interface LensPlace {
  readonly eye: Point;
  /** Height of the eye, m above the floor; undefined: not known. */
  readonly height: number | undefined;
  readonly window: Window | undefined;
}

/** Tables by what they depend on; a plan has few kinds of camera, and thousands of cameras. */
const tables = new WeakMap<Scene, Map<string, Table>>();

/** Most tables remembered for a level. */
const MOST = 2000;

/**
 * Returns a family of poses as a table.
 *
 * @param slab heights that count, m above the eye
 * @param density px/m that a target needs; undefined: any
 * @param reach m: nothing is farther away; absent: as far as the level reaches
 */
export function aimed(
  scene: Scene,
  pose: Frustum | Dome | AllRound,
  slab: Slab,
  density: number | undefined,
  reach: number = scene.reach,
): Aimed {
  const sharp = pose.kind === 'frustum' ? pose.focal : pose.perRadian;
  const least = sharp === undefined || density === undefined ? Number.POSITIVE_INFINITY : sharp / density;
  // Nothing on the level is farther away: a bound beyond costs sectors and takes nothing.
  const within = (by: number) => (by > 2 * reach + slab.top - slab.floor ? Number.POSITIVE_INFINITY : by);
  const depth = within(pose.kind === 'frustum' ? least * pose.corner : Number.POSITIVE_INFINITY);
  const far = within(pose.kind === 'frustum' ? least * pose.corner * pose.corner : least);
  const cone = pose.kind === 'all-round' ? undefined : pose;
  const highest = pose.kind === 'all-round' ? pose.highest : undefined;
  const headings = cone?.headings;
  const heading = headings === undefined ? 0 : (headings[0] + headings[1]) / 2;
  const swing = headings === undefined ? undefined : (headings[1] - headings[0]) / 2;
  const frames = pose.kind === 'frustum' ? pose.parts : undefined;
  const shape = frames === undefined ? cone?.frame : frames.join(';');
  const key = `${highest} ${swing} ${cone?.tilts} ${shape} ${slab.floor} ${slab.top} ${depth} ${far}`;
  const known = tables.get(scene) ?? new Map<string, Table>();
  tables.set(scene, known);
  let table = known.get(key);
  if (table === undefined) {
    const about: Cone | undefined = cone && {
      frame: cone.frame,
      tilts: cone.tilts,
      headings: swing === undefined ? undefined : ([-swing, swing] satisfies Span),
    };
    table = tableOf(about, slab, { depth, far }, { highest, frames });
    if (known.size >= MOST) known.clear();
    known.set(key, table);
  }
  return { table, heading };
}

/**
 * A family of poses as a table, with the range in plan beyond which nothing is seen. The range is kept apart from the
 * table if one table serves every density.
 */
export interface Ranged extends Aimed {
  /** m in plan beyond which nothing is seen. */
  readonly radius: number;
}

/**
 * Returns a family of poses like {@link aimed}. If it is a large box of poses, the range is kept apart from the table,
 * so that one table serves every density.
 */
export function ranged(
  scene: Scene,
  pose: Frustum | Dome | AllRound,
  slab: Slab,
  density: number,
  reach: number,
): Ranged {
  if (pose.kind === 'frustum' && isBoundByDepth(pose))
    return { ...aimed(scene, pose, slab, density, reach), radius: Number.POSITIVE_INFINITY };
  const sharp = pose.kind === 'frustum' ? pose.focal : pose.perRadian;
  const far = sharp === undefined ? Number.POSITIVE_INFINITY : sharp / density;
  const corner = pose.kind === 'frustum' ? pose.corner : 1;
  return { ...aimed(scene, pose, slab, undefined, reach), radius: planRadius(slab, far * corner * corner) };
}

/**
 * Returns where, from one eye, a family of poses may see some height that counts: rings in plan metres. With `sure`,
 * `table` must hold only what all poses have in frame, and the result is surely seen.
 *
 * @param top m above the floor: the heights from 0 to this count, as in the table
 */
export function seenFrom(
  scene: Scene,
  world: MayWorld,
  { eye, height, window }: LensPlace,
  top: number,
  { table, heading }: Aimed,
  sure?: boolean,
): readonly Ring[] {
  const through = throughBoth(window, framedBy({ table, heading }));
  if (through === undefined) return [];
  const heights = height === undefined ? undefined : { eye: height, target: [0, top] as const };
  const { seen, units, hidden } = scene.gated(world, heights, eye, through);
  return seenRings({
    eye,
    heading,
    table,
    seen,
    round: through.window === undefined || through.window.to - through.window.from >= 2 * Math.PI,
    units,
    passes: (wall) => passesAbout(hidden(wall), height ?? 0),
    sure,
  });
}

/** Returns the wedge and the range within which a family of poses has anything in frame. */
export function framedBy({ table, heading }: Aimed): Through {
  const own = table.window;
  const wedge = own && { from: own.from + heading - SLACK, to: own.to + heading + SLACK };
  const round = wedge === undefined || wedge.to - wedge.from >= 2 * Math.PI;
  return { window: round ? undefined : wedge, range: rangeOf(table) };
}

/**
 * Returns where, from at least one position in a place (a convex ring), a family of poses may see some height that
 * counts: rings in plan metres, an upper bound. `eye` is the position that the family's table is about.
 *
 * @param top m above the floor: the heights from 0 to this count, as in the table
 */
export function seenFromPlace(
  scene: Scene,
  world: MayWorld,
  { eye, height, window }: LensPlace,
  place: Ring,
  top: number,
  family: Aimed,
): Ring[] {
  const heights = height === undefined ? undefined : { eye: height, target: [0, top] as const };
  const parts = scene.gatedFromAny(world, heights, place, { window, range: rangeOf(family.table) });
  return seenFromSome(
    parts.map(({ ring, gates }): PlacePart => {
      const passed = gates.map(({ a, b, hidden }) => {
        const passes = passesOf(hidden);
        return { a, b, from: passes[0]?.from ?? 0, to: passes.at(-1)?.to ?? 0 };
      });
      return { ring, gates: passed };
    }),
    place,
    { at: eye, height },
    family,
  );
}

/**
 * Returns where a family of poses may have something in frame, if nothing hides it: rings (m) about its foot. What has
 * no bound in plan is cut off beyond `reach` m.
 */
export function framed({ table, heading }: Aimed, reach: number): Ring[] {
  const far = table.range === Number.POSITIVE_INFINITY ? reach : table.range;
  const corners = ringOfBox(grow(FOOT, 2 * far)).map(([x, y]) => [x * UNITS_PER_METRE, y * UNITS_PER_METRE]);
  const spans = new Float64Array(SPAN * corners.length);
  corners.forEach(([x, y], i) => {
    const [u, v] = corners[(i + 1) % corners.length];
    spans.set([-1, x, y, u, v, x, y, u, v, 0], SPAN * i);
  });
  const seen = { spans, end: spans.length, gates: { wall: NONE, before: NONE, count: 1 } };
  return seenRings({
    eye: [0, 0],
    heading,
    table,
    seen,
    round: true,
    units: NO_WALLS,
    passes: () => [],
  });
}

const FOOT = { minX: 0, minY: 0, maxX: 0, maxY: 0 };
const NONE = new Int32Array(1);
const NO_WALLS = new Float64Array(0);

/** Radians by which a walk goes beyond a table's window, so that rounding doesn't cut it. */
const SLACK = 1e-9;

/** Returns the metres from the eye beyond which a table sees nothing, for a walk; undefined: without end. */
function rangeOf({ range }: Table): number | undefined {
  return range === Number.POSITIVE_INFINITY ? undefined : range * (1 + 1e-6) + 1e-6;
}
