// Spaces between the barriers of a storey.

import { addTo } from '../../base/arrays.js';
import { spendBudget } from '../../base/budget.js';
import { interiorPoint } from '../../geometry/area/interior.js';
import { facesOf, NO_FACE, type PlaneFace, type PlaneFaces } from '../../geometry/arrangement/faces.js';
import { type PreparedWalls, prepareWalls, WELD_METRES } from '../../geometry/arrangement/prepare.js';
import { straightened } from '../../geometry/index.js';
import { forEachEdge, signedArea } from '../../geometry/shapes/ring.js';
import { lengthOf, nearestOnSegment } from '../../geometry/shapes/segment.js';
import { isWiderThan } from '../../geometry/shapes/width.js';
import type { Point, Ring, Segment } from '../../geometry/types.js';
import { halfway } from '../../geometry/vector.js';
import { holdersAmong, inRings } from '../../plan/inside.js';
import { boxOfSegment, meeting } from '../../plan/nearby.js';

/**
 * Widest gap in m between drawn elements that is a slip: the width that a plan reports as a light leak. Chosen by
 * sitecam.
 */
export const GAP = 0.05;

/** Smallest room in m². A broom cupboard or a toilet cubicle is larger. Chosen by sitecam. */
export const LEAST_AREA = 0.5;

/**
 * Smallest width in m of a room's widest part. Anything narrower is a recess outside a window or a crack behind a
 * pillar. Chosen by sitecam.
 */
export const LEAST_WIDTH = 0.3;

/** A drawn element at which rooms of a storey end: a wall, door or window, a line, or the storey's outline. */
export interface Barrier {
  /** Closed rings without the closing point, or lines. */
  readonly lines: readonly (readonly Point[])[];
  /**
   * `solid`: the inside of its rings (even-odd) is wall, door or window; `line`: as thin as drawn; `outline`: the edge
   * of the storey, where nothing need stand.
   */
  readonly as: 'solid' | 'line' | 'outline';
  /** True of a solid that nobody drew: a gap in a wall that counts as closed. */
  readonly isFill?: true;
}

/** A space that barriers enclose: outline, area, and how much of its edge is open. */
export interface Space {
  /** Outer ring counter-clockwise, then holes. */
  readonly rings: readonly Ring[];
  /** m². */
  readonly area: number;
  /** Length in m of its edge along the storey's outline without any wall, door or window. */
  readonly open: number;
}

/**
 * A gap of at most GAP (5 cm) between barriers, through which two rooms, or a room and the outside, run into each
 * other.
 */
export interface Gap {
  readonly at: Point;
  /** m. */
  readonly width: number;
}

/**
 * What the barriers of a storey enclose: rooms, spaces too small for one (scraps), the gaps between barriers, and which
 * barrier has which space beside it.
 */
export interface Enclosed {
  /** By area, the largest first. */
  readonly rooms: readonly Space[];
  /** Enclosed spaces too small or too narrow for a room. */
  readonly scraps: readonly Space[];
  readonly gaps: readonly Gap[];
  /** For each barrier, the indices of the rooms it bounds; ELSEWHERE if it also bounds a space that is no room. */
  readonly bounds: readonly ReadonlySet<number>[];
  /** Returns the edges of barriers, where they are welded, but for loose ends inside solids. */
  readonly borders: () => readonly Border[];
}

/** A stretch of a barrier's edge, with the barriers it belongs to and the spaces on both sides. */
export interface Border extends Segment {
  /** Indices of the barriers. */
  readonly of: readonly number[];
  /**
   * On its left and right: the index of a room, of a scrap counted on from the rooms, or of a piece of fill counted on from
   * the scraps; ELSEWHERE; for a piece of another solid a number of its own, SOLID or less.
   */
  readonly sides: readonly [number, number];
}

/** Index, in `Enclosed.bounds` and `Border.sides`, that stands for no room, such as for the outside. */
export const ELSEWHERE = -1;

