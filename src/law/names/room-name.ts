// Reads from a room's name whether it settles what the room is for.
import { memoize } from '../../base/memo.js';
import roomWords from '../packs/common/room-words.json' with { type: 'json' };
import type { Pack, ZoneKind } from '../types.js';
import { englishMatch, englishWords } from './english.js';
import { foldName, hasHan, hasLatin, splitBrackets, splitJoint, withoutTail } from './text.js';
import { vocabularyOf } from './vocabulary.js';

/**
 * What a name says of a room's use. none: there is no name. plain: it ends in a word for a place that involves no
 * privacy. neutral: it says nothing (201, 听雨). room: it says nothing and ends as rooms and their parts do (抚触间, 3号位).
 * alarm: it holds a word of places that involve privacy. unread: it is in a script that nobody here reads.
 */
export type NameReading = 'none' | 'plain' | 'neutral' | 'room' | 'alarm' | 'unread';

/** Readings from the one that settles most to the one that settles least. */
const ORDER: readonly NameReading[] = ['plain', 'neutral', 'none', 'room', 'unread', 'alarm'];

/** Most characters of a name that are read. */
const LONGEST_NAME = 200;

/** Numbers and places that may follow or make up a name without changing it: 走廊2, 教室A区东侧. */
const TAILS = [
  /[^\p{L}\p{N}]+$/u,
  /(?:no\.?|[a-z])?-?\d+(?:-\d+)*[a-z]?(?:号|层|楼|f|区|#)?$/u,
  /[甲乙丙丁戊一二三四五六七八九十]+(?:号|层|楼|区)?$/u,
  /(?:区域|内部|里面|内侧|内|里|东侧|西侧|南侧|北侧|东区|西区|南区|北区)$/u,
  /(?<=\p{Script=Han})[a-z]区?$/u,
];

/**
 * Returns what `name` says of the use of a room of `kind` (id). Some names settle it for rooms of one kind alone, as a
 * mere number does for a classroom; without `kind` these say nothing.
 */
export function readRoomName(pack: Pack, name: string | undefined, kind?: string): NameReading {
  const folded = foldName(name ?? '').slice(-LONGEST_NAME);
  if (folded === '') return 'none';
  const { base, inner } = splitBrackets(folded);
  const outer = splitJoint(base).map((part) => readPart(pack, part, kind));
  // Brackets often only say which or where: 教室（3）, 办公室（东）.
  const added = inner.flatMap(splitJoint).map((part) => readPart(pack, part, kind));
  const all = [...outer, ...added.filter((reading) => reading !== 'neutral' && reading !== 'plain')];
  return all.reduce((a, b) => (ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a), all[0] ?? 'neutral');
}

/** True if `name` holds a word for a box that people sit or put something into: 卡包, 包厢, 意见箱. */
export function namesBox(name: string | undefined): boolean {
  return boxes().test(foldName(name ?? '').slice(-LONGEST_NAME));
}

/**
 * True if a name that says nothing of a room's use may be the proper name of a room of the kind, such as 听雨 for a
 * private dining room.
 */
export function canBeProperName(kind: string): boolean {
  return roomWords.zh.properNames.includes(kind);
}

function readPart(pack: Pack, text: string, kind: string | undefined): NameReading {
  if (/^\d+$/.test(text) && kind !== undefined && roomWords.zh.numbered.includes(kind)) return 'plain';
  const reading = hasHan(text) ? readChinese(pack, text, kind) : hasLatin(text) ? readEnglish(pack, text) : 'neutral';
  return reading === 'neutral' && hasOtherLetters(text) ? 'unread' : reading;
}

function readChinese(pack: Pack, text: string, kind: string | undefined): NameReading {
  const { strong, strongOf, halls, hallsUnless, alarm, exempt, weak, ofKind, rooms } = chinese();
  const forms = formsOf(text);
  const ends = (heads: ReadonlySet<string>) => forms.some((form) => endsIn(form, heads));
  if (ends(strong) || ends(strongOf.get(kind ?? '') ?? NONE)) return 'plain';
  if (ends(halls)) return hallsUnless.test(text) ? 'alarm' : 'plain';
  const own = ofKind.get(kind ?? '') ?? NONE;
  if (alarm.test(text.replace(exempt, ' '))) return 'alarm';
  if (ends(weak) || ends(own) || ends(plainWords(pack))) return 'plain';
  return ends(rooms) ? 'room' : 'neutral';
}

function readEnglish(pack: Pack, text: string): NameReading {
  const { strong, alarm, joined, rooms } = english();
  const words = englishWords(text);
  const meant = englishMatch(text, vocabularyOf(pack).en)?.kinds ?? [];
  const named = words.filter((word) => /[a-z]{2}/.test(word));
  if (strong.test(named.join(' '))) return 'plain';
  if (alarm.test(words.join(' ')) || joined.test(named.join('')) || meant.some(({ use }) => use === 'private')) {
    return 'alarm';
  }
  if (meant.length > 0) return 'plain';
  return rooms.test(named.join(' ')) ? 'room' : 'neutral';
}

const NONE: ReadonlySet<string> = new Set();

/** Returns `text` and what is left of it as its numbers and places are taken off the end, one after the other. */
function formsOf(text: string): string[] {
  const forms: string[] = [];
  for (let rest = text; rest !== ''; rest = withoutTail(rest, TAILS)) forms.push(rest);
  return forms;
}

function endsIn(text: string, heads: ReadonlySet<string>): boolean {
  for (let length = Math.min(LONGEST_HEAD, text.length); length > 0; length--) {
    if (heads.has(text.slice(-length))) return true;
  }
  return false;
}

const LONGEST_HEAD = 10;

/** Returns the pack's Chinese words for kinds of zone that aren't private. */
const plainWords = memoize((pack: Pack): ReadonlySet<string> => {
  const { byWord } = vocabularyOf(pack).zh;
  return new Set([...byWord].flatMap(([word, kinds]) => (kinds.length > 0 && kinds.every(isPlain) ? [word] : [])));
});

function isPlain({ use }: ZoneKind): boolean {
  return use !== undefined && use !== 'private' && use !== 'unstated';
}

const chinese = once(() => {
  const { strong, strongOf, halls, weak, alarm, exempt, ofKind, rooms } = roomWords.zh;
  return {
    strong: new Set(strong),
    halls: new Set(halls.heads),
    hallsUnless: anyOf(halls.unless),
    weak: new Set(weak),
    alarm: anyOf(alarm),
    exempt: new RegExp(anyOf(exempt), 'gu'),
    strongOf: byKind(strongOf),
    ofKind: byKind(ofKind),
    rooms: new Set(rooms),
  };
});

function byKind(heads: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(heads).map(([kind, words]) => [kind, new Set(words)]));
}

const boxes = once(() => anyOf(roomWords.zh.boxes));

const english = once(() => {
  const { strong, alarm, joined, rooms } = roomWords.en;
  return {
    strong: new RegExp(`(?:^| )(?:${strong.join('|')})s?$`),
    alarm: new RegExp(`(?:^| )(?:${alarm.join('|')})(?: |$)`),
    joined: anyOf(joined),
    rooms: new RegExp(`(?:^| )(?:${rooms.join('|')})s?$`),
  };
});

/** Returns a pattern for any of `words`, in which a star stands for up to four characters. */
function anyOf(words: readonly string[]): RegExp {
  return new RegExp(words.map((word) => word.replace('*', '.{0,4}')).join('|'), 'u');
}

function once<T>(make: () => T): () => T {
  const made = memoize((_: object) => make());
  return () => made(roomWords);
}

/** True if `text` has letters of a script other than Chinese and Latin. */
function hasOtherLetters(text: string): boolean {
  return /[^\p{Script=Han}\p{Script=Latin}\P{L}]/u.test(text);
}
