// Division of a camera's poses into cells until each is excluded or small.

import { spendBudget } from '../../base/budget.js';
import type { Range } from '../../plan/model.js';
import type { PoseBox } from '../../sight/types.js';

/** Most cells that a search examines. Chosen by sitecam and printed. */
export const MOST_CELLS = 20_000;

/** A cell of which every pose is excluded, and the reason. */
export interface Closed<Reason> {
  readonly box: PoseBox;
  readonly by: Reason;
}

/** The result of dividing cells. */
export interface Cells<Reason> {
  /** Cells that aren't excluded, no wider than asked for unless `cut`. */
  readonly open: readonly PoseBox[];
  /** Cells that are excluded. */
  readonly closed: readonly Closed<Reason>[];
  /** Number of cells examined. */
  readonly count: number;
  /** True if the limit on cells was reached, so that some open cells are wider. */
  readonly cut: boolean;
}

/** Widths of the first cells, in degrees. */
const FIRST = { headings: 6, tilts: 6, fields: 12 } as const;

/** Returns the first cells: all poses in the given spans, laid out so that the drawn pose is in the middle of one. */
export function firstCells(drawn: { heading: number; tilt: number }, spans: PoseBox): PoseBox[] {
  const headings = cut(spans.headings, drawn.heading, FIRST.headings);
  const tilts = cut(spans.tilts, drawn.tilt, FIRST.tilts);
  const fields = cut(spans.fields, spans.fields[1], FIRST.fields);
  return headings.flatMap((h) => tilts.flatMap((t) => fields.map((f) => ({ headings: h, tilts: t, fields: f }))));
}

/** Returns a span cut at odd multiples of half a step from `about`, so that `about` lies in the middle of a part. */
function cut([from, to]: Range, about: number, step: number): Range[] {
  if (to <= from) return [[from, to]];
  const parts: Range[] = [];
  let start = from;
  for (let k = Math.floor((from - about) / step + 0.5); ; k++) {
    const end = Math.min(to, about + (k + 0.5) * step);
    if (end > start + 1e-9) {
      parts.push([start, end]);
      start = end;
    }
    if (end >= to) return parts;
  }
}

/**
 * Divides cells until each is excluded or no wider than `width` degrees. `excluded` gives a reason that must hold for
 * every pose of a cell. So if no cell stays open, it is proved that no pose is free of all reasons.
 *
 * @param before cells examined earlier, which count towards the limit
 */
export function divide<Reason>(
  cells: readonly PoseBox[],
  width: number,
  excluded: (box: PoseBox) => Reason | undefined,
  before = 0,
): Cells<Reason> {
  const open: PoseBox[] = [];
  const closed: Closed<Reason>[] = [];
  const waiting = [...cells].reverse();
  let count = before;
  for (let box = waiting.pop(); box !== undefined; box = waiting.pop()) {
    if (count >= MOST_CELLS) return { open: [...open, box, ...waiting], closed, count, cut: true };
    count += 1;
    spendBudget(CELL);
    const by = excluded(box);
    if (by !== undefined) closed.push({ box, by });
    else {
      const halves = halved(box, width);
      if (halves === undefined) open.push(box);
      else waiting.push(...halves);
    }
  }
  return { open, closed, count, cut: false };
}

/** Budget steps for examining one cell, without the measuring in it. */
const CELL = 500;

/** Returns the two halves of a cell across its widest span; undefined if none is wider than `width`. */
function halved(box: PoseBox, width: number): [PoseBox, PoseBox] | undefined {
  const sizes = (['headings', 'tilts', 'fields'] as const).map((key) => ({ key, size: widthOf(box[key]) }));
  const [widest] = sizes.sort((a, b) => b.size / FIRST[b.key] - a.size / FIRST[a.key]);
  if (widest === undefined || widest.size * (FIRST.headings / FIRST[widest.key]) <= width) return undefined;
  const [from, to] = box[widest.key];
  const middle = (from + to) / 2;
  return [
    { ...box, [widest.key]: [from, middle] },
    { ...box, [widest.key]: [middle, to] },
  ];
}

function widthOf([from, to]: Range): number {
  return to - from;
}
