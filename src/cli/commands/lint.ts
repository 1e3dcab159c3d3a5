import { exitCode, type ResultCode } from '../../engine/exit.js';
import type { LintOptions, ReportInput } from '../../engine/types.js';
import type { Locale } from '../../i18n/locale.js';
import type { Site } from '../../plan/model.js';
import { rules } from '../../rules/index.js';
import { jobOptionsOf } from '../batch/job.js';
import { lintAll } from '../batch/lint-all.js';
import { cacheOf, workersOf } from '../batch/options.js';
import { progressOn } from '../batch/progress.js';
import { throughCache } from '../batch/through-cache.js';
import { budgetOf } from '../budget.js';
import { dayOf } from '../day.js';
import { faultText } from '../fault-text.js';
import type { FormatName } from '../formats.js';
import { type ExitCode, type Io, wantsColour } from '../io.js';
import { rulePage, wantsLinks } from '../links.js';
import { checkRegion } from '../lint-one.js';
import { checkFiles, checkOptions, outputsOf } from '../outputs.js';
import { checkPersona, type Persona, personaOf } from '../persona.js';
import { type FoundPlans, findPlans, type PlanInput, type PlansFlags } from '../plans.js';
import { checkRedact, mapText, type RedactFlags } from '../redact.js';
import { FILE_COLUMNS, type ReportFlags, usable, writeReports } from '../reports.js';
import { filesOf, type PlanTerms, termsFinder } from '../terms.js';
import { version } from '../version.js';

export interface LintFlags extends PlansFlags, ReportFlags, RedactFlags {
  readonly format: readonly string[];
  readonly failOn?: string;
  readonly as?: string;
  readonly config?: string | false;
  readonly waivers?: string | false;
  readonly printConfig?: string;
  readonly today?: string;
  readonly pack?: readonly string[];
  readonly verify?: true;
  readonly fixes?: true;
  /** `--no-baseline`: false. */
  readonly baseline?: string | false;
  readonly fix?: true;
  readonly fixDryRun?: true;
  readonly workers?: string;
  /** A folder; true: the user's own; false: none. */
  readonly cache?: string | boolean;
}

/** Lints plans and writes the reports asked for; the worst exit code of all. */
export async function lint(args: readonly string[], asked: LintFlags, world: Io, spoken: Locale): Promise<ExitCode> {
  const persona = personaOf(asked.as);
  checkPersona(persona, { ...asked });
  checkRedact({ ...asked });
  const flags: LintFlags = persona === 'reviewer' ? { ...asked, verbose: true } : asked;
  const { io, locale } = persona === 'ci' ? forCi(flags, world) : { io: world, locale: spoken };
  if (flags.printConfig !== undefined) {
    const { printConfig } = await import('./print-config.js');
    return printConfig(flags.printConfig, flags, persona, io, locale);
  }
  const outputs = outputsOf(flags.format, flags.fixDryRun === true);
  const termsOf = termsFinder(flags, persona, io, args.length === 0 ? ['.'] : args);
  const found = await findPlans(args, flags, io, (plan) => filesOf(termsOf(plan)), {
    all: persona === 'reviewer',
  });
  const { plans, shard } = found;
  checkFiles(
    [...outputs.map(({ file }) => file), flags.redactMap].flatMap((file) =>
      file === undefined ? [] : [io.shown(file)],
    ),
    plans.map(({ path }) => path),
  );
  checkOptions(flags, outputs);
  if (flags.budget !== undefined) budgetOf(flags.budget);
  const today = dayOf(flags.today, io);
  const run: Omit<ReportInput, 'results'> = {
    tool: { name: 'sitecam', version: version() },
    rules,
    today,
    ...(shard && { shard }),
  };
  // A configuration that can't be used is said before anything is judged by another.
  const terms = await usable(() => plans.map(({ path }) => termsOf(path)), run, outputs, flags, io);
  const baselines = await baselinesFor(plans, terms, io);
  const options = terms.map((one, index) => ({ ...one.options, today, ...baselines[index] }));
  if (flags.fix === true || flags.fixDryRun === true) await repair(plans, terms, options, flags, io, locale);

  // What is said on the way names files.
  const unnamed = flags.redact === undefined ? io : { ...io, err: () => {} };
  const batch = {
    plans,
    options: options.map((one) => jobOptionsOf(one, { verify: flags.verify === true, fixes: flags.fixes === true })),
    ...workersOf(flags.workers, io),
    // Where the cache lies is no output: `--as ci` hides the environment from the reports alone.
    cache: cacheOf(flags.cache, plans, { ...unnamed, env: world.env }, locale),
    progress: progressOn(unnamed, locale, flags.quiet === true),
    draws: flags.redact === undefined && (flags.assets !== undefined || outputs.some(({ name }) => DRAWING.has(name))),
  };
  const all = { ...batch, asked: decisive(found, terms, persona, flags, io, locale) };
  return throughCache(all, io, async (io) => {
    const { results, faults } = await lintAll(batch, io);
    for (const fault of faults) io.err(faultText(fault, io.env, locale, flags.redact === true));
    for (const [index, result] of results.entries()) {
      const { options, region } = terms[index];
      if (result.ok && region === 'checked') checkRegion(result.site.region, options.pack, result.path);
    }
    await tell(found, flags, io, locale);
    await io.together(async () => {
      await writeReports(await toTell({ ...run, results }, flags, io), outputs, flags, io, locale);
    });
    if (faults.length > 0) return 70;
    return worst(results.map((result, index) => exitCode([result], terms[index].failOn)));
  });
}

