import type { Report } from '../../engine/types.js';
import { markdownText } from '../escape.js';
import type { View } from '../view.js';
import type { Part, Section } from './budget.js';
import { say } from './text.js';

/** The drawing of a level, in a file of its own. */
export interface Picture {
  /** Id of the level. */
  readonly level: string;
  /** Where it is, relative to the report: percent-encoded, so that it can stand in a link as it is. */
  readonly href: string;
}

/** Every level drawn. */
export function picturesSection(report: Report, pictures: readonly Picture[], view: View): Section {
  const { locale } = view;
  const title = say(locale, '各层平面图', 'Drawings');
  const lead = say(
    locale,
    '图上编号与本报告各项问题的编号一致。',
    'The numbers on the drawings are those of the findings in this report.',
  );
  const parts = pictures.map(({ level, href }, n): Part => {
    const name = report.site.levels.find(({ id }) => id === level)?.name;
    const known =
      name === undefined || name === level ? level : say(locale, `${name}（${level}）`, `${name} (${level})`);
    const label = markdownText(known);
    const text = `### ${label}\n\n![${say(locale, `平面图：${label}`, `Plan of ${label}`)}](${href})`;
    return { text: n === 0 ? `${lead}\n\n${text}` : text, weight: 'drawings', name: title };
  });
  return { title, parts };
}
