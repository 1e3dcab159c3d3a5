// Writes the plan file that people edit.

import type { Point } from '../../geometry/types.js';
import { displayWidth } from '../../i18n/width.js';
import type { Category, Pack } from '../../law/types.js';
import { findModel } from '../../models/find.js';
import { SHIPPED } from '../../models/table.js';
import type { DraftZone, PlanDraft } from '../draft.js';
import { type ImportFrame, roundedTo } from '../frame.js';
import { middle, type PlanLevel } from '../support/ids.js';

/** Most zones of unknown use that the plan file lists for people to fill in; the geometry file has them all. */
export const MOST_LISTED = 60;

/** Columns at which a list in a comment is broken. */
const WIDTH = 100;

/** Facts about the site and the files for the head of a plan file. */
interface PlanHead {
  readonly name: string;
  /** Id of the site's category. */
  readonly category: string | undefined;
  readonly storey: number;
  /** Geometry file as the plan refers to it. */
  readonly geometry: string;
  /** Names of the source files. */
  readonly from: readonly string[];
  /** Place of the schema, for editors; undefined leaves the line out. */
  readonly schema?: string;
  /** Law pack whose categories are listed. */
  readonly pack?: Pack;
}

/**
 * Returns the plan file that people edit, in YAML: site, storeys, reference to the geometry, and places to fill in.
 * Metres count from the frame's origin.
 *
 * @param head what the draft doesn't say: name and category of the site, names of files, metres from floor to floor
 */
export function planFile(levels: readonly PlanLevel[], draft: PlanDraft, frame: ImportFrame, head: PlanHead): string {
  const lines = [
    ...(head.schema === undefined ? [] : [`# yaml-language-server: $schema=${head.schema}`]),
    `# 由 ${plainList(head.from, '、')} 导入生成。几何在 ${plain(head.geometry)} 中，再次导入时改写；本文件由人编辑，再次导入不改动。`,
    `# Imported from ${plainList(head.from, ', ')}. The geometry is in ${plain(head.geometry)}, which a later import`,
    '# rewrites; this file is yours to edit, and no import changes it.',
    'sitecam: 1',
    'site:',
    `  name: ${scalar(head.name)}`,
    ...categoryLines(head),
    '  # region: "150102"      # 行政区划代码 / administrative code (GB/T 2260)',
    '  # absent: [{role: vault, reason: 无此部位, by: 设计单位}]      # 确无此部位的，书面载明 / what the site has none of',
    ...originLines(frame),
    'levels:',
    ...levels.flatMap((level, index) => [
      ...levelLines(level, head),
      ...(index === 0 ? deviceLines(level, draft) : []),
    ]),
    ...typeLines(draft),
    ...overrideLines(levels, draft),
  ];
  return `${lines.join('\n')}\n`;
}

/**
 * Returns the lines of YAML of one level, as they stand under `levels:`. `storey`: metres from floor to floor;
 * `geometry`: the file as the plan refers to it.
 */
export function levelLines(level: PlanLevel, { storey, geometry }: Pick<PlanHead, 'storey' | 'geometry'>): string[] {
  const assumed =
    level.elevation === undefined ? `  # 按每层 ${storey} m 假定，请核对 / assumed, ${storey} m a storey` : '';
  return [
    `  - id: ${scalar(level.id)}`,
    ...(level.name === undefined ? [] : [`    name: ${scalar(level.name)}`]),
    `    elevation: ${elevationOf(level, storey)}${assumed}`,
    ...(level.ceiling === undefined ? [] : [`    ceiling: ${level.ceiling}`]),
    `    geometry: ${scalar(geometry)}`,
  ];
}

/** Returns the elevation of a level in m: the source's, else by the order of storeys, each `storey` m high. */
export function elevationOf(level: PlanLevel, storey: number): number {
  return level.elevation ?? roundedTo(level.ordinal * storey, 3);
}

function categoryLines({ category, pack }: PlanHead): string[] {
  const known = pack?.categories.find(({ id }) => id === category);
  const named = (one: Category) => `${one.id} ${one.name.zh}`;
  if (category !== undefined) {
    const note = known === undefined ? '' : `      # ${known.name.zh} / ${known.name.en}`;
    return [`  categories: [${scalar(category)}]${note}`];
  }
  const all = pack === undefined ? [] : broken(pack.categories.map(named), '、', WIDTH).map((line) => `  #   ${line}`);
  return ['  # 请写明场所类别，一项或者多项 / say what the site is, one category or more:', ...all, '  categories: []'];
}

function originLines({ origin, from }: ImportFrame): string[] {
  if (origin === undefined) {
    return [
      ...(from === undefined
        ? []
        : [`# 坐标自来源的（${from.join('，')}）起算 / counted from (${from.join(', ')}) of the source`]),
      '# 设备的 at 与几何同一坐标，米：x 向东，y 向北 / at of devices is in the same metres as the geometry: x east, y north',
    ];
  }
  return [
    '# 原点[经度, 纬度]：设备的 at 自此以米计，x 向东，y 向北；几何仍为经纬度',
    '# [longitude, latitude]; at of devices counts from here in metres, x east, y north. The geometry is in degrees',
    `origin: ${JSON.stringify(origin)}`,
  ];
}

