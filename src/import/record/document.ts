// The import record as a document for the file of a project.

import { type Localized, verbatim } from '../../i18n/locale.js';
import { fixed } from '../../i18n/number.js';
import type { Block, Document, Table } from '../../render/document.js';
import { SORTS, type Sort } from '../notes.js';
import { ELEMENT_SORTS as CHANGED } from '../reimport/compare.js';
import type { ReimportResult } from '../reimport/reimport.js';
import { OPENING_REACH, OVERLAP, SAME_POINT, SLIT, WELDED } from '../repair/tolerances.js';
import type { IdPair, ImportRecord, RecordEntry } from './record.js';
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

/**
 * Returns the record as a document: counts, entries by sort, repair limits, table of ids.
 *
 * @param sitecam version of sitecam
 */
export function recordDocument(record: ImportRecord, sitecam: string): Document {
  const { counts, entries, sources } = record;
  return {
    title: t.title,
    blocks: [
      table(
        [t.what, t.nothing],
        [
          [t.plan, verbatim(record.plan)],
          [t.geometry, verbatim(record.geometry)],
          [t.holds, t.counts(counts)],
          [t.madeBy, verbatim(`sitecam ${sitecam}`)],
        ],
      ),
      ...(record.strict ? [paragraph(t.strict)] : []),
      section(t.totals, [totals(record)]),
      ...(record.again === undefined ? [] : [sinceLast(record.again)]),
      ...SORTS.flatMap((sort) => sortSection(sort, entries)),
      section(t.limits, [paragraph(t.ours), limits(), paragraph(t.private)]),
      section(t.sources, [
        table(
          [t.file, verbatim('SHA-256')],
          sources.map(({ path, sha256 }) => [path, sha256].map(verbatim)),
        ),
      ]),
      section(t.pairs, ids(record.ids)),
    ],
  };
}

function totals({ totals: rows, entries }: ImportRecord): Block {
  if (entries.length === 0) return paragraph(t.noEntries);
  return table(
    [t.sort, t.entry, t.count, t.largest],
    rows.map(({ sort, text, count, largest }) => [t[sort], text, verbatim(String(count)), sizeText(largest)]),
  );
}

function sortSection(sort: Sort, entries: readonly RecordEntry[]): Block[] {
  const own = entries.filter((entry) => entry.sort === sort);
  if (own.length === 0) return [];
  const total = own.reduce((sum, { count }) => sum + count, 0);
  const rows = own.map(({ text, count, place, level, at, size, ids }, index) => [
    verbatim(String(index + 1)),
    countedText(text, count),
    verbatim(place === undefined ? '' : sourceSpotText(place)),
    verbatim(level ?? ''),
    // Metres east and north.
    verbatim(at === undefined ? '' : at.map((value) => fixed(value, 2)).join(', ')),
    sizeText(size),
    verbatim(
      ids
        .map(({ source, plan }) => (plan === undefined || plan === source ? source : `${source} → ${plan}`))
        .join(', '),
    ),
  ]);
  const head = [t.number, t.entry, t.spot, t.level, t.at, t.size, t.ids];
  return [section(t.entries({ text: t[sort], n: total }), [paragraph(t[`meaning-${sort}`]), withoutEmpty(head, rows)])];
}

/** Returns all changes since the last import. */
function sinceLast({ changes, orphans, displaced, redrawn, levels, files }: ReimportResult): Block {
  const rows =
    changes === undefined
      ? []
      : CHANGED.flatMap((sort) => {
          const { came, went, changed } = changes[sort];
          return [
            ...came.map((one) => [t.came, elementName(one)]),
            ...went.map((one) => [t.went, elementName(one)]),
            ...changed.map((one) => [t.changed, changeText(one)]),
          ].map((row) => [t[`one-${sort}`], ...row]);
        });
  const spoken = orphans.map((orphan) => [orphanText(orphan, files)]);
  const both = (all: readonly string[]) => ({ zh: all.join('、'), en: all.join(', ') });
  return section(t.since, [
    rows.length === 0 ? paragraph(t.unchanged) : table([t.element, t.change, t.about], rows),
    table([t.orphans], spoken),
    ...(displaced.length === 0
      ? []
      : [
          table(
            [t.displaced],
            displaced.map((one) => [displacedText(one, files)]),
          ),
        ]),
    ...(redrawn.length === 0
      ? []
      : [
          table(
            [t.redrawn],
            redrawn.map((one) => [redrawnText(one, files)]),
          ),
        ]),
    ...(levels.went.length === 0 ? [] : [paragraph(t.levelsWent({ levels: both(levels.went) }))]),
    ...(levels.came.length === 0 ? [] : [paragraph(t.levelsCame({ levels: both(levels.came.map(({ id }) => id)) }))]),
  ]);
}

function limits(): Block {
  const rows: readonly (readonly [Localized, number])[] = [
    [t.samePoint, SAME_POINT],
    [t.welded, WELDED],
    [t.slit, SLIT],
    [t.overlap, OVERLAP],
    [t.reach, OPENING_REACH],
  ];
  return table(
    [t.limit, t.figure],
    rows.map(([what, size]) => [what, sizeText(size)]),
  );
}

function ids(pairs: readonly IdPair[]): Block[] {
  const elements = [...new Set(pairs.map(({ element }) => element))];
  return elements.map((element) => {
    const own = pairs.filter((pair) => pair.element === element);
    const rows = own.map(({ level, source, plan }) => [level ?? '', source, plan].map(verbatim));
    return section(t.pairsOf({ element: t[`one-${element}`], n: own.length }), [
      withoutEmpty([t.level, t.sourceId, t.planId], rows),
    ]);
  });
}

/** Returns a size in m with three decimals; a smaller positive one prints as `<0.001`, never as 0. */
function sizeText(size: number | undefined): Localized {
  if (size === undefined) return t.nothing;
  return t.metres({ figure: size > 0 && size < 0.0005 ? '<0.001' : fixed(size, 3) });
}

function section(title: Localized, blocks: readonly Block[]): Block {
  return { block: 'section', title, blocks };
}

function paragraph(text: Localized): Block {
  return { block: 'paragraph', text };
}

function table(head: readonly Localized[], rows: readonly (readonly Localized[])[]): Table {
  return { block: 'table', head, rows };
}

/** Returns a table without its empty columns. */
function withoutEmpty(head: readonly Localized[], rows: readonly (readonly Localized[])[]): Table {
  const kept = head.map((_, column) => rows.some((row) => row[column]?.zh !== ''));
  const of = (row: readonly Localized[]) => row.filter((_, column) => kept[column]);
  return table(of(head), rows.map(of));
}
