// The run of `sitecam lint`.
import { createTiming } from '../../../base/timing.js';
import { jobOptionsOf } from '../../../host/batch/job.js';
import { type Batch, type Linted, lintAll } from '../../../host/batch/lint-all.js';
import { cacheOf, workersOf } from '../../../host/batch/options.js';
import { progressOn } from '../../../host/batch/progress.js';
import { dayOf } from '../../../host/config/day.js';
import { baselinesFor, lintOptions } from '../../../host/config/lint-options.js';
import { checkPersona, type Persona, personaOf } from '../../../host/config/persona.js';
import { type PlanTerms, termFiles, termsFinder } from '../../../host/config/terms.js';
import { orTermsFault, TermsFault, unjudged } from '../../../host/config/terms-fault.js';
import { type ExitCode, type Io, wantsColour } from '../../../host/io.js';
import { rulePageUrl, wantsLinks } from '../../../host/links.js';
import { version } from '../../../host/package.js';
import { type PlanInput, type PlansFlags, type SelectedPlans, selectPlans } from '../../../host/plans/select.js';
import { UsageError } from '../../../host/usage.js';
import type { Locale, Localized } from '../../../i18n/locale.js';
import { runExitCode } from '../../../lint/exit.js';
import { writtenIn } from '../../../lint/support/portable.js';
import type { LintOptions, ReportInput } from '../../../lint/types.js';
import { rules } from '../../../rules/registry.gen.js';
import { faultText } from '../../fault-text.js';
import type { FormatName } from '../../output/formats.js';
import { checkFiles, checkOptions, outputsOf } from '../../output/outputs.js';
import { FILE_COLUMNS, type ReportFlags, usable, writeReports } from '../../output/reports.js';
import { checkRedact, mapText, type RedactFlags } from '../../redact.js';
import { say } from '../../say.js';
import type { Watching } from '../../watch/watch.js';

export interface LintFlags extends PlansFlags, ReportFlags, RedactFlags {
  readonly format: readonly string[];
  readonly failOn?: string;
  readonly as?: string;
  readonly config?: string | false;
  readonly waivers?: string | false;
  readonly decisions?: string;
  readonly printConfig?: string;
  readonly showFiles?: true;
  readonly today?: string;
  readonly pack?: readonly string[];
  readonly onlyPacks?: readonly string[];
  readonly verify?: true;
  readonly fixGeometry?: true;
  readonly write?: true;
  /** False for `--no-baseline`. */
  readonly baseline?: string | false;
  readonly fix?: true;
  /** False for `--no-catalogue`. */
  readonly catalogue?: boolean;
  readonly fixDryRun?: true;
  readonly workers?: string;
  /** A folder; true for the user's own cache folder, false for no cache. */
  readonly cache?: string | boolean;
}

/**
 * Lints plans and writes the reports. Returns the worst exit code of all plans; 70 if sitecam itself failed on one.
 *
 * @param watching set if this is one of several runs on plans that change
 */
