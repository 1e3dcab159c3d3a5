// What a drawing shows: straight strokes, door swings and letters, with the layer and the blocks that they are in.

import type { Point, Segment } from '../../../../geometry/types.js';
import type { Swing } from '../../../draft.js';
import { type Drawing, numberOf } from '../parse/drawing.js';
import { growth } from '../parse/matrix.js';
import { type Piece, type Unseen, walk } from '../parse/walk.js';
import { isFill, outlineOf } from '../shape/outline.js';

/** A visible entity of a drawing, in drawing units, with the measures from which the unit is inferred. */
export interface Item {
  readonly piece: Piece;
  /** Straight strokes; chords of arcs aren't among them. */
  readonly strokes: readonly Segment[];
  readonly swings: readonly Swing[];
  /** Lines as drawn, arcs as a few chords. */
  readonly lines: readonly (readonly Point[])[];
  readonly closed: boolean;
  /** Letter height of a text; undefined for others. */
  readonly height: number | undefined;
}

/** An insert of a drawing and what it draws; `insert` is undefined for model space. */
export interface Group {
  readonly insert: Piece | undefined;
  /** True if the insert lies on a layer that is off: what it holds on other layers is seen, the block isn't. */
  readonly isOff: boolean;
  readonly items: readonly Item[];
  readonly groups: readonly Group[];
}

/**
 * An entity that the walk leaves out, by its layer and type, with the reason: it can't be seen, can't be placed, or
 * lies on a sheet.
 */
export interface Hidden {
  readonly layer: string;
  readonly type: string;
  readonly why: Unseen;
}

interface OpenGroup extends Group {
  readonly items: Item[];
  readonly groups: OpenGroup[];
}

/** Returns what the model space of a drawing shows, block by block, and what it hides. Throws TooMany. */
export function shownBy(drawing: Drawing): { readonly shown: Group; readonly hidden: readonly Hidden[] } {
  const shown: OpenGroup = { insert: undefined, isOff: false, items: [], groups: [] };
  // The walk goes depth first: the group of a piece is the last one opened at its depth.
  const open = [shown];
  const hidden: Hidden[] = [];
  const enter = (piece: Piece, isOff: boolean): void => {
    const depth = piece.inside.length;
    const group: OpenGroup = { insert: piece, isOff, items: [], groups: [] };
    open[depth]?.groups.push(group);
    open.length = depth + 1;
    open.push(group);
  };
  walk(drawing, {
    unseen: (piece, why) => {
      hidden.push({ layer: piece.layer, type: piece.entity.type, why });
      if (piece.entity.type === 'INSERT' && why === 'off') enter(piece, true);
    },
    piece: (piece) => {
      if (piece.entity.type === 'INSERT') enter(piece, false);
      else open[piece.inside.length]?.items.push(itemOf(piece));
      return true;
    },
  });
  return { shown, hidden };
}

/**
 * Returns all items (visible entities) of a group, an insert or the model space, with those of the inserts in it, in
 * drawing order within each.
 */
export function itemsOf(group: Group): Item[] {
  const found: Item[] = [];
  const visit = ({ items, groups }: Group): void => {
    for (const item of items) found.push(item);
    for (const one of groups) visit(one);
  };
  visit(group);
  return found;
}

/** Entity types that are straight throughout. */
const STRAIGHT: ReadonlySet<string> = new Set(['LINE', 'LWPOLYLINE', 'POLYLINE', 'MLINE']);

function itemOf(piece: Piece): Item {
  const { entity, matrix } = piece;
  const { type } = entity;
  const none = { piece, strokes: [], swings: [], lines: [], closed: false, height: undefined };
  if (type === 'TEXT' || type === 'MTEXT') return { ...none, height: numberOf(entity, 40) * growth(matrix) };
  if (type === 'ATTDEF' || type === 'POINT' || isFill(type)) return none;
  const outline = outlineOf(entity, matrix, Number.POSITIVE_INFINITY);
  if (typeof outline === 'string') return none;
  const { lines, swings, closed } = outline;
  return {
    ...none,
    lines,
    swings,
    closed,
    strokes: STRAIGHT.has(type) ? lines.flatMap((line) => along(line, closed)) : [],
  };
}

/** Returns the segments along a line, and back to its start if it is closed. Those of no length are left out. */
function along(line: readonly Point[], closed: boolean): Segment[] {
  const strokes: Segment[] = [];
  const add = (a: Point, b: Point): void => {
    if (a[0] !== b[0] || a[1] !== b[1]) strokes.push({ a, b });
  };
  for (let n = 1; n < line.length; n += 1) add(line[n - 1], line[n]);
  const [first, last] = [line[0], line.at(-1)];
  if (closed && first !== undefined && last !== undefined) add(last, first);
  return strokes;
}
