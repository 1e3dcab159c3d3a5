import { loadPack } from '../../src/law/load.js';
import { moved, turned } from '../support/transform.js';
import { drawDevice, keysOf } from './cameras.js';
import { Dice } from './dice.js';
import type { LevelDoc, PlanDoc, XY } from './document.js';
import { Ground } from './ground.js';
import { shifted } from './motions.js';
import { drawOpening, drawWall, drawZone, type Namer } from './rooms.js';

const CATEGORIES = loadPack('nm-2017').categories.map(({ id }) => id);
/** Categories that ask little, so that what a plan costs is its geometry. */
const USUAL = [
  'hotel',
  'cultural-entertainment-venue',
  'bank',
  'hospital',
  'school',
  'residential-area',
  'public-institution',
];

/** A plan that was drawn, and how. */
export interface Drawn {
  readonly doc: PlanDoc;
  /** Whether its coordinates, and sums of them, are multiples of a power of 2, so that no sum of them is rounded. */
  readonly exact: boolean;
}

/** The plan of a seed. Nearly all can be read; most hold a few zones, some many. */
export function drawPlan(seed: number): Drawn {
  const dice = new Dice(seed);
  const named = namer();
  const grounds = [new Ground(dice)];
  const levels = [drawLevel(grounds[0], named, 0)];
  const count = dice.chance(0.88) ? 1 : dice.tail(2, 4, 0.3);
  const height = dice.pick([3, 3, 3.5, 0, 0.2, 100]);
  for (let i = 1; i < count; i += 1) {
    // Levels lie over each other: what is below is what is drawn on.
    levels.push(drawLevel(grounds[0], named, dice.chance(0.9) ? i * height : -i));
  }
  if (count > 1) spanning(dice, levels);
  const types = dice.chance(0.15) ? drawTypes(grounds[0]) : {};
  for (const level of levels) furnish(grounds[0], level, named, Object.keys(types));
  const doc: PlanDoc = {
    sitecam: 1,
    site: { name: '场', categories: [dice.pick(dice.chance(0.8) ? USUAL : CATEGORIES)] },
    levels,
  };
  if (dice.chance(0.1)) doc.site.categories.push(dice.pick(CATEGORIES));
  if (dice.chance(0.3)) doc.site.region = dice.pick(['150102', '150102', '110101', '150000']);
  if (dice.chance(0.1)) doc.north = dice.pick([0, 1, 90, -30, 180, dice.between(-180, 180)]);
  if (Object.keys(types).length > 0) doc.deviceTypes = types;
  return lain(dice, doc, grounds[0].exact);
}

/** The plan as it lies on its sheet: turned, or far from zero, or both. */
function lain(dice: Dice, doc: PlanDoc, exact: boolean): Drawn {
  let drawn = { doc, exact };
  if (dice.chance(0.2)) {
    const degrees = dice.pick([dice.between(0, 360), dice.between(0, 360), 45, 90, 1e-6, 1e-4, 0.01, 17]);
    drawn = { doc: moved(doc, turned(degrees)), exact: false };
  }
  if (dice.chance(0.12)) {
    const far = (): number => dice.pick([1e5, 1e6, 4e5, 1e7, 300, -1e6, 2e4]) + dice.below(1000);
    drawn = { doc: moved(drawn.doc, shifted([far(), far()])), exact: drawn.exact };
  }
  return drawn;
}

function namer(): Namer {
  let last = 0;
  return (prefix) => {
    last += 1;
    return `${prefix}${last}`;
  };
}

function drawLevel(ground: Ground, named: Namer, elevation: number): LevelDoc {
  const { dice } = ground;
  const level: LevelDoc = { id: named('F'), zones: [], walls: [], openings: [], devices: [] };
  if (elevation !== 0 || dice.chance(0.3)) level.elevation = elevation;
  if (dice.chance(0.85)) level.ceiling = dice.pick([3, 3, 2.7, 3.5, 8, 2, 0.1, 99]);
  const rich = dice.chance(0.003);
  const zones = dice.tail(1, rich ? 60 : 6, rich ? 15 : 0.9);
  for (let i = 0; i < zones; i += 1) level.zones.push(drawZone(ground, named));
  const openings = dice.chance(0.75) ? dice.tail(0, rich ? 60 : 6, rich ? 10 : 1) : 0;
  for (let i = 0; i < openings; i += 1) level.openings.push(drawOpening(ground, level, named));
  const walls = dice.chance(0.4) ? dice.tail(1, rich ? 80 : 5, rich ? 10 : 1) : 0;
  for (let i = 0; i < walls; i += 1) level.walls.push(drawWall(ground, level, named));
  return level;
}

function furnish(ground: Ground, level: LevelDoc, named: Namer, types: readonly string[]): void {
  const { dice } = ground;
  const crowd = dice.chance(0.001);
  const count = dice.chance(0.85) ? dice.tail(1, crowd ? 200 : 4, crowd ? 80 : 0.3) : 0;
  for (let i = 0; i < count; i += 1) level.devices.push(drawDevice(ground, level, named, types));
  const [first] = level.devices;
  // All of them on one point.
  if (crowd && first !== undefined && dice.chance(0.5))
    for (const device of level.devices) device.at = [...first.at] as XY;
}

/** Stairs, atria and shafts: zones of one level that stand on others too. */
function spanning(dice: Dice, levels: readonly LevelDoc[]): void {
  const ids = levels.map(({ id }) => id);
  for (const level of levels) {
    for (const zone of level.zones) {
      if (!dice.chance(0.3)) continue;
      zone.levels = dice.shuffled(ids).slice(0, 1 + dice.below(ids.length));
      if (dice.chance(0.6)) zone.kind = dice.pick(['stairs', 'shaft', 'yard', 'lobby', 'elevator-car']);
    }
  }
}

function drawTypes(ground: Ground): NonNullable<PlanDoc['deviceTypes']> {
  return Object.fromEntries(Array.from({ length: ground.dice.tail(1, 3) }, (_, i) => [`t${i}`, keysOf(ground, false)]));
}
