// The run of `sitecam diff`.
import { difference } from '../../../features/diff/compare/diff.js';
import { diffCode } from '../../../features/diff/compare/verdicts.js';
import type { DiffInput, DiffPair, DiffSide } from '../../../features/diff/input.js';
import { checkRegion, lintInput } from '../../../host/batch/lint-one.js';
import { dayOf } from '../../../host/config/day.js';
import { type PlanTerms, type TermFlags, termFiles, termsFinder } from '../../../host/config/terms.js';
import type { ExitCode, Io } from '../../../host/io.js';
import { version } from '../../../host/package.js';
import type { Locale } from '../../../i18n/locale.js';
import type { LintResult } from '../../../lint/types.js';
import { rules } from '../../../rules/registry.gen.js';
import { DIFF_FORMATS } from '../../output/formats.js';
import { checkFiles, outputsAmong, withTerminal } from '../../output/outputs.js';
import { type PlanState, type PlanStates, pairsOf, pairsSince } from './pairs.js';
import { type DiffReportFlags, writeDiff } from './reports.js';

interface DiffFlags extends TermFlags, DiffReportFlags {
  readonly format: readonly string[];
  readonly since?: string | true;
  readonly today?: string;
}

/**
 * Compares plans and writes the reports. Returns 0 if nothing got worse, 1 if something did, 3 if either side can't be
 * read.
 */
export async function diff(args: readonly string[], flags: DiffFlags, io: Io, locale: Locale): Promise<ExitCode> {
  const outputs = withTerminal(outputsAmong(flags.format, DIFF_FORMATS), 'terminal');
  const today = dayOf(flags.today, io);
  const finders = new Map<Io, (plan: string) => PlanTerms>();
  const termsOf = ({ plan, io: world }: PlanState): PlanTerms => {
    const finder = finders.get(world) ?? termsFinder({ ...flags, baseline: false }, 'designer', world);
    finders.set(world, finder);
    return finder(plan.path);
  };
  const { pairs, since } =
    flags.since === undefined
      ? await pairsOf(args, flags, io)
      : await pairsSince(flags.since === true ? 'HEAD' : flags.since, args, flags, io, (path) =>
          termFiles(termsOf({ plan: { path }, io })),
        );
  checkFiles(
    outputs.flatMap(({ file }) => (file === undefined ? [] : [io.shown(file)])),
    pairs.flatMap(({ old, new: now }) => [old, now].flatMap((source) => source?.plan.path ?? [])),
    io,
  );
  const input: DiffInput = {
    tool: { name: 'sitecam', version: version() },
    rules,
    today,
    pairs: pairs.map((sources) => pairOf(sources, termsOf, today)),
    ...(since && { since }),
  };
  await writeDiff(input, outputs, flags, io, locale);
  return codeOf(input);
}

function pairOf(sources: PlanStates, termsOf: (source: PlanState) => PlanTerms, today: string): DiffPair {
  const judged = (source: PlanState | undefined): DiffSide | undefined => {
    if (source === undefined) return undefined;
    const { plan, io, revision } = source;
    const { options, region } = termsOf(source);
    const result: LintResult = lintInput(plan, io, { ...options, today });
    if (result.ok && region === 'checked') checkRegion(result.site.region, options, result.path);
    return { path: plan.path, ...(revision !== undefined && { revision }), result };
  };
  const [old, now] = [judged(sources.old), judged(sources.new)];
  const source = sources.new ?? sources.old;
  return {
    path: source?.plan.path ?? '',
    old,
    new: now,
    compared: comparedOf(old?.result, now?.result),
    failOn: source === undefined ? 'error' : termsOf(source).failOn,
  };
}

function comparedOf(old: LintResult | undefined, now: LintResult | undefined): DiffPair['compared'] {
  if (old?.ok === false || now?.ok === false) return undefined;
  return difference(old, now);
}

/** Returns the exit code; a side that can't be read never counts as unchanged. */
function codeOf({ pairs }: DiffInput): ExitCode {
  if (pairs.some(({ compared }) => compared === undefined)) return 3;
  return pairs.some(({ compared, failOn }) => compared !== undefined && diffCode(compared, failOn) === 1) ? 1 : 0;
}
