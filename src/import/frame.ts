// The frame of an import: from source coordinates to plan metres and back.

import type { Point } from '../geometry/types.js';
import { project, unproject } from '../plan/read/frame.js';
import type { Note } from './notes.js';
import { frame } from './texts.js';
import type { CoordinateSystem, Position, RawFeature } from './types.js';

/** Decimal places kept of a degree: 1e-9° is a tenth of a millimetre. */
const DEGREE_DIGITS = 9;

/** Decimal places kept of a metre. */
const METRE_DIGITS = 4;

/**
 * Conversion between source coordinates and plan metres east (x) and north (y) of an origin near the south-west corner.
 */
export interface ImportFrame {
  readonly system: CoordinateSystem;
  /** Longitude and latitude of the plan's zero, in degrees; undefined if the source is in metres. */
  readonly origin: Position | undefined;
  /** Source coordinates of the plan's zero, in m; undefined if the source is in degrees or its own origin is kept. */
  readonly from: Position | undefined;
  /** Returns plan metres of a position of the source. */
  readonly toMetres: (position: Position) => Point;
  /** Returns the position to write into the geometry file, rounded to 0.1 mm. */
  readonly toSource: (point: Point) => Position;
}

/**
 * Returns the frame of `features`, which all use coordinate system `system`. A source in metres keeps `corner`, the
 * zero of an earlier import in source coordinates, since people have placed devices by it.
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

/** Distance in m from the source's origin beyond which coordinates are too long to read out or type. */
const FAR = 10_000;

/** Step in m of a shift: only whole thousands, so that the last digits in the plan match those in the drawing. */
const ROUND = 1000;

/**
 * Returns the frame of a source in metres. A drawing on a national grid lies millions of metres from its origin: its
 * plan counts from the whole thousand below its south-west corner, so that people needn't write seven digits. Other
 * drawings keep their coordinates.
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

/** Returns the south-west corner rounded down to seven digits of a degree (1 cm), short enough to be read out. */
function southWest(features: readonly RawFeature[]): Position {
  const [west, south] = cornerOf(features) ?? [0, 0];
  return [Math.floor(west * 1e7) / 1e7, Math.floor(south * 1e7) / 1e7];
}

/** Returns the smallest x and the smallest y of all shapes; undefined if nothing is drawn. */
function cornerOf(features: readonly RawFeature[]): Position | undefined {
  let [west, south] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { shapes, drawing } of features) {
    // An open leaf may reach beyond the building.
    for (const shape of drawing === undefined ? shapes : []) {
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

/** Returns a note if the plan's zero is not the origin of a source in metres; else an empty list. */
export function frameNotes({ from }: ImportFrame): Note[] {
  if (from === undefined) return [];
  const [east, north] = from;
  return [{ sort: 'assumed', message: frame.from({ east, north }) }];
}

/** Returns `value` rounded to `digits` decimal places, never minus zero. */
export function roundedTo(value: number, digits: number): number {
  return Number(value.toFixed(digits)) + 0;
}
