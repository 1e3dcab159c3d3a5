// Counts steps of work, so that a plan that takes too many ends with the same error on every machine.
/**
 * Error for work that takes more steps than allowed by the budget in which {@link withBudget} or {@link withGrants}
 * runs it.
 */
export class BudgetExceeded extends Error {
  override readonly name = 'BudgetExceeded';

  /**
   * @param most the number of steps that the budget allowed
   * @param charges what the steps were taken for; complete once the error has left the work
   */
  constructor(
    readonly most: number,
    readonly charges: Charges = new Map(),
  ) {
    super(`more than ${most} steps`);
  }
}

/**
 * Error for judging that finds more views into private places, and devices in them, than {@link MOST_FINDINGS}: more
 * than anybody reads, and more than memory holds.
 */
export class TooManyFindings extends BudgetExceeded {}

/**
 * Numbers of steps that {@link charge} counted: by stage of the work, then by its subject, such as the id of a device.
 */
export type Charges = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Error for work of `withInterruption` that was called off. The caller must discard its partial results. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

interface Budget {
  most: number;
  left: number;
  /** Steps left at which the work asks whether it is called off; 0 if it can't be. */
  pause: number;
  /** Steps that grants may still add; undefined if the budget doesn't grow with what is found. */
  growth: number | undefined;
  /** Findings that were granted for. */
  findings: number;
  readonly charges: Map<string, Map<string, number>>;
  /** Steps charged within the charge that is running. */
  charged: number;
}

const UNBOUNDED = Number.POSITIVE_INFINITY;

/** The innermost budget. */
let budget: Budget = budgetOf(UNBOUNDED, undefined);

function budgetOf(most: number, growth: number | undefined): Budget {
  return { most, left: most, pause: 0, growth, findings: 0, charges: new Map(), charged: 0 };
}

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
  budget.left -= steps;
  if (budget.left < budget.pause) pause();
}

/** Returns true if the work that runs within `withInterruption` is called off. */
let isCalledOff: (() => boolean) | undefined;

/** Steps between two questions whether the work is called off: some milliseconds. */
const BETWEEN_PAUSES = 1e6;

function pause(): void {
  if (budget.left < 0) throw new BudgetExceeded(budget.most, budget.charges);
  if (isCalledOff?.() === true) throw new Interrupted();
  budget.pause = isCalledOff === undefined ? 0 : Math.max(0, budget.left - BETWEEN_PAUSES);
}

/**
 * Runs `work` and returns its result, unless `isOver` returns true before `work` ends. `work` calls `isOver` every
 * few milliseconds through {@link spendBudget}, and only while it runs within a budget.
 *
 * @throws Interrupted if `isOver` returned true
 */
export function withInterruption<T>(isOver: () => boolean, work: () => T): T {
  const outer = isCalledOff;
  isCalledOff = isOver;
  try {
    return work();
  } finally {
    isCalledOff = outer;
  }
}

/**
 * Runs `work` within a budget of `steps` steps and returns its result. Nested budgets count separately.
 *
 * @throws BudgetExceeded if `work` takes more steps
 */
export function withBudget<T>(steps: number, work: () => T): T {
  return within(budgetOf(steps, undefined), work);
}

/**
 * Runs `work` within a budget that grows with what the work finds, and returns its result. On an ordinary plan the
 * steps grow linearly with what the plan is found to contain: ends of walls, looks, what these reach, findings.
 * {@link grantBudget} grants steps for each, and the work may take {@link TIMES} times as many as it was granted, but
 * never more than `limit`.
 *
 * @throws BudgetExceeded if `work` takes more steps
 */
export function withGrants<T>(limit: number, work: () => T): T {
  const first = Math.min(limit, TIMES * GRANTS.start);
  return within(budgetOf(first, limit - first), work);
}

/**
 * How many times as many steps work may take as {@link grantBudget} granted it. A plan that needs more is unlike those
 * that {@link GRANTS} were measured on. Chosen by sitecam.
 */
export const TIMES = 4;

/**
 * Steps granted for each item that a plan is found to contain, by its kind. Measured on ordinary large sites
 * (`test/bench/large.ts`), which take at most half of what they are granted, then rounded up.
 */
