// The import record for the terminal.

import { inLocale, type Locale, say } from '../../i18n/locale.js';
import { displayWidth, padEnd } from '../../i18n/width.js';
import { plainText } from '../../render/escape.js';
import { SORTS, type Sort } from '../notes.js';
import type { ImportRecord, RecordEntry } from './record.js';
import { STRICT, sourceSpotText, TITLES } from './words.js';

/** Number of equal messages shown before the rest is only counted. */
const FEW: Readonly<Record<Sort, number>> = { refused: 10, mended: 3, unknown: 10, assumed: 3, 'left-out': 3 };

/**
 * Returns the summary of an import for a terminal: by sort, the most serious first, with the first few of each message.
 *
 * @param file file that holds the whole record; undefined if none was asked for
 */
export function recordText(
  { entries, strict }: Pick<ImportRecord, 'entries' | 'strict'>,
  file: string | undefined,
  locale: Locale,
): string {
  const head = strict && entries.length > 0 ? [inLocale(STRICT, locale)] : [];
  const lines = SORTS.flatMap((sort) => {
    const own = entries.filter((entry) => entry.sort === sort);
    return own.length === 0 ? [] : sortLines(sort, own, file, locale);
  });
  return [...head, ...lines].map((line) => `${line}\n`).join('');
}

interface Row {
  readonly place: string;
  readonly level: string;
  readonly text: string;
}

function sortLines(sort: Sort, entries: readonly RecordEntry[], file: string | undefined, locale: Locale): string[] {
  const groups = new Map<string, RecordEntry[]>();
  for (const entry of entries) groups.set(entry.message, [...(groups.get(entry.message) ?? []), entry]);
  const shown = [...groups.values()].map((group) => ({
    rows: group.slice(0, FEW[sort]).map((entry) => rowOf(entry, locale)),
    more: group.slice(FEW[sort]).reduce((sum, { count }) => sum + count, 0),
  }));
  const rows = shown.flatMap((group) => group.rows);
  const width = (text: (row: Row) => string) => rows.reduce((most, row) => Math.max(most, displayWidth(text(row))), 0);
  const [place, level] = [width((row) => row.place), width((row) => row.level)];
  const total = entries.reduce((sum, { count }) => sum + count, 0);
  return [
    say(locale, `${TITLES[sort].zh}：${total}项`, `${TITLES[sort].en}: ${total}`),
    ...shown.flatMap((group) => [
      ...group.rows.map((row) =>
        // A note on the whole source has no place in it.
        (row.place === '' && row.level === ''
          ? ['', row.text]
          : ['', ...columns([row.place, place], [row.level, level]), row.text]
        ).join('  '),
      ),
      ...(group.more === 0 ? [] : [`  ${moreText(group.more, file, locale)}`]),
    ]),
  ];
}

/** Returns texts padded to their columns, without columns that are empty throughout. */
function columns(...cells: readonly (readonly [text: string, width: number])[]): string[] {
  return cells.flatMap(([text, width]) => (width === 0 ? [] : [padEnd(text, width)]));
}

function rowOf({ place, level, text, count }: RecordEntry, locale: Locale): Row {
  const many = count === 1 ? '' : say(locale, `（${count}项）`, ` (${count})`);
  return {
    place: place === undefined ? '' : plainText(sourceSpotText(place)),
    level: plainText(level ?? ''),
    text: `${plainText(inLocale(text, locale))}${many}`,
  };
}

function moreText(more: number, file: string | undefined, locale: Locale): string {
  return file === undefined
    ? say(locale, `……另有${more}项，加 --record 文件名 可全部列出`, `… and ${more} more: --record FILE lists them all`)
    : say(locale, `……另有${more}项，见 ${file}`, `… and ${more} more, in ${file}`);
}
