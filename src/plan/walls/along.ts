// Stretches of a face that run along a line, such as an opening's.

import { compareLength, LENGTH_TOLERANCE } from '../../base/threshold.js';
import type { Segment } from '../../geometry/types.js';
import { distance } from '../../geometry/vector.js';
import { fromFrame, type LineFrame, PARALLEL, SAME_LINE, SLIVER, toFrame } from './plane.js';

/**
 * The part of a face along a frame's line: from `from` to `to` in m along the line, with its offset across (m, left
 * positive) at both ends.
 */
export interface FaceStretch {
  readonly from: number;
  readonly to: number;
  readonly dFrom: number;
  readonly dTo: number;
}

/**
 * Returns the stretch of a face beside the frame's line, at any distance from it; undefined if the two aren't parallel
 * (to 10°) or don't overlap.
 */
export function stretchAlong({ a, b }: Segment, { origin, along, length: line }: LineFrame): FaceStretch | undefined {
  const [ux, uy] = along;
  const ax = a[0] - origin[0];
  const ay = a[1] - origin[1];
  const bx = b[0] - origin[0];
  const by = b[1] - origin[1];
  const sa = ax * ux + ay * uy;
  const da = ay * ux - ax * uy;
  const sb = bx * ux + by * uy;
  const db = by * ux - bx * uy;
  const length = Math.hypot(sb - sa, db - da);
  if (length === 0 || Math.abs(db - da) > PARALLEL * length) return undefined;
  const from = Math.max(0, Math.min(sa, sb));
  const to = Math.min(line, Math.max(sa, sb));
  if (compareLength(to - from, SLIVER) === 'below' && to - from < line / 2) return undefined;
  return {
    from,
    to,
    dFrom: da + ((from - sa) / (sb - sa)) * (db - da),
    dTo: da + ((to - sa) / (sb - sa)) * (db - da),
  };
}

/**
 * True if `face` runs along the frame's line: it is parallel to it (to 10°), and some part beside the line is at most
 * `thickness` m, or 5 cm if that is more, away from it.
 */
export function runsAlongFace(face: Segment, frame: LineFrame, thickness: number): boolean {
  const reach = Math.max(SAME_LINE, thickness) + LENGTH_TOLERANCE;
  if (isFarFrom(face, frame, reach)) return false;
  const part = stretchAlong(face, frame);
  if (part === undefined) return false;
  const nearest = part.dFrom * part.dTo <= 0 ? 0 : Math.min(Math.abs(part.dFrom), Math.abs(part.dTo));
  return nearest <= reach;
}

/** True if the boxes around the face and the frame's line are more than `reach` m apart, as most faces are. Cheap. */
export function isFarFrom({ a, b }: Segment, { origin, along, length }: LineFrame, reach: number): boolean {
  const x = origin[0] + along[0] * length;
  if (Math.max(a[0], b[0]) + reach < Math.min(origin[0], x)) return true;
  if (Math.min(a[0], b[0]) - reach > Math.max(origin[0], x)) return true;
  const y = origin[1] + along[1] * length;
  if (Math.max(a[1], b[1]) + reach < Math.min(origin[1], y)) return true;
  return Math.min(a[1], b[1]) - reach > Math.max(origin[1], y);
}

/**
 * Returns the parts of `face` that remain once the stretch beside the frame's line, at any distance from it, is cut out;
 * undefined if there is none ({@link stretchAlong}).
 */
export function withoutStretch<F extends Segment>(face: F, frame: LineFrame): F[] | undefined {
  const part = stretchAlong(face, frame);
  if (part === undefined) return undefined;
  const start = fromFrame(frame, part.from, part.dFrom);
  const end = fromFrame(frame, part.to, part.dTo);
  const [sa] = toFrame(frame, face.a);
  const [sb] = toFrame(frame, face.b);
  const [first, last] = sa <= sb ? [start, end] : [end, start];
  const parts: F[] = [];
  if (compareLength(distance(face.a, first), SLIVER) === 'above') parts.push({ ...face, b: first });
  if (compareLength(distance(last, face.b), SLIVER) === 'above') parts.push({ ...face, a: last });
  return parts;
}
