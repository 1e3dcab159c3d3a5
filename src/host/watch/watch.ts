// Waits until something that a run saw of the disk has changed.

import type { Io } from '../io.js';
import type { Sightings } from './sightings.js';

/** What ended a wait: a change, or Ctrl+C. */
type Woken = 'changed' | 'interrupted';

/** A watch on the disk: waits until something that a run read has changed. Lasts for all runs of a command. */
export interface Watch {
  /**
   * Resolves when the disk no longer is as it was seen (soon, if it has changed already), or at Ctrl+C.
   *
   * @param seen returns what was seen last; called at each look, since others may have looked at the disk meanwhile
   */
  readonly wait: (seen: () => readonly Sightings[]) => Promise<Woken>;
  /**
   * Call it after this process has written a watched file. If the system tells of no change within `patience`, it tells of
   * none on this disk, and from then on files are looked at every second.
   */
  readonly wrote: () => void;
}

/** Times in ms, and how changes are found. */
interface WatchOptions {
  /** True if files are looked at every second, whatever the system tells. */
  readonly poll: boolean;
  /** From the last change to a look at it: editors save in several steps. */
  readonly settle?: number;
  /** Between two looks, where the system tells of no change. */
  readonly every?: number;
  /** From our own write to the conclusion that the system tells of none. */
  readonly patience?: number;
}

/**
 * Returns a watch on the disk of `io`. Times are in ms: `settle` from the last change to a look at it; `every` between
 * two looks where the system tells of no change or `poll` is true; `patience` from a write of our own, of which the
 * system tells nothing, to the conclusion that it tells of no change at all.
 */
export function createWatch(io: Io, { poll, settle = 15, every = 1000, patience = 5000 }: WatchOptions): Watch {
  let polls = poll;
  let heard = 0;
  let onPoll = () => {};
  return {
    wait: (seen) =>
      new Promise((resolve, reject) => {
        let settling: NodeJS.Timeout | undefined;
        let ticking: NodeJS.Timeout | undefined;
        const stops: (() => void)[] = [];
        const end = (how: Woken): void => {
          clearTimeout(settling);
          clearInterval(ticking);
          onPoll = () => {};
          for (const stop of stops.splice(0)) stop();
          resolve(how);
        };
        const look = (): void => {
          try {
            if (seen().some((one) => one.hasChanged())) end('changed');
          } catch (error) {
            reject(error);
          }
        };
        const soon = (): void => {
          clearTimeout(settling);
          settling = setTimeout(look, settle);
        };
        const tick = (): void => {
          if (
            seen()
              .map((one) => one.isRestamped())
              .includes(true)
          )
            soon();
        };
        onPoll = () => {
          ticking ??= setInterval(tick, every);
          tick();
        };
        stops.push(io.onInterrupt(() => end('interrupted')));
        for (const one of seen()) {
          for (const [folder, names] of one.folders()) {
            const stop = io.watch(folder, (name) => {
              if (name !== undefined && names !== undefined && !names.has(name)) return;
              heard += 1;
              soon();
            });
            if (stop === undefined) polls = true;
            else stops.push(stop);
          }
        }
        if (polls) onPoll();
        // What changed before anybody watched. Not at once: whoever asked may still be at work on an earlier change.
        soon();
      }),
    wrote: () => {
      const before = heard;
      if (polls) return;
      const doubt = setTimeout(() => {
        if (heard !== before) return;
        polls = true;
        onPoll();
      }, patience);
      doubt.unref();
    },
  };
}
