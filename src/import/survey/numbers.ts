// Numbers of devices beside their blocks.

import { spendBudget } from '../../base/budget.js';
import { distance } from '../../geometry/vector.js';
import { meeting } from '../../plan/nearby.js';
import { deviceNumberIn } from '../devices/vocabulary.js';
import { type Candidate, paired } from '../read/dxf/devices/pairs.js';
import { isDoorCode } from '../read/dxf/shape/labels.js';
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

/** Gives each number of a device to the nearest small block, one to one, as the import does. */
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
  const candidates = words.flatMap((word, number) => {
    const by = REACH * word.height;
    const [x, y] = word.at;
    const met = near({ minX: x - by, minY: y - by, maxX: x + by, maxY: y + by });
    // Each pair takes memory too.
    spendBudget(100 * met.length);
    return met.flatMap((device): Candidate[] => {
      const insert = inserts[device];
      const apart = distance(insert.at, word.at);
      return apart <= by + (reach.get(insert) ?? 0) ? [{ device, number, distance: apart }] : [];
    });
  });
  for (const [device, number] of paired(candidates)) {
    of.set(inserts[device], words[number].text.trim());
    claimed.add(words[number]);
  }
  return { of, claimed };
}

function isDeviceNumber(text: string): boolean {
  const number = deviceNumberIn(text);
  return number !== undefined && !isDoorCode(number);
}
