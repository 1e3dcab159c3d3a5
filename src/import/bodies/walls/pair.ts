// Pairs the faces of walls.

import { spendBudget } from '../../../base/budget.js';
import { lengthOf } from '../../../geometry/shapes/segment.js';
import type { Segment } from '../../../geometry/types.js';
import { boxOfSegment, meeting } from '../../../plan/nearby.js';
import { fromFrame, type LineFrame, lineFrame, toFrame } from '../../../plan/walls/plane.js';
import {
  CLASS,
  COMMON,
  DOUBLE,
  LAYER,
  LEAST_OVERLAP,
  LENGTH_TO_THICKNESS,
  PARALLEL,
  PILLAR_TO_THICKNESS,
  THICKEST,
  THINNEST,
  USED,
} from '../limits.js';
import type { Strip } from '../types.js';
import { type Stretch, within, without } from './stretches.js';

/** Strips of wall and, for each line, the stretches of it that are a face of one, in m from its start. */
export interface Paired {
  readonly strips: readonly Strip[];
  readonly used: readonly (readonly Stretch[])[];
}

/**
 * Returns the strips of wall between parallel lines; `lines` (m) as `cleaned` returns them. The thinnest strips are
 * taken first, and each side of each stretch of a face is used once, so that a narrow closet between two partitions is
 * never a wall. A strip thicker than `COMMON` is taken only if the drawing uses that thickness, and none is if the
 * drawing shows each wall as a single line.
 */
export function pairFaces(lines: readonly Segment[]): Paired {
  const candidates = candidatesOf(lines);
  const first = taken(lines, candidates);
  const lengths = new Map<number, number>();
  let paired = 0;
  for (const strip of first.strips) {
    const thickness = Math.round(strip.thickness / CLASS);
    lengths.set(thickness, (lengths.get(thickness) ?? 0) + lengthOf(strip));
    paired += lengthOf(strip);
  }
  const all = lines.reduce((sum, line) => sum + lengthOf(line), 0);
  const isDouble = 2 * paired > DOUBLE * all;
  const used = (thickness: number): boolean => {
    const at = Math.round(thickness / CLASS);
    return [at - 1, at, at + 1].reduce((sum, one) => sum + (lengths.get(one) ?? 0), 0) >= USED * paired;
  };
  return taken(
    lines,
    candidates.filter(({ thickness }) => thickness <= COMMON || (isDouble && used(thickness))),
  );
}

/** Two lines side by side: the second lies `side` (1 left, -1 right) of the first, between `from` and `to` along it. */
interface Candidate {
  readonly thickness: number;
  readonly i: number;
  readonly j: number;
  readonly from: number;
  readonly to: number;
  readonly side: 1 | -1;
}

function candidatesOf(lines: readonly Segment[]): Candidate[] {
  const meet = meeting(lines.map((line) => boxOfSegment(line)));
  const found: Candidate[] = [];
  for (const [i, line] of lines.entries()) {
    const frame = lineFrame(line);
    if (frame === undefined || frame.length < LEAST_OVERLAP) continue;
    const near = meet(boxOfSegment(line, THICKEST));
    spendBudget(20 * near.length);
    for (const j of near) {
      const other = j > i ? beside(frame, lines[j]) : undefined;
      if (other !== undefined) found.push({ ...other, i, j });
    }
  }
  return found.sort((p, q) => p.thickness - q.thickness || q.to - q.from - (p.to - p.from) || p.i - q.i || p.j - q.j);
}

