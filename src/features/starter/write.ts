// Writing of a starter plan as YAML.

import { inLocale, type Locale, type Localized, verbatim } from '../../i18n/locale.js';
import { projectLines } from './project.js';
import type { Brief, Drawn, ElementLine, Value } from './types.js';

/** Values of the first lines of a starter plan, which are for editors. */
export interface StarterHead {
  /** Path of the plan's JSON schema from the plan's folder, or its URL. */
  readonly schema: string;
}

/** Returns a starter plan as YAML: flow maps, one element a line, each with a comment. */
export function yamlOf(brief: Brief, drawn: Drawn, { schema }: StarterHead): string {
  const { pack, category, locale } = brief;
  const t = (zh: string, en: string) => inLocale({ zh, en }, locale);
  const region = `${pack.regions[0]}0000`.slice(0, 6);
  const lines = [
    `# yaml-language-server: $schema=${schema}`,
    `# ${t(`${category.name.zh}设计图示例：场所、区域、门、设备均为虚构，请逐项改为实际情况。`, `Example plan, category '${category.name.en}': site, zones, doors and devices are made up. Replace them one by one with your own.`)}`,
    `# ${t('“#”之后是注释，不影响审查。首行供编辑器补全和检查各键。', 'What follows # is a comment and changes no verdict. The first line lets editors complete and check keys.')}`,
    '',
    noted('sitecam: 1', t('图纸格式版本', 'version of the plan format')),
    'site:',
    ...siteOf(brief, region),
    noted('coordinates: metres', t('单位为米：x 向东，y 向北', 'in metres: x east, y north')),
    noted(
      'north: 0',
      t(
        '图上方（+y）与真北的夹角，顺时针，度；heading 自真北起算',
        'degrees from +y clockwise to true north; headings count from true north',
      ),
    ),
    '',
    'levels:',
    noted(
      '  - id: F1',
      t('编号在全图内唯一，报告按编号指明', 'ids are unique in the plan; reports name things by them'),
    ),
    noted(`    name: ${scalar(inLocale(drawn.level, locale))}`, t('楼层名称', 'what the level is called')),
    noted('    elevation: 0', t('地面标高，米', 'height of the floor, m')),
    noted(`    ceiling: ${drawn.ceiling}`, t('层高，米', 'height of the ceiling above the floor, m')),
    noted(
      '    zones:',
      t(
        '区域。rect: [西南角 x, 西南角 y, 宽, 深]；不规则的写 polygon',
        'rect: [x, y of the south-west corner, width, depth]; polygon for other shapes',
      ),
    ),
    ...list(drawn.zones, 6),
    ...wallsOf(drawn, locale),
    ...openingsOf(drawn, locale),
    noted(
      '    devices:',
      t(
        '设备。at: [x, y]；height 安装高度，米；heading 朝向，自真北顺时针，度；tilt 俯角，度',
        'at: [x, y]; height of mounting, m; heading clockwise from north and tilt below the horizon, degrees',
      ),
    ),
    ...list(drawn.devices, 6),
    '',
    noted('deviceTypes:', t('型号：同型号设备共用的参数，写一次即可', 'what devices of one type share is said once')),
    ...Object.entries(drawn.types).map(([id, { value, note }]) => noted(`  ${id}: ${flow(value)}`, note)),
    '',
    ...projectLines(locale),
  ];
  return `${lines.join('\n')}\n`;
}

function wallsOf({ walls = [] }: Drawn, locale: Locale): string[] {
  if (walls.length === 0) return [];
  const note = { zh: '区域边界以外的墙', en: "walls that aren't a zone's boundary" };
  return [noted('    walls:', inLocale(note, locale)), ...list(walls, 6)];
}

function openingsOf({ openings }: Drawn, locale: Locale): string[] {
  if (openings.length === 0) return [];
  const note = {
    zh: '门窗洞口，画在墙上；没有画门的墙是整面墙',
    en: 'doors, windows and passages, drawn on walls; where none is drawn the wall is whole',
  };
  return [noted('    openings:', inLocale(note, locale)), ...list(openings, 6)];
}

function siteOf({ pack, category, locale }: Brief, region: string): string[] {
  const t = (zh: string, en: string) => inLocale({ zh, en }, locale);
  const clause = pack.clauses.find(({ id }) => id === category.clause);
  const role = category.declared[0]?.role ?? category.expectedPrivate[0]?.kind ?? 'important';
  const namedIn: Localized =
    clause === undefined ? verbatim('') : { zh: `（${clause.citation.zh}）`, en: ` (${clause.citation.en})` };
  return [
    noted(
      `  name: ${scalar(t(`示例${category.name.zh}`, `Example ${category.name.en.toLowerCase()}`))}`,
      t('场所名称，见于报告', 'name of the site, as reports print it'),
    ),
    noted(
      `  categories: [${category.id}]`,
      t(
        `场所类别：${category.name.zh}${namedIn.zh}；可写多个`,
        `category: ${category.name.en}${namedIn.en}; several are possible`,
      ),
    ),
    noted(
      `  region: ${scalar(region)}`,
      t('行政区划代码（GB/T 2260），请改为所在旗县区的', 'region code (GB/T 2260); put your county’s'),
    ),
    ...condition({ pack, category, locale }),
    `  # ${t('本场所没有的部位在此载明，例如', 'say here what the site does not have, for example')} absent: [{role: ${role}, reason: ${t('无此部位', 'there is none')}, by: ${t('设计单位', 'the designer')}}]`,
  ];
}

/** Returns the lines that state the fact on which the category's item of the law depends; [] if it depends on none. */
function condition({ category, locale }: Brief): string[] {
  const t = (zh: string, en: string) => inLocale({ zh, en }, locale);
  if (category.condition === 'keepsImportantItems') {
    return [
      noted(
        '  keepsImportantItems: true',
        t('是否存放有重要物品；不写则无法判定', 'whether important items are kept; unsaid, it is an open finding'),
      ),
    ];
  }
  if (category.condition === 'songAndDance') {
    return [
      noted(
        '  songAndDance: true',
        t('是否为歌舞娱乐场所；不写则无法判定', 'whether it is a song-and-dance venue; unsaid, it is an open finding'),
      ),
    ];
  }
  if (category.condition === undefined) return [];
  const designation = {
    document: t('某政发〔2026〕1号', 'Document No. 1 (2026)'),
    by: t('某旗人民政府', 'a banner government'),
    date: '2026-01-05',
  };
  return [
    noted(
      `  designation: ${flow(designation)}`,
      t(
        '确定为治安保卫重点单位的文件，请改为实际文号、机关、日期',
        'the document that designates the key unit; put the real one',
      ),
    ),
  ];
}

function list(lines: readonly ElementLine[], indent: number): string[] {
  return lines.map(({ value, note }) => noted(`${' '.repeat(indent)}- ${flow(value)}`, note));
}

function noted(text: string, note: string): string {
  return `${text}  # ${note}`;
}

function flow(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object') {
    return `{${Object.entries(value)
      .map(([key, item]) => `${key}: ${flow(item)}`)
      .join(', ')}}`;
  }
  return typeof value === 'string' ? scalar(value) : String(value);
}

/** Returns `text` plain if YAML reads it back as the same text, and in quotes otherwise. */
function scalar(text: string): string {
  return /^\p{L}[\p{L}\p{N}’（）〔〕 -]*$/u.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);
}
