// Reports as workflow commands that GitHub Actions turns into annotations.

import { leftOutTexts } from '../../findings/baseline-words.js';
import { cautionTexts } from '../../findings/cautions.js';
import { faults, type Problem, problems } from '../../findings/file-problems.js';
import { allIn, type LocalView, localView } from '../../findings/local.js';
import { faultSpot } from '../../findings/view.js';
import { type OneLine, startLine } from '../../findings/wording/start-line.js';
import { SHORT_OUTCOMES } from '../../findings/wording/terms.js';
import { faultText, noVerdicts } from '../../findings/wording/unjudged.js';
import { render } from '../../i18n/catalogue.js';
import { list } from '../../i18n/list.js';
import { inLocale, type Locale, type Localized } from '../../i18n/locale.js';
import type { LintVerdict, ReportInput } from '../../lint/types.js';
import { plainText } from '../../render/escape.js';
import type { Format } from '../format.js';
import { closingRemarks, verdictSentences } from '../sarif/result.js';

type Kind = 'error' | 'warning' | 'notice';

/** Most annotations of one kind that GitHub shows in a step; further ones appear in the log alone. */
const MOST_OF_A_KIND = 10;

interface Annotation {
  readonly kind: Kind;
  readonly title: string;
  readonly text: () => string;
  readonly at: OneLine;
}

/** The format `github`. */
export const format: Format = { render: (input, options) => [renderGithub(input, options)] };

/**
 * Returns workflow commands for a step's log: what makes the step fail is an error, a finding of a rule of level
 * warning a warning, a review a notice. Of each kind no more than GitHub shows, the worst first; the last notice says
 * what was cut.
 */
export function renderGithub(input: ReportInput, { locale }: { readonly locale: Locale }): string {
  const view = localView(input, locale);
  const all = [...unreadable(input, view), ...problems(input).map((problem) => annotation(problem, view))];
  const of = (kind: Kind) => all.filter((one) => one.kind === kind);
  const [errors, warnings, notices] = [of('error'), of('warning'), of('notice')];
  const whole = [errors, warnings, notices].every(({ length }) => length <= MOST_OF_A_KIND);
  const shown = [
    ...errors.slice(0, MOST_OF_A_KIND),
    ...warnings.slice(0, MOST_OF_A_KIND),
    // The notice on what was cut needs a place of its own.
    ...notices.slice(0, whole ? MOST_OF_A_KIND : MOST_OF_A_KIND - 1),
  ];
  const lines = [...cautioned(input, view), ...shown.map(commandOf)];
  if (!whole) lines.push(cutNotice(all, shown, locale));
  return lines.map((line) => `${line}\n`).join('');
}

/** Returns one annotation for each plan that has cautions, to be printed before all others. */
function cautioned({ results }: ReportInput, { locale }: LocalView): string[] {
  return results.flatMap((result) => {
    const texts = result.ok ? [...allIn(cautionTexts(result), locale), ...allIn(leftOutTexts(result), locale)] : [];
    if (texts.length === 0) return [];
    const title = locale === 'en' ? 'Before the verdicts' : '判定之前须知';
    return [
      `::warning file=${property(plainText(result.path))},title=${property(title)}::${data(texts.join(locale === 'en' ? ' ' : ''))}`,
    ];
  });
}

function unreadable(input: ReportInput, view: LocalView): Annotation[] {
  return faults(input).map(({ fault, result }) => ({
    kind: 'error',
    title: inLocale(noVerdicts(result), view.locale),
    text: () => `${render(faultText(fault, result, view.both), view.locale)} [${fault.code}]`,
    at: startLine(faultSpot(fault, result, view), fault.place.path),
  }));
}

function annotation({ group, verdict, report }: Problem, view: LocalView): Annotation {
  const { locale } = view;
  const rule = view.rule(verdict.rule);
  const outcome = inLocale(SHORT_OUTCOMES[group], locale);
  const title = rule === undefined ? verdict.rule : inLocale(rule.title, locale);
  return {
    kind: kindOf(verdict),
    title: locale === 'en' ? `${outcome}: ${title}` : `${outcome}：${title}`,
    text() {
      const words = verdictSentences(verdict, report, view);
      const said = [words.text, ...closingRemarks(words, verdict, report, view)].join(locale === 'en' ? ' ' : '');
      return `${said} [${verdict.rule}]`;
    },
    at: startLine(view.spot(verdict.place, report.files), verdict.place.path),
  };
}

/** Returns the kind of annotation, in line with the exit code: open weighs as much as fail. */
function kindOf({ outcome, level }: LintVerdict): Kind {
  if (outcome === 'review') return 'notice';
  return level === 'error' ? 'error' : 'warning';
}

const KINDS: Readonly<Record<Kind, Localized>> = {
  error: { zh: '错误', en: 'errors' },
  warning: { zh: '警告', en: 'warnings' },
  notice: { zh: '提醒', en: 'notices' },
};

function cutNotice(all: readonly Annotation[], shown: readonly Annotation[], locale: Locale): string {
  const kinds: readonly Kind[] = ['error', 'warning', 'notice'];
  const cut = kinds.flatMap((kind) => {
    const n = (list: readonly Annotation[]) => list.filter((one) => one.kind === kind).length;
    const missing = n(all) - n(shown);
    const name = inLocale(KINDS[kind], locale);
    return missing === 0 ? [] : [locale === 'en' ? `${missing} ${name}` : `${name}${missing}项`];
  });
  const text =
    locale === 'en'
      ? `${all.length - shown.length} of ${all.length} findings are not shown here (${list(cut, locale)}): GitHub shows ten of each kind a step. The other reports have them all.`
      : `共${all.length}项，此处未列出${all.length - shown.length}项（${list(cut, locale)}）：GitHub 每一步骤每类只显示十项。其余见其他格式的报告。`;
  return `::notice title=${property(locale === 'en' ? 'Not all findings are shown' : '未全部列出')}::${data(text)}`;
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
 * Returns the text of a command, escaped as @actions/core does. Also breaks up what looks like a command: logs are
 * copied into other steps, and the runner finds `##[` anywhere in a line.
 */
export function data(text: string): string {
  return text
    .replace(/:(?=:)/g, ': ')
    .replaceAll('##[', '## [')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
}

/** Returns a property of a command, escaped: a colon or a comma would end it. */
export function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
