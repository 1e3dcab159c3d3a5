// Errors of usage and configuration, for exit code 2.

import type { Localized } from '../i18n/locale.js';
import type { SourceProblem } from '../source/problem.js';
import { nearest } from '../source/suggest.js';
import type { SourceFile } from '../source/types.js';

/** Problems found in files, with the files to print their places from. */
interface FileProblems {
  /** Problems, each with its place. */
  readonly problems: readonly SourceProblem[];
  /** Files that the problems stand in. */
  readonly files: readonly SourceFile[];
}

/** Wrong usage or configuration; printed on standard error, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** The message to print. */
  readonly text: Localized;
  /** The message for runs with --redact, which may print nothing from the plans; undefined if there is none. */
  readonly redacted: Localized | undefined;
  /** The problems that `text` lists, each at its place in a file; undefined if it lists none. */
  readonly found: FileProblems | undefined;

  /** @param redacted the same message without file names and without content of files */
  constructor(text: Localized, redacted?: Localized, found?: FileProblems) {
    super(text.en);
    this.text = text;
    this.redacted = redacted;
    this.found = found;
  }

  /** Returns an error about options alone, whose text names no file and quotes none, so that --redact may print it. */
  static onOptions(text: Localized): UsageError {
    return new UsageError(text, text);
  }
}

/** Returns the message of an error with a capital letter, to stand alone; on a terminal it follows `sitecam: `. */
export function sentenceOf({ text: { zh, en } }: UsageError): Localized {
  return { zh, en: en.slice(0, 1).toUpperCase() + en.slice(1) };
}

/**
 * Returns `value` if it is one of `choices`. Throws a UsageError that lists the choices and suggests the nearest.
 *
 * @param what noun for the value in the message, such as `pack` in "unknown pack 'x'"
 */
export function oneOf<T extends string>(value: string, choices: readonly T[], what: Localized): T {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  const near = nearest(value, choices);
  throw new UsageError(
    {
      zh: `${what.zh}“${value}”无法识别，可用：${choices.join('、')}。${near === undefined ? '' : `是否指“${near}”？`}`,
      en: `unknown ${what.en} '${value}'; expected one of ${choices.join(', ')}.${near === undefined ? '' : ` Did you mean '${near}'?`}`,
    },
    {
      zh: `${what.zh}无法识别，可用：${choices.join('、')}。`,
      en: `unknown ${what.en}; expected one of ${choices.join(', ')}.`,
    },
  );
}

/**
 * Returns the Chinese wording of a message about wrong usage by commander, the package that parses the command line; a
 * message it doesn't know comes back in English.
 */
export function commanderInChinese(text: string): string {
  const rules: readonly [RegExp, string][] = [
    [/^error: unknown option '(.*)'/m, '未知选项“$1”。'],
    [/^error: unknown command '(.*)'/m, '未知命令“$1”。'],
    [/^error: missing required argument '(.*)'/m, '缺少参数“$1”。'],
    [/^error: option '(.*)' argument missing/m, '选项“$1”缺少参数。'],
    [/^error: too many arguments for '(.*)'.*$/m, '“$1”的参数过多。'],
    [/^error: too many arguments.*$/m, '参数过多。'],
    [/^error: required option '(.*)' not specified/m, '缺少必要选项“$1”。'],
    [/\(Did you mean (?:one of )?(.*)\?\)/m, '是否指“$1”？'],
  ];
  return rules.reduce((result, [pattern, chinese]) => result.replace(pattern, chinese), text);
}
