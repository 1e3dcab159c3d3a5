// Openings that lie over each other in one wall, such as a transom over a door.
import { spendBudget } from '../../base/budget.js';
import type { Segment } from '../../geometry/types.js';
import { runsAlongFace, stretchAlong } from '../../plan/walls/along.js';
import { fromFrame } from '../../plan/walls/plane.js';
import type { Cut } from '../../plan/walls/walls.js';
import { openingSegment } from '../../plan/walls/walls.js';
import type { Extent } from './shadow.js';

/** Stretch of an opening's line, and the other openings that lie there too: a transom over its door, or a mistake. */
export interface Shared extends Segment {
  readonly with: readonly Cut[];
}

/**
 * Returns the line of an opening in stretches, cut where openings begin or end that overlap it in the same wall by at
 * least 5 mm; less is a shared end.
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

/** Returns the heights that are in both lists. */
export function inBoth(some: readonly Extent[], others: readonly Extent[]): readonly Extent[] {
  return some.flatMap((one) =>
    others.flatMap((other): Extent[] => {
      const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
      if (from >= to) return [];
      return [from === one.from && to === one.to ? one : from === other.from && to === other.to ? other : { from, to }];
    }),
  );
}
