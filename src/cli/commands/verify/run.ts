// The run of `sitecam verify`.

import { sha256 } from '../../../base/hash.js';
import { compareReport } from '../../../features/verify/compare.js';
import { verifiedDocument } from '../../../features/verify/document.js';
import { verifiedJson } from '../../../features/verify/json.js';
import { ReportRefusal, readReport } from '../../../features/verify/read.js';
import {
  answerOf,
  holdsRun,
  isRecordFormat,
  type PacksFrom,
  type SubmittedReport,
  type Undecidable,
  type Verified,
} from '../../../features/verify/types.js';
import { lintInput } from '../../../host/batch/lint-one.js';
import { baselineOfPlan, openBaseline } from '../../../host/config/baseline.js';
import { dayOf } from '../../../host/config/day.js';
import { limitsOf } from '../../../host/config/limits.js';
import { personaOf } from '../../../host/config/persona.js';
import type { TermFlags } from '../../../host/config/terms.js';
import { orTermsFault, TermsFault, unjudged } from '../../../host/config/terms-fault.js';
import { type ExitCode, type Io, wantsColour } from '../../../host/io.js';
import { version } from '../../../host/package.js';
import { type PlanInput, selectPlans } from '../../../host/plans/select.js';
import { oneOf, UsageError } from '../../../host/usage.js';
import { type Locale, render } from '../../../i18n/locale.js';
import { isPackPath } from '../../../law/read/path.js';
import { fixesFor } from '../../../lint/fixes/fixes.js';
import { redact } from '../../../lint/redact/redact.js';
import type { LintResult, ReportInput } from '../../../lint/types.js';
import { writeTerminal } from '../../../render/writers/terminal.js';
import { REPORT_FORMATS } from '../../../report/formats.gen.js';
import type { RunPlan } from '../../../report/run-block.js';
import { rules } from '../../../rules/registry.gen.js';
import { LIMITS } from '../../../source/limits.js';
import type { PeopleFlags } from '../../options.js';
import { VERIFY_FORMATS } from '../../output/formats.js';
import { budgetOf } from '../../output/outputs.js';
import { type HashedPlan, matchPlans } from './match.js';
import { type PrintTerms, packsOf, recomputed } from './recompute.js';
import { asRecorded, renamedFor } from './renamed-paths.js';
import { type RecordedTerms, type RequestedTerms, termsAgain } from './terms.js';

/** What a file holds that is a certificate of `suggest`. */
const CERTIFICATE = 'suggest-certificate';

interface VerifyFlags extends TermFlags, PeopleFlags {
  readonly format: string;
  readonly from?: string;
  readonly as?: string;
  readonly today?: string;
  readonly fixGeometry?: true;
  readonly types?: string;
  readonly budget?: string;
  readonly assets?: string;
  readonly verbose?: true;
}

/**
 * Checks that a report is the one of these plans: works it out again on the terms that it records, and compares. Returns
 * exit code 0 if they agree; 1 if they differ, can't be compared or plans of the report are missing; 3 if the report or a
 * plan can't be read.
 */
export async function verify(
  report: string,
  args: readonly string[],
  flags: VerifyFlags,
  io: Io,
  locale: Locale,
): Promise<ExitCode> {
  const format = oneOf(flags.format, VERIFY_FORMATS, { zh: '--format 的取值', en: '--format' });
  const told =
    flags.from === undefined ? undefined : oneOf(flags.from, REPORT_FORMATS, { zh: '--from 的取值', en: '--from' });
  const asked: RequestedTerms = {
    ...withAbsolute(flags, io),
    persona: flags.as === undefined ? undefined : personaOf(flags.as),
  };
  const day = flags.today === undefined ? undefined : dayOf(flags.today, io);
  const print: PrintTerms = {
    ...(flags.budget !== undefined && { budget: budgetOf(flags.budget) }),
    ...(flags.assets !== undefined && { assets: flags.assets }),
  };
  if (report === '-')
    throw UsageError.onOptions({
      zh: '报告须为文件，标准输入只能给出设计图。',
      en: 'the report must be a file; standard input can only be a plan.',
    });
  const limits = limitsOf(flags) ?? LIMITS;
  try {
    if (io.isFolder(report)) throw new ReportRefusal([isFolder(io.shown(report))]);
    const bytes = io.read(report, limits.bytes);
    if (bytes === undefined) throw new ReportRefusal([unreadable(io.shown(report))]);
    if (told === undefined && new TextDecoder().decode(bytes).includes(CERTIFICATE)) {
      const { certificateOf, verifyCertificate } = await import('./certificate.js');
      const certificate = certificateOf({ name: io.shown(report), bytes }, limits);
      if (certificate !== undefined) {
        const plans = hashed((await selectPlans(args, flags, io)).plans, limits.bytes, io);
        const more = { terms: asked, day, types: flags.types };
        return verifyCertificate(certificate, plans, more, { format, color: flags.color, locale }, io);
      }
    }
    const given = readReport({ name: io.shown(report), bytes }, limits, told);
    const plans = hashed((await selectPlans(args, flags, io)).plans, limits.bytes, io);
    const verified = await held(given, plans, { asked, day, fixes: flags.fixGeometry === true, print }, io);
    io.out(
      format === 'json'
        ? verifiedJson(verified)
        : writeTerminal([verifiedDocument(verified, flags.verbose === true)], {
            locale,
            colour: wantsColour(flags.color, io),
          }),
    );
    // What nobody compared can't read as agreement.
    return answerOf(verified) === 'same' && verified.unchecked.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof ReportRefusal)) throw error;
    const texts = error.texts.map((text) => render(text, locale)).join('\n');
    io.err(`sitecam${locale === 'en' ? ': ' : '：'}${texts}\n`);
    return 3;
  }
}

