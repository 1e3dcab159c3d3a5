// Bounds on what a camera sees over whole boxes of poses, for the search for better headings and tilts.
import { memoize, memoizeByName } from '../../base/memo.js';
import { boxesOverlap, boxOf, boxOfRings, convexHull, ringArea } from '../../geometry/index.js';
import type { Point, Region, Ring, Window } from '../../geometry/types.js';
import { azimuthOfHeading } from '../../geometry/vector.js';
import { ALONG } from '../../plan/build/membership.js';
import type { Device, Optics, Range } from '../../plan/model.js';
import { bearing } from '../../plan/read/frame.js';
import { type Cone, certainPolygon } from '../cone/cone.js';
import { type Flat, flatOf, hullFlat, ringOf } from '../cone/convex.js';
import { common } from '../cone/convex-sets.js';
import type { Scene } from '../scene/scene.js';
import type { Heights } from '../scene/shadow.js';
import type { PoseBox, Poses } from '../types.js';
import { reachOf, seenIn } from '../view/reach.js';
import { bandOf, lookFrom, outlooks, positionOf, type View } from '../view/views.js';
import { discOutside, inDisc } from './disc.js';
import { possibleRings } from './footprint.js';
import { mayPoses, mustPose, toleranceOf, withoutTolerance } from './optics.js';
import { clipAbout, rad } from './planar.js';
import { placesAbout } from './position.js';

/**
 * Returns the device in another pose: heading and tilt in degrees. `field` (degrees) locks its lens; undefined leaves
 * it.
 */
export function posed(device: Device, heading: number, tilt: number, field: number | undefined): Device {
  const lenses = device.lenses.map((lens) => ({ ...lens, heading, tilt, ...lockedAt(lens, field) }));
  return { ...device, lenses };
}

function lockedAt({ varifocal }: Optics, hfov: number | undefined): Partial<Optics> {
  if (hfov === undefined) return {};
  return varifocal === undefined ? { hfov } : { hfov, varifocal: { ...varifocal, locked: true } };
}

/** Degrees from a wall's direction that a heading must keep so that it says which side of the wall is meant. */
const CLEAR = (ALONG * 180) / Math.PI + 1e-3;

/**
 * Returns bounds on what `device` sees in other poses; undefined if the plan doesn't say enough, or the device isn't a
 * single lens with one heading.
 */
export function posesOf(scene: Scene, device: Device, target: number): Poses | undefined {
  const [lens, second] = device.lenses;
  const { height } = device;
  if (lens === undefined || second !== undefined || height === undefined) return undefined;
  if (lens.form !== 'fixed' && lens.form !== 'varifocal') return undefined;
  if (lens.heading === undefined || lens.tilt === undefined || lens.hfov === undefined) return undefined;
  const [outlook, other] = outlooks(scene, device, lens, 'may');
  if (outlook === undefined || other !== undefined) return undefined;
  const { window, eye } = outlook;
  const headings = headingsIn(window, lens.heading);
  const sighted: Sighted = { scene, device, lens, height, eye, window, target };
  let must: View | undefined;
  const slabs = memoize((rings: Region['rings']) =>
    memoizeByName((world: 'may' | 'standing') => slabsInto(sighted, world, rings)),
  );
  return {
    headings,
    mustInSome(box, density) {
      must ??= mustAround(sighted, headings);
      return inside(must, mustFrames(sighted, box, density));
    },
    mayInEvery(box, region, density, world) {
      const view = slabs(region.rings)(world).flatMap(({ open, heights }) =>
        inside(open, mayFrames(sighted, box, density, heights), masksAt(sighted, heights)),
      );
      if (view.length === 0) return undefined;
      return reachOf({
        scene,
        device,
        region,
        view,
        densityAt: () => undefined,
        largestDensity: () => undefined,
        standingArea: () => 0,
      });
    },
  };
}

interface Sighted {
  readonly scene: Scene;
  readonly device: Device;
  readonly lens: Optics;
  readonly height: number;
  readonly eye: readonly [number, number];
  readonly window: Window | undefined;
  readonly target: number;
}

/** Returns the headings of a window, clear of the walls at its sides; undefined: all round. */
function headingsIn(window: Window | undefined, heading: number): Range | undefined {
  if (window === undefined || window.to - window.from >= 2 * Math.PI - 1e-9) return undefined;
  const half = ((window.to - window.from) * 90) / Math.PI - CLEAR;
  const middle = 90 - ((window.from + window.to) * 90) / Math.PI;
  // The turn nearest to the heading as drawn.
  const turned = middle + 360 * Math.round((heading - middle) / 360);
  return [turned - half, turned + half];
}

/** Step in degrees between the headings for which must-see's window is taken: what is closed at the eye may differ. */
const LOOKS = 45;

