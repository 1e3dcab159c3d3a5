// Pairs numbers with devices, one to one.

import { addTo } from '../../../../base/arrays.js';
import { spendBudget } from '../../../../base/budget.js';

/** A device and a number that may be its own, both by index, and how far apart they are, all candidates in one unit. */
export interface Candidate {
  readonly device: number;
  readonly number: number;
  readonly distance: number;
}

/**
 * Returns the number of each device, both by index: the shortest candidates first, then better ones where two devices
 * together come nearer with their numbers exchanged, or where a device without a number gets one if its neighbour takes
 * another. Independent of the order of `candidates`.
 */
export function paired(candidates: readonly Candidate[]): ReadonlyMap<number, number> {
  const sorted = candidates.toSorted((a, b) => a.distance - b.distance || a.device - b.device || a.number - b.number);
  const of = new Map<number, Candidate>();
  const holder = new Map<number, number>();
  const take = (one: Candidate): void => {
    of.set(one.device, one);
    holder.set(one.number, one.device);
  };
  for (const one of sorted) if (!of.has(one.device) && !holder.has(one.number)) take(one);
  const byDevice = new Map<number, Candidate[]>();
  for (const one of sorted) addTo(byDevice, one.device, one);
  // Each exchange shortens the whole or gives one more device a number, so this ends.
  for (let isBetter = true; isBetter; ) {
    isBetter = false;
    for (const one of sorted) {
      const [mine, other] = [of.get(one.device), holder.get(one.number)];
      if (other === undefined || other === one.device) continue;
      const theirs = of.get(other);
      if (theirs === undefined) continue;
      const options = byDevice.get(other) ?? [];
      spendBudget(options.length);
      const instead = options.find(({ number }) =>
        mine === undefined ? !holder.has(number) : number === mine.number || !holder.has(number),
      );
      if (instead === undefined) continue;
      const before = theirs.distance + (mine?.distance ?? Number.POSITIVE_INFINITY);
      if (one.distance + instead.distance >= before) continue;
      if (mine !== undefined) holder.delete(mine.number);
      take(one);
      take(instead);
      isBetter = true;
    }
  }
  return new Map([...of].map(([device, { number }]) => [device, number]));
}
