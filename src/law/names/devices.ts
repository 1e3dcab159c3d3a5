// Reads from a device's name or model what it usually is and captures.

import { memoize } from '../../base/memo.js';
import data from '../packs/common/device-words.json' with { type: 'json' };
import { foldName } from './text.js';

/**
 * Meanings that a name or model may have: what the product captures (a suffix of a model may mean sound), how it moves,
 * how much it sees, that it is hidden, that it is equipment of a household or an office.
 */
export type DeviceMeaning = keyof typeof data.meanings;

/** Capabilities that a product of some name usually has: capturing images, capturing sound. */
export interface MeantCapability {
  readonly images: boolean;
  readonly sound: boolean;
}

/** Words as parts of regular expressions, by language; `models` are whole patterns of model names. */
interface Words {
  readonly zh: readonly string[];
  readonly en: readonly string[];
  readonly models: readonly string[];
}

const anyOf = (words: readonly string[]): string => `(?:${words.join('|')})`;

/** Words before a capability that say that it is absent: 无拾音, 不带摄像头, no audio. */
const WITHOUT = String.raw`(?<!${anyOf(data.without.zh)}|\b${anyOf(data.without.en)}[\s_-]?)`;

/** Words after a product's word that make it a part or a neighbour of the product: 摄像机电源, camera bracket. */
const PART_ZH = `(?!(?:机|头|器)?(?:用|的)?${anyOf(data.parts.zh)})`;
const PART_EN = String.raw`(?![\s_-]*${anyOf(data.parts.en)})`;

/** Words after it that make the whole the name of a place, or of what keeps such products away: 机器人展区, 手机柜. */
const PLACE_ZH = String.raw`(?!\p{Script=Han}{0,2}${anyOf(data.places.zh)})`;
const PLACE_EN = String.raw`(?![\s_-]*${anyOf(data.places.en)})`;

function patternOf({ zh, en, models }: Words, meansPlaces: boolean): RegExp {
  const [placeZh, placeEn] = meansPlaces ? [PLACE_ZH, PLACE_EN] : ['', ''];
  const words = [
    ...(zh.length === 0 ? [] : [`${WITHOUT}${anyOf(zh)}${PART_ZH}${placeZh}`]),
    ...(en.length === 0 ? [] : [String.raw`${WITHOUT}\b${anyOf(en)}(?![a-z])${PART_EN}${placeEn}`]),
  ];
  return new RegExp([...words, ...models].join('|'), 'u');
}

const patterns = memoize(({ meanings, atPlaces }: typeof data): readonly (readonly [DeviceMeaning, RegExp])[] =>
  Object.entries(meanings).map(([meaning, words]) => [
    meaning as DeviceMeaning,
    patternOf(words, atPlaces.includes(meaning)),
  ]),
);

/** Returns what a product called `text` (a device's name or model) usually is. */
export function meaningsOfName(text: string): ReadonlySet<DeviceMeaning> {
  // In model names an underscore separates words for people, but not for a regular expression: dome_audio.
  const folded = foldName(text).slice(0, LONGEST).replaceAll('_', ' ');
  return new Set(patterns(data).flatMap(([meaning, pattern]) => (pattern.test(folded) ? [meaning] : [])));
}

/** Returns what a product called `text` (a device's name or model) usually captures. */
export function capabilityMeantByName(text: string): MeantCapability {
  const meant = meaningsOfName(text);
  return { images: meant.has('images'), sound: meant.has('sound') };
}

/** Ids of the kinds of zone that are the inside of a vehicle: what is fixed there moves with it. */
export const VEHICLE_KINDS: ReadonlySet<string> = new Set(data.vehicles);

/** Most characters of a name that are read: an untrusted plan may hold names of any length. */
const LONGEST = 200;