/** Returns all that must-see may hold at the target's height from where the device is, whatever its lens. */
function mustAround({ scene, device, lens, height, eye, target }: Sighted, headings: Range | undefined): View {
  const heights: Heights = { eye: height, target: [target, target] };
  const position = positionOf(device, eye);
  return windows().flatMap((through) => {
    if (position > 0) {
      const asked = { window: through, range: undefined };
      return lookFrom(
        eye,
        placesAbout(eye, through, position).flatMap((place) => scene.fromAll(place, asked)),
      );
    }
    const ring = scene.viewshed('must', heights, eye, { window: through });
    return lookFrom(eye, [ring], scene.shadows('must', heights, eye, ring));
  });

  function windows(): (Window | undefined)[] {
    const [from, to] = headings ?? [0, 360];
    const found = new Map<string, Window | undefined>();
    for (let i = 0, n = Math.ceil((to - from) / LOOKS); i <= n; i++) {
      const aimed = { ...lens, heading: bearing(from + ((to - from) * i) / n) };
      for (const one of outlooks(scene, { ...device, lenses: [aimed] }, aimed, 'must')) {
        found.set(`${one.window?.from} ${one.window?.to}`, one.window);
      }
    }
    return [...found.values()];
  }
}

/** Heights at all of which a view is the same, and at all between. */
interface Slab {
  readonly open: View;
  /** m above the floor, ascending. */
  readonly heights: readonly number[];
}

/** m: heights of a person at which it is worked out what every pose of a box sees. */
const HEIGHTS = [0, 0.5, 1, 1.5, 2];

/** m: where what is in sight differs between two heights, heights between are taken down to this distance. */
const FINEST = 0.13;

/**
 * Returns what of a region is in sight from the drawn place, at heights of a person. A device that may be mounted
 * elsewhere may be there, so may-see holds all of this in any case.
 */
function slabsInto(sighted: Sighted, world: 'may' | 'standing', rings: Region['rings']): Slab[] {
  const { scene, height, eye, window, target } = sighted;
  const box = boxOfRings(rings);
  const apart = hasBars(scene, world);
  const isNear = (shadow: Ring) => {
    const own = boxOf(shadow);
    return apart || own === undefined || box === undefined || boxesOverlap(own, box);
  };
  const at = (level: number): Slab => {
    const heights: Heights = { eye: height, target: [level, level] };
    const ring = scene.viewshed(world, heights, eye, { window });
    const shadows = scene.shadows(world, heights, eye, ring).filter(isNear);
    return { open: lookFrom(eye, [ring], shadows), heights: [level] };
  };
  const between = (one: Slab, other: Slab): Slab[] => {
    const [from = 0, to = 0] = [one.heights.at(-1), other.heights[0]];
    if (to - from <= FINEST || isSame(one, other)) return [other];
    const middle = at((from + to) / 2);
    return [...between(one, middle), ...between(middle, other)];
  };
  const [low, high] = bandOf(target);
  const [first, ...others] = [...HEIGHTS.filter((level) => low <= level && level < high), high].map(at);
  if (first === undefined) return [];
  const runs = [first];
  let last = first;
  for (const slab of others.flatMap((one, i) => between(i === 0 ? first : others[i - 1], one))) {
    const isMore = isSame(last, slab);
    last = isMore ? { ...last, heights: [...last.heights, ...slab.heights] } : slab;
    runs.splice(runs.length - Number(isMore), Number(isMore), last);
  }
  return runs.filter(({ open }) => seenIn({ rings, shadows: [] }, open) > 0);
}

/**
 * True if some panel hides between two heights alone. The shadow of any other panel only grows, or only shrinks, as the
 * height rises: what it hides between two heights it hides at one of them.
 */
function hasBars(scene: Scene, world: 'may' | 'standing'): boolean {
  const { panels } = scene.selections();
  return panels(world).some(({ extents }) =>
    extents.some(({ from, to }) => Number.isFinite(from) && Number.isFinite(to)),
  );
}

/** True if the same of a region is in sight at two heights and at all between: no shadow meets it at either. */
function isSame({ open: [one] }: Slab, { open: [other] }: Slab): boolean {
  if (one === undefined || other === undefined) return one === other;
  if (one.shadows.length + other.shadows.length > 0) return false;
  const [a = [], b = []] = [one.rings[0], other.rings[0]];
  return a.length === b.length && a.every(([x, y], i) => x === b[i]?.[0] && y === b[i][1]);
}

/** Returns the parts of a view within any of some frames about its eyes; undefined frames: all of it. */
function inside(view: View, frames: readonly Flat[] | undefined, shadows: readonly Ring[] = []): View {
  if (frames === undefined)
    return shadows.length === 0 ? view : view.map((l) => ({ ...l, shadows: [...l.shadows, ...shadows] }));
  const pieces = frames.filter((frame) => frame.length >= 6).map(ringOf);
  return view.flatMap((look) => {
    const rings = look.rings.flatMap((ring) => pieces.map((piece) => clipAbout(ring, piece, look.eye)));
    const kept = rings.filter((ring) => ring.length >= 3 && ringArea(ring) > 0);
    return lookFrom(look.eye, kept, [...look.shadows, ...shadows]);
  });
}

/**
 * Returns what masks may hide at some of the heights: a mask is drawn on the floor and hides the lines of sight that end
 * in it. A line from the eye has come nearer to the foot by the part of the way that it still has to fall.
 */