/** What reports are made of: the results themselves, or what of them may be told without the plans. */
async function toTell(input: ReportInput, { redact: asked, redactMap }: RedactFlags, io: Io): Promise<ReportInput> {
  if (asked === undefined) return input;
  const { redact } = await import('../../engine/redact.js');
  const { input: redacted, names } = redact(input);
  if (redactMap !== undefined) await io.write(redactMap, mapText(names));
  return redacted;
}

/** Formats that ask again what is seen where. */
const DRAWING: ReadonlySet<FormatName> = new Set(['html', 'schedule']);

/** All that decides what a run says and writes, beside its plans and the terms of each, as plain data. */
function decisive(
  { passedOver, since, shard }: FoundPlans,
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
    page: wantsLinks(io) ? rulePage('', locale) : undefined,
  };
}

/** What of the files looked at wasn't linted. */
async function tell(found: FoundPlans, flags: LintFlags, io: Io, locale: Locale): Promise<void> {
  if (found.passedOver.length === 0 && found.since === undefined && found.shard === undefined) return;
  const { plansNotes } = await import('../plans/notes.js');
  const named = flags.verbose === true || flags.ignoreUnknown === true;
  const names = flags.redact === true ? 'hidden' : named ? 'listed' : 'counted';
  for (const note of plansNotes(found, names, locale)) io.err(`${note}\n`);
}

async function repair(
  plans: readonly PlanInput[],
  terms: readonly PlanTerms[],
  options: readonly LintOptions[],
  flags: LintFlags,
  io: Io,
  locale: Locale,
): Promise<void> {
  const { repairPlans } = await import('../repair.js');
  const repairable = plans.map((plan, index) => {
    const check = ({ region }: Site) => {
      if (terms[index].region === 'checked') checkRegion(region, options[index].pack, plan.path);
    };
    return { plan, options: options[index], check };
  });
  await repairPlans(repairable, flags, io, locale);
}

/** Of several plans the worst counts, in the order 3, 1, 0. There is none where nothing changed, or in an empty shard. */
function worst(codes: readonly ResultCode[]): ExitCode {
  return codes.includes(3) ? 3 : codes.includes(1) ? 1 : 0;
}

/** What a CI job prints doesn't hang on the machine it runs on. */
function forCi({ lang }: LintFlags, io: Io): { readonly io: Io; readonly locale: Locale } {
  const plain: Io = { ...io, columns: FILE_COLUMNS, isTerminal: false, errIsTerminal: false, env: {} };
  return { io: plain, locale: lang === 'en' ? 'en' : 'zh-CN' };
}

/** What there is to compare each plan with; each baseline is read once, and what reads them loaded only where there are some. */
async function baselinesFor(
  plans: readonly PlanInput[],
  terms: readonly PlanTerms[],
  io: Io,
): Promise<readonly Pick<LintOptions, 'baseline'>[]> {
  const paths = new Set(terms.flatMap(({ baseline }) => baseline ?? []));
  if (paths.size === 0) return plans.map(() => ({}));
  const { baselineOfPlan, openBaseline } = await import('../baseline.js');
  const opened = new Map([...paths].map((path) => [path, openBaseline(path, io)]));
  return plans.map(({ path }, index) => {
    const found = opened.get(terms[index].baseline ?? '');
    return found === undefined ? {} : { baseline: baselineOfPlan(found, path) };
  });
}
