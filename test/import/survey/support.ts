import type { InputFile } from '../../../src/import/types.js';
import { dxf, entity, insert, line, type Pair, polyline, text } from '../dxf-support.js';

/** Units by `$INSUNITS`, and how many make a metre. */
export const UNITS = {
  mm: [4, 1000],
  cm: [5, 100],
  m: [6, 1],
  inch: [1, 1 / 0.0254],
} as const;

/** A unit of a synthetic drawing. */
export type UnitName = keyof typeof UNITS;

/** The parts of a house of three rooms, 12 m by 8 m, with double walls, three doors, names and a camera. */
export function house(
  per: number,
  [ox, oy]: readonly [number, number] = [0, 0],
  layers: Partial<Layers> = {},
): Pair[][] {
  const { walls, doors, names } = { ...LAYERS, ...layers };
  const at = (x: number, y: number): [number, number] => [ox + x * per, oy + y * per];
  const double = (ax: number, ay: number, bx: number, by: number): Pair[][] => {
    const [dx, dy] = ax === bx ? [0.1, 0] : [0, 0.1];
    return [-1, 1].map((side) => line(walls, at(ax + side * dx, ay + side * dy), at(bx + side * dx, by + side * dy)));
  };
  const door = (x: number, y: number): Pair[][] => [
    entity('ARC', doors, [10, at(x, y)[0]], [20, at(x, y)[1]], [40, 0.9 * per], [50, 0], [51, 90]),
    line(doors, at(x, y), at(x, y + 0.9)),
  ];
  return [
    ...double(0, 0, 12, 0),
    ...double(0, 8, 12, 8),
    ...double(0, 0.1, 0, 7.9),
    ...double(12, 0.1, 12, 7.9),
    ...double(4, 0.1, 4, 7.9),
    ...double(8, 0.1, 8, 7.9),
    ...[1, 5, 9].flatMap((x) => door(x, 0)),
    ...['办公室', '卫生间', '会议室'].map((name, n) => text(names, at(2 + 4 * n, 4), name, 0.3 * per)),
  ];
}

interface Layers {
  readonly walls: string;
  readonly doors: string;
  readonly names: string;
}

const LAYERS: Layers = { walls: 'A', doors: 'B', names: 'C' };

/** A drawing of the house in `unit`, whose header names `header`. */
export function houseIn(unit: UnitName, header: UnitName | undefined, path = 'house.dxf'): InputFile {
  const insunits = header === undefined ? 0 : UNITS[header][0];
  return dxf({ header: { $INSUNITS: [70, insunits] }, entities: house(UNITS[unit][1]) }, path);
}

export { dxf, entity, insert, line, polyline, text };