function masksAt({ device: { masks }, height, eye: [ex, ey] }: Sighted, heights: readonly number[]): readonly Ring[] {
  const parts = [heights[0] ?? 0, heights.at(-1) ?? 0].map((at) => Math.max(0, (height - at) / height));
  return masks.map(({ polygon }) =>
    convexHull(parts.flatMap((part) => polygon.map(([x, y]): Point => [ex + part * (x - ex), ey + part * (y - ey)]))),
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
 * Returns convex frames about the foot outside whose union no pose of the box surely sees anything at the target's
 * height.
 */
function mustFrames(sighted: Sighted, box: PoseBox, density: number): readonly Flat[] {
  const { device, lens, height, target, scene } = sighted;
  const exact = withoutTolerance(device);
  const wide = mustPose(exact, { ...lens, hfov: box.fields[1] });
  const narrow = mustPose(exact, { ...lens, hfov: box.fields[0] });
  if (wide?.kind !== 'frustum' || narrow?.kind !== 'frustum' || narrow.focal === undefined) return [];
  const drop = height - target;
  const slant = Math.min(narrow.focal / density, device.range ?? Infinity);
  if (slant <= Math.abs(drop)) return [];
  const radius = Math.sqrt(slant * slant - drop * drop);
  const half = SPARE * scene.reach;
  let frames: readonly Flat[] | undefined =
    radius > Math.SQRT2 * half ? undefined : [discOutside(radius * 1.001 + CHORD)];
  const { headings, tilts, turn, lean } = samples(box, device, lens);
  for (const heading of headings) {
    for (const tilt of tilts) {
      const found = framesOfAny({ ...wide, ...about(heading, tilt, turn, lean) }, drop, half);
      if (found === undefined) continue;
      frames = frames === undefined ? found : frames.flatMap((one) => found.map((other) => common(one, other)));
      frames = frames.filter((frame) => frame.length >= 6);
      if (frames.length === 0) return [];
    }
  }
  return frames ?? [discOutside(half)];
}

function about(heading: number, tilt: number, turn: number, lean: number): Pick<Cone, 'headings' | 'tilts'> {
  return { headings: [heading - turn, heading + turn], tilts: [tilt - lean, tilt + lean] };
}

function isOne({ headings, tilts }: Cone): boolean {
  return headings !== undefined && headings[1] === headings[0] && tilts[1] === tilts[0];
}

/** Returns convex frames that contain what any pose of the cone has in frame at a drop; undefined: everything. */
function framesOfAny(cone: Cone, drop: number, half: number): readonly Flat[] | undefined {
  if (isOne(cone)) return [certainPolygon(cone, drop, half)];
  const far = 2 * Math.hypot(half, drop);
  const rings = possibleRings(cone, [drop - HAIR, drop + HAIR], { depth: Infinity, far, reach: Infinity });
  return rings?.map((ring) => flatOf(ring));
}

/**
 * Returns convex frames about the foot in which every pose of the box has one of the heights, or one between.
 *
 * At one height frame and walls can be taken apart: a point in the frame, to which a free line leads at that height, is
 * seen. Over a band of heights it need not be, since the picture may hold its feet where a sill leaves only its head.
 * Where the same is free at all heights of a slab, what a pose has in frame in the slab is convex: the hull of what it
 * has at some heights of it.
 */
function mayFrames(
  sighted: Sighted,
  box: PoseBox,
  density: number,
  heights: readonly number[],
): readonly Flat[] | undefined {
  const { device, lens, height, scene } = sighted;
  const exact = withoutTolerance(device);
  const [narrow] = mayPoses(exact, { ...lens, ...fieldOf(lens, box.fields[0], box) });
  const [wide] = mayPoses(exact, { ...lens, ...fieldOf(lens, box.fields[1], box) });
  if (narrow === undefined || wide === undefined) return [];
  if (narrow.kind !== 'frustum') return narrow.kind === 'all-round' && narrow.perRadian === undefined ? undefined : [];
  if (wide.kind !== 'frustum') return [];
  const slant = wide.focal === undefined ? Infinity : wide.focal / density;
  const half = SPARE * scene.reach;
  const at = (cone: Cone, level: number): Flat => {
    const drop = height - level;
    if (slant <= Math.abs(drop)) return [];
    const sure = certainPolygon(cone, drop, half);
    const radius = Math.sqrt(slant * slant - drop * drop);
    return radius > Math.SQRT2 * half ? sure : inDisc(sure, radius);
  };
  const { headings, tilts, turn, lean } = samples(box, device, lens);
  return headings.flatMap((heading) =>
    tilts.map((tilt) => {
      const cone = { ...narrow, ...about(heading, tilt, turn, lean) };
      return hullFlat(heights.flatMap((level) => at(cone, level)));
    }),
  );
}

/** Returns the field that may-see takes: a lens that isn't locked has its whole zoom, whatever it is set to. */
function fieldOf(lens: Optics, hfov: number, { fields }: PoseBox): Partial<Optics> {
  return fields[0] === fields[1] && fields[0] === lens.hfov ? {} : lockedAt(lens, hfov);
}
