// Privacy masks in the picture: what they certainly hide (may-see) and what they may hide (must-see).
import { append, maxOf, minOf } from '../../base/arrays.js';
import { spendBudget } from '../../base/budget.js';
import { ringArea } from '../../geometry/shapes/ring.js';
import type { Point, Ring } from '../../geometry/types.js';
import type { Device, Mask, Optics } from '../../plan/model.js';
import { type Cone, certainPolygon, type Span } from '../cone/cone.js';
import { clipFlat, exactHull, type Flat, flatOf, hullFlat, ringOf, turnFlat } from '../cone/convex.js';
import { beyondSides, common, dilate, erode, less, scaled } from '../cone/convex-sets.js';
import { convexParts, type Pocketed, pocketed } from '../cone/pockets.js';
import { possibleRings, radiusOf } from './footprint.js';
import { setting, spread, toleranceOf } from './optics.js';
import { azimuth, rad } from './planar.js';
import { inAnyTurn, inEveryTurn } from './turning.js';

/**
 * The place from which a camera's masks are seen. Metres.
 *
 * An installed mask is a region of the picture: the polygon M that the plan draws on the floor blacks out every
 * direction from the eye to M. So at a height t below the eye's H it hides M shrunk towards the camera's foot by
 * (H − t)/H, and nothing at H and above. A camera mounted otherwise than drawn carries those directions along: over its
 * poses they make a cone like that of a frame, and are bounded in the same way. May-see loses what is certainly in that
 * cone, must-see what is possibly in it.
 */
export interface MaskView {
  /** The eye as drawn, plan metres; a position tolerance is about it. */
  readonly eye: Point;
  /** Mount height above the floor. */
  readonly height: number;
  /** m: nothing on the level is farther away. */
  readonly reach: number;
}

/** How the directions of a mask may turn about the eye. Radians. */
interface Aim {
  /** Azimuth of the heading as drawn; undefined: none or many, so that a tilt is about any level axis. */
  readonly heading: number | undefined;
  /** rad either way. */
  readonly turn: number;
  readonly tilt: number;
}

/**
 * Returns what may-see loses to masks: convex rings, in plan metres, in which every height of [0, `top`] is hidden by
 * one of the lens's masks in every pose, at every zoom and from every place its tolerances allow.
 *
 * A point is hidden by a convex M at every height if it is at the lowest and at the highest, since the cone is convex.
 * For any other M, it must be so for the hull, and at no height may it be possible that it is in one of the hull's
 * pockets.
 */
export function mayMasked(device: Device, lens: Optics, view: MaskView & { readonly top: number }): Ring[] {
  return masksOf(device, lens, 'may').flatMap((mask) => maskedBy(mask, device, lens, view));
}

/**
 * Returns what masks certainly hide, in two forms. `floors`: convex polygons of the floor about the camera's foot (m,
 * the plan's own axes), such that no direction from the eye through one is in the picture in any pose, at any zoom.
 * `rings`: what the other masks hide, in plan metres: those that aren't convex, and all of a device with a position
 * tolerance (see {@link mayMasked}).
 */
export function certainMasks(
  device: Device,
  lens: Optics,
  view: MaskView & { readonly top: number },
): { readonly floors: readonly Flat[]; readonly rings: readonly Ring[] } {
  const aim = aimOf(device, lens, 'may');
  const floors: Flat[] = [];
  const rings: Ring[] = [];
  if (aim === undefined || view.height <= 0) return { floors, rings };
  for (const mask of masksOf(device, lens, 'may')) {
    const shape = lasts(mask, lens) ? shapeAbout(view.eye, mask) : undefined;
    const zoomed = shape && scalesOf(mask, lens);
    if (shape === undefined || zoomed === undefined) continue;
    if (shape.pockets.length > 0 || device.tolerance.position > 0) {
      append(rings, maskedBy(mask, device, lens, view));
      continue;
    }
    const floor = certainlyHidden(shape.hull, aim, [view.height, view.height], lens, zoomed);
    if (floor.length >= 6) floors.push(floor);
  }
  return { floors, rings };
}

/**
 * Returns, for each mask, the parts of a lens's frame that it doesn't certainly hide: convex frames in the picture
 * plane that each hold the axis; [] for a mask that hides the whole frame. A mask that isn't convex, or certainly
 * hides next to nothing of the frame, has no entry. There are no entries at all for a single pose (whose table takes
 * masks exactly), with a position tolerance, or without a heading, tilt or mount height.
 *
 * Masks turn with the frame, so in the frame each hides the same in every pose; in plan, what it hides in all of them
 * is less. Each mask is taken by itself, so that adding a mask never grows a view.
 */
