// Compares a plan, as sitecam reads it back, with what a person counts in the drawing it was made of.

import { type Joined, joinsOf } from '../../../src/features/inspect/joins.js';
import { areaOfRegion } from '../../../src/geometry/shapes/ring.js';
import type { Point, Region } from '../../../src/geometry/types.js';
import type { Device, Site, Zone } from '../../../src/plan/model.js';
import { createSight } from '../../../src/sight/sight.js';
import type { Expected } from './expected.js';
import type { XY } from './plan.js';

/** How many are right of those that a person counts, what is missing, and what nobody counts. */
export interface Tally {
  readonly right: number;
  readonly of: number;
  readonly missing: readonly string[];
  readonly false: readonly string[];
}

/** What a plan has of what is expected. */
export interface Compared {
  readonly rooms: Tally;
  /** Rooms that have the name which the drawing gives them; none is false. */
  readonly names: Tally;
  readonly inner: Tally;
  readonly outside: Tally;
  /** Openings that lie on no wall, of all. */
  readonly astray: { readonly count: number; readonly of: number };
  readonly devices: Tally;
}

/** Share by which the area of a room may differ from the one counted. */
const AREA = 0.1;

/** Metres by which a device may stand elsewhere. */
const NEAR = 0.5;

/** Compares `site` with `expected`; `from` is where the plan's zero lies in the drawing, m. */
export function compare(expected: Expected, site: Site, from: XY): Compared {
  const zones = site.levels.flatMap((level) => level.zones);
  const found = zonesOf(expected, zones, from);
  const holds = ([x, y]: XY, zone: Zone) => contains(zone.region, [x - from[0], y - from[1]]);
  const namesOf = (zone: Zone | undefined) => (zone === undefined ? [] : (found.named.get(zone) ?? []));
  const isMinor = (zone: Zone | undefined) =>
    zone !== undefined && !found.named.has(zone) && (expected.minor ?? []).some((at) => holds(at, zone));
  const all = joinsOf(site, createSight(site));
  const joined = all.filter((join) => !join.zones.some(isMinor));
  const inner = joined.filter(({ zones: [a, b] }) => a !== undefined && b !== undefined && a !== b);
  const outside = joined.filter(({ zones: [a, b] }) => (a === undefined) !== (b === undefined));
  const labelled = expected.rooms.filter(({ label }) => label !== undefined);
  const called = (room: Expected['rooms'][number]) => room.label === found.of.get(room.name)?.name;
  const unnamed = labelled.filter((room) => !called(room));
  return {
    rooms: {
      right: expected.rooms.length - found.wrong.length,
      of: expected.rooms.length,
      missing: found.wrong,
      false: zones.filter((zone) => !found.named.has(zone) && !isMinor(zone)).map(shownZone(from)),
    },
    names: {
      right: labelled.length - unnamed.length,
      of: labelled.length,
      missing: unnamed.map(({ name, label }) => `${label}: ${found.of.get(name)?.name ?? 'no name'}`),
      false: [],
    },
    inner: tally(
      expected.inner.map(({ rooms, at, is }) => ({ rooms, shown: `${rooms.join('–')} at ${at} (${is})` })),
      inner.map(shownJoin(namesOf, from)),
    ),
    outside: tally(
      expected.outside.map(({ room, at, is }) => ({ rooms: [room], shown: `${room} at ${at} (${is})` })),
      outside.map(shownJoin(namesOf, from)),
    ),
    astray: { count: site.faults.filter(({ rule }) => rule === 'plan/opening-on-no-wall').length, of: all.length },
    devices: devicesOf(
      expected,
      site.levels.flatMap(({ devices }) => devices),
      from,
    ),
  };
}