function unreadable(report: string) {
  return {
    zh: `报告“${report}”不存在或者不能读取。`,
    en: `the report '${report}' does not exist or can't be read.`,
  };
}

function isFolder(report: string) {
  return {
    zh: `报告“${report}”是文件夹，应为一个报告文件。`,
    en: `the report '${report}' is a folder; name one file.`,
  };
}

/** Every plan must be there: a report is no plan's that can't be read at all. */
function hashed(plans: readonly PlanInput[], most: number, io: Io): HashedPlan[] {
  const found = plans.map((plan) => ({
    plan,
    bytes: plan.fault === undefined ? (plan.bytes ?? io.read(plan.path, most)) : undefined,
  }));
  const missing = found.filter(({ bytes }) => bytes === undefined).map(({ plan }) => plan.path);
  if (missing.length > 0 || found.length === 0) {
    throw new ReportRefusal(
      (found.length === 0 ? ['.'] : missing).map((path) =>
        io.isFolder(path)
          ? { zh: `文件夹“${path}”中没有设计图。`, en: `there is no plan in the folder '${path}'.` }
          : {
              zh: `设计图“${path}”不存在或者不能读取。`,
              en: `the plan '${path}' does not exist or can't be read.`,
            },
      ),
    );
  }
  return found.flatMap(({ plan, bytes }) => (bytes === undefined ? [] : [{ plan, sha256: sha256(bytes) }]));
}

interface Asked {
  readonly asked: RequestedTerms;
  readonly day: string | undefined;
  readonly fixes: boolean;
  readonly print: PrintTerms;
}

/** A plan with the name that it is judged under again, and the terms that the report records of it. */
interface Named extends HashedPlan {
  readonly recorded: RecordedTerms | undefined;
  readonly path: string;
}

