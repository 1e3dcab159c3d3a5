// Compares two texts line by line.
import type { ValueChange } from './types.js';

/** Number of lines searched ahead for the place where two texts go on alike. */
const AHEAD = 200;

/** Returns the lines in which two texts differ, by their numbers in the report, from 1; no more than `most`. */
export function lineChanges(report: string, now: string, most: number): ValueChange[] {
  const [one, other] = [report.split('\n'), now.split('\n')];
  const found: ValueChange[] = [];
  let [i, j] = [0, 0];
  while ((i < one.length || j < other.length) && found.length < most) {
    if (one[i] === other[j]) {
      i += 1;
      j += 1;
      continue;
    }
    const { more, less } = goOn(one, other, i, j);
    const length = Math.max(more, less);
    for (let n = 0; n < length && found.length < most; n += 1) {
      const [line, now] = [n < more ? one[i + n] : undefined, n < less ? other[j + n] : undefined];
      if (line !== now) found.push({ at: String(i + Math.min(n, more) + 1), report: line, now });
    }
    i += more;
    j += less;
  }
  return found;
}

/** Returns how many lines the report has more, and lacks, until both go on alike; one each if that isn't near. */
function goOn(one: readonly string[], other: readonly string[], i: number, j: number): { more: number; less: number } {
  for (let sum = 1; sum <= AHEAD; sum += 1) {
    for (let more = 0; more <= sum; more += 1) {
      const less = sum - more;
      const [here, there] = [one[i + more], other[j + less]];
      if (here === undefined && there === undefined && i + more >= one.length && j + less >= other.length)
        return { more, less };
      // Blank lines match everywhere and prove nothing.
      if (here !== undefined && here === there && here.trim() !== '') return { more, less };
    }
  }
  return { more: Math.min(1, one.length - i), less: Math.min(1, other.length - j) };
}

/**
 * Returns the number, from 1, of the line that holds the first byte in which two files differ; the last line of the shorter
 * one if it begins the other.
 */
export function firstDifferentLine(one: Uint8Array, other: Uint8Array): number {
  const length = Math.min(one.length, other.length);
  let line = 1;
  for (let at = 0; at < length && one[at] === other[at]; at += 1) if (one[at] === 10) line += 1;
  return line;
}