function deviceLines({ id }: PlanLevel, draft: PlanDraft): string[] {
  const zone = draft.zones.find(({ level }) => level === id);
  const [x, y] = (zone === undefined ? undefined : middle(zone.rings.flat())) ?? ORIGIN;
  return [
    '    # 设备逐台写在所在楼层，例如 / devices go with their level, for example:',
    '    # devices:',
    `    #   - {id: C1, kind: camera, type: dome, at: [${roundedTo(x, 1)}, ${roundedTo(y, 1)}], heading: 90}`,
  ];
}

const ORIGIN: Point = [0, 0];

const TYPE_EXAMPLE = 'dome: {kind: camera, height: 2.7, tilt: 20, hfov: 90, resolution: [2560, 1440], audio: none}';

/**
 * Returns the device types. The source only has names; the person who edits the plan knows their data, so nothing is
 * made up.
 */
function typeLines(draft: PlanDraft): string[] {
  const types = [...deviceTypesOf(draft)];
  const title = '# 型号：同型号设备共用的参数 / what devices of one type share:';
  if (types.length === 0) return [title, '# deviceTypes:', `#   ${TYPE_EXAMPLE}`];
  return [
    title,
    '# 来源只有型号或者图块的名称，请按产品说明补充，例如 / the source has names of models or blocks alone; add what they can do, for example:',
    `#   ${TYPE_EXAMPLE}`,
    ...(types.some(([, { model }]) => model !== undefined)
      ? [
          '# 写有 model 的，参数取自型号资料（第三方资料，未经核实）；有多种镜头的请写 lens（焦距，毫米）',
          "# with model, what isn't said is taken from the catalogue of models (a third party's, not verified); say lens (mm) where there are several",
        ]
      : []),
    'deviceTypes:',
    ...types.map(typeLine),
  ];
}

/** Returns the line of YAML of a device type, as it stands under `deviceTypes:`. */
export function typeLine([type, { kind, model }]: readonly [type: string, keys: DeviceType]): string {
  const known = model === undefined ? '' : `, model: ${scalar(model)}`;
  return `  ${scalar(type)}: {kind: ${kind}${known}}`;
}

function overrideLines(levels: readonly PlanLevel[], { zones, openings }: PlanDraft): string[] {
  const unknown = zones.filter(({ untold }) => untold !== undefined);
  const lines = [
    '# 按编号改写图形文件所载的各键（编号、形状除外；设备的位置可用 at 改写），例如区域的类型、门是否常开；报告中逐项列明。',
    '# What you state here takes the place of what is drawn, by id: any key but id and shape (at puts a device elsewhere). Reports list it.',
  ];
  if (unknown.length === 0) {
    const example = openings[0]?.id ?? zones[0]?.id ?? 'ID';
    return [...lines, '# overrides:', `#   ${scalar(example)}: {name: …}`];
  }
  const names = new Map(levels.map(({ id, name }) => [id, name ?? id]));
  const more = unknown.length - MOST_LISTED;
  return [
    ...lines,
    `# 用途未定的区域${unknown.length}处，认定前有关结论为待补充：去掉行首的“# ”，把问号改为区域类型（见 schema）。`,
    `# ${unknown.length} zones of unknown use, which leave verdicts open: take the # away and put a kind of zone for ? (see the schema).`,
    '# overrides:',
    ...unknown.slice(0, MOST_LISTED).map((zone) => `#   ${scalar(zone.id)}: {kind: "?"}      # ${noteOf(zone, names)}`),
    ...(more > 0
      ? [`#   其余${more}处在图形文件中，带 kindUnknown / ${more} more in the file of geometry, with kindUnknown`]
      : []),
  ];
}

function noteOf({ level, name, untold }: DraftZone, names: ReadonlyMap<string, string>): string {
  const called = untold === undefined || untold === '' ? [] : [`来源 / source: ${plain(untold)}`];
  return [plain(names.get(level) ?? level), ...(name === undefined ? [] : [plain(name)]), ...called].join('，');
}

/** Returns a text as a double-quoted YAML scalar; JSON text is one. */
function scalar(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Returns a text that can't end the comment it stands in. */
function plain(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/** Returns the first few of `texts`. */
function plainList(texts: readonly string[], separator: string): string {
  const shown = texts.slice(0, 3).map(plain);
  return [...shown, ...(texts.length > shown.length ? ['…'] : [])].join(separator);
}

/** Returns `words` in lines of at most `width` columns. */
function broken(words: readonly string[], separator: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [index, word] of words.entries()) {
    const next = index === words.length - 1 ? word : `${word}${separator}`;
    if (line !== '' && displayWidth(line) + displayWidth(next) > width) {
      lines.push(line);
      line = '';
    }
    line += next;
  }
  return line === '' ? lines : [...lines, line];
}

/** What a plan says of a type of devices that was imported: kind and model. */
export interface DeviceType {
  readonly kind: string;
  /** Its name, if that is exactly the number of a camera of the shipped catalogue, and no other name of one. */
  readonly model?: string;
}

/**
 * Returns the type names of a draft's devices, each with the kind of the first device of that type. A source only has
 * the names; without an entry for each, the plan would refer to missing types.
 */
export function deviceTypesOf({ devices }: Pick<PlanDraft, 'devices'>): ReadonlyMap<string, DeviceType> {
  const types = new Map<string, DeviceType>();
  for (const { kind, keys } of devices) {
    if (typeof keys.type !== 'string' || types.has(keys.type)) continue;
    const found = kind === 'camera' ? findModel(keys.type, SHIPPED) : undefined;
    const isModel = found !== undefined && 'record' in found && found.by === 'model';
    types.set(keys.type, { kind, ...(isModel && { model: keys.type }) });
  }
  return types;
}
