import { findingExtent } from '../../../lint/baseline/snapshot.js';
import type { LintVerdict } from '../../../lint/types.js';
import type { Figures } from './types.js';

/** m² and m that what is seen must change by, and part of a zone that its coverage must: less is what rounding comes to. */
export const SPECK = { seen: 0.01, depth: 0.01, covered: 0.001 } as const;

/** What a finding comes to, in figures that can be compared; nothing of what is settled. */
export function figuresOf(verdict: LintVerdict | undefined): Figures {
  return verdict === undefined ? {} : findingExtent(verdict);
}

/** 1: more is seen or heard, or less covered; −1: the other way; 0: neither. Some of each is worse. */
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
