// The stage that tells where a room leaks: two names in one room, or a name outside of all rooms.

import Delaunator from 'delaunator';
import { spendBudget } from '../../base/budget.js';
import { boxOf, ringArea } from '../../geometry/shapes/ring.js';
import { lengthOf } from '../../geometry/shapes/segment.js';
import type { Point, Ring, Segment } from '../../geometry/types.js';
import { halfway } from '../../geometry/vector.js';
import { metres } from '../../i18n/number.js';
import { holdersAmong } from '../../plan/inside.js';
import { edgesOf, segmentsOf } from '../../plan/walls/plane.js';
import type { PlanDraft } from '../draft.js';
import { roundedTo } from '../frame.js';
import type { Note } from '../notes.js';
import { isOn } from '../rooms/source-zones.js';
import { Clusters } from '../rooms/spaces.js';
import type { Stage } from '../stage.js';
import { AREA_OFF, AROUND, LEAK, NARROWS, SAMPLE } from './limits.js';
import { t } from './texts.js';

/** A place where two named rooms, or a room and the outside, run into each other because a gap isn't closed. */
export interface Leak {
  /** Indices of the names on both sides; undefined for outside. */
  readonly between: readonly [number, number | undefined];
  /** The narrowest place on the widest way from one to the other. */
  readonly at: Point;
  /** m. */
  readonly width: number;
}

/**
 * Adds notes for levels drawn in lines: where a named room runs into another one or into the outside through a gap that
 * isn't closed, and where a room's area isn't the one that the drawing states. No note where the way between two names
 * is about as wide as the rooms on both its sides.
 */
export const tellLeaks: Stage = (draft) => {
  const notes = [...(draft.drawings ?? [])].flatMap((level) => leaksOn(level, draft));
  return { draft, notes };
};

function leaksOn(level: string, { zones, walls, openings, bodies = [], labels = [] }: PlanDraft): Note[] {
  const here = <T extends { readonly level: string }>(all: readonly T[]) => all.filter((one) => one.level === level);
  const rooms = zones.filter((zone) => isOn(zone, level));
  const solids = here(bodies);
  const solidsAt = holdersAmong(solids.map(({ ring }) => [ring]));
  const named = here(labels).flatMap(({ name, at, area }) =>
    name === undefined || at === undefined || solidsAt(at).length > 0 ? [] : [{ name, at, area }],
  );
  const roomsAt = holdersAmong(rooms.map(({ rings }) => rings));
  const roomOf = named.map(({ at }) => roomsAt(at)[0] ?? -1);
  const areas = named.flatMap(({ name, area, at }, n) => {
    const isOnly = roomOf[n] !== -1 && roomOf.indexOf(roomOf[n]) === roomOf.lastIndexOf(roomOf[n]);
    return area === undefined || !isOnly ? [] : areaNotes(level, { name, area, at }, rooms[roomOf[n]].rings);
  });
  if (!roomOf.includes(-1) && new Set(roomOf).size === roomOf.length) return areas;
  const barriers: Segment[] = [
    ...rooms.flatMap(({ rings }) => rings.flatMap(edgesOf)),
    ...solids.flatMap(({ ring }) => edgesOf(ring)),
    ...here(walls).flatMap(({ line }) => segmentsOf(line)),
    ...here(openings).flatMap(({ shape }) => (shape.type === 'line' ? segmentsOf(shape.line) : [])),
  ];
  const found = leaksAmong(
    barriers,
    named.map(({ at }) => at),
  );
  const leaks = found.flatMap(({ between: [one, other], at, width }): Note[] => {
    const isOne = other === undefined ? roomOf[one] === -1 : roomOf[one] === roomOf[other];
    if (!isOne || named[one].name === (other === undefined ? undefined : named[other].name)) return [];
    const place = [roundedTo(at[0], 2), roundedTo(at[1], 2)] as const;
    const params = { one: named[one].name, width: metres(width, 2), x: place[0].toFixed(2), y: place[1].toFixed(2) };
    const message = other === undefined ? t.outside(params) : t.leak({ ...params, other: named[other].name });
    return [{ sort: 'unknown', message, level, size: roundedTo(width, 3), at: place }];
  });
  return [...areas, ...leaks];
}

/** A name with the area in m² that the drawing states for its room. */
interface Stated {
  readonly name: string;
  readonly area: number;
  readonly at: Point;
}

/** Tells where a room has another area than the drawing states for it: a wall or a door was not seen, or drawn. */
function areaNotes(level: string, { name, area, at }: Stated, rings: readonly Ring[]): Note[] {
  const [outer, ...holes] = rings.map((ring) => ringArea(ring));
  const formed = outer - holes.reduce((sum, hole) => sum + hole, 0);
  if (Math.abs(formed - area) <= AREA_OFF.share * area + AREA_OFF.least) return [];
  const message = t.area({ name, stated: area.toFixed(1), formed: formed.toFixed(1) });
  return [{ sort: 'unknown', message, level, at: [roundedTo(at[0], 2), roundedTo(at[1], 2)] }];
}

