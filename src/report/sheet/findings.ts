// The chapters of findings of a review sheet.
import { sinceMark, sinceText } from '../../findings/baseline-words.js';
import { type Numbered, numberedFindings } from '../../findings/numbering.js';
import { isFinding, verdictGroup } from '../../findings/tally.js';
import type { ReportView } from '../../findings/view.js';
import { citations, penaltyText, quotedWhole } from '../../findings/wording/citation.js';
import { choosesClause, questionText } from '../../findings/wording/question.js';
import { evidenceText } from '../../findings/wording/sightline.js';
import { SHORT_OUTCOMES } from '../../findings/wording/terms.js';
import { inLocale, type Locale, say } from '../../i18n/locale.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { plainText } from '../../render/escape.js';
import { type Chapter, cell, type Field, type SheetCell, type Table, text, type WeightedBlock } from './blocks.js';
import { aboutText, planLineText, subjectName, whereText } from './where.js';

/** Groups of findings that the sheet lists one by one. */
type Listed = 'fail' | 'open' | 'review';

const TITLES: Readonly<Record<Listed, (locale: Locale) => string>> = {
  fail: (locale) => say(locale, '不符合项及改正要求', 'What does not comply, and what to correct'),
  open: (locale) => say(locale, '待补充事项（请设计单位逐项答复）', 'Open points, for the author to answer'),
  review: (locale) => say(locale, '须审查判定事项（由审查人逐项填写）', 'What the reviewer must judge'),
};

/** Returns the findings of one group, each in a box with room to write; without any it says so. */
export function findingsChapter(group: Listed, report: Report, view: ReportView): Chapter {
  const { locale } = view;
  const here = numberedFindings(report).filter(({ first }) => verdictGroup(first) === group);
  const none = say(locale, '在图中载明事项范围内，未列出此类事项。', 'Within what the plan states, none is listed.');
  return {
    title: TITLES[group](locale),
    pieces: here.length === 0 ? [text('plain', none)] : here.flatMap((one) => pieces(group, one, report, view)),
  };
}

function pieces(group: Listed, one: Numbered, report: Report, view: ReportView): WeightedBlock[] {
  const { locale } = view;
  const weighed = { weight: group, name: inLocale(SHORT_OUTCOMES[group], locale), counted: true } as const;
  const title = `${one.number}${say(locale, '．', '. ')}${capital(TITLE_OF[group](one, report, view))}${also(one.rest, locale)}`;
  const rows = FIELDS_OF[group](one.first, report, view).map((field) => [field]);
  const entry: WeightedBlock = { ...weighed, block: { kind: 'entry', title, rows } };
  return one.rest.length === 0 ? [entry] : [entry, { ...weighed, block: others(group, one.rest, report, view) }];
}

