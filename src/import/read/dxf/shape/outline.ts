// The lines that a DXF entity draws.

import type { Point } from '../../../../geometry/types.js';
import type { Swing } from '../../../draft.js';
import { type Entity, numberOf, readNumber } from '../parse/drawing.js';
import { at, chained, growth, isPlace, type Matrix, MIRRORED } from '../parse/matrix.js';
import { type Arc, bulged, chords, onArc } from './curve.js';
import { arcsAmong, arcThrough, mergedSwings } from './fit.js';
import { type Area, hatchAreas, solidArea } from './hatch.js';
import { ellipsePoints, splinePoints } from './spline.js';

/** Lines that an entity draws, in the plane of the drawing and in drawing units. */
export interface Outline {
  /** Lines; a closed one ends where it began. */
  readonly lines: readonly (readonly Point[])[];
  readonly closed: boolean;
  readonly swings: readonly Swing[];
  /** Number of arcs replaced by chords. */
  readonly arcs: number;
  /** Width of a wide polyline in drawing units; undefined for others. */
  readonly width: number | undefined;
  /** What it fills, if it is a hatch or a SOLID: it draws no line. */
  readonly areas?: readonly Area[];
}

/**
 * Reason why an entity gives no line that a plan could use: its type, a plane that is tilted, or coordinates that are
 * no numbers of a credible size.
 */
export type Undrawn = 'unsupported' | 'tilted' | 'broken';

/**
 * Returns the outline of a line, polyline, curve or filled area, or why there is none. Texts and inserts have a place
 * instead (`placeOf`).
 *
 * @param matrix map from the entity's coordinates to the drawing's (`Piece.matrix`)
 * @param sagitta greatest distance of a chord from its arc, in drawing units
 */
export function outlineOf(entity: Entity, matrix: Matrix, sagitta: number): Outline | Undrawn {
  const plane = planeOf(entity);
  if (plane === undefined) return 'tilted';
  const whole = plane === 'mirrored' && !isInWorld(entity) ? chained(matrix, MIRRORED) : matrix;
  const drawn = localOutline(entity, sagitta / growth(whole));
  if (drawn === undefined) return 'unsupported';
  const outline: Outline = {
    ...drawn,
    lines: drawn.lines.map((line) => line.map((point) => at(whole, point))),
    swings: drawn.swings.map(({ hinge, ends: [one, other] }) => ({
      hinge: at(whole, hinge),
      ends: [at(whole, one), at(whole, other)],
    })),
    width: drawn.width === undefined ? undefined : drawn.width * growth(whole),
    ...(drawn.areas && { areas: drawn.areas.map((area) => area.map((ring) => ring.map((point) => at(whole, point)))) }),
  };
  const all = [...outline.lines, ...(outline.areas ?? []).flat()];
  return all.every((line) => line.every(isPlace)) && all.some((line) => line.length > 1) ? outline : 'broken';
}

/** True of an entity that fills areas and draws no line. */
export function isFill(type: string): boolean {
  return type === 'HATCH' || type === 'SOLID' || type === 'TRACE';
}

/** Returns how an entity's own plane lies in the drawing's (groups 210 to 230); undefined if it is tilted. */
export function planeOf(entity: Entity): 'same' | 'mirrored' | undefined {
  const [x, y, z] = [numberOf(entity, 210), numberOf(entity, 220), numberOf(entity, 230, 1)];
  if (Math.hypot(x, y) > 1e-6 * Math.abs(z) || Number.isNaN(z)) return undefined;
  return z > 0 ? 'same' : 'mirrored';
}

/**
 * True of an entity whose coordinates are the drawing's own, whatever its plane. Source: Autodesk, DXF Reference, the
 * entities that give points "in WCS".
 */
function isInWorld(entity: Entity): boolean {
  return WORLD.has(entity.type) || (entity.type === 'POLYLINE' && (numberOf(entity, 70) & 8) !== 0);
}

const WORLD: ReadonlySet<string> = new Set(['LINE', 'ELLIPSE', 'SPLINE', 'MLINE']);

function localOutline(entity: Entity, sagitta: number): Outline | undefined {
  switch (entity.type) {
    case 'LINE':
      return straight([point(entity, 10), point(entity, 11)]);
    case 'ARC':
    case 'CIRCLE':
      return round(arcOf(entity), sagitta);
    case 'LWPOLYLINE':
      return polyline(lightVertices(entity), (numberOf(entity, 70) & 1) !== 0, numberOf(entity, 43), sagitta);
    case 'POLYLINE':
      return heavy(entity, sagitta);
    case 'SPLINE':
      return curved(splinePoints(entity, sagitta), sagitta);
    case 'ELLIPSE':
      return curved(ellipsePoints(entity, sagitta), sagitta);
    case 'MLINE':
      return multiline(entity);
    case 'HATCH':
      return filled(hatchAreas(entity, sagitta));
    case 'SOLID':
    case 'TRACE':
      return filled(solidArea(entity));
    default:
      return undefined;
  }
}

function point(entity: Entity, code: number): Point {
  return [numberOf(entity, code, Number.NaN), numberOf(entity, code + 10, Number.NaN)];
}

function straight(line: readonly Point[]): Outline {
  return { lines: [line], closed: false, swings: [], arcs: 0, width: undefined };
}

/** Returns a curve by points along it: an arc if it is one, else chords. */
function curved(points: readonly Point[] | undefined, sagitta: number): Outline | undefined {
  if (points === undefined) return undefined;
  const arc = arcThrough(points);
  if (arc !== undefined) return round(arc, sagitta);
  const [first, last] = [points[0], points[points.length - 1]];
  return { ...straight(points), closed: points.length > 3 && same(first, last), arcs: 1 };
}

