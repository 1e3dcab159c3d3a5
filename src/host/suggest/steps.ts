// Long work in steps: between them the machine is heard, and people may end it.

import { onInterrupt } from '../files/signals.js';
import type { Io } from '../io.js';

/** ms of work between two moments in which the machine is heard. */
const SLICE = 50;

/** Work in steps, and the function that is called with its progress. `P`: what tells how far it is; `T`: its result. */
export interface Watched<P, T> {
  /** Yields how far it is, or undefined if that hasn't changed. */
  readonly steps: Generator<P | undefined, T, void>;
  readonly onProgress: (progress: P) => void;
}

/** Tells work that takes long whether it must end: by Ctrl+C or by a time limit. */
export interface Ending {
  /** True once somebody has asked for the end, or the time is up. */
  isOver(): boolean;
  /** Stops listening. */
  close(): void;
}

/** Exit code of a program that was interrupted. */
const INTERRUPTED = 130;

/**
 * Listens for the signals that end a program. On the first one `isOver` becomes true, for the work to stop and report
 * what it has; the second one ends the program at once.
 *
 * @param ms milliseconds after which `isOver` is true without a signal; undefined: never
 * @param onFirst called on the first signal, not when the time is over
 */
export function ending(io: Pick<Io, 'now'>, ms: number | undefined, onFirst: () => void): Ending {
  const start = io.now();
  let signals = 0;
  const off = onInterrupt(() => {
    signals += 1;
    if (signals > 1) process.exit(INTERRUPTED);
    onFirst();
  });
  return {
    isOver: () => signals > 0 || (ms !== undefined && io.now() - start >= ms),
    close: off,
  };
}

/**
 * Runs work in steps, calls `onProgress` with each new state, and returns the result. Between steps it lets other
 * events be handled, such as Ctrl+C.
 */
export async function watch<P, T>({ steps, onProgress }: Watched<P, T>, io: Pick<Io, 'now'>): Promise<T> {
  let heard = io.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (step.value !== undefined) onProgress(step.value);
    const now = io.now();
    if (now - heard < SLICE) continue;
    await new Promise((resolve) => setImmediate(resolve));
    heard = io.now();
  }
}
