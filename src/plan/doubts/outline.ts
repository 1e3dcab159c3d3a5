// Doubtful outlines: zones that overlap a little, and rings that cross themselves.

import { spendBudget } from '../../base/budget.js';
import { compareLength } from '../../base/threshold.js';
import {
  areaOfPieces,
  areaOfRegion,
  coveredPieces,
  distanceToSegment,
  isWiderThan,
  locatePoint,
  type Piece,
  type Region,
  type Ring,
  ringArea,
  segmentsCross,
  uncoveredPieces,
} from '../../geometry/index.js';
import type { Point, Segment } from '../../geometry/types.js';
import { kindsOf, useOfKind } from '../../law/lookup.js';
import type { Pack } from '../../law/types.js';
import type { Place } from '../../source/types.js';
import type { DoubtParts } from '../check/faults.js';
import type { Missing, Wall, Zone } from '../model.js';
import { addCrossings, edgesOf, inRegion, pointAlong, SLIVER } from '../walls/plane.js';

/** Metres, and share of the smaller zone: zones that overlap more don't do so by a slip. Ours. */
const [WIDEST, SMALLEST] = [0.5, 0.5];

/** Share of a private zone's outline that may be in doubt, of the smaller variant of it. Ours. */
const HALF = 0.5;

/** m²: variants that differ by no more are one. */
const NOTHING = 1e-4;

/**
 * Returns the doubt about two enclosed zones that overlap a little. In the hiding variant the stretches of each outline
 * inside the other zone stand, and a device in the overlap is in the larger zone only; in the passing variant they
 * don't stand, and the device is in the smaller zone only. Undefined if the overlap is wider than 0.5 m or more than
 * half of the smaller zone (ours).
 *
 * @param common the area that lies in both zones, in pieces
 */
export function overlapDoubt(one: Zone, other: Zone, common: readonly Piece[]): DoubtParts | undefined {
  const [small, large] = [one, other].sort((p, q) => areaOfRegion(p.region) - areaOfRegion(q.region));
  if (small === undefined || large === undefined) return undefined;
  if (isWiderThan(common, WIDEST) || areaOfPieces(common) > SMALLEST * areaOfRegion(small.region)) return undefined;
  const owners = [one.id, other.id];
  const stretches = [...within(one.region, other.region), ...within(other.region, one.region)];
  return {
    id: owners.join('/'),
    levels: [...new Set([...one.levels, ...other.levels])],
    where: stretches,
    hiding: { outside: [{ zone: small.id, and: large.id }] },
    passing: {
      without: stretches.map((stretch) => ({ ...stretch, owners })),
      outside: [{ zone: large.id, and: small.id }],
    },
  };
}

/** Returns the stretches of a region's edges that lie in another. */
function within(region: Region, other: Region): Segment[] {
  const crossed = [...other.rings, ...other.shadows].flatMap(edgesOf);
  return [...region.rings, ...region.shadows].flatMap(edgesOf).flatMap((edge): Segment[] => {
    spendBudget(10 * crossed.length);
    const cuts: number[] = [0, 1];
    for (const one of crossed) addCrossings(edge, one, cuts);
    const stops = cuts.sort((p, q) => p - q);
    const length = Math.hypot(edge.b[0] - edge.a[0], edge.b[1] - edge.a[1]);
    return stops.slice(1).flatMap((to, n) => {
      const from = stops[n] ?? 0;
      if ((to - from) * length < SLIVER || !inRegion(other, pointAlong(edge, (from + to) / 2))) return [];
      return [{ a: pointAlong(edge, from), b: pointAlong(edge, to) }];
    });
  });
}

/**
 * Returns the doubt about a zone with a ring that crosses itself or a hole outside of its outline. Its walls stand in
 * the hiding variant and not in the passing one. If the area changes once the corners are put in an order without
 * crossings, the outline is as drawn in one variant and so ordered in the other. Undefined for a zone that is or may be
 * private of which more than half is in doubt, and for a ring that can't be put in order.
 */
