// Where in plan some or all poses of a box have something in their picture, as convex frames.
import { convexHull } from '../../geometry/index.js';
import type { Point, Ring, Window } from '../../geometry/types.js';
import { azimuthOfHeading } from '../../geometry/vector.js';
import type { Device, Optics } from '../../plan/model.js';
import { type Cone, certainPolygon } from '../cone/cone.js';
import { type Flat, flatOf, hullFlat } from '../cone/convex.js';
import { common } from '../cone/convex-sets.js';
import type { Scene } from '../scene/scene.js';
import type { PoseBox } from '../types.js';
import { discOutside, inDisc } from './disc.js';
import { possibleRings } from './footprint.js';
import { mayPoses, mustPose, type Span, toleranceOf, withoutTolerance } from './optics.js';
import { type Mounts, middleOf } from './place-views.js';
import { rad } from './planar.js';

/** A camera with one lens, as drawn, of which other poses are examined. */
export interface Sighted {
  readonly scene: Scene;
  readonly device: Device;
  /** The device's only lens. */
  readonly lens: Optics;
  /** Mount height, m. */
  readonly height: number;
  /** Where the lens is in plan, m; in front of the wall that it is mounted on. */
  readonly eye: readonly [number, number];
  /** Directions that the wall it is mounted on leaves free; undefined: all. */
  readonly window: Window | undefined;
  /** Height at which must-see is asked, m above the floor. */
  readonly target: number;
}

/**
 * Returns, for each mask, a convex ring (plan metres) that contains all it may hide, from any of the mounts, at the
 * heights from the first to the last of `levels` (m above the floor, in order). A mask is drawn on the floor and hides
 * the sight lines that end in it: at height t, from an eye at H, it hides its polygon shrunk towards the eye's foot to
 * (H − t)/H of its size.
 */
export function masksAt({ masks }: Device, { eyes, heights }: Mounts, levels: readonly number[]): readonly Ring[] {
  const ends = [levels[0] ?? 0, levels.at(-1) ?? 0];
  const parts = heights.flatMap((height) => ends.map((at) => Math.max(0, (height - at) / height)));
  const seen = (part: number, [ex, ey]: Point, [x, y]: Point): Point => [ex + part * (x - ex), ey + part * (y - ey)];
  return masks.map(({ polygon }) =>
    convexHull(parts.flatMap((part) => eyes.ring.flatMap((eye) => polygon.map((point) => seen(part, eye, point))))),
  );
}

/** Poses about the middle of a box that stand for all of it, each a box of the given half-widths, radians. */
interface Samples {
  readonly headings: readonly number[];
  readonly tilts: readonly number[];
  readonly turn: number;
  readonly lean: number;
}

/**
 * Returns the samples of a box. For an interval of half-width a about c and a tolerance δ: points at most δ − a off c,
 * or c with a − δ about it.
 */
function samples({ headings, tilts, fields }: PoseBox, device: Device, lens: Optics): Samples {
  // A narrower field has the smaller tolerance where that isn't said.
  const tolerance = toleranceOf(device, { ...lens, hfov: fields[0] });
  const [turn, lean] = [rad(headings[1] - headings[0]) / 2, rad(tilts[1] - tilts[0]) / 2];
  const about = (middle: number, off: number) => (off > EDGE ? [middle - off, middle + off] : [middle]);
  const heading = azimuthOfHeading((headings[0] + headings[1]) / 2);
  const tilt = rad((tilts[0] + tilts[1]) / 2);
  return {
    headings: about(heading, tolerance.heading - turn - EDGE),
    tilts: about(tilt, tolerance.tilt - lean - EDGE),
    turn: spare(turn - tolerance.heading),
    lean: spare(lean - tolerance.tilt),
  };
}

/** Radians that rounding may add or take. */
const EDGE = 1e-9;

function spare(by: number): number {
  return by > -EDGE ? Math.max(0, by) + EDGE : 0;
}

/** m: a disc's chords may lie this far inside it, and a thousandth of its radius. */
const CHORD = 0.01;

/** m: a slab of no thickness is given this much, so that rounding doesn't lose it. */
const HAIR = 1e-7;

/** Times the reach that a frame goes. */
const SPARE = 2;

/**
 * Returns convex frames, polygons in plan (m) about the middle of the mounts' place; outside their union, no pose of the
 * box surely sees anything at the target's height at `density` px/m or finer.
 */
export function mustFrames(
  { device, lens, target, scene }: Sighted,
  { eyes, heights }: Mounts,
  box: PoseBox,
  density: number,
): readonly Flat[] {
  const exact = withoutTolerance(device);
  const wide = mustPose(exact, { ...lens, hfov: box.fields[1] });
  const narrow = mustPose(exact, { ...lens, hfov: box.fields[0] });
  if (wide?.kind !== 'frustum' || narrow?.kind !== 'frustum' || narrow.focal === undefined) return [];
  const drops: Span = [heights[0] - target, heights[1] - target];
  const slant = Math.min(narrow.focal / density, device.range ?? Infinity);
  const least = Math.max(0, drops[0], -drops[1]);
  if (slant <= least) return [];
  const radius = Math.sqrt(slant * slant - least * least);
  const half = SPARE * scene.reach;
  let frames: readonly Flat[] | undefined =
    radius > Math.SQRT2 * half ? undefined : [discOutside(radius * 1.001 + CHORD)];
  const { headings, tilts, turn, lean } = samples(box, device, lens);
  for (const heading of headings) {
    for (const tilt of tilts) {
      const found = framesOfAny({ ...wide, ...about(heading, tilt, turn, lean) }, drops, half);
      frames = frames === undefined ? found : frames.flatMap((one) => found.map((other) => common(one, other)));
      frames = frames.filter((frame) => frame.length >= 6);
      if (frames.length === 0) return [];
    }
  }
  return (frames ?? [discOutside(half)]).map((frame) => fromAnyOf(eyes.ring, frame));
}

