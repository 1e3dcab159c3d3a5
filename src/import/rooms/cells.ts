// Grids drawn on a layer of walls: glass roofs, shelves, lockers, raised floors. Their cells are no rooms.

import { addTo } from '../../base/arrays.js';
import { spendBudget } from '../../base/budget.js';
import { straightened } from '../../geometry/index.js';
import { signedArea } from '../../geometry/shapes/ring.js';
import { lengthOf } from '../../geometry/shapes/segment.js';
import type { Point, Ring } from '../../geometry/types.js';
import { type Barrier, type Border, Clusters, ELSEWHERE, type Enclosed, type Space } from './spaces.js';

/** Largest cell of a grid in m²: a pane of a glass roof. Chosen by sitecam; rooms that are larger have a door. */
const CELL_AREA = 6;
/** Cells side by side differ in area by no more than this factor. */
const ALIKE = 1.5;
/** Fewer alike on a storey are no grid: three store rooms without doors. */
const LEAST_CELLS = 6;
/** Fewer side by side are no row of one. */
const LEAST_ROW = 3;
/** Share of its edge along which a grid lies open to the room that it stands in: a shelf has walls behind and beside it. */
const IN_ROOM = 0.25;

/** A drawn grid within a space (glass roof, shelves, lockers), whose cells are no rooms. */
export interface Grid {
  /** Number of cells. */
  readonly cells: number;
  readonly space: Space;
  /** True if it is a part of the room around it now; else it is a space of its own. */
  readonly isPart: boolean;
}

/**
 * Returns the spaces with the cells of each grid as one: a part of the room that the grid stands in, or a space of its
 * own. Cells are small, closed and nameless, and single lines part them, not bodies of wall.
 *
 * @param barriers the barriers that `spaces` was formed of
 * @param isBare true of the index of a space that has no door, window, name or device
 */
export function withoutGrids(
  spaces: Enclosed,
  barriers: readonly Barrier[],
  isBare: (room: number) => boolean,
): { readonly spaces: Enclosed; readonly grids: readonly Grid[] } {
  const { rooms } = spaces;
  const isCell = rooms.map(({ area, rings }, n) => area <= CELL_AREA && rings.length === 1 && isBare(n));
  if (isCell.filter(Boolean).length < LEAST_CELLS) return { spaces, grids: [] };
  const borders = spaces.borders();
  spendBudget(4 * borders.length);
  const isRoom = (side: number) => side >= 0 && side < rooms.length;
  const parted = borders.filter(
    ({ of, sides: [p, q] }) => p !== q && isRoom(p) && isRoom(q) && of.every((n) => barriers[n].as === 'line'),
  );
  const clusters = new Clusters(rooms.length);
  for (const {
    sides: [p, q],
  } of parted) {
    const [low, high] = [rooms[p].area, rooms[q].area].sort((a, b) => a - b);
    if (isCell[p] && isCell[q] && high <= ALIKE * low) clusters.join(p, q);
  }
  const rows = new Map<number, number[]>();
  for (const n of rooms.keys()) if (isCell[n]) addTo(rows, clusters.of(n), n);
  const found = [...rows.values()].filter((row) => row.length >= LEAST_ROW);
  if (found.reduce((sum, row) => sum + row.length, 0) < LEAST_CELLS) return { spaces, grids: [] };
  // What each room becomes a part of.
  const into = new Clusters(rooms.length);
  const grids = found.map((row) => ({ row, room: roomAround(row, borders, parted) }));
  for (const { row } of grids) for (const n of row) into.join(row[0], n);
  for (const { row, room } of grids) if (room !== undefined) into.join(room, row[0]);
  const merged = mergedSpaces(spaces, borders, into);
  return {
    spaces: merged.spaces,
    grids: grids.flatMap(({ row, room }) => {
      const space = merged.spaceOf(row[0]);
      return space === undefined ? [] : [{ cells: row.length, space: rooms[row[0]], isPart: room !== undefined }];
    }),
  };
}

