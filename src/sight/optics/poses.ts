// Bounds on what a camera sees over whole boxes of poses, for the search for better headings and tilts.
import { ringArea } from '../../geometry/index.js';
import type { Ring, Window } from '../../geometry/types.js';
import { azimuthOfHeading } from '../../geometry/vector.js';
import { ALONG } from '../../plan/build/membership.js';
import type { Device, Optics, Range } from '../../plan/model.js';
import { bearing } from '../../plan/read/frame.js';
import { type Cone, certainPolygon } from '../cone/cone.js';
import { type Flat, flatOf, ringOf } from '../cone/convex.js';
import { common } from '../cone/convex-sets.js';
import type { Scene } from '../scene/scene.js';
import type { Heights } from '../scene/shadow.js';
import type { PoseBox, Poses } from '../types.js';
import { reachOf } from '../view/reach.js';
import { bandOf, lookFrom, outlooks, positionOf, type View } from '../view/views.js';
import { discOutside, inDisc } from './disc.js';
import { mayFootprint, possibleRings } from './footprint.js';
import { type Frustum, mayPoses, mustPose, type Span, toleranceOf, withoutTolerance } from './optics.js';
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
  const views = new Map<string, View>();
  const around = (world: 'must' | 'may' | 'standing'): View => {
    const known = views.get(world) ?? aroundOf(sighted, world, headings);
    views.set(world, known);
    return known;
  };
  return {
    headings,
    mustInSome: (box, density) => inside(around('must'), mustFrames(sighted, box, density)),
    mayInEvery(box, region, density, world) {
      const view = inside(around(world), mayFrames(sighted, box, density), masksOf(device));
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

/** Returns everything in sight from where the device is, whatever its lens. */
function aroundOf(sighted: Sighted, world: 'must' | 'may' | 'standing', headings: Range | undefined): View {
  const { scene, device, lens, height, eye, window, target } = sighted;
  const heights: Heights = { eye: height, target: world === 'must' ? [target, target] : bandOf(target) };
  const position = positionOf(device, eye);
  const windows = world === 'must' ? mustWindows(sighted, headings) : [window];
  return windows.flatMap((through) => {
    if (position > 0) {
      const places = placesAbout(eye, through, position);
      const asked = { window: through, range: undefined };
      const rings = places.flatMap((place) =>
        world === 'must' ? scene.fromAll(place, asked) : scene.fromAny(world, heights, place, asked),
      );
      return lookFrom(eye, rings);
    }
    const ring = scene.viewshed(world, heights, eye, { window: through });
    return lookFrom(eye, [ring], scene.shadows(world, heights, eye, ring));
  });

  function mustWindows(of: Sighted, range: Range | undefined): (Window | undefined)[] {
    const [from, to] = range ?? [0, 360];
    const found = new Map<string, Window | undefined>();
    for (let i = 0, n = Math.ceil((to - from) / LOOKS); i <= n; i++) {
      const aimed = { ...lens, heading: bearing(from + ((to - from) * i) / n) };
      for (const one of outlooks(scene, { ...of.device, lenses: [aimed] }, aimed, 'must')) {
        found.set(`${one.window?.from} ${one.window?.to}`, one.window);
      }
    }
    return [...found.values()];
  }
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
 * Returns all that any mask may take from may-see: what it hides for the whole height of a person lies behind it on the
 * floor.
 */
function masksOf({ masks }: Device): readonly Ring[] {
  return masks.map(({ polygon }) => polygon);
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
  const about = (middle: number, off: number) => (off > EDGE ? [middle - off, middle, middle + off] : [middle]);
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

/** m: heights of a person at which the frame of every pose of a wide box is taken. */
const HEIGHTS = [0, 0.5, 1, 1.5, 2];

/**
 * Returns convex frames in which every pose of the box has some height of a person in its frame; undefined: everywhere.
 */
function mayFrames(sighted: Sighted, box: PoseBox, density: number): readonly Flat[] | undefined {
  const { device, lens, height, target, scene } = sighted;
  const exact = withoutTolerance(device);
  const [narrow] = mayPoses(exact, { ...lens, ...fieldOf(lens, box.fields[0], box) });
  const [wide] = mayPoses(exact, { ...lens, ...fieldOf(lens, box.fields[1], box) });
  if (narrow === undefined || wide === undefined) return [];
  if (narrow.kind !== 'frustum') return narrow.kind === 'all-round' && narrow.perRadian === undefined ? undefined : [];
  const focal = wide.kind === 'frustum' ? wide.focal : undefined;
  if (wide.kind !== 'frustum') return [];
  const pose: Frustum = { ...narrow, focal };
  const { headings, tilts, turn, lean } = samples(box, device, lens);
  const [low, high] = bandOf(target);
  const drops: Span = [height - high, height - low];
  const frames: Flat[] = [];
  for (const heading of headings) {
    for (const tilt of tilts) {
      const cone: Frustum = { ...pose, ...about(heading, tilt, turn, lean) };
      if (isOne(cone)) {
        const rings = mayFootprint(cone, drops, { density, reach: scene.reach });
        if (rings === undefined) return undefined;
        frames.push(...rings.map((ring) => flatOf(ring)));
      } else frames.push(...framesOfEvery(cone, height, high, density, SPARE * scene.reach));
    }
  }
  return frames;
}

/** Returns the field that may-see takes: a lens that isn't locked has its whole zoom, whatever it is set to. */
function fieldOf(lens: Optics, hfov: number, { fields }: PoseBox): Partial<Optics> {
  return fields[0] === fields[1] && fields[0] === lens.hfov ? {} : lockedAt(lens, hfov);
}

function framesOfEvery(cone: Frustum, height: number, top: number, density: number, half: number): Flat[] {
  const slant = cone.focal === undefined ? Infinity : cone.focal / density;
  return HEIGHTS.filter((at) => at <= top).flatMap((at) => {
    const drop = height - at;
    if (slant <= Math.abs(drop)) return [];
    const sure = certainPolygon(cone, drop, half);
    const radius = Math.sqrt(slant * slant - drop * drop);
    return [radius > Math.SQRT2 * half ? sure : inDisc(sure, radius)];
  });
}
