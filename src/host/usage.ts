import { inLocale, type Locale, type Localized } from '../i18n/locale.js';
import type { SourceProblem } from '../source/problem.js';
import { nearest } from '../source/suggest.js';
import type { SourceFile } from '../source/types.js';

/** What is wrong with files. */
export interface FileProblems {
  readonly problems: readonly SourceProblem[];
  readonly files: readonly SourceFile[];
}

/** Wrong usage or configuration: said on standard error, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly text: Localized;
  /** What may be said where nothing of the plans may (--redact); undefined: nothing of it. */
  readonly redacted: Localized | undefined;
  /** What is wrong with a file, each at its place, where `text` lists that; undefined elsewhere. */
  readonly found: FileProblems | undefined;

  /** `redacted`: the same without names of files and without what they hold. */
  constructor(text: Localized, redacted?: Localized, found?: FileProblems) {
    super(text.en);
    this.text = text;
    this.redacted = redacted;
    this.found = found;
  }

  /** What is wrong with options alone, whose text names no file and quotes none. */
  static onOptions(text: Localized): UsageError {
    return new UsageError(text, text);
  }

  in(locale: Locale): string {
    return inLocale(this.text, locale);
  }
}

/** Checks that `value` is one of `choices`; else a UsageError that lists them and names the nearest. */
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

/** What commander says of wrong usage, in Chinese; English texts pass through. */
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