/** Returns the room that a grid stands in: along much of its edge no more than a line lies between them. */
function roomAround(row: readonly number[], borders: readonly Border[], parted: readonly Border[]): number | undefined {
  const own = new Set(row);
  const isEdge = ({ sides: [p, q] }: Border) => own.has(p) !== own.has(q);
  const edge = borders.filter(isEdge).reduce((sum, border) => sum + lengthOf(border), 0);
  const lengths = new Map<number, number>();
  for (const border of parted.filter(isEdge)) {
    const [p, q] = border.sides;
    const room = own.has(p) ? q : p;
    lengths.set(room, (lengths.get(room) ?? 0) + lengthOf(border));
  }
  const [most] = [...lengths].sort((p, q) => q[1] - p[1]);
  return most !== undefined && most[1] >= IN_ROOM * edge ? most[0] : undefined;
}

/** Returns the spaces with those that belong together as one; those whose edge isn't closed stay as they are. */
function mergedSpaces(spaces: Enclosed, borders: readonly Border[], into: Clusters) {
  const { rooms, scraps } = spaces;
  const groups = new Map<number, number[]>();
  for (const n of rooms.keys()) addTo(groups, into.of(n), n);
  const edges = new Map<number, Border[]>();
  for (const border of borders) {
    const [p, q] = border.sides.map((side) => (side >= 0 && side < rooms.length ? into.of(side) : ELSEWHERE));
    if (p === q) continue;
    for (const root of [p, q])
      if (root !== ELSEWHERE && (groups.get(root)?.length ?? 0) > 1) addTo(edges, root, border);
  }
  const wholes = [...groups].flatMap(([root, members]): { readonly space: Space; readonly members: number[] }[] => {
    const apart = members.map((n) => ({ space: rooms[n], members: [n] }));
    if (members.length === 1) return apart;
    const own = new Set(members);
    const rings = ringsOf((edges.get(root) ?? []).map(({ a, b, sides }) => (own.has(sides[0]) ? [a, b] : [b, a])));
    if (rings === undefined) return apart;
    const sum = (of: (space: Space) => number) => members.reduce((total, n) => total + of(rooms[n]), 0);
    return [{ space: { rings, area: sum(({ area }) => area), open: sum(({ open }) => open) }, members }];
  });
  wholes.sort((p, q) => q.space.area - p.space.area);
  const places = new Map(wholes.flatMap(({ members }, at) => members.map((n) => [n, at] as const)));
  const fewer = rooms.length - wholes.length;
  const now = (side: number) => (side >= rooms.length ? side - fewer : (places.get(side) ?? side));
  const bounds = spaces.bounds.map((before) => new Set([...before].map(now)));
  const moved = () => borders.map((one) => ({ ...one, sides: [now(one.sides[0]), now(one.sides[1])] as const }));
  return {
    spaces: { ...spaces, rooms: wholes.map(({ space }) => space), scraps, bounds, borders: moved },
    /** The space that a room became a part of; undefined if it is as it was. */
    spaceOf: (room: number): Space | undefined => {
      const whole = wholes[places.get(room) ?? -1];
      return whole === undefined || whole.members.length === 1 ? undefined : whole.space;
    },
  };
}

/**
 * Returns the rings that edges close, inside on their left: the outer one, then holes; undefined if some don't close.
 * Where two holes touch at a point, each is a ring, since a ring goes round what is on its right.
 */
function ringsOf(edges: readonly (readonly [Point, Point])[]): Ring[] | undefined {
  const from = new Map<string, number[]>();
  for (const [n, [a]] of edges.entries()) addTo(from, `${a}`, n);
  const used = new Set<number>();
  const rings: Point[][] = [];
  for (const start of edges.keys()) {
    if (used.has(start)) continue;
    const ring: Point[] = [];
    for (let at = start; !used.has(at); ) {
      used.add(at);
      const [a, b] = edges[at];
      ring.push(a);
      const next = (from.get(`${b}`) ?? []).filter((n) => n === start || !used.has(n));
      const best = next.sort((p, q) => turnOf(a, b, edges[p][1]) - turnOf(a, b, edges[q][1]))[0];
      if (best === undefined) return undefined;
      at = best;
    }
    rings.push(ring);
  }
  const plain = rings.map((ring) => straightened(ring)).filter((ring) => ring.length > 2);
  const outer = plain.filter((ring) => signedArea(ring) > 0);
  return outer.length === 1 ? [outer[0], ...plain.filter((ring) => ring !== outer[0])] : undefined;
}

/** Returns how far a way turns to the left at `at`, in radians. */
function turnOf(from: Point, at: Point, to: Point): number {
  const [ux, uy] = [at[0] - from[0], at[1] - from[1]];
  const [vx, vy] = [to[0] - at[0], to[1] - at[1]];
  return Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy);
}
