// Cells of a camera's poses: those to begin with, across what a cell is divided, and its halves.

import type { Range } from '../../plan/model.js';
import type { PoseBox } from '../../sight/types.js';

/** Widths of the first cells, in degrees. */
const FIRST = { headings: 6, tilts: 6, fields: 12 } as const;

/**
 * Returns the first cells: all poses in the given spans, laid out so that the drawn pose is in the middle of one. The
 * pose is in degrees as in the model (headings clockwise from +y of the plan, tilts below the horizon).
 */
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
 * One of the spans of a cell of poses, such as its headings, across which the cell may be halved. All its sizes have
 * the same unit, such as degrees.
 */
export interface Span<Name> {
  readonly name: Name;
  readonly size: number;
  /** Size that counts as wide as the units of the other spans. */
  readonly unit: number;
  /** Size down to which it is divided. */
  readonly finest: number;
}

/**
 * Returns the name of the span with the greatest `size / unit` among those larger than their `finest`, the first of
 * equals; undefined if none is larger.
 */
export function widestOf<Name>(spans: readonly Span<Name>[]): Name | undefined {
  let best: Span<Name> | undefined;
  for (const one of spans) {
    if (one.size > one.finest && (best === undefined || one.size / one.unit > best.size / best.unit)) best = one;
  }
  return best?.name;
}

/** Returns the two halves of a range. */
export function halvesOfRange([from, to]: Range): [Range, Range] {
  const middle = (from + to) / 2;
  return [
    [from, middle],
    [middle, to],
  ];
}

/**
 * Returns the two halves of a cell across its widest span. Undefined if headings and tilts are at most `width`
 * degrees wide and fields of view at most twice that.
 */
export function halved(box: PoseBox, width: number): [PoseBox, PoseBox] | undefined {
  const widest = widestOf(
    (['headings', 'tilts', 'fields'] as const).map((name) => {
      const [from, to] = box[name];
      return { name, size: to - from, unit: FIRST[name], finest: (width * FIRST[name]) / FIRST.headings };
    }),
  );
  if (widest === undefined) return undefined;
  const [one, other] = halvesOfRange(box[widest]);
  return [
    { ...box, [widest]: one },
    { ...box, [widest]: other },
  ];
}
