/** Thrown where what `limited` was to work out takes more steps than it may. */
export class TooMuchEffort extends Error {
  override readonly name = 'TooMuchEffort';

  /** @param most the steps that were allowed */
  constructor(readonly most: number) {
    super(`more than ${most} steps`);
  }
}

let most = Number.POSITIVE_INFINITY;
let left = Number.POSITIVE_INFINITY;

/**
 * Counts steps of what is being worked out: a step is about what visiting a corner or an edge costs, some ten nanoseconds.
 * Whatever takes longer on a larger plan says how many it is about to take, or has taken. Steps are counted, not time: the
 * same plan comes to the same end on every machine. They are counted for all that runs within `limited`, like the depth of
 * the stack, for a limit handed through every function of the geometry would be in each of their signatures.
 *
 * @throws TooMuchEffort
 */
export function spend(steps: number): void {
  left -= steps;
  if (left < 0) throw new TooMuchEffort(most);
}

/** Does `work` in at most so many steps. What runs within another counts for itself alone. */
export function limited<T>(steps: number, work: () => T): T {
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

/** Allows so many steps more: it may show only on the way how large a thing is. */
export function allow(steps: number): void {
  most += steps;
  left += steps;
}

/** Steps that were taken so far within the innermost `limited`. */
export function spent(): number {
  return most - left;
}
