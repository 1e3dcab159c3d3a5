// Texts of a drawing that name rooms.

import { append, maxOf } from '../../../../base/arrays.js';
import { locatePoint } from '../../../../geometry/shapes/locate.js';
import { boxOfRing, ringArea } from '../../../../geometry/shapes/ring.js';
import type { Point } from '../../../../geometry/types.js';
import { meeting } from '../../../../plan/nearby.js';

/** A text of a drawing with its position and letter height, in m. */
export interface Label {
  readonly at: Point;
  readonly text: string;
  /** Letter height in m. */
  readonly height: number;
}

/** A lone number, perhaps with sign and unit: a level, a length, a head count. */
const FIGURE = /^[(（]?\s*[±+\-−]?\d+(?:[.,]\d+)?\s*(?:mm|cm|m|米|毫米|人|%)?\s*[)）]?$/i;

/** An area: a text that ends in square metres. */
const AREA = /\d\s*(?:㎡|m²|m2|m\^2|平方米|平米)\s*[)）]?$/i;

/** Numbers of doors and windows in Chinese drawings: M0921, FM甲1221, C-1515. Source: GB/T 50104 practice. */
const CODE = /^(?:(?:FM|GM|JM|LM|TLM|MLC|FC|GC|LC|TC)[甲乙丙]?-?\d{1,6}|[MC]-?(?:\d{1,2}|\d{4}))[a-z'甲乙丙]?$/i;

/** True if `text` is the number of a door or window: M0921, FM甲1221. */
export function isDoorCode(text: string): boolean {
  return CODE.test(text);
}

/** A length in a size: 3600, 3.6m, 11'6, 12'-6". */
const LENGTH = String.raw`\d+(?:[.,]\d+)?\s{0,3}(?:['′’](?:\s{0,3}-?\s{0,3}\d+(?:\s\d+/\d+)?\s{0,3}["″”]?)?|["″”]|mm|cm|m)?`;

/** Sizes: 900x2100, 3.6m × 4.2m, 11'6 x 13'. */
const SIZE = new RegExp(`^${LENGTH}(?:\\s{0,3}[x×*]\\s{0,3}${LENGTH}){1,2}$`, 'i');

/** What stands beside the flight of a stair: 上, 下23级, UP 17R. */
const FLIGHT = /^(?:[上下](?:\s{0,3}\d+\s{0,3}[级步阶])?|(?:UP|DN|DOWN)(?:\s{0,3}\d+\s{0,3}R?)?)$/i;

/** A height, a slope or a scale with the word for it: H=2400, 净高2.6m, i=1%, 比例 1:100. */
const WORDED =
  /^(?:(?:H|CH|FFL)\s{0,3}[=＝:：]|(?:层高|净高|吊顶(?:高度?|标高)?|标高|底?距地)\s{0,3}[=＝:：]?)\s{0,3}[±+-]?\d+(?:\.\d+)?\s{0,3}(?:mm|cm|m|米)?$|^(?:i\s{0,3}[=＝]|坡度)\s{0,3}[=＝:：]?\s{0,3}\d+(?:\.\d+)?\s{0,3}[%‰]$|^比例\s{0,3}[:：]?\s{0,3}\d+\s{0,3}[:：]\s{0,3}\d+$/i;

/** A room number: three or four digits, perhaps with letters before or after. */
const ROOM_NUMBER = /^[A-Z]{0,2}-?\d{3,4}[A-Z]?$/i;

/** Fields of a table in a text that say what a room is called, or what its number is. */
const NAME_FIELD = /^(?:房间名称?|房名|用房名称|名称|用途|功能|ROOM(?:\s*NAME)?|NAME)\s*[:：]\s*/i;
const NUMBER_FIELD = /^(?:房间编号|房间号|房号|编号|ROOM\s*(?:NO\.?|NUMBER))\s*[:：]\s*/i;

/** Fields that say something else of a room. A word that is none of them may be a use: 卫生间：男. */
const OTHER_FIELD =
  /^(?:房间属性|属性|管理人员?|负责人|责任人|使用人员?|联系人|电话|部门|单位|使用面积|建筑面积|套内面积|面积|层高|净高|标高|容量|人数|日期|AREA|DEPT\.?|DEPARTMENT)\s*[:：]/i;

/** A line in brackets: it adds to a name and is none where there is another. */
const ASIDE = /^[(（].*[)）]$/;

/** Returns the lines of a label without the fields of a table that don't name the room, and without the heads of those that do. */
function linesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const own = line.trim();
    return OTHER_FIELD.test(own) ? [] : [own.replace(NAME_FIELD, '').replace(NUMBER_FIELD, '')];
  });
}

/** True if `text` may name a room: it has letters and is no figure, area, size, door number or mark of a stair. */
export function isName(text: string): boolean {
  return /\p{L}/u.test(text) && ![FIGURE, AREA, CODE, SIZE, FLIGHT, WORDED].some((other) => other.test(text));
}

