// Findings on the terminal.
import { sinceMark, sinceText } from '../../findings/baseline-words.js';
import { type Cluster, clusters, deviceOf } from '../../findings/groups.js';
import { lawTag } from '../../findings/laws.js';
import { type VerdictGroup, verdictGroup } from '../../findings/tally.js';
import { type ReportView, type Spot, spotText } from '../../findings/view.js';
import { citations, penaltySentences, quotedClause } from '../../findings/wording/citation.js';
import { coverageSentence, coverageText, sightLineText, sightSentence } from '../../findings/wording/sightline.js';
import { subjectText } from '../../findings/wording/subject.js';
import { SHORT_OUTCOMES } from '../../findings/wording/terms.js';
import { inLocale } from '../../i18n/locale.js';
import { displayWidth } from '../../i18n/width.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import type { Screen } from '../../render/screen.js';
import { frameLines, secondPlaces } from './frame.js';

const INDENT = 2;
const HANG = 4;

/**
 * Returns one block for each cluster of findings: the worst in full, the others on one line each (verbose: all in
 * full). Fails without a device stand alone, at their own lines.
 */
export function findingBlocks(
  group: VerdictGroup,
  verdicts: readonly LintVerdict[],
  report: Report,
  view: ReportView,
  paint: Screen,
  verbose: boolean,
): string[] {
  const alone = (verdict: LintVerdict) => verbose || (group === 'fail' && deviceOf(verdict.subject) === undefined);
  const { folded, others } = verbose ? { folded: [], others: verdicts } : byFault(verdicts);
  const list: readonly Cluster[] = clusters(others, alone);
  return [
    ...folded.map(({ first, rest }) => [first, sameFaultLines(rest, report, view, paint)] as const),
    ...list.map(({ first, rest }) => [first, restLines(rest, report, view, paint)] as const),
  ].map(([first, more]) => [...fullLines(group, first, report, view, paint, verbose), ...more].join('\n'));
}

/**
 * Splits off verdicts that the same faults of the plan leave open: one fault opens all of its level, so they are
 * folded.
 */
function byFault(verdicts: readonly LintVerdict[]): { folded: readonly Cluster[]; others: readonly LintVerdict[] } {
  const faulty = verdicts.filter(({ tainted }) => tainted !== undefined);
  return {
    folded: groupsBy(faulty, ({ tainted }) => JSON.stringify(tainted?.by)).map(([first, ...rest]) => ({ first, rest })),
    others: verdicts.filter(({ tainted }) => tainted === undefined),
  };
}

/** Returns groups in the order of their first members. */
function groupsBy(verdicts: readonly LintVerdict[], keyOf: (verdict: LintVerdict) => string): LintVerdict[][] {
  const groups = new Map<string, LintVerdict[]>();
  for (const verdict of verdicts) {
    const key = keyOf(verdict);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [verdict]);
    else known.push(verdict);
  }
  return [...groups.values()];
}

/** Returns a line for each rule with all subjects that the fault leaves open. */
function sameFaultLines(rest: readonly LintVerdict[], report: Report, view: ReportView, paint: Screen): string[] {
  if (rest.length === 0) return [];
  const { locale } = view;
  const [stop, comma] = locale === 'en' ? [': ', ', '] : ['：', '、'];
  const title =
    locale === 'en'
      ? `Undecided for the same reason, ${rest.length} more:`
      : `因同一原因无法判定的另有${rest.length}处：`;
  const byRule = groupsBy(rest, ({ rule }) => rule);
  return [
    ...paint.wrap(title, INDENT, HANG),
    ...byRule.flatMap((group) => {
      const subjects = group.map(({ subject }) => subjectText(subject, report.site, locale));
      return paint.wrap(`- ${group[0].rule}${stop}${subjects.join(comma)}`, INDENT + 2, INDENT + 4);
    }),
  ];
}

function fullLines(
  group: VerdictGroup,
  verdict: LintVerdict,
  report: Report,
  view: ReportView,
  paint: Screen,
  verbose: boolean,
): string[] {
  const spot = view.spot(verdict.place, report.files);
  const { notes, others } = secondPlaces(verdict, report, view);
  const line = (text: string) => paint.wrap(text, INDENT, HANG);
  return [
    ...headLines(group, verdict, spot, report, view, paint),
    ...frameLines(spot, group, paint, notes),
    ...line(why(verdict, report, view)),
    ...changeLines(verdict, view).flatMap(line),
    ...clauseLines(verdict, report, view, verbose)
      .flatMap(line)
      .map((text) => labelled(text, paint)),
    ...adviceLines(verdict, view)
      .flatMap(line)
      .map((text) => labelled(text, paint)),
    ...alsoLines(others, view).flatMap(line),
  ];
}