export function unmaskedFrames(device: Device, lens: Optics, frame: Flat): readonly (readonly Flat[])[] {
  const { at, height, tolerance } = device;
  const aim = aimOf(device, lens, 'may');
  const { tilt } = setting(lens);
  if (aim?.heading === undefined || tilt === undefined || height === undefined || height <= 0) return [];
  // Of one pose what masks take is exact by itself; from several places frames are bounded as drawn.
  if ((aim.turn === 0 && aim.tilt === 0) || tolerance.position > 0) return [];
  const found: (readonly Flat[])[] = [];
  for (const mask of masksOf(device, lens, 'may')) {
    const shape = lasts(mask, lens) ? shapeAbout(at, mask) : undefined;
    const zoomed = shape && scalesOf(mask, lens);
    if (shape === undefined || zoomed === undefined || shape.pockets.length > 0) continue;
    const drawn = onAxis(shape.hull, aim, aim.heading, height, rad(tilt)).frame;
    const parts = beyondSides(frame, common(scaled(drawn, zoomed.least), scaled(drawn, zoomed.most)));
    const kept = parts.length > (found.length < MOST_APART ? MOST_PARTS : 1) ? [parts.flat()] : parts;
    const left = kept.map((points) => exactHull([...points, ...scaled(frame, AXIS)]));
    if (left.every((part) => ringArea(ringOf(part)) < WHOLE * ringArea(ringOf(frame)))) found.push(left);
  }
  return found;
}

/** Share of a frame about its axis that is always kept: its slopes are worked out from there. */
const AXIS = 0.01;
/** Share of a frame from which on it is left as it is. */
const WHOLE = 0.999;
/** Most parts in which a frame is taken about a mask; about one of more sides it is taken as one. */
const MOST_PARTS = 4;
/** Most masks about which it is taken in parts; about each further one it is taken as one, or thousands would take minutes. */
const MOST_APART = 8;

/** Returns what may-see loses to one mask. */
function maskedBy(
  mask: Mask,
  device: Device,
  lens: Optics,
  { top, ...view }: MaskView & { readonly top: number },
): Ring[] {
  const aim = aimOf(device, lens, 'may');
  if (aim === undefined || view.height <= top) return [];
  const heights: Span = [view.height - top, view.height];
  const { position } = device.tolerance;
  const shape = lasts(mask, lens) ? shapeAbout(view.eye, mask) : undefined;
  if (shape === undefined) return [];
  const zoomed = scalesOf(mask, lens);
  if (zoomed === undefined || (zoomed.least !== zoomed.most && shape.pockets.length > 0)) return [];
  const hidden = certainlyHidden(shape.hull, aim, heights, lens, zoomed);
  let pieces: Flat[] = [erode(hidden, position)];
  const far = Math.hypot(radiusOf([shape.hull]), view.height);
  for (const pocket of shape.pockets) {
    const open = possiblyHidden(pocket, aim, heights, far, view.height);
    if (open === undefined) return [];
    for (const ring of open) pieces = pieces.flatMap((piece) => less(piece, dilate(flatOf(ring), position)));
  }
  return pieces.map((piece) => fromEye(hullFlat(piece), view.eye)).filter((ring) => ringArea(ring) > SPECK);
}

/** m²: what is smaller is rounding between pieces. */
const SPECK = 1e-6;

/**
 * Returns what must-see loses to masks: convex rings, in plan metres, outside which no mask of the lens hides anything
 * at `target` m in any pose and from any place its tolerances allow; `all` if that can't be bounded.
 */
export function mustMasked(
  device: Device,
  lens: Optics,
  { target, ...view }: MaskView & { readonly target: number },
): { readonly all: boolean; readonly rings: readonly Ring[] } {
  const masks = masksOf(device, lens, 'must');
  const aim = aimOf(device, lens, 'must') ?? { heading: undefined, turn: Math.PI, tilt: Math.PI };
  const drop = view.height - target;
  const far = 2 * Math.hypot(view.reach, view.height, target);
  const rings: Ring[] = [];
  for (const part of masks.flatMap((mask) => convexParts(about(view.eye, mask.polygon)))) {
    const found = view.height > 0 ? possiblyHidden(part, aim, [drop, drop], far, view.height) : undefined;
    if (found === undefined) return { all: true, rings: [] };
    for (const ring of found) rings.push(fromEye(dilate(flatOf(ring), device.tolerance.position), view.eye));
  }
  return { all: false, rings: rings.filter((ring) => ring.length >= 3) };
}

