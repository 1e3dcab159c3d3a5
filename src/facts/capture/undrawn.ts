// Devices that capture where nothing is drawn: what place that is, the plan doesn't say.
import { spendBudget } from '../../base/budget.js';
import { compareLength } from '../../base/threshold.js';
import { boxOfRings, convexHull, distanceToBox, distanceToSegment, forEachEdge } from '../../geometry/index.js';
import type { Box, Point, Ring, Segment } from '../../geometry/types.js';
import { orientation } from '../../geometry/vector.js';
import type { Ground, GroundLevel } from '../../plan/ground.js';
import type { Device, Site, Zone } from '../../plan/model.js';
import { edgesOf, segmentsOf } from '../../plan/walls/plane.js';
import type { GroundContext, RuleContext } from '../context.js';
import { memoizeOnGround } from '../memo.js';
import { zonesOf } from '../protection/site.js';
import { mayCaptureUnder } from './bars.js';
import { devicesOf } from './devices.js';
import { staysWhereDrawn } from './moving.js';
import { privateZones } from './private-zones.js';

/** m: a device farther than this from all that is drawn on its level is misplaced, or its place isn't drawn. Ours. */
export const FAR = 50;

/** m: a device no farther than this from the wall of a room is mounted on it. */
const ON_OUTSIDE = 0.5;

/**
 * Devices that capture, or may, and stand in no zone, in lists by where they stand; each in one list. Those on a level
 * without any zone are left out: capture/device-in-private-zone is open for that level.
 */
export interface Undrawn {
  /** Farther than `FAR` from all that is drawn, with the distance in m. */
  readonly far: readonly { readonly device: Device; readonly distance: number }[];
  /** In a hole of a private place. */
  readonly inHoles: readonly { readonly device: Device; readonly around: Zone }[];
  /** On the outside of a room's wall. */
  readonly outwards: readonly Device[];
  /** All others. */
  readonly elsewhere: readonly Device[];
}

/**
 * Returns the devices of the site that capture, or may, and stand where no zone is drawn. Leaves out devices that
 * don't stay where they are drawn, which are judged by their area, and devices that a fault of the plan says are misplaced.
 */
export function undrawnDevices(context: RuleContext): Undrawn {
  const { site, pack } = context;
  const [far, inHoles]: [{ device: Device; distance: number }[], { device: Device; around: Zone }[]] = [[], []];
  const [outwards, elsewhere]: [Device[], Device[]] = [[], []];
  const misplaced = misplacedIn(site);
  for (const device of devicesOf(site)) {
    if (device.zones.length > 0 || misplaced.has(device.id)) continue;
    if (!mayCaptureUnder(pack, device) || !staysWhereDrawn(site, device)) continue;
    const level = drawnOn(site).get(device.level);
    if (level === undefined || level.zones === 0) continue;
    const around = holeAround(context, device);
    if (around !== undefined) inHoles.push({ device, around });
    else if (!isWithin(FAR, level.all, device)) far.push({ device, distance: leastDistance(level.all, device) });
    else if (isOutside(level, device)) outwards.push(device);
    else elsewhere.push(device);
  }
  return { far, inHoles, outwards, elsewhere };
}

/** Returns the ids of devices that a fault of the plan says are misplaced: one finding is enough. */
function misplacedIn({ faults }: Site): ReadonlySet<string> {
  return new Set(
    faults
      .filter(({ rule, subject }) => rule === 'plan/device-in-wall' || subject.endsWith('/at'))
      .flatMap(({ taints }) => taints.devices),
  );
}

/** Returns the private place in a hole of which the device stands; undefined if there is none. */
export function holeAround({ site, sight }: GroundContext, { at, level }: Device): Zone | undefined {
  const holds = (ring: Ring) => sight.holds({ rings: [ring], shadows: [] }, at);
  return holedPlaces(site).find(
    ({ levels, region: { rings, shadows } }) => levels.includes(level) && shadows.some(holds) && rings.some(holds),
  );
}

const holedPlaces = memoizeOnGround((site): readonly Zone[] =>
  privateZones(site)
    .map(({ zone }) => zone)
    .filter(({ region }) => region.shadows.length > 0),
);

/** Something drawn: its lines, and the box round them. */
interface Drawn {
  readonly box: Box;
  readonly lines: readonly Segment[];
}

/** What is drawn on a level. */
interface DrawnLevel {
  /** The number of zones. */
  readonly zones: number;
  /** Outlines of zones, walls and openings. */
  readonly all: readonly Drawn[];
  /** Outlines of rooms: zones with walls. */
  readonly rooms: readonly Drawn[];
  /** The outline of all rooms together, without their recesses. */
  readonly hull: Ring;
}

const drawnOn = memoizeOnGround(
  (site): ReadonlyMap<string, DrawnLevel> => new Map(site.levels.map((level) => [level.id, drawnLevel(site, level)])),
);

function drawnLevel(site: Ground, { id, walls, openings }: GroundLevel): DrawnLevel {
  const zones = zonesOf(site).filter(({ levels }) => levels.includes(id));
  const rooms = zones.filter(({ enclosed }) => enclosed);
  return {
    zones: zones.length,
    all: [
      ...zones.flatMap(outlineOf),
      ...[...walls, ...openings].flatMap(({ line }) => drawn([line], segmentsOf(line))),
    ],
    rooms: rooms.flatMap(outlineOf),
    hull: convexHull(rooms.flatMap(({ region }) => region.rings).flat()),
  };
}

function outlineOf({ region: { rings, shadows } }: Zone): Drawn[] {
  const all = [...rings, ...shadows];
  return drawn(all, all.flatMap(edgesOf));
}

function drawn(points: readonly (readonly Point[])[], lines: readonly Segment[]): Drawn[] {
  const box = boxOfRings(points);
  return box === undefined ? [] : [{ box, lines }];
}

/** True if the device is on a room's wall and at the rim of all rooms together, so that it hangs outside the building. */
function isOutside({ rooms, hull }: DrawnLevel, { at }: Device): boolean {
  if (!isWithin(ON_OUTSIDE, rooms, { at })) return false;
  let [inside, least] = [true, Number.POSITIVE_INFINITY];
  spendBudget(hull.length);
  forEachEdge(hull, (a, b) => {
    if (orientation(a, b, at) < 0) inside = false;
    least = Math.min(least, distanceToSegment(at, { a, b }));
  });
  return !inside || compareLength(least, ON_OUTSIDE) !== 'above';
}

type At = Pick<Device, 'at'>;

/** True if one of the things drawn is no farther from the device than `most`, m. */
function isWithin(most: number, drawn: readonly Drawn[], { at }: At): boolean {
  spendBudget(drawn.length);
  const isAtMost = (distance: number) => compareLength(distance, most) !== 'above';
  return drawn.some((one) => isAtMost(distanceToBox(one.box, at)) && isAtMost(distanceTo(one, at)));
}

/** Returns the distance to the nearest of the things drawn, m. */
function leastDistance(drawn: readonly Drawn[], { at }: At): number {
  spendBudget(drawn.length);
  return drawn.reduce(
    (least, one) => (distanceToBox(one.box, at) < least ? Math.min(least, distanceTo(one, at)) : least),
    Number.POSITIVE_INFINITY,
  );
}

function distanceTo({ lines }: Drawn, at: Point): number {
  spendBudget(lines.length);
  return lines.reduce((least, line) => Math.min(least, distanceToSegment(at, line)), Number.POSITIVE_INFINITY);
}
