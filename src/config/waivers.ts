// Waivers files: waivers kept outside a plan.

import * as posix from '../base/posix.js';
import { parseSource } from '../source/parse/parse.js';
import { child } from '../source/place/pointer.js';
import { problemOf, type SourceProblem } from '../source/problem.js';
import { checkSchema } from '../source/schema/check.js';
import { waiversValidator } from '../source/schema/validators.js';
import { type FileKind, isMarked, withheld } from '../source/schema/withheld.js';
import type { Place, SourceFile } from '../source/types.js';
import { isGlob, selectsPlan } from './globs.js';
import { configText } from './texts.js';

/** Name of the waivers file that is looked for beside the plan and in the folders above. */
export const WAIVERS_FILE = 'sitecam.waivers.yaml';

/** A waiver kept outside the plan: the keys of a waiver inside one, and the plans it applies to. */
export interface RawOutsideWaiver {
  /** Glob of the plans, read from the folder of the waivers file; absent: all plans that use the file. */
  readonly plan?: string;
  readonly rule: string;
  readonly subject: string;
  readonly reason: string;
  readonly by: string;
  readonly document?: string;
  /** Last day of the waiver, as written. */
  readonly until: string;
}

/** A waivers file that was read, as plain data. */
export interface WaiverFile {
  readonly file: SourceFile;
  /** Absolute, `/`-separated folder of the file; its globs are relative to it. */
  readonly folder: string;
  readonly waivers: readonly RawOutsideWaiver[];
}

/** A waivers file, or all problems found in it. */
export type LoadedWaivers =
  | { readonly ok: true; readonly waivers: WaiverFile }
  | { readonly ok: false; readonly problems: readonly SourceProblem[]; readonly file: SourceFile };

/** The kind of file that is read here, known by its key `waivers`. */
const WAIVERS: FileKind = {
  name: configText.waiversFile({ name: WAIVERS_FILE }),
  marks: ['waivers'],
};

/**
 * Returns the waivers in `bytes`, or all problems of the file.
 *
 * @param path path of the file, as shown to people
 * @param absolute absolute path of the file, `/`-separated
 * @param isOwn true if the file has a name that sitecam gives to its own files. Any other file may hold secrets, so
 * problems quote its content only once it is recognized as a file of waivers
 */
export function parseWaivers(path: string, absolute: string, bytes: Uint8Array, isOwn = false): LoadedWaivers {
  const parsed = parseSource(path, bytes);
  if (!parsed.ok) {
    return isOwn ? parsed : { ok: false, ...withheld(parsed.problems, parsed.file, WAIVERS) };
  }
  const checked = checkSchema<{ readonly waivers: readonly RawOutsideWaiver[] }>(
    waiversValidator(),
    parsed.value,
    (pointer) => ({ path, pointer }),
  );
  if (!checked.ok) {
    const isShown = isOwn || isMarked(parsed.value, WAIVERS);
    return {
      ok: false,
      ...(isShown ? { ...checked, file: parsed.file } : withheld(checked.problems, parsed.file, WAIVERS)),
    };
  }
  const { waivers } = checked.document;
  const problems = waivers.flatMap(({ plan }, index): SourceProblem[] => {
    if (plan === undefined || isGlob(plan)) return [];
    return [problemOf(configText.glob({ glob: plan }), { path, pointer: child('/waivers', index, 'plan') })];
  });
  if (problems.length > 0) return { ok: false, problems, file: parsed.file };
  return { ok: true, waivers: { file: parsed.file, folder: posix.dirname(absolute), waivers } };
}

/** Returns the waivers that apply to the plan at `plan` (absolute), each with its place. */
export function waiversFor(
  { file, folder, waivers }: WaiverFile,
  plan: string,
): { readonly waiver: RawOutsideWaiver; readonly place: Place }[] {
  return waivers.flatMap((waiver, index) => {
    const holds = waiver.plan === undefined || selectsPlan([waiver.plan], folder, plan);
    return holds ? [{ waiver, place: { path: file.path, pointer: child('/waivers', index) } }] : [];
  });
}
