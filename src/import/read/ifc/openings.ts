// Doors, windows and voids of a building model as lines on the axis of their wall, from jamb to jamb.

import { spendBudget } from '../../../base/budget.js';
import type { Point } from '../../../geometry/types.js';
import { distance, halfway } from '../../../geometry/vector.js';
import { inRings } from '../../../plan/inside.js';
import type { IfcElement } from './model.js';
import { cornersOf, heightsOf, rangeAlong, rectangleAround } from './shadow.js';
import type { IfcRoom } from './spaces.js';
import type { Storey, Storeys } from './storeys.js';
import { type Face, facesOf, type IfcBody } from './walls.js';

/** Metres: narrower and lower holes are for pipes and cables. */
export const LEAST = 0.1;

/** Thickness in m up to which two faces are one wall's. */
const THICKEST = 1.5;

/** Share of a wall's thickness that a void must go through. */
const THROUGH = 0.8;

/** Metres above the floor up to which one steps through a void without a sill. */
const STEP = 0.05;

/** An opening with the facts that a plan gives of one: its line on the wall's axis, thickness, sill and head. */
export interface IfcOpening {
  /** Door, window or void that gives it its id. */
  readonly thing: IfcElement;
  readonly storey: Storey;
  readonly line: readonly [Point, Point];
  /** m. */
  readonly thickness: number;
  /** m above the floor; undefined where one steps through. */
  readonly sill: number | undefined;
  /** m above the floor. */
  readonly head: number;
  /** True if the wall that it lies in was found. */
  readonly isInWall: boolean;
}

/** The openings of a building model, and the doors, windows and voids that became none, by the reason. */
export interface IfcOpenings {
  readonly openings: readonly IfcOpening[];
  /** Voids that don't go through their wall. */
  readonly niches: readonly IfcElement[];
  readonly small: readonly IfcElement[];
  /** Skylights and hatches. */
  readonly lying: readonly IfcElement[];
  /** Voids through which another wall runs. */
  readonly crossed: readonly IfcElement[];
  readonly shapeless: readonly IfcElement[];
  readonly astray: readonly IfcElement[];
}

/** Types of elements with upright voids. */
const HOSTS = /^Ifc(?:Wall.*|CurtainWall|Column|Plate|Member|BuildingElementProxy|BuildingElement|BuiltElement)$/i;

/** Types of elements that lie: what fills their voids is a skylight or a hatch. */
const LYING = /^Ifc(?:Slab|Roof|Covering).*$/i;

/**
 * True if a void (a hole that the model cuts out of an element, whether or not a door or window fills it) is one of a
 * wall or another upright element; false for one of a floor or roof.
 */
export function isInWall({ hostType = '' }: Pick<IfcElement, 'hostType'>): boolean {
  return HOSTS.test(hostType);
}

/**
 * Returns the openings: one for each door and window, one for each void of a wall that nothing fills. Takes all things,
 * wall bodies and rooms of the model.
 */
export function openingsOf(
  things: readonly IfcElement[],
  bodies: readonly IfcBody[],
  rooms: readonly IfcRoom[],
  storeys: Storeys,
): IfcOpenings {
  const edges = new Map(
    storeys.all.map((storey) => {
      const on = rooms.filter((room) => room.storey === storey || room.spans.includes(storey));
      return [storey, on.flatMap(facesOf)] as const;
    }),
  );
  const voids = new Map(things.flatMap((one) => (one.type === 'IfcOpeningElement' ? [[one.line, one]] : [])));
  const fillings = things.filter(({ type }) => type === 'IfcDoor' || type === 'IfcWindow');
  const filled = new Set(fillings.map(({ host }) => host));
  const found = {
    openings: [] as IfcOpening[],
    niches: [] as IfcElement[],
    small: [] as IfcElement[],
    crossed: [] as IfcElement[],
    lying: [] as IfcElement[],
    shapeless: [] as IfcElement[],
    astray: [] as IfcElement[],
  };
  const place = (thing: IfcElement, hole: IfcElement | undefined): void => {
    const isVoid = thing === hole;
    const shape = hole !== undefined && hole.mesh.length > 0 ? hole : thing;
    const heights = heightsOf(shape.mesh);
    if (heights === undefined) {
      found.shapeless.push(thing);
      return;
    }
    const storey =
      storeys.of({ storey: isVoid ? undefined : thing.storey, mesh: shape.mesh }) ?? storeys.containing(thing);
    if (storey === undefined) {
      found.astray.push(thing);
      return;
    }
    spendBudget(bodies.length + shape.mesh.length / 3);
    const host = hole?.host ?? thing.host;
    const around = bodies.filter((body) => body.storey === storey && (host === undefined || body.thing.line === host));
    const points = cornersOf(shape.mesh);
    const laid =
      inWall(points, around.flatMap(facesOf)) ?? inWall(points, isVoid ? [] : facesNear(points, bodies, storey));
    if (laid?.isThrough === false && isVoid) {
      found.niches.push(thing);
      return;
    }
    const { line, thickness } = laid ?? alone(points) ?? {};
    if (line === undefined || thickness === undefined) {
      found.shapeless.push(thing);
      return;
    }
    const [low, high] = [heights[0] - storey.elevation, heights[1] - storey.elevation];
    if (isVoid && (distance(...line) < LEAST || high - low < LEAST)) {
      found.small.push(thing);
      return;
    }
    if (
      isVoid &&
      isFilled(
        halfway(...line),
        bodies.filter((body) => body.storey === storey && body.thing.line !== host),
      )
    ) {
      found.crossed.push(thing);
      return;
    }
    const sill = low > STEP || thing.type === 'IfcWindow' ? Math.max(0, low) : undefined;
    const depth = depthTo(edges.get(storey) ?? [], line, thickness);
    found.openings.push({ thing, storey, line, thickness: depth, sill, head: high, isInWall: laid !== undefined });
  };
  for (const thing of fillings) {
    const hole = thing.host === undefined ? undefined : voids.get(thing.host);
    if (hole !== undefined && LYING.test(hole.hostType ?? '')) found.lying.push(thing);
    else place(thing, hole);
  }
  for (const hole of voids.values()) if (!filled.has(hole.line) && isInWall(hole)) place(hole, hole);
  return found;
}

