// Findings in Markdown.
import { sinceMark, sinceText } from '../../findings/baseline-words.js';
import { lawTag } from '../../findings/laws.js';
import { type LocalView, maybeIn } from '../../findings/local.js';
import { type Numbered, numberedFindings } from '../../findings/numbering.js';
import { isFinding, verdictGroup } from '../../findings/tally.js';
import { citations, penaltyText, quotedWhole } from '../../findings/wording/citation.js';
import { subjectText } from '../../findings/wording/subject.js';
import { OUTCOMES, SHORT_OUTCOMES } from '../../findings/wording/terms.js';
import { render } from '../../i18n/catalogue.js';
import { inLocale, type Locale, say } from '../../i18n/locale.js';
import { isAdvisory } from '../../lint/summary.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { markdownText } from '../../render/escape.js';
import type { Section, SectionPart } from '../../render/writers/budget.js';
import { item, markdownEvidence, markdownTable, placeText, spotProse, tableRow } from './text.js';

/** Returns the section of findings that fail or are open, then of warnings; the worst first. */
export function findingsSection(report: Report, view: LocalView): Section {
  const parts = numberedFindings(report)
    .filter(({ first }) => verdictGroup(first) !== 'review')
    .flatMap((one) => [
      { ...weighed(one.first, view.locale), text: finding(one, report, view) },
      ...others(one.rest, report, view),
    ]);
  return { title: say(view.locale, '不符合、待补充与提示', 'Findings'), parts };
}

function finding({ number, first: verdict, rest }: Numbered, report: Report, view: LocalView): string {
  const { locale } = view;
  const rule = view.rule(verdict.rule);
  const title = markdownText(rule === undefined ? verdict.rule : inLocale(rule.title, locale));
  const law = render(lawTag(verdict, report), locale);
  const subject = markdownText(`${render(subjectText(verdict.subject, report.site), locale)}${law}`);
  // A criterion of sitecam's that isn't met is a warning: 不符合 is kept for the law.
  const outcome = inLocale(isAdvisory(verdict) ? SHORT_OUTCOMES.warning : OUTCOMES[verdict.outcome], locale);
  return [
    `### ${number}. ${title}${locale === 'en' ? ': ' : '：'}${subject}${also(rest, locale)}`,
    markdownText(view.text(verdict)),
    [
      item(locale, { zh: '结论', en: 'Verdict' }, outcome),
      ...sinceItems(verdict, locale),
      ...lawItems(verdict, report, view),
      ...factItems(verdict, report, view),
    ].join('\n'),
  ].join('\n\n');
}

/** Returns the item on the state against the baseline; empty without a baseline. */
export function sinceItems(verdict: LintVerdict, locale: Locale): string[] {
  const text = maybeIn(sinceText(verdict), locale);
  return text === undefined ? [] : [item(locale, { zh: '与比对基准相比', en: 'Since the baseline' }, text)];
}

/** Returns how many findings a heading stands for; '' for one. */
export function also(rest: readonly LintVerdict[], locale: Locale): string {
  const all = rest.length + 1;
  return rest.length === 0 ? '' : say(locale, `（同类共${all}处）`, ` (${all} of the kind)`);
}

/** Returns items with the words of each clause, those before the items of its paragraph, and the penalties. */
export function lawItems(verdict: LintVerdict, report: Report, view: LocalView): string[] {
  const { locale } = view;
  const cited = citations(report.pack, verdict);
  const penalty = maybeIn(penaltyText(report.pack, verdict, view.both.text(verdict)), locale) ?? '';
  return [
    ...cited.map((one) => item(locale, { zh: '条款', en: 'Clause' }, markdownText(render(quotedWhole(one), locale)))),
    ...(penalty === '' ? [] : [item(locale, { zh: '罚则', en: 'Penalty' }, markdownText(penalty))]),
  ];
}

/** Returns items on place in the plan, evidence, related places, advice and rule. */
function factItems(verdict: LintVerdict, report: Report, view: LocalView): string[] {
  const { locale } = view;
  const evidence = markdownEvidence(verdict, report, locale);
  const advice = view.advice(verdict);
  const related = verdict.related.map(({ place, caption }) => {
    const at = spotProse(view.spot(place, report.files), place.path, locale);
    return `${markdownText(inLocale(caption, locale))}${say(locale, `（${at}）`, ` (${at})`)}`;
  });
  return [
    item(locale, { zh: '图中位置', en: 'Place in the plan' }, placeText(verdict, report, view)),
    ...(evidence === undefined ? [] : [item(locale, { zh: '证据', en: 'Evidence' }, evidence)]),
    ...related.map((text) => item(locale, { zh: '另见', en: 'See also' }, text)),
    ...taintItems(verdict, view),
    ...(advice === undefined ? [] : [item(locale, { zh: '应当修改', en: 'What to change' }, markdownText(advice))]),
    item(locale, { zh: '规则', en: 'Rule' }, `\`${verdict.rule}\``),
  ];
}

/** Returns the item on the original outcome of a tainted verdict; empty if that would read as a pass. */
function taintItems({ tainted, rule }: LintVerdict, view: LocalView): string[] {
  if (tainted === undefined || !isFinding(tainted.outcome)) return [];
  const { locale } = view;
  const outcome = inLocale(SHORT_OUTCOMES[tainted.outcome], locale);
  const text = markdownText(view.messageText(tainted.message, rule));
  return [
    item(
      locale,
      { zh: '如图中该处无误', en: 'Were the plan right there' },
      say(locale, `${outcome}：${text}`, `${outcome}: ${text}`),
    ),
  ];
}

/**
 * Returns the other members of a cluster, a row each. If there is no room for all, the last ones are left out first.
 */
export function others(rest: readonly LintVerdict[], report: Report, view: LocalView): SectionPart[] {
  const { locale } = view;
  const head = [
    say(locale, '同类的其他各处', 'The same elsewhere'),
    say(locale, '图中位置', 'Place in the plan'),
    say(locale, '证据', 'Evidence'),
  ];
  return rest.map((verdict, n) => {
    const row = [
      markdownText(`${render(subjectText(verdict.subject, report.site), locale)}${render(sinceMark(verdict), locale)}`),
      placeText(verdict, report, view),
      markdownEvidence(verdict, report, locale) ?? markdownText(view.text(verdict)),
    ];
    const own = weighed(verdict, locale);
    return n === 0 ? { ...own, text: markdownTable(head, [row]) } : { ...own, text: tableRow(row), glue: '\n' };
  });
}

/** Returns the weight of a finding, and its name in the notice if it is left out. */
export function weighed(verdict: LintVerdict, locale: Locale): Omit<SectionPart, 'text'> {
  const group = verdictGroup(verdict);
  const weight = group === 'pass' || group === 'notApplicable' ? 'settled' : group;
  return { weight, name: inLocale(SHORT_OUTCOMES[group], locale), counted: true };
}
