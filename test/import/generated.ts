import type { Report } from '../../src/lint/types.js';
import type { Level, Site } from '../../src/plan/model.js';
import { apart, numbers, type Plan, within } from '../sight/rays-space.js';
import { type Rays, raysOf } from './rays.js';
import type { Made } from './support.js';

/** A camera as a plan spells it, and the wall it hangs on. */
export interface Generated {
  readonly keys: {
    readonly id: string;
    readonly at: Plan;
    readonly heading: number;
    readonly tilt: number;
    readonly hfov: number;
    readonly vfov: number;
    readonly height: number;
  };
  readonly on: readonly [Plan, Plan] | undefined;
}

/** What is the same of all: heard by none, recorded finely enough for any distance, mounted exactly as drawn. */
const SAME = {
  kind: 'camera',
  audio: 'none',
  resolution: [3840, 2160],
  tolerance: { heading: 0, tilt: 0, position: 0 },
} as const;

/** What cameras hang on and stand in: rooms, or where there are none the houses between which they stand. */
interface Place {
  readonly ring: readonly Plan[];
  readonly holes: readonly (readonly Plan[])[];
  readonly isCorridor: boolean;
  readonly isWalled: boolean;
  /** Cameras are outside. */
  readonly isSolid: boolean;
}

function placesOf(site: Site, level: Level): Place[] {
  const zones = site.levels.flatMap((one) => one.zones).filter((zone) => zone.levels.includes(level.id));
  const rooms = zones.map(({ region, kind, enclosed }) => ({
    ring: region.rings[0] ?? [],
    holes: region.shadows,
    isCorridor: kind === 'corridor',
    isWalled: enclosed,
    isSolid: false,
  }));
  if (rooms.length > 0) return rooms;
  const houses = level.walls.filter(({ line }) => line.length > 3 && String(line[0]) === String(line.at(-1)));
  return houses.map(({ line }) => ({
    ring: line.slice(1),
    holes: [],
    isCorridor: false,
    isWalled: true,
    isSolid: true,
  }));
}

/**
 * So many cameras on a level, the same for the same seed: every other one free in a room, corridors first, the rest on a wall
 * and turned into its room; among houses, outside them.
 */
function generate(site: Site, level: Level, rays: Rays, { seed, count }: { seed: number; count: number }): Generated[] {
  const random = numbers(seed);
  const between = (low: number, high: number) => low + random() * (high - low);
  const places = placesOf(site, level);
  const corridors = places.filter(({ isCorridor }) => isCorridor);
  const found: Generated[] = [];
  for (let tries = 0; found.length < count && tries < 500 * count; tries++) {
    const among = found.length % 4 === 0 && corridors.length > 0 && tries % 3 < 2 ? corridors : places;
    const place = among[Math.floor(random() * among.length)];
    if (place === undefined) continue;
    const optics = { tilt: between(0, 45), hfov: between(40, 110), vfov: between(30, 80), height: between(2.2, 2.9) };
    const id = `GEN${level.id}-${found.length}`;
    if (found.length % 2 === 0) {
      const at = pointIn(place, between);
      if (isIn(place, at) === place.isSolid || rays.clearance(at) < 0.2) continue;
      found.push({ keys: { id, at, heading: between(0, 360), ...optics }, on: undefined });
      continue;
    }
    const { ring } = place;
    const end = Math.floor(random() * ring.length);
    const [a, b] = [ring.at(end - 1), ring[end]];
    if (a === undefined || b === undefined || Math.hypot(b[0] - a[0], b[1] - a[1]) < 1 || !place.isWalled) continue;
    const t = between(0.25, 0.75);
    const at: Plan = [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
    const [x, y] = normalInto(place, a, b, at);
    // Neither a corner nor a door is near, nor a face of the wall so near that it could be the one it hangs on.
    const isClear = (d: number) => rays.clearance([at[0] + d * x, at[1] + d * y]) > Math.abs(d) - 0.005;
    if (!isClear(0.15) || !isClear(-0.03) || isAtOpening(level, at)) continue;
    const heading = (Math.atan2(x, y) * 180) / Math.PI + between(-75, 75);
    found.push({ keys: { id, at, heading: (heading + 360) % 360, ...optics }, on: [a, b] });
  }
  return found;
}

function isIn({ ring, holes }: Place, at: Plan): boolean {
  return within(ring, at) && !holes.some((hole) => within(hole, at));
}

function isAtOpening({ openings }: Level, at: Plan): boolean {
  return openings.some(({ line: [a, b] }) => apart(at, a, b) < 0.3);
}

/** A point of the box round a place, or round a house and what is near it. */
function pointIn({ ring, isSolid }: Place, between: (low: number, high: number) => number): Plan {
  const by = isSolid ? 8 : 0;
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  return [between(Math.min(...xs) - by, Math.max(...xs) + by), between(Math.min(...ys) - by, Math.max(...ys) + by)];
}

/** Into a room, or out of a house. */
function normalInto({ ring, isSolid }: Place, a: Plan, b: Plan, at: Plan): Plan {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const [nx, ny] = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length];
  return within(ring, [at[0] + 0.01 * nx, at[1] + 0.01 * ny]) === isSolid ? [-nx, -ny] : [nx, ny];
}

/** A building with cameras in it. */
export interface Furnished {
  readonly plan: string;
  readonly lint: () => Report;
  readonly levels: readonly { readonly level: Level; readonly rays: Rays; readonly cameras: readonly Generated[] }[];
}

/** At least so many cameras, spread over the levels of a building, and the plan with them in it. */
export function furnish(made: Made, count: number): Furnished {
  const bare = made.lint().site;
  const levels = bare.levels.map((level, index) => {
    const rays = raysOf(bare, level);
    return {
      level,
      rays,
      cameras: generate(bare, level, rays, { seed: index + 1, count: Math.ceil(count / bare.levels.length) }),
    };
  });
  const plan = made.withDevices(
    Object.fromEntries(
      levels.map(({ level, cameras }) => [level.id, cameras.map(({ keys }) => ({ ...SAME, ...keys }))]),
    ),
  );
  return { plan, lint: () => made.lintPlan(plan), levels };
}
