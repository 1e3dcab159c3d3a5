// The comparison as Markdown, for a pull request.
import { lawsText } from '../../../findings/laws.js';
import { type LocalView, localView } from '../../../findings/local.js';
import { faultSpot } from '../../../findings/view.js';
import { siteText } from '../../../findings/wording/subject.js';
import { render } from '../../../i18n/catalogue.js';
import { dayText } from '../../../i18n/day.js';
import { inLocale, type Locale, type Localized, say } from '../../../i18n/locale.js';
import type { TextTable } from '../../../render/document.js';
import { markdownText } from '../../../render/escape.js';
import type { LevelPicture } from '../../../report/markdown/pictures.js';
import { item, markdownTable, spotProse } from '../../../report/markdown/text.js';
import type { Compared } from '../compare/types.js';
import { areasTable } from './areas.js';
import { reportInput } from './input.js';
import { noPairText } from './terminal.js';
import { editsTable, headlineOf, mainReport, notesOf, sideText, totalText, verdictsTable } from './text.js';
import { type DiffInput, type DiffPair, type DiffSide, pairState } from './types.js';
import { DIFF_TEXTS } from './words.js';

/** Options of {@link renderDiffMarkdown}. */
export interface DiffMarkdownOptions {
  readonly locale: Locale;
  /** Returns the drawings of a pair that were written beside the report; absent: none. */
  readonly pictures?: (pair: DiffPair) => readonly LevelPicture[];
}

/**
 * Returns Markdown for a pull request: what was edited, what got worse or better and why, what is seen more and less.
 */
export function renderDiffMarkdown(input: DiffInput, { locale, pictures = () => [] }: DiffMarkdownOptions): string {
  const view = localView(reportInput(input), locale);
  if (input.pairs.length === 0) return `${noPairText(locale)}\n`;
  const parts = input.pairs.map((pair) => pairText(pair, input, view, pictures(pair)));
  const total =
    input.pairs.length > 1
      ? [`# ${inLocale(DIFF_TEXTS.title, locale)}\n\n**${markdownText(totalText(input.pairs, locale))}**`]
      : [];
  return `${[...total, ...parts].join('\n\n---\n\n')}\n`;
}

function pairText(
  pair: DiffPair,
  { tool, today }: DiffInput,
  view: LocalView,
  pictures: readonly LevelPicture[],
): string {
  const { locale } = view;
  const { compared, old, new: now } = pair;
  const report = compared && mainReport(compared);
  const name = report === undefined ? pair.path : render(siteText(report.site.name), locale);
  const facts = [
    item(locale, DIFF_TEXTS.old, sideProse(old, locale)),
    item(locale, DIFF_TEXTS.new, sideProse(now, locale)),
    ...(report === undefined
      ? []
      : [item(locale, { zh: '审查依据', en: 'Judged by' }, markdownText(render(lawsText(report.pack), locale)))]),
    item(
      locale,
      { zh: '审查日；工具', en: 'Day; tool' },
      markdownText(`${inLocale(dayText(today), locale)}${say(locale, '；', '; ')}${tool.name} ${tool.version}`),
    ),
  ];
  const title = `# ${inLocale(DIFF_TEXTS.title, locale)}${say(locale, '：', ': ')}${markdownText(name)}`;
  const lead = `**${markdownText(headlineOf(pair, locale))}**`;
  if (compared === undefined) return [title, lead, facts.join('\n'), ...unreadable(pair, view)].join('\n\n');
  const notes =
    pairState(pair) === 'unchanged' && compared.shift === undefined
      ? []
      : notesOf(compared, locale).map((note) => `- ${markdownText(note)}`);
  return [
    title,
    lead,
    ...(notes.length === 0 ? [] : [notes.join('\n')]),
    facts.join('\n'),
    ...sections(compared, view),
    ...drawings(pictures, compared, locale),
  ].join('\n\n');
}

function sideProse(side: DiffSide | undefined, locale: Locale): string {
  const hash = side?.result.files.find(({ path }) => path === side.path)?.sha256;
  const text = markdownText(sideText(side, locale));
  return hash === undefined ? text : `${text}${say(locale, '；', '; ')}SHA-256 \`${hash}\``;
}

function sections(compared: Compared, view: LocalView): string[] {
  const { locale } = view;
  return [
    ...section(DIFF_TEXTS.edits, editsTable(compared, locale), locale),
    ...section(DIFF_TEXTS.verdicts, verdictsTable(compared, view), locale),
    ...section(DIFF_TEXTS.coverage, areasTable(compared.coverage, locale), locale),
    ...section(DIFF_TEXTS.privacy, areasTable(compared.privacy, locale), locale),
  ];
}

function section(title: Localized, { head, rows }: TextTable, locale: Locale): string[] {
  if (rows.length === 0) return [];
  return [
    `## ${inLocale(title, locale)}`,
    markdownTable(
      head.map(markdownText),
      rows.map((row) => row.map(markdownText)),
    ),
  ];
}

function drawings(pictures: readonly LevelPicture[], compared: Compared, locale: Locale): string[] {
  if (pictures.length === 0) return [];
  const levels = mainReport(compared)?.site.levels ?? [];
  return [
    `## ${inLocale(DIFF_TEXTS.drawings, locale)}`,
    ...pictures.map(({ level, href }) => {
      const name = levels.find(({ id }) => id === level)?.name;
      const label = markdownText(
        name === undefined || name === level ? level : say(locale, `${name}（${level}）`, `${name} (${level})`),
      );
      return `### ${label}\n\n![${say(locale, `改动图：${label}`, `Changes of ${label}`)}](${href})`;
    }),
  ];
}

function unreadable({ old, new: now }: DiffPair, view: LocalView): string[] {
  const { locale } = view;
  const head = [
    say(locale, '图中位置', 'Place in the plan'),
    say(locale, '错误', 'Fault'),
    say(locale, '类别', 'Kind'),
  ];
  const faults = (title: Localized, side: DiffSide | undefined): string[] => {
    if (side === undefined || side.result.ok) return [];
    const { result } = side;
    const rows = result.unreadable.map((fault) => [
      spotProse(faultSpot(fault, result, view), fault.place.path, locale),
      markdownText(view.messageText(fault.message)),
      markdownText(fault.code),
    ]);
    return [`## ${inLocale(title, locale)}`, markdownTable(head, rows)];
  };
  return [...faults(DIFF_TEXTS.old, old), ...faults(DIFF_TEXTS.new, now)];
}
