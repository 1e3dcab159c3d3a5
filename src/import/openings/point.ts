// Places openings that are drawn as points.

import { boxOf } from '../../geometry/shapes/ring.js';
import { distanceToSegment, lengthOf, nearestOnSegment } from '../../geometry/shapes/segment.js';
import type { Point } from '../../geometry/types.js';
import { distance } from '../../geometry/vector.js';
import { metres } from '../../i18n/number.js';
import { inRings } from '../../plan/inside.js';
import { stretchAlong } from '../../plan/walls/along.js';
import { fromFrame, type LineFrame, lineFrame, SAME_LINE } from '../../plan/walls/plane.js';
import type { DraftOpening, DraftZone, OpeningShape } from '../draft.js';
import { roundedTo } from '../frame.js';
import type { Note } from '../notes.js';
import type { Edge, EdgesNear } from './edges.js';
import { FRAME, holds, type Laid, laidIn, runsAlong, SLACK, strays, TOUCHING } from './runs.js';
import { t } from './texts.js';

type PointShape = OpeningShape & { readonly type: 'point' };

/** Radius in m around a door in no wall within which the nearest wall is looked for. */
const AROUND = 2;

/**
 * Faces further apart than this (m) belong to two walls. The check for doors that lead against a wall uses the same
 * figure.
 */
const THICKEST = 0.6;

/** Extra thickness in m, so that rounding never leaves the far face out. */
const MARGIN = 0.001;

/** Smallest move or cut in m that is worth a note. */
const WORTH_TELLING = 0.05;

/** Edges of the rooms and walls, and a test for edges that a wall runs along. */
export interface Walls {
  readonly edges: EdgesNear;
  readonly isWall: (edge: Edge) => boolean;
}

/** A line that a door could get, with the figures by which lines are compared. */
interface Place {
  readonly line: readonly [Point, Point];
  readonly width: number;
  /** Distance in m from the drawn point to the middle of the line; negative to one side. */
  readonly shift: number;
  /** True if a wall runs along all of it. */
  readonly inWall: boolean;
  /** Number of different rooms on its two sides; a door leads from one to another. */
  readonly joins: number;
  /** Number of rooms and walls whose end it would run past, into another's wall. */
  readonly strays: number;
}

/**
 * Places a door drawn as a point: a line along one wall of the two rooms it joins, round no corner and past no corner
 * of another room. Moves it along the wall or shortens it where space is short. A door in no wall keeps its place; a
 * passage without a wall is left out.
 */
export function lineOfPoint(opening: DraftOpening, shape: PointShape, { edges, isWall }: Walls): Laid {
  const { at, width } = shape;
  const near = edges(opening.level, { a: at, b: at }, Math.max(width + FRAME, THICKEST) + SAME_LINE);
  const touched = near.filter((edge) => distanceToSegment(at, edge) <= TOUCHING);
  if (touched.length === 0) return withinWall(opening, shape, { edges, isWall }) ?? beside(opening, shape, edges);
  if (opening.kind === 'passage' && !touched.some(isWall)) return { lines: [], notes: [openAnyway(opening, at)] };
  const places = directionsOf(touched).flatMap((direction) => placesAlong(direction, shape, near, isWall));
  const [best] = places.sort(better);
  if (best === undefined) return beside(opening, shape, edges);
  const thickness = thicknessAt(best, near.filter(isWall), zonesOf(near));
  return {
    lines: [best.line],
    ...(thickness === undefined ? {} : { keys: { thickness: roundedTo(thickness + MARGIN, 3) } }),
    notes: noteOf(opening, shape, best),
  };
}

/**
 * Places a door drawn in the middle of a wall whose two faces are drawn: in the nearer face, with the wall's thickness.
 * Undefined if there are no such two faces.
 */
function withinWall(opening: DraftOpening, shape: PointShape, walls: Walls): Laid | undefined {
  const { at } = shape;
  const near = walls.edges(opening.level, { a: at, b: at }, THICKEST);
  const faces = near.filter(walls.isWall);
  const [face] = faces.sort((a, b) => distanceToSegment(at, a) - distanceToSegment(at, b));
  if (face === undefined || innermostAt(at, zonesOf(near)) !== undefined) return undefined;
  const foot = nearestOnSegment(at, face);
  const laid = lineOfPoint(opening, { ...shape, at: foot }, walls);
  return Number(laid.keys?.thickness ?? 0) > distance(at, foot) ? laid : undefined;
}

/**
 * Returns the distance in m from a line in one room's face to the next room's face behind it, if nothing is drawn
 * between: the thickness of the wall, which the door passes through. Undefined if there is none.
 */
function thicknessAt({ line: [a, b] }: Place, faces: readonly Edge[], zones: readonly DraftZone[]): number | undefined {
  const frame = lineFrame({ a, b });
  if (frame === undefined) return undefined;
  const middle = frame.length / 2;
  const depths = [1, -1].flatMap((side) => {
    if (innermostAt(fromFrame(frame, middle, side * 2 * SAME_LINE), zones) !== undefined) return [];
    const behind = faces.flatMap((face) => {
      const part = stretchAlong(face, frame);
      const isBehind = part !== undefined && part.from <= SLACK && part.to >= frame.length - SLACK;
      const depth = isBehind ? (side * (part.dFrom + part.dTo)) / 2 : 0;
      return depth > TOUCHING && depth <= THICKEST ? [depth] : [];
    });
    const depth = Math.min(...behind);
    const beyond = Number.isFinite(depth)
      ? innermostAt(fromFrame(frame, middle, side * (depth + SAME_LINE)), zones)
      : undefined;
    return beyond === undefined ? [] : [depth];
  });
  return depths[0];
}