/**
 * Marks, in `Border.sides`, the inside of a solid, which is no space. Edges may divide it into pieces; each piece has a
 * number of its own, this or less.
 */
export const SOLID = -2;

/** Options of forming spaces: whether gaps are closed, and which spaces are rooms. */
export interface Forming {
  /** True to close gaps up to GAP; gaps are reported in either case. */
  readonly close: boolean;
  /** Tells rooms from scraps; by LEAST_AREA and LEAST_WIDTH if undefined. */
  readonly isRoom?: ((space: Space) => boolean) | undefined;
}

/**
 * Returns the spaces between the barriers of one storey, within its outlines if it has any. `isRoom` tells which of
 * them are rooms. With `close`, gaps up to GAP (5 cm) count as closed; without, the spaces run into each other there.
 */
export function spacesBetween(barriers: readonly Barrier[], { close, isRoom = isWide }: Forming): Enclosed {
  const drawn = segmentsOf(barriers);
  const bridges = bridgesOf(drawn, barriers);
  const bridged = new Plane(barriers, drawn, bridges);
  const { kept, gaps } = bridged.needed(isRoom);
  const used = close ? kept : [];
  const plane = used.length === bridges.length ? bridged : new Plane(barriers, drawn, used);
  const spaces = plane.spaces().sort((a, b) => b.area - a.area || byPlace(a, b));
  const rooms = spaces.filter(isRoom);
  const numbers = new Map(rooms.map(({ face }, number) => [face, number]));
  const bounds = plane.bounds().map((faces) => new Set([...faces].map((face) => numbers.get(face) ?? ELSEWHERE)));
  const scraps = spaces.filter((space) => !isRoom(space));
  const places = new Map([...rooms, ...scraps].map(({ face }, number) => [face, number]));
  const borders = () => plane.borders(places);
  return { rooms, scraps, gaps, bounds, borders };
}

/** An edge, with the index of its barrier. */
interface Edge extends Segment {
  readonly of: number;
}

function segmentsOf(barriers: readonly Barrier[]): Edge[] {
  return barriers.flatMap(({ lines, as }, of) =>
    lines.flatMap((line) => {
      const edges: Edge[] = [];
      forEachEdge(line, (a, b, index) => {
        if (as === 'line' && index === line.length - 1) return;
        if (a[0] !== b[0] || a[1] !== b[1]) edges.push({ a, b, of });
      });
      return edges;
    }),
  );
}

/** Steps of work for a bridge: it is laid, welded and split with all others. An end of a wall has few. */
const BRIDGE = 100;

/** Returns the bridges from every vertex to every other barrier within GAP that it doesn't touch. */
function bridgesOf(drawn: readonly Edge[], barriers: readonly Barrier[]): Segment[] {
  const meet = meeting(drawn.map((edge) => boxOfSegment(edge)));
  const found: Segment[] = [];
  for (const [of, { lines }] of barriers.entries()) {
    for (const vertex of lines.flat()) {
      const nearest = new Map<number, Segment>();
      for (const i of meet(boxOfSegment({ a: vertex, b: vertex }, GAP))) {
        const edge = drawn[i];
        if (edge.of === of) continue;
        const bridge = { a: vertex, b: nearestOnSegment(vertex, edge) };
        const known = nearest.get(edge.of);
        if (known === undefined || lengthOf(bridge) < lengthOf(known)) nearest.set(edge.of, bridge);
      }
      spendBudget(BRIDGE * nearest.size);
      for (const bridge of nearest.values()) {
        const length = lengthOf(bridge);
        if (length > WELD_METRES && length <= GAP) found.push(bridge);
      }
    }
  }
  return found;
}

interface PlaneSpace extends Space {
  /** Index of its face. */
  readonly face: number;
}

