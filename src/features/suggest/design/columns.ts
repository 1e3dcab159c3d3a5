// Single poses of cameras, and what each of them covers.

import { spendBudget } from '../../../base/budget.js';
import type { RuleContext } from '../../../facts/context.js';
import { clipConvex, containsPoint, coveredArea, ringOfBox, signedArea } from '../../../geometry/index.js';
import type { Point, Region } from '../../../geometry/types.js';
import { seenBy, seesUndrawn, zonesSeenBy } from '../../../lint/search/private.js';
import type { Device } from '../../../plan/model.js';
import { bearing } from '../../../plan/read/frame.js';
import { type Atom, areaOf } from '../space/atoms.js';
import { cameraAt, type Mount, OFF_WALL } from '../space/camera.js';
import type { Root } from '../space/space.js';
import type { CameraType, Requirement } from '../types.js';

/** Atoms that a camera surely sees, by index, and the share (0–1) that it sees of each. */
export interface Seen {
  readonly atoms: Int32Array;
  readonly shares: Float64Array;
}

/** A candidate of the search: a camera in one pose, with the floor that it surely covers. */
export interface Column extends Seen {
  readonly root: Root;
  readonly type: CameraType;
  readonly device: Device;
}

/** Headings and tilts are written in half degrees, positions in centimetres. */
const [HALF, CENTIMETRE] = [0.5, 0.01];

function inSteps(value: number, step: number): number {
  const per = Math.round(1 / step);
  return Math.round(value * per) / per + 0;
}

/**
 * Returns a camera of a root's type at its mount, with position and angles rounded as a plan writes them: to
 * centimetres and half degrees.
 *
 * @param eye where its lens is, plan metres; at a wall a point of the wall itself, {@link OFF_WALL} m in front of
 * which the camera is drawn
 * @param heading degrees clockwise from +y
 * @param tilt degrees below the horizon
 */
export function cameraIn(
  context: RuleContext,
  { mount, type }: Root,
  eye: Point,
  heading: number,
  tilt: number,
): Device {
  return cameraAt(context, mount, type, {
    at: drawnAt(mount, eye),
    heading: bearing(inSteps(heading, HALF)),
    tilt: Math.min(90, Math.max(0, inSteps(tilt, HALF))),
  });
}

/** Returns where a camera with its eye at a point of a mount is drawn, in centimetres: under a ceiling, in its part of it. */
function drawnAt({ kind, facing, at: ring }: Mount, [x, y]: Point): Point {
  const turn = ((90 - facing) * Math.PI) / 180;
  const off = kind === 'wall' ? OFF_WALL : 0;
  const at: Point = [inSteps(x + off * Math.cos(turn), CENTIMETRE), inSteps(y + off * Math.sin(turn), CENTIMETRE)];
  if (kind !== 'ceiling' || containsPoint(ring, at)) return at;
  const about = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy): Point => [dx, dy]));
  const [nearest = at] = about
    .map(
      ([dx, dy]): Point => [inSteps(at[0] + dx * CENTIMETRE, CENTIMETRE), inSteps(at[1] + dy * CENTIMETRE, CENTIMETRE)],
    )
    .filter((point) => containsPoint(ring, point))
    .sort((p, q) => Math.hypot(p[0] - x, p[1] - y) - Math.hypot(q[0] - x, q[1] - y));
  return nearest;
}

/** Steps of the budget for measuring a view on one atom. */
const ATOM = 60;

/**
 * Returns a camera with the atoms that it surely sees, of those in sight from its mount; undefined if it sees none, or
 * if it doesn't stand in the zones of its mount. `atoms`, `requirements`: all of the plan, by index.
 */
export function columnOf(
  context: RuleContext,
  root: Root,
  device: Device,
  atoms: readonly Atom[],
  requirements: readonly Requirement[],
): Column | undefined {
  if (device.zones.join() !== root.mount.zones.join()) return undefined;
  const seen = seenAmong(context, device, root.spot.atoms, atoms, requirements);
  return seen.atoms.length === 0 ? undefined : { root, type: root.type, device, ...seen };
}

/**
 * Returns how much of each atom in `among` (indices) a camera surely sees; atoms of which it sees less than a thousandth
 * are left out. `atoms`, `requirements`: all of the plan, by index.
 */
export function seenAmong(
  context: RuleContext,
  device: Device,
  among: Iterable<number>,
  atoms: readonly Atom[],
  requirements: readonly Requirement[],
): Seen {
  const views = new Map<number, readonly Region[]>();
  const found: number[] = [];
  const shares: number[] = [];
  for (const index of among) {
    const atom = atoms[index];
    const density = requirements[atom?.of ?? -1]?.density;
    if (atom === undefined || density === undefined) continue;
    let view = views.get(density);
    if (view === undefined) {
      view = context.sight.view(device, device.level, density, 'must');
      views.set(density, view);
    }
    if (view.length === 0) continue;
    spendBudget(ATOM);
    const share = Math.min(1, seenOf(atom, view) / atom.area);
    if (share < LEAST) continue;
    found.push(index);
    shares.push(share);
  }
  return { atoms: Int32Array.from(found), shares: Float64Array.from(shares) };
}

/** Shares smaller than this are left out of the program. */
const LEAST = 1e-3;

function seenOf(atom: Atom, view: readonly Region[]): number {
  const [only, other] = view;
  const [ring, second] = only?.rings ?? [];
  // A view of one ring within a square that all counts: clipped, which is faster than measuring.
  if (ring !== undefined && second === undefined && other === undefined && only?.shadows.length === 0) {
    const [whole, more] = atom.region.rings;
    if (whole !== undefined && more === undefined && atom.region.shadows.length === 0 && isWhole(atom)) {
      const clipped = clipConvex(ring, ringOfBox(atom.box));
      return clipped.length < 3 ? 0 : Math.abs(signedArea(clipped));
    }
  }
  return coveredArea(atom.region, view).covered;
}

function isWhole({ box, region }: Atom): boolean {
  const size = (box.maxX - box.minX) * (box.maxY - box.minY);
  return Math.abs(areaOf(region) - size) < 1e-9;
}

/**
 * True if `privacy` allows a camera in this pose.
 *
 * @param contexts the plan as judged by each of its packs
 * @param privacy strict: it sees no more than a graze of any private place, and less floor outside all zones than
 * lint leaves to a reviewer; fails: none of its views is a `fail`; none: always
 */
export function isAdmissible(
  contexts: readonly RuleContext[],
  device: Device,
  privacy: 'strict' | 'fails' | 'none',
): boolean {
  if (privacy === 'none') return true;
  if (privacy === 'fails')
    return !seenBy(contexts, device).some(({ grade }) => grade.is === 'finding' && grade.outcome === 'fail');
  // Not even a view too small to be a finding: lint asks a reviewer about it.
  return zonesSeenBy(contexts, device).next().done === true && !seesUndrawn(contexts, device);
}