function better(a: Place, b: Place): number {
  return (
    Number(b.inWall) - Number(a.inWall) ||
    b.joins - a.joins ||
    a.strays - b.strays ||
    step(b.width - a.width) ||
    step(Math.abs(a.shift) - Math.abs(b.shift)) ||
    b.width - a.width
  );
}

/** Rounds to centimetres, since smaller differences come from drawing. */
function step(difference: number): number {
  return Math.round(difference * 100);
}

/** Returns unit vectors along the walls at a point, each direction once. */
function directionsOf(touched: readonly Edge[]): Point[] {
  const directions: Point[] = [];
  const longest = [...touched].sort((a, b) => lengthOf(b) - lengthOf(a));
  for (const edge of longest) {
    const direction = lineFrame(edge)?.along;
    if (direction === undefined) continue;
    const [x, y] = direction;
    if (!directions.some(([p, q]) => Math.abs(x * q - y * p) < SAME_DIRECTION)) directions.push(direction);
  }
  return directions;
}

/** Sine of a third of a degree: walls that differ by less have one direction. */
const SAME_DIRECTION = 0.006;

function placesAlong(
  [x, y]: Point,
  { at, width }: PointShape,
  near: readonly Edge[],
  isWall: Walls['isWall'],
): Place[] {
  const reach = width + FRAME;
  const frame: LineFrame = { origin: [at[0] - reach * x, at[1] - reach * y], along: [x, y], length: 2 * reach };
  const runs = runsAlong(frame, near);
  const walled = runsAlong(frame, near.filter(isWall));
  const about = [...runs].flatMap(([owner, stretches]) =>
    stretches.filter(({ from, to }) => from <= SLACK && to >= -SLACK).map((stretch) => ({ owner, stretch })),
  );
  const zones = zonesOf(near);
  const places: Place[] = [];
  for (const [index, { stretch: one }] of about.entries()) {
    for (const { stretch: other } of about.slice(index)) {
      const common = { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
      const laid = laidIn(common, width);
      if (laid === undefined) continue;
      const line = [fromFrame(frame, laid.from + reach, 0), fromFrame(frame, laid.to + reach, 0)] as const;
      places.push({
        line,
        width: laid.to - laid.from,
        shift: (laid.from + laid.to) / 2,
        inWall: [...walled.values()].some((stretches) => stretches.some((stretch) => holds(stretch, laid))),
        joins: joinedBy(frame, (laid.from + laid.to) / 2 + reach, zones),
        strays: [...runs.values()].filter((stretches) => strays(laid, stretches)).length,
      });
    }
  }
  return places;
}

function zonesOf(edges: readonly Edge[]): DraftZone[] {
  return [...new Set(edges.flatMap(({ of }) => ('rings' in of ? [of] : [])))];
}

/** Returns the number of different rooms next to the frame's line at `s` m, on both sides. */
function joinedBy(frame: LineFrame, s: number, zones: readonly DraftZone[]): number {
  const left = innermostAt(fromFrame(frame, s, 2 * SAME_LINE), zones);
  const right = innermostAt(fromFrame(frame, s, -2 * SAME_LINE), zones);
  return new Set([left, right].filter((zone) => zone !== undefined)).size;
}

function innermostAt(point: Point, zones: readonly DraftZone[]): DraftZone | undefined {
  return zones
    .filter(({ rings }) => inRings(rings, point))
    .reduce<DraftZone | undefined>(
      (least, zone) => (least === undefined || extent(zone) < extent(least) ? zone : least),
      undefined,
    );
}

function extent({ rings: [ring = []] }: DraftZone): number {
  const box = boxOf(ring);
  return box === undefined ? 0 : (box.maxX - box.minX) * (box.maxY - box.minY);
}

/** Returns a note on a passage between two places without walls, where there is nothing to open. */
function openAnyway({ id, level, origin }: DraftOpening, at: Point): Note {
  return { sort: 'left-out', message: t.open({ id }), origin, level, ids: [id], at };
}

/** Places a door in no wall parallel to the nearest one. mendOpenings and linting report that it lies in none. */
function beside({ level }: DraftOpening, { at, width }: PointShape, edges: EdgesNear): Laid {
  const around = edges(level, { a: at, b: at }, AROUND);
  const [nearest] = [...around].sort((a, b) => distanceToSegment(at, a) - distanceToSegment(at, b));
  const [x, y] = (nearest === undefined ? undefined : lineFrame(nearest)?.along) ?? [1, 0];
  const half = width / 2;
  const line = [
    [at[0] - half * x, at[1] - half * y],
    [at[0] + half * x, at[1] + half * y],
  ] as const;
  return { lines: [line], notes: [] };
}

function noteOf({ id, level, origin }: DraftOpening, { at, width }: PointShape, place: Place): Note[] {
  const note = (name: 'shortened' | 'moved', size: number): Note => ({
    sort: 'assumed',
    message: t[name]({ id, size: metres(size, 2), width: metres(place.width, 2) }),
    origin,
    level,
    ids: [id],
    size: roundedTo(size, 3),
    at,
  });
  if (width - place.width > WORTH_TELLING) return [note('shortened', width - place.width)];
  return Math.abs(place.shift) > WORTH_TELLING ? [note('moved', Math.abs(place.shift))] : [];
}
