import type { Report } from '../../src/engine/types.js';
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

/**
 * So many cameras on a level, the same for the same seed: every other one free in a room, corridors first, the rest on a wall
 * and turned into its room.
 */
function generate(site: Site, level: Level, rays: Rays, { seed, count }: { seed: number; count: number }): Generated[] {
  const random = numbers(seed);
  const between = (low: number, high: number) => low + random() * (high - low);
  const zones = site.levels.flatMap((one) => one.zones).filter((zone) => zone.levels.includes(level.id));
  const corridors = zones.filter(({ kind }) => kind === 'corridor');
  const found: Generated[] = [];
  for (let tries = 0; found.length < count && tries < 500 * count; tries++) {
    const among = found.length % 4 === 0 && corridors.length > 0 && tries % 3 < 2 ? corridors : zones;
    const zone = among[Math.floor(random() * among.length)];
    const ring = zone?.region.rings[0];
    if (zone === undefined || ring === undefined) continue;
    const optics = { tilt: between(0, 45), hfov: between(40, 110), vfov: between(30, 80), height: between(2.2, 2.9) };
    const id = `GEN${level.id}-${found.length}`;
    if (found.length % 2 === 0) {
      const at = pointIn(ring, between);
      if (!within(ring, at) || zone.region.shadows.some((hole) => within(hole, at)) || rays.clearance(at) < 0.2)
        continue;
      found.push({ keys: { id, at, heading: between(0, 360), ...optics }, on: undefined });
      continue;
    }
    const end = Math.floor(random() * ring.length);
    const [a, b] = [ring.at(end - 1), ring[end]];
    if (a === undefined || b === undefined || Math.hypot(b[0] - a[0], b[1] - a[1]) < 1 || !zone.enclosed) continue;
    const t = between(0.25, 0.75);
    const at: Plan = [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
    const inwards = normalInto(ring, a, b, at);
    // Nothing else is near, on either side: neither a corner nor a door nor the other face of the wall.
    const beside = [0.15, -0.15].map((d): Plan => [at[0] + d * inwards[0], at[1] + d * inwards[1]]);
    if (beside.some((spot) => rays.clearance(spot) < 0.14) || isAtOpening(level, at)) continue;
    const heading = (Math.atan2(inwards[0], inwards[1]) * 180) / Math.PI + between(-75, 75);
    found.push({ keys: { id, at, heading: (heading + 360) % 360, ...optics }, on: [a, b] });
  }
  return found;
}

function isAtOpening({ openings }: Level, at: Plan): boolean {
  return openings.some(({ line: [a, b] }) => apart(at, a, b) < 0.3);
}

function pointIn(ring: readonly Plan[], between: (low: number, high: number) => number): Plan {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  return [between(Math.min(...xs), Math.max(...xs)), between(Math.min(...ys), Math.max(...ys))];
}

function normalInto(ring: readonly Plan[], a: Plan, b: Plan, at: Plan): Plan {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const [nx, ny] = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length];
  return within(ring, [at[0] + 0.01 * nx, at[1] + 0.01 * ny]) ? [nx, ny] : [-nx, -ny];
}

/** A building with cameras in it. */
export interface Furnished {
  readonly plan: string;
  readonly lint: () => Report;
  readonly levels: readonly { readonly level: Level; readonly rays: Rays; readonly cameras: readonly Generated[] }[];
}

/** Cameras on every level of a building, and the plan with them in it. */
export function furnish(made: Made, count: number): Furnished {
  const bare = made.lint().site;
  const levels = bare.levels.map((level, index) => {
    const rays = raysOf(bare, level);
    return { level, rays, cameras: generate(bare, level, rays, { seed: index + 1, count }) };
  });
  const plan = made.withDevices(
    Object.fromEntries(
      levels.map(({ level, cameras }) => [level.id, cameras.map(({ keys }) => ({ ...SAME, ...keys }))]),
    ),
  );
  return { plan, lint: () => made.lintPlan(plan), levels };
}
