import type { PlanDoc } from './document.js';

/** ms: a fault is told with the smallest plan found by then. */
const PATIENCE = 20_000;

/**
 * A smaller plan of which the same is wrong, by leaving things out: levels, elements, keys, corners, then digits.
 *
 * @param fails whether the same is wrong of a plan
 */
export function shrunk(source: PlanDoc, fails: (doc: PlanDoc) => boolean): PlanDoc {
  const until = performance.now() + PATIENCE;
  let best: unknown = structuredClone(source);
  const holds = (value: unknown): boolean => {
    try {
      return fails(value as PlanDoc);
    } catch {
      return false;
    }
  };
  for (let before = ''; before !== JSON.stringify(best) && performance.now() < until; ) {
    before = JSON.stringify(best);
    for (const path of pathsIn(best)) {
      if (performance.now() >= until) break;
      for (const smaller of smallerAt(best, path)) {
        if (!holds(smaller)) continue;
        best = smaller;
        break;
      }
    }
  }
  return best as PlanDoc;
}

type Path = readonly string[];

/** Paths of everything in a value, whole things before their parts, and the last of a list before the first. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.keys(value)
      .toReversed()
      .flatMap((key) => pathsIn((value as Record<string, unknown>)[key], [...path, key])),
  ];
}

function smallerAt(root: unknown, path: Path): unknown[] {
  const value = valueAt(root, path);
  if (value === undefined || path.length === 0) return [];
  const without = changed(root, path, undefined);
  if (typeof value !== 'number') return [without];
  const rounder = [0, Math.round(value), Number(value.toFixed(1)), Number(value.toFixed(3))].filter(
    (number) => number !== value,
  );
  return [without, ...rounder.map((number) => changed(root, path, number))];
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** `root` with something else at a path; undefined: nothing. */
function changed(root: unknown, path: Path, put: unknown): unknown {
  const copy = structuredClone(root);
  const holder = valueAt(copy, path.slice(0, -1));
  const key = path[path.length - 1];
  if (Array.isArray(holder)) holder.splice(Number(key), 1, ...(put === undefined ? [] : [put]));
  else if (typeof holder === 'object' && holder !== null) {
    const record = holder as Record<string, unknown>;
    if (put === undefined) delete record[key];
    else record[key] = put;
  }
  return copy;
}
