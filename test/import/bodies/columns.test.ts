// Round columns that a partition runs into: the plan made of them has no fault of the importer's making.
import { describe, expect, it } from 'vitest';
import { dxf, entity, line, type Pair, text } from '../dxf-support.js';
import { make } from '../support.js';
import { box } from './support.js';

const mapping = { rules: [{ where: { layer: 'WALL' }, as: 'wall' as const }] };

const wall = (a: readonly number[], b: readonly number[]) => line('WALL', a, b);
const boxOf = (x: number, y: number, width: number, depth: number) =>
  box(x, y, width, depth).map(({ a, b }) => wall(a, b));

/** A hall of 8 m by 4 m that something parts at x = 4. */
const shell = [...boxOf(-0.2, -0.2, 8.4, 4.4), ...boxOf(0, 0, 8, 4)];

function hall(...entities: readonly Pair[][]) {
  const made = make([dxf({ entities: [...shell, ...entities] })], { mapping });
  const { zones, openings } = made.building.identified.draft;
  return { rooms: zones.length, openings: openings.length, faults: made.lint().site.faults.map(({ rule }) => rule) };
}

const WHOLE = { rooms: 2, openings: 0, faults: [] };

/** The faces of a partition `thickness` m thick, `off` m beside the middle of a column. */
const facesOf = (thickness: number, off = 0) => [...new Set([4 + off - thickness / 2, 4 + off + thickness / 2])];

/** A partition from wall to wall, but for what lies nearer than `reach` to the middle of a column. */
const partition = (faces: readonly number[], reach: (x: number) => number) =>
  faces.flatMap((x) => [wall([x, 0], [x, 2 - reach(x)]), wall([x, 2 + reach(x)], [x, 4])]);

/** Arcs of the circle round (4, 2) on both sides of a partition. */
function arcs(radius: number, faces: readonly number[]): Pair[][] {
  const angle = (x: number) => (Math.acos((x - 4) / radius) * 180) / Math.PI;
  const arc = (from: number, to: number) =>
    entity('ARC', 'WALL', [10, 4], [20, 2], [40, radius], [50, (from + 360) % 360], [51, (to + 360) % 360]);
  const [left, right = left] = faces;
  return [arc(angle(left), -angle(left)), arc(-angle(right), angle(right))];
}

describe('a round column in a partition', () => {
  it.each([
    [0.2, 0.1, 0],
    [0.3, 0.24, 0],
    [0.3, 0.2, 0.03],
    [0.35, 0, 0.1],
    [0.4, 0.2, 0.1],
    [0.45, 0.12, 0],
    [0.5, 0.1, 0.03],
    [0.6, 0.24, 0.1],
  ])('is no passage where its arcs end at the partition: %s m, %s m thick, %s m off', (radius, thickness, off) => {
    const faces = facesOf(thickness, off);
    const edge = (x: number) => Math.sqrt(radius ** 2 - (x - 4) ** 2);
    expect(hall(...partition(faces, edge), ...arcs(radius, faces))).toEqual(WHOLE);
    expect(hall(...partition(faces, () => 0.1), ...arcs(radius, faces))).toEqual(WHOLE);
    expect(hall(...partition(faces, () => 0), ...arcs(radius, faces))).toEqual(WHOLE);
  });

  it('is none where its circle is whole', () => {
    const circle = entity('CIRCLE', 'WALL', [10, 4], [20, 2], [40, 0.4]);
    expect(hall(...partition(facesOf(0.2), () => 0.3), circle)).toEqual(WHOLE);
  });

  it('is none where a partition ends at it from one side', () => {
    const faces = facesOf(0.2);
    const low = [...faces.map((x) => wall([x, 0], [x, 2 - Math.sqrt(0.4 ** 2 - 0.1 ** 2)]))];
    const high = entity('ARC', 'WALL', [10, 4], [20, 2], [40, 0.4], [50, -75.5225], [51, 255.5225]);
    expect(hall(...low, high).rooms).toBe(1);
  });
});

describe('arcs of one circle', () => {
  const faces = facesOf(0.2);
  const edge = () => Math.sqrt(0.75 ** 2 - 0.1 ** 2);

  it('are the walls of a room if a name stands between them', () => {
    const names = { rules: [...mapping.rules, { where: { layer: 'NAME', label: true }, as: 'zone' as const }] };
    const round = [...shell, ...partition(faces, edge), ...arcs(0.75, faces)];
    const made = (entities: readonly Pair[][]) =>
      make([dxf({ entities })], { mapping: names }).building.identified.draft.zones.map(({ name }) => name);
    expect(made([...round, text('NAME', [3.9, 2], '电话间')])).toContain('电话间');
    expect(made(round)).toEqual([undefined, undefined]);
  });

  it('are no column where people pass between them', () => {
    const wide = facesOf(0.9);
    expect(hall(...partition(facesOf(0.2), edge), ...arcs(0.75, wide)).openings).toBeGreaterThan(0);
  });
});
