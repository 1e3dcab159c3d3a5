import { distanceToSegment, nearestOnSegment } from '../../geometry/shapes/segment.js';
import type { Point, Segment } from '../../geometry/types.js';
import { distance } from '../../geometry/vector.js';
import { metres } from '../../i18n/number.js';
import { inRing } from '../../plan/inside.js';
import { stretchAlong } from '../../plan/walls/along.js';
import { fromFrame, type LineFrame, lineFrame, SAME_LINE } from '../../plan/walls/plane.js';
import type { DraftOpening, DraftZone, OpeningShape } from '../draft.js';
import { roundedTo } from '../frame.js';
import type { Note, NoteMessages } from '../notes.js';
import type { Edge, EdgesNear } from './edges.js';
import type { Laid } from './laid.js';
import { FRAME, holds, laidIn, runsAlong, SLACK, strays, TOUCHING } from './runs.js';

type PointShape = OpeningShape & { readonly type: 'point' };

/** m about a door in no wall within which it is told which wall is nearest. */
const AROUND = 2;

/** m: faces further apart than this aren't one wall's. As in the check of plans for doors that lead against a wall. */
const THICKEST = 0.6;

/** m by which a wall is said to be thicker, so that rounding doesn't leave its far face out. */
const MARGIN = 0.001;

/** m: lines that were moved or cut short by less are as they should be. */
const WORTH_TELLING = 0.05;

/** Where walls may stand on each storey, and whether one does along an edge. */
export interface Walls {
  readonly edges: EdgesNear;
  readonly isWall: (edge: Edge) => boolean;
}

/** A line a door could be laid as, and what is good about it. */
interface Place {
  readonly line: readonly [Point, Point];
  readonly width: number;
  /** m from the point to the line's middle. */
  readonly shift: number;
  /** Whether a wall stands all along it. */
  readonly inWall: boolean;
  /** How many different rooms lie on its sides: a door leads from one to another. */
  readonly joins: number;
  /** Rooms and walls of which it would cut a part past their end, which is another wall's. */
  readonly strays: number;
}

/**
 * Lays a door that is drawn as a point on the wall it stands in: along one wall of the two rooms it joins, round no corner and
 * past no other room's corner; moved along the wall or cut short where there is no place.
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
 * Lays a door that stands in the middle of a wall whose two faces are drawn, as those of rooms by their insides: in the nearer
 * face, and as thick as the wall. Undefined where it stands between no two faces.
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
 * m from a line in the face of a room to the face of the next room behind it, where between both nothing is drawn: the wall is so
 * thick, and the door goes through all of it.
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

/** Differences of less than a centimetre are drawing. */
function step(difference: number): number {
  return Math.round(difference * 100);
}

/** Unit vectors along which walls run at a point, each once. */
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

/** Sine of a third of a degree. */
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

/** How many different rooms lie close by on both sides of the frame's line at `s`. */
function joinedBy(frame: LineFrame, s: number, zones: readonly DraftZone[]): number {
  const left = innermostAt(fromFrame(frame, s, 2 * SAME_LINE), zones);
  const right = innermostAt(fromFrame(frame, s, -2 * SAME_LINE), zones);
  return new Set([left, right].filter((zone) => zone !== undefined)).size;
}

function innermostAt(point: Point, zones: readonly DraftZone[]): DraftZone | undefined {
  return zones
    .filter(({ rings }) => rings.filter((ring) => inRing(ring, point)).length % 2 === 1)
    .reduce<DraftZone | undefined>(
      (least, zone) => (least === undefined || extent(zone) < extent(least) ? zone : least),
      undefined,
    );
}

function extent({ rings: [ring = []] }: DraftZone): number {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  return (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys));
}

function lengthOf({ a, b }: Segment): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

/** A passage between two places without walls: there is nothing to open. */
function openAnyway({ id, level, origin }: DraftOpening, at: Point): Note {
  return { sort: 'left-out', message: { id: 'openings/open', params: { id } }, origin, level, ids: [id], at };
}

/** A door in no wall is laid all the same, beside the nearest: mendOpenings says that it is in none, and so does linting. */
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
  const note = (name: string, size: number): Note => ({
    sort: 'assumed',
    message: { id: name, params: { id, size: metres(size, 2), width: metres(place.width, 2) } },
    origin,
    level,
    ids: [id],
    size: roundedTo(size, 3),
    at,
  });
  if (width - place.width > WORTH_TELLING) return [note('openings/shortened', width - place.width)];
  return Math.abs(place.shift) > WORTH_TELLING ? [note('openings/moved', Math.abs(place.shift))] : [];
}

export const pointMessages = {
  'openings/open': { zh: '“{id}”处没有墙，无需敞口', en: "'{id}' is a passage where no wall stands" },
  'openings/shortened': {
    zh: '“{id}”处墙段不够长，宽度按{width}计，少{size}',
    en: "'{id}': the wall leaves {width} there, {size} less than it is wide",
  },
  'openings/moved': {
    zh: '“{id}”靠近墙角，沿墙移开{size}（宽{width}）',
    en: "'{id}' stands at a corner: moved {size} along its wall ({width} wide)",
  },
} as const satisfies NoteMessages;
