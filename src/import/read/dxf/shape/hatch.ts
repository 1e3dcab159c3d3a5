// The areas that a DXF hatch, a SOLID or a TRACE fills.

import { spendBudget } from '../../../../base/budget.js';
import { ringArea } from '../../../../geometry/shapes/ring.js';
import type { Point, Ring } from '../../../../geometry/types.js';
import { distance } from '../../../../geometry/vector.js';
import { inRing } from '../../../../plan/inside.js';
import { type Entity, numberOf, readNumber } from '../parse/drawing.js';
import type { Group } from '../parse/groups.js';
import { bulged, chords } from './curve.js';

/** A filled area: outer ring, then its holes; rings without the closing point. */
export type Area = readonly Ring[];

/** Returns the area of a SOLID or TRACE, whose third and fourth corners are crossed. */
export function solidArea(entity: Entity): Area[] {
  const corner = (code: number): Point => [numberOf(entity, code, Number.NaN), numberOf(entity, code + 10, Number.NaN)];
  const last = entity.groups.some(({ code }) => code === 13) ? corner(13) : corner(12);
  const ring = [corner(10), corner(11), last, corner(12)];
  return [[ring]];
}

/**
 * Returns the areas that a hatch fills, by its boundary loops and its style (group 75), in its own coordinates;
 * undefined if it has none, too many, or if an edge is neither a line nor a circular arc. Source: Autodesk, DXF
 * Reference, "HATCH", "Boundary Path Data".
 *
 * @param sagitta greatest distance of a chord from its arc, in these coordinates
 */
export function hatchAreas(entity: Entity, sagitta: number): Area[] | undefined {
  const rings = ringsOf(new Cursor(entity.groups), sagitta);
  return rings === undefined || rings.length === 0 ? undefined : areasOf(rings, numberOf(entity, 75));
}

/** Style of a hatch (group 75) that sees no loop within another. Style 1 fills only what the outermost loops hold. */
const IGNORE = 2;

function areasOf(rings: readonly Ring[], style: number): Area[] {
  spendBudget(4 * rings.length ** 2);
  const around = rings.map((ring) =>
    rings.flatMap((other, i) => (other !== ring && inRing(other, ring[0]) && isLarger(other, ring) ? [i] : [])),
  );
  const isOuter = (i: number) => around[i].length % 2 === 0 && (style === 0 || around[i].length === 0);
  return rings.flatMap((ring, i): Area[] => {
    if (!isOuter(i)) return [];
    const holes = rings.filter((_, j) => around[j].length === around[i].length + 1 && around[j].includes(i));
    return [style === IGNORE ? [ring] : [ring, ...holes]];
  });
}

function isLarger(one: Ring, other: Ring): boolean {
  return ringArea(one) > ringArea(other);
}

/** Reads groups one after another. */
class Cursor {
  private at = 0;

  constructor(private readonly groups: readonly Group[]) {}

  /** Moves behind the next group with `code` and returns its number; undefined if there is none. */
  seek(code: number): number | undefined {
    while (this.at < this.groups.length) {
      const group = this.groups[this.at];
      this.at += 1;
      if (group.code === code) return readNumber(group.value);
    }
    return undefined;
  }

  /** Returns the number of the next group and moves on if it has `code`; else `absent`. */
  take(code: number, absent: number): number {
    const group = this.groups[this.at];
    if (group?.code !== code) return absent;
    this.at += 1;
    return readNumber(group.value);
  }

  point(code: number): Point {
    const x = this.take(code, Number.NaN);
    return [x, this.take(code + 10, Number.NaN)];
  }
}

/** Most loops of a hatch: what has more is no wall but a texture. */
const MOST_LOOPS = 1000;

/** Bits of group 92: the loop is a polyline; it goes round a text. */
const [POLYLINE, TEXT] = [2, 8];

