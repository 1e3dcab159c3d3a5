// Numbers of devices beside their blocks.

import { spendBudget } from '../../base/budget.js';
import { distance } from '../../geometry/vector.js';
import { meeting } from '../../plan/nearby.js';
import { deviceNumberIn } from '../devices/vocabulary.js';
import type { Insert, LayerUse, Word } from './inventory.js';
import { sideOf } from './measure.js';

/** Largest block in m that may be a device. */
const LARGEST = 1.5;

/** Letter heights from a block within which its number stands. */
const REACH = 3;

/** Numbers by insert, and the texts that are one. */
export interface Numbers {
  readonly of: ReadonlyMap<Insert, string>;
  readonly claimed: ReadonlySet<Word>;
}

/** Gives each number of a device to the nearest small block, one to one, the shortest distance first. */
export function numbersBeside(layers: readonly LayerUse[]): Numbers {
  const inserts = layers
    .flatMap(({ blocks }) => blocks.flatMap((use) => use.inserts))
    .filter((one) => sideOf(one) <= LARGEST);
  const words = layers.flatMap((layer) => layer.words.words).filter(({ text }) => isDeviceNumber(text));
  const of = new Map<Insert, string>();
  const claimed = new Set<Word>();
  if (inserts.length === 0) return { of, claimed };
  const reach = new Map(inserts.map((insert) => [insert, sideOf(insert) / 2]));
  const near = meeting(inserts.map(({ box }) => box));
  const pairs = words.flatMap((word) => {
    const by = REACH * word.height;
    const [x, y] = word.at;
    const met = near({ minX: x - by, minY: y - by, maxX: x + by, maxY: y + by });
    // Each pair takes memory too.
    spendBudget(100 * met.length);
    return met.flatMap((index) => {
      const insert = inserts[index];
      const far = distance(insert.at, word.at);
      return far <= by + (reach.get(insert) ?? 0) ? [{ word, insert, far }] : [];
    });
  });
  for (const { word, insert } of pairs.sort((a, b) => a.far - b.far)) {
    if (claimed.has(word) || of.has(insert)) continue;
    of.set(insert, word.text.trim());
    claimed.add(word);
  }
  return { of, claimed };
}

/** Numbers of doors and windows: M0921, C1515. */
const OPENING_NUMBER = /^(?:FM|GM|JM|LM|TLM|MLC|FC|GC|LC|TC|M|C)[甲乙丙]?-?(?:\d{1,2}|\d{4,6})$/;

function isDeviceNumber(text: string): boolean {
  const number = deviceNumberIn(text);
  return number !== undefined && !OPENING_NUMBER.test(number);
}
