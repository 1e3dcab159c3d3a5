import type { Point, Segment } from '../geometry/types.js';
import { type Frame, frameOf, fromFrame, PARALLEL, SAME_LINE, SLIVER, toFrame } from './walls-plane.js';

/** Where a face runs along a frame's line: stretch [from, to] in s, m, and its offsets across at both ends. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly dFrom: number;
  readonly dTo: number;
}

/** Where `face` runs along the frame's line; undefined where it doesn't, however near. */
export function along(face: Segment, frame: Frame): Stretch | undefined {
  const [sa, da] = toFrame(frame, face.a);
  const [sb, db] = toFrame(frame, face.b);
  const length = Math.hypot(sb - sa, db - da);
  if (length === 0 || Math.abs(db - da) > PARALLEL * length) return undefined;
  const from = Math.max(0, Math.min(sa, sb));
  const to = Math.min(frame.length, Math.max(sa, sb));
  if (to - from < Math.min(SLIVER, frame.length / 2)) return undefined;
  const offset = (s: number) => da + ((s - sa) / (sb - sa)) * (db - da);
  return { from, to, dFrom: offset(from), dTo: offset(to) };
}

/** Whether `face` runs along the frame's line within `thickness` m of it, or as good as on it. */
export function meets(face: Segment, frame: Frame, thickness: number): boolean {
  const reach = Math.max(SAME_LINE, thickness) + 1e-9;
  if (isApart(face, frame, reach)) return false;
  const part = along(face, frame);
  if (part === undefined) return false;
  const nearest = part.dFrom * part.dTo <= 0 ? 0 : Math.min(Math.abs(part.dFrom), Math.abs(part.dTo));
  return nearest <= reach;
}

/** Whether the boxes round the face and the frame's line are more than `reach` m apart: most faces are. */
export function isApart({ a, b }: Segment, { origin, along, length }: Frame, reach: number): boolean {
  return [0, 1].some((axis) => {
    const start = origin[axis] ?? 0;
    const end = start + (along[axis] ?? 0) * length;
    const [p, q] = [a[axis] ?? 0, b[axis] ?? 0];
    return Math.max(p, q) + reach < Math.min(start, end) || Math.min(p, q) - reach > Math.max(start, end);
  });
}

/** What is left of `face` when the stretch that runs along `line` is taken out. */
export function without<F extends Segment>(face: F, line: Segment, thickness: number): F[] {
  const frame = frameOf(line);
  if (frame === undefined || !meets(face, frame, thickness)) return [face];
  const part = along(face, frame);
  if (part === undefined) return [face];
  const start = fromFrame(frame, part.from, part.dFrom);
  const end = fromFrame(frame, part.to, part.dTo);
  const [sa] = toFrame(frame, face.a);
  const [sb] = toFrame(frame, face.b);
  const [first, last] = sa <= sb ? [start, end] : [end, start];
  const parts: F[] = [];
  if (distance(face.a, first) > SLIVER) parts.push({ ...face, b: first });
  if (distance(last, face.b) > SLIVER) parts.push({ ...face, a: last });
  return parts;
}

function distance(p: Point, q: Point): number {
  return Math.hypot(p[0] - q[0], p[1] - q[1]);
}
