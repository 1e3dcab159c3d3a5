// Reads baselines.

import { posix } from 'node:path';
import { type Locale, type Localized, render } from '../../i18n/locale.js';
import { parseBaseline } from '../../lint/baseline/parse.js';
import type { Baseline, BaselineFile, PlanBaseline } from '../../lint/baseline/types.js';
import { locate } from '../../source/place/locate.js';
import type { SourceProblem } from '../../source/problem.js';
import type { SourceFile } from '../../source/types.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage.js';
import { DEFAULT_BASELINE } from './baseline-name.js';

/** A baseline that was read, and its file. */
export interface OpenBaseline {
  /** Path and hash of the file. */
  readonly file: BaselineFile;
  /** The baseline itself. */
  readonly baseline: Baseline;
}

/**
 * Returns the baseline at `path`. Throws a UsageError if it is missing or malformed: it never reads as an empty
 * baseline.
 */
export function openBaseline(path: string, io: Io): OpenBaseline {
  const found = findBaseline(path, io);
  if (found !== undefined) return found;
  throw new UsageError(
    {
      zh: `比对基准“${path}”不存在或者不能读取。用 sitecam baseline 设计图… -o ${path} 建立。`,
      en: `the baseline '${path}' does not exist or can't be read. Make one with: sitecam baseline PLANS… -o ${path}`,
    },
    { zh: '比对基准不存在或者不能读取。', en: "the baseline does not exist or can't be read." },
  );
}

/**
 * Returns the baseline at `path`; undefined if there is no file that can be read. Throws a UsageError for a folder or a
 * malformed file.
 */
export function findBaseline(path: string, io: Io): OpenBaseline | undefined {
  if (io.isFolder(path)) {
    throw new UsageError({
      zh: `“${path}”是文件夹，请给出比对基准文件，例如“${posix.join(path, DEFAULT_BASELINE)}”。`,
      en: `'${path}' is a folder; name the baseline's file, for example '${posix.join(path, DEFAULT_BASELINE)}'.`,
    });
  }
  const bytes = io.read(path);
  if (bytes === undefined) return undefined;
  const shown = io.shown(path);
  const parsed = parseBaseline(shown, bytes);
  if (!parsed.ok) throw notUnderstood(shown, parsed.problems, parsed.file);
  return { file: { path: shown, sha256: parsed.file.sha256 }, baseline: parsed.baseline };
}

/**
 * Returns the part of a baseline that is about one plan; its findings are undefined if the baseline doesn't hold the
 * plan. `path` is the plan's path as people see it.
 */
export function baselineOfPlan({ file, baseline }: OpenBaseline, path: string): PlanBaseline {
  const key = planKey(file.path, path);
  return { file, findings: baseline.plans.find(({ plan }) => plan === key)?.findings };
}

/**
 * Returns the name of a plan in a baseline: its path from the baseline's folder, wherever the command runs. Both files are
 * given by their paths as people see them.
 */
export function planKey(baseline: string, plan: string): string {
  return posix.relative(posix.dirname(baseline), plan);
}

/** Most problems listed in the message. */
const NAMED = 10;

function notUnderstood(path: string, problems: readonly SourceProblem[], file: SourceFile): UsageError {
  const texts = (locale: Locale) => problems.slice(0, NAMED).map((problem) => `\n  ${textOf(problem, file, locale)}`);
  const rest = problems.length - NAMED;
  const more: Localized = rest > 0 ? { zh: `\n  另有${rest}处`, en: `\n  and ${rest} more` } : { zh: '', en: '' };
  return new UsageError(
    {
      zh: `不能用作比对基准：“${path}”（未作任何改动）${texts('zh-CN').join('')}${more.zh}`,
      en: `can't be used as a baseline: '${path}' (left as it is)${texts('en').join('')}${more.en}`,
    },
    undefined,
    { problems, files: [file] },
  );
}

function textOf({ message, place, at }: SourceProblem, file: SourceFile, locale: Locale): string {
  const { line, column } = at ?? locate(file, place).start;
  return `${place.path}:${line}:${column}${render({ zh: '：', en: ': ' }, locale)}${render(message, locale)}`;
}