/** Returns the boundary loops as rings without the closing point; undefined if one can't be read. */
function ringsOf(groups: Cursor, sagitta: number): Ring[] | undefined {
  const loops = groups.seek(91) ?? 0;
  if (!(loops <= MOST_LOOPS)) return undefined;
  const rings: Ring[] = [];
  for (let n = 0; n < loops; n += 1) {
    const flags = groups.seek(92);
    if (flags === undefined) return undefined;
    const ring = (flags & POLYLINE) === 0 ? edgeLoop(groups, sagitta) : polylineLoop(groups, sagitta);
    if (ring === undefined) return undefined;
    if (ring.length > 2 && (flags & TEXT) === 0) rings.push(ring);
  }
  return rings;
}

function polylineLoop(groups: Cursor, sagitta: number): Ring | undefined {
  const count = groups.seek(93);
  if (count === undefined) return undefined;
  const vertices: { readonly at: Point; readonly bulge: number }[] = [];
  for (let n = 0; n < count; n += 1) {
    const at = groups.point(10);
    if (Number.isNaN(at[0] + at[1])) return undefined;
    vertices.push({ at, bulge: groups.take(42, 0) });
  }
  const ring = vertices.flatMap(({ at, bulge }, index) => {
    const to = vertices[(index + 1) % vertices.length].at;
    return bulge === 0 || distance(at, to) === 0 ? [at] : chords(bulged(at, to, bulge), sagitta).slice(0, -1);
  });
  return opened(ring);
}

function edgeLoop(groups: Cursor, sagitta: number): Ring | undefined {
  const count = groups.seek(93);
  if (count === undefined) return undefined;
  const edges: Point[][] = [];
  for (let n = 0; n < count; n += 1) {
    const edge = edgeOf(groups, groups.take(72, Number.NaN), sagitta);
    if (edge === undefined) return undefined;
    edges.push(edge);
  }
  return opened(chained(edges));
}

/** Kinds of edges in group 72. */
const [LINE, ARC] = [1, 2];

function edgeOf(groups: Cursor, kind: number, sagitta: number): Point[] | undefined {
  if (kind === LINE) {
    const edge = [groups.point(10), groups.point(11)];
    return edge.some(([x, y]) => Number.isNaN(x + y)) ? undefined : edge;
  }
  if (kind !== ARC) return undefined;
  const center = groups.point(10);
  const radius = groups.take(40, Number.NaN);
  const [from, to] = [groups.take(50, Number.NaN), groups.take(51, Number.NaN)];
  // A clockwise arc has both angles with the opposite sign.
  const sign = groups.take(73, 1) === 0 ? -1 : 1;
  const turn = (((to - from) % 360) + 360) % 360 || 360;
  const arc = { center, radius, start: (sign * from * Math.PI) / 180, sweep: (sign * turn * Math.PI) / 180 };
  return Number.isNaN(center[0] + center[1] + radius + from + to) ? undefined : chords(arc, sagitta);
}

/** Returns edges end to end; one that is written the other way round is turned. */
function chained(edges: readonly (readonly Point[])[]): Point[] {
  const [first, second] = edges;
  if (first === undefined) return [];
  const nearTo = (at: Point, edge: readonly Point[]) =>
    Math.min(distance(at, edge[0]), distance(at, edge[edge.length - 1]));
  const isTurned = second !== undefined && nearTo(first[0], second) < nearTo(first[first.length - 1], second);
  const points = isTurned ? first.toReversed() : [...first];
  for (const edge of edges.slice(1)) {
    const end = points[points.length - 1];
    const next = distance(end, edge[0]) <= distance(end, edge[edge.length - 1]) ? edge : edge.toReversed();
    points.push(...next.slice(1));
  }
  return points;
}

/** Returns a ring without points that repeat the one before, and without the closing point. */
function opened(ring: readonly Point[]): Ring {
  return ring.filter((at, index) => {
    const before = ring[index === 0 ? ring.length - 1 : index - 1];
    return ring.length === 1 || at[0] !== before[0] || at[1] !== before[1];
  });
}
