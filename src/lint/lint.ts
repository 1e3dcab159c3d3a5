// Entry of the engine: from the text of a plan to its report, within a budget of work.

import { BudgetExceeded, charge, GRANTS, grantBudget, withBudget, withGrants } from '../base/budget.js';
import { type Timing, timed } from '../base/timing.js';
import { asDesignatedOn } from '../facts/protection/designation.js';
import { createChecked } from '../geometry/visibility/cross-check.js';
import { isDay } from '../i18n/day.js';
import { loadPack, packIds } from '../law/load.js';
import type { Pack } from '../law/types.js';
import type { Site } from '../plan/model.js';
import { type Drawn, readPlan } from '../plan/read/read.js';
import { rules } from '../rules/registry.gen.js';
import type { Rule } from '../rules/rule.js';
import type { ViewshedMaker } from '../sight/scene/scene.js';
import { createSight } from '../sight/sight.js';
import type { Sight } from '../sight/types.js';
import { LIMITS, MOST_WORK } from '../source/limits.js';
import { OUTSIDE_FOLDER, type Read } from '../source/parse/reading.js';
import { locate } from '../source/place/locate.js';
import { problemOf } from '../source/problem.js';
import type { Place, Span } from '../source/types.js';
import { type AssessTerms, assess } from './assess.js';
import { compareWithBaseline } from './baseline/compare.js';
import { decisionsOn } from './decisions.js';
import { regionFault } from './region.js';
import { refusalOf } from './support/effort.js';
import { absoluteOf, settingsOf, whereaboutsOf, withOutsideWaivers } from './support/terms.js';
import type { LintOptions, LintResult, Report } from './types.js';

/**
 * Carries the site and its sight from one run over a plan to the next, so that what didn't change isn't computed again.
 */
export interface Follower {
  /** The site of an earlier run, whose parts take the place of equal ones. */
  readonly before?: Site | undefined;
  /** Takes the plan as its files spell it, from which the site is built. */
  readonly onDrawn: (drawn: Drawn) => void;
  /** Returns the site as it was read, with parts of an earlier one in place of equal ones, and its sight; undefined if there is no earlier one. */
  readonly takeOver: (site: Site) => { readonly site: Site; readonly sight: Sight } | undefined;
}

/**
 * Lints the plan at `path` by all rules: text → site → sight → verdicts. Returns `ok: false` for a plan that exceeds
 * the budget of work: a partial result would look like a complete one.
 *
 * @param read returns the bytes of a path (the plan's own and those of files it refers to); undefined if there is no
 * file
 * @param timing takes the time of `read`, `build`, `sight`, each rule, and of the rest as `lint`
 * @param follower makes the run cheaper by what it kept of an earlier one
 */
export function lintPlan(
  path: string,
  read: Read,
  options: LintOptions,
  timing?: Timing,
  follower?: Follower,
): LintResult {
  const { work } = options.limits ?? LIMITS;
  const counted: Read = (file) => {
    const found = read(file);
    if (found !== undefined && found !== OUTSIDE_FOLDER) grantBudget(GRANTS.byte * found.length);
    return found;
  };
  let site: Site | undefined;
  const run = () =>
    timed(timing, 'lint', () =>
      judged(path, counted, options, timing, follower, (found) => {
        site = found;
      }),
    );
  try {
    return work === undefined ? withGrants(MOST_WORK, run) : withBudget(work, run);
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    const message = refusalOf(error, site, work !== undefined);
    return { ok: false, path, unreadable: [problemOf(message, path)], files: [] };
  }
}

function judged(
  path: string,
  read: Read,
  { baseline, ...options }: LintOptions,
  timing: Timing | undefined,
  follower: Follower | undefined,
  onSite: (site: Site) => void,
): LintResult {
  const { today, limits, roots = [] } = options;
  const result = timed(timing, 'read', () =>
    charge('reading', '', () =>
      readPlan(path, read, {
        pack: ({ region, categories }) => settingsOf(options, path, { region, categories }).pack,
        catalogues: options.catalogues,
        limits,
        beyond: roots.length > 0,
        timing,
        before: follower?.before,
        onDrawn: follower?.onDrawn,
      }),
    ),
  );
  if (!result.ok) return { ok: false, path, unreadable: result.unreadable, files: result.files };
  const drawn = withOutsideWaivers(result.site, absoluteOf(options, path), options.waivers);
  onSite(drawn);
  const { site, sight } = follower?.takeOver(drawn) ?? { site: drawn, sight: undefined };
  const fault = regionFault(site, options);
  if (fault) return { ok: false, path, unreadable: [fault], files: site.files, terms: { plans: [path] } };
  const terms = termsOf(options, path, site);
  const report = {
    ...judge(site, { today, rules, terms, timing, sight, ...(options.verify && { viewsheds: createChecked }) }),
    path,
    // Without the baseline: it doesn't change verdicts, and fixes are tried without comparing with it.
    options,
  };
  return baseline === undefined ? report : compareWithBaseline(report, baseline, silent(terms));
}

