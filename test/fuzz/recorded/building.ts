import { moved, turned } from '../../support/transform.js';
import type { Dice } from '../dice.js';
import type { DeviceDoc, LevelDoc, OpeningDoc, PlanDoc, WallDoc, XY, ZoneDoc } from '../document.js';

/** Rooms and what is beside them, as many of the one as of the other. */
const ROOMS = ['restroom', 'changing-room', 'guest-room', 'ward', 'dormitory-room', 'ballot-box'];
const OTHERS = [
  'corridor',
  'lobby',
  'office',
  'main-entrance',
  'counter',
  'vault',
  'stairs',
  'yard',
  'staff-rest-room',
];

interface Grid {
  /** m: where the walls stand that run north and those that run east. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** A small building as a designer would draw it: rooms wall to wall, with doors, windows and screens, one over another. */
export function drawBuilding(dice: Dice): PlanDoc {
  const lines = (count: number): number[] => {
    const at = [0];
    for (let i = 0; i < count; i += 1) at.push(round((at[i] ?? 0) + dice.between(2, 6)));
    return at;
  };
  const grid: Grid = { xs: lines(2 + dice.below(2)), ys: lines(1 + dice.below(2)) };
  const storeys = dice.pick([1, 1, 1, 2, 2, 3]);
  const rise = dice.pick([3, 3.3, 4]);
  const levels = Array.from({ length: storeys }, (_, i) => drawStorey(dice, grid, i, rise));
  if (storeys > 1) {
    const [first] = levels;
    // What goes on up: a stairwell or a hall over all levels, under which the rooms above end.
    const zone = dice.pick(first?.zones ?? []);
    if (zone !== undefined && dice.chance(0.8)) {
      zone.levels = levels.slice(0, 2 + dice.below(2)).map(({ id }) => id);
      for (const level of levels.slice(1, zone.levels.length))
        level.zones = level.zones.filter(({ rect }) => `${rect}` !== `${zone.rect}`);
    }
    if (dice.chance(0.3)) for (const [i, level] of levels.entries()) level.elevation = i * dice.pick([0, 0.6, 2]);
    if (dice.chance(0.3)) for (const level of levels) delete level.ceiling;
  }
  const doc: PlanDoc = {
    sitecam: 1,
    site: {
      name: '场',
      categories: [dice.pick(['hotel', 'hotel', 'cultural-entertainment-venue', 'school', 'hospital', 'bank'])],
    },
    levels,
  };
  return dice.chance(0.5) ? moved(doc, turned(dice.pick([17, 30, 90, dice.between(0, 360)]))) : doc;
}

function drawStorey(dice: Dice, { xs, ys }: Grid, number: number, rise: number): LevelDoc {
  const named = (prefix: string, i: number) => `${prefix}${number + 1}${i}`;
  const level: LevelDoc = {
    id: `F${number + 1}`,
    elevation: round(number * rise),
    ceiling: round(rise - dice.pick([0, 0.2, 0.5])),
    zones: [],
    walls: [],
    openings: [],
    devices: [],
  };
  const cells = xs
    .slice(1)
    .flatMap((right, i) => ys.slice(1).map((top, j) => ({ left: xs[i], right, bottom: ys[j], top })));
  const drawn = cells.filter((_, i) => i === 0 || dice.chance(0.92));
  level.zones = drawn.map(
    ({ left, right, bottom, top }, i): ZoneDoc => ({
      id: named('z', i),
      kind: dice.pick(dice.chance(0.45) ? ROOMS : OTHERS),
      rect: [left, bottom, round(right - left), round(top - bottom)],
      ...(dice.chance(0.1) && { enclosed: dice.chance(0.5) }),
    }),
  );
  const sides = drawn.flatMap(({ left, right, bottom, top }): XY[][] => [
    [
      [left, bottom],
      [right, bottom],
    ],
    [
      [right, bottom],
      [right, top],
    ],
    [
      [right, top],
      [left, top],
    ],
    [
      [left, top],
      [left, bottom],
    ],
  ]);
  level.openings = Array.from({ length: 1 + dice.below(4) }, (_, i) =>
    drawOpening(dice, named('d', i), dice.pick(sides)),
  );
  level.walls = Array.from({ length: dice.below(4) }, (_, i) => drawScreen(dice, named('w', i), dice.pick(cells)));
  level.devices = Array.from({ length: dice.pick([1, 1, 1, 2]) }, (_, i) =>
    drawCamera(dice, named('c', i), dice.pick(cells), dice.pick(level.openings)),
  );
  return level;
}

function drawOpening(dice: Dice, id: string, [a, b]: readonly XY[]): OpeningDoc {
  const from = dice.between(0.05, 0.6);
  const at = (part: number): XY => [round(a[0] + part * (b[0] - a[0])), round(a[1] + part * (b[1] - a[1]))];
  const kind = dice.pick(['door', 'passage', 'window', 'glass-door', 'curtain', 'window', 'passage']);
  return {
    id,
    kind,
    line: [at(from), at(from + dice.between(0.2, 0.35))],
    ...(kind === 'window' &&
      dice.chance(0.8) && { sill: dice.pick([0, 0.9, 1.2, 1.8]), head: dice.pick([2, 2.1, 2.4]) }),
    ...(kind !== 'window' && dice.chance(0.4) && { head: dice.pick([1.5, 2, 2.1]) }),
    ...(dice.chance(0.3) && { glazing: dice.pick(['clear', 'clear', 'frosted', 'opaque']) }),
    ...(dice.chance(0.2) && { normallyOpen: true }),
    ...(dice.chance(0.2) && { fixed: true }),
    ...(dice.chance(0.3) && { thickness: dice.pick([0, 0.1, 0.24, 0.6]) }),
  };
}

interface Cell {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** A partition, a counter, a pane or a stub of wall in a room. */
function drawScreen(dice: Dice, id: string, { left, right, bottom, top }: Cell): WallDoc {
  const spot = (): XY => [round(dice.between(left, right)), round(dice.between(bottom, top))];
  const line = dice.chance(0.5) ? [spot(), spot()] : [spot(), [left, round(dice.between(bottom, top))] as XY];
  return {
    id,
    line,
    ...(dice.chance(0.7) && { height: dice.pick([0.9, 1.2, 1.4, 1.6, 1.8, 2, 2.4]) }),
    ...(dice.chance(0.2) && { material: dice.pick(['clear', 'frosted']) }),
    ...(dice.chance(0.2) && { thickness: dice.pick([0.1, 0.2]) }),
  };
}

function drawCamera(dice: Dice, id: string, { left, right, bottom, top }: Cell, gap: OpeningDoc): DeviceDoc {
  const at = dice.way<() => XY>([
    [4, () => [round(dice.between(left, right)), round(dice.between(bottom, top))]],
    [2, () => [left, round(dice.between(bottom, top))]],
    [2, () => [round(left + 0.1), round(top - 0.1)]],
    [1, () => [round((gap.line[0][0] + gap.line[1][0]) / 2), round((gap.line[0][1] + gap.line[1][1]) / 2)]],
  ])();
  const [mx, my] = [(gap.line[0][0] + gap.line[1][0]) / 2, (gap.line[0][1] + gap.line[1][1]) / 2];
  const towards = round((Math.atan2(mx - at[0], my - at[1]) * 180) / Math.PI + dice.between(-30, 30));
  const device: DeviceDoc = {
    id,
    at,
    kind: dice.pick(['camera', 'camera', 'camera', 'camera', 'intrusion-detector', 'face-terminal', 'microphone']),
  };
  if (dice.chance(0.9)) device.height = dice.pick([2.2, 2.4, 2.4, 2.5, 1.2, 1.5]);
  if (dice.chance(0.3)) device.audio = dice.pick(['microphone', 'two-way', 'unknown']);
  if (dice.chance(0.2)) device.pickup = dice.pick([2, 4, 8]);
  if (device.kind === 'microphone') return device;
  if (dice.chance(0.95)) device.heading = (towards + 360) % 360;
  if (dice.chance(0.92)) device.tilt = dice.pick([0, 10, 15, 25, 40, 60, 90]);
  if (dice.chance(0.92)) device.hfov = dice.pick([28, 60, 90, 98, 110]);
  if (dice.chance(0.2)) device.vfov = dice.pick([30, 50, 70]);
  if (device.kind !== 'intrusion-detector' && dice.chance(0.9))
    device.resolution = dice.pick([
      [2560, 1440],
      [1920, 1080],
      [640, 480],
    ]);
  if (dice.chance(0.1)) device.roll = dice.pick([5, -20, 90]);
  if (dice.chance(0.2)) device.range = dice.pick([3, 6, 12]);
  if (dice.chance(0.6))
    device.tolerance = {
      heading: dice.pick([0, 0, 2, 10]),
      tilt: dice.pick([0, 0, 2, 8]),
      position: dice.pick([0, 0, 0, 0, 0, 0.05, 0.3]),
    };
  if (device.kind !== 'camera') return device;
  if (dice.chance(0.3)) formed(dice, device);
  if (dice.chance(0.3)) device.masks = Array.from({ length: 1 + dice.below(2) }, () => drawMask(dice, at));
  return device;
}

function formed(dice: Dice, device: DeviceDoc): void {
  device.form = dice.pick(['varifocal', 'varifocal', 'ptz', 'ptz', 'fisheye', 'multi-sensor']);
  if (device.form === 'varifocal')
    device.varifocal = { hfov: [dice.pick([20, 30]), dice.pick([60, 100])], ...(dice.chance(0.3) && { locked: true }) };
  if (device.form === 'ptz') {
    const from = dice.below(24) * 15;
    const home = dice.chance(0.7) && { home: { heading: from + 20, tilt: dice.pick([10, 30]), hfov: 60 } };
    device.ptz = {
      pan: [from, from + dice.pick([40, 120, 350])],
      tilt: [0, dice.pick([30, 90])],
      hfov: [5, 60],
      limits: dice.pick(['hard', 'hard', 'software']),
      ...home,
    };
  }
  if (device.form === 'fisheye')
    Object.assign(device, { hfov: dice.pick([180, 185]), tilt: dice.pick([90, 90, 0, 45]) });
  if (device.form === 'multi-sensor')
    device.sensors = [0, 120, 240]
      .slice(0, 1 + dice.below(3))
      .map((heading) => ({ heading, tilt: 20, hfov: 90, resolution: [1920, 1080] }));
}

/** On the floor before the camera or round it, some with a bay. */
function drawMask(dice: Dice, [x, y]: XY) {
  const [cx, cy] = [x + dice.between(-4, 4), y + dice.between(-4, 4)];
  const corners = dice.pick([3, 4, 5, 6]);
  const polygon = Array.from({ length: corners }, (_, i): XY => {
    const [angle, far] = [(2 * Math.PI * i) / corners, dice.between(0.5, 4)];
    return [round(cx + far * Math.cos(angle)), round(cy + far * Math.sin(angle))];
  });
  return {
    polygon,
    ...(dice.chance(0.85) && { permanent: true }),
    ...(dice.chance(0.5) && { dynamic: true }),
    ...(dice.chance(0.1) && { hiddenAboveZoom: true }),
    ...(dice.chance(0.1) && { sensor: 1 }),
  };
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
