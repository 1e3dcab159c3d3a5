// Linting of plans for draw, inspect and conflicts, which go on from the report.
import { checkRegion, lintOne } from '../host/batch/lint-one.js';
import { type TermFlags, termsFinder } from '../host/config/terms.js';
import { type Io, wantsColour } from '../host/io.js';
import { version } from '../host/package.js';
import type { Locale } from '../i18n/locale.js';
import type { Follower } from '../lint/lint.js';
import type { Report, ReportInput } from '../lint/types.js';
import { renderTerminal } from '../report/terminal/terminal.js';
import { rules } from '../rules/registry.gen.js';

/** A judged plan: its report, and the input for views of it. */
interface LintedPlan {
  readonly report: Report;
  readonly input: ReportInput;
}

/**
 * Returns a function that lints plans one by one, and returns undefined for a plan that can't be read, after printing
 * why on standard error. Reads each configuration once for all plans.
 *
 * @param follower hands on site and views from one run over a plan to the next, so that only what changed is computed
 */
export function planLinter(
  flags: TermFlags & { readonly verify?: true },
  today: string,
  io: Io,
  locale: Locale,
  follower?: Follower,
): (plan: string) => LintedPlan | undefined {
  const termsOf = termsFinder(flags, 'designer', io);
  return (plan) => {
    const { options, region } = termsOf(plan === '-' ? 'stdin.yaml' : plan);
    const report = lintOne(plan, io, { ...options, today, verify: flags.verify === true }, follower);
    const input = { tool: { name: 'sitecam' as const, version: version() }, results: [report], rules, today };
    if (!report.ok) {
      const colour = wantsColour(undefined, io);
      io.err(renderTerminal(input, { locale, colour, quiet: false, verbose: false, width: io.columns }));
      return undefined;
    }
    if (region === 'checked') checkRegion(report.site.region, options, report.path);
    return { report, input };
  };
}
