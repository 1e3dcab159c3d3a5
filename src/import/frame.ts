import type { Point } from '../geometry/types.js';
import { project, unproject } from '../plan/read/frame.js';
import type { Note, NoteMessages } from './notes.js';
import type { CoordinateSystem, Position, RawFeature } from './types.js';

/** Decimal places of a degree that are kept: 1e-9° is a tenth of a millimetre. */
const DEGREE_DIGITS = 9;

/** Decimal places of a metre that are kept. */
const METRE_DIGITS = 4;

/** From the coordinates of the source to metres east and north of its south-west corner, and back. */
export interface ImportFrame {
  readonly system: CoordinateSystem;
  /** Longitude and latitude that metres are counted from; undefined for a source in metres. */
  readonly origin: Position | undefined;
  /** Of a source in metres: the place, in its own, that metres are counted from; undefined where that is its own origin. */
  readonly from: Position | undefined;
  readonly toMetres: (position: Position) => Point;
  /** As written into the file of geometry: rounded. */
  readonly toSource: (point: Point) => Position;
}

/**
 * The frame of `features`, all of one system. Metres are counted from `corner` where an earlier import counted from there:
 * people have written devices by it.
 */
export function importFrame(features: readonly RawFeature[], system: CoordinateSystem, corner?: Position): ImportFrame {
  if (system === 'metres') return metreFrame(features, corner);
  const origin = southWest(features);
  return {
    system,
    origin,
    from: undefined,
    toMetres: (position) => project(position, origin),
    toSource: (point) => {
      const [longitude, latitude] = unproject(point, origin);
      return [roundedTo(longitude, DEGREE_DIGITS), roundedTo(latitude, DEGREE_DIGITS)];
    },
  };
}

/** m from its own origin beyond which nobody can read a drawing's coordinates out, or type them. */
const FAR = 10_000;

/** m: coordinates are shifted by so many, so that what is in the plan can be found in the drawing by its last digits. */
const ROUND = 1000;

/**
 * A drawing on a national grid is millions of metres from its origin: it is counted from the thousand below its south-west
 * corner, so that people who add devices by hand need not write seven digits. Others keep their coordinates.
 */
function metreFrame(features: readonly RawFeature[], corner: Position | undefined): ImportFrame {
  const from = corner ?? cornerToCount(features);
  return {
    system: 'metres',
    origin: undefined,
    from: from[0] === 0 && from[1] === 0 ? undefined : from,
    toMetres: ([x, y]) => [x - from[0], y - from[1]],
    toSource: ([x, y]) => [roundedTo(x, METRE_DIGITS), roundedTo(y, METRE_DIGITS)],
  };
}

function cornerToCount(features: readonly RawFeature[]): Position {
  const [west, south] = cornerOf(features) ?? [0, 0];
  const far = Math.max(Math.abs(west), Math.abs(south)) > FAR;
  return far ? [Math.floor(west / ROUND) * ROUND, Math.floor(south / ROUND) * ROUND] : [0, 0];
}

/** Seven digits of a degree are a centimetre: short enough to be read out. */
function southWest(features: readonly RawFeature[]): Position {
  const [west, south] = cornerOf(features) ?? [0, 0];
  return [Math.floor(west * 1e7) / 1e7, Math.floor(south * 1e7) / 1e7];
}

/** The least of each coordinate; undefined where nothing is drawn. */
function cornerOf(features: readonly RawFeature[]): Position | undefined {
  let [west, south] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { shapes } of features) {
    for (const shape of shapes) {
      const lines = shape.type === 'Point' ? [[shape.at]] : shape.type === 'LineString' ? [shape.line] : shape.rings;
      for (const line of lines) {
        for (const [longitude, latitude] of line) {
          west = Math.min(west, longitude);
          south = Math.min(south, latitude);
        }
      }
    }
  }
  return west > Number.MAX_VALUE ? undefined : [west, south];
}

/** What is to be known of where metres are counted from. */
export function frameNotes({ from }: ImportFrame): Note[] {
  if (from === undefined) return [];
  const [east, north] = from.map(String);
  const params = { east: { zh: east, en: east }, north: { zh: north, en: north } };
  return [{ sort: 'assumed', message: { id: 'frame/from', params } }];
}

export const frameMessages = {
  'frame/from': {
    zh: '坐标远离原点：设计图中的坐标自来源的（{east}，{north}）m 起计',
    en: "coordinates far from the source's origin: the plan's count from ({east}, {north}) m of it",
  },
} as const satisfies NoteMessages;

/** `value` to so many decimal places, without a minus zero. */
export function roundedTo(value: number, digits: number): number {
  return Number(value.toFixed(digits)) + 0;
}
