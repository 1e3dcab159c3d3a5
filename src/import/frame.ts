import type { Point } from '../geometry/types.js';
import { project, unproject } from '../plan/frame.js';
import type { Position, RawFeature, System } from './types.js';

/** Decimal places of a degree that are kept: 1e-9° is a tenth of a millimetre. */
const DEGREE_DIGITS = 9;

/** Decimal places of a metre that are kept. */
const METRE_DIGITS = 4;

/** From the coordinates of the source to metres east and north of its south-west corner, and back. */
export interface ImportFrame {
  readonly system: System;
  /** Longitude and latitude that metres are counted from; undefined for a source in metres. */
  readonly origin: Position | undefined;
  readonly toMetres: (position: Position) => Point;
  /** As written into the file of geometry: rounded. */
  readonly toSource: (point: Point) => Position;
}

/** The frame of `features`, all of one system. */
export function importFrame(features: readonly RawFeature[], system: System): ImportFrame {
  if (system === 'metres') {
    return {
      system,
      origin: undefined,
      toMetres: (position) => position,
      toSource: ([x, y]) => [rounded(x, METRE_DIGITS), rounded(y, METRE_DIGITS)],
    };
  }
  const origin = southWest(features);
  return {
    system,
    origin,
    toMetres: (position) => project(position, origin),
    toSource: (point) => {
      const [longitude, latitude] = unproject(point, origin);
      return [rounded(longitude, DEGREE_DIGITS), rounded(latitude, DEGREE_DIGITS)];
    },
  };
}

/** Seven digits of a degree are a centimetre: short enough to be read out. */
function southWest(features: readonly RawFeature[]): Position {
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
  if (west > Number.MAX_VALUE) return [0, 0];
  return [Math.floor(west * 1e7) / 1e7, Math.floor(south * 1e7) / 1e7];
}

/** `value` to so many decimal places, without a minus zero. */
export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits)) + 0;
}
