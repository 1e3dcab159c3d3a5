// The words by which a block of a drawing, or the number beside it, says which device it is.

import { memoizeByName } from '../../base/memo.js';
import type { Localized } from '../../i18n/locale.js';
import type { DeviceKind } from '../../plan/model.js';
import type { RawDeviceKeys } from '../../plan/read/document.js';
import data from './vocabulary.json' with { type: 'json' };

/** The words about a block in a drawing, by which its device is recognised. */
export interface BlockWords {
  /** Name of the block; undefined to ask the number alone. */
  readonly block?: string | undefined;
  /** Name of the dynamic block that an anonymous one draws. */
  readonly dynamic?: string | undefined;
  /** Attributes that name the device: its name, its model. */
  readonly attributes?: readonly string[] | undefined;
  readonly layer?: string | undefined;
  /** Number drawn beside the block or in it, such as QJ-01. */
  readonly number?: string | undefined;
}

/** The kind of device that a word of a drawing (block name, layer, text) stands for. */
export interface NamedDevice {
  /** `none`: equipment that is no part of a plan, such as a switch, a lock, a fire call point. */
  readonly kind: DeviceKind | 'none';
  /** Form as a plan spells it, where the word says that the camera turns or looks all round. */
  readonly form?: RawDeviceKeys['form'];
  /** The word that decided, as the vocabulary spells it. */
  readonly word: string;
  /** Name of the form in running text, where the word says one: 半球摄像机. */
  readonly name?: Localized;
}

interface Entry extends Omit<NamedDevice, 'word'> {
  readonly zh: readonly string[];
  readonly pinyin: readonly string[];
  readonly en: readonly string[];
  /** Words that mean something else too often to decide alone. */
  readonly doubtful?: readonly string[];
  /** Models, without separators: DS2CD. */
  readonly models?: readonly string[];
}

// A JSON module is typed wider than the kinds of a plan; a test holds each entry to them.
const ENTRIES = data.entries as readonly Entry[];

/**
 * Returns what `words` call the block; undefined if they name no device. Block, dynamic name and attributes go before
 * the layer. Of several words the first in vocabulary.json decides, so what takes images or sound goes before what
 * doesn't. Chinese words may stand anywhere; pinyin and English words are whole tokens, and long English ones may end a
 * token. Words of two letters and doubtful ones never decide alone: a device layer, a sure word of the same kind, or a
 * number that means the same kind must stand beside. On a layer of texts they are labels (BQ is 标签 too). On a layer of
 * fire protection all but a few kinds (`ON_FIRE_LAYER`) are no devices of a plan (`none`).
 */
export function deviceOf(words: BlockWords): NamedDevice | undefined {
  const { block = '', dynamic = '', attributes = [], layer = '', number } = words;
  const names = [block, dynamic];
  const supported = isDeviceLayer(layer) ? 'layer' : kindOfNumber(number);
  const own = [
    ...names.flatMap((text) => matchesIn(text)),
    ...attributes.flatMap((text) => matchesIn(text).filter(isSure)),
  ];
  const found = first(own, (match) => isSure(match) || (!isTextLayer(layer) && isBacked(match, own, supported)));
  if (isFireLayer(layer))
    return found !== undefined && ON_FIRE_LAYER.has(found.kind) ? found : { kind: 'none', word: layer };
  if (found !== undefined) return found;
  // What a whole system is called says that devices lie here, not which.
  return first(matchesIn(layer), (match) => isSure(match) && match.entry.kind === 'camera');
}

/**
 * Returns the device that `words` suggest if nothing better is known: as `deviceOf`, but a doubtful word or the number
 * alone suffices. Only for questions to people.
 */
export function deviceSuggestedBy(words: BlockWords): NamedDevice | undefined {
  const { block = '', dynamic = '', attributes = [], layer = '', number } = words;
  const all = [block, dynamic, ...attributes].flatMap((text) => matchesIn(text));
  return deviceOf(words) ?? first(all, () => !isTextLayer(layer)) ?? deviceOfNumber(number);
}

/** Returns the device that the letters of a number mean (QJ-01: a bullet camera); undefined if they mean none. */
export function deviceOfNumber(number: string | undefined): NamedDevice | undefined {
  return number === undefined ? undefined : first(matchesIn(number.replace(/[\d\s_-]+$/u, '')), () => true);
}

function kindOfNumber(number: string | undefined): NamedDevice['kind'] | undefined {
  return deviceOfNumber(number)?.kind;
}

/** Devices that are taken where they stand on a layer of fire protection; whatever else stands there is none. */
const ON_FIRE_LAYER: ReadonlySet<string> = new Set([
  'camera',
  'face-terminal',
  'microphone',
  'intercom',
  'smoke-detector',
]);

/** True if the name of a layer says that blocks on it are devices: 安防, 弱电-设备, CCTV. */
export function isDeviceLayer(layer: string): boolean {
  return isLayer(layer, data.layers.device) && !isFireLayer(layer);
}

function isFireLayer(layer: string): boolean {
  return isLayer(layer, data.layers.fire);
}

function isTextLayer(layer: string): boolean {
  return isLayer(layer, data.layers.text);
}

