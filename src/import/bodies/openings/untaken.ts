// Doors and windows drawn where no gap is: in a wall that runs through, or in a row between two walls.

import { groupBy } from '../../../base/arrays.js';
import { lengthOf } from '../../../geometry/shapes/segment.js';
import type { Point, Segment } from '../../../geometry/types.js';
import { halfway } from '../../../geometry/vector.js';
import { boxOfSegment, meeting } from '../../../plan/nearby.js';
import { fromFrame, type LineFrame, lineFrame, toFrame } from '../../../plan/walls/plane.js';
import {
  BESIDE,
  FAR,
  MEETING_LEAVES,
  ROW,
  ROW_TO_WALL,
  SAME_OPENING,
  SHORTEST_OPENING,
  THICKEST,
  WITHIN,
} from '../limits.js';
import type { Evidence, Strip, Untaken, Walls } from '../types.js';
import { isLeaf, partAlong, type Trace } from './evidence.js';
import type { Bodies } from './rays.js';

/** An opening placed where a door or window is drawn in no gap between walls. `by`: indices of the drawn evidence. */
export interface Placed extends Segment {
  readonly thickness: number;
  readonly by: readonly number[];
}

/**
 * Places an opening for each drawn door or window that fills no gap: in a wall that runs through, or in a row between
 * two walls. Returns these openings, and the evidence for which there is no such place.
 *
 * @param traces segments along which `evidence` shows openings (`tracesOf`)
 * @param taken indices of the evidence that fills a gap
 */
export function placeUntaken(
  evidence: readonly Evidence[],
  traces: readonly Trace[],
  taken: ReadonlySet<number>,
  walls: Walls,
  bodies: Bodies,
): { readonly placed: readonly Placed[]; readonly untaken: readonly Untaken[] } {
  const used = new Set(taken);
  const placed: Placed[] = [];
  const untaken: Untaken[] = [];
  const wall = wallAlong(walls);
  const rows = rowsOf(traces, bodies);
  const tracesBy = groupBy(traces, (trace) => trace.of);
  const order = [...evidence.keys()].sort(
    (p, q) => Number(evidence[q].shape.swings.length > 0) - Number(evidence[p].shape.swings.length > 0) || p - q,
  );
  for (const n of order) {
    if (used.has(n)) continue;
    const own = (tracesBy.get(n) ?? []).filter((trace) => lengthOf(trace) >= SHORTEST_OPENING);
    const [best] = own
      .map((trace) => ({
        trace,
        share: bodies.shareInside(trace, BESIDE / 3),
        ends: [bodies.distance(trace.a, FAR), bodies.distance(trace.b, FAR)] as const,
      }))
      .sort((p, q) => Number(q.share > WITHIN) - Number(p.share > WITHIN) || sum(p.ends) - sum(q.ends));
    if (best === undefined) {
      const [at = [0, 0] as const] = evidence[n].shape.lines.flat();
      untaken.push({ evidence: n, at, ends: undefined });
      continue;
    }
    const within = best.share > WITHIN ? wall(best.trace, own) : undefined;
    if (within !== undefined) {
      used.add(n);
      placed.push({ ...within, by: [n] });
      continue;
    }
    const row = own.flatMap((trace) => rows(trace) ?? [])[0];
    if (row === undefined) untaken.push({ evidence: n, at: halfway(best.trace.a, best.trace.b), ends: best.ends });
    else {
      for (const one of row.by) used.add(one);
      placed.push(row);
    }
  }
  return { placed: merged(placed, evidence), untaken: untaken.filter((one) => !used.has(one.evidence)) };
}

/**
 * Returns the openings with those that overlap in one wall as one: the panes of a window are drawn line by line. Leaves
 * that meet are a double door.
 */
function merged(placed: readonly Placed[], evidence: readonly Evidence[]): Placed[] {
  const isLeafy = ({ by }: Placed) => by.some((n) => evidence[n].shape.swings.some(isLeaf));
  const longestFirst = [...placed].sort((p, q) => lengthOf(q) - lengthOf(p));
  const meet = meeting(longestFirst.map((one) => boxOfSegment(one)));
  const gone = new Set<number>();
  const kept: Placed[] = [];
  for (const [i, one] of longestFirst.entries()) {
    const frame = lineFrame(one);
    if (gone.has(i) || frame === undefined) continue;
    let [from, to] = [0, frame.length];
    const by = [...one.by];
    for (const j of meet(boxOfSegment(one, BESIDE))) {
      const part = j > i && !gone.has(j) ? partAlong(longestFirst[j], frame, BESIDE) : undefined;
      const least = isLeafy(one) && isLeafy(longestFirst[j]) ? -MEETING_LEAVES : SAME_OPENING;
      if (part === undefined || Math.min(part[1], to) - Math.max(part[0], from) < least) continue;
      gone.add(j);
      by.push(...longestFirst[j].by);
      [from, to] = [Math.min(from, part[0]), Math.max(to, part[1])];
    }
    kept.push({ ...one, a: fromFrame(frame, from, 0), b: fromFrame(frame, to, 0), by });
  }
  return kept;
}