function isFilled(at: Point, bodies: readonly IfcBody[]): boolean {
  return bodies.some(({ shadows }) => shadows.some(({ rings }) => inRings(rings, at)));
}

/** Metres beyond a wall's face within which a room's edge is the room's by that wall: linings, panes set back. */
const LINING = 0.35;

/**
 * Returns how deep an opening is, m: its wall's thickness, or more where the rooms beside it end before the wall. Half of
 * the depth lies on either side of the axis.
 */
function depthTo(edges: readonly Face[], [a, b]: readonly [Point, Point], thickness: number): number {
  spendBudget(edges.length);
  const length = distance(a, b);
  const u: Point = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  const sides = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const edge of edges) {
    const [p, q] = [edge.a, edge.b].map(([x, y]) => ({
      s: (x - a[0]) * u[0] + (y - a[1]) * u[1],
      d: (y - a[1]) * u[0] - (x - a[0]) * u[1],
    }));
    const along = Math.min(length, Math.max(p.s, q.s)) - Math.max(0, Math.min(p.s, q.s));
    if (along < length / 2 || Math.abs(q.d - p.d) > 0.17 * Math.abs(q.s - p.s)) continue;
    const off = (p.d + q.d) / 2;
    const side = off < 0 ? 0 : 1;
    sides[side] = Math.min(sides[side], Math.abs(off));
  }
  const needed = sides.map((off) => (off < thickness / 2 + LINING ? 2 * off : 0));
  return Math.max(thickness, ...needed);
}

interface Laid {
  readonly line: readonly [Point, Point];
  readonly thickness: number;
  /** True if the void goes through the wall. */
  readonly isThrough: boolean;
}

/** Returns the line of a void between the two faces of the wall around it; undefined if no two faces are there. */
function inWall(points: readonly Point[], faces: readonly Face[]): Laid | undefined {
  const box = rectangleAround(points);
  if (box === undefined) return undefined;
  const [cx, cy] = box.middle;
  const reach = box.length / 2 + 0.1;
  const sides = faces.flatMap(({ a, b }) => {
    const length = distance(a, b);
    if (length < 0.05) return [];
    const u: Point = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
    const s = (cx - a[0]) * u[0] + (cy - a[1]) * u[1];
    // Left of the face lies the wall.
    const inside = (cy - a[1]) * u[0] - (cx - a[0]) * u[1];
    return s < -reach || s > length + reach || Math.abs(inside) > THICKEST ? [] : [{ u, inside }];
  });
  spendBudget(faces.length + sides.length ** 2);
  let best: { readonly u: Point; readonly near: number; readonly far: number } | undefined;
  for (const one of sides) {
    for (const other of sides) {
      if (one.u[0] * other.u[0] + one.u[1] * other.u[1] > -0.998) continue;
      const thickness = one.inside + other.inside;
      if (thickness < 0.005 || thickness > THICKEST) continue;
      // The middle of a deep void may lie outside its wall.
      const off = Math.max(0, -one.inside, -other.inside);
      if (off > box.length / 2 + thickness) continue;
      const least = best === undefined ? Number.POSITIVE_INFINITY : best.near + best.far + bestOff(best);
      if (thickness + off < least - 1e-9) best = { u: one.u, near: one.inside, far: other.inside };
    }
  }
  if (best === undefined) return undefined;
  const { u, near, far } = best;
  const n: Point = [-u[1], u[0]];
  const middle = cx * n[0] + cy * n[1];
  // One face lies `near` to the right of the middle, the other `far` to its left.
  const [right, left] = [middle - near, middle + far];
  const axis = (left + right) / 2;
  const thickness = left - right;
  const [s0, s1] = rangeAlong(points, u);
  const [d0, d1] = rangeAlong(points, n);
  const through = Math.min(d1, left) - Math.max(d0, right);
  const at = (s: number): Point => [s * u[0] + axis * n[0], s * u[1] + axis * n[1]];
  return { line: [at(s0), at(s1)], thickness, isThrough: through >= THROUGH * thickness };
}

function bestOff({ near, far }: { readonly near: number; readonly far: number }): number {
  return Math.max(0, -near, -far);
}

/** Returns the faces of bodies that come near to `points`. */
function facesNear(points: readonly Point[], bodies: readonly IfcBody[], storey: Storey): Face[] {
  const [x0, x1] = rangeAlong(points, [1, 0]);
  const [y0, y1] = rangeAlong(points, [0, 1]);
  return bodies
    .filter((body) => body.storey === storey)
    .flatMap(facesOf)
    .filter(
      ({ a, b }) =>
        Math.max(a[0], b[0]) > x0 - 0.2 &&
        Math.min(a[0], b[0]) < x1 + 0.2 &&
        Math.max(a[1], b[1]) > y0 - 0.2 &&
        Math.min(a[1], b[1]) < y1 + 0.2,
    );
}

/** Returns a void as it lies, along its longer side. */
function alone(points: readonly Point[]): Omit<Laid, 'isThrough'> | undefined {
  const box = rectangleAround(points);
  if (box === undefined) return undefined;
  const { middle, along, length, depth } = box;
  const at = (s: number): Point => [middle[0] + s * along[0], middle[1] + s * along[1]];
  return { line: [at(-length / 2), at(length / 2)], thickness: depth };
}
