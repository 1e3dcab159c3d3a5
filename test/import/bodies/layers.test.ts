// Walls drawn in layers: brick with insulation or render before it, cavity walls.
import { describe, expect, it } from 'vitest';
import type { Segment } from '../../../src/geometry/types.js';
import type { BodyOpening, Evidence } from '../../../src/import/bodies/types.js';
import { wallsOf } from '../../../src/import/bodies/walls/bodies.js';
import { box, formed, line, loose, swing } from './support.js';

/**
 * Two rooms of 4 m by 3 m, a partition of 0.24 m between them, and an outer wall that is drawn with a face at each
 * distance of `faces` outside of the rooms. It is broken for a window below the left room, between x = 1 and 2.5, and for
 * a door right of the right room, between y = 1 and 2.
 */
function building(faces: readonly number[], jambs: 'whole' | 'apiece' = 'whole'): Segment[] {
  const total = Math.max(...faces);
  const around = faces.flatMap((d) => {
    const [left, low, right, top] = [-d, -d, 8.24 + d, 3 + d];
    return [
      line(left, low, 1, low),
      line(2.5, low, right, low),
      line(right, low, right, 1),
      line(right, 2, right, top),
      line(right, top, left, top),
      line(left, top, left, low),
    ];
  });
  const pieces = jambs === 'whole' ? [[0, total]] : faces.slice(1).map((d, n) => [faces[n], d]);
  const ends = pieces.flatMap(([p, q]) => [
    ...[1, 2.5].map((x) => line(x, -p, x, -q)),
    ...[1, 2].map((y) => line(8.24 + p, y, 8.24 + q, y)),
  ]);
  return [...around, ...ends, ...[4, 4.24].map((x) => line(x, 0, x, 3))];
}

/** What a person sees as the wall's faces, by how it is drawn. */
const WALLS: readonly (readonly [string, readonly number[]])[] = [
  ['370 mm of brick with 80 mm of insulation', [0, 0.37, 0.45]],
  ['240 mm of brick with 100 mm of insulation', [0, 0.24, 0.34]],
  ['300 mm of brick with 60 mm of insulation', [0, 0.3, 0.36]],
  ['490 mm of brick with 120 mm of insulation', [0, 0.49, 0.61]],
  ['370 mm of brick with 80 mm of insulation and 20 mm of render', [0, 0.37, 0.45, 0.47]],
  ['a cavity wall of 120, 60 and 240 mm', [0, 0.24, 0.3, 0.42]],
  ['a cavity wall of 240, 80 and 240 mm', [0, 0.24, 0.32, 0.56]],
];

describe('a wall drawn in layers', () => {
  describe.each(WALLS)('%s', (_, faces) => {
    const total = Math.max(...faces);
    const middle = -total / 2;
    const outer = 8.24 + total;
    const door = swing([outer, 1], [outer, 2], [outer + 1, 1]);
    const windows: readonly (readonly [string, Evidence[]])[] = [
      ['on the outer face', loose('window', line(1, -total, 2.5, -total), line(1, 0.05 - total, 2.5, 0.05 - total))],
      ['on the axis', loose('window', line(1, middle, 2.5, middle), line(1, middle + 0.05, 2.5, middle + 0.05))],
      ['on the inner face', loose('window', line(1, 0, 2.5, 0), line(1, -0.05, 2.5, -0.05))],
      ['through all', loose('window', ...faces.map((d) => line(1, -d, 2.5, -d)))],
      ['as a block', [{ kind: 'window', shape: { lines: box(1, -total, 1.5, total).map(({ a, b }) => [a, b]), swings: [], block: true } }]], // biome-ignore format: one row
    ];

    it.each(windows)('is one wall, with a window %s and a door', (__, window) => {
      for (const jambs of ['whole', 'apiece'] as const) {
        const { openings, areas, untaken } = formed({ lines: building(faces, jambs), evidence: [...window, door] });
        expect(areas).toEqual([12, 12]);
        expect(openings.map(inMillimetres)).toEqual([
          ['window', mm(total), mm(1), mm(middle), mm(2.5), mm(middle)],
          ['door', mm(total), mm(8.24 - middle), mm(1), mm(8.24 - middle), mm(2)],
        ]);
        expect(untaken.filter(({ evidence }) => evidence >= window.length)).toEqual([]);
      }
    });

    it('has one gap, through all layers, where nothing is drawn in it', () => {
      const { openings, areas } = formed({ lines: building(faces) });
      expect(areas).toEqual([12, 12]);
      expect(openings.map(({ thickness }) => mm(thickness))).toEqual([mm(total), mm(total)]);
    });
  });

  it('may have a layer at one of its ends only', () => {
    // The insulation begins in the middle of the wall above; a closed wall has no gap there.
    const lines = [...box(0, 0, 8, 3), line(-0.24, -0.24, 8.24, -0.24), line(-0.24, -0.24, -0.24, 3.24)];
    const rest = [line(-0.24, 3.24, 8.24, 3.24), line(8.24, -0.24, 8.24, 3.24), line(4, 3.32, 8.24, 3.32)];
    const { openings, areas } = formed({
      lines: [...lines, ...rest, line(4, 3.24, 4, 3.32), line(8.24, 3.24, 8.24, 3.32)],
    });
    expect(areas).toEqual([24]);
    expect(openings).toEqual([]);
  });
});

describe('a closet of 0.4 m', () => {
  it('between two partitions is no wall, though walls of that thickness are drawn', () => {
    const thick = [line(0, 5, 3, 5), line(0, 5.4, 3, 5.4)];
    const partitions = [0, 0.1, 0.5, 0.6].map((y) => line(0, y, 4, y));
    expect(thicknesses([...partitions, ...thick])).toEqual([0.1, 0.1, 0.4]);
  });

  it('between a partition and a wall of brick is none either', () => {
    const thick = [line(0, 5, 3, 5), line(0, 5.4, 3, 5.4)];
    const walls = [0, 0.1, 0.5, 0.74].map((y) => line(0, y, 4, y));
    expect(thicknesses([...walls, ...thick])).toEqual([0.1, 0.24, 0.4]);
  });

  it('before a partition that is thicker than insulation is none either', () => {
    const thick = [line(0, 5, 3, 5), line(0, 5.4, 3, 5.4)];
    const walls = [0, 0.2, 0.6].map((y) => line(0, y, 4, y));
    expect(thicknesses([...walls, ...thick])).toEqual([0.2, 0.4]);
  });
});

/** Returns the thicknesses of the walls between faces, in m, the thinnest first. */
function thicknesses(lines: readonly Segment[]): number[] {
  const { strips } = wallsOf(lines, [], []);
  return strips.map(({ thickness }) => mm(thickness) / 1000).sort((p, q) => p - q);
}

function mm(metres: number): number {
  return Math.round(metres * 1000) + 0;
}

/** An opening as numbers: kind, thickness, and its ends from the lower left, in mm. */
function inMillimetres({ kind, thickness, a, b }: BodyOpening): unknown[] {
  const ends = [a, b].sort(([x, y], [u, v]) => mm(x) - mm(u) || mm(y) - mm(v));
  return [kind, mm(thickness), ...ends.flat().map(mm)];
}
