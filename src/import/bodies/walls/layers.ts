// Walls drawn in layers: brick with insulation or render before it, a cavity between two leaves.

import { addTo } from '../../../base/arrays.js';
import { spendBudget } from '../../../base/budget.js';
import { lengthOf } from '../../../geometry/shapes/segment.js';
import { boxOfSegment, meeting } from '../../../plan/nearby.js';
import { fromFrame, type LineFrame, lineFrame, toFrame } from '../../../plan/walls/plane.js';
import { LAYER, LEAST_OVERLAP, PILLAR_TO_THICKNESS, STRAIGHT, THICKEST, WELD } from '../limits.js';
import type { Strip } from '../types.js';

/** A strip along a common line: from `from` to `to`, its faces `low` and `high` beside it. */
interface Layer {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Returns the strips of wall, with strips that lie face to face joined to one as far as they run side by side: a wall
 * is all its layers, and its openings go through all of them. Strips that would together be thicker than a wall stay
 * apart.
 */
export function layered(strips: readonly Strip[]): Strip[] {
  const meet = meeting(strips.map((strip) => boxOfSegment(strip, strip.thickness / 2)));
  const group = strips.map((_, n) => n);
  const rootOf = (n: number): number => {
    let root = n;
    while (group[root] !== root) root = group[root];
    for (let at = n; group[at] !== root; ) [at, group[at]] = [group[at], root];
    return root;
  };
  for (const [n, strip] of strips.entries()) {
    const frame = lineFrame(strip);
    if (frame === undefined) continue;
    const near = meet(boxOfSegment(strip, strip.thickness / 2 + WELD));
    spendBudget(8 * near.length);
    for (const m of near) if (m > n && isFaceToFace(frame, strip, strips[m])) group[rootOf(m)] = rootOf(n);
  }
  const groups = new Map<number, Strip[]>();
  for (const [n, strip] of strips.entries()) addTo(groups, rootOf(n), strip);
  return [...groups.values()].flatMap((together) => (together.length === 1 ? together : joined(together)));
}

/** True if two strips share a face for some way. */
function isFaceToFace(frame: LineFrame, strip: Strip, other: Strip): boolean {
  const layer = layerOf(frame, other);
  if (layer === undefined) return false;
  const half = strip.thickness / 2;
  const apart = Math.min(Math.abs(layer.low - half), Math.abs(layer.high + half));
  return apart <= WELD && Math.min(layer.to, frame.length) - Math.max(layer.from, 0) >= LEAST_OVERLAP;
}

/** Returns a strip along a line; undefined if it turns from it. */
function layerOf(frame: LineFrame, strip: Strip): Layer | undefined {
  const [[sa, da], [sb, db]] = [toFrame(frame, strip.a), toFrame(frame, strip.b)];
  if (Math.abs(db - da) > STRAIGHT * Math.abs(sb - sa) + WELD / 2) return undefined;
  const [off, half] = [(da + db) / 2, strip.thickness / 2];
  return { from: Math.min(sa, sb), to: Math.max(sa, sb), low: off - half, high: off + half };
}

/** Returns strips that share faces as pieces of wall: from each place where a layer begins or ends to the next. */
function joined(strips: readonly Strip[]): Strip[] {
  const longest = strips.reduce((most, one) => (lengthOf(one) > lengthOf(most) ? one : most));
  const frame = lineFrame(longest);
  if (frame === undefined) return [...strips];
  const layers = strips.map((strip) => layerOf(frame, strip));
  const others = strips.filter((_, n) => layers[n] === undefined);
  const all = layers.flatMap((layer) => layer ?? []).sort((p, q) => p.from - q.from);
  // Layers that end within a weld of each other end together.
  const stops: number[] = [];
  for (const stop of all.flatMap(({ from, to }) => [from, to]).sort((p, q) => p - q)) {
    if (stops.length === 0 || stop - stops[stops.length - 1] > 2 * WELD) stops.push(stop);
  }
  /** Runs of layers, each as far as it goes on. */
  const runs: { from: number; to: number; readonly run: readonly Layer[] }[] = [];
  const open = new Map<string, (typeof runs)[number]>();
  let [next, here]: [number, Layer[]] = [0, []];
  for (const [k, from] of stops.entries()) {
    const to = stops[k + 1] ?? from;
    const middle = (from + to) / 2;
    if (to === from) continue;
    here = here.filter((layer) => layer.to > middle);
    for (; next < all.length && all[next].from < middle; next += 1) if (all[next].to > middle) here.push(all[next]);
    spendBudget(4 * here.length + 4);
    for (const run of wallsAcross(here)) {
      const key = `${Math.round(run[0].low / WELD)} ${Math.round(thicknessOf(run) / WELD)}`;
      const before = open.get(key);
      if (before !== undefined && from - before.to <= 1e-9) before.to = to;
      else {
        const begun = { from, to, run };
        open.set(key, begun);
        runs.push(begun);
      }
    }
  }
  const stripOf = ({ from, to, low, high }: Layer): Strip => {
    const off = (low + high) / 2;
    return { a: fromFrame(frame, from, off), b: fromFrame(frame, to, off), thickness: high - low };
  };
  return [
    ...runs.flatMap(({ from, to, run }) => {
      if (to - from <= PILLAR_TO_THICKNESS * thicknessOf(run))
        return run.map((layer) => stripOf({ ...layer, from, to }));
      return [stripOf({ from, to, low: run[0].low, high: run[0].low + thicknessOf(run) })];
    }),
    ...others,
  ];
}

/** Returns the layers side by side as walls: those that stand face to face, each second one as thin as a layer is. */
function wallsAcross(layers: readonly Layer[]): Layer[][] {
  const runs: Layer[][] = [];
  for (const layer of [...layers].sort((p, q) => p.low - q.low || p.high - q.high)) {
    const run = runs[runs.length - 1];
    const before = run?.[run.length - 1];
    if (before !== undefined && layer.low - before.high <= WELD && (isThin(before) || isThin(layer))) run.push(layer);
    else runs.push([layer]);
  }
  return runs.flatMap((run) => (thicknessOf(run) <= THICKEST ? [run] : run.map((layer) => [layer])));
}

function isThin({ low, high }: Layer): boolean {
  return high - low <= LAYER;
}

function thicknessOf(run: readonly Layer[]): number {
  return Math.max(...run.map(({ high }) => high)) - run[0].low;
}
