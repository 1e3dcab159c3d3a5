// What commands lint plans by in the tests: a plan that was just judged on the same terms isn't judged again.
import { lintPlan as lintAnew } from '../../src/lint/lint.js';
import { toPortableOptions } from '../../src/lint/support/portable.js';
import type { LintResult } from '../../src/lint/types.js';
import { OUTSIDE_FOLDER, type Read } from '../../src/source/parse/reading.js';

interface Kept {
  readonly terms: string;
  /** What was read, in order. */
  readonly files: readonly (readonly [path: string, found: ReturnType<Read>])[];
  readonly result: LintResult;
}

/** Number of results that are kept: those of the shipped sites, by which most tests go. */
const MOST = 32;

/** SITECAM_ANEW=1 judges every plan each time, as a process of a user does. */
const isOff = process.env.SITECAM_ANEW !== undefined;

/** Results, the latest last. */
let kept: Kept[] = [];

/**
 * Returns what `lintPlan` returns. A result depends on the path, the options and what is read alone, as the cache of
 * `--cache` relies on, too: where all of them are as they were, so is the result.
 */
export const lintPlan: typeof lintAnew = (path, read, options, timing, follower) => {
  if (isOff || timing !== undefined || follower !== undefined) return lintAnew(path, read, options, timing, follower);
  const terms = JSON.stringify([path, toPortableOptions(options)]);
  const known = kept.find(
    (one) => one.terms === terms && one.files.every(([file, found]) => isSame(found, read(file))),
  );
  if (known !== undefined) {
    kept = [...kept.filter((one) => one !== known), known];
    return known.result;
  }
  const files: [path: string, found: ReturnType<Read>][] = [];
  const noted: Read = (file) => {
    const found = read(file);
    files.push([file, found]);
    return found;
  };
  const result = lintAnew(path, noted, options);
  kept = [...kept.slice(1 - MOST), { terms, files, result }];
  return result;
};

function isSame(one: ReturnType<Read>, other: ReturnType<Read>): boolean {
  if (one === undefined || other === undefined || one === OUTSIDE_FOLDER || other === OUTSIDE_FOLDER)
    return one === other;
  return Buffer.compare(one, other) === 0;
}
