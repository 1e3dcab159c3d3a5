// Devices as their blocks and numbers name them, for the survey alone.

import type { Localized } from '../../i18n/locale.js';
import type { DeviceKind } from '../../plan/model.js';
import { t } from './texts.js';
import { foldedWord, tokensOf } from './words.js';

/** A device as the words of a drawing name it. */
export interface NamedDevice {
  readonly kind: DeviceKind | 'none';
  readonly form?: 'ptz';
  /** The word that decided. */
  readonly word: string;
  /** Name of the form in running text, where the word says one. */
  readonly name?: Localized;
}

/** What a drawing says of a block. */
export interface BlockWords {
  readonly block?: string;
  readonly layer?: string;
  readonly number?: string;
}

interface Entry extends Omit<NamedDevice, 'word'> {
  readonly zh: readonly string[];
  readonly tokens: readonly string[];
}

/** In order of preference: what takes images or sound goes first, since it is what the law is about. */
const ENTRIES: readonly Entry[] = [
  {
    kind: 'none',
    zh: ['出门按钮', '电锁', '交换机', '硬盘录像', '手报', '手动火灾'],
    tokens: ['CMAN', 'JHJ', 'NVR', 'DVR'],
  },
  { kind: 'camera', name: t.dome, zh: ['半球', '海螺'], tokens: ['BQ', 'BQJ', 'DOME', 'TURRET', 'EYEBALL'] },
  { kind: 'camera', form: 'ptz', name: t.ptz, zh: ['球机', '快球', '云台'], tokens: ['KQ', 'YT', 'QIUJI', 'PTZ'] },
  { kind: 'camera', name: t.bullet, zh: ['枪机', '枪式', '筒机'], tokens: ['QJ', 'QX', 'BULLET'] },
  {
    kind: 'camera',
    zh: ['摄像', '监控', '鱼眼', '全景'],
    tokens: ['SXJ', 'SXT', 'JK', 'CAM', 'CAMERA', 'CCTV', 'IPC', 'FISHEYE'],
  },
  { kind: 'microphone', zh: ['拾音'], tokens: ['SYQ', 'MIC'] },
  { kind: 'face-terminal', zh: ['人脸'], tokens: ['RL', 'FACE'] },
  { kind: 'intercom', zh: ['对讲', '门口机'], tokens: ['DJ', 'INTERCOM'] },
  { kind: 'access-reader', zh: ['读卡', '门禁', '刷卡', '指纹'], tokens: ['DKQ', 'MJ', 'DK', 'READER', 'ACS'] },
  { kind: 'panic-button', zh: ['紧急', '手动报警', '脚挑'], tokens: ['JJAN', 'AN', 'PANIC', 'PB'] },
  { kind: 'door-contact', zh: ['门磁'], tokens: ['MC', 'CONTACT'] },
  {
    kind: 'intrusion-detector',
    zh: ['红外', '双鉴', '微波', '幕帘', '玻璃破碎'],
    tokens: ['TCQ', 'HW', 'SJ', 'PIR', 'GB'],
  },
];

/** True if devices lie on a layer of this name. */
export function isDeviceLayer(layer: string): boolean {
  return DEVICE_LAYER.test(foldedWord(layer));
}

/** Layers on which devices lie. */
const DEVICE_LAYER = /弱电|安防|监控|视频|摄像|报警|技防|CCTV|SECU|E-SAFE/;

/**
 * Returns the device that `words` name; undefined if they name none. Words of two letters decide only on a layer of
 * devices or with a number of the same letters beside the block.
 */
export function deviceOf({ block = '', layer = '', number }: BlockWords): NamedDevice | undefined {
  const named = entriesIn(block).map(({ entry, word }) => ({ entry, word, sure: word.length > 2 || isHan(word) }));
  const backed = isDeviceLayer(layer) || named.some(({ word }) => numberWord(number) === word);
  const usable = named.filter(({ sure }) => sure || backed);
  const found = usable.find(({ entry }) => entry.name !== undefined) ?? usable[0];
  return found === undefined ? undefined : deviceBy(found.entry, found.word);
}

/** Returns the device that the words suggest if nothing better is known: a number beside a block without a meaning. */
export function deviceSuggestedBy(words: BlockWords): NamedDevice | undefined {
  const word = numberWord(words.number);
  const entry = word === undefined ? undefined : ENTRIES.find(({ tokens }) => tokens.includes(word));
  return deviceOf(words) ?? (entry === undefined || word === undefined ? undefined : deviceBy(entry, word));
}

/** Numbers of devices: QJ-01, BQ 2, 枪机3. */
const NUMBER = /^([A-Z\u4e00-\u9fff]{1,6})[-_ ]?\d{1,4}([-_]\d{1,3})?$/;

/** Numbers of doors and windows: M0921, C1515. */
const OPENING_NUMBER = /^(?:FM|GM|JM|LM|TLM|MLC|FC|GC|LC|TC|M|C)[甲乙丙]?-?(?:\d{1,2}|\d{4,6})$/;

/** True if a text may be the number of a device. */
export function isDeviceNumber(text: string): boolean {
  const folded = text.normalize('NFKC').toUpperCase().trim();
  return NUMBER.test(folded) && !OPENING_NUMBER.test(folded);
}

function numberWord(number: string | undefined): string | undefined {
  return NUMBER.exec(number?.normalize('NFKC').toUpperCase().trim() ?? '')?.[1];
}

function entriesIn(name: string): { readonly entry: Entry; readonly word: string }[] {
  const folded = foldedWord(name);
  const tokens = tokensOf(folded);
  return ENTRIES.flatMap((entry) => {
    const word = entry.zh.find((one) => folded.includes(one)) ?? entry.tokens.find((one) => tokens.includes(one));
    return word === undefined ? [] : [{ entry, word }];
  });
}

function deviceBy({ kind, form, name }: Entry, word: string): NamedDevice {
  return { kind, word, ...(form === undefined ? {} : { form }), ...(name === undefined ? {} : { name }) };
}

function isHan(word: string): boolean {
  return /\p{Script=Han}/u.test(word);
}
