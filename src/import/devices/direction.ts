// Reads camera directions as people write them.

import { bearing } from '../../plan/read/frame.js';

/**
 * Direction of a device, degrees clockwise from north: one heading, or a sector clockwise from one bearing to another.
 */
export type Direction =
  | { readonly kind: 'heading'; readonly heading: number }
  /** `from` is in [0, 360), `to` in (from, from + 360]. */
  | { readonly kind: 'sector'; readonly from: number; readonly to: number };

/** Reason why a text isn't read as a direction. */
export type DirectionFault =
  /** Nothing is written, or a word for nothing. */
  | 'empty'
  /** A number that is no bearing; most are lists that lost their separators (90100). */
  | 'out-of-range'
  /** Relative to something unknown here: the way a road was drawn, the start of a turn. */
  | 'relative'
  /** Readable in two ways: 67,5. */
  | 'ambiguous'
  /** A range that ends where it starts: a line, or all round. */
  | 'no-width'
  | 'unreadable';

/** Result of `readDirections`: at least one direction, or a fault. */
export type Directions =
  | {
      readonly ok: true;
      readonly directions: readonly [Direction, ...Direction[]];
      /** True if a bearing is written as a negative number, a turn to the left of north. */
      readonly negative: boolean;
    }
  | { readonly ok: false; readonly fault: DirectionFault };

/**
 * Reads a direction as people write it. Case does not count; white space may stand between any two parts:
 *
 *     directions = direction { separator direction } [ separator ] ;
 *     separator  = ";" | "," | "；" | "，" | "、" ;
 *     direction  = bearing | bearing to bearing ;       (* clockwise from the first to the second *)
 *     to         = "-" | "−" | "–" | "—" | "~" | "～" | "to" | "至" | "到" ;
 *     bearing    = number | wind ;
 *     number     = [ "+" | "-" | "−" ] digits [ "." digits ] [ "°" | "º" | "˚" | "deg" | "degree" | "degrees" | "度" ] ;
 *     wind       = "N" | "NNE" | … the sixteen, by letters | by words, with or without "-" or a space between |
 *                  [ "正" | "朝" | "向" ] ( "北" | "东北" | "东" | … the eight ) ;
 *
 * - A text that can be a number is one: `-30` is a bearing, not a range without its start.
 * - A number is a bearing from -180 to 360. Negative numbers turn left of north, so -30 is 330. Anything beyond is a
 *   typing error (365, or 90100 for 90;100) that could stand for several bearings: refused.
 * - `A-B` goes clockwise from A to B, through north if B is less than A. `0-360` is all round; any other range that
 *   ends where it starts is refused.
 * - `north-east` is the wind, `N-E` the quarter from north to east. Letters of other languages aren't read: O is east
 *   in German and west in French.
 * - A list is read whole or not at all, so that no direction of a multi-sensor camera is lost.
 * - `67,5` can be a decimal or a list: a comma with a single digit right after it isn't read.
 *
 * Source: OSM wiki, Key:direction and Key:camera:direction, and values found in OSM data. Never throws.
 */
export function readDirections(text: string): Directions {
  // NFKC would turn other degree signs into letters.
  const written = text.replace(/[º˚]/gu, '°').normalize('NFKC').trim().toLowerCase();
  if (NOTHING.test(written)) return fail('empty');
  if (RELATIVE.test(written)) return fail('relative');
  if (COMMA_OR_POINT.test(written)) return fail('ambiguous');
  const items = written.replace(/\s*[;,、]$/u, '').split(/\s*[;,、]\s*/u);
  const directions: Direction[] = [];
  let negative = false;
  for (const item of items) {
    const read = readOne(item);
    if (!read.ok) return read;
    directions.push(read.direction);
    negative ||= read.negative;
  }
  const [first, ...more] = directions;
  return first === undefined ? fail('unreadable') : { ok: true, directions: [first, ...more], negative };
}

const NOTHING = /^(?:|null|none|nil|n\/?a|nan|unknown|undefined|-|\?|无|未知|不详)$/u;
const RELATIVE =
  /\b(?:forwards?|backwards?|both|left|right|(?:counter-?|anti-?)?clockwise|up|down)\b|顺时针|逆时针|前方|后方/u;
const COMMA_OR_POINT = /\d,\d(?!\d)/u;

type ReadOne =
  | { readonly ok: true; readonly direction: Direction; readonly negative: boolean }
  | { readonly ok: false; readonly fault: DirectionFault };

function readOne(item: string): ReadOne {
  const alone = readBearing(item);
  if (alone !== undefined) {
    if (alone === OUT_OF_RANGE) return fail('out-of-range');
    return { ok: true, direction: { kind: 'heading', heading: turnOf(alone) }, negative: alone < 0 };
  }
  const ends = endsOf(item);
  if (ends === undefined) return fail('unreadable');
  const [from, to] = ends;
  if (from === OUT_OF_RANGE || to === OUT_OF_RANGE) return fail('out-of-range');
  const start = turnOf(from);
  const turned = to - from === 360 ? 360 : turnOf(to - from);
  if (turned === 0) return fail('no-width');
  return { ok: true, direction: { kind: 'sector', from: start, to: start + turned }, negative: from < 0 || to < 0 };
}

/** Returns `degrees` in [0, 360). A value so close below 0 that it rounds to 360 becomes 0 (north). */
function turnOf(degrees: number): number {
  return bearing(degrees) % 360;
}

/** Returns both bearings of a range, split at the first dash that leaves two bearings; undefined if there is none. */
function endsOf(item: string): readonly [Bearing, Bearing] | undefined {
  for (const { index, 0: dash } of item.matchAll(/[-−–—~]|to|至|到/gu)) {
    const from = readBearing(item.slice(0, index).trim());
    const to = readBearing(item.slice(index + dash.length).trim());
    if (from !== undefined && to !== undefined) return [from, to];
  }
  return undefined;
}

const OUT_OF_RANGE = Symbol('out of range');
type Bearing = number | typeof OUT_OF_RANGE;

const NUMBER = /^([+-−]?\d+(?:\.\d+)?)\s*(?:°|deg|degrees?|度)?$/u;

function readBearing(text: string): Bearing | undefined {
  const [, digits] = NUMBER.exec(text) ?? [];
  if (digits === undefined) return windOf(text);
  const value = Number(digits.replace('−', '-'));
  return value >= -180 && value <= 360 ? value : OUT_OF_RANGE;
}

const WINDS = ['n', 'nne', 'ne', 'ene', 'e', 'ese', 'se', 'sse', 's', 'ssw', 'sw', 'wsw', 'w', 'wnw', 'nw', 'nnw'];
const WINDS_ZH = ['北', '东北', '东', '东南', '南', '西南', '西', '西北'];
const LETTERS: Readonly<Record<string, string>> = { north: 'n', east: 'e', south: 's', west: 'w' };

function windOf(text: string): number | undefined {
  const zh = WINDS_ZH.indexOf(text.replace(/^[正朝向]/u, ''));
  if (zh >= 0) return zh * 45;
  const letters = /^(?:(?:north|east|south|west)[-\s]?)+$/u.test(text)
    ? text.replace(/[-\s]/gu, '').replace(/north|east|south|west/gu, (word) => LETTERS[word] ?? '')
    : text;
  const wind = WINDS.indexOf(letters);
  return wind < 0 ? undefined : wind * 22.5;
}

function fail(fault: DirectionFault): { readonly ok: false; readonly fault: DirectionFault } {
  return { ok: false, fault };
}