export async function lintCommand(
  args: readonly string[],
  asked: LintFlags,
  world: Io,
  spoken: Locale,
  watching?: Watching,
): Promise<ExitCode> {
  const persona = personaOf(asked.as);
  checkPersona(persona, { ...asked });
  checkRedact({ ...asked });
  checkWrite(asked);
  const flags: LintFlags = persona === 'reviewer' ? { ...asked, verbose: true } : asked;
  const { io, locale } = persona === 'ci' ? forCi(flags, world) : { io: world, locale: spoken };
  if (flags.printConfig !== undefined) {
    const { printConfig } = await import('./print-config.js');
    return printConfig(flags.printConfig, { ...flags, today: dayOf(flags.today, io) }, persona, io, locale);
  }
  const outputs = outputsOf(flags.format, flags.fixDryRun === true);
  const termsOf = termsFinder(flags, persona, io, args.length === 0 ? ['.'] : args);
  const found = await selectPlans(args, flags, io, (plan) => filesBeside(orTermsFault(() => termsOf(plan))), {
    all: persona === 'reviewer',
  });
  if (flags.showFiles === true) {
    const { showFiles } = await import('./show-files.js');
    await tell(found, flags, io, locale);
    return showFiles(found, io, locale);
  }
  const { shard } = found;
  checkFiles(
    [...outputs.map(({ file }) => file), flags.redactMap].flatMap((file) =>
      file === undefined ? [] : [io.shown(file)],
    ),
    found.plans.map(({ path }) => path),
    io,
  );
  checkOptions(flags, outputs);
  const today = dayOf(flags.today, io);
  if (persona === 'ci' && flags.today === undefined) io.err(dayNote(today, locale));
  const run: Omit<ReportInput, 'results'> = {
    tool: { name: 'sitecam', version: version() },
    rules,
    today,
    ...(shard && { shard }),
  };
  // Faults in files named on the command line stop the run; faults in files beside a plan count against that plan
  // alone.
  const asIs = await usable(
    () => found.plans.map(({ path }) => orTermsFault(() => termsOf(path))),
    run,
    outputs,
    flags,
    io,
  );
  const compared = await baselinesFor(found.plans, asIs, flags.baseline, io);
  const plans = withUnjudged(found.plans, compared);
  const terms = asIs.map((one) => (one instanceof TermsFault ? noTerms() : one));
  const options = terms.map((one, index) => lintOptions(one, compared[index], today));
  const written = options.some(({ pack, added }) => [pack, added].some((one) => one && writtenIn(one).length > 0));
  if (written && flags.redact === true && outputs.some(({ name }) => name === 'record')) {
    throw UsageError.onOptions(PACK_IN_RECORD);
  }
  if (flags.fix === true || (flags.fixDryRun === true && flags.fixGeometry !== true)) {
    const { repairPlans } = await import('./repair.js');
    const repairable = plans.map((plan, index) => ({ plan, options: options[index] }));
    await repairPlans(repairable, flags, io, locale);
  }

  // A run that is timed does all its work itself, on this thread.
  const timing = world.env.SITECAM_TIMING === '1' ? createTiming(io.now) : undefined;
  const unnamed = flags.redact === undefined ? io : { ...io, err: () => {} };
  const batch = {
    plans,
    options: options.map((one) =>
      jobOptionsOf(one, { verify: flags.verify === true, fixes: flags.fixGeometry === true }),
    ),
    ...workersOf(timing === undefined ? flags.workers : '1', io),
    cache: cacheOf(timing === undefined ? flags.cache : false, plans, { ...unnamed, env: world.env }, locale),
    progress: progressOn(unnamed, locale, flags.quiet === true),
    timing,
    // Of several plans a run would keep all that it worked out.
    follower: plans.length === 1 && flags.verify !== true ? watching?.follower : undefined,
    draws: flags.redact === undefined && (flags.assets !== undefined || outputs.some(({ name }) => DRAWING.has(name))),
  };
  const work = async (io: Io): Promise<ExitCode> => {
    const { results, faults } = await lintedAndFixed(batch, options, flags, io, locale);
    for (const fault of faults) io.err(faultText(fault, io.env, locale, flags.redact === true));
    await tell(found, flags, io, locale);
    const start = timing === undefined ? 0 : io.now();
    const input: ReportInput = { ...run, results, asked: recorded(terms, flags) };
    await io.together(async () => {
      await writeReports(await toTell(input, flags, io), outputs, flags, io, locale);
    });
    watching?.onReport(input);
    if (timing !== undefined) {
      timing.add('report', io.now() - start);
      const { timingTable } = await import('../../output/timing.js');
      io.err(timingTable(timing.parts(), locale));
    }
    if (faults.length > 0) return 70;
    return runExitCode(
      results,
      terms.map(({ failOn }) => failOn),
    );
  };
  const { cache } = batch;
  // A run is kept as a whole only if every plan is a file that can be judged, and nobody asks for more than its output.
  if (
    cache === undefined ||
    watching !== undefined ||
    flags.write ||
    plans.some((plan) => plan.bytes ?? plan.fault ?? plan.unjudged)
  ) {
    return work(io);
  }
  const jobs = plans.map(({ path }, index) => ({ path, options: batch.options[index] }));
  return cache.run(jobs, decisive(found, terms, persona, flags, io, locale), io, work);
}

const PACK_IN_RECORD: Localized = {
  zh: '--format record 不能与 --redact 和自行编写的法规数据包同用：记录须含该包的原文。请另写 sarif、json 等格式的报告。',
  en: "--format record can't go with --redact and a law pack of your own: the record must hold the text of that pack. Write a report in another format.",
};

/**
 * Lints the plans. With `--fix-geometry --write` writes the fixes that are proved together and lints what was written;
 * with `--fix-dry-run` prints them.
 */
async function lintedAndFixed(
  batch: Batch,
  options: readonly LintOptions[],
  flags: LintFlags,
  io: Io,
  locale: Locale,
): Promise<Linted> {
  if (flags.write !== true && (flags.fixGeometry !== true || flags.fixDryRun !== true)) return lintAll(batch, io);
  const { checkFixable, writeFixes } = await import('./fix-geometry.js');
  checkFixable(batch.plans, flags);
  const linted = await lintAll(batch, io);
  const plans = batch.plans.map((plan, n) => ({ plan, options: options[n], result: linted.results[n] }));
  if (!(await writeFixes(plans, flags, io, locale))) return linted;
  batch.cache?.forgetFiles();
  return lintAll(batch, io);
}

/** Throws a UsageError if `--write` has nothing to write, or `--fix-dry-run` says that nothing is to be written. */
function checkWrite({ write, fixGeometry, fix, fixDryRun }: LintFlags): void {
  if (write === true && fixGeometry !== true) {
    throw UsageError.onOptions({
      zh: '--write 与 --fix-geometry 同用，写入经证明的改法；别名、异写用 --fix 改写。',
      en: '--write goes with --fix-geometry, whose proved edits it writes; --fix writes other names as they must be.',
    });
  }
  if (fixDryRun === true && (write === true || fix === true)) {
    const option = write === true ? '--write' : '--fix';
    throw UsageError.onOptions({
      zh: `${option} 与 --fix-dry-run 不能并用。`,
      en: `${option} and --fix-dry-run exclude each other.`,
    });
  }
}

