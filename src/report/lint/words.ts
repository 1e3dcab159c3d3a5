// Words, places and small blocks, for the blocks of a lint report.
import type { ReportView, Spot } from '../../findings/view.js';
import { subjectText } from '../../findings/wording/subject.js';
import { joined } from '../../i18n/catalogue.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import type { Block, Inlines, Paragraph, Position, Section, Table } from '../../render/document.js';
import type { Place, SourceFile } from '../../source/types.js';
import { t } from './texts.js';

/** Returns the position of a place: file, line and column of its `spot`, or `path` alone if the place wasn't found. */
export function position(spot: Spot | undefined, path: string): Position {
  return spot === undefined ? { path } : { path: spot.file.path, ...spot.span.start };
}

/** Returns the position of `place` in the files of a report. */
export function positionOf(place: Place, files: readonly SourceFile[], view: ReportView): Position {
  return position(view.spot(place, files), place.path);
}

/** Returns the subject of a verdict, with the name of its zone or of its requirement. */
export function subjectOf(verdict: LintVerdict, report: Report): Localized {
  return subjectText(verdict.subject, report.site);
}

/** Returns `text`, and `more` in brackets after it if there is any. */
export function withMore(text: Localized, more: Localized | undefined): Localized {
  return more === undefined ? text : t.inBrackets({ text, more });
}

/** Returns parts two spaces apart, as on a line of a terminal. */
export function spaced(...parts: readonly Localized[]): Localized {
  return joined(parts, verbatim('  '));
}

export function paragraph(text: Inlines, more: Omit<Paragraph, 'block' | 'text'> = {}): Paragraph {
  return { block: 'paragraph', text, ...more };
}

/** Returns blocks under a title without empty lines between them. */
export function tight(title: Inlines | undefined, blocks: readonly Block[]): Section {
  return { block: 'section', tight: true, ...(title && { title }), blocks };
}

/** Returns a section of one table, which a budget drops as a whole; nothing of it is written without rows. */
export function tableSection(
  title: Localized,
  weight: Table['weight'],
  head: readonly Localized[],
  rows: Table['rows'],
): Section {
  return { block: 'section', title, blocks: [{ block: 'table', weight, name: title, head, rows }] };
}
