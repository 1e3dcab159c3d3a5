// Results of plans for the cache, as text, and for other threads.

import { sha256 } from '../../base/hash.js';
import { tokenSpan } from '../../findings/view.js';
import { decode, encode } from '../../lint/support/codec.js';
import { fromPortable, type Portable, toPortable } from '../../lint/support/portable.js';
import type { LintResult } from '../../lint/types.js';
import { OUTSIDE_FOLDER, type Read } from '../../source/parse/reading.js';
import type { Place } from '../../source/types.js';
import { type Job, lintOptionsOf } from './job.js';

/**
 * Every file that was requested, with its bytes; undefined if it could not be read, OUTSIDE_FOLDER if it may not be
 * read.
 */
export type Reads = ReadonlyMap<string, ReturnType<Read>>;

/** Wraps `read` so that each file is read once and recorded in `reads`. */
export function recorded(read: Read): { readonly read: Read; readonly reads: Reads } {
  const reads = new Map<string, ReturnType<Read>>();
  return {
    reads,
    read(path) {
      if (!reads.has(path)) reads.set(path, read(path));
      return reads.get(path);
    },
  };
}

/** A file that a result depends on: its path and the sha256 of its bytes; undefined if it could not be read. */
export type ResultFile = readonly [path: string, hash: string | undefined];

/** Result of one plan as text, to be kept or handed on. */
export interface EncodedResult {
  /** Files that the result depends on, the plan itself first. */
  readonly parts: readonly ResultFile[];
  /** The result as the codec writes it. */
  readonly text: string;
  /** True if the result could differ on another day. */
  readonly dated: boolean;
}

/** Returns a result as text, with the files that it depends on. */
export function finished(result: LintResult, reads: Reads): EncodedResult {
  return { parts: partsOf(result, reads), text: encoded(result), dated: isDated(result) };
}

/** Returns a result as text. */
export function encoded(result: LintResult): string {
  lookUpPlaces(result);
  return encode(toPortable(result));
}

/** Result of one plan as plain data, which threads hand on faster than they write and read a text. */
export interface HandedResult extends Pick<EncodedResult, 'parts'> {
  readonly data: Portable;
}

/** Returns a result as plain data, with the files that it depends on. */
export function handedOn(result: LintResult, reads: Reads): HandedResult {
  lookUpPlaces(result);
  return { parts: partsOf(result, reads), data: toPortable(result) };
}

/**
 * Restores a result from its text (`encoded`) or from plain data (`handedOn`), with the options and the day of the job.
 * Throws if `given` holds no result.
 */
export function resultOf(given: string | Portable, { options }: Job): LintResult {
  return fromPortable(typeof given === 'string' ? (decode(given) as Portable) : given, lintOptionsOf(options));
}

/**
 * True if the day decides more than which laws are in force: whether waivers still hold, what the law asks of the
 * project by a day, or what a fault says.
 */
function isDated(result: LintResult): boolean {
  return !result.ok || result.site.waivers.length > 0 || result.site.project !== undefined;
}

function partsOf({ files }: LintResult, reads: Reads): ResultFile[] {
  const known = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  return [...reads].map(([path, bytes]) => [
    path,
    bytes === undefined || bytes === OUTSIDE_FOLDER ? undefined : known.get(path) || sha256(bytes),
  ]);
}

/**
 * Computes line and column of all places that reports may print, while the text is parsed anyway, so that the thread
 * that receives the result needn't parse it again.
 */
export function lookUpPlaces(result: LintResult): void {
  const files = new Map(result.files.map((file) => [file.path, file]));
  const lookUp = (place: Place): void => {
    const file = files.get(place.path);
    if (file !== undefined) tokenSpan(file, place);
  };
  for (const { place, related } of result.ok ? result.verdicts : []) {
    lookUp(place);
    for (const other of related) lookUp(other.place);
  }
}
