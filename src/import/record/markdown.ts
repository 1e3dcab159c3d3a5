// The import record as a Markdown document.

import { inLocale, type Locale, say } from '../../i18n/locale.js';
import { markdownText } from '../../render/escape.js';
import { SORTS, type Sort } from '../notes.js';
import { ELEMENT_SORTS as CHANGED } from '../reimport/compare.js';
import type { ReimportResult } from '../reimport/reimport.js';
import { changeText, elementName, orphanText } from '../reimport/text.js';
import { OPENING_REACH, OVERLAP, SAME_POINT, SLIT, WELDED } from '../repair/tolerances.js';
import type { IdPair, ImportRecord, RecordEntry } from './record.js';
import { atText, ELEMENT_NAMES, MEANINGS, STRICT, sizeText, sourceSpotText, TITLES } from './words.js';

/**
 * Returns the record as a Markdown document for the file of a project: counts, entries by sort, repair limits, table of
 * ids.
 *
 * @param sitecam version of sitecam
 */
export function recordMarkdown(record: ImportRecord, sitecam: string, locale: Locale): string {
  const t = (zh: string, en: string) => say(locale, zh, en);
  const { counts } = record;
  const blocks = [
    `# ${t('建筑数据导入记录', 'Record of an import')}`,
    table(
      [t('项目', 'what'), ''],
      [
        [t('设计图', 'plan'), record.plan],
        [t('几何文件', 'geometry'), record.geometry],
        [
          t('内容', 'holds'),
          t(
            `楼层${counts.levels}，区域${counts.zones}，墙${counts.walls}，门窗洞口${counts.openings}，设备${counts.devices}`,
            `levels: ${counts.levels}, zones: ${counts.zones}, walls: ${counts.walls}, openings: ${counts.openings}, devices: ${counts.devices}`,
          ),
        ],
        [t('生成工具', 'made by'), `sitecam ${sitecam}`],
      ],
    ),
    ...(record.strict ? [inLocale(STRICT, locale)] : []),
    `## ${t('汇总', 'Totals')}`,
    totals(record, locale),
    ...(record.again === undefined ? [] : sinceLast(record.again, locale)),
    ...SORTS.flatMap((sort) => section(sort, record.entries, locale)),
    `## ${t('修补的限值', 'Limits of mending')}`,
    t('以下数值为本工具设定，非法定。', "These figures are sitecam's own, not the law's."),
    limits(locale),
    `## ${t('来源', 'Sources')}`,
    table(
      [t('文件', 'file'), 'SHA-256'],
      record.sources.map(({ path, sha256 }) => [path, sha256]),
    ),
    `## ${t('编号对照', 'Ids')}`,
    ...ids(record.ids, locale),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function totals({ totals: rows, entries }: ImportRecord, locale: Locale): string {
  if (entries.length === 0) return say(locale, '没有需要说明的事项。', 'There is nothing to tell.');
  return table(
    [
      say(locale, '处理', 'sort'),
      say(locale, '事项', 'what'),
      say(locale, '数量', 'count'),
      say(locale, '最大尺寸', 'largest'),
    ],
    rows.map(({ sort, text, count, largest }) => [
      inLocale(TITLES[sort], locale),
      inLocale(text, locale),
      String(count),
      largest === undefined ? '' : sizeText(largest, locale),
    ]),
  );
}

function section(sort: Sort, entries: readonly RecordEntry[], locale: Locale): string[] {
  const own = entries.filter((entry) => entry.sort === sort);
  if (own.length === 0) return [];
  const total = own.reduce((sum, { count }) => sum + count, 0);
  const rows = own.map((entry, index) => [
    String(index + 1),
    inLocale(entry.text, locale) + (entry.count === 1 ? '' : say(locale, `（${entry.count}项）`, ` (${entry.count})`)),
    entry.place === undefined ? '' : sourceSpotText(entry.place),
    entry.level ?? '',
    entry.at === undefined ? '' : atText(entry.at),
    entry.size === undefined ? '' : sizeText(entry.size, locale),
    entry.ids
      .map(({ source, plan }) => (plan === undefined || plan === source ? source : `${source} → ${plan}`))
      .join(', '),
  ]);
  const head = [
    say(locale, '序号', 'no.'),
    say(locale, '事项', 'what'),
    say(locale, '来源位置', 'place in the source'),
    say(locale, '楼层', 'level'),
    say(locale, '图中位置（东、北，米）', 'place in the plan (m east, north)'),
    say(locale, '尺寸', 'size'),
    say(locale, '编号', 'ids'),
  ];
  return [
    `## ${say(locale, `${TITLES[sort].zh}（${total}项）`, `${TITLES[sort].en} (${total})`)}`,
    inLocale(MEANINGS[sort], locale),
    withoutEmpty(head, rows),
  ];
}

/** Returns all changes since the last import. */
function sinceLast({ changes, orphans, levels, files }: ReimportResult, locale: Locale): string[] {
  const t = (zh: string, en: string) => say(locale, zh, en);
  const title = `## ${t('与上次导入相比', 'Since the last import')}`;
  const rows =
    changes === undefined
      ? []
      : CHANGED.flatMap((sort) => {
          const { came, went, changed } = changes[sort];
          const name = inLocale(ELEMENT_NAMES[sort], locale);
          return [
            ...came.map((one) => [name, t('新增', 'came'), elementName(one, locale)]),
            ...went.map((one) => [name, t('消失', 'went'), elementName(one, locale)]),
            ...changed.map((one) => [name, t('改变', 'changed'), changeText(one, locale)]),
          ];
        });
  const head = [t('要素', 'element'), t('变化', 'change'), t('编号及说明', 'id and what')];
  const spoken = orphans.map((orphan) => [orphanText(orphan, files, locale)]);
  return [
    title,
    rows.length === 0 ? t('各要素均无变化。', 'Every element is as it was.') : table(head, rows),
    ...(spoken.length === 0
      ? []
      : [table([t('设计图提及而已消失的', 'gone, and the plan still speaks of it')], spoken)]),
    ...(levels.went.length === 0
      ? []
      : [
          t(
            `来源中已没有的楼层：${levels.went.join('、')}`,
            `levels that the source has no more: ${levels.went.join(', ')}`,
          ),
        ]),
    ...(levels.came.length === 0
      ? []
      : [
          t(
            `设计图缺少的楼层：${levels.came.map(({ id }) => id).join('、')}`,
            `levels that the plan lacks: ${levels.came.map(({ id }) => id).join(', ')}`,
          ),
        ]),
  ];
}

function limits(locale: Locale): string {
  const t = (zh: string, en: string) => say(locale, zh, en);
  const rows: readonly (readonly [string, number])[] = [
    [t('视为同一点的距离', 'points so near are one'), SAME_POINT],
    [t('不作处理的缝隙、重叠（设计图自行焊合）', 'gaps and overlaps that are left: the plan welds them'), WELDED],
    [t('予以合拢的缝隙，最宽', 'widest slit that is closed'), SLIT],
    [t('予以裁去的重叠，最宽', 'widest overlap that is cut off'), OVERLAP],
    [t('移至墙上的门窗洞口，最远', 'farthest an opening is moved onto a wall'), OPENING_REACH],
  ];
  const note = t(
    '涉及或者可能涉及个人隐私的区域（包括用途不明的区域）只可能因修补而增大，不因裁去重叠、合拢缝隙而缩小。',
    'A zone that is private or may be (one whose use is unknown is) may grow by mending, and never shrinks by a cut or a closed slit.',
  );
  return `${table(
    [t('限值', 'limit'), t('数值', 'figure')],
    rows.map(([what, size]) => [what, sizeText(size, locale)]),
  )}\n\n${note}`;
}

function ids(pairs: readonly IdPair[], locale: Locale): string[] {
  const elements = [...new Set(pairs.map(({ element }) => element))];
  return elements.flatMap((element) => {
    const own = pairs.filter((pair) => pair.element === element);
    const title = inLocale(ELEMENT_NAMES[element], locale);
    const head = [
      say(locale, '楼层', 'level'),
      say(locale, '来源编号', 'id in the source'),
      say(locale, '设计图编号', 'id in the plan'),
    ];
    const rows = own.map(({ level, source, plan }) => [level ?? '', source, plan]);
    return [`### ${say(locale, `${title}（${own.length}）`, `${title} (${own.length})`)}`, withoutEmpty(head, rows)];
  });
}

/** Returns a table without its empty columns. */
function withoutEmpty(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const kept = head.map((_, column) => rows.some((row) => row[column] !== ''));
  const of = (row: readonly string[]) => row.filter((_, column) => kept[column]);
  return table(of(head), rows.map(of));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(markdownText).join(' | ')} |`;
  return [line(head), `|${head.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n');
}
