import { describe, expect, it } from 'vitest';
import type { Level } from '../../../src/plan/model.js';
import { readPlan } from '../../../src/plan/read/read.js';
import { createSight } from '../../../src/sight/sight.js';
import { numbers, within } from '../../sight/rays-space.js';
import { hasData, make, pack } from '../support.js';
import { mappingOf } from './counter.js';
import { known } from './known.js';
import { MADE } from './make.js';
import type { XY } from './plan.js';
import type { Source } from './source.js';
import { clearance, isFree, type SourceWalls, wallsOfDrawing, wallsOfPlan } from './source-rays.js';

/** Views in plans that were imported, held against lines among the walls that the drawings were made of. */

const LONG = process.env.SITECAM_LONG === '1';
const CAMERAS = LONG ? 500 : 20;
const POINTS = LONG ? 60 : 30;

/** m: points nearer to a wall or jamb aren't compared, nor do cameras stand there. */
const NEAR = 0.1;

const OPTICS = {
  kind: 'camera',
  audio: 'none',
  resolution: [3840, 2160],
  tolerance: { heading: 0, tilt: 0, position: 0 },
  // At the height that must-see looks for, so that whatever is before it is in the picture.
  height: 1.5,
  tilt: 0,
  hfov: 100,
  vfov: 90,
};

interface Tally {
  compared: number;
  undecided: number;
  seen: number;
  readonly wrong: string[];
}

function compared(source: Source, walls: SourceWalls) {
  const made = make([{ path: source.file, bytes: source.bytes }], {
    format: 'dxf',
    mapping: { unit: source.expected.unit, ...mappingOf(source).mapping },
  });
  const [fx, fy] = made.building.frame.from ?? [0, 0];
  const bare = made.building.identified.levels[0]?.id ?? '';
  const random = numbers(20);
  const zonesOf = (level: Level) => level.zones.map(({ region }) => region);
  const read = (text: string) => {
    const texts: Readonly<Record<string, string>> = { 'plan.yaml': text, 'plan.geojson': made.geometry };
    const result = readPlan('plan.yaml', (path) => new TextEncoder().encode(texts[path] ?? ''), { pack });
    if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
    return result.site;
  };
  const [empty] = read(made.plan).levels;
  const inZone = (at: XY) =>
    empty !== undefined &&
    zonesOf(empty).some(
      ({ rings, shadows }) => rings.some((ring) => within(ring, at)) && !shadows.some((ring) => within(ring, at)),
    );
  const corners = walls.walls.flatMap(({ a, b }) => [a, b]);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [west, south, east, north] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const somewhere = (): XY => [west + random() * (east - west), south + random() * (north - south)];
  // Past everything drawn nothing is seen.
  const isOn = ([x, y]: XY) => x > west && x < east && y > south && y < north;
  const inPlan = ([x, y]: XY): XY => [x - fx, y - fy];
  const eyes: { id: string; at: XY; heading: number }[] = [];
  for (let tries = 0; eyes.length < CAMERAS && tries < 100 * CAMERAS; tries++) {
    const at = somewhere();
    if (!inZone(inPlan(at)) || clearance(walls, at, 0.2) < 0.2) continue;
    eyes.push({ id: `GEN-${eyes.length}`, at, heading: 360 * random() });
  }
  const devices = eyes.map(({ id, at, heading }) => ({ id, at: inPlan(at), heading, ...OPTICS }));
  const site = read(made.withDevices({ [bare]: devices }));
  const sight = createSight(site);
  const tallies: Record<'may' | 'must', Tally> = { may: newTally(), must: newTally() };
  for (const { id, at: eye, heading } of eyes) {
    const device = site.levels.flatMap((level) => level.devices).find((one) => one.id === id);
    if (device === undefined) throw new Error(`${id} is not in the plan`);
    const points = Array.from({ length: POINTS }, (_, n): XY => {
      if (n % 2 === 0) return somewhere();
      const [angle, far] = [((heading + (random() - 0.5) * 98) * Math.PI) / 180, 12 * random()];
      return [eye[0] + far * Math.sin(angle), eye[1] + far * Math.cos(angle)];
    }).filter((at) => isOn(at) && isAhead(eye, heading, at) && clearance(walls, at, NEAR) >= NEAR);
    for (const world of ['may', 'must'] as const) {
      if (world === 'must' && walls.openings === undefined) continue;
      const view = sight.view(device, bare, 0.001, world);
      for (const at of points) {
        // Must-see ends where nobody drew a room.
        if (world === 'must' && !inZone(inPlan(at))) continue;
        const held = view.some(
          ({ rings, shadows }) =>
            rings.some((ring) => within(ring, inPlan(at))) && !shadows.some((ring) => within(ring, inPlan(at))),
        );
        const free = isFree(walls, world, eye, at);
        const tally = tallies[world];
        if (free === undefined) tally.undecided += 1;
        else tally.compared += 1;
        if (free === true) tally.seen += 1;
        if (free !== undefined && free !== held) {
          tally.wrong.push(`${held ? 'sees' : 'misses'} ${shown(eye)} > ${shown(at)}`);
        }
      }
    }
  }
  return { cameras: eyes.length, ...tallies };
}

function newTally(): Tally {
  return { compared: 0, undecided: 0, seen: 0, wrong: [] };
}

function shown([x, y]: XY): string {
  return `${x.toFixed(2)},${y.toFixed(2)}`;
}

/** True if a point is before a camera, by a degree and more from the edge of its picture. */
function isAhead([x, y]: XY, heading: number, at: XY): boolean {
  const bearing = (Math.atan2(at[0] - x, at[1] - y) * 180) / Math.PI;
  return Math.abs(((bearing - heading + 540) % 360) - 180) < OPTICS.hfov / 2 - 1;
}

type Building = readonly [name: string, read: () => Source, wallsOf: (source: Source) => SourceWalls];

const real = (name: string, layers: Parameters<typeof wallsOfDrawing>[1]): Building => [
  name,
  () => known()[name]?.() ?? expect.fail(`${name} is not here`),
  ({ file, expected }) => wallsOfDrawing(file, layers, expected.unit),
];

const drawn = (name: string): Building => [
  name,
  () => MADE[name]?.() ?? expect.fail(`there is no ${name}`),
  ({ built }) =>
    built === undefined ? expect.fail(`${name} is drawn of nothing`) : wallsOfPlan(built.plan, built.shift),
];

const BUILDINGS: readonly Building[] = [
  drawn('bank'),
  drawn('clinic'),
  drawn('hotel'),
  ...(hasData('drawings')
    ? [
        real('clinic-tangent', { wall: /^WALL$/ }),
        real('house-us', { wall: /A-WALL$/ }),
        real('pavilion-barcelona', { wall: /^(Walls|Columns)$/, glass: /^Crystal$/ }),
      ]
    : []),
];

describe.each(BUILDINGS)('cameras in the plan made of %s', (name, read, wallsOf) => {
  it('see what lines among the walls of its source reach', () => {
    const source = read();
    const { cameras, may, must } = compared(source, wallsOf(source));
    if (LONG) console.info(name, cameras, may, must);
    expect(cameras).toBe(CAMERAS);
    // Of doors and windows in drawings of others nobody knows more than the import: may-see has them open.
    const tallies = source.built === undefined ? [may] : [may, must];
    for (const { compared: count, undecided, seen, wrong } of tallies) {
      expect(wrong.slice(0, 3)).toEqual([]);
      expect(count).toBeGreaterThan(5 * CAMERAS);
      expect(undecided).toBeLessThan(count / 10);
      expect(seen).toBeGreaterThan(count / 10);
    }
  }, 3_600_000);
});