function sum([a, b]: readonly [number, number]): number {
  return a + b;
}

/** An opening on the axis of its wall. */
type OnAxis = Segment & { readonly thickness: number };

/**
 * Returns a search of the wall that a line runs along: the line moved onto its axis, with its thickness, as long as all
 * that is drawn along it.
 */
function wallAlong({ strips, singles }: Walls): (line: Segment, all: readonly Segment[]) => OnAxis | undefined {
  const all: readonly Strip[] = [...strips, ...singles.map((line) => ({ ...line, thickness: 0 }))];
  const meet = meeting(all.map((strip) => boxOfSegment(strip, strip.thickness / 2)));
  return (line, drawn) => {
    let best: { readonly line: OnAxis; readonly worth: number } | undefined;
    for (const i of meet(boxOfSegment(line, BESIDE))) {
      const strip = all[i];
      const frame = lineFrame(strip);
      const part = frame && partAlong(line, frame, strip.thickness / 2 + BESIDE);
      if (frame === undefined || part === undefined) continue;
      const both = Math.min(part[1], frame.length) - Math.max(part[0], 0);
      const off = Math.abs(toFrame(frame, halfway(line.a, line.b))[1]);
      const worth = both + (strip.thickness > 0 ? 1e-3 : 0) - off;
      if (both < SHORTEST_OPENING / 2 || (best !== undefined && worth <= best.worth)) continue;
      const parts = drawn.flatMap((one) => {
        const beside = partAlong(one, frame, strip.thickness / 2 + BESIDE);
        return beside === undefined ? [] : [beside];
      });
      const a = fromFrame(frame, Math.min(part[0], ...parts.map(([from]) => from)), 0);
      const b = fromFrame(frame, Math.max(part[1], ...parts.map(([, to]) => to)), 0);
      best = { line: { a, b, thickness: strip.thickness }, worth };
    }
    return best?.line;
  };
}

/** Returns a search of rows: side light, leaf, side light in one line, from wall to wall. */
function rowsOf(traces: readonly Trace[], bodies: Bodies): (trace: Trace) => Placed | undefined {
  const meet = meeting(traces.map((trace) => boxOfSegment(trace)));
  return (trace) => {
    const frame = lineFrame(trace);
    if (frame === undefined) return undefined;
    let [low, high] = [0, frame.length];
    const by = new Set([trace.of]);
    for (let grew = true; grew; ) {
      grew = false;
      const span: Segment = { a: fromFrame(frame, low - ROW, 0), b: fromFrame(frame, high + ROW, 0) };
      for (const i of meet(boxOfSegment(span, BESIDE))) {
        const part = partAlong(traces[i], frame, BESIDE);
        if (part === undefined || part[0] > high + ROW || part[1] < low - ROW) continue;
        if (part[0] >= low - 1e-6 && part[1] <= high + 1e-6) continue;
        [low, high, grew] = [Math.min(low, part[0]), Math.max(high, part[1]), true];
        by.add(traces[i].of);
      }
    }
    const [before, after] = [reach(frame, low, -1, bodies), reach(frame, high, 1, bodies)];
    if (before === undefined || after === undefined) return undefined;
    return { a: fromFrame(frame, low - before, 0), b: fromFrame(frame, high + after, 0), thickness: 0, by: [...by] };
  };
}

/** Returns how far a row's end is from the wall ahead; undefined if none is near. */
function reach(frame: LineFrame, s: number, side: 1 | -1, bodies: Bodies): number | undefined {
  const at: Point = fromFrame(frame, s, 0);
  if (bodies.distance(at, 0.1) < 0.02) return 0;
  const out: Point = [side * frame.along[0], side * frame.along[1]];
  const ahead = bodies.ahead(at, out, 0, ROW_TO_WALL);
  if (ahead !== undefined) return ahead;
  return bodies.distance(at, THICKEST) < 0.1 ? 0.1 : undefined;
}
