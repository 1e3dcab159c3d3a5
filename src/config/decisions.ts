// Decision files: what an organ decided on findings that only a person can judge.

import * as posix from '../base/posix.js';
import { namesSomething } from '../i18n/content.js';
import { isDay } from '../i18n/day.js';
import { parseSource } from '../source/parse/parse.js';
import { child } from '../source/place/pointer.js';
import { problemOf, type SourceProblem } from '../source/problem.js';
import { checkSchema } from '../source/schema/check.js';
import { decisionsValidator } from '../source/schema/validators.js';
import { type FileKind, isMarked, withheld } from '../source/schema/withheld.js';
import type { Place, SourceFile } from '../source/types.js';
import { isGlob, selectsPlan } from './globs.js';
import { configText } from './texts.js';

/**
 * Usual name of a file of reviewers' decisions. A file of this name beside a plan isn't read unless `--decisions`
 * names it.
 */
export const DECISIONS_FILE = 'sitecam.decisions.yaml';

/** A reviewer's decision on one finding, as its file states it. */
export interface RawDecision {
  /** Glob of the plans, read from the folder of the file; a bare name matches in any folder. */
  readonly plan: string;
  readonly rule: string;
  /** Subject of the finding, for people: the fingerprint names it. */
  readonly subject?: string;
  /** SHA-256 of rule NUL subject, in hex. */
  readonly fingerprint: string;
  /** Hash of what the finding rests on, as the JSON report prints it. */
  readonly geometry: string;
  readonly decision: 'complies' | 'amend';
  /** The organ or person that decided. */
  readonly by: string;
  /** The paper that it stands on. */
  readonly document: string;
  /** Day of the paper, YYYY-MM-DD. */
  readonly date: string;
  readonly reason: string;
}

/** A file of reviewers' decisions, parsed but not yet matched with findings. */
export interface DecisionFile {
  readonly file: SourceFile;
  /** Absolute, `/`-separated folder of the file; its globs are relative to it. */
  readonly folder: string;
  readonly decisions: readonly RawDecision[];
}

/** A file of decisions, or all problems found in it. */
export type LoadedDecisions =
  | { readonly ok: true; readonly decisions: DecisionFile }
  | { readonly ok: false; readonly problems: readonly SourceProblem[]; readonly file: SourceFile };

const DECISIONS: FileKind = {
  name: configText.decisionsFile({ name: DECISIONS_FILE }),
  marks: ['decisions'],
};

/**
 * Returns the decisions in `bytes`, or all problems of the file.
 *
 * @param path path of the file, as shown to people
 * @param absolute absolute path of the file, `/`-separated
 * @param isOwn true if the file has a name that sitecam gives to its own files. Any other file may hold secrets, so
 * problems quote its content only once it is recognized as a file of decisions
 */
export function parseDecisions(path: string, absolute: string, bytes: Uint8Array, isOwn = false): LoadedDecisions {
  const parsed = parseSource(path, bytes);
  if (!parsed.ok) {
    return isOwn ? parsed : { ok: false, ...withheld(parsed.problems, parsed.file, DECISIONS) };
  }
  const checked = checkSchema<{ readonly decisions: readonly RawDecision[] }>(
    decisionsValidator(),
    parsed.value,
    (pointer) => ({ path, pointer }),
  );
  if (!checked.ok) {
    const isShown = isOwn || isMarked(parsed.value, DECISIONS);
    return {
      ok: false,
      ...(isShown ? { ...checked, file: parsed.file } : withheld(checked.problems, parsed.file, DECISIONS)),
    };
  }
  const { decisions } = checked.document;
  const problems = decisions.flatMap((decision, index): SourceProblem[] => {
    const { plan, date, fingerprint } = decision;
    const at = (key: string): Place => ({ path, pointer: child('/decisions', index, key) });
    const empty = (['by', 'document', 'reason'] as const).filter((key) => !namesSomething(decision[key]));
    const isTwice = decisions.some((other, n) => n < index && other.fingerprint === fingerprint && other.plan === plan);
    return [
      ...(isGlob(plan) ? [] : [problemOf(configText.glob({ glob: plan }), at('plan'))]),
      ...(isDay(date) ? [] : [problemOf(configText.decisionDay({ date }), at('date'))]),
      ...empty.map((key) => problemOf(configText.saysNothing({ key, value: decision[key] }), at(key))),
      ...(isTwice ? [problemOf(configText.decidedTwice, at('fingerprint'))] : []),
    ];
  });
  if (problems.length > 0) return { ok: false, problems, file: parsed.file };
  return { ok: true, decisions: { file: parsed.file, folder: posix.dirname(absolute), decisions } };
}

/** Returns the decisions on the plan at `plan` (absolute), each with its place. */
export function decisionsFor(
  { file, folder, decisions }: DecisionFile,
  plan: string,
): { readonly decision: RawDecision; readonly place: Place }[] {
  return decisions.flatMap((decision, index) =>
    selectsPlan([decision.plan], folder, plan)
      ? [{ decision, place: { path: file.path, pointer: child('/decisions', index) } }]
      : [],
  );
}
