import { spendBudget } from '../../base/budget.js';
import type { Segment } from '../../geometry/types.js';
import { runsAlongFace, stretchAlong } from '../../plan/walls/along.js';
import { fromFrame } from '../../plan/walls/plane.js';
import type { Cut } from '../../plan/walls/walls.js';
import { openingSegment } from '../../plan/walls/walls.js';
import type { Extent } from './shadow.js';

/** A stretch of an opening's line, and the other openings that lie there too: a transom over its door, or a mistake. */
export interface Shared extends Segment {
  readonly with: readonly Cut[];
}

/**
 * The line of an opening in stretches, cut where others begin or end that lie in the same wall over it: by 5 mm at least,
 * else they share an end.
 */
export function stretchesOf(cut: Cut, others: readonly Cut[]): Shared[] {
  const { frame } = cut;
  const over = others.flatMap((other) => {
    const thickness = Math.max(cut.opening.thickness ?? 0, other.opening.thickness ?? 0);
    const part =
      other === cut || !runsAlongFace(openingSegment(other.opening), frame, thickness)
        ? undefined
        : stretchAlong(openingSegment(other.opening), frame);
    return part === undefined ? [] : [{ other, ...part }];
  });
  if (over.length === 0) return [{ ...openingSegment(cut.opening), with: [] }];
  const ends = [...new Set([0, frame.length, ...over.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  spendBudget(4 * ends.length * over.length);
  return ends.slice(1).flatMap((to, i): Shared[] => {
    const from = ends[i];
    const middle = (from + to) / 2;
    const here = over.filter((part) => part.from < middle && middle < part.to).map(({ other }) => other);
    return [{ a: fromFrame(frame, from, 0), b: fromFrame(frame, to, 0), with: here }];
  });
}

/** Where both hide. */
export function inBoth(some: readonly Extent[], others: readonly Extent[]): readonly Extent[] {
  return some.flatMap((one) =>
    others.flatMap((other): Extent[] => {
      const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
      if (from >= to) return [];
      return [from === one.from && to === one.to ? one : from === other.from && to === other.to ? other : { from, to }];
    }),
  );
}
