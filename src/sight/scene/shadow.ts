// The shadow of one panel: which heights and which stretch of each bearing it hides.
import type { Point, Ring, Segment } from '../../geometry/types.js';
import type { Span } from '../optics/optics.js';

/** Heights between which something hides, m above the floor; −∞: down to the floor, ∞: up to the ceiling. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** An extent that hides every height, from the floor to the ceiling. */
export const FULL: Extent = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** Height of the eye, and heights of the target; m above the floor. */
export interface Heights {
  readonly eye: number;
  /** A place is hidden if all of these heights are; in must-see it is a single height. */
  readonly target: Span;
}

/**
 * Returns where a panel hides, as multiples [near, far] of its own plan distance from the eye along each bearing; far
 * is ∞ if its shadow has no end. Undefined: nowhere.
 *
 * The sight line to a target of height t at plan distance D is at height H + (t − H)·u where it has gone the part u of
 * D. A panel at distance d = u·D hides the target when that height is between its edges: linear in u, so the hidden u
 * are an interval, and D/d = 1/u. At a given u the hidden t are an interval too: of a band of heights all are hidden
 * when both its ends are. Low walls and lintels are one case, mirrored about the eye's height.
 *
 * @param closed true if a sight line along the panel's very edge is hidden (must-see), false if it passes (may-see)
 */
export function shadowSpan(extent: Extent, { eye, target: [low, high] }: Heights, closed: boolean): Span | undefined {
  const first = hidden(extent, eye, low, closed);
  const second = low === high ? first : hidden(extent, eye, high, closed);
  if (first === undefined || second === undefined) return undefined;
  const span: Span = [Math.max(first[0], second[0]), Math.min(first[1], second[1])];
  return span[1] > span[0] ? span : undefined;
}

function hidden({ from, to }: Extent, eye: number, target: number, closed: boolean): Span | undefined {
  if (!closed && (from === eye || to === eye)) return undefined;
  const rise = target - eye;
  if (rise === 0) return from <= eye && eye <= to ? [1, Number.POSITIVE_INFINITY] : undefined;
  const [a, b] = [(from - eye) / rise, (to - eye) / rise];
  const least = Math.max(0, Math.min(a, b));
  const most = Math.min(1, Math.max(a, b));
  return most > least ? [1 / most, least === 0 ? Number.POSITIVE_INFINITY : 1 / least] : undefined;
}

/** True if a panel that hides an extent hides everything beyond it; `closed` as in {@link shadowSpan}. */
export function hidesAll(extent: Extent, heights: Heights, closed: boolean): boolean {
  const span = shadowSpan(extent, heights, closed);
  return span !== undefined && span[0] === 1 && span[1] === Number.POSITIVE_INFINITY;
}

/**
 * True if a device mounted on a panel at height `eye` (m above the floor) has the panel behind it: then it sees nothing
 * past it, since every sight line begins at the panel. At the very height of the panel's edge it is true if `closed`
 * (must-see), and false if not: in may-see the device looks past the panel. This is the limit of {@link shadowSpan} for
 * a panel at distance 0.
 */
export function isAtHeight({ from, to }: Extent, eye: number, closed: boolean): boolean {
  return closed ? from <= eye && eye <= to : from < eye && eye < to;
}

/** m: an eye this near to a panel's line looks along it, and the panel has no shadow on either side. */
const ON_LINE = 1e-6;

/**
 * Returns the shadow of a panel in plan: all between the panel scaled by `near` about the eye and the panel scaled by
 * `far`. [] if the eye is on the panel's line.
 *
 * @param reach m: shadows that go farther end there or beyond
 */
export function shadowOf({ a, b }: Segment, [near, far]: Span, eye: Point, reach: number): Ring {
  const [ax, ay] = [a[0] - eye[0], a[1] - eye[1]];
  const [bx, by] = [b[0] - eye[0], b[1] - eye[1]];
  const distance = Math.abs(ax * by - ay * bx) / Math.hypot(bx - ax, by - ay);
  if (!(distance > ON_LINE)) return [];
  const end = Math.min(far, Math.max(2 * near, (2 * reach) / distance));
  const at = (x: number, y: number, scale: number): Point => [eye[0] + scale * x, eye[1] + scale * y];
  return [at(ax, ay, near), at(bx, by, near), at(bx, by, end), at(ax, ay, end)];
}
