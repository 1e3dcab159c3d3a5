// What a drawing holds, by layer and block, in metres.

import { addTo } from '../../base/arrays.js';
import { byCodeUnit } from '../../base/order.js';
import { boxOfRings, longerSideOf } from '../../geometry/shapes/ring.js';
import type { Box, Point, Segment } from '../../geometry/types.js';
import { halfway } from '../../geometry/vector.js';
import type { BlockWords } from '../devices/vocabulary.js';
import type { Swing } from '../draft.js';
import { wordsOfBlock } from '../read/dxf/parse/attributes.js';
import { wordsOf } from '../read/dxf/parse/text.js';
import { placeOf } from '../read/dxf/parse/walk.js';
import { lineOf } from '../read/dxf/shape/text-line.js';
import { type Group, type Hidden, type Item, itemsOf } from '../read/dxf/units/strokes.js';

/** Lines and arcs of a layer, m, without those of the blocks that the survey takes as symbols (`Insert`). */
export interface Lines {
  readonly counts: Counts;
  readonly strokes: readonly Segment[];
  readonly swings: readonly Swing[];
  readonly lines: readonly (readonly Point[])[];
  /** Closed polylines of one entity each. */
  readonly rings: readonly (readonly Point[])[];
  /** Number of strokes without length, which no plan can use. */
  readonly empty: number;
}

/** A text at its place, in m. */
export interface Word {
  readonly text: string;
  /** The middle of the text. */
  readonly at: Point;
  /** The line through its middle, from its left side to its right one. */
  readonly line: Segment;
  /** Letter height. */
  readonly height: number;
}

/** Texts of a layer, m, without those of the blocks that the survey takes as symbols (`Insert`). */
export interface Words {
  readonly counts: Counts;
  readonly words: readonly Word[];
}

/** One insert of a block in a drawing, in m, with the words that tell what it is. */
export interface Insert {
  /** What the drawing calls it: its block, the dynamic block behind it, attributes that name it, its layer. */
  readonly words: BlockWords;
  readonly at: Point;
  readonly box: Box;
  readonly strokes: readonly Segment[];
  readonly swings: readonly Swing[];
  readonly lines: readonly (readonly Point[])[];
}

/** All inserts of one block on one layer. */
export interface BlockUse {
  readonly block: string;
  readonly inserts: readonly Insert[];
}

/** The visible content of one layer: lines, texts and inserted blocks. */
export interface LayerUse {
  readonly layer: string;
  readonly lines: Lines;
  readonly words: Words;
  /** The blocks inserted most come first. */
  readonly blocks: readonly BlockUse[];
  /** Number of inserts that hold a building, a storey or a sheet; what they hold counts by its own layers. */
  readonly holders: number;
}

/** Entities that a survey leaves out, by layer and reason: they can't be seen or placed, or lie on a sheet. */
export interface HiddenUse {
  readonly layer: string;
  readonly why: Hidden['why'];
  readonly counts: Counts;
}

/** Numbers of entities by DXF type (LINE, TEXT). */
export type Counts = Readonly<Record<string, number>>;

/** The content of a drawing by layers, as a survey counts it. */
export interface Inventory {
  readonly layers: readonly LayerUse[];
  readonly hidden: readonly HiddenUse[];
}

/**
 * Longest side in m of a block that is one thing. A longer one is a building, a storey, a sheet: what it holds counts by
 * its own layers and blocks. A garage door is shorter.
 */
const LONGEST_THING = 8;

/** Returns a key of the name of a layer or block. CAD programs and mappings ignore case. */
export function nameKey(name: string): string {
  return name.toUpperCase();
}

/**
 * Returns the content of a drawing, in m, grouped by the names of layers and blocks, each spelled as where it is met
 * first. Layers are in the order of their names.
 *
 * @param shown the entities that the drawing shows, by the blocks that hold them, as `shownBy` returns them
 * @param hidden the entities that it left out, with the reason
 * @param metres metres per drawing unit
 */
