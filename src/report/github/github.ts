// Reports as workflow commands that GitHub Actions turns into annotations.
import { leftOutText } from '../../findings/baseline-words.js';
import { cautionTexts } from '../../findings/cautions.js';
import { faults, type Problem, problems } from '../../findings/file-problems.js';
import { allIn, type LocalView, localView } from '../../findings/local.js';
import { faultSpot } from '../../findings/view.js';
import { verdictText } from '../../findings/wording/sentences.js';
import { type OneLine, startLine } from '../../findings/wording/start-line.js';
import { SHORT_OUTCOMES } from '../../findings/wording/texts.js';
import { faultText, noVerdicts } from '../../findings/wording/unjudged.js';
import { localizedList } from '../../i18n/list.js';
import { type Locale, render, verbatim } from '../../i18n/locale.js';
import type { Caution, LintVerdict, ReportInput } from '../../lint/types.js';
import { plainText } from '../../render/escape.js';
import type { Format } from '../format.js';
import { t } from './texts.js';

const KINDS = ['error', 'warning', 'notice'] as const;

type Kind = (typeof KINDS)[number];

/** Most annotations of one kind that GitHub shows in a step; further ones appear in the log alone. */
const MOST_OF_A_KIND = 10;

interface Annotation {
  readonly kind: Kind;
  /** Number of findings that it tells. */
  readonly count: number;
  readonly title: string;
  readonly text: () => string;
  readonly at: OneLine;
}

/** The format `github`: findings as workflow commands, which GitHub Actions turns into annotations. */
export const format: Format = { render: (input, options) => [renderGithub(input, options)] };

/**
 * Returns workflow commands for a step's log: what makes the step fail is an error, a finding of a rule of level
 * warning a warning, a review a notice. Of each kind no more than GitHub shows, the worst first; the last notice says
 * what was cut.
 */
export function renderGithub(input: ReportInput, { locale }: { readonly locale: Locale }): string {
  const view = localView(input, locale);
  const all = [...unreadable(input, view), ...problems(input).map((problem) => annotation(problem, view))];
  const byKind = KINDS.map((kind) => all.filter((one) => one.kind === kind));
  const cautions = cautioned(input, view);
  const known = unchanged(input, locale);
  // Cautions are warnings that come first; what the baseline holds is one notice.
  const taken: Readonly<Record<Kind, number>> = { error: 0, warning: cautions.length, notice: known.length };
  const room = (n: number) => Math.max(0, MOST_OF_A_KIND - taken[KINDS[n]]);
  const whole = byKind.every(({ length }, n) => length <= room(n));
  // The notice on what was cut needs a place of its own.
  const most = (n: number) => (whole || KINDS[n] !== 'notice' ? room(n) : room(n) - 1);
  const shown = byKind.flatMap((some, n) => some.slice(0, most(n)));
  const lines = [...cautions, ...known, ...shown.map(commandOf)];
  if (!whole) lines.push(cutNotice(all, shown, locale));
  return lines.map((line) => `${line}\n`).join('');
}

/** Cautions that are the same on every plan of a run, of which GitHub shows ten annotations. */
const SHARED: ReadonlySet<Caution['kind']> = new Set(['compared']);

/** Returns one notice on the findings of all plans that the baseline holds unchanged; none if it holds none. */
function unchanged({ results }: ReportInput, locale: Locale): string[] {
  const n = results.reduce((sum, result) => sum + (result.ok ? (result.baseline?.counts.unchanged ?? 0) : 0), 0);
  const title = property(render(t.before, locale));
  return leftOutText(n).map((text) => `::notice title=${title}::${data(render(text, locale))}`);
}

/** Returns one annotation for each plan that has cautions of its own, to be printed before all others. */
function cautioned({ results }: ReportInput, { locale }: LocalView): string[] {
  return results.flatMap((result) => {
    const texts = result.ok ? allIn(cautionTexts(result, SHARED), locale) : [];
    const [file, title] = [plainText(result.path), render(t.before, locale)].map(property);
    const text = data(texts.join(locale === 'en' ? ' ' : ''));
    return texts.length === 0 ? [] : [`::warning file=${file},title=${title}::${text}`];
  });
}

function unreadable(input: ReportInput, view: LocalView): Annotation[] {
  return faults(input).map(({ fault, result }) => ({
    kind: 'error',
    count: 1,
    title: render(noVerdicts(result), view.locale),
    text: () => `${render(faultText(fault, result, view.both), view.locale)} [${fault.code}]`,
    at: startLine(faultSpot(fault, result, view), fault.place.path),
  }));
}

function annotation(problem: Problem, view: LocalView): Annotation {
  const { group, first: verdict, report } = problem;
  const rule = view.rule(verdict.rule)?.title ?? verbatim(verdict.rule);
  return {
    kind: kindOf(verdict),
    count: 1 + problem.rows.length,
    title: render(t.title({ outcome: SHORT_OUTCOMES[group], rule }), view.locale),
    text: () => `${verdictText(problem, report, view)} [${verdict.rule}]`,
    at: startLine(view.spot(verdict.place, report.files), verdict.place.path),
  };
}

/** Returns the kind of annotation, in line with the exit code: open weighs as much as fail. */
function kindOf({ outcome, level }: LintVerdict): Kind {
  if (outcome === 'review') return 'notice';
  return level === 'error' ? 'error' : 'warning';
}

function cutNotice(all: readonly Annotation[], shown: readonly Annotation[], locale: Locale): string {
  const cut = KINDS.flatMap((kind) => {
    const n = (list: readonly Annotation[]) => countOf(list.filter((one) => one.kind === kind));
    return n(all) === n(shown) ? [] : [t[kind]({ n: n(all) - n(shown) })];
  });
  const text = t.cut({ all: countOf(all), left: countOf(all) - countOf(shown), kinds: localizedList(cut) });
  return `::notice title=${property(render(t.cutTitle, locale))}::${data(render(text, locale))}`;
}

function countOf(annotations: readonly Annotation[]): number {
  return annotations.reduce((sum, { count }) => sum + count, 0);
}

function commandOf({ kind, title, text, at }: Annotation): string {
  const where = [
    ['file', at.file],
    ['line', String(at.line)],
    ['endLine', String(at.line)],
    ['col', String(at.column)],
    ['endColumn', String(at.endColumn)],
    ['title', title],
  ] as const;
  return `::${kind} ${where.map(([name, value]) => `${name}=${property(value)}`).join(',')}::${data(text())}`;
}

/**
 * Returns `text` as the message of a workflow command, escaped as @actions/core does. Also breaks up what looks like a
 * command: logs are copied into other steps, and the runner finds `##[` anywhere in a line.
 */
export function data(text: string): string {
  return text
    .replace(/:(?=:)/g, ': ')
    .replaceAll('##[', '## [')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
}

/** Returns `text` as the value of a property of a workflow command, escaped: a colon or a comma would end it. */
export function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
