// Faults of sitecam itself, met in linting a plan.

import { ViewshedMismatch } from '../../geometry/visibility/mismatch.js';

/** A fault of sitecam itself, met in linting one plan: nothing is decided about that plan. */
export class PlanFault extends Error {
  override readonly name = 'PlanFault';
  constructor(
    readonly plan: string,
    override readonly cause: unknown,
  ) {
    super(`fault in linting ${plan}`, { cause });
  }
}

/**
 * A fault as plain data, to cross from a worker thread: structured cloning keeps neither the class nor the extra fields
 * of an error.
 */
export interface PortableFault {
  /** Path of the plan. */
  readonly plan: string;
  /** Class name of the error. */
  readonly name: string;
  /** Message of the error. */
  readonly message: string;
  /** Stack of the error; undefined if it has none. */
  readonly stack: string | undefined;
  /** Eye and areas of a viewshed mismatch; absent for any other error. */
  readonly mismatch?: Pick<ViewshedMismatch, 'eye' | 'areas'>;
}

/** Returns a fault as plain data. */
export function portableFault({ plan, cause }: PlanFault): PortableFault {
  if (!(cause instanceof Error)) return { plan, name: 'Error', message: String(cause), stack: undefined };
  const { name, message, stack } = cause;
  if (!(cause instanceof ViewshedMismatch)) return { plan, name, message, stack };
  return { plan, name, message, stack, mismatch: { eye: cause.eye, areas: cause.areas } };
}

/** Returns the fault that plain data stands for, with its class and fields restored. */
export function faultFrom({ plan, name, message, stack, mismatch }: PortableFault): PlanFault {
  if (mismatch !== undefined) return new PlanFault(plan, new ViewshedMismatch(mismatch.eye, mismatch.areas));
  const cause = new Error(message);
  cause.name = name;
  if (stack !== undefined) cause.stack = stack;
  return new PlanFault(plan, cause);
}
