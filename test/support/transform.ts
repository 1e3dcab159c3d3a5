// Rigid motions of plan documents, for tests that a verdict doesn't depend on place, bearing or order.
import type { Point } from '../../src/geometry/types.js';

/** The parts of a plan document that a motion changes; everything else stays. */
interface Doc {
  north?: number;
  levels: LevelDoc[];
  deviceTypes?: Record<string, MaskedDoc>;
}

interface LevelDoc {
  geometry?: string;
  zones?: { rect?: number[]; polygon?: Point[]; holes?: Point[][] }[];
  openings?: { line: Point[] }[];
  walls?: { line: Point[] }[];
  devices?: (MaskedDoc & { at: Point })[];
  signs?: { at: Point; heading?: number }[];
}

interface MaskedDoc extends LensDoc {
  masks?: { polygon: Point[] }[];
}

interface LensDoc {
  heading?: number;
  roll?: number;
  ptz?: { pan?: [number, number]; home?: { heading: number } };
  sensors?: LensDoc[];
}

/** A rigid motion of the plane (points in m), and its effect on bearings (degrees clockwise from north). */
export interface Motion {
  readonly move: (point: Point) => Point;
  readonly bearing: (degrees: number) => number;
  /** True if it mirrors the plane: spans of bearings then run the other way. */
  readonly mirrored: boolean;
}

/** Rounds metres to six decimals, as a drawing program writes them. */
const round = (metres: number) => Math.round(metres * 1e6) / 1e6;

/** Returns a turn by `degrees` counter-clockwise about the origin, followed by a shift in m. */
export function turned(degrees: number, [dx, dy]: Point = [0, 0]): Motion {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return {
    move: ([x, y]) => [round(cos * x - sin * y + dx), round(sin * x + cos * y + dy)],
    bearing: (heading) => (((heading - degrees) % 360) + 360) % 360,
    mirrored: false,
  };
}

/** The reflection that negates x. */
export const mirrored: Motion = {
  move: ([x, y]) => [-x, y],
  bearing: (heading) => (360 - heading) % 360,
  mirrored: true,
};

/** Returns the document with everything in it moved. */
export function moved<D extends Doc>(source: D, motion: Motion): D {
  const doc = structuredClone(source);
  const { move } = motion;
  for (const level of doc.levels) {
    for (const zone of level.zones ?? []) {
      if (zone.rect !== undefined) zone.polygon = cornersOf(zone.rect);
      delete zone.rect;
      if (zone.polygon !== undefined) zone.polygon = zone.polygon.map(move);
      if (zone.holes !== undefined) zone.holes = zone.holes.map((hole) => hole.map(move));
    }
    for (const line of [...(level.openings ?? []), ...(level.walls ?? [])]) line.line = line.line.map(move);
    for (const device of level.devices ?? []) {
      device.at = move(device.at);
      turn(device, motion);
    }
    for (const sign of level.signs ?? []) {
      sign.at = move(sign.at);
      if (sign.heading !== undefined) sign.heading = motion.bearing(sign.heading);
    }
  }
  for (const type of Object.values(doc.deviceTypes ?? {})) turn(type, motion);
  // Where a mirror puts true north: bearings run the other way from there, too.
  if (motion.mirrored && doc.north !== undefined) doc.north = 0 - doc.north;
  return doc;
}

/** Returns the document with every list in reverse order. */
export function reversed<D extends Doc>(source: D): D {
  const doc = structuredClone(source);
  for (const level of doc.levels) {
    for (const list of [level.zones, level.openings, level.walls, level.devices, level.signs]) list?.reverse();
  }
  doc.levels.reverse();
  return doc;
}

function cornersOf([x = 0, y = 0, width = 0, depth = 0]: readonly number[]): Point[] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + depth],
    [x, y + depth],
  ];
}

function turn(device: MaskedDoc, motion: Motion): void {
  for (const mask of device.masks ?? []) mask.polygon = mask.polygon.map(motion.move);
  aim(device, motion);
}

function aim(lens: LensDoc, motion: Motion): void {
  const { bearing } = motion;
  if (lens.heading !== undefined) lens.heading = bearing(lens.heading);
  if (lens.roll !== undefined && motion.mirrored) lens.roll = -lens.roll;
  if (lens.ptz?.home !== undefined) lens.ptz.home.heading = bearing(lens.ptz.home.heading);
  if (lens.ptz?.pan !== undefined) {
    const [from, to] = lens.ptz.pan;
    // A whole turn stays one.
    if (to - from < 360) lens.ptz.pan = motion.mirrored ? [bearing(to), bearing(from)] : [bearing(from), bearing(to)];
  }
  for (const sensor of lens.sensors ?? []) aim(sensor, motion);
}
