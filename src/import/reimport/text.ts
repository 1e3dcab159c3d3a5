// The result of a re-import as text.

import { list, quote } from '../../i18n/list.js';
import { type Locale, say } from '../../i18n/locale.js';
import { fixed } from '../../i18n/number.js';
import { locate } from '../../source/place/locate.js';
import type { SourceFile } from '../../source/types.js';
import type { ElementSort } from '../support/ids.js';
import { levelLines } from '../write/plan-file.js';
import {
  type ChangedElement,
  ELEMENT_SORTS,
  type ImportChanges,
  type ImportedElement,
  type ImportKeyChange,
  isUnchanged,
  type SortChanges,
} from './compare.js';
import type { IdMention } from './mentions.js';
import type { ReimportResult } from './reimport.js';

/** Elements of a kind that a terminal names. */
const SHOWN = 5;

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

/** Returns the result of a re-import for a terminal: counts and the first few; ends with a line break. */
export function againText(
  result: ReimportResult,
  { plan, geometry, reference, storey }: AgainNames,
  locale: Locale,
): string {
  const { changes, orphans, levels, unreadable } = result;
  const t = (zh: string, en: string) => say(locale, zh, en);
  const lines = [
    ...changesLines(changes, geometry, locale),
    ...orphanLines(result, orphans, plan, locale),
    ...(levels.went.length === 0
      ? []
      : [
          t(
            `来源中已没有的楼层：${list(levels.went, locale)}（仍在 ${plan} 中）`,
            `levels that the source has no more: ${list(levels.went, locale)} (still in ${plan})`,
          ),
        ]),
    ...(levels.came.length === 0
      ? []
      : [
          t(`${plan} 缺少来源中的楼层，请在 levels 下加入：`, `${plan} lacks levels of the source; add under levels:`),
          ...levels.came.flatMap((level) => levelLines(level, { storey, geometry: reference })),
        ]),
    unreadable.length === 0
      ? t(`${plan} 未改动，可与新的几何一并读取。`, `${plan} is as it was, and reads with the new geometry.`)
      : t(
          `${plan} 未改动，但目前不能读取，改正后才能审查（${unreadable.length}处）：`,
          `${plan} is as it was, but can't be read and linted until this is put right (${unreadable.length}):`,
        ),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function changesLines(changes: ImportChanges | undefined, geometry: string, locale: Locale): string[] {
  if (changes === undefined) {
    return [
      say(locale, `${geometry}：没有可以比较的上次导入`, `${geometry}: there is no earlier import to compare with`),
    ];
  }
  if (isUnchanged(changes)) {
    return [say(locale, `${geometry}：各要素均无变化`, `${geometry}: every element is as it was`)];
  }
  return ELEMENT_SORTS.flatMap((sort) => sortLines(sort, changes[sort], locale));
}

const NAMES: Readonly<Record<ElementSort, { readonly zh: string; readonly en: string }>> = {
  zone: { zh: '区域', en: 'zones' },
  wall: { zh: '墙', en: 'walls' },
  opening: { zh: '门窗洞口', en: 'openings' },
  device: { zh: '设备', en: 'devices' },
};

function sortLines(sort: ElementSort, { came, went, changed, same }: SortChanges, locale: Locale): string[] {
  if (came.length + went.length + changed.length + same === 0) return [];
  const t = (zh: string, en: string) => say(locale, zh, en);
  const counts = [
    [came.length, t('新增', 'came')],
    [went.length, t('消失', 'went')],
    [changed.length, t('改变', 'changed')],
    [same, t('未变', 'unchanged')],
  ] as const;
  const told = counts.filter(([count]) => count > 0).map(([count, word]) => t(`${word}${count}`, `${count} ${word}`));
  return [
    t(`${NAMES[sort].zh}：${told.join('，')}`, `${NAMES[sort].en}: ${told.join(', ')}`),
    ...some(came, (one) => t(`新增 ${elementName(one, locale)}`, `came: ${elementName(one, locale)}`), locale),
    ...some(went, (one) => t(`消失 ${elementName(one, locale)}`, `went: ${elementName(one, locale)}`), locale),
    ...some(changed, (one) => t(`改变 ${changeText(one, locale)}`, `changed: ${changeText(one, locale)}`), locale),
  ];
}

function some<T>(all: readonly T[], text: (one: T) => string, locale: Locale): string[] {
  const more = all.length - SHOWN;
  const lines = all.slice(0, SHOWN).map((one) => `  ${text(one)}`);
  return more <= 0 ? lines : [...lines, say(locale, `  ……另有${more}处`, `  … and ${more} more`)];
}

/** Returns an element as text: `r1（“101”，office，F1）`. */
export function elementName({ id, name, kind, level }: ImportedElement, locale: Locale): string {
  const about = [...(name === undefined ? [] : [quote(name, locale)]), ...(kind === undefined ? [] : [kind]), level];
  return say(locale, `${id}（${about.join('，')}）`, `${id} (${about.join(', ')})`);
}

/** Returns a change as text: `r1：类型 office→store，移动0.35米`. */
export function changeText({ id, keys, moved, area, drawn }: ChangedElement, locale: Locale): string {
  const t = (zh: string, en: string) => say(locale, zh, en);
  const parts = [
    ...keys.map((change) => keyText(change, locale)),
    ...(drawn === undefined
      ? []
      : [drawn ? t('现有几何图形', 'is drawn now') : t('不再有几何图形', 'is drawn no more')]),
    ...(moved === undefined ? [] : [t(`移动${fixed(moved, 2)}米`, `moved ${fixed(moved, 2)} m`)]),
    ...(area === undefined
      ? []
      : [
          t(
            `面积${fixed(area[0], 1)}→${fixed(area[1], 1)}平方米`,
            `area ${fixed(area[0], 1)} → ${fixed(area[1], 1)} m²`,
          ),
        ]),
  ];
  return t(`${id}：${parts.join('，')}`, `${id}: ${parts.join(', ')}`);
}

const KEYS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  kind: { zh: '类型', en: 'kind' },
  name: { zh: '名称', en: 'name' },
  level: { zh: '楼层', en: 'level' },
  levels: { zh: '所跨楼层', en: 'levels' },
  kindUnknown: { zh: '来源所写用途', en: 'use in the source' },
};

function keyText({ key, from, to }: ImportKeyChange, locale: Locale): string {
  const name = Object.hasOwn(KEYS, key) ? say(locale, KEYS[key].zh, KEYS[key].en) : key;
  const said = (value: unknown) =>
    value === undefined
      ? say(locale, '无', 'none')
      : typeof value === 'string'
        ? quote(value, locale)
        : JSON.stringify(value);
  return say(locale, `${name}${said(from)}→${said(to)}`, `${name} ${said(from)} → ${said(to)}`);
}

const AS: Readonly<Record<IdMention['as'], { readonly zh: string; readonly en: string }>> = {
  override: { zh: '改写（overrides）', en: 'overrides' },
  opening: { zh: '所控门窗洞口（opening）', en: 'opening' },
  waiver: { zh: '例外说明（waivers）', en: 'waivers' },
  level: { zh: '所跨楼层（levels）', en: 'levels' },
};

function orphanLines({ files }: ReimportResult, orphans: readonly IdMention[], plan: string, locale: Locale): string[] {
  if (orphans.length === 0) return [];
  return [
    say(
      locale,
      `${plan} 提及而已消失的${orphans.length}处：`,
      `gone, and ${plan} still speaks of it (${orphans.length}):`,
    ),
    ...orphans.map((orphan) => `  ${orphanText(orphan, files, locale)}`),
  ];
}

/** Returns a mention of a vanished element as text: `plan.yaml:14:3  r1，改写（overrides）`. */
export function orphanText({ id, as, place }: IdMention, files: readonly SourceFile[], locale: Locale): string {
  const file = files.find(({ path }) => path === place.path);
  const start = file && locate(file, place).start;
  const where = start === undefined ? place.path : `${place.path}:${start.line}:${start.column}`;
  return say(locale, `${where}  ${id}，${AS[as].zh}`, `${where}  ${id}, in ${AS[as].en}`);
}