/**
 * Returns the masks that are, or may be, in a lens's picture. A device with several lenses has as many pictures: a mask
 * that doesn't say which one it is in counts for none in may-see and for all in must-see.
 */
function masksOf({ lenses, masks }: Device, lens: Optics, world: 'may' | 'must'): readonly Mask[] {
  if (lenses.length < 2) return masks;
  const number = lenses.indexOf(lens) + 1;
  return masks.filter(({ sensor }) => {
    const known = sensor !== undefined && sensor >= 1 && sensor <= lenses.length;
    return known ? sensor === number : world === 'must';
  });
}

/** True if a mask always hides the same: permanent, carried along by a PTZ, and present at every zoom. */
function lasts(mask: Mask, lens: Optics): boolean {
  if (!mask.permanent || (lens.form === 'ptz' && !mask.dynamic)) return false;
  return !(mask.hiddenAboveZoom && (lens.form === 'ptz' || unlocked(lens)));
}

function unlocked({ form, varifocal }: Optics): boolean {
  return form === 'varifocal' && varifocal?.locked !== true;
}

/** Returns how a lens's masks turn with it; undefined if the plan doesn't say where the lens looks. */
function aimOf(device: Device, lens: Optics, world: 'may' | 'must'): Aim | undefined {
  const { heading, tilt } = toleranceOf(device, lens);
  const drawn = setting(lens);
  // A PTZ carries its masks wherever it looks: its mount may lean to any side.
  if (lens.form === 'ptz' && world === 'may') return { heading: undefined, turn: heading, tilt };
  if (drawn.tilt === undefined || (drawn.heading === undefined && lens.form !== 'fisheye')) return undefined;
  return { heading: drawn.heading === undefined ? undefined : azimuth(drawn.heading), turn: heading, tilt };
}

/**
 * Returns by how much the picture of a mask may grow or shrink about the axis when the lens zooms; undefined: unknown.
 */
function scalesOf(mask: Mask, lens: Optics): { readonly least: number; readonly most: number } | undefined {
  if (!unlocked(lens) || mask.dynamic) return { least: 1, most: 1 };
  const { hfov, varifocal } = lens;
  if (hfov === undefined || varifocal === undefined) return undefined;
  const scale = (field: number) => Math.tan(rad(field) / 2) / Math.tan(rad(hfov) / 2);
  const all = [hfov, ...varifocal.hfov].map(scale);
  return { least: Math.min(...all), most: Math.max(...all) };
}

/**
 * Returns the part of a convex floor polygon's cone, about the foot, that is certainly in it at both ends of `drops`.
 */
function certainlyHidden(
  hull: Ring,
  aim: Aim,
  [nearest, floor]: Span,
  lens: Optics,
  { least, most }: { readonly least: number; readonly most: number },
): Flat {
  const half = radiusOf([hull]);
  if (aim.heading === undefined) {
    const shift = shiftOf(half, floor, aim.tilt);
    if (shift === undefined) return [];
    const sure = erode(flatOf(hull), shift);
    const both = common(sure, scaled(sure, nearest / floor));
    return aim.turn > 0 ? inEveryTurn(hullFlat(both), aim.turn, Infinity) : both;
  }
  let cone = coneOf(hull, aim, aim.heading, floor);
  if (least !== most) {
    const drawn = onAxis(hull, aim, aim.heading, floor, rad(lens.tilt ?? 0));
    cone = { ...drawn, frame: common(scaled(drawn.frame, least), scaled(drawn.frame, most)) };
  }
  if (cone.frame.length < 6) return [];
  return common(certainPolygon(cone, floor, half), certainPolygon(cone, nearest, half));
}

/**
 * Returns convex rings about the foot that contain all that may be in a convex floor polygon's cone at one of `drops`;
 * undefined if it can't be bounded.
 */
