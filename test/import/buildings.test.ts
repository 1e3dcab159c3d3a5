import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Level, Site } from '../../src/plan/model.js';
import { createSight } from '../../src/sight/sight.js';
import { numbers, type Plan, within } from '../sight/rays-space.js';
import { Folder } from '../support/folder.js';
import { BUILDINGS } from './buildings.js';
import { type Furnished, furnish } from './generated.js';
import type { Camera, Rays, World } from './rays.js';

/** Whole buildings with cameras put into them by chance: the same ones every time. */

const LONG = process.env.SITECAM_LONG === '1';
/** At least, on all levels together: with 40 points each, more than 1,000 are held against lines in each world. */
const CAMERAS = LONG ? 300 : 30;
const POINTS = LONG ? 200 : 40;

interface Tally {
  points: number;
  /** Of them, too near to an edge for a line to tell. */
  undecided: number;
  /** Of those that lines tell of, seen. */
  seen: number;
  readonly wrong: object[];
}

/** Holds views against lines at points of the floor: half of them near the camera, in front of it. */
function compare(site: Site, { levels }: Furnished): Readonly<Record<World, Tally>> {
  const sight = createSight(site);
  const tallies: Record<World, Tally> = { may: newTally(), must: newTally() };
  for (const [index, { level, rays, cameras }] of levels.entries()) {
    const random = numbers(1000 + index);
    for (const { keys, on } of cameras) {
      const device = site.levels.flatMap(({ devices }) => devices).find(({ id }) => id === keys.id);
      if (device === undefined) throw new Error(`${keys.id} is not in the plan`);
      const camera: Camera = { eye: { at: device.at, height: keys.height }, frame: keys, on };
      const points = pointsFor(level, camera, rays, random);
      for (const world of ['may', 'must'] as const) {
        const view = sight.view(device, level.id, 0.001, world);
        for (const at of points) {
          const held = view.some(
            ({ rings, shadows }) => rings.some((ring) => within(ring, at)) && !shadows.some((ring) => within(ring, at)),
          );
          count(tallies[world], { held, reached: rays.sees(world, camera, at), camera: keys, at });
        }
      }
    }
  }
  return tallies;
}

function newTally(): Tally {
  return { points: 0, undecided: 0, seen: 0, wrong: [] };
}

function count(
  tally: Tally,
  { held, reached, camera, at }: { held: boolean; reached: boolean | undefined; camera: object; at: Plan },
): void {
  tally.points += 1;
  if (reached === undefined) tally.undecided += 1;
  else if (reached) tally.seen += 1;
  if (reached !== undefined && reached !== held) tally.wrong.push({ held, reached, at, camera });
}

/** Points of the floor: every other one before the camera, out to 20 m, the rest anywhere on the level. */
function pointsFor(level: Level, { eye, frame }: Camera, rays: Rays, random: () => number): Plan[] {
  const rooms = level.zones.flatMap(({ region }) => region.rings.flat());
  const corners = rooms.length > 0 ? rooms : level.walls.flatMap(({ line }) => line);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [west, south, east, north] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const points: Plan[] = [];
  for (let tries = 0; points.length < POINTS && tries < 100 * POINTS; tries++) {
    const angle = ((frame.heading + (random() - 0.5) * frame.hfov) * Math.PI) / 180;
    const metres = 20 * random();
    const at: Plan =
      points.length % 2 === 0
        ? [eye.at[0] + metres * Math.sin(angle), eye.at[1] + metres * Math.cos(angle)]
        : [west + random() * (east - west), south + random() * (north - south)];
    // Past everything drawn there is nothing to see.
    const isOn = at[0] > west && at[0] < east && at[1] > south && at[1] < north;
    if (isOn && rays.isInside(at)) points.push(at);
  }
  return points;
}

for (const { name, isHere, made: build } of BUILDINGS) {
  describe.skipIf(!isHere)(`${name} with generated cameras`, () => {
    if (!isHere) return it('is not here', () => undefined);
    const made = build();
    const furnished = furnish(made, CAMERAS);

    it('sees what straight lines reach, in both worlds', () => {
      const report = furnished.lint();
      const cameras = furnished.levels.flatMap((level) => level.cameras);
      const placed = report.site.levels.flatMap(({ devices }) => devices.map(({ id }) => id));
      expect(placed).toEqual(expect.arrayContaining(cameras.map(({ keys }) => keys.id)));
      expect(cameras.length).toBeGreaterThanOrEqual(CAMERAS);
      const tallies = compare(report.site, furnished);
      if (LONG) console.info(name, tallies);
      for (const { points, undecided, seen, wrong } of Object.values(tallies)) {
        expect(wrong.slice(0, 3)).toEqual([]);
        expect(points).toBeGreaterThanOrEqual(1000);
        expect(undecided).toBeLessThan(points / 20);
        expect(seen).toBeGreaterThan(points / 20);
      }
    }, 3_600_000);

    it('lints and is drawn as a command, without a fault of its own', async () => {
      const said = new Folder({ 'plan.yaml': furnished.plan, 'plan.geojson': made.geometry });
      const linted = await said.run(['lint', 'plan.yaml', '--format', 'json', '--lang', 'en']);
      expect([0, 1]).toContain(linted.code);
      expect(linted.err).toBe('');
      expect(linted.out).not.toMatch(/NaN|Infinity/);
      const drawn = await said.run(['draw', 'plan.yaml', '--output', 'drawings']);
      expect([drawn.code, drawn.err]).toEqual([0, '']);
      const drawings = readdirSync(said.at('drawings'));
      expect(drawings).toHaveLength(furnished.levels.length);
      for (const drawing of drawings) {
        const svg = said.read(join('drawings', drawing));
        expect(svg).toContain('</svg>');
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      }
    }, 3_600_000);
  });
}