/** Returns which zone each room became, the rooms that each zone holds, and the rooms that aren't right. */
function zonesOf({ rooms }: Expected, zones: readonly Zone[], from: XY) {
  const of = new Map<string, Zone>();
  const named = new Map<Zone, string[]>();
  for (const { name, at } of rooms) {
    const around = zones.filter(({ region }) => contains(region, [at[0] - from[0], at[1] - from[1]]));
    const [zone] = around.sort((a, b) => areaOfRegion(a.region) - areaOfRegion(b.region));
    if (zone === undefined) continue;
    of.set(name, zone);
    named.set(zone, [...(named.get(zone) ?? []), name]);
  }
  const wrong = rooms.flatMap(({ name, area }) => {
    const zone = of.get(name);
    if (zone === undefined) return [`${name}: no room`];
    const others = (named.get(zone) ?? []).filter((other) => other !== name);
    const size = areaOfRegion(zone.region);
    if (Math.abs(size - area) <= AREA * area) return [];
    return [
      `${name}: ${size.toFixed(1)} m² for ${area}${others.length === 0 ? '' : `, one with ${others.join(', ')}`}`,
    ];
  });
  return { of, named, wrong };
}

function devicesOf({ devices }: Expected, found: readonly Device[], from: XY): Tally {
  const isNear = ({ at }: Device, [x, y]: XY) => Math.hypot(at[0] + from[0] - x, at[1] + from[1] - y) < NEAR;
  const missing = devices.filter(
    ({ number, kind, at }) =>
      !found.some((one) => one.kind === kind && (one.id === number || one.name === number) && isNear(one, at)),
  );
  return {
    right: devices.length - missing.length,
    of: devices.length,
    missing: missing.map(({ number, kind, at }) => {
      const near = found.find((one) => isNear(one, at));
      return `${number} ${kind}: ${near === undefined ? 'nothing there' : `${near.id} ${near.kind}`}`;
    }),
    false: found.filter((one) => !devices.some(({ at }) => isNear(one, at))).map(({ id, kind }) => `${id} ${kind}`),
  };
}

function shownZone([dx, dy]: XY): (zone: Zone) => string {
  return ({ id, region }) => {
    const [[x, y] = [0, 0]] = region.rings[0] ?? [];
    return `${id}: ${areaOfRegion(region).toFixed(1)} m² at ${(x + dx).toFixed(2)},${(y + dy).toFixed(2)}`;
  };
}

/** An opening: the rooms that the zones on its sides hold. */
interface Sides {
  readonly sides: readonly (readonly string[])[];
  readonly shown: string;
}

function shownJoin(namesOf: (zone: Zone | undefined) => readonly string[], [dx, dy]: XY): (join: Joined) => Sides {
  return ({ zones, opening }) => {
    const sides = zones.flatMap((zone) => (zone === undefined ? [] : [namesOf(zone)]));
    const [[x, y]] = opening.line;
    const names = sides.map((rooms) => (rooms.length === 0 ? '?' : rooms.join('+'))).join('–');
    return { sides, shown: `${opening.kind} ${names} at ${(x + dx).toFixed(2)},${(y + dy).toFixed(2)}` };
  };
}

/**
 * Matches openings found, by the rooms that the zone on each side holds, with those expected, each once. A zone of two
 * rooms in one stands for either: it is counted as wrong once already.
 */
function tally(
  expected: readonly { readonly rooms: readonly string[]; readonly shown: string }[],
  found: readonly Sides[],
): Tally {
  const left = [...expected];
  const extra = found.filter(({ sides }) => {
    const index = left.findIndex(({ rooms }) => {
      const holds = (order: readonly string[]) => order.every((name, side) => sides[side]?.includes(name));
      return holds(rooms) || holds([...rooms].reverse());
    });
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  return {
    right: expected.length - left.length,
    of: expected.length,
    missing: left.map(({ shown }) => shown),
    false: extra.map(({ shown }) => shown),
  };
}

/** True if `point` lies in a region: within an odd number of its rings. */
function contains({ rings }: Region, [x, y]: Point): boolean {
  const crossed = rings.flatMap((ring) =>
    ring.filter(([ax, ay], index) => {
      const [bx, by] = ring[(index + 1) % ring.length] ?? [ax, ay];
      return ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax);
    }),
  );
  return crossed.length % 2 === 1;
}