function isRoomNumber(text: string): boolean {
  return ROOM_NUMBER.test(text) && !CODE.test(text);
}

/**
 * Returns the name of each ring: the words of the largest letters that lie in it and in no smaller ring, in reading
 * order, then the room number. Areas, heights and door numbers are no names.
 *
 * @returns `names` by ring index; `unused`: labels inside a ring that aren't part of its name; `outside`: labels in no
 *   ring; `voices`: by ring index, the labels whose texts may tell the room's use beside its name: all in it if several
 *   make up the name, else those that aren't the name
 */
export function namesOf<L extends Label>(
  rings: readonly (readonly Point[])[],
  labels: readonly L[],
): {
  readonly names: ReadonlyMap<number, string>;
  readonly unused: readonly L[];
  readonly outside: readonly L[];
  readonly voices: ReadonlyMap<number, readonly L[]>;
} {
  const boxes = rings.map((ring) => boxOfRing(ring) ?? { minX: 0, minY: 0, maxX: -1, maxY: -1 });
  const meet = meeting(boxes);
  const areas = rings.map((ring) => ringArea(ring));
  const inside = new Map<number, L[]>();
  const unused: L[] = [];
  const outside: L[] = [];
  for (const label of labels) {
    const [x, y] = label.at;
    const holding = meet({ minX: x, minY: y, maxX: x, maxY: y }).filter((index) => {
      const ring = rings[index];
      return ring !== undefined && locatePoint(ring, label.at) !== 'out';
    });
    const innermost = holding.sort((i, j) => (areas[i] ?? 0) - (areas[j] ?? 0) || i - j)[0];
    if (innermost === undefined) outside.push(label);
    else inside.set(innermost, [...(inside.get(innermost) ?? []), label]);
  }
  const names = new Map<number, string>();
  const voices = new Map<number, L[]>();
  for (const [index, found] of inside) {
    const { name, used } = nameOf(found);
    if (name !== undefined) names.set(index, name);
    const others = found.filter((label) => !used.some((one) => one === label));
    append(unused, others);
    voices.set(index, used.length > 1 ? found : others);
  }
  return { names, unused, outside, voices };
}

function nameOf(labels: readonly Label[]): { readonly name: string | undefined; readonly used: readonly Label[] } {
  const isWord = (line: string) => isName(line) && !isRoomNumber(line);
  const all = labels.filter(({ text }) => linesOf(text).some(isWord));
  const plain = all.filter(({ text }) => linesOf(text).some((line) => isWord(line) && !ASIDE.test(line)));
  const words = plain.length === 0 ? all : plain;
  const largest = maxOf([0, ...words.map(({ height }) => height)]);
  const main = words.filter(({ height }) => height >= 0.9 * largest).sort(inReadingOrder);
  const numbers = labels.filter((label) => isRoomNumber(label.text) && !main.includes(label)).slice(0, 1);
  const used = [...main, ...numbers];
  const lines = used.flatMap(({ text }) => linesOf(text).filter((line) => isName(line) || isRoomNumber(line)));
  return { name: lines.length === 0 ? undefined : lines.join(' '), used };
}

/**
 * Returns the name in a text, lines in order and joined by spaces; undefined for figures, areas, sizes and door
 * numbers.
 */
export function nameIn(text: string): string | undefined {
  const lines = linesOf(text).filter(isName);
  return lines.length === 0 ? undefined : lines.join(' ');
}

/**
 * Returns the name in a text that may be the only name of its room: as `nameIn`, but without lines in brackets. Both
 * skip table fields on persons, departments and the like.
 */
export function namingIn(text: string): string | undefined {
  const lines = linesOf(text).filter((line) => isName(line) && !ASIDE.test(line));
  return lines.length === 0 ? undefined : lines.join(' ');
}

/** The field of a table that states what a room has, in m²: inside its walls. */
const AREA_FIELD =
  /^(?:使用面积|套内面积|净面积|面积|AREA)\s*[:：]\s*(\d+(?:\.\d+)?)\s*(?:㎡|m²|m2|m\^2|平方米|平米)?$/i;

/** Returns the area in m² that a text states for its room; undefined if it states none. */
export function areaIn(text: string): number | undefined {
  const [area] = text.split('\n').flatMap((line) => AREA_FIELD.exec(line.trim())?.[1] ?? []);
  return area === undefined ? undefined : Number(area);
}

/** Orders texts from top to bottom, then left to right; within half a letter's height they share a line. */
function inReadingOrder(a: Label, b: Label): number {
  const below = b.at[1] - a.at[1];
  return Math.abs(below) > 0.5 * Math.max(a.height, b.height) ? below : a.at[0] - b.at[0];
}
