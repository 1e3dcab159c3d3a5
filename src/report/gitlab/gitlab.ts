// Reports in GitLab's Code Quality format.
import { sha256 } from '../../base/hash.js';
import { leftOutTexts } from '../../findings/baseline-words.js';
import { cautionTexts } from '../../findings/cautions.js';
import { type Alerts, faults, problems } from '../../findings/file-problems.js';
import { allIn, localView } from '../../findings/local.js';
import type { VerdictGroup } from '../../findings/tally.js';
import { faultSpot } from '../../findings/view.js';
import { verdictText } from '../../findings/wording/sentences.js';
import { type OneLine, startLine } from '../../findings/wording/start-line.js';
import { faultText } from '../../findings/wording/unjudged.js';
import { type Locale, render } from '../../i18n/locale.js';
import { isAdvisory } from '../../lint/summary.js';
import type { Caution, LintVerdict, ReportInput } from '../../lint/types.js';
import type { Format } from '../format.js';

type Severity = 'info' | 'minor' | 'major' | 'critical' | 'blocker';

/** One issue of GitLab's Code Quality report (a subset of Code Climate's), with every member that GitLab reads. */
interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: Severity;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** Options of {@link renderGitlab}: the language, and which outcomes become issues. */
export interface GitlabOptions {
  readonly locale: Locale;
  /** The least grave outcome that becomes an issue; absent: review. */
  readonly alerts?: Alerts;
}

/** Cautions that tell what a person stated or asked for: an issue on one would stand for ever. */
const SETTLED: ReadonlySet<Caution['kind']> = new Set(['decided', 'compared', 'claimed']);

/** The format `gitlab`: findings as GitLab's Code Quality report, in JSON. */
export const format: Format = { render: (input, options) => [renderGitlab(input, options)] };

/**
 * Returns GitLab's Code Quality report: findings that need action, the worst first, and faults that keep plans from
 * being read.
 */
export function renderGitlab(input: ReportInput, { locale, alerts }: GitlabOptions): string {
  const view = localView(input, locale);
  const unique = uniqueness();
  const unreadable = faults(input).map(({ fault, result }): Issue => {
    const at = startLine(faultSpot(fault, result, view), fault.place.path);
    const fingerprint = unique([result.path, fault.code, fault.place.path, fault.place.pointer]);
    return issue(render(faultText(fault, result, view.both), view.locale), fault.code, fingerprint, 'blocker', at);
  });
  const found = problems(input, alerts).map((problem): Issue => {
    const { group, first: verdict, report } = problem;
    const text = verdictText(problem, report, view);
    const at = startLine(view.spot(verdict.place, report.files), verdict.place.path);
    // Two plans of one run may have the same finding on the same subject.
    const fingerprint = unique([report.path, verdict.rule, verdict.subject]);
    return issue(text, verdict.rule, fingerprint, severityOf(group, verdict), at);
  });
  const cautioned = input.results.flatMap((result) => {
    const texts = result.ok ? allIn([...cautionTexts(result, SETTLED), ...leftOutTexts(result)], locale) : [];
    const at = { file: result.path, line: 1 };
    return texts.map((text) => issue(text, 'configuration', unique([result.path, 'configuration', text]), 'info', at));
  });
  return `${JSON.stringify([...cautioned, ...unreadable, ...found], undefined, 2)}\n`;
}

function issue(
  description: string,
  check: string,
  fingerprint: string,
  severity: Severity,
  { file, line }: Pick<OneLine, 'file' | 'line'>,
): Issue {
  const location = { path: file, lines: { begin: line } };
  return { description, check_name: check, fingerprint, severity, location };
}

function severityOf(group: VerdictGroup, verdict: LintVerdict): Severity {
  const { outcome } = verdict;
  if (outcome === 'review') return 'info';
  if (group === 'warning' || isAdvisory(verdict)) return 'minor';
  return outcome === 'fail' ? 'critical' : 'major';
}

/**
 * Returns a function that makes fingerprints unique, since GitLab shows only the first of several issues with one
 * fingerprint.
 */
function uniqueness(): (parts: readonly string[]) => string {
  const times = new Map<string, number>();
  return (parts) => {
    const name = parts.join('\0');
    const n = times.get(name) ?? 0;
    times.set(name, n + 1);
    return sha256(n === 0 ? name : `${name}\0${n}`);
  };
}
