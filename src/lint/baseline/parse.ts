// Reading of a baseline file.
import type { Text } from '../../i18n/catalogue.js';
import { parseSource } from '../../source/parse/parse.js';
import { child } from '../../source/place/pointer.js';
import { problemOf, type SourceProblem } from '../../source/problem.js';
import { checkSchema } from '../../source/schema/check.js';
import { validatorOf } from '../../source/schema/validators.js';
import { type FileKind, withheld } from '../../source/schema/withheld.js';
import type { SourceFile } from '../../source/types.js';
import { fingerprint } from '../run.js';
import { baselineText } from './texts.js';
import type { Baseline } from './types.js';

/** A baseline that was read, or the problems of a file that isn't usable as one. */
export type ParsedBaseline =
  | { readonly ok: true; readonly file: SourceFile; readonly baseline: Baseline }
  | { readonly ok: false; readonly file: SourceFile; readonly problems: readonly SourceProblem[] };

/** Version of the baseline format that sitecam writes and reads. */
export const VERSION = 1;

const BASELINE: FileKind = {
  name: baselineText.file,
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
  const stranger = (message: Text): ParsedBaseline => ({
    ok: false,
    ...withheld([problemOf(message, path)], file, BASELINE),
  });
  if (file.format !== 'json') return stranger(baselineText.noJson);
  if (typeof value !== 'object' || value === null || !('sitecamBaseline' in value)) return stranger(baselineText.none);
  const version = value.sitecamBaseline;
  if (typeof version === 'number' && version !== VERSION) {
    return no(problemOf(baselineText.newer({ version }), { path, pointer: '/sitecamBaseline' }));
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
      : [problemOf(baselineText.twice({ plan }), { path, pointer: child('/plans', n, 'plan') })],
  );
}

/** Returns a problem for each line whose fingerprint doesn't belong to its rule, subject and pack. */
function misfits({ plans }: Baseline, path: string): SourceProblem[] {
  return plans.flatMap(({ findings }, n) =>
    findings.flatMap(({ rule, subject, pack, fingerprint: given }, m) =>
      given === fingerprint(rule, pack === undefined ? subject : `${subject}\0${pack}`)
        ? []
        : [
            problemOf(baselineText.fingerprint({ rule, subject }), {
              path,
              pointer: child('/plans', n, 'findings', m, 'fingerprint'),
            }),
          ],
    ),
  );
}
