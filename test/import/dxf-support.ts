import { readFileSync } from 'node:fs';
import { render } from '../../src/i18n/locale.js';
import type { Note } from '../../src/import/notes.js';
import type { InputFile } from '../../src/import/types.js';

/** A drawing of fixtures/import/dxf. */
export function drawing(name: string): InputFile {
  return { path: `${name}.dxf`, bytes: readFileSync(`fixtures/import/dxf/${name}.dxf`) };
}

/** A pair of a DXF file: group code and value. */
export type Pair = readonly [code: number, value: string | number];

/** An entity or a record by its type and its pairs. */
export function entity(type: string, layer: string, ...pairs: readonly Pair[]): Pair[] {
  return [[0, type], [8, layer], ...pairs];
}

export function line(layer: string, [ax, ay]: readonly number[], [bx, by]: readonly number[], ...more: Pair[]): Pair[] {
  return entity('LINE', layer, [10, ax], [20, ay], [11, bx], [21, by], ...more);
}

export function polyline(
  layer: string,
  points: readonly (readonly number[])[],
  closed = true,
  ...more: Pair[]
): Pair[] {
  const vertices = points.flatMap(([x, y, bulge]): Pair[] => [
    [10, x],
    [20, y],
    ...(bulge === undefined ? [] : [[42, bulge] as const]),
  ]);
  return entity('LWPOLYLINE', layer, [90, points.length], [70, closed ? 1 : 0], ...more, ...vertices);
}

export function text(layer: string, [x, y]: readonly number[], words: string, height = 0.2, ...more: Pair[]): Pair[] {
  return entity('TEXT', layer, [10, x], [20, y], [40, height], [1, words], ...more);
}

export function insert(layer: string, block: string, [x, y]: readonly number[], ...more: Pair[]): Pair[] {
  return entity('INSERT', layer, [2, block], [10, x], [20, y], ...more);
}

/** Attributes of the insert before them, by tag. */
export function attributes(layer: string, values: Readonly<Record<string, string>>): Pair[] {
  return [
    ...Object.entries(values).flatMap(([tag, value]) => entity('ATTRIB', layer, [1, value], [2, tag])),
    [0, 'SEQEND'],
  ];
}

export interface Parts {
  /** Metres unless it says otherwise. */
  readonly header?: Readonly<Record<string, Pair>>;
  readonly tables?: readonly (readonly Pair[])[];
  readonly blocks?: Readonly<Record<string, readonly (readonly Pair[])[]>>;
  readonly entities: readonly (readonly Pair[])[];
}

/** The text of a drawing. */
export function dxfText({ header = {}, tables = [], blocks = {}, entities }: Parts): string {
  const variables = { $ACADVER: [1, 'AC1027'], $INSUNITS: [70, 6], ...header } as Readonly<Record<string, Pair>>;
  const section = (name: string, pairs: readonly Pair[]): Pair[] => [
    [0, 'SECTION'],
    [2, name],
    ...pairs,
    [0, 'ENDSEC'],
  ];
  const defined = Object.entries(blocks).flatMap(([name, inside]): Pair[] => [
    ...entity('BLOCK', '0', [2, name], [70, 0], [10, 0], [20, 0]),
    ...inside.flat(),
    [0, 'ENDBLK'],
  ]);
  const pairs = [
    ...section(
      'HEADER',
      Object.entries(variables).flatMap(([name, pair]): Pair[] => [[9, name], pair]),
    ),
    ...section('TABLES', tables.flat()),
    ...section('BLOCKS', defined),
    ...section('ENTITIES', entities.flat()),
    [0, 'EOF'] as const,
  ];
  return pairs.map(([code, value]) => `${String(code).padStart(3)}\r\n${value}\r\n`).join('');
}

export function dxf(parts: Parts, path = 'plan.dxf'): InputFile {
  return { path, bytes: new TextEncoder().encode(dxfText(parts)) };
}

/** Notes as they are said in English, with sort and count. */
export function said(notes: readonly Note[]): string[] {
  return notes.map(({ sort, message, count }) => {
    const words = render(message, 'en');
    return `${sort}: ${words}${count === undefined ? '' : ` (${count})`}`;
  });
}
