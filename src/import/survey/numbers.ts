// Numbers of devices beside their blocks.

import { spendBudget } from '../../base/budget.js';
import { distanceToSegment } from '../../geometry/shapes/segment.js';
import { boxOfSegment, meeting } from '../../plan/nearby.js';
import { deviceNumberIn, deviceSuggestedBy } from '../devices/vocabulary.js';
import { type Candidate, paired } from '../read/dxf/devices/pairs.js';
import { isDoorCode } from '../read/dxf/shape/labels.js';
import type { Insert, LayerUse, Word } from './inventory.js';
import { sideOf } from './measure.js';

/** Largest block in m that may be a device. */
const LARGEST = 1.5;

/** Letter heights from a block within which its number stands. */
const REACH = 3;

/**
 * The device number (C1-05) that stands beside each insert (`of`), and the texts that were taken as such (`claimed`).
 */
export interface Numbers {
  readonly of: ReadonlyMap<Insert, string>;
  readonly claimed: ReadonlySet<Word>;
}

/**
 * Gives each device number to the nearest small block, one to one. Blocks whose words name a device get theirs before
 * other blocks, as in the import.
 */
export function numbersBeside(layers: readonly LayerUse[]): Numbers {
  const inserts = layers
    .flatMap(({ blocks }) => blocks.flatMap((use) => use.inserts))
    .filter((one) => sideOf(one) <= LARGEST);
  const words = layers.flatMap((layer) => layer.words.words).filter(({ text }) => isDeviceNumber(text));
  const of = new Map<Insert, string>();
  const claimed = new Set<Word>();
  const claim = (blocks: readonly Insert[], free: readonly Word[]): void => {
    for (const [device, number] of paired(candidatesOf(blocks, free))) {
      of.set(blocks[device], free[number].text.trim());
      claimed.add(free[number]);
    }
  };
  const isDevice = (insert: Insert) => deviceSuggestedBy(insert.words) !== undefined;
  claim(inserts.filter(isDevice), words);
  claim(
    inserts.filter((insert) => !isDevice(insert)),
    words.filter((word) => !claimed.has(word)),
  );
  return { of, claimed };
}

function candidatesOf(inserts: readonly Insert[], words: readonly Word[]): Candidate[] {
  const near = meeting(inserts.map(({ box }) => box));
  return words.flatMap((word, number) => {
    const by = REACH * word.height;
    const met = near(boxOfSegment(word.line, by));
    // Each pair takes memory too.
    spendBudget(100 * met.length);
    return met.flatMap((device): Candidate[] => {
      const insert = inserts[device];
      const apart = distanceToSegment(insert.at, word.line);
      return apart <= by + sideOf(insert) / 2 ? [{ device, number, distance: apart }] : [];
    });
  });
}

function isDeviceNumber(text: string): boolean {
  const number = deviceNumberIn(text);
  return number !== undefined && !isDoorCode(number);
}