/** Returns an English heading with a capital letter. */
function capital(title: string): string {
  return title.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

function also(rest: readonly LintVerdict[], locale: Locale): string {
  const all = rest.length + 1;
  return rest.length === 0 ? '' : say(locale, `（同类共${all}处）`, ` (${all} of the kind)`);
}

const TITLE_OF: Readonly<Record<Listed, (one: Numbered, report: Report, view: ReportView) => string>> = {
  fail: titled,
  open: titled,
  review: ({ first }, report, view) =>
    questionText(
      first,
      report,
      view,
      aboutText(first.subject, report, view.locale) ?? say(view.locale, '图中载明的情况', 'what the plan states'),
    ),
};

function titled({ first }: Numbered, report: Report, view: ReportView): string {
  const { locale } = view;
  const rule = view.rule(first.rule);
  const title = rule === undefined ? plainText(first.rule) : inLocale(rule.title, locale);
  return `${subjectName(first, report, locale)}${say(locale, '：', ': ')}${title}`;
}

const FIELDS_OF: Readonly<Record<Listed, (verdict: LintVerdict, report: Report, view: ReportView) => Field[]>> = {
  fail: (verdict, report, view) => [
    fact(verdict, view, '问题', 'Finding'),
    ...lawFields(verdict, report, view),
    ...placeFields(verdict, report, view),
    ...adviceFields(verdict, view, '应当改正', 'To correct'),
    ...penaltyFields(verdict, report, view),
    ruleField(verdict, view),
  ],
  open: (verdict, report, view) => [
    { label: say(view.locale, '请补充', 'Please state'), lines: [requestText(verdict, view)], strong: true },
    fact(verdict, view, '事由', 'Why'),
    ...lawFields(verdict, report, view),
    ...placeFields(verdict, report, view),
    ...taintFields(verdict, view),
    ruleField(verdict, view),
    { label: say(view.locale, '设计单位答复', "Author's answer"), lines: [], write: 2 },
  ],
  review: (verdict, report, view) => [
    fact(verdict, view, '情况', 'Facts'),
    ...lawFields(verdict, report, view),
    ...placeFields(verdict, report, view),
    ...adviceFields(verdict, view, '可以考虑', 'To consider'),
    ruleField(verdict, view),
    {
      label: say(view.locale, '判定、理由', 'Judgement, reasons'),
      lines: [],
      ...(choosesClause(verdict, view) ? {} : { ticks: true }),
      write: 2,
    },
  ],
};

function fact(verdict: LintVerdict, view: ReportView, zh: string, en: string): Field {
  return { label: say(view.locale, zh, en), lines: [view.text(verdict)] };
}

function lawFields(verdict: LintVerdict, { pack }: Report, { locale }: ReportView): Field[] {
  const lines = citations(pack, verdict, locale).map((one) => quotedWhole(one, locale));
  return lines.length === 0 ? [] : [{ label: say(locale, '条款原文', 'Clauses'), lines }];
}

/** Returns the fields on place, evidence and related places. */
function placeFields(verdict: LintVerdict, report: Report, view: ReportView): Field[] {
  const { locale } = view;
  const evidence = evidenceText(verdict, report, locale);
  const since = sinceText(verdict, locale);
  const related = verdict.related.map(({ place, caption }) => {
    const at = planLineText(place, report, view);
    return `${plainText(inLocale(caption, locale))}${say(locale, `（${at}）`, ` (${at})`)}`;
  });
  const also = say(locale, `相关位置：${related.join('、')}`, `see also ${related.join(', ')}`);
  return [
    {
      label: say(locale, '图中位置', 'Place in the plan'),
      lines: [
        [whereText(verdict, report, view), ...(related.length === 0 ? [] : [also])].join(say(locale, '；', '; ')),
      ],
    },
    ...(evidence === undefined ? [] : [{ label: say(locale, '证据', 'Evidence'), lines: [evidence] }]),
    ...(since === undefined ? [] : [{ label: say(locale, '与比对基准相比', 'Since the baseline'), lines: [since] }]),
  ];
}

function adviceFields(verdict: LintVerdict, view: ReportView, zh: string, en: string): Field[] {
  const advice = view.advice(verdict);
  return advice === undefined ? [] : [{ label: say(view.locale, zh, en), lines: [advice] }];
}

/** Returns the field on penalties, worded as in the other formats. */
function penaltyFields(verdict: LintVerdict, { pack }: Report, view: ReportView): Field[] {
  const { locale } = view;
  const penalty = penaltyText(pack, verdict, view.text(verdict), locale);
  return penalty === '' ? [] : [{ label: say(locale, '罚则', 'Penalty'), lines: [penalty] }];
}

/** Returns the field on the original outcome of a tainted verdict; empty if that would read as a pass. */
function taintFields({ tainted, rule }: LintVerdict, view: ReportView): Field[] {
  if (tainted === undefined || !isFinding(tainted.outcome)) return [];
  const { locale } = view;
  const outcome = inLocale(SHORT_OUTCOMES[tainted.outcome], locale);
  const words = view.messageText(tainted.message, rule);
  return [
    {
      label: say(locale, '如图中该处无误', 'Were the plan right there'),
      lines: [say(locale, `${outcome}：${words}`, `${outcome}: ${words}`)],
    },
  ];
}

function ruleField({ rule, subject }: LintVerdict, { locale }: ReportView): Field {
  return {
    label: say(locale, '规则、对象', 'Rule, subject'),
    lines: [`${rule}${say(locale, '，', ', ')}${plainText(subject)}`],
  };
}

/** Returns the advice as a request to the author; if there is none, the general request. */
function requestText({ advice: known, rule }: LintVerdict, view: ReportView): string {
  const { locale } = view;
  const advice = known === undefined ? undefined : view.messageText(known, rule);
  if (advice === undefined) {
    return say(
      locale,
      '请按下列事由补充或者更正图纸，或者书面说明。',
      'Please complete or correct the plan as said below, or explain in writing.',
    );
  }
  if (locale === 'en') return `Please ${advice.slice(0, 1).toLowerCase()}${advice.slice(1)}`;
  return advice.startsWith('请') ? advice : `请${advice}`;
}

/** Returns the other findings of a cluster, each with room for its own answer or judgement. */
function others(group: Listed, rest: readonly LintVerdict[], report: Report, view: ReportView): Table {
  const { locale } = view;
  const head = [
    say(locale, '同类的其他各处', 'The same elsewhere'),
    say(locale, '图中位置', 'Place in the plan'),
    say(locale, '证据', 'Evidence'),
    ...(group === 'open' ? [say(locale, '答复', 'Answer')] : []),
    ...(group === 'review' ? [say(locale, '判定、理由', 'Judgement, reasons')] : []),
  ];
  const rows = rest.map((verdict): SheetCell[] => [
    cell(`${subjectName(verdict, report, locale)}${sinceMark(verdict, locale)}`),
    cell(whereText(verdict, report, view)),
    cell(evidenceText(verdict, report, locale) ?? view.text(verdict)),
    ...(group === 'open' ? [cell('')] : []),
    ...(group === 'review'
      ? [{ lines: choosesClause(verdict, view) ? ['', ''] : [tick(locale, 0), tick(locale, 1), ''] }]
      : []),
  ]);
  const columns = { fail: 'others', open: 'answers', review: 'judged' } as const;
  return { kind: 'table', columns: columns[group], head, rows };
}

/** Returns the boxes that a reviewer ticks: 0 complies, 1 does not comply. */
export function tick(locale: Locale, n: 0 | 1): string {
  return n === 0 ? say(locale, '□ 符合', '□ complies') : say(locale, '□ 不符合', '□ does not comply');
}
