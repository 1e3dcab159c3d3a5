// A drawing with what belongs to it: its file, a mapping as a user would write it, and what a person counts.

import { Drawing, type Options } from '../../support/dxf-writer.js';
import { gbk } from '../../support/gbk.js';
import { draw, drawSheet, type Manner, type Part } from './draw.js';
import { counted, type Expected } from './expected.js';
import type { Plan, XY } from './plan.js';

/** A drawing of the measure. */
export interface Source {
  readonly name: string;
  /** Its traps. */
  readonly what: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  /** YAML of at most ten lines. */
  readonly mapping: string | undefined;
  readonly expected: Expected;
  /** What it was drawn of, and where that lies in it, m. */
  readonly built?: { readonly plan: Plan; readonly shift: XY };
}

/** A drawing of one plan on one sheet. */
export interface Drawn extends Options, Omit<Manner, 'layers' | 'shift' | 'mirrors'> {
  readonly name: string;
  readonly what: string;
  readonly file: string;
  readonly title: string;
  readonly plan: Plan;
  readonly layers: Readonly<Partial<Record<Part, string>>>;
  readonly shift?: XY;
  readonly mirrors?: boolean;
  readonly encoding?: 'gbk' | 'utf-8';
  readonly mapping?: string;
}

/** Returns the layers of 天正, with others in their places. */
export function layersOf(own: Readonly<Partial<Record<Part, string>>>): Record<Part, string> {
  const wall = own.wall ?? 'WALL';
  return {
    wall,
    partition: wall,
    fill: 'PUB_HATCH',
    column: 'COLUMN',
    door: 'WINDOW',
    window: own.door ?? 'WINDOW',
    name: 'PUB_TEXT',
    code: 'WINDOW_TEXT',
    dimension: 'PUB_DIM',
    axis: 'DOTE',
    furniture: 'FURNITURE',
    sanitary: 'LVTRY',
    stairs: 'STAIR',
    device: '弱电-设备',
    number: own.device ?? '弱电-设备',
    frame: 'PUB_TITLE',
    ...own,
  };
}

/** Returns the drawing of one plan. */
export function source({ name, what, file, title, plan, mapping, encoding = 'gbk', ...how }: Drawn): Source {
  const manner: Manner = { shift: [0, 0], mirrors: false, ...how, layers: layersOf(how.layers) };
  const drawing = new Drawing(how);
  draw(drawing, drawing, plan, manner);
  drawSheet(drawing, plan, manner, title);
  const expected = counted(plan, manner.unit, manner.shift, manner.walls === 'single');
  const built = { plan, shift: manner.shift };
  return { name, what, file, bytes: bytesOf(drawing, encoding), mapping, expected, built };
}

/** Returns the bytes of a drawing's file. */
export function bytesOf(drawing: Drawing, encoding: 'gbk' | 'utf-8'): Uint8Array {
  return encoding === 'gbk' ? gbk(`${drawing}`) : new TextEncoder().encode(`${drawing}`);
}
