import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facesOf, NO_FACE } from '../../src/geometry/arrangement/faces.js';
import {
  intersectSegments,
  locatePoint,
  type Point,
  prepareWalls,
  type Ring,
  ringOfBox,
  type Segment,
  signedArea,
} from '../../src/geometry/index.js';

const closed = (ring: Ring): Segment[] => ring.map((a, i) => ({ a, b: ring[(i + 1) % ring.length] }));
const box = (minX: number, minY: number, maxX: number, maxY: number) => closed(ringOfBox({ minX, minY, maxX, maxY }));
const facesIn = (segments: readonly Segment[]) => facesOf(prepareWalls(segments, { closeGaps: false }));
const areas = (segments: readonly Segment[]) =>
  facesIn(segments).faces.map(({ rings }) => Number(rings.reduce((sum, ring) => sum + signedArea(ring), 0).toFixed(6)));

describe('what segments divide the plane into', () => {
  it('is nothing where they enclose nothing', () => {
    expect(areas([])).toEqual([]);
    expect(areas(box(0, 0, 2, 1).slice(1))).toEqual([]);
  });

  it('is a room on each side of a wall, whatever crosses what', () => {
    expect(areas([...box(0, 0, 4, 2), { a: [1, -1], b: [1, 3] }]).sort()).toEqual([2, 6]);
  });

  it('is a room with a hole and the rooms in the hole', () => {
    const { faces } = facesIn([...box(0, 0, 9, 9), ...box(2, 2, 5, 5), ...box(3, 3, 4, 4)]);
    expect(faces.map(({ rings }) => rings.map((ring) => signedArea(ring))).sort((p, q) => q[0] - p[0])).toEqual([
      [81, -9],
      [9, -1],
      [1],
    ]);
  });

  it('is two rooms where they meet in a point, and a hole that touches the edge in one', () => {
    expect(areas([...box(0, 0, 1, 1), ...box(1, 1, 3, 3)]).sort()).toEqual([1, 4]);
    const { faces } = facesIn([...box(0, 0, 4, 4), ...closed([[0, 2], [1, 1], [1, 3]])]); // biome-ignore format: a triangle
    expect(faces.map(({ rings }) => rings.map((ring) => signedArea(ring))).sort()).toEqual([[1], [16, -1]]);
  });

  it('is not changed by a wall that stands free or juts out', () => {
    const juts = [{ a: [0, 1], b: [2, 1] } as const, { a: [3, 1], b: [3.5, 1] } as const];
    const { faces, sides } = facesIn([...box(0, 0, 4, 2), ...juts]);
    expect(faces.map(({ rings }) => rings.length)).toEqual([1]);
    expect(signedArea(faces[0].rings[0])).toBe(8);
    expect(sides.filter(([left, right]) => left === NO_FACE && right === NO_FACE)).toHaveLength(2);
  });

  it('has each face on the side that its segments say', () => {
    const walls = prepareWalls([...box(0, 0, 4, 2), { a: [1, 0], b: [1, 2] }], { closeGaps: false });
    const { faces, sides } = facesOf(walls);
    const [left, right] = sides[walls.segments.findIndex(({ a, b }) => a[0] === 1 && b[0] === 1)];
    const at = (number: number): Point[] => [...faces[number].rings[0]];
    // From (1, 0) up: the narrow room is on the left.
    expect(at(left).some(([x]) => x === 0)).toBe(true);
    expect(at(right).some(([x]) => x === 4)).toBe(true);
  });

  const coordinate = fc.integer({ min: 0, max: 40 }).map((n) => n / 4);
  const point = fc.tuple(coordinate, coordinate);
  const segment = fc.record({ a: point, b: point });

  it('is the same face for two points exactly where no wall parts them: no path is found that a face denies', () => {
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 14 }), point, point, (segments, p, q) => {
        const walls = prepareWalls(segments, { closeGaps: false });
        const { faces } = facesOf(walls);
        // Off the quarters of a metre that walls lie on.
        const line = { a: [p[0] + 0.0917, p[1] + 0.0533] as const, b: [q[0] + 0.0713, q[1] + 0.1129] as const };
        if (walls.segments.some((wall) => intersectSegments(wall, line) !== undefined)) return;
        const holding = (at: Point) =>
          faces.flatMap(({ rings }, i) =>
            rings.filter((ring) => locatePoint(ring, at) === 'in').length % 2 === 1 ? [i] : [],
          );
        expect(holding(line.a)).toEqual(holding(line.b));
        expect(holding(line.a).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 400 },
    );
  });

  it('has no face twice, and covers what all of them enclose (Euler)', () => {
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 14 }), (segments) => {
        const walls = prepareWalls(segments, { closeGaps: false });
        const { faces } = facesOf(walls);
        const name = (p: Point) => p.join(' ');
        const vertices = [...new Set(walls.segments.flatMap(({ a, b }) => [name(a), name(b)]))];
        const parent = new Map(vertices.map((vertex) => [vertex, vertex]));
        const root = (vertex: string): string => {
          const above = parent.get(vertex) ?? vertex;
          return above === vertex ? vertex : root(above);
        };
        for (const { a, b } of walls.segments) parent.set(root(name(a)), root(name(b)));
        const pieces = new Set(vertices.map(root)).size;
        expect(faces).toHaveLength(walls.segments.length - vertices.length + pieces);
      }),
      { numRuns: 400 },
    );
  });
});
