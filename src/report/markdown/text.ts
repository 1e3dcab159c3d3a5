// Pieces of Markdown: tables, list items and places.
import { type LocalView, maybeIn } from '../../findings/local.js';
import type { Spot } from '../../findings/view.js';
import { evidenceText as plainEvidence } from '../../findings/wording/sightline.js';
import { inLocale, type Locale, type Localized, say } from '../../i18n/locale.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { markdownText } from '../../render/escape.js';

/** Returns a GFM table. Cells are escaped Markdown; line breaks in them become spaces. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  return [head, head.map(() => '---'), ...rows].map(tableRow).join('\n');
}

/** Returns one row of a GFM table. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/\s*\n\s*/g, ' ')).join(' | ')} |`;
}

/** Returns an item of a list: `label` in bold, then `text`. */
export function item(locale: Locale, label: Localized, text: string): string {
  return `- **${inLocale(label, locale)}**${locale === 'en' ? ': ' : '：'}${text}`;
}

/** Returns a place in words for paper; `path:100:5` would render as an emoji. */
export function spotProse(spot: Spot | undefined, path: string, locale: Locale): string {
  if (spot === undefined) return markdownText(path);
  const { line, column } = spot.span.start;
  return `${markdownText(spot.file.path)}${say(locale, `，第${line}行第${column}列`, `, line ${line}, column ${column}`)}`;
}

/** Returns the place of a verdict in words. */
export function placeText(verdict: LintVerdict, report: Report, view: LocalView): string {
  return spotProse(view.spot(verdict.place, report.files), verdict.place.path, view.locale);
}

/** Returns the evidence of a verdict in words; undefined if it has none. */
export function markdownEvidence(verdict: LintVerdict, report: Report, locale: Locale): string | undefined {
  const text = maybeIn(plainEvidence(verdict, report), locale);
  return text === undefined ? undefined : markdownText(text);
}
