// The head of a review sheet.
import { cautionTexts } from '../../findings/cautions.js';
import { fixesSentence } from '../../findings/fix-sentence.js';
import { lawsText } from '../../findings/laws.js';
import { countsSentence, headline } from '../../findings/tally.js';
import type { ReportView } from '../../findings/view.js';
import { headingName } from '../../findings/wording/subject.js';
import { dayText } from '../../i18n/day.js';
import { inLocale, type Locale, say } from '../../i18n/locale.js';
import { partsOf } from '../../law/compose.js';
import type { Pack } from '../../law/types.js';
import { textNotices } from '../../lint/notes/text-notices.js';
import type { Report, ReportInput } from '../../lint/types.js';
import { plainText } from '../../render/escape.js';
import { type Chapter, type Field, keptBlock, text } from './blocks.js';

/** Returns the sentence on what the sheet is: an aid, not a decision. */
export function aidText(locale: Locale): string {
  return say(
    locale,
    '本表由本工具依据图中载明的事项生成，供审查参考，不是审查决定，不代替审查人的判断。',
    "This sheet is made by a tool from what the plan states. It is an aid to the reviewer: no decision, and no substitute for the reviewer's own judgement.",
  );
}

/** Returns the head: cautions, the headline, then what was judged, by which text, on which day. */
export function headChapter(report: Report, input: ReportInput, view: ReportView): Chapter {
  const { locale } = view;
  return {
    title: '',
    pieces: [
      text('note', aidText(locale)),
      ...cautionTexts(report, locale).map((caution) => text('caution', caution)),
      text('conclusion', say(locale, `结论：${headline(report, locale)}`, `Conclusion: ${headline(report, locale)}`)),
      keptBlock({ kind: 'facts', rows: factsOf(report, input, locale) }),
      text('plain', countsSentence(report, locale)),
      ...[fixesSentence(report, locale)].flatMap((sentence) =>
        sentence === undefined ? [] : [text('plain', sentence)],
      ),
      text('plain', plainText(inLocale(textNotices(report), locale))),
    ],
  };
}

function factsOf(
  { site, pack, files, today, baseline }: Report,
  { tool, redacted }: ReportInput,
  locale: Locale,
): Field[][] {
  const categories = site.categories.map(({ id }) => {
    const known = pack.categories.find((category) => category.id === id);
    return known === undefined ? plainText(id) : inLocale(known.name, locale);
  });
  const region =
    site.region === undefined ? say(locale, '图中未标明', 'not stated in the plan') : plainText(site.region);
  const place: Field[] = [
    { label: say(locale, '场所类别', 'Categories'), lines: [categories.join(say(locale, '、', ', '))] },
    { label: say(locale, '区划代码', 'Region'), lines: [region] },
  ];
  return [
    [{ label: say(locale, '场所名称', 'Site'), lines: [headingName(site.name, locale)] }],
    ...(redacted === true || categories.length === 0 ? [] : [place]),
    ...files.map(({ path, sha256 }): Field[] => [
      { label: say(locale, '图纸文件', 'Plan file'), lines: [plainText(path), `SHA-256 ${sha256}`] },
    ]),
    [{ label: say(locale, '审查依据', 'Judged by'), lines: partsOf(pack).map((part) => lawsText(part, locale)) }],
    ...[baseline?.file ?? []].flat().map(({ path, sha256 }): Field[] => [
      {
        label: say(locale, '比对基准', 'Baseline'),
        lines: [plainText(path), ...(sha256 === undefined ? [] : [`SHA-256 ${sha256}`])],
      },
    ]),
    [
      {
        label: say(locale, '法规数据包', 'Pack'),
        lines: partsOf(pack).flatMap((part) => packLines(part, redacted === true, locale)),
      },
      { label: say(locale, '工具及版本', 'Tool'), lines: [`${tool.name} ${tool.version}`] },
    ],
    [
      { label: say(locale, '审查日', 'Day'), lines: [inLocale(dayText(today), locale)] },
      { label: say(locale, '审查编号', 'Number'), lines: [''] },
    ],
  ];
}

/**
 * Returns the id of a pack. For a pack that sitecam doesn't ship also says so, with the SHA-256 of each of its files.
 */
function packLines({ id, written }: Pack, redacted: boolean, locale: Locale): string[] {
  if (written === undefined) return [plainText(id)];
  const mark = say(locale, '（非本工具自带）', " (doesn't come with this tool)");
  const sources = redacted ? [] : written.sources;
  return [`${plainText(id)}${mark}`, ...sources.flatMap(({ path, sha256 }) => [plainText(path), `SHA-256 ${sha256}`])];
}