export const GRANTS = {
  start: 50e6,
  /** A byte read. */
  byte: 10,
  /** An end of a wall, opening or side of a tunnel, before walls are welded and split. */
  wallEnd: 1000,
  /** A look: a lens on a level in a world at a density. */
  look: 30_000,
  /** A corner of what a look sees: a wall or a gate that it meets. */
  met: 300,
  /** A zone that a view or a sound reaches. One out of its reach grants nothing: any drawing has millions of these. */
  reach: 5000,
  /** A corner of the view that reaches a zone: evidence is sought among all of them, several times. */
  reachCorner: 12,
  /** A finding, with its evidence. */
  finding: 20_000,
} as const;

/**
 * Allows {@link TIMES} times `steps` more steps in the innermost budget, up to its limit. Does nothing unless that is a
 * budget of {@link withGrants}.
 */
export function grantBudget(steps: number): void {
  if (budget.growth !== undefined) grow(Math.min(budget.growth, TIMES * steps));
}

/**
 * Most views into private places, and devices in them, that judging a plan may find, counted for each law and each way
 * in which a doubt is judged. Each takes some kilobytes of memory until it is reported. A campus of thousands of cameras
 * has a third of it. Chosen by sitecam.
 */
export const MOST_FINDINGS = 60_000;

/**
 * Counts a finding of the innermost budget, and grants that budget the steps of one finding (see {@link GRANTS}).
 *
 * @throws TooManyFindings if a budget of {@link withGrants} has more than {@link MOST_FINDINGS} findings
 */
export function grantFinding(): void {
  grantBudget(GRANTS.finding);
  budget.findings += 1;
  if (budget.growth !== undefined && budget.findings > MOST_FINDINGS) {
    throw new TooManyFindings(budget.most, budget.charges);
  }
}

/**
 * Allows `steps` more steps in the innermost budget, for work that turns out to be done twice, such as judging a plan
 * with doubts. A budget of {@link withGrants} stays within its limit.
 */
export function extendBudget(steps: number): void {
  if (Number.isFinite(budget.most)) grow(Math.min(budget.growth ?? steps, steps));
}

/**
 * Runs `work` within at most `steps` steps of its own, which the innermost budget grants for it, and returns its result;
 * undefined if it takes more. Outside of any budget it may take as many as it needs.
 */
export function attempt<T>(steps: number, work: () => T): T | undefined {
  const rest = unspent();
  const most = Number.isFinite(rest) ? Math.min(steps, rest) : rest;
  let taken = 0;
  try {
    return withBudget(most, () => {
      try {
        return work();
      } finally {
        taken = Math.min(most, spent());
      }
    });
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    return undefined;
  } finally {
    extendBudget(taken);
    spendBudget(taken);
  }
}

function grow(more: number): void {
  if (budget.growth !== undefined) budget.growth -= more;
  budget.most += more;
  budget.left += more;
  if (budget.pause > 0) budget.pause += more;
}

function within<T>(inner: Budget, work: () => T): T {
  const outer = budget;
  budget = inner;
  if (isCalledOff !== undefined) inner.pause = Math.max(0, inner.left - BETWEEN_PAUSES);
  try {
    return work();
  } finally {
    budget = outer;
  }
}

/** Returns the steps taken so far within the innermost budget; 0 outside of any. */
export function spent(): number {
  return budget.most === UNBOUNDED ? 0 : budget.most - budget.left;
}

/** Returns the steps that the innermost budget has allowed so far, spent ones included; Infinity outside of any. */
export function allowed(): number {
  return budget.most;
}

/**
 * Returns the steps that may still be taken within the innermost budget: those left, and all by which it may yet grow.
 * Infinity outside of any.
 */
export function unspent(): number {
  return budget.left + (budget.growth ?? 0);
}

/**
 * Runs `work`, returns its result and charges the steps it takes to `stage` and `subject`, except those that a `charge`
 * within `work` counts. The message about a plan that takes too many steps names the stage and subject that took most.
 */
export function charge<T>(stage: string, subject: string, work: () => T): T {
  if (budget.most === UNBOUNDED) return work();
  const before = spent();
  const beside = budget.charged;
  budget.charged = 0;
  try {
    return work();
  } finally {
    const whole = spent() - before;
    const subjects = budget.charges.get(stage) ?? new Map<string, number>();
    budget.charges.set(stage, subjects);
    subjects.set(subject, (subjects.get(subject) ?? 0) + whole - budget.charged);
    budget.charged = beside + whole;
  }
}
