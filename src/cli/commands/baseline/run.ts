// The run of `sitecam baseline`.
import { posix } from 'node:path';
import { faultOf, lintInput } from '../../../host/batch/lint-one.js';
import { findBaseline, type OpenBaseline, planKey } from '../../../host/config/baseline.js';
import { dayOf } from '../../../host/config/day.js';
import type { ReadFlags } from '../../../host/config/limits.js';
import { termsFinder } from '../../../host/config/terms.js';
import { orTermsFault, TermsFault, unjudged } from '../../../host/config/terms-fault.js';
import { type ExitCode, type Io, wantsColour } from '../../../host/io.js';
import { version } from '../../../host/package.js';
import { selectPlans } from '../../../host/plans/select.js';
import { UsageError } from '../../../host/usage.js';
import { type Locale, type Localized, render } from '../../../i18n/locale.js';
import { baselineText, withFindings } from '../../../lint/baseline/file.js';
import { snapshotOf } from '../../../lint/baseline/snapshot.js';
import type { Baseline, PlanFindings } from '../../../lint/baseline/types.js';
import { exitCode } from '../../../lint/exit.js';
import type { LintResult, Report, UnreadableReport } from '../../../lint/types.js';
import { plainText } from '../../../render/escape.js';
import { renderTerminal } from '../../../report/terminal/terminal.js';
import { rules } from '../../../rules/registry.gen.js';
import { recordedLines } from './words.js';

interface BaselineFlags extends ReadFlags {
  readonly output: string;
  readonly prune?: true;
  readonly today?: string;
  readonly pack?: readonly string[];
  readonly onlyPacks?: readonly string[];
  readonly config?: string | false;
  readonly waivers?: string | false;
}

/**
 * Lints the plans `args` and records their findings in the baseline file `flags.output`. Returns 0; 3 if a plan can't
 * be read; 2 if a plan's configuration or waivers can't be used. Entries of such plans stay as they were. Reads an
 * existing file first, so that nothing but a valid baseline is ever overwritten.
 */
export async function baseline(
  args: readonly string[],
  flags: BaselineFlags,
  io: Io,
  locale: Locale,
): Promise<ExitCode> {
  const { output } = flags;
  const today = dayOf(flags.today, io);
  checkNames(args, output);
  const termsOf = termsFinder(flags, 'designer', io);
  const before = findBaseline(output, io);
  const { plans } = await selectPlans(args, {}, io);

  const judged = new Map<string, LintResult>();
  const faults = new Map<string, TermsFault>();
  for (const plan of plans) {
    const terms = orTermsFault(() => termsOf(plan.path));
    const none = faultOf(plan);
    if (none !== undefined) judged.set(plan.path, none);
    else if (terms instanceof TermsFault) faults.set(plan.path, terms);
    else {
      const { options, region } = terms;
      const checked = region === 'checked' && { regionChecked: true as const };
      judged.set(plan.path, lintInput(plan, io, { ...options, today, ...checked }));
    }
  }
  const misfits = unjudged(faults);
  const results = plans.flatMap(({ path }) => judged.get(path) ?? misfits.get(path) ?? []);
  const tool = { name: 'sitecam' as const, version: version() };
  const unread = results.filter((result) => !result.ok);
  if (unread.length > 0) {
    const options = { locale, colour: wantsColour(undefined, io), quiet: false, verbose: false, width: io.columns };
    io.err(renderTerminal({ tool, results: unread, rules, today }, options));
  }
  const reports = results.filter((result) => result.ok);
  const target = io.shown(output);
  const said = reports.length === 0 ? [] : record(reports, unread, before, { target, prune: flags.prune === true }, io);
  for (const text of said) io.out(`${plainText(render(text, locale))}\n`);
  return unread.length > 0 || reports.length === 0 ? exitCode(unread, 'never') : 0;
}

/**
 * Throws a UsageError if the plans include standard input, or if the output is no file name. Runs before any linting.
 */
function checkNames(plans: readonly string[], output: string): void {
  if (plans.includes('-')) {
    throw new UsageError({
      zh: '比对基准按文件路径记录设计图，不能读标准输入。',
      en: "a baseline knows plans by their paths: it can't read standard input.",
    });
  }
  if (output !== '' && output !== '-') return;
  throw new UsageError({ zh: '-o 缺少文件名。', en: '-o needs a file name.' });
}

interface Target {
  readonly target: string;
  readonly prune: boolean;
}

/** Writes the baseline if its text differs from the file's. Returns the lines to print about it. */
function record(
  reports: readonly Report[],
  unread: readonly UnreadableReport[],
  before: OpenBaseline | undefined,
  { target, prune }: Target,
  io: Io,
): Localized[] {
  const found = new Map(
    reports.map((report): [string, PlanFindings] => {
      const plan = planKey(target, report.path);
      return [plan, { plan, findings: snapshotOf(report) }];
    }),
  );
  const linted = new Set([...found.keys(), ...unread.map(({ path }) => planKey(target, path))]);
  const others = (before?.baseline.plans ?? []).map(({ plan }) => plan).filter((plan) => !linted.has(plan));
  const missing = others.filter((plan) => !io.exists(pathOf(target, plan)));
  const dropped = prune ? missing : [];
  const tool = { name: 'sitecam', version: version() };
  const after: Baseline = withFindings(before?.baseline, [...found.values()], tool, new Set(dropped));
  const text = baselineText(after);
  const isNew = !isSame(text, target, before, io);
  if (isNew) io.replace(target, text);
  return recordedLines({
    target,
    reports,
    findings: [...found.values()].reduce((sum, { findings }) => sum + findings.length, 0),
    others,
    missing: missing.map((plan) => pathOf(target, plan)),
    prune,
    isNew,
  });
}

/** Returns the path, from the current folder, of the plan that the baseline at `target` lists as `plan`. */
function pathOf(target: string, plan: string): string {
  return posix.join(posix.dirname(target), plan);
}

/**
 * True if the file already has this text. Throws a UsageError if the file changed since it was read: that is someone
 * else's work, so it is not overwritten.
 */
function isSame(text: string, target: string, before: OpenBaseline | undefined, io: Io): boolean {
  const now = findBaseline(target, io);
  if (now?.file.sha256 !== before?.file.sha256) {
    throw new UsageError({
      zh: `“${target}”在审查期间被改动，未予覆盖，请重新运行。`,
      en: `'${target}' changed while the plans were linted; it was left as it is. Run this again.`,
    });
  }
  const bytes = now === undefined ? undefined : io.read(target);
  return bytes !== undefined && new TextDecoder().decode(bytes) === text;
}