/**
 * Returns the places where names are joined through a gap that is narrower than the space on both its sides.
 *
 * @param barriers edges of the rooms, walls and openings of a storey, m
 * @param names places of room names, m; `Leak.between` holds indices in this list
 */
export function leaksAmong(barriers: readonly Segment[], names: readonly Point[]): Leak[] {
  const around = circleAround(names);
  if (around === undefined) return [];
  const points = barriers.flatMap((barrier) => sampled(barrier, around));
  if (points.length < 3) return [];
  const { triangles, halfedges } = new Delaunator(Float64Array.from(points.flat()));
  const count = triangles.length / 3;
  const at = (e: number): Point => points[triangles[e]];
  const end = (e: number): Point => points[triangles[e % 3 === 2 ? e - 2 : e + 1]];
  const lengths = Float64Array.from(triangles, (_, e) => lengthOf({ a: at(e), b: end(e) }));
  // Triangles that the widest edges join; the last one is the outside.
  const clusters = new Clusters(count + 1);
  const widest = new Float64Array(count + 1);
  const held = new Map<number, number[]>();
  widest[count] = Number.POSITIVE_INFINITY;
  for (const [n, triangle] of locate(names, count, at).entries()) {
    const where = triangle ?? count;
    held.set(where, [...(held.get(where) ?? []), n]);
  }
  const edges = [...lengths.keys()].filter((e) => halfedges[e] < e).sort((p, q) => lengths[q] - lengths[p]);
  const leaks: Leak[] = [];
  for (const e of edges) {
    const [p, q] = [
      clusters.of(Math.floor(e / 3)),
      clusters.of(halfedges[e] < 0 ? count : Math.floor(halfedges[e] / 3)),
    ];
    if (p === q) continue;
    const width = lengths[e];
    const [one, other] = [held.get(p), held.get(q)];
    const isNarrow = width <= LEAK && width > SAMPLE && width <= NARROWS * Math.min(widest[p], widest[q]);
    const isOut = (n: number) => n === clusters.of(count);
    if (isNarrow && ((one !== undefined && (other !== undefined || isOut(q))) || (other !== undefined && isOut(p)))) {
      const [first, second] = isOut(p) || one === undefined ? [other, undefined] : [one, isOut(q) ? undefined : other];
      if (first !== undefined) {
        const [low, high] = [first[0], ...(second ?? []).slice(0, 1)].sort((m, n) => m - n);
        leaks.push({ between: [low, high], at: halfway(at(e), end(e)), width });
      }
    }
    clusters.join(p, q);
    widest[p] = Math.max(widest[p], widest[q], width);
    if (other !== undefined) held.set(p, [...(one ?? []), ...other]);
  }
  return leaks;
}

interface Circle {
  readonly middle: Point;
  readonly radius: number;
}

/** Returns a circle that holds the names and as much around them as a room may reach; undefined if there are none. */
function circleAround(names: readonly Point[]): Circle | undefined {
  const box = boxOf(names);
  if (box === undefined) return undefined;
  const { minX, minY, maxX, maxY } = box;
  return {
    middle: [(minX + maxX) / 2, (minY + maxY) / 2],
    radius: Math.hypot(maxX - minX, maxY - minY) / 2 + AROUND,
  };
}

/** Returns points along the part of a segment that lies in the circle, so close that no way leads between them. */
function sampled({ a, b }: Segment, { middle, radius }: Circle): Point[] {
  const length = lengthOf({ a, b });
  const [dx, dy] = length === 0 ? [1, 0] : [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  const [x, y] = [middle[0] - a[0], middle[1] - a[1]];
  const half = Math.sqrt(radius ** 2 - (dx * y - dy * x) ** 2);
  const ahead = dx * x + dy * y;
  // NaN where the line misses the circle.
  if (!(ahead + half >= 0 && ahead - half <= length)) return [];
  const from = Math.max(0, (ahead - half) / length) || 0;
  const to = ahead + half >= length ? 1 : (ahead + half) / length;
  const steps = Math.max(1, Math.ceil(((to - from) * length) / SAMPLE));
  spendBudget(60 * (steps + 1));
  return Array.from({ length: steps + 1 }, (_, n): Point => {
    const share = from + (n / steps) * (to - from);
    return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
  });
}

/** Returns the triangle that holds each point; undefined for a point outside. */
function locate(names: readonly Point[], count: number, at: (e: number) => Point): (number | undefined)[] {
  const holdersOf = holdersAmong(Array.from({ length: count }, (_, n) => [[at(3 * n), at(3 * n + 1), at(3 * n + 2)]]));
  return names.map((name) => holdersOf(name)[0]);
}
