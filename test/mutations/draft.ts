import { type Collection, isKeys, type Json, type Keys } from './edit.js';

/** What random edits are made of: numbers from a seed, and the elements of a level. */
export type Random = () => number;

type Point = readonly [number, number];
type Line = readonly [Point, Point];

export interface Draft {
  readonly random: Random;
  readonly level: Keys;
  readonly document: Keys;
  /** An id that is nobody's yet. */
  readonly fresh: string;
}

/** Uniform numbers in [0, 1) from a seed (mulberry32). */
export function numbers(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function pick<T>(random: Random, items: readonly T[]): T | undefined {
  return items[Math.floor(random() * items.length)];
}

/** To the centimetre, as people draw. */
export function between(random: Random, low: number, high: number): number {
  return round(low + random() * (high - low));
}

export function round(metres: number): number {
  return Math.round(metres * 100) / 100;
}

export function list(value: Json | undefined): Keys[] {
  return Array.isArray(value) ? value.filter(isKeys) : [];
}

export function of(level: Keys, name: Collection): Keys[] {
  return list(level[name]);
}

export function assign(element: Keys, key: string, value: Json): string {
  if (value === null) delete element[key];
  else element[key] = value;
  return `${String(element.id)} ${key} ${JSON.stringify(value)}`;
}

export function push(level: Keys, name: Collection, element: Keys): string {
  const all = level[name];
  level[name] = [...(Array.isArray(all) ? all : []), element];
  return `new ${name} ${JSON.stringify(element)}`;
}

export function points(value: Json | undefined): Point[] {
  return (Array.isArray(value) ? value : []).map((at): Point => {
    const [x, y] = Array.isArray(at) ? at.map(Number) : [0, 0];
    return [x, y];
  });
}

export function ringOf(zone: Keys): Point[] {
  if (!Array.isArray(zone.rect)) return points(zone.polygon);
  const [x, y, width, depth] = zone.rect.map(Number);
  return [
    [x, y],
    [x + width, y],
    [x + width, y + depth],
    [x, y + depth],
  ];
}

/** A point in the box of a zone, clear of its edges. */
export function pointIn(random: Random, zone: Keys): number[] {
  const ring = ringOf(zone);
  const along = (axis: 0 | 1) => {
    const all = ring.map((at) => at[axis]);
    const [low, high] = [Math.min(...all), Math.max(...all)];
    return round(low + (0.05 + 0.9 * random()) * (high - low));
  };
  return [along(0), along(1)];
}

export function lineOf(opening: Keys): Line {
  const [a, b] = points(opening.line);
  return [a, b];
}

export function cameras(level: Keys): Keys[] {
  return of(level, 'devices').filter(
    ({ kind, type }) => kind === 'camera' || (kind === undefined && type !== undefined),
  );
}
