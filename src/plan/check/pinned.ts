// The check that what overrides put elsewhere is still drawn where it was then.

import { compareLength } from '../../base/threshold.js';
import { distance, type Point } from '../../geometry/index.js';
import type { BuildContext } from '../build/context.js';
import type { Pinned } from '../read/overrides.js';

/**
 * m: an element counts as moved in its own drawing if it lies farther than this from where it was. Chosen by sitecam.
 */
export const PINNED = 0.05;

/** Adds a fault for each element that an override puts elsewhere and that has been moved in its own drawing since. */
export function checkPinned(pinned: readonly Pinned[], context: BuildContext): void {
  const { frame, faults } = context;
  for (const { id, pointer, drawn, drawnAt, place } of pinned) {
    if (!isPoint(drawn) || !isPoint(drawnAt)) continue;
    const now = frame.toPlan(context.systemOf(pointer), drawn);
    const then = frame.toPlan(context.systemOf(''), drawnAt);
    const by = distance(now, then);
    if (compareLength(by, PINNED) !== 'above') continue;
    faults.add('plan/drawn-elsewhere', id, 'moved', { id, by: by.toFixed(2) }, place, {});
  }
}

function isPoint(value: unknown): value is Point {
  return Array.isArray(value) && value.length >= 2 && value.slice(0, 2).every((one) => typeof one === 'number');
}