function filled(areas: readonly Area[] | undefined): Outline | undefined {
  return areas && { lines: [], closed: true, swings: [], arcs: 0, width: undefined, areas };
}

function arcOf(entity: Entity): Arc {
  const [center, radius] = [point(entity, 10), numberOf(entity, 40)];
  if (entity.type === 'CIRCLE') return { center, radius, start: 0, sweep: 2 * Math.PI };
  const [from, to] = [numberOf(entity, 50), numberOf(entity, 51, 360)];
  const turn = (((to - from) % 360) + 360) % 360;
  return { center, radius, start: (from * Math.PI) / 180, sweep: ((turn === 0 ? 360 : turn) * Math.PI) / 180 };
}

function round(arc: Arc, sagitta: number): Outline {
  const line = chords(arc, sagitta);
  const closed = arc.sweep >= 2 * Math.PI - 1e-9;
  const ring = closed ? [...line.slice(0, -1), ...line.slice(0, 1)] : line;
  return { lines: [ring], closed, swings: closed ? [] : [swingOf(arc)], arcs: 1, width: undefined };
}

function swingOf(arc: Arc): Swing {
  return { hinge: arc.center, ends: [onArc(arc, arc.start), onArc(arc, arc.start + arc.sweep)] };
}

interface Vertex {
  readonly at: Point;
  readonly bulge: number;
}

/**
 * Returns vertices of a light polyline. Each begins with group 10; its bulge (42) belongs to the stretch to the next
 * one.
 */
function lightVertices({ groups }: Entity): Vertex[] {
  const vertices: { at: [number, number]; bulge: number }[] = [];
  for (const { code, value } of groups) {
    const number = readNumber(value);
    const last = vertices.at(-1);
    if (code === 10) vertices.push({ at: [number, Number.NaN], bulge: 0 });
    else if (code === 20 && last !== undefined) last.at[1] = number;
    else if (code === 42 && last !== undefined) last.bulge = number;
  }
  return vertices;
}

/**
 * Returns the outline of an old-style polyline, whose vertices are entities. Meshes have none; spline frames aren't
 * drawn.
 */
function heavy(entity: Entity, sagitta: number): Outline | undefined {
  const flags = numberOf(entity, 70);
  if ((flags & (16 | 64)) !== 0) return undefined;
  const vertices = entity.parts
    .filter((vertex) => (numberOf(vertex, 70) & 16) === 0)
    .map((vertex) => ({ at: point(vertex, 10), bulge: numberOf(vertex, 42) }));
  const [from, to] = [numberOf(entity, 40), numberOf(entity, 41)];
  return polyline(vertices, (flags & 1) !== 0, from === to ? from : 0, sagitta);
}

function polyline(vertices: readonly Vertex[], flagged: boolean, width: number, sagitta: number): Outline {
  const line: Point[] = [];
  const swings: Swing[] = [];
  const [first, last] = [vertices[0], vertices.at(-1)];
  const again = first !== undefined && last !== undefined && vertices.length > 3 && same(first.at, last.at);
  const closed = flagged || again;
  const around = flagged && !again ? [...vertices, ...vertices.slice(0, 1)] : vertices;
  for (const [index, { at: to }] of around.entries()) {
    const before = around[index - 1];
    if (before !== undefined && before.bulge !== 0 && !same(before.at, to)) {
      const arc = bulged(before.at, to, before.bulge);
      swings.push(swingOf(arc));
      line.push(...chords(arc, sagitta).slice(1, -1));
    }
    line.push(to);
  }
  // Closes a line that the drafter drew back to its start, within the program's rounding.
  if (again && first !== undefined) line[line.length - 1] = first.at;
  // What is left without bulges may be an arc in chords.
  const chorded = swings.length === 0 ? arcsAmong(line).map(swingOf) : mergedSwings(swings);
  return { lines: [line], closed, swings: chorded, arcs: swings.length, width: width > 0 ? width : undefined };
}

function same([ax, ay]: Point, [bx, by]: Point): boolean {
  return Math.abs(ax - bx) <= 1e-6 * (1 + Math.abs(ax)) && Math.abs(ay - by) <= 1e-6 * (1 + Math.abs(ay));
}

/** Returns the lines of a multiline: each vertex (11) has a direction across (13) and the offset of each line (41). */
function multiline(entity: Entity): Outline {
  const vertices: { at: [number, number]; across: [number, number]; offsets: (number | undefined)[] }[] = [];
  let starts = false;
  for (const { code, value } of entity.groups) {
    const number = readNumber(value);
    const last = vertices.at(-1);
    if (code === 11) vertices.push({ at: [number, Number.NaN], across: [0, 0], offsets: [] });
    else if (last === undefined) continue;
    else if (code === 21) last.at[1] = number;
    else if (code === 13) last.across[0] = number;
    else if (code === 23) last.across[1] = number;
    else if (code === 74) starts = number > 0;
    else if (code === 41 && starts) {
      last.offsets.push(number);
      starts = false;
    }
  }
  const closed = (numberOf(entity, 71) & 2) !== 0;
  const elements = vertices[0]?.offsets.length ?? 0;
  const lines = Array.from({ length: elements }, (_, element) => {
    const line = vertices.map(({ at: [x, y], across: [dx, dy], offsets }): Point => {
      const off = offsets[element] ?? Number.NaN;
      return [x + dx * off, y + dy * off];
    });
    return closed ? [...line, ...line.slice(0, 1)] : line;
  });
  return { lines, closed: false, swings: [], arcs: 0, width: undefined };
}
