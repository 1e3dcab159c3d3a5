// Walls as bodies: strips between two faces, solids, and lines that are a wall by themselves.

import type { Point, Ring, Segment } from '../../../geometry/types.js';
import { boxOfSegment, meeting } from '../../../plan/nearby.js';
import { fromFrame, lineFrame, toFrame } from '../../../plan/walls/plane.js';
import { LEAST_OVERLAP, WELD } from '../limits.js';
import type { Strip, Walls } from '../types.js';
import { cleaned } from './clean.js';
import { layered } from './layers.js';
import { pairFaces } from './pair.js';
import { type Stretch, without } from './stretches.js';

/** Returns the walls of a storey (m) as bodies: from lines, solids, and the strips that wide lines are. */
export function wallsOf(drawn: readonly Segment[], solids: readonly Ring[], wide: readonly Strip[]): Walls {
  const lines = cleaned(drawn);
  const { strips: paired, used } = pairFaces(lines);
  const strips = [...layered(paired), ...wide];
  const meet = meeting(strips.map((strip) => boxOfSegment(strip, strip.thickness / 2)));
  const singles = lines.flatMap((line, i) => {
    const frame = lineFrame(line);
    if (frame === undefined) return [];
    let rest: Stretch[] = [[0, frame.length]];
    for (const [from, to] of used[i]) rest = without(rest, from, to);
    for (const n of meet(boxOfSegment(line, WELD))) {
      const [from, to] = insideOf(strips[n], line) ?? [0, 0];
      if (to > from) rest = without(rest, from, to);
    }
    return rest.flatMap(([from, to]) =>
      to - from < LEAST_OVERLAP / 2 ? [] : [{ a: fromFrame(frame, from, 0), b: fromFrame(frame, to, 0) }],
    );
  });
  return { lines, strips, singles, solids };
}

/**
 * Returns the corners of the rectangle, `thickness` wide, that has a line as its axis, counter-clockwise; none for a
 * line without length.
 */
export function rectangleOf({ a, b }: Segment, thickness: number): Point[] {
  const frame = lineFrame({ a, b });
  if (frame === undefined) return [];
  const half = thickness / 2;
  return [
    fromFrame(frame, 0, -half),
    fromFrame(frame, frame.length, -half),
    fromFrame(frame, frame.length, half),
    fromFrame(frame, 0, half),
  ];
}

/**
 * Returns the stretch of a line, in m from its start, that lies in a strip or within `by` m of it; undefined if none
 * does.
 */
export function insideOf(strip: Strip, line: Segment, by = WELD): Stretch | undefined {
  const [frame, own] = [lineFrame(strip), lineFrame(line)];
  if (frame === undefined || own === undefined) return undefined;
  const [[sa, da], [sb, db]] = [toFrame(frame, line.a), toFrame(frame, line.b)];
  const half = strip.thickness / 2 + by;
  let [from, to] = [0, 1];
  for (const [p, q, low, high] of [
    [sa, sb, -by, frame.length + by],
    [da, db, -half, half],
  ] as const) {
    if (p === q) {
      if (p < low || p > high) return undefined;
      continue;
    }
    const [one, other] = [(low - p) / (q - p), (high - p) / (q - p)];
    from = Math.max(from, Math.min(one, other));
    to = Math.min(to, Math.max(one, other));
  }
  return to > from ? [from * own.length, to * own.length] : undefined;
}
