// Matching of the plans on the command line with those in a report.

import { posix } from 'node:path';
import { byCodeUnit } from '../../../base/order.js';
import type { PlanInput } from '../../../host/plans/select.js';
import { plainText } from '../../../render/escape.js';
import type { RunPlan } from '../../../report/run-block.js';

/** A plan named on the command line, with the SHA-256 of its file in hex. */
export interface HashedPlan {
  readonly plan: PlanInput;
  readonly sha256: string;
}

/** A plan named on the command line, with the report's record of it. */
export interface Pair extends HashedPlan {
  readonly recorded: RunPlan;
}

/** Plans of the command line matched with plans of a report. */
interface Matched {
  /** In the order of the report's names. */
  readonly pairs: readonly Pair[];
  /** Given, and not in the report. */
  readonly strange: readonly HashedPlan[];
  /** In the report, and not given. */
  readonly unchecked: readonly RunPlan[];
}

type Alike = (recorded: RunPlan, given: HashedPlan) => boolean;

/**
 * Matches the plans given with those that a report records: by path, else by the hash of the bytes, else by file name.
 * If then one is left on each side, these two are matched, since the file may have been renamed. Returns the pairs, the
 * plans given that the report lacks (`strange`), and those of the report that weren't given (`unchecked`).
 */
export function matchPlans(recorded: readonly RunPlan[], given: readonly HashedPlan[]): Matched {
  const pairs: Pair[] = [];
  const strange = new Set(given);
  const unchecked = new Set(recorded);
  const pair = (one: RunPlan, other: HashedPlan): void => {
    pairs.push({ ...other, recorded: one });
    strange.delete(other);
    unchecked.delete(one);
  };
  const steps: readonly Alike[] = [
    ({ path }, { plan }) => path === plan.path || path === plainText(plan.path),
    ({ sha256 }, other) => sha256 === other.sha256,
    ({ path }, { plan }) => posix.basename(path) === posix.basename(plan.path),
    () => unchecked.size === 1 && strange.size === 1,
  ];
  for (const [n, alike] of steps.entries()) {
    for (const other of [...strange]) {
      const found = [...unchecked].filter((one) => alike(one, other));
      // Two of one path are a report's own fault, which the comparison shows.
      if (found[0] !== undefined && (found.length === 1 || n === 0)) pair(found[0], other);
    }
  }
  return {
    pairs: pairs.sort((a, b) => byCodeUnit(a.recorded.path, b.recorded.path)),
    strange: [...strange],
    unchecked: [...unchecked],
  };
}
