// Gaps between walls that look like slips of the drawing: light leaks, and walls that end a little before another.

import { charge } from '../base/budget.js';
import { compareLength } from '../base/threshold.js';
import { distance, nearestOnSegment } from '../geometry/index.js';
import type { Point, Segment } from '../geometry/types.js';
import { wallEnds } from '../plan/doubts/wall-ends.js';
import type { GroundLevel } from '../plan/ground.js';
import type { Opening, Wall, Zone } from '../plan/model.js';
import { edgesOf, segmentsOf } from '../plan/walls/plane.js';
import { zonesOn } from '../sight/scene/scene.js';
import { memoizePerGround } from './memo.js';

/** A gap between walls that looks like a slip of the drawing. */
export interface Gap {
  readonly level: string;
  /** Subject of the finding on it. */
  readonly subject: string;
  /** Ids of what it lies between. */
  readonly between: readonly string[];
  readonly at: Point;
  /** Metres. */
  readonly gap: number;
  /** From a wall's end to the other side. */
  readonly line: Segment;
  /** A light leak, of 5 to 50 mm, or a wall that ends farther before another. */
  readonly is: 'leak' | 'end';
}

/**
 * Returns the gaps between walls that look like slips of the drawing, level by level in the plan's order. The subject
 * of a gap is made of the ids of the elements that it lies between (`a/b`); the second and later gaps between the same
 * elements add a number (`a/b/2`). Leaks are numbered in the order in which they lie along the first of the elements,
 * from its first point on, so that turning the plan changes no subject.
 */
export const gapsOf = memoizePerGround(({ site, sight }): readonly Gap[] => {
  const seen = new Map<string, number>();
  const gaps: Gap[] = [];
  const add = (gap: Omit<Gap, 'subject'>): void => {
    const name = gap.between.join('/');
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    gaps.push({ ...gap, subject: count === 1 ? name : `${name}/${count}` });
  };
  for (const level of site.levels) {
    const zones = zonesOn(site, level.id);
    const elements = elementsOn(zones, level);
    const leaks = charge('walls', level.id, () => sight.leaks(level.id))
      .map((leak) => ({ ...leak, along: lengthTo(elements.get(leak.between[0] ?? ''), leak.at) }))
      .sort((p, q) => p.along - q.along);
    for (const { at, gap, line, between } of leaks) add({ level: level.id, between, at, gap, line, is: 'leak' });
    for (const { between, line, gap } of charge('walls', level.id, () => wallEnds(level, zones))) {
      const at: Point = [(line.a[0] + line.b[0]) / 2, (line.a[1] + line.b[1]) / 2];
      add({ level: level.id, between, at, gap, line, is: 'end' });
    }
  }
  return gaps;
});

type Element = Zone | Wall | Opening;

function elementsOn(zones: readonly Zone[], { walls, openings }: GroundLevel): ReadonlyMap<string, Element> {
  return new Map([...zones, ...walls, ...openings].map((element) => [element.id, element]));
}

function outlinesOf({ region: { rings, shadows } }: Zone) {
  return [...rings, ...shadows];
}

/** Returns the length in m along an element as it is drawn, from its first point to where it is nearest to `at`. */
function lengthTo(element: Element | undefined, at: Point): number {
  if (element === undefined) return 0;
  const edges = 'line' in element ? segmentsOf(element.line) : outlinesOf(element).flatMap(edgesOf);
  let [length, along, least] = [0, 0, Number.POSITIVE_INFINITY];
  for (const edge of edges) {
    const foot = nearestOnSegment(at, edge);
    const off = distance(at, foot);
    if (compareLength(off, least) === 'below') [along, least] = [length + distance(edge.a, foot), off];
    length += distance(edge.a, edge.b);
  }
  return along;
}
