// Reading of a baseline file.
import { parseSource } from '../../source/parse/parse.js';
import { child } from '../../source/place/pointer.js';
import type { SourceProblem } from '../../source/problem.js';
import { checkSchema } from '../../source/schema/check.js';
import { validatorOf } from '../../source/schema/validators.js';
import { type FileKind, withheld } from '../../source/schema/withheld.js';
import type { SourceFile } from '../../source/types.js';
import { fingerprint } from '../run.js';
import type { baselineMessages } from './texts.js';
import type { Baseline } from './types.js';

/** A baseline that was read, or the problems of a file that isn't usable as one. */
export type ParsedBaseline =
  | { readonly ok: true; readonly file: SourceFile; readonly baseline: Baseline }
  | { readonly ok: false; readonly file: SourceFile; readonly problems: readonly SourceProblem[] };

/** Version of the baseline format that sitecam writes and reads. */
export const VERSION = 1;

const BASELINE: FileKind = {
  name: { zh: 'sitecam的比对基准', en: "a baseline of sitecam's" },
  marks: ['sitecamBaseline'],
};

/**
 * Reads a baseline. Strict: a file that isn't a baseline, is of another version or holds anything unknown gives all its
 * problems, each with its place, and no baseline. It must never be taken for an empty baseline, nor overwritten.
 */
export function parseBaseline(path: string, bytes: Uint8Array): ParsedBaseline {
  const parsed = parseSource(path, bytes);
  if (!parsed.ok) return { ok: false, ...withheld(parsed.problems, parsed.file, BASELINE) };
  const { file, value } = parsed;
  const no = (...problems: readonly SourceProblem[]): ParsedBaseline => ({ ok: false, file, problems });
  const stranger = (id: keyof typeof baselineMessages): ParsedBaseline => ({
    ok: false,
    ...withheld([problem(id, path, '')], file, BASELINE),
  });
  if (file.format !== 'json') return stranger('baseline/no-json');
  if (typeof value !== 'object' || value === null || !('sitecamBaseline' in value)) return stranger('baseline/none');
  const version = value.sitecamBaseline;
  if (typeof version === 'number' && version !== VERSION) {
    return no(problem('baseline/newer', path, '/sitecamBaseline', { version: String(version) }));
  }
  const checked = checkSchema<Baseline>(validatorOf('baseline'), value, (pointer) => ({ path, pointer }));
  if (!checked.ok) return no(...checked.problems);
  const { tool, plans } = checked.document;
  const problems = [...twice(checked.document, path), ...misfits(checked.document, path)];
  return problems.length > 0 ? no(...problems) : { ok: true, file, baseline: { tool, plans } };
}

function twice({ plans }: Baseline, path: string): SourceProblem[] {
  return plans.flatMap(({ plan }, n) =>
    plans.findIndex((other) => other.plan === plan) === n
      ? []
      : [problem('baseline/twice', path, child('/plans', n, 'plan'), { plan })],
  );
}

/** Returns a problem for each line whose fingerprint doesn't belong to its rule, subject and pack. */
function misfits({ plans }: Baseline, path: string): SourceProblem[] {
  return plans.flatMap(({ findings }, n) =>
    findings.flatMap(({ rule, subject, pack, fingerprint: given }, m) =>
      given === fingerprint(rule, subject, pack)
        ? []
        : [problem('baseline/fingerprint', path, child('/plans', n, 'findings', m, 'fingerprint'), { rule, subject })],
    ),
  );
}

function problem(
  id: keyof typeof baselineMessages,
  path: string,
  pointer: string,
  params: Readonly<Record<string, string>> = {},
): SourceProblem {
  return { code: id, message: { id, params }, place: { path, pointer } };
}
