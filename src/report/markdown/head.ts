// The head of a report in Markdown.
import { cautionTexts } from '../../findings/cautions.js';
import { fixesSentence } from '../../findings/fix-sentence.js';
import { lawsText } from '../../findings/laws.js';
import { allIn, type LocalView, maybeIn } from '../../findings/local.js';
import { countsSentence, headline } from '../../findings/tally.js';
import { headingName } from '../../findings/wording/subject.js';
import { render } from '../../i18n/catalogue.js';
import { dayText } from '../../i18n/day.js';
import { inLocale, say } from '../../i18n/locale.js';
import { textNotices } from '../../lint/notes/text-notices.js';
import type { Report, ReportInput } from '../../lint/types.js';
import { markdownText } from '../../render/escape.js';
import { type Section, wholeSection } from '../../render/writers/budget.js';
import { markdownTable } from './text.js';

/** Returns the head: the headline, then what was judged, by which text, on which day. */
export function headSection(report: Report, { tool }: ReportInput, view: LocalView): Section {
  const { locale } = view;
  const { site, pack, files, today } = report;
  const title = say(locale, '技防设计图审查报告：', 'Review of a security design plan: ');
  const categories = site.categories.map(({ id }) => {
    const known = pack.categories.find((category) => category.id === id);
    return markdownText(known === undefined ? id : inLocale(known.name, locale));
  });
  const rows = [
    [say(locale, '审查依据', 'Judged by'), markdownText(render(lawsText(pack), locale))],
    ...(categories.length === 0
      ? []
      : [[say(locale, '场所类别', 'Categories'), categories.join(say(locale, '、', ', '))]]),
    [say(locale, '审查日', 'Day'), markdownText(inLocale(dayText(today), locale))],
    [
      say(locale, '法规数据包、工具', 'Pack, tool'),
      `${markdownText(pack.id)}${say(locale, '；', '; ')}${tool.name} ${tool.version}`,
    ],
    ...[report.baseline?.file ?? []]
      .flat()
      .map(({ path, sha256 }) => [
        say(locale, '比对基准（SHA-256）', 'Baseline (SHA-256)'),
        `${markdownText(path)}${sha256 === undefined ? '' : ` (\`${sha256}\`)`}`,
      ]),
    ...files.map(({ path, sha256 }) => [
      say(locale, '图纸文件（SHA-256）', 'Plan (SHA-256)'),
      `${markdownText(path)} (\`${sha256}\`)`,
    ]),
  ];
  const body = [
    `# ${title}${markdownText(render(headingName(site.name), locale))}`,
    ...allIn(cautionTexts(report), locale).map((text) => `> **${markdownText(text)}**`),
    `**${render(headline(report), locale)}**`,
    render(countsSentence(report), locale),
    ...[maybeIn(fixesSentence(report), locale)].filter((one) => one !== undefined),
    markdownText(inLocale(textNotices(report), locale)),
    markdownTable([say(locale, '项目', 'Item'), say(locale, '内容', 'Value')], rows),
  ].join('\n\n');
  return wholeSection('', body, 'always');
}
