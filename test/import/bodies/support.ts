import type { Point, Ring, Segment } from '../../../src/geometry/types.js';
import { formBodies } from '../../../src/import/bodies/form.js';
import { roomTest, sidesOf } from '../../../src/import/bodies/rooms.js';
import type { BodyOpening, Drawn, Evidence } from '../../../src/import/bodies/types.js';
import { rectangleOf } from '../../../src/import/bodies/walls/bodies.js';
import { type Barrier, type Space, spacesBetween } from '../../../src/import/rooms/spaces.js';
import type { OpeningKind } from '../../../src/plan/model.js';

export const line = (ax: number, ay: number, bx: number, by: number): Segment => ({ a: [ax, ay], b: [bx, by] });

/** The edges of a rectangle from its south-west corner. */
export function box(x: number, y: number, width: number, depth: number): Segment[] {
  const [right, top] = [x + width, y + depth];
  return [line(x, y, right, y), line(right, y, right, top), line(right, top, x, top), line(x, top, x, y)];
}

/** Two rooms of 4 m by 3 m, 0.2 m of outer wall all round and a partition of 0.1 m, drawn as bodies of wall without a gap. */
export function twoRooms(): Segment[] {
  return [...box(0, 0, 8.5, 3.4), ...box(0.2, 0.2, 4, 3), ...box(4.3, 0.2, 4, 3)];
}

/** The same with the partition broken from `from` to `to` (m above the floor's lower edge), with jambs. */
export function partedRooms(from: number, to: number): Segment[] {
  const faces = [4.2, 4.3].flatMap((x) => [line(x, 0.2, x, from), line(x, to, x, 3.2)]);
  const jambs = [from, to].map((y) => line(4.2, y, 4.3, y));
  return [
    ...box(0, 0, 8.5, 3.4),
    line(0.2, 0.2, 4.2, 0.2),
    line(0.2, 0.2, 0.2, 3.2),
    line(0.2, 3.2, 4.2, 3.2),
    line(4.3, 0.2, 8.3, 0.2),
    line(8.3, 0.2, 8.3, 3.2),
    line(4.3, 3.2, 8.3, 3.2),
    ...faces,
    ...jambs,
  ];
}

/** A leaf that closes from `hinge` along `shut` (its end) and stands open at `open`. */
export function swing(hinge: Point, shut: Point, open: Point, kind: OpeningKind = 'door'): Evidence {
  return { kind, shape: { lines: [[hinge, open]], swings: [{ hinge, ends: [shut, open] }], block: true } };
}

/** Loose lines, each an evidence of its own. */
export function loose(kind: OpeningKind, ...segments: readonly Segment[]): Evidence[] {
  return segments.map(({ a, b }) => ({ kind, shape: { lines: [[a, b]], swings: [], block: false } }));
}

export interface Result {
  readonly openings: readonly BodyOpening[];
  readonly rooms: readonly Space[];
  /** Areas of the rooms in m², the largest first. */
  readonly areas: readonly number[];
  /** Openings with a room on both sides, of two different ones. */
  readonly joins: readonly BodyOpening[];
  readonly untaken: ReturnType<typeof formBodies>['untaken'];
}

/** Forms bodies and the rooms between them. */
export function formed(drawn: Partial<Drawn>): Result {
  const given = { lines: [], solids: [], strips: [], evidence: [], names: [], rooms: [], ...drawn };
  const { walls, openings, closed, untaken } = formBodies(given);
  const solid = (ring: Ring): Barrier => ({ as: 'solid', lines: [ring] });
  const barriers: Barrier[] = [
    ...walls.lines.map(({ a, b }): Barrier => ({ as: 'line', lines: [[a, b]] })),
    ...[...walls.strips, ...closed].map((one) => solid(rectangleOf(one, Math.max(0.01, one.thickness)))),
    ...walls.solids.map(solid),
    ...openings.map((one) => solid(rectangleOf(one, Math.max(0.01, one.thickness)))),
  ];
  const { rooms } = spacesBetween(barriers, { close: true, isRoom: roomTest(given.names) });
  const joins = openings.filter((opening) => {
    const [one, other] = sidesOf(opening, rooms);
    return one !== undefined && other !== undefined && one !== other;
  });
  return { openings, rooms, areas: rooms.map(({ area }) => Number(area.toFixed(2))), joins, untaken };
}

/** An opening as numbers: kind, thickness, and its ends from the lower left, to the centimetre. */
export function plain({ kind, thickness, a, b }: BodyOpening): unknown[] {
  const round = (n: number) => Math.round(n * 100) / 100 + 0;
  const ends = [a, b].map(([x, y]) => [round(x), round(y)]).sort(([x, y], [u, v]) => x - u || y - v);
  return [kind, round(thickness), ...ends];
}
