// Where the time of a run goes, for developers. Nothing here reads a clock: the caller gives one.

/** The time in ms that one part of a run took, and the number of results that it made. */
export interface TimedPart {
  readonly name: string;
  /** ms, without the time of parts measured within it. */
  readonly time: number;
  /** ms, with the time of parts measured within it. */
  readonly whole: number;
  /** Sum of what its work returned, as its `count` has it; undefined for a part that counts nothing. */
  readonly count: number | undefined;
}

/** Takes the time of the parts of a run. A part that is measured several times, as with several plans, is summed. */
export interface Timing {
  /** Runs `work` as the part `name` and returns its result. `count` says how many results it makes. */
  readonly measure: <T>(name: string, work: () => T, count?: (result: T) => number) => T;
  /** Adds `time` ms to the part `name`: for work that others wait for, which `measure` can't enclose. */
  readonly add: (name: string, time: number) => void;
  /** Returns the parts in the order in which they were first measured. */
  readonly parts: () => readonly TimedPart[];
}

/**
 * Returns a `Timing` that reads the clock `now`.
 *
 * @param now returns ms since some fixed moment
 */
export function createTiming(now: () => number): Timing {
  const parts = new Map<string, { time: number; whole: number; count: number | undefined }>();
  /** ms taken by parts within the one being measured. */
  let inner = 0;
  const partOf = (name: string) => {
    const part = parts.get(name) ?? { time: 0, whole: 0, count: undefined };
    parts.set(name, part);
    return part;
  };
  return {
    measure(name, work, count) {
      const part = partOf(name);
      const outer = inner;
      inner = 0;
      const start = now();
      try {
        const result = work();
        if (count !== undefined) part.count = (part.count ?? 0) + count(result);
        return result;
      } finally {
        const whole = now() - start;
        part.time += whole - inner;
        part.whole += whole;
        inner = outer + whole;
      }
    },
    add(name, time) {
      const part = partOf(name);
      part.time += time;
      part.whole += time;
    },
    parts: () => [...parts].map(([name, part]) => ({ name, ...part })),
  };
}

/**
 * Runs `work` and returns its result, measured as the part `name` of `timing` if there is one. `count` returns how many
 * results `work` made.
 */
export function timed<T>(timing: Timing | undefined, name: string, work: () => T, count?: (result: T) => number): T {
  return timing === undefined ? work() : timing.measure(name, work, count);
}