/** The plane as divided by barriers and the bridges between them. */
class Plane {
  private readonly walls: PreparedWalls;
  private readonly plane: PlaneFaces;
  /** For each face: a space, the inside of a barrier, or outside the storey's outline. */
  private readonly is: readonly ('space' | 'solid' | 'beyond')[];
  /** For each face, the indices of the solids that it lies in. */
  private readonly holders: readonly (readonly number[])[];
  private readonly holdersOf: (at: Point) => number[];

  constructor(
    private readonly barriers: readonly Barrier[],
    private readonly drawn: readonly Edge[],
    private readonly bridges: readonly Segment[],
  ) {
    this.walls = prepareWalls([...drawn, ...bridges], { closeGaps: false });
    this.plane = facesOf(this.walls);
    const outlines = barriers.filter(({ as }) => as === 'outline');
    const solids = [...barriers.keys()].filter((n) => barriers[n].as === 'solid');
    const solidsAt = holdersAmong(solids.map((n) => barriers[n].lines));
    this.holdersOf = (at) => solidsAt(at).map((i) => solids[i]);
    const inside = this.plane.faces.map((face) => interiorPoint(regionOf(face)));
    this.holders = inside.map((point) => (point === undefined ? [] : this.holdersOf(point)));
    this.is = inside.map((point, face) => {
      if (point === undefined || this.holders[face].length > 0) return 'solid';
      return outlines.length === 0 || outlines.some(({ lines }) => inRings(lines, point)) ? 'space' : 'beyond';
    });
  }

  spaces(): PlaneSpace[] {
    const open = new Float64Array(this.plane.faces.length);
    for (const [i, sides] of this.plane.sides.entries()) {
      for (const [side, face] of sides.entries()) {
        const beyond = sides[1 - side];
        const isEdge = face !== NO_FACE && (beyond === NO_FACE || this.is[beyond] === 'beyond');
        if (isEdge && this.isOutlineOnly(i)) {
          open[face] += lengthOf(this.walls.segmentAt(i));
        }
      }
    }
    return this.plane.faces.flatMap((face, i) => (this.isSpace(i) ? [{ ...spaceOf(face, open[i]), face: i }] : []));
  }

  /** Returns for each barrier the faces along it that aren't solid. */
  bounds(): Set<number>[] {
    const bounds = this.barriers.map(() => new Set<number>());
    for (const [i, sides] of this.plane.sides.entries()) {
      for (const source of this.walls.origin[i]) {
        const of = this.drawn[source]?.of;
        if (of === undefined) continue;
        for (const face of sides) if (face === NO_FACE || this.is[face] !== 'solid') bounds[of].add(face);
      }
    }
    return bounds;
  }

  /** Returns the edges of barriers with what is beside them: spaces by their `places`. */
  borders(places: ReadonlyMap<number, number>): Border[] {
    const fills = new Map<number, number>();
    for (const [face, holders] of this.holders.entries()) {
      if (holders.length > 0 && holders.every((n) => this.barriers[n].isFill === true)) {
        fills.set(face, places.size + fills.size);
      }
    }
    const beside = (face: number) => {
      if (face === NO_FACE || this.is[face] === 'beyond') return ELSEWHERE;
      return this.is[face] === 'solid' ? (fills.get(face) ?? SOLID - face) : (places.get(face) ?? ELSEWHERE);
    };
    return this.plane.sides.flatMap(([left, right], i): Border[] => {
      const of = [...new Set(this.walls.origin[i].flatMap((source) => this.drawn[source]?.of ?? []))];
      if (of.length === 0) return [];
      const { a, b } = this.walls.segmentAt(i);
      if (left === NO_FACE && right === NO_FACE) {
        const isInside = this.holdersOf(halfway(a, b)).some((n) => this.barriers[n].isFill !== true);
        return isInside ? [] : [{ a, b, of, sides: [ELSEWHERE, ELSEWHERE] }];
      }
      return [{ a, b, of, sides: [beside(left), beside(right)] }];
    });
  }

