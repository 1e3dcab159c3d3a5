// Chooses among the gaps of a storey those that are openings, and those that are slips.

import type { Point } from '../../../geometry/types.js';
import { distance, halfway } from '../../../geometry/vector.js';
import { boxOfSegment, meeting } from '../../../plan/nearby.js';
import { lineFrame, toFrame } from '../../../plan/walls/plane.js';
import { FILLED, MEND, NARROWEST_DRAWN, NARROWEST_GAP, REVEAL, WIDEST_GAP, WIDEST_SIDE } from '../limits.js';
import type { Evidence, Gap } from '../types.js';
import { isLeaf } from './evidence.js';

/** The gaps between walls, sorted into openings, unsure ones and closed ones, which become wall. */
export interface Chosen {
  /** Something is drawn in them. */
  readonly drawn: readonly Gap[];
  /** Nothing is drawn in them; whether they part two rooms is decided later. */
  readonly unsure: readonly Gap[];
  /** Closed: slips and corners. */
  readonly closed: readonly Gap[];
}

/**
 * Sorts gaps into openings, unsure ones and closed ones. Drops all others, and openings and unsure gaps found a second
 * time. A drawn door or window counts only for the gap that it fills best.
 *
 * @param evidence all drawn doors and windows of the storey: the list that `Gap.by` holds indices of
 */
export function chosen(gaps: readonly Gap[], evidence: readonly Evidence[]): Chosen {
  const drawn: Gap[] = [];
  const unsure: Gap[] = [];
  const closed: Gap[] = [];
  for (const gap of gaps) {
    const { length, filled, isBetweenEnds, wall } = gap;
    if (filled >= FILLED && length >= NARROWEST_DRAWN) drawn.push(gap);
    else if (length <= MEND || (length <= NARROWEST_GAP && isBetweenEnds && wall > 0.5)) closed.push(gap);
    else if (length < NARROWEST_GAP) continue;
    else if (isBetweenEnds ? length <= WIDEST_GAP : length <= WIDEST_SIDE && wall >= MEND) unsure.push(gap);
  }
  const byWorth = (p: Gap, q: Gap) =>
    Number(q.isBetweenEnds) - Number(p.isBetweenEnds) || q.filled - p.filled || p.length - q.length;
  const taken = new Places();
  const used = new Set<number>();
  const isLeafy = (n: number) => evidence[n]?.shape.swings.some(isLeaf) === true;
  const served = new Set<number>();
  const keptDrawn: Gap[] = [];
  for (const gap of [...drawn].sort(byWorth)) {
    const by = [...gap.by];
    const isServed = gap.traces.length > 0 && gap.traces.every((n) => served.has(n));
    if (taken.holds(gap) || isServed || (by.every(isLeafy) && by.every((n) => used.has(n)))) continue;
    for (const n of by) used.add(n);
    for (const n of gap.traces) served.add(n);
    taken.add(gap);
    keptDrawn.push(gap);
  }
  const kept = keptDrawn.length === 0 ? undefined : besides(keptDrawn);
  const keptUnsure: Gap[] = [];
  for (const gap of [...unsure].sort((p, q) => p.length - q.length)) {
    if (taken.holds(gap) || kept?.(gap) === true || besides(keptUnsure)(gap)) continue;
    taken.add(gap);
    keptUnsure.push(gap);
  }
  return { drawn: keptDrawn, unsure: keptUnsure, closed };
}

/** Gaps found so far, by place. */
class Places {
  private readonly cells = new Map<string, Gap[]>();

  add(gap: Gap): void {
    const key = cellOf(halfway(gap.a, gap.b), 0, 0);
    this.cells.set(key, [...(this.cells.get(key) ?? []), gap]);
  }

  /** True if the same gap is there already, found from its other end or by its jambs. */
  holds(gap: Gap): boolean {
    const middle = halfway(gap.a, gap.b);
    for (const dx of [-1, 0, 1]) {
      for (const dy of [-1, 0, 1]) {
        for (const other of this.cells.get(cellOf(middle, dx, dy)) ?? []) {
          const near = 0.12 + 0.5 * Math.max(gap.thickness, other.thickness);
          if (distance(middle, halfway(other.a, other.b)) < near && Math.abs(gap.length - other.length) < 0.15) {
            return true;
          }
        }
      }
    }
    return false;
  }
}

function cellOf([x, y]: Point, dx: number, dy: number): string {
  return `${Math.floor(x) + dx} ${Math.floor(y) + dy}`;
}

/** Returns a test for gaps that run beside one of `kept`: its reveal, or its other face. */
function besides(kept: readonly Gap[]): (gap: Gap) => boolean {
  const meet = meeting(kept.map((gap) => boxOfSegment(gap)));
  return (gap) => {
    const middle = halfway(gap.a, gap.b);
    return meet(boxOfSegment({ a: middle, b: middle }, REVEAL)).some((i) => {
      const [frame, own] = [lineFrame(kept[i]), lineFrame(gap)];
      if (frame === undefined || own === undefined) return false;
      const isParallel = Math.abs(frame.along[0] * own.along[0] + frame.along[1] * own.along[1]) > 0.97;
      const [s, d] = toFrame(frame, middle);
      // In one wall the next opening follows; only what lies side by side can be a reveal.
      const isInLine = Math.abs(d) <= Math.max(kept[i].thickness, gap.thickness) / 2;
      const isNext = isInLine && Math.abs(s - frame.length / 2) >= (frame.length + own.length) / 2;
      return isParallel && Math.abs(d) < REVEAL && s > -REVEAL && s < frame.length + REVEAL && !isNext;
    });
  };
}
