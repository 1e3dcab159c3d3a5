import type { Dice } from './dice.js';
import type { DeviceDoc, DeviceKeys, LensKeys, LevelDoc, MaskDoc, XY } from './document.js';
import type { Ground } from './ground.js';
import { anyRing, box, written } from './rings.js';
import type { Namer } from './rooms.js';

const OTHERS = [
  'microphone',
  'intercom',
  'face-terminal',
  'intrusion-detector',
  'intrusion-detector',
  'panic-button',
  'access-reader',
  'door-contact',
  'metal-detector',
  'xray-scanner',
  'smoke-detector',
  'other',
];

const HEADINGS = [0, 90, 180, 270, 360, -90, 45, 135, 1, 89, 90.000001, 359.9999];
const HEIGHTS = [2.7, 2.7, 2.8, 3, 1.5, 2, 0, 0.3, 6, 1e-6, 1.4999999, 2.0000001, 3.2];
const TILTS = [0, 15, 20, 30, 45, 60, 79.9, 80, 89.999, 90, -10, -30];

/** A device anywhere at all, mostly on or beside something, and mostly as a designer would say what it is. */
export function drawDevice(ground: Ground, level: LevelDoc, named: Namer, types: readonly string[]): DeviceDoc {
  const { dice } = ground;
  const device: DeviceDoc = { id: named('c'), at: placed(ground, level) };
  if (types.length > 0 && dice.chance(0.5)) {
    device.type = dice.pick(types);
    device.height = dice.pick(HEIGHTS);
    device.heading = heading(ground, dice);
    device.tilt = dice.pick(TILTS);
    return device;
  }
  Object.assign(device, keysOf(ground, true));
  const { openings } = level;
  if (openings.length > 0 && (device.kind === 'access-reader' || device.kind === 'door-contact')) {
    if (dice.chance(0.8)) device.opening = dice.pick(openings).id;
  }
  return device;
}

function placed(ground: Ground, { devices, walls }: LevelDoc): XY {
  const { dice } = ground;
  return dice.way<() => XY>([
    [8, () => ground.anywhere()],
    [2, () => ground.corner()],
    [2, () => ground.onEdge()],
    [4, () => ground.onEdge(ground.miss())],
    [
      ground.gaps.length > 0 ? 2 : 0,
      () =>
        ground.along(dice.pick(ground.gaps), dice.pick([0, 0.5, 1, dice.next()]), dice.chance(0.5) ? 0 : ground.miss()),
    ],
    [walls.length > 0 ? 1 : 0, () => [...dice.pick(dice.pick(walls).line)]],
    [devices.length > 0 ? 1 : 0, () => [...dice.pick(devices).at]],
    [0.3, () => ground.point([200 * dice.between(-1, 1), 200 * dice.between(-1, 1)])],
  ])();
}

/** The direction of a wall, across it, or any. */
function heading({ edges }: Ground, dice: Dice): number {
  if (edges.length === 0 || dice.chance(0.6)) return dice.chance(0.6) ? dice.pick(HEADINGS) : dice.between(0, 360);
  const [[ax, ay], [bx, by]] = dice.pick(edges);
  const along = (Math.atan2(bx - ax, by - ay) * 180) / Math.PI;
  return along + dice.pick([0, 90, -90, 1, -1, 0.9999]);
}

/** The keys of a device, or of a type of it. */
export function keysOf(ground: Ground, aimed: boolean): DeviceKeys {
  const { dice } = ground;
  const isCamera = dice.chance(0.62);
  const keys: DeviceKeys = { kind: isCamera ? 'camera' : dice.pick(OTHERS) };
  if (aimed && dice.chance(0.85)) keys.height = dice.pick(HEIGHTS);
  if (dice.chance(isCamera ? 0.6 : 0.1)) keys.audio = dice.pick(['none', 'none', 'microphone', 'two-way', 'unknown']);
  if (dice.chance(0.06)) keys.video = dice.pick(['none', 'visible', 'thermal', 'depth', 'unknown']);
  if (dice.chance(0.04)) keys.status = dice.pick(['planned', 'existing', 'removed']);
  if (dice.chance(0.1)) keys.pickup = dice.pick([0, 0.1, 5, 12, 1e-6, 400]);
  if (!isCamera && keys.kind !== 'face-terminal' && keys.kind !== 'intrusion-detector') {
    if (dice.chance(0.1)) keys.heading = heading(ground, dice);
    return keys;
  }
  Object.assign(keys, lens(ground, aimed));
  if (dice.chance(0.15)) keys.range = dice.pick([1, 8, 12, 1e-6, 1000]);
  if (dice.chance(0.3)) formed(ground, keys);
  if (dice.chance(0.3)) keys.tolerance = tolerance(dice);
  if (isCamera && dice.chance(0.12)) keys.masks = Array.from({ length: dice.tail(1, 4, 0.5) }, () => mask(ground));
  return keys;
}