/** Returns the line that says on which day a CI job judges, where nobody chose it. */
function dayNote(today: string, locale: Locale): string {
  return say(
    locale,
    `sitecam：审查日取本机日期${today}，法规和例外说明是否有效以该日为准，报告随之变化；要逐字节一致，请指定：--today ${today}。\n`,
    `sitecam: judged as of ${today}, the machine's day: laws and waivers must hold on it, and every report changes with it; for the same bytes pin it: --today ${today}.\n`,
  );
}

/** Returns the results to report, redacted if `--redact` asks for it; then also writes the file of `--redact-map`. */
async function toTell(input: ReportInput, { redact: asked, redactMap }: RedactFlags, io: Io): Promise<ReportInput> {
  if (asked === undefined) return input;
  const { redact } = await import('../../../lint/redact/redact.js');
  const { input: redacted, names } = redact(input);
  if (redactMap !== undefined) await io.write(redactMap, mapText(names));
  return redacted;
}

/** Returns what records name of a run: its options, and the levels that `merge` goes by unless it is given another. */
function recorded(terms: readonly PlanTerms[], flags: LintFlags): ReportInput['asked'] {
  const { as, pack, onlyPacks, config, waivers, decisions, baseline, failOn, verify, fixGeometry, limit } = flags;
  const options = {
    as,
    pack,
    'only-packs': onlyPacks,
    config,
    waivers,
    decisions,
    baseline,
    'fail-on': failOn,
    verify,
    'fix-geometry': fixGeometry,
    limit,
    ...(flags.catalogue === false && { 'no-catalogue': true }),
  };
  return {
    options: Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)),
    // A level given to the shards is for their jobs.
    failOn: terms.map(({ wholeFailOn }) => wholeFailOn),
  };
}

/** Formats that query sight again for their drawings. */
const DRAWING: ReadonlySet<FormatName> = new Set(['html', 'schedule', 'opinion']);

/**
 * Returns everything that decides the output of a run except the plans and their options, as plain data for the cache
 * key.
 */
function decisive(
  { passedOver, since, shard }: SelectedPlans,
  terms: readonly PlanTerms[],
  persona: Persona,
  { cache: _, workers: _workers, ...flags }: LintFlags,
  io: Io,
  locale: Locale,
) {
  return {
    found: { passedOver, since, shard },
    terms: terms.map(({ failOn, region }) => [failOn, region]),
    persona,
    flags,
    locale,
    columns: io.columns,
    colour: wantsColour(flags.color, io),
    page: wantsLinks(io) ? rulePageUrl('', locale) : undefined,
  };
}

/** Prints which of the files found were not linted: passed over, unchanged, or in another shard. */
async function tell(found: SelectedPlans, flags: LintFlags, io: Io, locale: Locale): Promise<void> {
  if (found.passedOver.length === 0 && found.since === undefined && found.shard === undefined) return;
  const { plansNotes } = await import('../../../host/plans/filter/notes.js');
  const named = flags.verbose === true || flags.ignoreUnknown === true;
  const names = flags.redact === true ? 'hidden' : named ? 'listed' : 'counted';
  for (const note of plansNotes(found, names, locale)) io.err(`${note}\n`);
}

/** Returns placeholder terms for a plan that can't be judged; no verdict rests on them. */
function noTerms(): PlanTerms {
  return {
    options: {},
    named: { added: [], only: [] },
    failOn: 'error',
    wholeFailOn: 'error',
    region: 'any',
    baseline: undefined,
  };
}

/** Returns the plans, those that can't be judged with the reason why. A path that gave no plan keeps its own fault. */
function withUnjudged(plans: readonly PlanInput[], terms: readonly unknown[]): PlanInput[] {
  const faults = plans.flatMap(({ path, fault }, index) => {
    const found = terms[index];
    return found instanceof TermsFault && fault === undefined ? [[path, found] as const] : [];
  });
  const results = unjudged(new Map(faults));
  return plans.map((plan) => {
    const result = results.get(plan.path);
    return result === undefined ? plan : { ...plan, unjudged: result };
  });
}

/** Returns the files that a plan's terms come from; undefined if they can't be used, perhaps for a file that is gone. */
function filesBeside(terms: PlanTerms | TermsFault): string[] | undefined {
  return terms instanceof TermsFault ? undefined : termFiles(terms);
}

/** Returns an Io and a locale that make the output of a CI job independent of the machine. */
function forCi({ lang }: LintFlags, io: Io): { readonly io: Io; readonly locale: Locale } {
  const plain: Io = { ...io, columns: FILE_COLUMNS, isTerminal: false, errIsTerminal: false, env: {} };
  return { io: plain, locale: lang === 'en' ? 'en' : 'zh-CN' };
}
