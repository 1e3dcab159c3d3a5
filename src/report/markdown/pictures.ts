// Drawings of levels in Markdown.
import { findingsOn } from '../../draw/marks/findings.js';
import type { LocalView } from '../../findings/local.js';
import { say } from '../../i18n/locale.js';
import type { Report } from '../../lint/types.js';
import type { Level } from '../../plan/model.js';
import { markdownText } from '../../render/escape.js';
import type { Section, SectionPart } from '../../render/writers/budget.js';

/** The drawing of a level, in a file of its own. */
export interface LevelPicture {
  /** Id of the level. */
  readonly level: string;
  /** Path of the file relative to the report, percent-encoded for use in a link. */
  readonly href: string;
}

/** Returns the section with the drawing of every level. */
export function picturesSection(report: Report, pictures: readonly LevelPicture[], view: LocalView): Section {
  const { locale } = view;
  const title = say(locale, '各层平面图', 'Drawings');
  const lead = say(
    locale,
    '图上编号与本报告各项问题的编号一致。',
    'The numbers on the drawings are those of the findings in this report.',
  );
  const parts = pictures.map(({ level: id, href }, n): SectionPart => {
    const level = report.site.levels.find((one) => one.id === id);
    const name = level?.name;
    const known = name === undefined || name === id ? id : say(locale, `${name}（${id}）`, `${name} (${id})`);
    const label = markdownText(known);
    const shown = level === undefined ? [] : numbersOn(report, level);
    const text = [
      `### ${label}`,
      ...(shown.length === 0
        ? []
        : [say(locale, `本图所示问题：${shown.join('、')}。`, `Findings shown here: ${shown.join(', ')}.`)]),
      `![${say(locale, `平面图：${label}`, `Plan of ${label}`)}](${href})`,
    ].join('\n\n');
    return { text: n === 0 ? `${lead}\n\n${text}` : text, weight: 'drawings', name: title };
  });
  return { title, parts };
}

/** Returns the numbers of findings on the drawing of `level`, including those on zones of other levels that span it. */
function numbersOn(report: Report, level: Level): number[] {
  const zones = report.site.levels.flatMap((one) => one.zones).filter(({ levels }) => levels.includes(level.id));
  return [...new Set(findingsOn(report, level, zones).map(({ number }) => number))];
}
