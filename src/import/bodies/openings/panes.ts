// Windows drawn on the layer of the walls: lines side by side from jamb to jamb, in a wall that goes on at both ends.

import { spendBudget } from '../../../base/budget.js';
import type { Segment } from '../../../geometry/types.js';
import { boxOfSegment, meeting } from '../../../plan/nearby.js';
import { type LineFrame, lineFrame, toFrame } from '../../../plan/walls/plane.js';
import { LEAST_OVERLAP, PANES, SHORTEST_OPENING, THICKEST, WIDEST_JAMBS } from '../limits.js';
import { partAlong } from './evidence.js';

/**
 * Returns the windows drawn among walls, each as the indices of its lines in `lines` (m): three or more parallel lines
 * that begin and end together, where the wall goes on beyond both ends with fewer lines. A wall that is itself drawn
 * with several lines goes on with just as many.
 */
export function panesAmong(lines: readonly Segment[]): number[][] {
  const meet = meeting(lines.map((line) => boxOfSegment(line)));
  const used = new Set<number>();
  return [...lines.keys()].flatMap((i): number[][] => {
    const frame = lineFrame(lines[i]);
    if (used.has(i) || frame === undefined) return [];
    if (frame.length < SHORTEST_OPENING || frame.length > WIDEST_JAMBS) return [];
    const near = meet(boxOfSegment(lines[i], THICKEST + PANES.off));
    spendBudget(10 * near.length);
    const beside = near
      .flatMap((j) => (used.has(j) ? [] : { j, off: offOf(frame, lines[j]) }))
      .flatMap(({ j, off }) => (off === undefined ? [] : [{ j, off }]))
      .sort((p, q) => p.off - q.off);
    const at = beside.findIndex(({ j }) => j === i);
    let [from, to] = [at, at];
    while (from > 0 && beside[from].off - beside[from - 1].off <= PANES.apart) from -= 1;
    while (to + 1 < beside.length && beside[to + 1].off - beside[to].off <= PANES.apart) to += 1;
    const group = beside.slice(from, to + 1);
    const [low, high] = [group[0].off, group[group.length - 1].off];
    if (group.length < PANES.least || high - low > THICKEST) return [];
    const members = new Set(group.map(({ j }) => j));
    const goesOn = [0, 0];
    for (const j of near) {
      const part = members.has(j) ? undefined : partAlong(lines[j], frame, THICKEST);
      if (part === undefined || !isBetween(frame, lines[j], low - PANES.off, high + PANES.off)) continue;
      const [start, end] = part;
      if (start <= -LEAST_OVERLAP && end >= -PANES.off) goesOn[0] += 1;
      if (end >= frame.length + LEAST_OVERLAP && start <= frame.length + PANES.off) goesOn[1] += 1;
    }
    if (goesOn.some((count) => count === 0 || count >= group.length)) return [];
    for (const j of members) used.add(j);
    return [[...members]];
  });
}

/** Returns how far a line lies beside another that begins and ends with it; undefined if it doesn't. */
function offOf(frame: LineFrame, line: Segment): number | undefined {
  const part = partAlong(line, frame, THICKEST);
  if (part === undefined || Math.abs(part[0]) > PANES.off || Math.abs(part[1] - frame.length) > PANES.off)
    return undefined;
  const [[, da], [, db]] = [toFrame(frame, line.a), toFrame(frame, line.b)];
  return (da + db) / 2;
}

function isBetween(frame: LineFrame, { a, b }: Segment, low: number, high: number): boolean {
  return [a, b].every((end) => {
    const [, d] = toFrame(frame, end);
    return d >= low && d <= high;
  });
}
