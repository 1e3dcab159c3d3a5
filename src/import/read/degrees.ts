// Tells degrees from metres in GeoJSON, and refuses what is read as the other.

import { maxOf } from '../../base/arrays.js';
import { boxOf, longerSideOf } from '../../geometry/shapes/ring.js';
import type { Box } from '../../geometry/types.js';
import { localizedList, quoted } from '../../i18n/list.js';
import { foreignCrs } from '../../plan/read/geojson.js';
import { isRecord, memberOf } from '../../plan/read/unknown.js';
import { problemOf, type SourceProblem } from '../../source/problem.js';
import { positionsOf } from '../support/positions.js';
import { problemText } from '../texts.js';
import type { Position, RawFeature } from '../types.js';
import type { RawCollection } from './collection.js';

/** A problem whose line isn't looked up yet. */
export type Unplaced = Pick<SourceProblem, 'code' | 'message' | 'place'>;

/** Degrees: no site is larger. */
const FARTHEST = 1;

/** km in a degree of latitude, about. */
const KM = 111;

/** Returns why the features of a file can't be in degrees; undefined if they can. */
export function tooFar(features: readonly RawFeature[]): Unplaced | undefined {
  const beyond = farthest(features);
  return beyond && problemOf(problemText.farDegrees({ far: beyond.far }), beyond.to);
}

/** Returns why features in degrees can't be of one site; undefined if they can. */
export function farApart(features: readonly RawFeature[]): SourceProblem | undefined {
  const beyond = farthest(features);
  if (beyond === undefined) return undefined;
  const { from, to, far } = beyond;
  const files = localizedList([...new Set([from, to].map(({ path }) => path.split('/').at(-1) ?? path))].map(quoted));
  return problemOf(problemText.farApart({ files, far }), to);
}

/** Returns the places of two features that lie farther apart than any site is large, and how far, in km. */
function farthest(features: readonly RawFeature[]) {
  const [first, ...others] = spotsIn(features);
  const far = ({ at: [x, y] }: Spot) => Math.max(Math.abs(x - first.at[0]), Math.abs(y - first.at[1]));
  const beyond = others.find((one) => far(one) > FARTHEST);
  if (beyond === undefined) return undefined;
  return { from: first.origin, to: beyond.origin, far: Math.round(maxOf(others.map(far)) * KM) };
}

/** m: no plan is smaller. */
const SMALLEST = 0.5;

/**
 * Returns why features can't be in metres; undefined if they can, as lone points always can.
 *
 * @param unit metres per unit of the source, by which the features were scaled
 */
export function tooSmall(features: readonly RawFeature[], unit: number): Unplaced | undefined {
  const spots = spotsIn(features);
  const box = boxOf(spots.map(({ at }) => at));
  const isDrawn = features.some(({ shapes }) => shapes.some(({ type }) => type !== 'Point'));
  if (!isDrawn || box === undefined || longerSideOf(box) >= SMALLEST || !isOnEarth(box)) return undefined;
  const [{ at, origin }] = spots;
  return problemOf(unit === 1 ? problemText.notMetres({ at: at.join(', ') }) : problemText.smallUnit, origin);
}

/** A position and the place in the source of what has it. */
interface Spot {
  readonly at: Position;
  readonly origin: RawFeature['origin'];
}

function spotsIn(features: readonly RawFeature[]): Spot[] {
  return features.flatMap(({ shapes, origin }) => shapes.flatMap(positionsOf).map((at) => ({ at, origin })));
}

function isOnEarth({ minX, minY, maxX, maxY }: Box): boolean {
  return minX >= -180 && maxX <= 180 && minY >= -90 && maxY <= 90;
}

/** Returns why the numbers of a file can't be longitude and latitude; undefined if they can. */
export function misplaced({ path, value, features }: RawCollection): Unplaced | undefined {
  const crs = foreignCrs(value);
  if (crs !== undefined)
    return mercator({ path, value, features }) ?? problemOf(problemText.crs({ crs }), { path, pointer: '/crs' });
  for (const [index, feature] of features.entries()) {
    const beyond = positionsIn(feature).find(([x, y]) => Math.abs(Number(x)) > 180 || Math.abs(Number(y)) > 90);
    if (beyond === undefined) continue;
    const at = `${beyond[0]}, ${beyond[1]}`;
    const message = areSwapped(features) ? problemText.swapped({ at }) : problemText.notDegrees({ at });
    return problemOf(message, { path, pointer: `/features/${index}` });
  }
  return undefined;
}

/** True if all positions are on Earth with latitude before longitude, and as near each other as those of a site. */
function areSwapped(features: readonly unknown[]): boolean {
  const box = boxOf(features.flatMap(positionsIn).map(([x, y]): Position => [Number(y), Number(x)]));
  return box !== undefined && isOnEarth(box) && longerSideOf(box) <= FARTHEST;
}

/** Web Mercator codes. Its plane coordinates are stretched: by a third at 41° north. */
const MERCATOR = /\b(?:3857|3785|900913|10211[23]|102100)$/;

/** Returns a problem if the file says that its metres are those of Web Mercator; undefined if it doesn't. */
export function mercator({ path, value }: RawCollection): Unplaced | undefined {
  const crs = foreignCrs(value);
  if (crs === undefined || !MERCATOR.test(crs)) return undefined;
  return problemOf(problemText.mercator({ crs }), { path, pointer: '/crs' });
}

/** Returns the positions in a feature's geometry, each as the list that the file has: its values aren't checked. */
export function positionsIn(feature: unknown): (readonly unknown[])[] {
  const geometry = isRecord(feature) ? memberOf(feature, 'geometry') : undefined;
  const found: (readonly unknown[])[] = [];
  const look = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    if (Array.isArray(value[0])) for (const part of value) look(part);
    else found.push(value);
  };
  look(isRecord(geometry) ? memberOf(geometry, 'coordinates') : undefined);
  return found;
}
