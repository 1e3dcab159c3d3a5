// Questions for the reviewer in Markdown.
import type { LocalView } from '../../findings/local.js';
import { type Numbered, numberedFindings } from '../../findings/numbering.js';
import { verdictGroup } from '../../findings/tally.js';
import { ANSWERS, choosesClause, questionText } from '../../findings/wording/question.js';
import { render } from '../../i18n/catalogue.js';
import { inLocale, say } from '../../i18n/locale.js';
import type { Report } from '../../lint/types.js';
import { markdownText } from '../../render/escape.js';
import type { Section } from '../../render/writers/budget.js';
import { also, lawItems, others, sinceItems, weighed } from './findings.js';
import { item, markdownEvidence, placeText } from './text.js';

/** Returns the section of reviews as questions with room for the answer. */
export function questionsSection(report: Report, view: LocalView): Section {
  const { locale } = view;
  const parts = numberedFindings(report)
    .filter(({ first }) => verdictGroup(first) === 'review')
    .flatMap((one) => [
      { ...weighed(one.first, locale), text: question(one, report, view) },
      ...others(one.rest, report, view),
    ]);
  return { title: say(locale, '须由审查人判定的问题', 'Questions for the reviewer'), parts };
}

function question({ number, first: verdict, rest }: Numbered, report: Report, view: LocalView): string {
  const { locale } = view;
  const evidence = markdownEvidence(verdict, report, locale);
  const advice = view.advice(verdict);
  return [
    `### ${number}. ${markdownText(render(questionText(verdict, report, view), view.locale))}${also(rest, locale)}`,
    markdownText(view.text(verdict)),
    [
      ...sinceItems(verdict, locale),
      ...lawItems(verdict, report, view),
      item(locale, { zh: '图中位置', en: 'Place in the plan' }, placeText(verdict, report, view)),
      ...(evidence === undefined ? [] : [item(locale, { zh: '证据', en: 'Evidence' }, evidence)]),
      ...(advice === undefined ? [] : [item(locale, { zh: '可以考虑', en: 'To consider' }, markdownText(advice))]),
      item(locale, { zh: '规则', en: 'Rule' }, `\`${verdict.rule}\``),
      item(
        locale,
        { zh: '判定', en: 'Judgement' },
        markdownText(inLocale(ANSWERS[choosesClause(verdict, view) ? 'choose' : 'judge'], locale)),
      ),
    ].join('\n'),
  ].join('\n\n');
}