function beside(frame: LineFrame, other: Segment): Omit<Candidate, 'i' | 'j'> | undefined {
  const [[sa, da], [sb, db]] = [toFrame(frame, other.a), toFrame(frame, other.b)];
  const length = Math.hypot(sb - sa, db - da);
  if (length < LEAST_OVERLAP || da * db <= 0 || Math.abs(db - da) > PARALLEL * length) return undefined;
  const [from, to] = [Math.max(0, Math.min(sa, sb)), Math.min(frame.length, Math.max(sa, sb))];
  // At the overlap's middle: lines that aren't quite parallel spread further out.
  const off = da + (((from + to) / 2 - sa) / (sb - sa)) * (db - da);
  const thickness = Math.abs(off);
  if (to - from < Math.max(LEAST_OVERLAP, LENGTH_TO_THICKNESS * thickness)) return undefined;
  if (thickness < THINNEST || thickness > THICKEST) return undefined;
  return { thickness, from, to, side: off > 0 ? 1 : -1 };
}

function taken(lines: readonly Segment[], candidates: readonly Candidate[]): Paired {
  const frames = lines.map((line) => lineFrame(line));
  const free = new Map<string, readonly Stretch[]>();
  const freeOn = (line: number, side: number): readonly Stretch[] =>
    free.get(`${line} ${side}`) ?? [[0, frames[line]?.length ?? 0]];
  const used: Stretch[][] = lines.map(() => []);
  const strips: Strip[] = [];
  /** Stretches that are faces of walls other than a layer of insulation. */
  const solid: Stretch[][] = lines.map(() => []);
  /**
   * Returns those of `free`, stretches between two lines, that a thick wall may fill. A line with wall on one side has a
   * room on its other one, not a thick wall: a closet between two partitions. But a thick wall may have a layer of
   * insulation on one of its sides; what is hardly longer than thick is a pillar beside a wall.
   */
  const thick = (stretches: readonly Stretch[], { i, j, thickness }: Candidate, along: (at: Stretch) => Stretch) => {
    const theirs = used[j].map(along);
    const both = used[i].flatMap(([p, q]) => within(theirs, p, q));
    const insulated = outside(stretches, [...solid[i], ...solid[j].map(along), ...both]).filter(
      ([p, q]) => q - p > PILLAR_TO_THICKNESS * thickness,
    );
    return [...insulated, ...outside(stretches, [...used[i], ...theirs, ...insulated])];
  };
  for (const candidate of candidates) {
    const { i, j, from, to, side, thickness } = candidate;
    const [one, other] = [frames[i], frames[j]];
    if (one === undefined || other === undefined) continue;
    const [base] = toFrame(one, other.origin);
    const turn = one.along[0] * other.along[0] + one.along[1] * other.along[1] > 0 ? 1 : -1;
    const onOther = -side * turn;
    const along = ([p, q]: Stretch): Stretch => {
      const [s, e] = [base + turn * p, base + turn * q];
      return s < e ? [s, e] : [e, s];
    };
    const theirs = freeOn(j, onOther).map(along);
    const open = within(freeOn(i, side), from, to).flatMap(([p, q]) => within(theirs, p, q));
    const both = thickness > COMMON ? thick(open, candidate, along) : open;
    spendBudget(4 * both.length + 4);
    for (const [p, q] of both) {
      if (q - p < LEAST_OVERLAP) continue;
      const [r, s] = [(p - base) * turn, (q - base) * turn].sort((m, n) => m - n) as [number, number];
      free.set(`${i} ${side}`, without(freeOn(i, side), p, q));
      free.set(`${j} ${onOther}`, without(freeOn(j, onOther), r, s));
      used[i].push([p, q]);
      used[j].push([r, s]);
      if (thickness > LAYER) {
        solid[i].push([p, q]);
        solid[j].push([r, s]);
      }
      const off = (side * thickness) / 2;
      strips.push({ a: fromFrame(one, p, off), b: fromFrame(one, q, off), thickness });
    }
  }
  return { strips, used };
}

/** Returns `stretches` without the parts in others. */
function outside(stretches: readonly Stretch[], others: readonly Stretch[]): readonly Stretch[] {
  return others.reduce<readonly Stretch[]>((rest, [p, q]) => without(rest, p, q), stretches);
}
