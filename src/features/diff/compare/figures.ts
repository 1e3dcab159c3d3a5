// Figures of findings that can be compared, and whether they got worse.
import { findingExtent } from '../../../lint/baseline/snapshot.js';
import type { LintVerdict } from '../../../lint/types.js';
import type { Figures } from './types.js';

/** Smallest changes that count: m² seen, m of depth, and share of a zone covered. Less is rounding. */
export const SPECK = { seen: 0.01, depth: 0.01, covered: 0.001 } as const;

/** Returns the figures of a finding that can be compared; none for a verdict that is no finding, or for undefined. */
export function figuresOf(verdict: LintVerdict | undefined): Figures {
  return verdict === undefined ? {} : findingExtent(verdict);
}

/** Returns 1 if more is seen or heard, or less covered; −1 if the other way; 0 if neither. Some of each is worse: 1. */
export function trend(from: Figures, to: Figures): -1 | 0 | 1 {
  const by = (figure: keyof Figures) => {
    const change = (to[figure] ?? Number.NaN) - (from[figure] ?? Number.NaN);
    if (!(Math.abs(change) > SPECK[figure])) return 0;
    return Math.sign(change) * (figure === 'covered' ? -1 : 1);
  };
  const all = [by('seen'), by('depth'), by('covered')];
  const worse = all.some((one) => one > 0);
  const better = all.some((one) => one < 0);
  return worse ? 1 : better ? -1 : 0;
}
