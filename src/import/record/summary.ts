// What an import tells on a terminal: the summary of its record, and what a re-import changed.

import { joined } from '../../i18n/catalogue.js';
import { localizedList } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { displayWidth, padEnd } from '../../i18n/width.js';
import type { Block, Document } from '../../render/document.js';
import { plainText } from '../../render/escape.js';
import { SORTS, type Sort } from '../notes.js';
import { ELEMENT_SORTS, type ImportChanges, isUnchanged, type SortChanges } from '../reimport/compare.js';
import type { ReimportResult } from '../reimport/reimport.js';
import type { ElementSort } from '../support/ids.js';
import { levelLines, typeLine } from '../write/plan-file.js';
import type { ImportRecord, RecordEntry } from './record.js';
import {
  changeText,
  countedText,
  displacedText,
  elementName,
  orphanText,
  redrawnText,
  sourceSpotText,
} from './sentences.js';
import { t } from './texts.js';

/** Number of equal messages shown before the rest is only counted. */
const FEW: Readonly<Record<Sort, number>> = { refused: 10, mended: 3, unknown: 10, assumed: 3, 'left-out': 3 };

/** Number of changed elements of a kind that are named. */
const SHOWN = 5;

/**
 * Returns the summary of an import for a terminal: the counts of elements, then the notes by sort, the most serious
 * first, with the first few of each message.
 *
 * @param file file that holds the whole record; undefined if none was asked for
 */
export function summaryDocument(
  { counts, entries, strict }: Pick<ImportRecord, 'counts' | 'entries' | 'strict'>,
  file: string | undefined,
): Document {
  return linesDocument([
    line(t.counts(counts)),
    ...(strict && entries.length > 0 ? [line(t.strict)] : []),
    ...SORTS.flatMap((sort) => {
      const own = entries.filter((entry) => entry.sort === sort);
      return own.length === 0 ? [] : sortLines(sort, own, file);
    }),
  ]);
}

function linesDocument(blocks: readonly Block[]): Document {
  return { blocks: [{ block: 'section', tight: true, blocks }] };
}

function line(text: Localized, indent = 0): Block {
  return { block: 'paragraph', unbroken: true, indent: [indent, indent], text };
}

function sortLines(sort: Sort, entries: readonly RecordEntry[], file: string | undefined): Block[] {
  const groups = new Map<string, RecordEntry[]>();
  for (const entry of entries) groups.set(entry.message, [...(groups.get(entry.message) ?? []), entry]);
  const shown = [...groups.values()].map((group) => ({
    rows: group.slice(0, FEW[sort]).map(({ place, level, text, count }) => ({
      place: place === undefined ? '' : plainText(sourceSpotText(place)),
      level: plainText(level ?? ''),
      text: countedText(text, count),
    })),
    more: group.slice(FEW[sort]).reduce((sum, { count }) => sum + count, 0),
  }));
  const rows = shown.flatMap((group) => group.rows);
  const widths = (['place', 'level'] as const).map(
    (column) => [column, Math.max(...rows.map((row) => displayWidth(row[column])))] as const,
  );
  const total = entries.reduce((sum, { count }) => sum + count, 0);
  return [
    line(t.sum({ sort: t[sort], n: total })),
    ...shown.flatMap(({ rows: few, more }) => [
      ...few.map((row) => {
        // A note on the whole source has no place in it; a column that is empty throughout takes no room.
        const columns = row.place === '' && row.level === '' ? [] : widths.filter(([, width]) => width > 0);
        return line(
          joined([...columns.map(([column, width]) => verbatim(`${padEnd(row[column], width)}  `)), row.text]),
          2,
        );
      }),
      ...(more === 0 ? [] : [line(moreText(more, file), 2)]),
    ]),
  ];
}

function moreText(n: number, file: string | undefined): Localized {
  return file === undefined ? t.moreToRecord({ n }) : t.moreRecorded({ n, file: verbatim(file) });
}

/** File names and figures that the text of a re-import needs. */
interface AgainNames {
  /** Names of the plan file and the geometry file, as shown to people. */
  readonly plan: string;
  readonly geometry: string;
  /** Geometry file as the plan refers to it. */
  readonly reference: string;
  /** Height in m from floor to floor, for levels without an elevation. */
  readonly storey: number;
}

/**
 * Returns the result of a re-import for a terminal: for each kind of element the counts and the first few that came,
 * went or changed; references in the plan file to elements that vanished or moved; levels that came or went; types of
 * devices that it lacks; and whether the plan can still be read. If it can't, the caller prints the problems below.
 */
export function againDocument(
  { changes, orphans, displaced, redrawn, levels, types, unreadable, files }: ReimportResult,
  { plan: name, geometry, reference, storey }: AgainNames,
): Document {
  const plan = verbatim(name);
  return linesDocument([
    ...changesLines(changes, geometry),
    ...(orphans.length === 0 ? [] : [line(t.orphansOf({ plan, n: orphans.length }))]),
    ...orphans.map((orphan) => line(orphanText(orphan, files), 2)),
    ...(displaced.length === 0 ? [] : [line(t.displacedOf({ plan, n: displaced.length }))]),
    ...displaced.map((one) => line(displacedText(one, files), 2)),
    ...(redrawn.length === 0 ? [] : [line(t.redrawnOf({ plan, n: redrawn.length }))]),
    ...redrawn.map((one) => line(redrawnText(one, files), 2)),
    ...(levels.went.length === 0 ? [] : [line(t.stillIn({ plan, levels: localizedList(levels.went.map(verbatim)) }))]),
    ...(levels.came.length === 0 ? [] : [line(t.addLevels({ plan }))]),
    ...levels.came
      .flatMap((level) => levelLines(level, { storey, geometry: reference }))
      .map((text) => line(verbatim(text))),
    ...(types.size === 0 ? [] : [line(t.addTypes({ plan }))]),
    ...[...types].map((one) => line(verbatim(typeLine(one)))),
    line(unreadable.length === 0 ? t.readable({ plan }) : t.unreadable({ plan, n: unreadable.length })),
  ]);
}

function changesLines(changes: ImportChanges | undefined, geometry: string): Block[] {
  const file = verbatim(geometry);
  if (changes === undefined) return [line(t.noEarlier({ file }))];
  if (isUnchanged(changes)) return [line(t.noChange({ file }))];
  return ELEMENT_SORTS.flatMap((sort) => changeLines(sort, changes[sort]));
}

function changeLines(sort: ElementSort, { came, went, changed, same }: SortChanges): Block[] {
  const counts = [
    [came.length, 'came'],
    [went.length, 'went'],
    [changed.length, 'changed'],
    [same, 'same'],
  ] as const;
  const some = counts.filter(([n]) => n > 0).map(([n, what]) => t[`count-${what}`]({ n }));
  if (some.length === 0) return [];
  return [
    line(t[`${sort}s`]({ counts: joined(some, t.between) })),
    ...firstFew(came, (one) => t['line-came']({ text: elementName(one) })),
    ...firstFew(went, (one) => t['line-went']({ text: elementName(one) })),
    ...firstFew(changed, (one) => t['line-changed']({ text: changeText(one) })),
  ];
}

function firstFew<T>(all: readonly T[], text: (one: T) => Localized): Block[] {
  const more = all.length - SHOWN;
  return [...all.slice(0, SHOWN).map(text), ...(more > 0 ? [t.more({ n: more })] : [])].map((one) => line(one, 2));
}
