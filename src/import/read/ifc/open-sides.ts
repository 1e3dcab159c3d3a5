// Stretches of the edges of rooms along which the model has no wall.

import { spendBudget } from '../../../base/budget.js';
import { counterClockwise } from '../../../geometry/shapes/ring.js';
import { distanceToSegment } from '../../../geometry/shapes/segment.js';
import type { Point } from '../../../geometry/types.js';
import { distance } from '../../../geometry/vector.js';
import type { IfcOpening } from './openings.js';
import type { IfcRoom } from './spaces.js';
import type { Storey } from './storeys.js';
import { type Face, facesOf, type IfcBody } from './walls.js';

/** Metres inside and outside of a room's edge in which its wall stands. */
const [INSIDE, OUTSIDE] = [0.3, 0.45];

/** Metres: shorter stretches are slips at corners, where rooms don't touch. */
const LEAST = 0.5;

/** Metres: shorter stretches between rooms that touch are slips of the model. */
const HAIR = 0.01;

/** Metres between two rooms that touch: no wall has room there. */
const TOUCH = 0.02;

/** Metres from an edge within which corners of a room are its own. */
const NEAR = 0.05;

/** Metres above the floor that a wall must reach to part two rooms. */
const PARTS = 1.8;

/** A stretch of a room's edge where no wall stands between it and its neighbour. */
export interface OpenSide {
  readonly storey: Storey;
  readonly line: readonly [Point, Point];
  /** m, from one room to the other. */
  readonly thickness: number;
  /** True if two rooms touch there; else a wall may stand there that the model has as something else. */
  readonly isSure: boolean;
  /** Height in m of the low wall that stands there; undefined if there is none. */
  readonly sill: number | undefined;
  /** The room that it is a side of. */
  readonly room: IfcRoom;
}

interface Edge extends Face {
  readonly room: number;
  readonly u: Point;
  readonly length: number;
}

/** From where to where along an edge, m. */
type Stretch = readonly [from: number, to: number];

/**
 * Returns the open sides of `rooms`, all on one storey; one between two rooms is listed once. `bodies` and `openings`
 * may be those of other storeys too.
 */
export function openSides(
  storey: Storey,
  rooms: readonly IfcRoom[],
  bodies: readonly IfcBody[],
  openings: readonly IfcOpening[],
): OpenSide[] {
  const here = bodies.filter((body) => body.storey === storey);
  const isHigh = ({ low, high }: IfcBody) => low < 0.5 && high > PARTS;
  const walls: Face[] = [
    ...here.filter(isHigh).flatMap(facesOf),
    ...openings.flatMap(({ line: [a, b], storey: on }) => (on === storey ? [{ a, b }] : [])),
  ];
  const low = here.filter((body) => !isHigh(body)).map((body) => ({ body, faces: facesOf(body) }));
  // Where a sloping roof comes down to the floor it is the wall.
  const edges = rooms.flatMap((room, at) =>
    edgesOf(room, at).filter((edge) => topOf(room, edge) > storey.elevation + PARTS),
  );
  const sides: OpenSide[] = [];
  for (const edge of edges) {
    spendBudget(walls.length);
    const taken = walls.flatMap((face): Stretch[] => {
      const found = beside(edge, face, -INSIDE, OUTSIDE);
      return found === undefined ? [] : [found.along];
    });
    const open = without([0, edge.length], taken);
    for (const stretch of open) {
      spendBudget(edges.length);
      let rest: Stretch[] = [stretch];
      for (const other of edges) {
        if (other.room === edge.room || edge.u[0] * other.u[0] + edge.u[1] * other.u[1] > -0.99) continue;
        const found = beside(edge, other, -0.05, OUTSIDE);
        if (found === undefined) continue;
        const shared: Stretch = [Math.max(stretch[0], found.along[0]), Math.min(stretch[1], found.along[1])];
        const off = Math.max(0, found.off);
        if (shared[1] - shared[0] < (off <= TOUCH ? HAIR : LEAST)) continue;
        rest = rest.flatMap((one) => without(one, [shared]));
        // The other room lists the rest.
        if (other.room < edge.room) continue;
        sides.push(sideOf(edge, shared, { room: other.room, off }));
      }
      for (const one of rest) if (one[1] - one[0] >= LEAST) sides.push(sideOf(edge, one, undefined));
    }
  }
  return sides;

  function sideOf(
    edge: Edge,
    [from, to]: Stretch,
    beyond: { readonly room: number; readonly off: number } | undefined,
  ): OpenSide {
    const off = beyond?.off;
    const isCut = [edge.room, ...(beyond === undefined ? [] : [beyond.room])].some((at) => rooms[at].isWell === true);
    const [nx, ny] = [edge.u[1], -edge.u[0]];
    const half = (off ?? 0) / 2;
    const at = (s: number): Point => [edge.a[0] + s * edge.u[0] + half * nx, edge.a[1] + s * edge.u[1] + half * ny];
    const sills = low.flatMap(({ body, faces }) =>
      faces.some((face) => {
        const along = beside(edge, face, -INSIDE, OUTSIDE)?.along;
        return along !== undefined && Math.min(along[1], to) - Math.max(along[0], from) > (to - from) / 2;
      }) && body.low < 0.5
        ? [body.high]
        : [],
    );
    return {
      storey,
      line: [at(from), at(to)],
      thickness: off ?? 0,
      isSure: off !== undefined && (off <= TOUCH || isCut),
      sill: sills.length === 0 ? undefined : Math.min(...sills),
      room: rooms[edge.room],
    };
  }
}

