// Cells of a camera's poses: those to begin with, and their halves.

import type { Range } from '../../plan/model.js';
import type { PoseBox } from '../../sight/types.js';

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

/** Returns the two halves of a cell across its widest span; undefined if none is wider than `width` degrees. */
export function halved(box: PoseBox, width: number): [PoseBox, PoseBox] | undefined {
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
