// Bounds on what a camera sees over whole boxes of poses, for the search for better headings and tilts.
import { memoize, memoizeByName, memoizeNamed } from '../../base/memo.js';
import {
  azimuthOf,
  boxesOverlap,
  boxOf,
  boxOfRings,
  distance,
  distanceBetweenSegments,
  distanceToSegment,
  ringArea,
} from '../../geometry/index.js';
import type { Point, Region, Ring, Segment, Window } from '../../geometry/types.js';
import { ALONG } from '../../plan/build/membership.js';
import type { Device, Optics, Range } from '../../plan/model.js';
import { bearing } from '../../plan/read/frame.js';
import { type Flat, hullFlat, ringOf, turnFlat } from '../cone/convex.js';
import { certainTable } from '../radial/certain.js';
import { withoutMasks } from '../radial/masks.js';
import { seenFrom } from '../radial/may-view.js';
import { tableOf } from '../radial/table.js';
import { OFF_CORNERS } from '../scene/faces.js';
import type { Scene } from '../scene/scene.js';
import type { Heights } from '../scene/shadow.js';
import type { Eyes, PoseBox, Poses } from '../types.js';
import { reachOf, seenIn } from '../view/reach.js';
import { bandOf, lookFrom, outlooks, positionOf, type View } from '../view/views.js';
import { type Mounts, middleOf, seenFromEvery, seenFromSome } from './place-views.js';
import { clipAbout } from './planar.js';
import { commonTo, lockedAt, masksAt, mayFrames, mustFrames, type Sighted } from './pose-frames.js';
import { placesAbout } from './position.js';

/**
 * Returns the device in another pose: heading and tilt in degrees. With `field` (degrees), a fixed or varifocal lens
 * has that horizontal field of view and doesn't zoom; without it, its fields stay as they are.
 */
export function posed(device: Device, heading: number, tilt: number | undefined, field?: number): Device {
  const lenses = device.lenses.map((lens) => ({ ...lens, heading, tilt, ...lockedAt(lens, field) }));
  return { ...device, lenses };
}

/** Degrees from a wall's direction that a heading must keep so that it says which side of the wall is meant. */
const CLEAR = (ALONG * 180) / Math.PI + 1e-3;

/**
 * Returns bounds on what `device` sees in other poses; undefined if the plan doesn't say enough, or the device isn't a
 * single lens with one heading.
 *
 * @param target height of what must be seen, m above the floor
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
  const drawn: Mounts = { eyes: { ring: [eye], window }, heights: [height, height] };
  const around = memoize((eyes: Eyes) => memoizeByName((heights: string) => viewsAt(sighted, eyes, heights)));
  const mountsOf = ({ places = drawn.eyes, heights = drawn.heights }: PoseBox): Mounts => ({ eyes: places, heights });
  const isDrawn = ({ places, heights }: PoseBox) => places === undefined && heights === undefined;
  const there = (box: PoseBox) => {
    const { eyes, heights } = mountsOf(box);
    return around(eyes)(heights.join(' '));
  };
  let must: View | undefined;
  const mustHere = () => {
    must ??= mustAround(sighted, headings);
    return must;
  };
  const here = memoizeNamed((box: PoseBox, asked: string): View => {
    const [density = '', world = ''] = asked.split(' ');
    return certainView(sighted, box, Number(density), world as PoseWorld);
  });
  return {
    headings,
    mustInSome(box, density) {
      const seen = isDrawn(box) ? mustHere() : there(box).must();
      return inside(seen, mustFrames(sighted, mountsOf(box), box, density));
    },
    inSightOfSome: (box) => (isDrawn(box) ? mustHere() : there(box).must()),
    framesOfSome(box, density) {
      const mounts = mountsOf(box);
      const [mx, my] = isDrawn(box) ? eye : middleOf(mounts.eyes.ring);
      return mustFrames(sighted, mounts, box, density)
        .filter((frame) => frame.length >= 6)
        .map((frame) => ringOf(frame).map(([x, y]): Point => [x + mx, y + my]));
    },
    mayInEvery(box, region, density, world) {
      const view = isDrawn(box) ? here(box, `${density} ${world}`) : fromPlaces(box, region, density, world);
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
    along: (from, to, heading) => eyesAlong(scene, device, lens, [from, to], heading),
  };

  function fromPlaces(box: PoseBox, { rings }: Region, density: number, world: PoseWorld): View {
    const common = commonTo(sighted, box, density);
    if (common === undefined) return [];
    const mounts = mountsOf(box);
    return there(box)
      .slabs(rings)(world)
      .flatMap(({ open, heights }) =>
        inside(open, mayFrames(sighted, mounts, common, heights), masksAt(device, mounts, heights)),
      );
  }
}

/** Returns what every pose of a box sees from where the device is drawn: in frame in all, and free, at the same height. */
function certainView(sighted: Sighted, box: PoseBox, density: number, world: PoseWorld): View {
  const { scene, device, eye, height, window, target } = sighted;
  const common = commonTo(sighted, box, density);
  if (common === undefined) return [];
  const [low, top] = bandOf(target);
  const slab = { floor: low - height, top: top - height };
  // Nothing on the level is farther away.
  const slant = common.slant > 2 * scene.reach + top - low ? Number.POSITIVE_INFINITY : common.slant;
  // Masks are drawn about the device, which may be a little off the eye.
  const floors = device.masks.map(({ polygon }) =>
    hullFlat(polygon.flatMap(([x, y]) => [x - eye[0], y - eye[1], x - device.at[0], y - device.at[1]])),
  );
  const aims = common.cones?.map(({ headings: [from, to], ...cone }) => ({
    heading: (from + to) / 2,
    table: certainTable({ ...cone, headings: [(from - to) / 2, (to - from) / 2] }, slab, slant),
  })) ?? [{ heading: 0, table: tableOf(undefined, slab, ENDLESS) }];
  const rings = aims.flatMap(({ heading, table }) => {
    const turned = floors.map((floor) => turnFlat(floor, -heading));
    const seen = { heading, table: { ...withoutMasks(table, turned, height, true), range: table.range } };
    return seenFrom(scene, world, { eye, height, window }, top, seen, true);
  });
  return lookFrom(eye, rings);
}

