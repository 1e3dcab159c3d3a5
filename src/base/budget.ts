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
  const outer = { most, left };
  most = steps;
  left = steps;
  try {
    return work();
  } finally {
    most = outer.most;
    left = outer.left;
  }
}

/** Extends the innermost budget by `steps`: how large a task is may show only on the way. */
export function extendBudget(steps: number): void {
  most += steps;
  left += steps;
}

/** Returns the steps taken so far within the innermost `withBudget`. */
export function spent(): number {
  return most - left;
}
