// Reading of a baseline file.
import { groupBy } from '../../base/arrays.js';
import type { Text } from '../../i18n/catalogue.js';
import { DEFAULT_PACK } from '../../law/load.js';
import { parseSource } from '../../source/parse/parse.js';
import { child } from '../../source/place/pointer.js';
import { problemOf, type SourceProblem } from '../../source/problem.js';
import { checkSchema } from '../../source/schema/check.js';
import { baselineValidator } from '../../source/schema/validators.js';
import { type FileKind, withheld } from '../../source/schema/withheld.js';
import type { SourceFile } from '../../source/types.js';
import { fingerprint } from '../run.js';
import { baselineText } from './texts.js';
import { type Baseline, type BaselineFinding, GRAVITY } from './types.js';

/** A baseline that was read, or the problems of a file that isn't usable as one. */
export type ParsedBaseline =
  | { readonly ok: true; readonly file: SourceFile; readonly baseline: Baseline }
  | { readonly ok: false; readonly file: SourceFile; readonly problems: readonly SourceProblem[] };

/** Version of the baseline format that sitecam writes. */
export const VERSION = 2;

/** A finding as a file has it: version 1 had one for each pack. */
interface WrittenFinding extends BaselineFinding {
  readonly pack?: string;
}

/** A baseline as a file has it. */
interface WrittenBaseline {
  readonly tool: Baseline['tool'];
  readonly plans: readonly { readonly plan: string; readonly findings: readonly WrittenFinding[] }[];
}

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
  if (typeof version === 'number' && version !== 1 && version !== VERSION) {
    return no(problemOf(baselineText.newer({ version }), { path, pointer: '/sitecamBaseline' }));
  }
  const checked = checkSchema<WrittenBaseline>(baselineValidator(), value, (pointer) => ({ path, pointer }));
  if (!checked.ok) return no(...checked.problems);
  const { tool, plans } = checked.document;
  const merged = plans.map(({ plan, findings }) => ({ plan, findings: version === 1 ? united(findings) : findings }));
  const problems = [...twice(checked.document, path), ...misfits(checked.document, path)];
  return problems.length > 0 ? no(...problems) : { ok: true, file, baseline: { tool, plans: merged } };
}

/** Returns the findings of version 1, those of several packs on one rule and subject as one, with the gravest outcome. */
function united(findings: readonly WrittenFinding[]): BaselineFinding[] {
  const byName = groupBy(findings, ({ rule, subject, geometry }) => `${rule}\0${subject}\0${geometry}`);
  return [...byName.values()].map((same) => {
    const gravest = same.reduce((a, b) => (GRAVITY.indexOf(b.outcome) > GRAVITY.indexOf(a.outcome) ? b : a));
    const { pack: _pack, ...finding } = gravest;
    return {
      ...finding,
      fingerprint: fingerprint(finding.rule, finding.subject),
      packs: same.map(({ pack = DEFAULT_PACK }) => pack),
    };
  });
}

function twice({ plans }: WrittenBaseline, path: string): SourceProblem[] {
  return plans.flatMap(({ plan }, n) =>
    plans.findIndex((other) => other.plan === plan) === n
      ? []
      : [problemOf(baselineText.twice({ plan }), { path, pointer: child('/plans', n, 'plan') })],
  );
}

/** Returns a problem for each line whose fingerprint doesn't belong to its rule, subject and pack. */
function misfits({ plans }: WrittenBaseline, path: string): SourceProblem[] {
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
