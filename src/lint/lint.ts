import { BudgetExceeded, extendBudget, withBudget } from '../base/budget.js';
import { createChecked } from '../geometry/visibility/cross-check.js';
import { isDay } from '../i18n/day.js';
import { DEFAULT_PACK, loadPack, packIds } from '../law/load.js';
import type { Pack } from '../law/types.js';
import { readPlan } from '../plan/read/read.js';
import { rules } from '../rules/index.js';
import { LIMITS, limitParams, workFor } from '../source/limits.js';
import { OUTSIDE_FOLDER, type Read } from '../source/parse/reading.js';
import { compareWithBaseline } from './baseline/compare.js';
import { judge } from './judge.js';
import { foreignRegion } from './region.js';
import { absoluteOf, categoryIds, settingsOf, withOutsideWaivers } from './support/terms.js';
import type { LintOptions, LintResult } from './types.js';

/**
 * Lints the plan at `path` by all rules: text → site → sight → verdicts. A plan that takes more than the limit of work is
 * one that can't be read: what was found until then would look like all there is.
 *
 * @param read gives the bytes of a path (the plan's own and those it refers to), undefined where there is none
 */
export function lintPlan(path: string, read: Read, options: LintOptions): LintResult {
  const { limits = LIMITS } = options;
  let bytes = 0;
  /** The more there is to read, the more may be worked out. */
  const counted: Read = (file) => {
    const found = read(file);
    if (found === undefined || found === OUTSIDE_FOLDER) return found;
    const before = workFor(limits, bytes);
    bytes += found.length;
    extendBudget(workFor(limits, bytes) - before);
    return found;
  };
  try {
    return withBudget(workFor(limits, 0), () => judged(path, counted, options));
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    const message = { id: 'limit/work', params: limitParams('work', workFor(limits, bytes)) };
    return { ok: false, path, unreadable: [{ code: message.id, message, place: { path, pointer: '' } }], files: [] };
  }
}

function judged(path: string, read: Read, { baseline, ...options }: LintOptions): LintResult {
  const { today, limits, roots = [] } = options;
  const settings = (categories: readonly string[]) => settingsOf(options, path, categories);
  const result = readPlan(path, read, {
    pack: (categories) => settings(categories).pack,
    limits,
    beyond: roots.length > 0,
  });
  if (!result.ok) return { ok: false, path, unreadable: result.unreadable, files: result.files };
  const site = withOutsideWaivers(result.site, absoluteOf(options, path), options.waivers);
  const foreign = options.regionChecked && foreignRegion(site, options.pack);
  if (foreign) return { ok: false, path, unreadable: [foreign], files: site.files, terms: { plans: [path] } };
  const terms = { ...options, settings: settings(categoryIds(site)) };
  const report = {
    ...judge(site, { today, rules, terms, ...(options.verify && { viewsheds: createChecked }) }),
    path,
    // Without the baseline: what a verdict is doesn't hang on it, and edits that are tried aren't held against it.
    options,
  };
  if (baseline === undefined) return report;
  const off = terms.settings.levels.flatMap(({ name, value }) => (value === 'off' ? [name] : []));
  return compareWithBaseline(report, baseline, new Set(off));
}

/** A plan to lint. */
export interface PlanFile {
  /** As reports show it, `/`-separated: its ending says the format, its folder what references are read from. */
  readonly path: string;
  /** Absent: `read` gives it. */
  readonly text?: string | Uint8Array;
}

/** How `lint` lints: as `LintOptions`, with what can be left out. */
export interface ApiOptions extends Omit<LintOptions, 'pack'> {
  /** Id of a pack that comes with sitecam, or a pack of your own; `DEFAULT_PACK` when absent. */
  readonly pack?: string | Pack;
  /** The path of a plan given as a text; plan.yaml when absent. */
  readonly path?: string;
  /** What stands at a path: of a plan without `text`, and of the files that plans refer to. Undefined where there is nothing. */
  readonly read?: (path: string) => string | Uint8Array | undefined;
}

/**
 * Lints a plan given as a text, or several given as files, each by itself: what is found in one never depends on the
 * others. Pure: files, the day and the output are the caller's. A plan that can't be read gives `ok: false` with every
 * reason, never an exception.
 *
 * @throws RangeError where `today` is no day (YYYY-MM-DD) or there is no pack of that id
 */
export function lint(text: string | Uint8Array, options: ApiOptions): LintResult;
export function lint(files: readonly PlanFile[], options: ApiOptions): readonly LintResult[];
export function lint(
  plans: string | Uint8Array | readonly PlanFile[],
  { pack, path = 'plan.yaml', read = () => undefined, ...options }: ApiOptions,
): LintResult | readonly LintResult[] {
  if (!isDay(options.today)) throw new RangeError(`today '${options.today}' is no day; expected YYYY-MM-DD`);
  const judged = { ...options, pack: packOf(pack) };
  const one = (file: PlanFile): LintResult =>
    lintPlan(file.path, (name) => bytesOf(name === file.path ? (file.text ?? read(name)) : read(name)), judged);
  return isText(plans) ? one({ path, text: plans }) : plans.map(one);
}

function isText(plans: string | Uint8Array | readonly PlanFile[]): plans is string | Uint8Array {
  return typeof plans === 'string' || plans instanceof Uint8Array;
}

function bytesOf(text: string | Uint8Array | undefined): Uint8Array | undefined {
  return typeof text === 'string' ? new TextEncoder().encode(text) : text;
}

function packOf(pack: string | Pack = DEFAULT_PACK): Pack {
  if (typeof pack !== 'string') return pack;
  if (!packIds.includes(pack)) throw new RangeError(`no pack '${pack}'; there is ${packIds.join(', ')}`);
  return loadPack(pack);
}