/** Returns the rules that are off. */
function silent({ settings }: AssessTerms): ReadonlySet<string> {
  return new Set(settings.levels.flatMap(({ name, value }) => (value === 'off' ? [name] : [])));
}

/** Returns the report compared with the baseline of the options, if they have one. */
export function comparedWith(report: Report, { baseline, ...options }: LintOptions): Report {
  if (baseline === undefined) return report;
  return compareWithBaseline(report, baseline, silent(termsOf(options, report.path, report.site)));
}

/** Returns the terms on which the options judge the plan at `path`. */
function termsOf(options: LintOptions, path: string, site: Site): AssessTerms {
  return {
    ...options,
    settings: settingsOf(options, path, whereaboutsOf(site)),
    decided: options.decisions ? decisionsOn(options.decisions, absoluteOf(options, path)) : [],
  };
}

/** Returns the report on `site`, which is the site of `report` with other devices, judged on the same terms. */
export function judgeMoved({ path, today, options }: Report, site: Site, sight: Sight): Report {
  const spanOf = spansIn(site);
  if (options === undefined) return { ...assess(site, sight, { today, rules, spanOf }), path };
  const terms = termsOf(options, path, site);
  return { ...assess(site, sight, { today, rules, spanOf, terms }), path, options };
}

/** One plan to lint. */
export interface PlanFile {
  /** Path as reports show it, `/`-separated. Its extension gives the format, its folder the base of references. */
  readonly path: string;
  /** Content of the plan. Absent: `read` supplies it. */
  readonly text?: string | Uint8Array;
}

/** Options of `lint`: those of `LintOptions`, some in a simpler form. */
export interface ApiOptions extends Omit<LintOptions, 'pack'> {
  /** Id of a pack that sitecam ships, or a pack of your own, that alone judges. Absent: the laws in force for each site. */
  readonly pack?: string | Pack;
  /** Path of a plan given as text. Absent: `plan.yaml`. */
  readonly path?: string;
  /**
   * Returns the content at a path, for plans without `text` and for files that plans refer to; undefined if there is
   * none.
   */
  readonly read?: (path: string) => string | Uint8Array | undefined;
}

/**
 * Lints a plan given as text, or several given as files. Plans are judged independently: no finding in one depends on
 * another. Pure: the caller does the I/O and supplies the day. Returns `ok: false` with every reason for a plan that
 * can't be read; never throws for it.
 *
 * @throws RangeError if `today` is not a day (YYYY-MM-DD) or no pack has that id
 */
export function lint(text: string | Uint8Array, options: ApiOptions): LintResult;
/** Lints several plans given as files; the signature above documents options and errors. */
export function lint(files: readonly PlanFile[], options: ApiOptions): readonly LintResult[];
export function lint(
  plans: string | Uint8Array | readonly PlanFile[],
  { pack, path = 'plan.yaml', read = () => undefined, ...options }: ApiOptions,
): LintResult | readonly LintResult[] {
  if (!isDay(options.today)) throw new RangeError(`today '${options.today}' is no day; expected YYYY-MM-DD`);
  const judged = pack === undefined ? options : { ...options, pack: packOf(pack) };
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

function packOf(pack: string | Pack): Pack {
  if (typeof pack !== 'string') return pack;
  if (!packIds.includes(pack)) throw new RangeError(`no pack '${pack}'; there is ${packIds.join(', ')}`);
  return loadPack(pack);
}

/** Inputs of `judge` beside the site. */
interface JudgeOptions {
  /** Day of the run, YYYY-MM-DD. */
  readonly today: string;
  readonly rules: readonly Rule[];
  readonly terms?: AssessTerms;
  /** Makes viewsheds. Absent: triangular expansion alone; the cross-check of `--verify` passes another maker. */
  readonly viewsheds?: ViewshedMaker;
  /** Takes the time of each rule, and of what rules ask of sight as the part `sight`. */
  readonly timing?: Timing | undefined;
  /** The sight of the site. Absent: it is made. */
  readonly sight?: Sight | undefined;
}

/**
 * Returns the report on a plan that was read: the verdicts of every rule, in file order, and all that reports print.
 */
export function judge(drawn: Site, options: JudgeOptions): Report {
  const { timing, viewsheds } = options;
  const site = asDesignatedOn(drawn, options.today);
  const sightOf = (variant: Site): Sight => {
    const sight = createSight(variant, viewsheds);
    return timing === undefined ? sight : timedSight(sight, timing);
  };
  return assess(site, options.sight ?? sightOf(site), { ...options, spanOf: spansIn(site), sightOf });
}

/** Returns `sight` with the time of every question to it taken. */
function timedSight(sight: Sight, timing: Timing): Sight {
  return new Proxy(sight, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...args: readonly unknown[]): unknown =>
        timing.measure('sight', () => Reflect.apply(member, target, args));
    },
  });
}

function spansIn(site: Site): (place: Place) => Span | undefined {
  const files = new Map(site.files.map((file) => [file.path, file]));
  return (place) => {
    const file = files.get(place.path);
    return file && locate(file, place);
  };
}