/** Returns a frame about a foot that contains it about each corner of a place, seen from the place's middle. */
function fromAnyOf(place: Ring, frame: Flat): Flat {
  return place.length === 1 ? frame : hullFlat(offsets(place).flatMap((by) => shifted(frame, by)));
}

/** Returns the part of a frame about a foot that is in it about every corner of a place, seen from the place's middle. */
function fromAllOf(place: Ring, frame: Flat): Flat {
  return place.length === 1 ? frame : offsets(place).reduce((kept, by) => common(kept, shifted(frame, by)), frame);
}

function offsets(place: Ring): Point[] {
  const [mx, my] = middleOf(place);
  return place.map(([x, y]): Point => [x - mx, y - my]);
}

function shifted(frame: Flat, by: Point): Flat {
  return frame.map((value, i) => value + by[i % 2]);
}

function about(heading: number, tilt: number, turn: number, lean: number): { headings: Span; tilts: Span } {
  return { headings: [heading - turn, heading + turn], tilts: [tilt - lean, tilt + lean] };
}

function isOne({ headings, tilts }: Cone): boolean {
  return headings !== undefined && headings[1] === headings[0] && tilts[1] === tilts[0];
}

/** Returns convex frames that contain what any pose of the cone has in frame at any of the drops. */
function framesOfAny(cone: Cone, [low, high]: Span, half: number): readonly Flat[] {
  if (isOne(cone) && low === high) return [certainPolygon(cone, low, half)];
  const far = 2 * Math.hypot(half, Math.max(-low, high));
  return possibleRings(cone, [low - HAIR, high + HAIR], far).map(flatOf);
}

/** Cones that all poses of a box have wholly in frame. */
export interface Common {
  /** Undefined: a lens that sees all round. */
  readonly cones: readonly (Cone & { readonly headings: Span })[] | undefined;
  /** m from the eye up to which everything has the density asked for. */
  readonly slant: number;
}

/**
 * Returns cones in which every pose of the box has everything in frame in may-see, and the distance up to which they
 * have it at `density` px/m; undefined if the bounds give none.
 */
export function commonTo({ device, lens }: Sighted, box: PoseBox, density: number): Common | undefined {
  const exact = withoutTolerance(device);
  const [narrow] = mayPoses(exact, { ...lens, ...fieldOf(lens, box.fields[0], box) });
  const [wide] = mayPoses(exact, { ...lens, ...fieldOf(lens, box.fields[1], box) });
  if (narrow === undefined || wide === undefined) return undefined;
  if (narrow.kind !== 'frustum') {
    const isBlind = narrow.kind === 'all-round' && narrow.perRadian === undefined;
    return isBlind ? { cones: undefined, slant: Number.POSITIVE_INFINITY } : undefined;
  }
  if (wide.kind !== 'frustum') return undefined;
  // Masks turn along: what a pose beside the one drawn has in frame, it may have behind its mask.
  const { headings, tilts, turn, lean } = samples(box, device.masks.length > 0 ? exact : device, lens);
  return {
    cones: headings.flatMap((heading) =>
      tilts.map((tilt) => ({ frame: narrow.frame, ...about(heading, tilt, turn, lean) })),
    ),
    slant: wide.focal === undefined ? Number.POSITIVE_INFINITY : wide.focal / density,
  };
}

/**
 * Returns convex frames, polygons in plan (m) about the middle of the mounts' place, one for each cone. At each point of
 * a frame all poses of the box have the same height in frame, one from the least to the greatest of `levels` (m above
 * the floor). Undefined: the lens sees all round, so that they have everything in frame.
 *
 * At one height frame and walls can be taken apart: a point in the frame, to which a free line leads at that height, is
 * seen. Over a range of heights it need not be: the picture may hold a person's feet where a sill leaves only the head
 * free. In a slab at whose heights all the same is free, they can: what a pose has in frame there is convex, and
 * contains the hull of what it has in frame at some heights of the slab.
 */
export function mayFrames(
  { scene }: Sighted,
  { eyes, heights }: Mounts,
  { cones, slant }: Common,
  levels: readonly number[],
): readonly Flat[] | undefined {
  const half = SPARE * scene.reach;
  const at = (cone: Cone, drop: number): Flat => {
    if (slant <= Math.abs(drop)) return [];
    const sure = certainPolygon(cone, drop, half);
    const radius = Math.sqrt(slant * slant - drop * drop);
    return radius > Math.SQRT2 * half ? sure : inDisc(sure, radius);
  };
  // What is in a cone at two drops is in it between.
  const [low, high] = heights;
  const atBoth = (cone: Cone, level: number): Flat => {
    const lower = at(cone, low - level);
    return fromAllOf(eyes.ring, low === high ? lower : common(lower, at(cone, high - level)));
  };
  return cones?.map((cone) => hullFlat(levels.flatMap((level) => atBoth(cone, level))));
}

/** Returns the field that may-see takes: a lens that isn't locked has its whole zoom, whatever it is set to. */
function fieldOf(lens: Optics, hfov: number, { fields }: PoseBox): Partial<Optics> {
  return fields[0] === fields[1] && fields[0] === lens.hfov ? {} : lockedAt(lens, hfov);
}

/**
 * Returns the members of `Optics` by which a fixed or varifocal lens has one horizontal field of view (degrees) and
 * doesn't zoom; {} if `hfov` is undefined.
 */
export function lockedAt({ varifocal }: Optics, hfov: number | undefined): Partial<Optics> {
  if (hfov === undefined) return {};
  return varifocal === undefined ? { hfov } : { hfov, varifocal: { ...varifocal, locked: true } };
}
