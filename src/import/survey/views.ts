// Views of a drawing: plans, sections and floors that stand apart on the sheet.

import { addTo, maxOf, minOf } from '../../base/arrays.js';
import { spendBudget } from '../../base/budget.js';
import { boxesMeet, grow } from '../../geometry/shapes/ring.js';
import type { Box, Segment } from '../../geometry/types.js';
import type { Localized } from '../../i18n/locale.js';
import { boxOfSegment } from '../../plan/nearby.js';
import { storeyIn } from '../read/storeys.js';
import type { Word } from './inventory.js';
import { t } from './texts.js';

/** Distance in m within which walls belong to one view. Floors on a sheet are farther apart. */
const APART = 3;

/** Smallest view in m². Anything smaller is a detail. */
const LEAST = 20;

/** Distance in m from a view within which its title stands. */
const TITLE = 8;

/** A part of a CAD drawing that stands apart from the rest, such as the plan of one storey beside those of others. */
export interface View {
  /** m. */
  readonly box: Box;
  /** Number of walls' strokes. */
  readonly strokes: number;
  /** The text that names a storey, and the number of that storey; undefined if there is none. */
  readonly title: { readonly text: string; readonly storey: number } | undefined;
}

/**
 * Returns the parts of a drawing that stand apart, told by its walls: strokes (in m) within 3 m of each other belong to
 * one. From left to right. The title of a part is taken from `words`, the texts of the drawing.
 */
export function viewsOf(walls: readonly Segment[], words: readonly Word[]): View[] {
  const boxes = walls.map((wall) => boxOfSegment(wall));
  const near = neighbours(boxes, APART);
  const seen = new Uint8Array(walls.length);
  const views: View[] = [];
  for (let start = 0; start < walls.length; start += 1) {
    if (seen[start] === 1) continue;
    seen[start] = 1;
    const members = [start];
    for (let at = 0; at < members.length; at += 1) {
      for (const next of near(boxes[members[at]])) {
        if (seen[next] === 1) continue;
        seen[next] = 1;
        members.push(next);
      }
    }
    const own = members.map((index) => boxes[index]);
    const box = {
      minX: minOf(own.map(({ minX }) => minX)),
      minY: minOf(own.map(({ minY }) => minY)),
      maxX: maxOf(own.map(({ maxX }) => maxX)),
      maxY: maxOf(own.map(({ maxY }) => maxY)),
    };
    if ((box.maxX - box.minX) * (box.maxY - box.minY) < LEAST) continue;
    views.push({ box, strokes: members.length, title: titleOf(box, words) });
  }
  return views.sort((a, b) => a.box.minX - b.box.minX || a.box.minY - b.box.minY);
}

/** Most cells along one side of the grid in which neighbours are looked for. */
const CELLS = 1000;

/**
 * Returns a search of the boxes within `apart` of a box, each found once by all searches together. A whole floor may lie
 * within that distance, if the unit isn't known yet: an index would find each box from every other.
 */
function neighbours(boxes: readonly Box[], apart: number): (box: Box) => number[] {
  const [x0, y0] = [minOf(boxes.map(({ minX }) => minX)), minOf(boxes.map(({ minY }) => minY))];
  const [x1, y1] = [maxOf(boxes.map(({ maxX }) => maxX)), maxOf(boxes.map(({ maxY }) => maxY))];
  const side = Math.max(apart, (x1 - x0) / CELLS, (y1 - y0) / CELLS);
  const cells = new Map<string, number[]>();
  const keysOf = ({ minX, minY, maxX, maxY }: Box): string[] => {
    const keys: string[] = [];
    for (let x = Math.floor((minX - x0) / side); x <= Math.floor((maxX - x0) / side); x += 1) {
      for (let y = Math.floor((minY - y0) / side); y <= Math.floor((maxY - y0) / side); y += 1) {
        keys.push(`${x} ${y}`);
      }
    }
    spendBudget(4 * keys.length);
    return keys;
  };
  for (const [index, box] of boxes.entries()) for (const key of keysOf(box)) addTo(cells, key, index);
  return (box) => {
    const around = grow(box, apart);
    return keysOf(around).flatMap((key) => {
      const here = cells.get(key) ?? [];
      spendBudget(2 * here.length);
      const [found, rest]: [number[], number[]] = [[], []];
      for (const index of here) (boxesMeet(around, boxes[index]) ? found : rest).push(index);
      cells.set(key, rest);
      return found;
    });
  };
}

function titleOf(box: Box, words: readonly Word[]): View['title'] {
  spendBudget(words.length);
  const near = words.flatMap(({ text, at: [x, y] }) => {
    const far = Math.hypot(Math.max(box.minX - x, 0, x - box.maxX), Math.max(box.minY - y, 0, y - box.maxY));
    const storey = far <= TITLE && text.length <= LONGEST_TITLE && /[层楼F]/i.test(text) ? storeyIn(text) : undefined;
    return storey === undefined ? [] : [{ text: text.replaceAll('\n', ' '), storey, far }];
  });
  const [best] = near.sort((a, b) => a.far - b.far);
  return best === undefined ? undefined : { text: best.text, storey: best.storey };
}

/** Letters from which on a text is no title. */
const LONGEST_TITLE = 24;

/** Metres around the walls of a view that belong to it. */
const AROUND = 1;

/**
 * Returns the region around the box of a view (m), about 1 m larger on each side, in drawing units: x and y of its
 * lower left corner, then of its upper right one.
 *
 * @param metres metres per drawing unit
 */
export function regionOf({ minX, minY, maxX, maxY }: Box, metres: number): readonly number[] {
  // Storeys lie over each other by their lower left corners, so these aren't rounded to figures that read well.
  const low = [minX, minY].map((value) => Math.floor((value - AROUND) / 1e-3) * (1e-3 / metres));
  const high = [maxX, maxY].map((value) => Math.ceil(value + AROUND) / metres);
  return [...low, ...high].map(tidy);
}

function tidy(value: number): number {
  return Number(value.toFixed(3)) + 0;
}

/** Returns as text the width and height of a box in m. */
export function sizeText({ minX, minY, maxX, maxY }: Box): Localized {
  return t.box({ width: (maxX - minX).toFixed(1), height: (maxY - minY).toFixed(1) });
}