/** Returns place, outcome, subject and rule, on one line if there is room, else with the place on a line of its own. */
function headLines(
  group: VerdictGroup,
  verdict: LintVerdict,
  spot: Spot | undefined,
  report: Report,
  view: ReportView,
  paint: Screen,
): string[] {
  const at = spotText(spot, verdict.place.path);
  const outcome = inLocale(SHORT_OUTCOMES[verdictGroup(verdict)], view.locale);
  const tag = `${outcome}${sinceMark(verdict, view.locale)}`;
  const law = lawTag(verdict, report, view.locale);
  const subject = `${subjectText(verdict.subject, report.site, view.locale)}${law}`;
  const fits = paint.width === undefined || displayWidth(`${at}  ${tag}  ${subject}  ${verdict.rule}`) <= paint.width;
  const rule = paint.dim(paint.link(verdict.rule, paint.page(verdict.rule)));
  const rest = `${paint.group(group, tag)}  ${subject}  ${rule}`;
  return fits ? [`${paint.strong(at)}  ${rest}`] : [paint.strong(at), `  ${rest}`];
}

/** Returns a line with its label (依据：, Advice:) in bold; other lines unchanged. */
function labelled(line: string, paint: Screen): string {
  return line.replace(
    /^( {2})((?:依据|建议)：|(?:Clause|Advice):)/,
    (_, indent, label) => indent + paint.strong(label),
  );
}

/** Returns the reason with the sight line, or the coverage unless the message gives it. */
function why(verdict: LintVerdict, report: Report, view: ReportView): string {
  const { locale } = view;
  const text = view.text(verdict);
  const named = [sightSentence(verdict, report, locale), coverageSentence(verdict, text, locale)];
  return [text, ...named.filter((sentence) => sentence !== undefined)].join(locale === 'en' ? ' ' : '');
}

/**
 * Returns the main clause with its words, the others by name (verbose: with their words), then the penalties. Leaves
 * out a sentence that the message contains.
 */
function clauseLines(verdict: LintVerdict, report: Report, view: ReportView, verbose: boolean): string[] {
  const { locale } = view;
  const [main, ...others] = citations(report.pack, verdict, locale);
  if (main === undefined) return [];
  const more = others
    .map((one) => (verbose ? quotedClause(one, locale) : one.label))
    .join(locale === 'en' ? ', ' : '、');
  const clause =
    locale === 'en'
      ? `Clause: ${quotedClause(main, locale)}${more === '' ? '' : `; also ${more}`}.`
      : `依据：${quotedClause(main, locale)}${more === '' ? '' : `；另涉及${more}`}。`;
  const penalty = penaltySentences(report.pack, verdict, view.text(verdict), locale).join(locale === 'en' ? ' ' : '');
  return penalty === '' ? [clause] : [clause, penalty];
}

function adviceLines(verdict: LintVerdict, view: ReportView): string[] {
  const advice = view.advice(verdict);
  if (advice === undefined) return [];
  return [view.locale === 'en' ? `Advice: ${advice}` : `建议：${advice}`];
}

/** Returns why a finding of the baseline counts as changed; empty for other findings. */
function changeLines(verdict: LintVerdict, { locale }: ReportView): string[] {
  if (verdict.since !== 'changed') return [];
  const text = sinceText(verdict, locale);
  return [locale === 'en' ? `Since the baseline: ${text}.` : `与比对基准相比：${text}。`];
}

/** Returns the related places that the frame doesn't show, on one line. */
function alsoLines(others: readonly string[], { locale }: ReportView): string[] {
  if (others.length === 0) return [];
  return [locale === 'en' ? `See ${others.join(', ')}.` : `另见${others.join('、')}。`];
}

function restLines(rest: readonly LintVerdict[], report: Report, view: ReportView, paint: Screen): string[] {
  if (rest.length === 0) return [];
  const { locale } = view;
  const title = locale === 'en' ? `The same in ${rest.length} more:` : `另有${rest.length}处同类：`;
  return [
    ...paint.wrap(title, INDENT, HANG),
    ...rest.flatMap((verdict) => paint.wrap(restText(verdict, report, view), INDENT + 2, INDENT + 4)),
  ];
}

function restText(verdict: LintVerdict, report: Report, view: ReportView): string {
  const { locale } = view;
  const evidence =
    sightLineText(report, verdict.evidence, locale) ?? coverageText(verdict.evidence, locale) ?? view.text(verdict);
  const at = spotText(view.spot(verdict.place, report.files), verdict.place.path);
  return `- ${subjectText(verdict.subject, report.site, locale)}${sinceMark(verdict, locale)}  ${at}  ${evidence}`;
}