const ENDLESS = { depth: Number.POSITIVE_INFINITY, far: Number.POSITIVE_INFINITY };

type PoseWorld = 'may' | 'standing';

/** Returns what is in sight from some mounts, each view worked out once when first needed. */
function viewsAt({ scene, target }: Sighted, eyes: Eyes, heights: string) {
  const [low = 0, high = 0] = heights.split(' ').map(Number);
  const mounts: Mounts = { eyes, heights: [low, high] };
  let must: View | undefined;
  const every = memoizeByName((world: PoseWorld) =>
    memoizeByName((at: number) => seenFromEvery(scene, world, mounts, at)),
  );
  return {
    must(): View {
      must ??= seenFromSome(scene, mounts, target);
      return must;
    },
    slabs: memoize((rings: Region['rings']) =>
      memoizeByName((world: PoseWorld) => slabsInto(scene, target, world, rings, every(world))),
    ),
  };
}

/** Returns the eyes of a device on a stretch of wall; see {@link Poses.along}. */
function eyesAlong(
  scene: Scene,
  device: Device,
  lens: Optics,
  ends: readonly [Point, Point],
  heading: number,
): Eyes | undefined {
  const [one, other] = ends.map((at) => {
    const aimed = { ...lens, heading };
    const [outlook, second] = outlooks(scene, { ...device, at, lenses: [aimed] }, aimed, 'may');
    return second === undefined ? outlook : undefined;
  });
  if (one?.window === undefined || other?.window === undefined) return undefined;
  const turn = Math.abs(one.window.from - other.window.from) + Math.abs(one.window.to - other.window.to);
  if (turn > SAME_WINDOW || Math.abs(one.window.to - one.window.from - Math.PI) > SAME_WINDOW) return undefined;
  const stretch = { a: one.eye, b: other.eye };
  const { all } = scene.selections();
  const near = all.segments.filter((wall) => distanceBetweenSegments(wall, stretch) < OFF_CORNERS);
  const isOn = (wall: Segment) =>
    Math.max(distanceToSegment(stretch.a, wall), distanceToSegment(stretch.b, wall)) < ON_WALL;
  const own = near.find(isOn);
  if (own === undefined || near.some((wall) => !isParallel(wall, own))) return undefined;
  return { ring: distance(one.eye, other.eye) > 0 ? [one.eye, other.eye] : [one.eye], window: one.window };
}

/** Radians: windows that differ by less are one. */
const SAME_WINDOW = 1e-6;

/** m: an eye this near to a prepared wall is on it. */
const ON_WALL = 1e-6;

function isParallel(one: Segment, other: Segment): boolean {
  return Math.abs(Math.sin(azimuthOf(one.a, one.b) - azimuthOf(other.a, other.b))) < 0.01;
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

/** m: heights of a person at which it is worked out what every pose of a box sees from any of several places. */
const HEIGHTS = [0, 1];

/** m: where what is in sight differs between two heights, heights between are taken down to this distance. */
const FINEST = 0.6;

/** Returns what of a region is in sight at heights of a person, of what is `open` at each. */
function slabsInto(
  scene: Scene,
  target: number,
  world: PoseWorld,
  rings: Region['rings'],
  open: (at: number) => View,
): Slab[] {
  const box = boxOfRings(rings);
  const apart = hasBars(scene, world);
  const isNear = (shadow: Ring) => {
    const own = boxOf(shadow);
    return apart || own === undefined || box === undefined || boxesOverlap(own, box);
  };
  const at = (level: number): Slab => ({
    open: open(level).map((look) => ({ ...look, shadows: look.shadows.filter(isNear) })),
    heights: [level],
  });
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
