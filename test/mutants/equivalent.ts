import type { Mutant } from './points.js';

/** A mutant that no test can notice, since what it breaks makes no difference, and why. */
interface Equivalent extends Pick<Mutant, 'path' | 'shown'> {
  readonly why: string;
}

/** Judged by hand, one by one. */
const JUDGED: readonly Equivalent[] = [];

/** Why `mutant` makes no difference; undefined where nobody said so. */
export function judgedEquivalent(mutant: Mutant): string | undefined {
  return JUDGED.find(({ path, shown }) => path === mutant.path && shown === mutant.shown)?.why;
}
