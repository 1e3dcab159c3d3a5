import {
  boxesOverlap,
  boxOfRegion,
  coveredPieces,
  distance,
  forEachEdge,
  grow,
  type Region,
  ringArea,
  uncoveredPieces,
  widest,
} from '../geometry/index.js';
import type { Box, Piece } from '../geometry/types.js';
import { distinct } from '../i18n/number.js';
import type { Faults } from './faults.js';
import type { Zone } from './model.js';

/** m: how far zones may overlap, or stick out of what they are nested in, by careless drawing. */
const CARELESS = 0.05;

interface Drawn {
  readonly zone: Zone;
  readonly box: Box;
  readonly area: number;
}

/** The zones with `nested` filled in; enclosed zones that overlap partly are faults of the levels they share. */
export function nest(zones: readonly Zone[], sound: (zone: Zone) => boolean, faults: Faults): Zone[] {
  const drawn = zones.filter(sound).flatMap((zone): Drawn[] => {
    const box = boxOfRegion(zone.region);
    return box === undefined ? [] : [{ zone, box, area: areaOf(zone.region) }];
  });
  const nested = new Map<string, string[]>(zones.map((zone) => [zone.id, []]));
  for (const [index, one] of drawn.entries()) {
    for (const other of drawn.slice(index + 1)) {
      if (!boxesOverlap(one.box, other.box) || !shareLevel(one.zone, other.zone)) continue;
      const [outer, inner] = one.area >= other.area ? [one, other] : [other, one];
      if (holdsWhole(outer, inner)) nested.get(outer.zone.id)?.push(inner.zone.id);
      else if (one.zone.enclosed && other.zone.enclosed) checkOverlap(one.zone, other.zone, faults);
    }
  }
  return zones.map((zone) => ({ ...zone, nested: nested.get(zone.id) ?? [] }));
}

function areaOf({ rings, shadows }: Region): number {
  const sum = (total: number, ring: Region['rings'][number]) => total + ringArea(ring);
  return rings.reduce(sum, 0) - shadows.reduce(sum, 0);
}

function shareLevel(one: Zone, other: Zone): boolean {
  return one.levels.some((level) => other.levels.includes(level));
}

/** Whether `inner` lies in `outer`, but for a strip of careless drawing. */
function holdsWhole(outer: Drawn, inner: Drawn): boolean {
  const within = grow(outer.box, CARELESS);
  const { minX, minY, maxX, maxY } = inner.box;
  if (minX < within.minX || minY < within.minY || maxX > within.maxX || maxY > within.maxY) return false;
  const outside = uncoveredPieces(inner.zone.region, [outer.zone.region]);
  return areaOfPieces(outside) < inner.area / 2 && !isWide(outside);
}

function checkOverlap(one: Zone, other: Zone, faults: Faults): void {
  const common = coveredPieces(one.region, [other.region]);
  if (!isWide(common)) return;
  const params = { id: other.id, other: one.id, area: distinct(areaOfPieces(common), 0, 2) };
  const levels = [...new Set([...one.levels, ...other.levels])];
  const related = [{ place: one.place, caption: { id: 'other', params: {} } }];
  faults.add('plan/overlapping-zones', `${other.id}/${one.id}`, 'overlap', params, other.place, { levels }, related);
}

function areaOfPieces(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.area, 0);
}

/**
 * Whether any piece is wider than careless drawing makes it. The inner parallel curves of a region are no longer than
 * its perimeter P, so its area is at most P times its inradius: only thin pieces need to be measured.
 */
function isWide(pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => (2 * piece.area) / perimeterOf(piece) > CARELESS || widest([piece]) > CARELESS);
}

function perimeterOf({ outline }: Piece): number {
  let length = 0;
  for (const ring of outline)
    forEachEdge(ring, (a, b) => {
      length += distance(a, b);
    });
  return length;
}
