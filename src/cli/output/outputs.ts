// `--format`: which reports go to which files, and which options fit them.
import { ALERTS, type Alerts } from '../../findings/file-problems.js';
import type { Io } from '../../host/io.js';
import { oneOf, UsageError } from '../../host/usage.js';
import { allowed, type Budget } from '../../render/writers/budget.js';
import { type FormatName, OUTPUT_FORMATS } from './formats.js';
import { checkReplaceable } from './replaceable.js';

/** A report to write: its format and its file; undefined for standard output. */
export interface Output<Name extends string = FormatName> {
  readonly name: Name;
  readonly file: string | undefined;
}

/**
 * Returns the outputs of `--format`, and the terminal report if standard output is free. If `diff`, the diff of
 * `--fix-dry-run` takes standard output, and a format that needs it throws a UsageError.
 */
export function outputsOf(formats: readonly string[], diff: boolean): Output[] {
  const outputs = outputsAmong(formats, OUTPUT_FORMATS);
  if (diff && outputs.some(({ file }) => file === undefined)) {
    throw UsageError.onOptions({
      zh: '--fix-dry-run 在标准输出上列出改动，报告请写入文件，例如 --format sarif=report.sarif。',
      en: '--fix-dry-run prints its diff on standard output; send reports to files, for example --format sarif=report.sarif.',
    });
  }
  return diff ? outputs : withTerminal(outputs, 'terminal');
}

/** Adds the terminal report if all other reports go to files, so that the user still sees the result. */
export function withTerminal<Name extends string>(outputs: readonly Output<Name>[], terminal: Name): Output<Name>[] {
  return outputs.every(({ file }) => file !== undefined)
    ? [...outputs, { name: terminal, file: undefined }]
    : [...outputs];
}

/**
 * Parses `--format` values, of the formats `names`. Throws a UsageError if a format is unknown or two claim one output.
 */
export function outputsAmong<Name extends string>(formats: readonly string[], names: readonly Name[]): Output<Name>[] {
  const outputs = formats.map((text) => {
    const at = text.indexOf('=');
    const name = oneOf(at < 0 ? text : text.slice(0, at), names, { zh: '报告格式', en: 'format' });
    const file = at < 0 ? undefined : text.slice(at + 1);
    return { name, file: file === '-' || file === '/dev/stdout' ? undefined : file };
  });
  if (outputs.filter(({ file }) => file === undefined).length > 1) {
    throw UsageError.onOptions({
      zh: '标准输出只能写一种格式，其余请写入文件，例如 --format sarif=report.sarif。',
      en: 'only one format can go to standard output; send the others to files, for example --format sarif=report.sarif.',
    });
  }
  if (outputs.some(({ file }) => file === '')) {
    throw UsageError.onOptions({
      zh: '--format 的“=”后缺少文件名。',
      en: "a file name is missing after '=' in --format.",
    });
  }
  return outputs;
}

/**
 * Throws a UsageError if a report would overwrite a plan, another report of the run, or a file that sitecam may read
 * and did not write.
 */
export function checkFiles(files: readonly string[], plans: readonly string[], io: Io): void {
  for (const [index, file] of files.entries()) {
    if (plans.includes(file)) {
      throw new UsageError(
        {
          zh: `报告不能写入设计图本身“${file}”，请另取文件名。`,
          en: `a report can't be written over the plan '${file}'; choose another file name.`,
        },
        {
          zh: '报告不能写入设计图本身，请另取文件名。',
          en: "a report can't be written over a plan; choose another file name.",
        },
      );
    }
    if (files.indexOf(file) !== index) {
      throw new UsageError(
        {
          zh: `两份报告写入同一文件“${file}”，请分别取名。`,
          en: `two reports go to the same file '${file}'; give each its own name.`,
        },
        {
          zh: '两份报告写入同一文件，请分别取名。',
          en: 'two reports go to the same file; give each its own name.',
        },
      );
    }
    checkReplaceable(file, io);
  }
}

/** Throws a UsageError if an option on reports is malformed, or given without a format that uses it. */
export function checkOptions(
  flags: {
    readonly budget?: string;
    readonly assets?: string;
    readonly alerts?: string;
    readonly statistics?: true;
  },
  outputs: readonly Output[],
): void {
  const meant: readonly (readonly ['budget' | 'assets' | 'alerts' | 'statistics', readonly FormatName[]])[] = [
    ['budget', ['markdown', 'sheet']],
    ['assets', ['markdown', 'sarif']],
    ['alerts', ['sarif-github', 'gitlab']],
    ['statistics', ['terminal']],
  ];
  if (flags.assets === '')
    throw UsageError.onOptions({ zh: '--assets 缺少文件夹名。', en: '--assets needs a folder.' });
  for (const [option, formats] of meant) {
    if (flags[option] === undefined || outputs.some(({ name }) => formats.includes(name))) continue;
    throw UsageError.onOptions({
      zh: `--${option} 只用于 ${formats.join('、')} 格式，请加 --format ${formats[0]}。`,
      en: `--${option} is for the format ${formats.join(' or ')} alone; add --format ${formats[0]}.`,
    });
  }
  alertsOf(flags);
  if (flags.budget === undefined) return;
  const budget = budgetOf(flags.budget);
  if (allowed(budget) < LEAST && outputs.some(({ name }) => name === 'markdown')) {
    throw UsageError.onOptions({
      zh: `--budget 的取值“${flags.budget}”太小：markdown 报告只列计数也要${LEAST}字节。`,
      en: `--budget ${flags.budget} is too small: a report in Markdown needs ${LEAST} bytes for its counts alone.`,
    });
  }
}

/** Returns the value of `--alerts`; undefined if it isn't given. Throws a UsageError for an unknown value. */
export function alertsOf({ alerts }: { readonly alerts?: string }): Alerts | undefined {
  return alerts === undefined ? undefined : oneOf(alerts, ALERTS, { zh: '--alerts 的取值', en: '--alerts' });
}

/** Fewest bytes of a report in Markdown that holds nothing but counts and what was left out. */
const LEAST = 4096;

/** Named budgets. `github`: the limit of a step summary in a GitHub workflow. `comment`: that of a comment there. */
const NAMED: Readonly<Record<string, Budget>> = { github: 1024 * 1024, comment: { characters: 65_536 } };

/**
 * Parses the value of `--budget`: a whole number of bytes, `github` (1 MiB) or `comment` (65,536 characters). Throws a
 * UsageError for anything else.
 */
export function budgetOf(text: string): Budget {
  const named = Object.hasOwn(NAMED, text) ? NAMED[text] : undefined;
  if (named !== undefined) return named;
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw UsageError.onOptions({
    zh: `--budget 的取值“${text}”无效，应为字节数，或者 github（1 MiB）、comment（65536字符）。`,
    en: `'${text}' is no value of --budget; expected a number of bytes, github (1 MiB) or comment (65,536 characters).`,
  });
}