function possiblyHidden(part: Ring, aim: Aim, drops: Span, far: number, height: number): readonly Ring[] | undefined {
  if (aim.heading === undefined) {
    const shift = shiftOf(radiusOf([part]), height, aim.tilt);
    if (shift === undefined || aim.turn >= Math.PI) return undefined;
    if (drops[1] <= 0) return [];
    const grown = dilate(flatOf(part), shift);
    const slab = [...scaled(grown, Math.max(0, drops[0]) / height), ...scaled(grown, drops[1] / height)];
    return [ringOf(inAnyTurn(hullFlat(slab), -aim.turn, aim.turn))];
  }
  const rings: Ring[] = [];
  for (const one of before(part, aim.heading, height)) {
    const cone = coneOf(one, aim, aim.heading, height);
    const slab: Span = [drops[0] - HAIR, drops[1] + HAIR];
    if (cone.headings === undefined) return undefined;
    append(rings, possibleRings(cone, slab, far));
  }
  return rings;
}

/** m: a slab of no thickness is given this much, so that rounding doesn't lose it. */
const HAIR = 1e-7;

/** rad: depressions of a floor polygon that one picture plane holds well. */
const WIDE = rad(120);

/** Returns a floor polygon, or its parts in front of the foot and behind it if no picture plane holds both. */
function before(part: Ring, heading: number, height: number): readonly Ring[] {
  const [least, most] = depressions(part, heading, height);
  if (most - least <= WIDE) return [part];
  const along = turnFlat(flatOf(part), -heading);
  return [-1, 1]
    .map((side) => clipFlat(along, side, 0, 0))
    .filter((half) => half.length >= 6)
    .map((half) => ringOf(turnFlat(half, heading)));
}

/**
 * Returns the least and the largest angle (radians) of its corners below the horizon ahead; over 90° behind the foot.
 */
function depressions(part: Ring, heading: number, height: number): Span {
  const [cos, sin] = [Math.cos(heading), Math.sin(heading)];
  const angles = part.map(([x, y]) => Math.atan2(height, x * cos + y * sin));
  return [minOf(angles), maxOf(angles)];
}

/** Returns the cone of a floor polygon that turns with its camera, seen along the middle of its depressions. */
function coneOf(part: Ring, aim: Aim, heading: number, height: number): Cone {
  const [least, most] = depressions(part, heading, height);
  return onAxis(part, aim, heading, height, (least + most) / 2);
}

/** Returns that cone seen along an axis `tilt` (radians) below the horizon, as far as it lies in front of the eye. */
function onAxis(part: Ring, aim: Aim, heading: number, height: number, tilt: number): Cone {
  const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)];
  const seen = clipFlat(turnFlat(flatOf(part), -heading), -cos, 0, height * (sin - BEFORE));
  const frame: number[] = [];
  spendBudget(seen.length);
  for (let i = 0; i < seen.length; i += 2) {
    const x = seen[i];
    const depth = x * cos + height * sin;
    frame.push(seen[i + 1] / depth, (x * sin - height * cos) / depth);
  }
  const degrees = 90 - (heading * 180) / Math.PI;
  return {
    frame: exactHull(frame),
    headings: spread([degrees, degrees], aim.turn),
    tilts: [tilt - aim.tilt, tilt + aim.tilt],
  };
}

/** Least depth of the floor in a picture, in heights of the mount. */
const BEFORE = 1e-3;

/**
 * Returns the metres by which a floor point up to `radius` m from the foot seems to move when the camera turns by up to
 * `by` (radians) about any axis: most when it sinks away from the farthest. Undefined: past the horizon.
 */
function shiftOf(radius: number, height: number, by: number): number | undefined {
  const depression = Math.atan2(height, radius) - by;
  return depression < HORIZON ? undefined : Math.max(0, height / Math.tan(depression) - radius);
}

/** rad: what comes this near to the horizon is taken to be past it. */
const HORIZON = rad(0.1);

interface Shape {
  readonly eye: Point;
  readonly pocketed: Pocketed | undefined;
}

/**
 * The shape of each mask about the eye it was last seen from: a camera has the same in every world, at every density.
 */
const shapes = new WeakMap<Mask, Shape>();

function shapeAbout(eye: Point, mask: Mask): Pocketed | undefined {
  const known = shapes.get(mask);
  if (known?.eye[0] === eye[0] && known.eye[1] === eye[1]) return known.pocketed;
  const shape = pocketed(about(eye, mask.polygon));
  shapes.set(mask, { eye, pocketed: shape });
  return shape;
}

function about([x, y]: Point, polygon: readonly Point[]): Ring {
  return polygon.map(([px, py]): Point => [px - x, py - y]);
}

function fromEye(polygon: Flat, [x, y]: Point): Ring {
  return ringOf(polygon).map(([px, py]): Point => [px + x, py + y]);
}