  /** Returns the bridges that keep rooms apart, or a room from outside, and the gaps they close. */
  needed(isRoom: (space: Space) => boolean): { readonly kept: Segment[]; readonly gaps: Gap[] } {
    const { plane, walls, drawn } = this;
    const outside = plane.faces.length;
    const rooms = [...plane.faces.map((face, i) => this.isSpace(i) && isRoom(spaceOf(face, 0))), true];
    const across = plane.sides.flatMap((sides, i) => {
      const [left, right] = sides.map((face) => (face === NO_FACE ? outside : face));
      const bridging = left !== right && walls.origin[i].every((source) => source >= drawn.length);
      const isFree = (face: number) => face === outside || this.isSpace(face);
      return bridging && isFree(left) && isFree(right) ? [{ i, left, right }] : [];
    });
    const gaps = new Clusters(outside + 1);
    for (const { left, right } of across) if (!rooms[left] && !rooms[right]) gaps.join(left, right);
    const beside = new Map<number, Set<number>>();
    const note = (gap: number, room: number) => beside.set(gap, (beside.get(gap) ?? new Set()).add(room));
    for (const { left, right } of across) {
      if (rooms[left] && !rooms[right]) note(gaps.of(right), left);
      if (rooms[right] && !rooms[left]) note(gaps.of(left), right);
    }
    const parts = (face: number) => !rooms[face] && (beside.get(gaps.of(face))?.size ?? 0) > 1;
    const used = new Map<string, number[]>();
    for (const { i, left, right } of across) {
      const direct = rooms[left] && rooms[right];
      if (!direct && !parts(left) && !parts(right)) continue;
      const key = direct ? [left, right].sort((a, b) => a - b).join() : `${gaps.of(rooms[left] ? right : left)}`;
      addTo(used, key, i);
    }
    const sources = new Set([...used.values()].flat().flatMap((i) => walls.origin[i]));
    return {
      kept: this.bridges.filter((_, at) => sources.has(drawn.length + at)),
      gaps: [...used.values()].map((pieces) => {
        const [least] = pieces.map((i) => walls.segmentAt(i)).sort((p, q) => lengthOf(p) - lengthOf(q));
        return { at: halfway(least.a, least.b), width: lengthOf(least) };
      }),
    };
  }

  private isSpace(face: number): boolean {
    return face !== NO_FACE && this.is[face] === 'space';
  }

  private isOutlineOnly(i: number): boolean {
    const sources = this.walls.origin[i];
    return sources.every((source) => this.barriers[this.drawn[source]?.of ?? -1]?.as === 'outline');
  }
}

/**
 * Groups the numbers from 0 to `count` - 1 (union–find). At first each is a group of its own; `join` makes the groups
 * of two numbers one, and `of` returns the number that stands for the group of a number.
 */
export class Clusters {
  private readonly parent: number[];

  constructor(count: number) {
    this.parent = Array.from({ length: count }, (_, i) => i);
  }

  of(i: number): number {
    let root = i;
    while (this.parent[root] !== root) root = this.parent[root];
    // The next search of what was passed takes one step.
    for (let at = i; at !== root; ) {
      const next = this.parent[at];
      this.parent[at] = root;
      at = next;
    }
    return root;
  }

  join(i: number, j: number): void {
    this.parent[this.of(j)] = this.of(i);
  }
}

function regionOf({ rings: [outer, ...holes] }: PlaneFace) {
  return { rings: [outer], shadows: holes };
}

function spaceOf({ rings }: PlaneFace, open: number): Space {
  const plain = rings.map(straightened).filter((ring) => ring.length > 2);
  return { rings: plain, area: rings.reduce((sum, ring) => sum + signedArea(ring), 0), open };
}

function isWide({ rings, area }: Space): boolean {
  return area >= LEAST_AREA && isWiderThan([{ area, outline: rings }], LEAST_WIDTH);
}

function byPlace({ rings: [p] }: Space, { rings: [q] }: Space): number {
  return p[0][0] - q[0][0] || p[0][1] - q[0][1];
}
