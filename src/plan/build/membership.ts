// Membership of devices in zones, also of devices on walls and in doorways.

import { spendBudget } from '../../base/budget.js';
import { ANGLE_TOLERANCE, compareLength } from '../../base/threshold.js';
import {
  boxOf,
  containsPoint,
  distance,
  distanceToSegment,
  forEachEdge,
  ON_WALL_METRES,
  type Point,
  type Segment,
} from '../../geometry/index.js';
import type { Device, Optics, Zone } from '../model.js';
import { boxOfSegment, type Stretches, zonesMeeting } from '../nearby.js';

/** Metres: a device this near to a wall is on it. */
const ON_WALL = ON_WALL_METRES;

/** Metres: a box this near may contain an element on the wall, rounding included. */
const REACH = ON_WALL + 1e-6;

/**
 * Metres: a device this near to a zone's edge without a wall, as in a doorway, isn't drawn on a definite side of it.
 */
const ON_EDGE = 2e-4;

/** Metres in front of its wall at which the zone of a device is looked up. */
const BEFORE = 0.055;

/**
 * An angle of 1° in radians, or its sine, which is the same here; a little more, so that exactly 1° counts. A heading
 * this near to a wall's direction runs along the wall and doesn't tell which side the device looks to.
 */
export const ALONG = ((1 + ANGLE_TOLERANCE) * Math.PI) / 180;

/** Metres: a device drawn no further off a wall's line isn't drawn on one side of it, as sight takes it. */
const DRAWN_OFF = 0.001;

/** Degrees: a lens tilted down this far or more looks to all sides of the point below it. */
export const STRAIGHT_DOWN = 80;

/**
 * Returns the heading of a lens (degrees clockwise from +y) if it tells which side of a wall the lens looks to.
 * Undefined for a lens that looks straight down, as a fisheye does unless the plan gives it another tilt.
 */
export function sidedHeading({ form, heading, tilt = form === 'fisheye' ? 90 : 0 }: Optics): number | undefined {
  return tilt >= STRAIGHT_DOWN ? undefined : heading;
}

/**
 * Ids of the zones that a device stands in, innermost first. `zones`, for privacy: every zone it touches. `standsIn`,
 * for coverage: those it certainly stands in or looks into.
 */
interface Membership {
  readonly zones: readonly string[];
  readonly standsIn: readonly string[];
}

/**
 * Returns a function that lists which of `zones`, those on its level, a device belongs to, for privacy (`zones`) and
 * for coverage (`standsIn`). Away from walls a device is in the zones that contain it. On a wall (within 0.05 m), or on
 * the very edge of a zone, it belongs to the zones on its heading's side. Without a heading it belongs, for privacy, to
 * every zone it touches; for coverage to none of them on a wall, and to both in a doorway.
 *
 * @param walls faces of the level's walls, and drawn walls
 */
export function membershipAmong(
  zones: readonly Zone[],
  walls: Pick<Stretches<Segment>, 'near'>,
): (device: Device) => Membership {
  const zonesIn = zonesMeeting(zones);
  return (device) => {
    const foot = { a: device.at, b: device.at };
    const mounts = walls.near(foot, REACH).filter((wall) => distanceToSegment(device.at, wall) <= ON_WALL);
    const edges = zonesIn(boxOfSegment(foot, ON_EDGE)).flatMap((zone) => edgesNear(zone, device.at, ON_EDGE));
    const near = [...mounts, ...edges];
    const headings = device.lenses.length === 0 ? [device.facing] : device.lenses.map(sidedHeading);
    const points = near.length === 0 ? [device.at] : headings.map((heading) => inFront(device.at, near, heading));
    const sure = points.filter((point) => point !== undefined);
    if (points.length > 0 && sure.length === points.length) {
      const box = boxOf(sure);
      const holding = (box === undefined ? [] : zonesIn(box)).filter((zone) =>
        sure.some((point) => containsPoint(zone.region, point)),
      );
      const ids = innermostFirst(holding);
      return { zones: ids, standsIn: ids };
    }
    const touched = zonesIn(boxOfSegment(foot, REACH)).filter((zone) => touches(zone, device.at));
    const within = touched.filter((zone) => {
      const off = boundaryDistance(zone, device.at);
      // In a doorway, without a wall, a gate stands in both rooms.
      if (mounts.length === 0 && off <= ON_EDGE) return true;
      return containsPoint(zone.region, device.at) && (mounts.length === 0 || off > ON_WALL);
    });
    return { zones: innermostFirst(touched), standsIn: innermostFirst(within) };
  };
}

