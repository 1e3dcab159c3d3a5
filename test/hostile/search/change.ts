// Changes of a document: what the search grows of the inputs that were the worst so far.
import type { Json } from './kinds.js';

/** A change, by numbers from 0 to 1, so that the same change can be made of a document that has grown. */
export type Change = readonly [what: number, where: number, how: number];

const NUMBERS = [
  0,
  -0,
  1,
  -1,
  0.001,
  1e-9,
  1e-5,
  90,
  180,
  359.999,
  1000,
  1e5,
  1e6,
  1e9,
  1e15,
  1e300,
  2 ** 31,
  0.1 + 0.2,
];

const TEXTS = [
  '',
  ' ',
  'a'.repeat(256),
  '(a+)+$',
  '**/**/**/**/*a',
  '{a,{b,{c,d}}}',
  '\u{1F600}',
  '\ud800',
  '﷽',
  '__proto__',
];

/** Returns the document with a change made. */
export function changed(document: Json, [what, where, how]: Change): Json {
  const places = placesOf(document);
  if (what < 0.45) {
    const lists = places.filter(({ value }) => Array.isArray(value) && value.length > 0);
    return at(lists, where, document, (value) => (Array.isArray(value) ? grown(value, how) : value));
  }
  if (what < 0.6) {
    const objects = places.filter(({ value }) => isKeys(value) && Object.keys(value).length > 0);
    return at(objects, where, document, (value) => (isKeys(value) ? withMoreKeys(value, how) : value));
  }
  if (what < 0.85) {
    const numbers = places.filter(({ value }) => typeof value === 'number');
    return at(numbers, where, document, (value) => {
      const n = Math.floor(how * (NUMBERS.length + 12));
      return NUMBERS[n] ?? (typeof value === 'number' ? value * [0.1, 0.5, 0.99, 1.01, 2, 10][n % 6] : value);
    });
  }
  const texts = places.filter(({ value }) => typeof value === 'string');
  return at(texts, where, document, (value) => {
    const n = Math.floor(how * (TEXTS.length + 3));
    return TEXTS[n] ?? (typeof value === 'string' ? value.repeat(2 + (n % 3) * 8).slice(0, 4096) : value);
  });
}

/** Four times as many items, each moved a little, and none of the same id. */
function grown(list: Json[], how: number): Json[] {
  const times = 2 + Math.floor(how * 4);
  const shift = [0, 1e-4, 0.01, 1][Math.floor(how * 16) % 4];
  return Array.from({ length: times }, (_, n) =>
    n === 0 ? list : list.map((item) => moved(item, n * shift, `-${n}`)),
  ).flat();
}

function moved(value: Json, by: number, mark: string): Json {
  if (typeof value === 'number') return value + by;
  if (Array.isArray(value)) return value.map((item) => moved(item, by, mark));
  if (!isKeys(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (key === 'id' && typeof item === 'string') return [key, item + mark];
      return [
        key,
        ['at', 'line', 'rect', 'polygon', 'coordinates', 'pairs', 'elevation'].includes(key)
          ? moved(item, by, mark)
          : item,
      ];
    }),
  );
}

function withMoreKeys(keys: { [key: string]: Json }, how: number): { [key: string]: Json } {
  const names = Object.keys(keys);
  const name = names[Math.floor(how * names.length)];
  const more = Array.from({ length: 30 }, (_, n) => [`${name}${n}`, keys[name]]);
  return { ...keys, ...Object.fromEntries(more) };
}

interface Spot {
  readonly value: Json;
  readonly path: readonly (string | number)[];
}

/** Most places of a document that are considered: those found first. */
const PLACES = 20_000;

/** Places nearest the root first, so that what is near it is changed as often as what there is most of. */
function placesOf(document: Json): Spot[] {
  const found: Spot[] = [{ value: document, path: [] }];
  for (let n = 0; n < found.length && found.length < PLACES; n += 1) {
    const { value, path } = found[n];
    if (Array.isArray(value))
      for (const [index, item] of value.entries()) found.push({ value: item, path: [...path, index] });
    else if (isKeys(value))
      for (const [key, item] of Object.entries(value)) found.push({ value: item, path: [...path, key] });
  }
  return found;
}

function at(spots: readonly Spot[], where: number, document: Json, change: (value: Json) => Json): Json {
  if (spots.length === 0) return document;
  // Squared: rather near the root.
  const { path } = spots[Math.floor(where * where * spots.length)];
  const inside = (value: Json, depth: number): Json => {
    if (depth === path.length) return change(value);
    const key = path[depth];
    if (Array.isArray(value)) return value.map((item, index) => (index === key ? inside(item, depth + 1) : item));
    if (!isKeys(value)) return value;
    return { ...value, [key]: inside(value[key], depth + 1) };
  };
  return inside(document, 0);
}

function isKeys(value: Json): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
