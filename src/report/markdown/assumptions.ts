import type { Report } from '../../engine/types.js';
import { inLocale, type Locale } from '../../i18n/locale.js';
import { label } from '../citation.js';
import { markdownText } from '../escape.js';
import { ORIGINS } from '../terms.js';
import type { View } from '../view.js';
import { type Section, whole } from './budget.js';
import { say, table } from './text.js';

/** The page of assumptions: every threshold, default and declaration the verdicts rest on, and whose it is. */
export function assumptionsSection(report: Report, view: View): Section {
  const { locale } = view;
  const head = [say(locale, '事项', 'What'), say(locale, '取值', 'Value'), say(locale, '来源', 'Whose')];
  const rows = report.assumptions.map(({ what, value, origin }) => [
    markdownText(inLocale(what, locale)),
    markdownText(inLocale(value, locale)),
    inLocale(ORIGINS[origin], locale),
  ]);
  const text = [table(head, rows), ...errata(report, locale)].join('\n\n');
  return whole(say(locale, '前提与假定', 'Assumptions'), text, 'always');
}

/** Where the text at hand has an erratum and what is printed instead. */
function errata({ pack }: Report, locale: Locale): string[] {
  const notes = pack.clauses.flatMap(({ id, corrected }) =>
    corrected === undefined
      ? []
      : [
          `- ${markdownText(`${label(pack, id, locale)}${say(locale, '：', ': ')}${inLocale(corrected.note, locale)}`)}`,
        ],
  );
  return notes.length === 0 ? [] : [notes.join('\n')];
}