export function crossingDoubt(zone: Zone, pack: Pack): DoubtParts | undefined {
  const { id, region, levels, enclosed, spec, place } = zone;
  const ordered = region.rings.map(uncrossed);
  const rings = ordered.filter((ring) => ring !== undefined);
  if (rings.length < ordered.length) return undefined;
  const holes = region.shadows.filter((hole) => region.rings.some((outline) => isHoleOf(hole, outline)));
  const other: Region = { rings, shadows: holes };
  const drawn = coveredPieces(region, [region]);
  const apart = areaOfPieces(uncoveredPieces(region, [other])) + areaOfPieces(uncoveredPieces(other, [region]));
  const [area, otherArea] = [areaOfPieces(drawn), rings.reduce((sum, ring) => sum + ringArea(ring), 0)];
  const isPublic = spec !== undefined && !kindsOf(pack, zone).some((kind) => isPerhapsPrivate(pack, kind));
  if (!isPublic && apart > HALF * Math.min(area, otherArea)) return undefined;
  // The larger variant of a place to cover hides most of it; of a private place it shows most.
  const isOtherHiding = isPublic === otherArea > area;
  const reshaped = { region: { zone: id, region: other } };
  const edges = (of: Region): Missing[] =>
    [...of.rings, ...of.shadows].flatMap(edgesOf).map((edge) => ({ ...edge, owners: [id] }));
  const where = [...edges(region), ...edges(other)];
  if (apart <= NOTHING) return { id, levels, where, passing: { without: edges(region) } };
  if (!isOtherHiding) return { id, levels, where, passing: { ...reshaped, without: edges(other) } };
  const walls = enclosed ? wallsAlong(id, region, levels[0] ?? '', place) : [];
  return { id, levels, where, hiding: { ...reshaped, walls }, passing: { without: edges(region) } };
}

/** Returns opaque walls to the ceiling, one along each outline and hole of a zone: `ID/1`, `ID/2` and so on. */
export function wallsAlong(id: string, { rings, shadows }: Region, level: string, place: Place): Wall[] {
  return [...rings, ...shadows].map((ring, n) => ({
    id: `${id}/${n + 1}`,
    level,
    line: [...ring, ...ring.slice(0, 1)],
    height: undefined,
    thickness: undefined,
    material: 'opaque',
    place,
  }));
}

/** Metres by which rounding, in degrees or on a turned sheet, may put a corner of a hole outside its outline. */
const ROUNDING = 0.001;

/** True if a hole lies in an outline; it may touch that. */
export function isHoleOf(hole: Ring, outline: Ring): boolean {
  const isOn = (point: Point) =>
    edgesOf(outline).some((edge) => compareLength(distanceToSegment(point, edge), ROUNDING) !== 'above');
  return hole.every((point) => locatePoint(outline, point) !== 'out' || isOn(point));
}

function isPerhapsPrivate(pack: Pack, kind: NonNullable<Zone['spec']>): boolean {
  const use = useOfKind(pack, kind);
  return use === 'private' || use === 'unstated' || kind.anchor === true;
}

/** Corners up to which a ring is put in order. */
const MOST_CORNERS = 400;

/**
 * Returns the ring with its corners in an order in which no two edges cross: of two that do, the stretch between them
 * is run the other way, which makes the ring shorter. Undefined if that takes too long.
 */
function uncrossed(ring: Ring): Ring | undefined {
  if (ring.length > MOST_CORNERS) return undefined;
  let points = [...ring];
  for (let turns = 0; turns <= ring.length; turns += 1) {
    spendBudget(4 * points.length * points.length);
    const crossing = firstCrossing(points);
    if (crossing === undefined) return points;
    const [i, j] = crossing;
    points = [...points.slice(0, i + 1), ...points.slice(i + 1, j + 1).reverse(), ...points.slice(j + 1)];
  }
  return undefined;
}

function firstCrossing(points: Ring): readonly [number, number] | undefined {
  const edges = points.map((a, n): Segment => ({ a, b: points[(n + 1) % points.length] ?? a }));
  for (const [i, edge] of edges.entries()) {
    const j = edges.findIndex((other, n) => n > i + 1 && segmentsCross(edge, other));
    if (j !== -1) return [i, j];
  }
  return undefined;
}
