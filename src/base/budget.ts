// Counts steps of work, so that a plan that takes too many ends with the same error on every machine.
/** Error for work that `withBudget` was given and that takes more steps than its budget allows. */
export class BudgetExceeded extends Error {
  override readonly name = 'BudgetExceeded';

  /** @param most the number of steps that the budget allowed */
  constructor(readonly most: number) {
    super(`more than ${most} steps`);
  }
}

let most = Number.POSITIVE_INFINITY;
let left = Number.POSITIVE_INFINITY;
/** Steps that grants may still add to the innermost budget; 0 if it doesn't grow with what is found. */
let growth = 0;

/**
 * Counts steps of the work being done. One step costs about as much as visiting a corner or an edge, some ten
 * nanoseconds. Code that takes longer on a larger plan calls this with the number of steps it is about to take, or has
 * taken.
 *
 * Steps are counted, not time, so that the same plan ends the same way on every machine. The count is global to
 * everything that runs within `withBudget`, like the depth of the stack: a budget passed as a parameter would be in the
 * signature of every function of geometry.
 *
 * @throws BudgetExceeded if the innermost budget is used up
 */
export function spendBudget(steps: number): void {
  left -= steps;
  if (left < 0) throw new BudgetExceeded(most);
}

/**
 * Runs `work` within a budget of `steps` steps and returns its result. Nested budgets count separately.
 *
 * @throws BudgetExceeded if `work` takes more steps
 */
export function withBudget<T>(steps: number, work: () => T): T {
  return within(steps, 0, work);
}

/**
 * Runs `work` within a budget that grows with what the work finds, and returns its result. Honest work is linear in what
 * a plan is found to contain: ends of walls, looks, pairs, findings. {@link grantBudget} grants steps for each, and the
 * work may take {@link TIMES} as many as it was granted, but never more than `limit`.
 *
 * @throws BudgetExceeded if `work` takes more steps
 */
export function withGrants<T>(limit: number, work: () => T): T {
  const first = Math.min(limit, TIMES * GRANTS.start);
  return within(first, limit - first, work);
}

/** Times the steps granted that work may take: beyond, a plan isn't what it was taken for. Chosen by sitecam. */
export const TIMES = 4;

/** Steps granted for what a plan is found to contain. Measured on ordinary large sites, then rounded up. */
export const GRANTS = {
  start: 50e6,
  /** A byte read. */
  byte: 10,
  /** An end of a wall, opening or side of a tunnel, before walls are welded and split. */
  wallEnd: 5000,
  /** A look: a lens on a level in a world at a density. */
  look: 100_000,
  /** A corner of what a look sees: a wall or a gate that it meets. */
  met: 300,
  /** A device and a zone that may see each other. */
  pair: 5000,
  /** A finding, with its evidence. */
  finding: 20_000,
} as const;

/** Grants steps for something found to the innermost budget, if that is one of {@link withGrants}. */
export function grantBudget(steps: number): void {
  const more = Math.min(growth, TIMES * steps);
  growth -= more;
  most += more;
  left += more;
}

function within<T>(steps: number, more: number, work: () => T): T {
  const outer = { most, left, growth };
  most = steps;
  left = steps;
  growth = more;
  try {
    return work();
  } finally {
    most = outer.most;
    left = outer.left;
    growth = outer.growth;
  }
}

/** Extends the innermost budget by `steps`, whatever it is: the work turns out to be done twice. */
export function extendBudget(steps: number): void {
  most += steps;
  left += steps;
}

/** Returns the steps taken so far within the innermost `withBudget`. */
export function spent(): number {
  return most - left;
}
