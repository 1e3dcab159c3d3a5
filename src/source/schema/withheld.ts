// What is told of a file that may not be what it was named as: where something else was expected, never what stands there.

import { list, quoted } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { NO_HINT } from '../hint.js';
import { locate } from '../place/locate.js';
import type { SourceProblem } from '../problem.js';
import { sourceText, withheldText } from '../texts.js';
import type { SourceFile } from '../types.js';

/** A kind of file that a configuration or the command line names, such as a waivers file. */
export interface FileKind {
  readonly name: Localized;
  /** Keys at the top of such a file that together no other kind of file has; [] where it has none. */
  readonly marks: readonly string[];
}

/**
 * True if `value`, the content of a file, has all keys that mark its kind: then it is such a file, and messages may
 * quote from it. False for a kind without marks.
 */
export function isMarked(value: unknown, { marks }: FileKind): boolean {
  return (
    marks.length > 0 && typeof value === 'object' && value !== null && marks.every((mark) => Object.hasOwn(value, mark))
  );
}

/**
 * Returns the problems of `file` in words that quote nothing of it, each with its line, and the file without its text
 * and hash. Only the first problem tells why nothing is quoted: a configuration can name any file, a file of secrets too,
 * and messages end up in logs that many read. The places are without pointers, which are made of the file's keys.
 */
export function withheld(
  problems: readonly SourceProblem[],
  file: SourceFile,
  { name }: FileKind,
): { readonly problems: readonly SourceProblem[]; readonly file: SourceFile } {
  let isTold = false;
  return {
    problems: problems.map((problem) => {
      const expected = quotesNothing(problem) ? undefined : (expectedIn(problem) ?? name);
      const at = problem.at ?? locate(file, problem.place).start;
      const place = { path: file.path, pointer: '' };
      if (expected === undefined) return { ...problem, place, at };
      const { hint = NO_HINT } = problem.code === 'schema/unknown-key' ? problem.message.params : {};
      const fault = FAULTS[problem.code] ?? withheldText.misfit;
      const message = isTold
        ? sourceText.withheldMore({ fault, expected, hint })
        : sourceText.withheld({ fault, expected, hint, kind: name });
      isTold = true;
      return { ...problem, message, place, at };
    }),
    file: { ...file, text: '', sha256: '', withheld: true },
  };
}

/** Problems whose own messages say nothing of what is in the file. */
const QUOTING_NOTHING: ReadonlySet<string> = new Set([
  'source/empty',
  'source/utf-16',
  'source/looks-like-gbk',
  'source/not-utf-8',
  'source/nul',
  'source/too-deep',
  'source/yaml-aliases',
  'source/json-end',
  'schema/missing-key',
  'schema/one-of',
  'pack/not-keys',
  'pack/twice',
  'baseline/no-json',
  'baseline/none',
]);

function quotesNothing({ message: { id } }: SourceProblem): boolean {
  return id.startsWith('limit/') || QUOTING_NOTHING.has(id);
}

const FAULTS: Readonly<Record<string, Localized>> = {
  'source/yaml-syntax': withheldText.yaml,
  'source/json-syntax': withheldText.json,
  'source/duplicate-key': withheldText.duplicateKey,
};

/** Keys that are listed; of more, the schema tells. */
const MOST_KEYS = 16;

/** What should stand there, in words of ours alone; undefined where that isn't known. */
function expectedIn({ message: { id, params }, known = [] }: SourceProblem): Localized | undefined {
  const param = (key: string) => {
    const value = params[key] ?? '';
    return typeof value === 'string' ? verbatim(value) : value;
  };
  switch (id) {
    case 'source/yaml-syntax':
      return withheldText.validYaml;
    case 'source/json-syntax':
      return param('expected');
    case 'source/duplicate-key':
      return withheldText.otherKey;
    case 'schema/unknown-key':
      if (known.length > MOST_KEYS) return withheldText.knownKey;
      if (known.length === 1) return quoted(known[0]);
      return withheldText.oneOf({ words: { zh: list(known, 'zh-CN'), en: known.join(', ') } });
    case 'schema/value':
      return withheldText.oneOf({ words: param('allowed') });
    case 'schema/type':
    case 'schema/count':
    case 'schema/format':
      return param('expected');
    case 'schema/range':
      return param('range');
    case 'schema/other':
      return param('detail');
    default:
      return undefined;
  }
}
