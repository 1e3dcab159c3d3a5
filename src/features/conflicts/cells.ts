import { spendBudget } from '../../base/budget.js';
import type { Range, Zone } from '../../plan/model.js';
import type { PoseBox } from '../../sight/types.js';
import { SEARCH } from './types.js';

/** What keeps all poses of a cell from both: too little is covered, or a private zone is seen. */
export type Excluded = { readonly is: 'coverage' } | { readonly is: 'sight'; readonly zone: Zone };

/** A cell of which no pose does both. */
export interface Closed {
  readonly box: PoseBox;
  readonly by: Excluded;
}

/** Cells as far as they were divided. */
export interface Cells {
  /** Cells that are not excluded, no wider than asked for. */
  readonly open: readonly PoseBox[];
  readonly closed: readonly Closed[];
  /** Cells that were looked at. */
  readonly count: number;
  /** More cells than may be were needed: some open ones are wider. */
  readonly cut: boolean;
}

/** Degrees: cells to begin with. */
const FIRST = { headings: 6, tilts: 6, fields: 12 } as const;

/** The cells to begin with: all poses in the given spans, laid out from the drawn one. */
export function firstCells(drawn: { heading: number; tilt: number }, spans: PoseBox): PoseBox[] {
  const headings = cut(spans.headings, drawn.heading, FIRST.headings);
  const tilts = cut(spans.tilts, drawn.tilt, FIRST.tilts);
  const fields = cut(spans.fields, spans.fields[1], FIRST.fields);
  return headings.flatMap((h) => tilts.flatMap((t) => fields.map((f) => ({ headings: h, tilts: t, fields: f }))));
}

/** A span cut at odd multiples of half a step from `about`, so that it lies in the middle of a part. */
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
 * Divides cells until each is excluded or no wider than `width` degrees. What is excluded is so for every one of its poses,
 * so that where nothing is left open no pose does both.
 */
export function divide(
  cells: readonly PoseBox[],
  width: number,
  excluded: (box: PoseBox) => Excluded | undefined,
  before = 0,
): Cells {
  const open: PoseBox[] = [];
  const closed: Closed[] = [];
  const waiting = [...cells].reverse();
  let count = before;
  for (let box = waiting.pop(); box !== undefined; box = waiting.pop()) {
    if (count >= SEARCH.cells) return { open: [...open, box, ...waiting], closed, count, cut: true };
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

/** Steps of looking at a cell, beside what is measured in it. */
const CELL = 500;

/** The two halves of a cell across its widest span; undefined where none is wider than `width`. */
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
