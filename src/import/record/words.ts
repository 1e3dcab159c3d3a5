// Words of the import record: titles, explanations and figures.

import type { Locale, Localized } from '../../i18n/locale.js';
import { say } from '../../i18n/locale.js';
import { fixed } from '../../i18n/number.js';
import type { Sort } from '../notes.js';
import type { SourceSpot } from './places.js';
import type { IdPair } from './record.js';

/** Title of each sort of note. */
export const TITLES: Readonly<Record<Sort, Localized>> = {
  refused: { zh: '未能采用', en: 'refused' },
  mended: { zh: '已修补', en: 'mended' },
  unknown: { zh: '无法识别', en: 'unknown' },
  assumed: { zh: '假定', en: 'assumed' },
  'left-out': { zh: '未采用', en: 'left out' },
};

/** Explanation of each sort: what a reader has to do about it. */
export const MEANINGS: Readonly<Record<Sort, Localized>> = {
  refused: {
    zh: '应当进入设计图，但不能按原样使用，也无法修补；审查设计图时会再次指出，须由设计人员在来源中更正。',
    en: 'It belongs in the plan, but can be neither used as it is nor mended. Linting the plan finds it again; it is to be put right in the source.',
  },
  mended: {
    zh: '来源有误，设计图中已按括号内所述更正，请核对。',
    en: 'The source was wrong; the plan is as the brackets say. To be checked.',
  },
  unknown: {
    zh: '来源中的取值本工具不认识，请在映射文件中说明。',
    en: "Values of the source that sitecam doesn't know; a mapping can say what they mean.",
  },
  assumed: {
    zh: '来源未载明，采用本工具设定的数值或者判断（非法定），请核对。',
    en: "What the source doesn't say: figures or readings of sitecam's own stand there. To be checked.",
  },
  'left-out': { zh: '不属于设计图的内容，未采用。', en: 'It is no part of a plan.' },
};

/** Explanation of `--strict`: the repairs in brackets were not made. */
export const STRICT: Localized = {
  zh: '本次导入未作任何修补（--strict）：应当修补的列为“未能采用”，括号内为不加 --strict 时的处理。',
  en: 'Nothing was mended (--strict): what would be is refused, and the brackets say what would become of it.',
};

/** Name of each kind of element. */
export const ELEMENT_NAMES: Readonly<Record<IdPair['element'], Localized>> = {
  level: { zh: '楼层', en: 'level' },
  zone: { zh: '区域', en: 'zone' },
  wall: { zh: '墙', en: 'wall' },
  opening: { zh: '门窗洞口', en: 'opening' },
  device: { zh: '设备', en: 'device' },
};

/** Returns a place as text: `unit.geojson:12:5`, or with pointer or handle if the file has no lines. */
export function sourceSpotText({ path, pointer, line, column }: SourceSpot): string {
  if (line !== undefined && column !== undefined) return `${path}:${line}:${column}`;
  return pointer === '' ? path : `${path}#${pointer}`;
}

/** Returns a size in m with three decimals; a smaller positive one prints as `<0.001`, never as 0. */
export function sizeText(size: number, locale: Locale): string {
  const text = size > 0 && size < 0.0005 ? '<0.001' : fixed(size, 3);
  return say(locale, `${text}米`, `${text} m`);
}

/** Returns a place in the plan as `12.30, 4.50`: metres east and north. */
export function atText([x, y]: readonly [number, number]): string {
  return `${fixed(x, 2)}, ${fixed(y, 2)}`;
}
