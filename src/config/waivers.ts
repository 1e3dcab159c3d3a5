import { posix } from 'node:path';
import { parseSource } from '../source/parse/parse.js';
import { child } from '../source/place/pointer.js';
import type { SourceProblem } from '../source/problem.js';
import { checkSchema } from '../source/schema/check.js';
import { validatorOf } from '../source/schema/validator.js';
import { type FileKind, isMarked, withheld } from '../source/schema/withheld.js';
import type { Place, SourceFile } from '../source/types.js';
import { isGlob, matchesAny } from './globs.js';
import type { configMessages } from './messages.js';

/** The name that is looked for beside the plan and upward. */
export const WAIVERS_FILE = 'sitecam.waivers.yaml';

/** A waiver kept outside the plan: as in a plan, and which plans it is for. */
export interface RawOutsideWaiver {
  readonly plan?: string;
  readonly rule: string;
  readonly subject: string;
  readonly reason: string;
  readonly by: string;
  readonly document?: string;
  readonly until: string;
}

/** A file of waivers. Plain data. */
export interface WaiverFile {
  readonly file: SourceFile;
  /** Absolute, `/`-separated: where its globs begin. */
  readonly folder: string;
  readonly waivers: readonly RawOutsideWaiver[];
}

export type LoadedWaivers =
  | { readonly ok: true; readonly waivers: WaiverFile }
  | { readonly ok: false; readonly problems: readonly SourceProblem[]; readonly file: SourceFile };

const WAIVERS: FileKind = {
  name: { zh: `sitecam的例外说明文件（${WAIVERS_FILE}）`, en: `a file of sitecam's waivers (${WAIVERS_FILE})` },
  marks: ['waivers'],
};

/**
 * The waivers in `bytes`, or everything that is wrong with the file. `path` is as shown to people, `absolute` where it is.
 *
 * @param isOwn true if the file bears a name of sitecam's own; others are quoted only where they are understood
 */
export function parseWaivers(path: string, absolute: string, bytes: Uint8Array, isOwn = false): LoadedWaivers {
  const parsed = parseSource(path, bytes);
  if (!parsed.ok) {
    return isOwn ? parsed : { ok: false, ...withheld(parsed.problems, parsed.file, WAIVERS) };
  }
  const checked = checkSchema<{ readonly waivers: readonly RawOutsideWaiver[] }>(
    validatorOf('waivers'),
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
  const id: keyof typeof configMessages = 'config/glob';
  const problems = waivers.flatMap(({ plan }, index): SourceProblem[] => {
    if (plan === undefined || isGlob(plan)) return [];
    const place = { path, pointer: child('/waivers', index, 'plan') };
    return [{ code: id, message: { id, params: { glob: plan } }, place }];
  });
  if (problems.length > 0) return { ok: false, problems, file: parsed.file };
  return { ok: true, waivers: { file: parsed.file, folder: posix.dirname(absolute), waivers } };
}

/** Those that hold for the plan at `plan` (absolute), each with its place. */
export function waiversFor(
  { file, folder, waivers }: WaiverFile,
  plan: string,
): { readonly waiver: RawOutsideWaiver; readonly place: Place }[] {
  return waivers.flatMap((waiver, index) => {
    const holds = waiver.plan === undefined || matchesAny([waiver.plan], folder, plan);
    return holds ? [{ waiver, place: { path: file.path, pointer: child('/waivers', index) } }] : [];
  });
}
