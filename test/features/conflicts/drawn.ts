import type { Point } from '../../../src/geometry/types.js';
import { Dice } from '../../fuzz/dice.js';

/** What stands between rooms, for the pinhole of `brute.ts`: hides between the heights, m. */
export interface Screen {
  readonly a: Point;
  readonly b: Point;
  /** Heights that are free in may-see; undefined: none. */
  readonly free: readonly [from: number, to: number] | undefined;
}

/** Corner, width and depth of a room, m. */
export type Rect = readonly [x: number, y: number, width: number, depth: number];

/** A random plan with one camera that must watch a corridor beside private rooms, as text and as numbers. */
export interface Drawn {
  readonly text: string;
  readonly hall: Rect;
  readonly rooms: readonly Rect[];
  readonly screens: readonly Screen[];
  readonly eye: Point;
  readonly height: number;
  readonly hfov: number;
  /** Degrees. */
  readonly tolerance: number;
}

const ENDLESS = 99;

/** A plan of one seed: mostly windows with sills, glass doors and doors; sometimes a low wall. */
export function drawn(seed: number): Drawn {
  const dice = new Dice(seed);
  const tenth = (low: number, high: number) => Math.round(dice.between(low, high) * 10) / 10;
  const [wide, deep] = [tenth(3, 9), tenth(1.8, 4.5)];
  const hotel = dice.chance(0.4);
  const kind = hotel ? 'guest-room' : 'entertainment-private-room';
  const sides = dice.chance(0.5) ? [1, -1] : [1];
  const screens: Screen[] = [];
  const rooms: Rect[] = [];
  const zones: string[] = [];
  const openings: string[] = [];
  for (const [n, side] of sides.entries()) {
    const y = side > 0 ? deep : 0;
    const room: Rect = [0, side > 0 ? deep : -4, wide, 4];
    rooms.push(room);
    zones.push(`{id: r${n}, kind: ${kind}, name: ${hotel ? '客房' : '包间'}${n}, rect: [${room.join(', ')}]}`);
    const from = tenth(0.2, wide - 1.4);
    const to = tenth(from + 0.8, wide - 0.2);
    const sill = dice.pick([0.9, 1.2, 1.5, 1.8, 1.8, 2.0]);
    const head = Math.round((sill + dice.pick([0.3, 0.5, 0.8])) * 10) / 10;
    const way = dice.way([
      [4, 'window'],
      [1, 'glass-door'],
      [2, 'door'],
    ]);
    const window = way === 'window';
    openings.push(
      `{id: o${n}, kind: ${way}, line: [[${from}, ${y}], [${to}, ${y}]]${way === 'door' ? '' : ', glazing: clear'}${window ? `, sill: ${sill}, head: ${head}` : ''}}`,
    );
    screens.push({ a: [0, y], b: [from, y], free: undefined }, { a: [to, y], b: [wide, y], free: undefined });
    screens.push({ a: [from, y], b: [to, y], free: window ? [sill, head] : [0, ENDLESS] });
  }
  const lone = sides.length === 1;
  if (lone) screens.push({ a: [0, 0], b: [wide, 0], free: undefined });
  screens.push({ a: [wide, -4], b: [wide, deep + 4], free: undefined });
  screens.push({ a: [0, -4], b: [0, 0.3], free: undefined }, { a: [0, 1.5], b: [0, deep + 4], free: undefined });
  const low = dice.chance(0.25) && wide > 4 ? tenth(1.5, wide - 1.5) : undefined;
  const lowHeight = dice.pick([1.2, 1.6, 1.9]);
  if (low !== undefined) screens.push({ a: [low, 0], b: [low, deep / 2], free: [lowHeight, ENDLESS] });
  const height = tenth(2.2, 3.4);
  const hfov = Math.round(dice.between(50, 110));
  const tolerance = dice.pick([0, 1, 3, 5]);
  const [at, eye, heading] = dice.pick<readonly [Point, Point, number]>([
    [[wide - 0.03, deep / 2], [wide, deep / 2], 270],
    [[wide / 2, 0.03], [wide / 2, 0], 0],
    [[wide / 3, deep - 0.03], [wide / 3, deep], 180],
    [[wide / 2, deep / 2], [wide / 2, deep / 2], 200],
    [[0.6, deep / 2], [0.6, deep / 2], 90],
  ]);
  const device = `{id: C1, kind: camera, type: lens, at: [${at.join(', ')}], height: ${height}, heading: ${heading + dice.below(41) - 20}, tilt: ${5 + dice.below(40)}, tolerance: {heading: ${tolerance}, tilt: ${tolerance}}}`;
  const text = `sitecam: 1
site: {name: 测试, categories: [${hotel ? 'hotel' : 'cultural-entertainment-venue'}], region: "150104"}
coordinates: metres
north: 0
deviceTypes:
  lens: {kind: camera, form: fixed, hfov: ${hfov}, resolution: [2560, 1440], audio: none}
  dome: {kind: camera, form: fixed, hfov: 98, resolution: [2560, 1440], audio: none}
levels:
  - id: F1
    elevation: 0
    ceiling: 3.6
    zones:
      - {id: entrance, kind: main-entrance, name: 正门, rect: [-4, 0, 4, 4]}
      - {id: hall, kind: corridor, name: 走廊, rect: [0, 0, ${wide}, ${deep}]}
${zones.map((zone) => `      - ${zone}\n`).join('')}${low === undefined ? '' : `    walls:\n      - {id: low, line: [[${low}, 0], [${low}, ${deep / 2}]], height: ${lowHeight}}\n`}    openings:
      - {id: d-in, kind: passage, line: [[0, 0.3], [0, 1.5]]}
${openings.map((opening) => `      - ${opening}\n`).join('')}    devices:
      - {id: C0, kind: camera, type: dome, at: [-0.1, 3.9], height: 2.7, heading: 225, tilt: 35}
      - ${device}
`;
  return { text, hall: [0, 0, wide, deep], rooms, screens, eye, height, hfov, tolerance };
}
