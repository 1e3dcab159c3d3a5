// The import record as JSON.

import { locate } from '../../source/place/locate.js';
import { roundedTo } from '../frame.js';
import type { IdMention } from '../reimport/mentions.js';
import type { ReimportResult } from '../reimport/reimport.js';
import { type ImportRecord, RECORD_VERSION, type RecordEntry } from './record.js';

/**
 * Returns the record as JSON in both languages, by schemas/import-record-1.schema.json.
 *
 * @param sitecam version of sitecam
 */
export function recordJson({ entries, totals, again, ...record }: ImportRecord, sitecam: string): string {
  const value = {
    version: RECORD_VERSION,
    tool: { name: 'sitecam', version: sitecam },
    ...record,
    totals: totals.map(({ sort, message, text, count, largest }) => ({
      sort,
      message,
      text: { 'zh-CN': text.zh, en: text.en },
      count,
      ...(largest === undefined ? {} : { largest: roundedTo(largest, SIZE_DIGITS) }),
    })),
    entries: entries.map(entryJson),
    ...(again === undefined ? {} : { again: againJson(again) }),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Decimal places of a metre: 0.1 mm, as geometry is written. */
const SIZE_DIGITS = 4;

/** Returns the changes since the last import. */
function againJson({ changes, orphans, displaced, redrawn, levels, files }: ReimportResult): object {
  const mentionJson = ({ id, as, place: { path, pointer, ...at } }: IdMention) => {
    const file = files.find((one) => one.path === path);
    const start = file && locate(file, { path, pointer, ...at }).start;
    return { id, as, place: { path, pointer, ...(start && { line: start.line, column: start.column }) } };
  };
  return {
    changes: changes ?? null,
    orphans: orphans.map(mentionJson),
    displaced: displaced.map(({ mention, by }) => ({ ...mentionJson(mention), ...(by === undefined ? {} : { by }) })),
    redrawn: redrawn.map(({ mention, keys }) => ({ ...mentionJson(mention), keys })),
    levels: { came: levels.came.map(({ id }) => id), went: levels.went },
  };
}

function entryJson({ sort, message, text, count, place, level, at, size, ids }: RecordEntry): object {
  return {
    sort,
    message,
    text: { 'zh-CN': text.zh, en: text.en },
    count,
    ...(place === undefined ? {} : { place }),
    ...(level === undefined ? {} : { level }),
    ...(at === undefined ? {} : { at: at.map((value) => roundedTo(value, SIZE_DIGITS)) }),
    ...(size === undefined ? {} : { size: roundedTo(size, SIZE_DIGITS) }),
    ...(ids.length === 0 ? {} : { ids }),
  };
}