/** The side of a wall that the heading of a device on it points to. */
interface Side {
  readonly a: Point;
  /** Unit vector off the wall. */
  readonly normal: Point;
  /** Sine of the angle between the heading and the wall. */
  readonly towards: number;
}

/**
 * Returns `point` moved clear of the walls it is on, to the side its heading points to; undefined if the heading is
 * missing, runs along all of them, or along one on whose line the point stays, so that its side can't be told.
 */
function inFront(point: Point, near: readonly Segment[], heading: number | undefined): Point | undefined {
  if (heading === undefined) return undefined;
  const azimuth = ((90 - heading) * Math.PI) / 180;
  const aim: Point = [Math.cos(azimuth), Math.sin(azimuth)];
  const sides = near.flatMap((wall) => sideOf(wall, aim) ?? []);
  let moved = point;
  // A second wall of a corner may move it back behind the first.
  for (let left = Math.min(2 * sides.length, MOST_MOVES); left > 0; left -= 1) {
    const next = clearOf(moved, sides);
    if (next === undefined) break;
    moved = next;
  }
  const isOnLine = (wall: Segment) => compareLength(distanceToSegment(moved, wall), DRAWN_OFF) !== 'above';
  const along = near.filter((wall) => runsAlong(aim, wall));
  return along.some(isOnLine) || (moved === point && along.length === near.length) ? undefined : moved;
}

/** Most moves off walls. However many walls meet in a point, further moves change nothing that counts. */
const MOST_MOVES = 24;

/** Metres: a point no further behind a wall than this counts as in front, and two walls this equal as equally far. */
const ROUNDING = 1e-9;

function sideOf({ a, b }: Segment, aim: Point): Side | undefined {
  const length = distance(a, b);
  if (length === 0) return undefined;
  const normal: Point = [(a[1] - b[1]) / length, (b[0] - a[0]) / length];
  const towards = aim[0] * normal[0] + aim[1] * normal[1];
  if (Math.abs(towards) < ALONG) return undefined;
  const side = Math.sign(towards);
  return { a, normal: [side * normal[0], side * normal[1]], towards: Math.abs(towards) };
}

/**
 * Returns `point` moved in front of the wall it is furthest behind. Of several, that is the one most squarely looked
 * away from, so that the order in which walls are drawn decides nothing. Undefined if it is in front of all.
 */
function clearOf([x, y]: Point, sides: readonly Side[]): Point | undefined {
  let worst: Side | undefined;
  let least = BEFORE - ROUNDING;
  for (const side of sides) {
    const { a, normal, towards } = side;
    const offset = normal[0] * (x - a[0]) + normal[1] * (y - a[1]);
    if (offset >= least + ROUNDING) continue;
    if (offset > least - ROUNDING && (worst === undefined || towards <= worst.towards)) continue;
    [worst, least] = [side, Math.min(least, offset)];
  }
  if (worst === undefined) return undefined;
  const by = BEFORE - (worst.normal[0] * (x - worst.a[0]) + worst.normal[1] * (y - worst.a[1]));
  return [x + by * worst.normal[0], y + by * worst.normal[1]];
}

function runsAlong(aim: Point, { a, b }: Segment): boolean {
  const length = distance(a, b);
  return length > 0 && Math.abs(aim[0] * (b[1] - a[1]) - aim[1] * (b[0] - a[0])) < ALONG * length;
}

function touches(zone: Zone, point: Point): boolean {
  return containsPoint(zone.region, point) || boundaryDistance(zone, point) <= ON_WALL;
}

function edgesNear({ region }: Zone, point: Point, reach: number): Segment[] {
  const found: Segment[] = [];
  for (const ring of [...region.rings, ...region.shadows]) {
    spendBudget(3 * ring.length);
    forEachEdge(ring, (a, b) => {
      if (distanceToSegment(point, { a, b }) <= reach) found.push({ a, b });
    });
  }
  return found;
}

function boundaryDistance(zone: Zone, point: Point): number {
  let least = Number.POSITIVE_INFINITY;
  for (const ring of [...zone.region.rings, ...zone.region.shadows]) {
    spendBudget(3 * ring.length);
    forEachEdge(ring, (a, b) => {
      least = Math.min(least, distanceToSegment(point, { a, b }));
    });
  }
  return least;
}

/** Returns ids, each zone before every zone it is nested in. */
function innermostFirst(zones: readonly Zone[]): string[] {
  spendBudget(4 * zones.length * zones.length);
  const depth = (zone: Zone) => zones.filter((other) => other.nested.includes(zone.id)).length;
  return zones
    .map((zone) => ({ id: zone.id, depth: depth(zone) }))
    .sort((a, b) => b.depth - a.depth || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}