function isLayer(layer: string, { zh, whole, en }: typeof data.layers.device): boolean {
  const compact = folded(layer).replaceAll(' ', '');
  return whole.includes(compact) || [...zh, ...en].some((word) => compact.includes(word));
}

/**
 * Letters that a device number may have in front, and parts that its Chinese name may have besides the words of the
 * vocabulary: 高清枪机1. Anything else, such as 紧急出口1 or 监控室2, is no number.
 */
const PARTS = /机|器|头|按钮|报警|探测|终端|识别|一体|网络|高清|红外|入侵|警/gu;

const NUMBER = /^([A-Z\u4e00-\u9fff]{1,6})[-_ ]?\d{1,4}(?:[-_]\d{1,3})?$/u;

/**
 * Returns the number in `text`, in upper case and half-width letters, if it has the form of a device's: QJ-01, C1,
 * AN-2-1, 枪机3. Chinese letters must name a device, since rooms are numbered too (诊室1). Undefined for anything else.
 */
export function deviceNumberIn(text: string): string | undefined {
  const written = text.normalize('NFKC').trim().toUpperCase();
  const [, letters] = NUMBER.exec(written) ?? [];
  if (letters === undefined) return undefined;
  if (!/\p{Script=Han}/u.test(letters)) return written;
  const words = matchesIn(letters);
  const rest = words.reduce((left, { word }) => left.replace(word, ''), letters).replace(PARTS, '');
  return words.some(({ entry }) => entry.kind !== 'none') && rest === '' ? written : undefined;
}

interface Match {
  readonly entry: Entry;
  readonly word: string;
  readonly isSure: boolean;
}

const isSure = (match: Match): boolean => match.isSure;

/** True if something else says what the doubtful `match` says. */
function isBacked({ entry }: Match, all: readonly Match[], by: NamedDevice['kind'] | 'layer' | undefined): boolean {
  if (by === 'layer' || by === entry.kind) return true;
  // YG-TCQ is 烟感探测器, HW-TCQ 红外探测器.
  const kinds = entry.kind === 'smoke-detector' ? [entry.kind, 'intrusion-detector'] : [entry.kind];
  return all.some((other) => other.isSure && kinds.includes(other.entry.kind));
}

function first(matches: readonly Match[], counts: (match: Match) => boolean): NamedDevice | undefined {
  const counting = matches.filter(counts);
  const entry = ENTRIES.find((one) => counting.some((match) => match.entry === one));
  const match = counting.find((one) => one.entry === entry);
  if (entry === undefined || match === undefined) return undefined;
  const { kind, form, name } = entry;
  return { kind, word: match.word, ...(form !== undefined && { form }), ...(name !== undefined && { name }) };
}

interface Word extends Match {
  /** Where the word stands between tokens; undefined for a Chinese word, which stands anywhere. */
  readonly pattern: RegExp | undefined;
}

/** Shortest English word that may end a longer token: IPCAMERA. */
const ENDS_TOKEN = 6;

/** All words, the longest first: 半球机 is no 球机, and SPEED DOME no DOME. */
const WORDS: readonly Word[] = ENTRIES.flatMap((entry): Word[] => {
  const sure = (word: string): boolean => entry.doubtful?.includes(word) !== true;
  return [
    ...entry.zh.map((word) => ({ entry, word, isSure: sure(word), pattern: undefined })),
    ...[...entry.pinyin, ...entry.en].map((word) => ({
      entry,
      word,
      isSure: sure(word) && word.length > 2,
      pattern: new RegExp(`${word.length >= ENDS_TOKEN ? '' : ' '}${word}S? `, 'gu'),
    })),
  ];
}).sort((a, b) => b.word.length - a.word.length);

/** A model of Hikvision, whose DS isn't 电锁. */
const MODEL = /(?<![A-Z])DS *(?:\d+ *[A-Z]|[A-Z] *\d)[A-Z\d ]*/gu;

/** Returns the words of the vocabulary in `text`, each letter used once. */
const matchesIn = memoizeByName((text: string): readonly Match[] => {
  const upper = folded(text);
  const compact = upper.replaceAll(' ', '');
  const found: Match[] = ENTRIES.flatMap((entry) =>
    (entry.models ?? []).flatMap((word) => (compact.includes(word) ? [{ entry, word, isSure: true }] : [])),
  );
  let han = compact;
  let tokens = ` ${upper
    .replace(MODEL, ' ')
    .replace(/(?<=\d)(?=\D)|(?<=\D)(?=\d)|(?<=\p{Script=Han})(?=[A-Z])|(?<=[A-Z])(?=\p{Script=Han})/gu, ' ')
    .replace(/ +/gu, ' ')} `;
  for (const { entry, word, isSure, pattern } of WORDS) {
    const [before, after] =
      pattern === undefined ? [han, han.replaceAll(word, '|')] : [tokens, tokens.replace(pattern, ' | ')];
    if (after === before) continue;
    if (pattern === undefined) han = after;
    else tokens = after;
    found.push({ entry, word, isSure });
  }
  return found;
});

/** Returns `text` in NFKC and upper case, with a space for each run of separators and other signs. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