export function inventoryOf(shown: Group, hidden: readonly Hidden[], metres: number): Inventory {
  interface Found {
    readonly layer: string;
    readonly lines: Item[];
    readonly words: Item[];
    readonly blocks: Map<string, { readonly block: string; readonly inserts: Insert[] }>;
    holders: number;
  }
  const layers = new Map<string, Found>();
  const layerOf = (layer: string): Found => {
    const key = nameKey(layer);
    const known = layers.get(key) ?? { layer, lines: [], words: [], blocks: new Map(), holders: 0 };
    layers.set(key, known);
    return known;
  };
  const addInsert = ({ blocks }: Found, block: string, insert: Insert): void => {
    const key = nameKey(block);
    const known = blocks.get(key) ?? { block, inserts: [] };
    known.inserts.push(insert);
    blocks.set(key, known);
  };
  const visit = (group: Group): void => {
    for (const item of group.items) {
      const layer = layerOf(item.piece.layer);
      (item.height === undefined ? layer.lines : layer.words).push(item);
    }
    for (const inner of group.groups) {
      if (inner.isOff) {
        visit(inner);
        continue;
      }
      const insert = insertOf(inner, metres);
      if (insert === undefined) {
        layerOf(inner.insert?.layer ?? '0').holders += 1;
        visit(inner);
      } else addInsert(layerOf(inner.insert?.layer ?? '0'), inner.insert?.blockName ?? '', insert);
    }
  };
  visit(shown);
  const found = [...layers.values()].map(({ layer, lines, words, blocks, holders }): LayerUse => {
    const uses = [...blocks.values()];
    return {
      layer,
      holders,
      lines: linesOf(lines, metres),
      words: wordsIn(words, metres),
      blocks: uses.sort((a, b) => b.inserts.length - a.inserts.length || byCodeUnit(a.block, b.block)),
    };
  });
  return { layers: found.sort((a, b) => byCodeUnit(a.layer, b.layer)), hidden: hiddenIn(hidden) };
}

/** Returns the insert as one thing; undefined if it only holds others, or is too large. */
function insertOf(group: Group, metres: number): Insert | undefined {
  const items = itemsOf(group);
  const lines = items.flatMap((item) => scaledLines(item.lines, metres));
  const at = group.insert === undefined ? [0, 0] : placeOf(group.insert);
  const place: Point = [at[0] * metres, at[1] * metres];
  const box = boxOfRings(lines) ?? { minX: place[0], minY: place[1], maxX: place[0], maxY: place[1] };
  if (longerSideOf(box) > LONGEST_THING) return undefined;
  if (group.items.length === 0 && group.groups.length > 0) return undefined;
  return {
    words: group.insert === undefined ? {} : wordsOfBlock(group.insert),
    at: place,
    box,
    lines,
    strokes: items.flatMap(({ strokes }) => scaledStrokes(strokes, metres)),
    swings: items.flatMap(({ swings }) => scaledSwings(swings, metres)),
  };
}

function linesOf(items: readonly Item[], metres: number): Lines {
  return {
    counts: countsOf(items),
    strokes: items.flatMap(({ strokes }) => scaledStrokes(strokes, metres)),
    swings: items.flatMap(({ swings }) => scaledSwings(swings, metres)),
    lines: items.flatMap(({ lines }) => scaledLines(lines, metres)),
    rings: items.flatMap(({ lines, closed, strokes }) =>
      closed && strokes.length > 2 ? scaledLines(lines, metres) : [],
    ),
    empty: items.filter(
      ({ lines, strokes, piece }) => piece.entity.type === 'LINE' && lines.length > 0 && strokes.length === 0,
    ).length,
  };
}

function wordsIn(items: readonly Item[], metres: number): Words {
  const words = items.map(({ piece, height = 0 }): Word => {
    const text = wordsOf(piece.entity);
    const { a, b } = lineOf(piece, height, text);
    const line: Segment = { a: [a[0] * metres, a[1] * metres], b: [b[0] * metres, b[1] * metres] };
    return { text, at: halfway(line.a, line.b), line, height: height * metres };
  });
  return { counts: countsOf(items), words: words.filter(({ at: [x, y] }) => Number.isFinite(x) && Number.isFinite(y)) };
}

function hiddenIn(hidden: readonly Hidden[]): HiddenUse[] {
  const found = new Map<string, Hidden[]>();
  for (const one of hidden) addTo(found, JSON.stringify([nameKey(one.layer), one.why]), one);
  return [...found.values()]
    .map((all) => ({ layer: all[0].layer, why: all[0].why, counts: countedTypes(all.map(({ type }) => type)) }))
    .sort((a, b) => byCodeUnit(a.layer, b.layer) || byCodeUnit(a.why, b.why));
}

function countsOf(items: readonly Item[]): Counts {
  return countedTypes(items.map(({ piece }) => piece.entity.type));
}

function countedTypes(types: readonly string[]): Counts {
  const counts: Record<string, number> = {};
  for (const type of types.toSorted(byCodeUnit)) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

function scaledStrokes(strokes: readonly Segment[], metres: number): Segment[] {
  return strokes.map(({ a, b }) => ({ a: scaled(a, metres), b: scaled(b, metres) }));
}

function scaledSwings(swings: readonly Swing[], metres: number): Swing[] {
  return swings.map(({ hinge, ends: [one, other] }) => ({
    hinge: scaled(hinge, metres),
    ends: [scaled(one, metres), scaled(other, metres)],
  }));
}

function scaledLines(lines: readonly (readonly Point[])[], metres: number): Point[][] {
  return lines.map((line) => line.map((point) => scaled(point, metres)));
}

function scaled([x, y]: Point, metres: number): Point {
  return [x * metres, y * metres];
}