function lens(ground: Ground, aimed: boolean): LensKeys {
  const { dice } = ground;
  const keys: LensKeys = {};
  if (aimed && dice.chance(0.85)) keys.heading = heading(ground, dice);
  if (dice.chance(0.8)) keys.tilt = dice.chance(0.7) ? dice.pick(TILTS) : dice.between(-90, 90);
  if (dice.chance(0.05)) keys.roll = dice.pick([0, 5, -30, 90, 180, 45]);
  if (dice.chance(0.75)) keys.hfov = dice.pick([90, 98, 60, 30, 110, 5, 0.1, 120, 170, 179.9, dice.between(1, 179)]);
  else if (dice.chance(0.3)) Object.assign(keys, { focalLength: dice.pick([2.8, 4, 12, 0.1]), sensor: [5.12, 2.88] });
  if (dice.chance(0.2)) keys.vfov = dice.pick([50, 30, 90, 2, 170]);
  if (dice.chance(0.75))
    keys.resolution = dice.pick([
      [2560, 1440],
      [1920, 1080],
      [640, 480],
      [1, 1],
      [1e6, 1e6],
      [100, 10000],
    ]);
  return keys;
}

function formed(ground: Ground, keys: DeviceKeys): void {
  const { dice } = ground;
  dice.way<() => void>([
    [
      2,
      () => {
        keys.form = 'varifocal';
        const tele = dice.pick([3, 30, 60]);
        keys.varifocal = { hfov: [tele, tele + dice.pick([0, 1e-6, 30, 60])] };
        if (dice.chance(0.4)) keys.varifocal.locked = dice.chance(0.7);
      },
    ],
    [2, () => panned(dice, keys)],
    [
      1.5,
      () => {
        keys.form = 'fisheye';
        keys.hfov = dice.pick([180, 185, 360, 220, 90]);
        if (dice.chance(0.5)) keys.tilt = dice.pick([90, 0, 45]);
      },
    ],
    [
      1.5,
      () => {
        keys.form = 'multi-sensor';
        keys.sensors = Array.from({ length: dice.tail(1, 6, 2) }, (_, i) => ({
          ...lens(ground, false),
          heading: (i * 90 + dice.below(4) * 22.5) % 360,
        }));
      },
    ],
  ])();
}

function panned(dice: Dice, keys: DeviceKeys): void {
  keys.form = 'ptz';
  if (dice.chance(0.2)) return;
  keys.ptz = {};
  const from = dice.below(24) * 15;
  if (dice.chance(0.7)) keys.ptz.pan = [from, from + dice.pick([0, 1, 30, 90, 180, 270, 359, 360])];
  if (dice.chance(0.6))
    keys.ptz.tilt = dice.pick([
      [0, 90],
      [-15, 90],
      [30, 30],
      [10, 40],
      [-90, 90],
    ]);
  if (dice.chance(0.6))
    keys.ptz.hfov = dice.pick([
      [2.4, 60],
      [60, 60],
      [30, 100],
      [0.5, 1],
    ]);
  if (dice.chance(0.6)) keys.ptz.limits = dice.pick(['hard', 'hard', 'software']);
  if (dice.chance(0.4)) keys.ptz.home = { heading: from, tilt: dice.pick([10, 30]), hfov: dice.pick([30, 60]) };
}

function tolerance(dice: Dice): NonNullable<DeviceKeys['tolerance']> {
  const given: NonNullable<DeviceKeys['tolerance']> = {};
  if (dice.chance(0.8)) given.heading = dice.pick([0, 0, 0, 1, 3, 30, 180]);
  if (dice.chance(0.8)) given.tilt = dice.pick([0, 0, 0, 1, 3, 30]);
  if (dice.chance(0.25)) given.position = dice.pick([0, 0.02, 0.1, 0.3, 1e-6, 2]);
  return given;
}

/** A mask over something, or one that is hardly there, flat, or crosses itself. */
function mask(ground: Ground): MaskDoc {
  const { dice } = ground;
  const [x, y] = ground.spot();
  const polygon = dice.way<() => XY[]>([
    [4, () => box(x, y, ground.length(), ground.length())],
    [2, () => written(ground, anyRing(ground))],
    [1, () => box(x, y, ground.sliver(), ground.length())],
    [1, () => [ground.corner(), ground.corner(), ground.spot()]],
  ])();
  const made: MaskDoc = { polygon };
  if (dice.chance(0.6)) made.permanent = true;
  if (dice.chance(0.4)) made.dynamic = true;
  if (dice.chance(0.2)) made.hiddenAboveZoom = true;
  if (dice.chance(0.1)) made.sensor = 1 + dice.below(4);
  return made;
}