function edgesOf({ shadows }: IfcRoom, room: number): Edge[] {
  return shadows.flatMap(({ rings: [outer, ...holes] }) =>
    [counterClockwise(outer), ...holes.map((hole) => counterClockwise(hole).toReversed())].flatMap((ring) =>
      ring.flatMap((a, i): Edge[] => {
        const b = ring[(i + 1) % ring.length];
        const length = distance(a, b);
        if (length < HAIR) return [];
        return [{ a, b, room, length, u: [(b[0] - a[0]) / length, (b[1] - a[1]) / length] }];
      }),
    ),
  );
}

/** Returns the height in m, in the coordinates of the model, that a room has along an edge. */
function topOf({ thing: { mesh }, isWell }: IfcRoom, edge: Edge): number {
  if (isWell === true) return Number.POSITIVE_INFINITY;
  spendBudget(mesh.length / 3);
  let top = Number.NEGATIVE_INFINITY;
  for (let at = 0; at + 2 < mesh.length; at += 3) {
    if (mesh[at + 2] > top && distanceToSegment([mesh[at], mesh[at + 1]], edge) < NEAR) top = mesh[at + 2];
  }
  return top;
}

/**
 * Returns the part of `face` that runs beside an edge, between `inside` and `outside` m of it (outside counts up), and how
 * far off its middle is; undefined if none does.
 */
function beside(
  { a, u, length }: Edge,
  face: Face,
  inside: number,
  outside: number,
): { readonly along: Stretch; readonly off: number } | undefined {
  const place = ([x, y]: Point): Point => [
    (x - a[0]) * u[0] + (y - a[1]) * u[1],
    (x - a[0]) * u[1] - (y - a[1]) * u[0],
  ];
  const [p, q] = [place(face.a), place(face.b)];
  let [from, to] = [0, 1];
  const rise = q[1] - p[1];
  if (Math.abs(rise) < 1e-9) {
    if (p[1] < inside || p[1] > outside) return undefined;
  } else {
    const [t0, t1] = [(inside - p[1]) / rise, (outside - p[1]) / rise];
    [from, to] = [Math.max(from, Math.min(t0, t1)), Math.min(to, Math.max(t0, t1))];
    if (from >= to) return undefined;
  }
  const s = (t: number) => p[0] + t * (q[0] - p[0]);
  const along: Stretch = [Math.max(0, Math.min(s(from), s(to))), Math.min(length, Math.max(s(from), s(to)))];
  return along[1] <= along[0] ? undefined : { along, off: p[1] + ((from + to) / 2) * rise };
}

/** Slack in m around what covers an edge: walls end a little before the corner of a room. */
const SLACK = 0.03;

/** Returns what is left of a stretch without others. */
function without(whole: Stretch, taken: readonly Stretch[]): Stretch[] {
  const left: Stretch[] = [];
  let [at, end] = whole;
  for (const [from, to] of [...taken].sort((p, q) => p[0] - q[0])) {
    if (from - SLACK > at) left.push([at, Math.min(end, from)]);
    at = Math.max(at, to + SLACK);
  }
  if (at < end) left.push([at, end]);
  return left.filter(([from, to]) => to - from >= HAIR);
}