/** The report held against the plans that it has. */
async function held(
  given: SubmittedReport,
  plans: readonly HashedPlan[],
  { asked, day, fixes, print }: Asked,
  io: Io,
): Promise<Verified> {
  const { run, format } = given;
  const today = day ?? run?.today ?? io.today();
  const { compared, strange, unchecked } = plansIn(given, plans);
  const world = asRecorded(
    io,
    compared.flatMap(({ path, plan }) => (path === plan.path ? [] : renamedFor(path, io.absolute(plan.path)))),
  );
  const unknown = unknownOf(given, plans.length);
  const base: Omit<Verified, 'unknown' | 'packs' | 'packsFrom' | 'comparison'> = {
    given,
    version: version(),
    today,
    dayFrom: day !== undefined ? 'asked' : run !== undefined ? 'report' : 'machine',
    plans: compared.map(({ plan, path, sha256 }) => ({ path: plan.path, recorded: path, sha256 })),
    unexpectedPlans: strange.map(({ plan }) => plan.path),
    unchecked: unchecked.map(({ path }) => path),
  };
  const partly = unchecked.length > 0;
  if (partly && !isRecordFormat(format))
    unknown.push({ kind: 'plans', report: compared.length + unchecked.length, given: plans.length });
  // Redacted plans have no names: without all of them nobody can tell which is which.
  if (unknown.some(({ kind }) => kind === 'plans') || compared.length === 0) {
    return { ...base, unknown, packs: [], packsFrom: 'told', comparison: undefined };
  }
  const judged = new Map<string, LintResult>();
  const faults = new Map<string, TermsFault>();
  const sources = new Set<PacksFrom>();
  for (const { plan, path, recorded: said } of compared) {
    // A record has no packs of a plan that wasn't judged: what kept it from that is looked for again.
    const unread = said !== undefined && said.terms === undefined;
    const terms = unread
      ? orTermsFault(() => termsAgain(asked, said, path, world))
      : termsAgain(asked, said, path, world);
    if (terms instanceof TermsFault) {
      faults.set(path, terms);
      continue;
    }
    if (terms.missing.length > 0) {
      unknown.push(...terms.missing);
      continue;
    }
    sources.add(terms.packsFrom);
    const options = {
      ...terms.options,
      today,
      ...(unread && terms.region === 'checked' && { regionChecked: true as const }),
      ...(terms.baseline !== undefined && { baseline: baselineOfPlan(openBaseline(terms.baseline, world), path) }),
    };
    const result = lintInput({ ...plan, path }, world, options);
    judged.set(
      path,
      result.ok && (fixes || said?.terms?.fixes === true) ? { ...result, fixes: fixesFor(result) } : result,
    );
  }
  const misfits = unjudged(faults);
  const results = compared.flatMap(({ path }) => judged.get(path) ?? misfits.get(path) ?? []);
  const packs = packsOf(results);
  const packsFrom = (['configuration', 'default'] as const).find((from) => sources.has(from)) ?? 'told';
  if (results.length < compared.length) return { ...base, unknown, packs, packsFrom, comparison: undefined };
  const whole: ReportInput = {
    tool: { name: 'sitecam', version: version() },
    results,
    rules,
    today,
    ...(run?.shard && { shard: run.shard }),
  };
  const input = run?.redacted ? redact(whole).input : whole;
  const only = partly ? new Set(compared.map(({ path }) => path)) : undefined;
  const now = await recomputed(given, input, only, print, world);
  const comparison = compareReport(given, now);
  // A report by other packs than those assumed differs though it is genuine.
  const isBlind = unknown.length === 0 && packsFrom !== 'told' && packs.length > 0;
  if (isBlind && comparison.differences.length > 0) {
    unknown.push({ kind: 'packs', ids: packs.map(({ id }) => id), from: packsFrom });
  }
  return { ...base, unknown, packs, packsFrom, comparison };
}

/** Returns the plans to compare, by their names in the report. Redacted plans have none, nor has a report without a run. */
function plansIn({ run }: SubmittedReport, plans: readonly HashedPlan[]) {
  const termsOf = ({ terms, baseline }: RunPlan): RecordedTerms => ({
    terms: terms === null ? undefined : run?.terms[terms],
    baseline,
  });
  if (run === undefined || run.redacted) {
    const recorded = run?.plans.length === plans.length ? run.plans.map(termsOf) : [];
    const compared = plans.map((one, n): Named => ({ ...one, path: one.plan.path, recorded: recorded[n] }));
    return { compared, strange: [], unchecked: [] };
  }
  const { pairs, strange, unchecked } = matchPlans(run.plans, plans);
  const compared = pairs.map(
    ({ recorded, ...pair }): Named => ({ ...pair, path: recorded.path, recorded: termsOf(recorded) }),
  );
  return { compared, strange, unchecked };
}

/** Returns what can be told to be missing before anything is recomputed. */
function unknownOf({ run, format, text }: SubmittedReport, given: number): Undecidable[] {
  if (run === undefined) return holdsRun(format) && text !== '' ? [{ kind: 'terms' }] : [];
  return [
    ...(run.sitecam === version() ? [] : [{ kind: 'version' as const, report: run.sitecam, now: version() }]),
    ...(run.redacted && run.plans.length !== given
      ? [{ kind: 'plans' as const, report: run.plans.length, given }]
      : []),
  ];
}

/** Files that the command line names are where they are, whatever a report calls other files. */
function withAbsolute(flags: VerifyFlags, io: Io): TermFlags {
  const at = (file: string | false | undefined) => (typeof file === 'string' ? io.absolute(file) : file);
  const packsAt = (packs: readonly string[]) => packs.map((pack) => (isPackPath(pack) ? io.absolute(pack) : pack));
  const [config, waivers, baseline, decisions] = [flags.config, flags.waivers, flags.baseline, flags.decisions].map(at);
  return {
    ...(flags.limit && { limit: flags.limit }),
    ...(flags.root && { root: flags.root }),
    ...(flags.pack && { pack: packsAt(flags.pack) }),
    ...(flags.onlyPacks && { onlyPacks: packsAt(flags.onlyPacks) }),
    ...(flags.failOn !== undefined && { failOn: flags.failOn }),
    ...(config !== undefined && { config }),
    ...(waivers !== undefined && { waivers }),
    ...(typeof decisions === 'string' && { decisions }),
    ...(baseline !== undefined && { baseline }),
  };
}
