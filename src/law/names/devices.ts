// Reads from a device's name or model what it usually captures.

import data from '../packs/common/device-words.json' with { type: 'json' };
import { foldName } from './text.js';

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

function patternOf({ zh, en, models }: Words): RegExp {
  const words = [`${WITHOUT}${anyOf(zh)}${PART_ZH}`, String.raw`${WITHOUT}\b${anyOf(en)}(?![a-z])${PART_EN}`];
  return new RegExp([...words, ...models].join('|'), 'u');
}

const IMAGES = patternOf(data.meanings.images);
const SOUND = patternOf(data.meanings.sound);

/** Returns what a product called `text` (a device's name or model) usually captures. */
export function capabilityMeantByName(text: string): MeantCapability {
  // In model names an underscore separates words for people, but not for a regular expression: dome_audio.
  const folded = foldName(text).slice(0, LONGEST).replaceAll('_', ' ');
  return { images: IMAGES.test(folded), sound: SOUND.test(folded) };
}

/** Most characters of a name that are read: an untrusted plan may hold names of any length. */
const LONGEST = 200;
