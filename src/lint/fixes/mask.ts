// Fixes by a permanent mask over what a camera sees of a private zone.

import { maxOf, minOf } from '../../base/arrays.js';
import type { Point } from '../../geometry/types.js';
import { along, azimuthOf, distance, positiveAngle } from '../../geometry/vector.js';
import { parameter } from '../../law/lookup.js';
import type { Device, Mask, Optics, Site } from '../../plan/model.js';
import { unproject } from '../../plan/read/frame.js';
import { unitsPerMetre } from '../../plan/read/units.js';
import { toleranceOf } from '../../sight/optics/optics.js';
import { addItem, has, setMember, type TextEdit, type WritableValue } from '../../source/edit/splice.js';
import { type PrivateView, seenBy } from '../search/private.js';
import type { LintVerdict, Report } from '../types.js';
import { type KeysPlace, keysPlace } from './places.js';
import { fixText } from './texts.js';
import type { Proposal } from './types.js';
import { contextOf, type Watcher } from './views.js';

/** Height of a person, m: views up to here count. */
const PERSON = 2;

/**
 * Margins tried in turn, as multiples of the mounting tolerance. The smallest that works hides least of what must be
 * seen.
 */
const MARGINS = [1, 1.1, 1.25, 1.5, 2, 3];

/** Largest half angle of a mask, rad: a wider one would hide most of the picture. */
const WIDEST = Math.PI / 3;

/** Smallest angle below the horizon of a mask's far edge, rad. Anything flatter lies beyond every floor plan. */
const HORIZON = 0.01;

/**
 * Returns the edit that adds a permanent mask over what the camera sees of the private zone: a sector on the floor
 * about its foot, wide and deep enough for every pose within the mounting tolerances. Empty if no mask works.
 */
export function masked(verdict: LintVerdict, { device }: Watcher, report: Report): Proposal[] {
  const [lens, second] = device.lenses;
  const keys = keysPlace(device, report);
  if (lens === undefined || second !== undefined || device.height === undefined) return [];
  const zone = verdict.subject.slice(verdict.subject.indexOf('>') + 1);
  const inZone = (view: PrivateView) => view.target.zone.id === zone;
  const contexts = [contextOf(report)];
  const view = seenBy(contexts, device).find(inZone);
  if (view === undefined || view.grade.reach.level !== device.level) return [];
  const points = view.grade.reach.pieces.flatMap(({ outline }) => outline.flat());
  for (const margin of MARGINS) {
    const polygon = sector(points, device, lens, device.height, margin, topOf(report));
    if (polygon === undefined) return [];
    const other: Device = { ...device, masks: [...device.masks, maskOf(polygon, lens)] };
    if (seenBy(contexts, other).some(inZone)) continue;
    const edit = editOf(keys, device, written(polygon, lens, report.site));
    return edit === undefined ? [] : [{ message: fixText.fixMask, edits: [edit], settles: [verdict] }];
  }
  return [];
}

function topOf({ pack }: Report): number {
  return Math.max(PERSON, parameter(pack, 'targetHeight'));
}

/**
 * Returns the corners of a sector that covers `points`, from the floor to `top` m above it, for every pose within the
 * tolerances. Undefined if it would be too wide, too flat or not below the lens.
 */
function sector(
  points: readonly Point[],
  device: Device,
  lens: Optics,
  height: number,
  margin: number,
  top: number,
): readonly Point[] | undefined {
  const { at } = device;
  const [first] = points;
  if (first === undefined || height <= top) return undefined;
  const tolerance = toleranceOf(device, lens);
  const base = azimuthOf(at, first);
  const offsets = points.map((point) => offset(azimuthOf(at, point), base));
  const [left, right] = [maxOf(offsets), minOf(offsets)];
  const half = (left - right) / 2 + tolerance.heading * margin;
  const middle = base + (left + right) / 2;
  const ranges = points.map((point) => distance(at, point));
  // A sight line over the head of a person at the far end meets the floor further out.
  const [near, far] = [minOf(ranges), (maxOf(ranges) * height) / (height - top)];
  const lean = tolerance.tilt * margin;
  const steep = Math.min(Math.PI / 2, Math.atan2(height, near) + lean);
  const flat = Math.atan2(height, far) - lean;
  if (half > WIDEST || flat < HORIZON) return undefined;
  const sides = [-half, half];
  // The outer edge touches its arc in the middle; the inner edge joins the ends of its arc.
  const inner = sides.map((side) => along(at, middle + side, height / Math.tan(steep)));
  const outer = sides.map((side) => along(at, middle + side, height / Math.tan(flat) / Math.cos(half)));
  return [...inner, ...outer.reverse()].map(([x, y]): Point => [centimetres(x), centimetres(y)]);
}

/** Returns `angle` less `base`, rad, in (−π, π]. */
function offset(angle: number, base: number): number {
  const turn = positiveAngle(angle - base);
  return turn > Math.PI ? turn - 2 * Math.PI : turn;
}

function centimetres(metres: number): number {
  return Math.round(metres * 100) / 100;
}

function maskOf(polygon: readonly Point[], { form }: Optics): Mask {
  return { polygon, permanent: true, dynamic: form === 'ptz', hiddenAboveZoom: false };
}

/** Returns the mask in the coordinates of the plan's file. */
function written(polygon: readonly Point[], { form }: Optics, site: Site): WritableValue {
  return {
    polygon: polygon.map((point) => inFile(point, site)),
    permanent: true,
    ...(form === 'ptz' ? { dynamic: true } : {}),
  };
}

function inFile([x, y]: Point, { coordinates, origin, shift }: Site): Point {
  const [east, northward] = [x + shift[0], y + shift[1]];
  if (coordinates !== 'wgs84' || origin === undefined) {
    const scale = coordinates === 'wgs84' ? 1 : unitsPerMetre(coordinates);
    return [Math.round(centimetres(east) * scale * 100) / 100, Math.round(centimetres(northward) * scale * 100) / 100];
  }
  const degrees = unproject([east, northward], origin);
  return [Number(degrees[0].toFixed(8)), Number(degrees[1].toFixed(8))];
}

/**
 * Returns the edit that adds the mask to the device's own. Undefined if the device takes masks from its type, since
 * those wouldn't count beside its own.
 */
function editOf({ file, pointer }: KeysPlace, device: Device, mask: WritableValue): TextEdit | undefined {
  if (has(file, `${pointer}/masks`)) return addItem(file, `${pointer}/masks`, mask);
  return device.masks.length > 0 ? undefined : setMember(file, pointer, 'masks', [mask]);
}
