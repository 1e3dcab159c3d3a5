// Names, as reports print them, of the plan format's keys and of the values that a plan states for them.

import { catalogue, joined } from '../../i18n/catalogue.js';
import { quoted } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { plainFigure } from '../../i18n/number.js';
import { category } from '../../law/lookup.js';
import type { Pack } from '../../law/types.js';
import { AUDIO, STATUS, VIDEO } from '../../plan/device-names.js';
import type { Lock, Material, MobileForm, Optics, Ptz } from '../../plan/model.js';
import type { LengthUnit } from '../../plan/read/units.js';
import { plainText } from '../../render/escape.js';
import { placeName } from './names.js';
import { LEVEL_NAMES } from './texts.js';

/** Words about values. */
const t = catalogue('value', {
  comma: { zh: '，', en: ', ' },
  colon: { zh: '{label}：{text}', en: '{label}: {text}' },
  key: { zh: '{name}（{key}）', en: '{key}' },
  notStated: { zh: '未写明', en: 'not said' },
  yes: { zh: '是', en: 'true' },
  no: { zh: '否', en: 'false' },
});

/** Names of words of the plan format (materials, locks, forms of lenses, units) that aren't named elsewhere. */
const WORDS: Readonly<
  Record<Material | Lock | Optics['form'] | Ptz['limits'] | LengthUnit | MobileForm | 'wgs84', Localized>
> = catalogue('word', {
  opaque: { zh: '不透明', en: 'opaque' },
  clear: { zh: '透明', en: 'clear' },
  frosted: { zh: '磨砂', en: 'frosted' },
  inner: { zh: '可自内锁闭', en: 'from inside' },
  outer: { zh: '只能自外锁闭', en: 'from outside' },
  none: { zh: '无锁', en: 'none' },
  fixed: { zh: '固定', en: 'fixed' },
  varifocal: { zh: '变焦', en: 'varifocal' },
  ptz: { zh: '云台', en: 'PTZ' },
  fisheye: { zh: '鱼眼', en: 'fisheye' },
  hard: { zh: '机械限位', en: 'hard' },
  software: { zh: '软件限位', en: 'software' },
  metres: { zh: '米', en: 'metres' },
  centimetres: { zh: '厘米', en: 'centimetres' },
  millimetres: { zh: '毫米', en: 'millimetres' },
  wgs84: { zh: 'WGS 84经纬度', en: 'WGS 84' },
  'body-worn': { zh: '随身佩戴', en: 'worn on the body' },
  handheld: { zh: '手持', en: 'handheld' },
  robot: { zh: '机器人', en: 'robot' },
  drone: { zh: '无人机', en: 'drone' },
  vehicle: { zh: '车载', en: 'vehicle' },
});

/**
 * Chinese names, as reviewers say them, of the keys of elements, without the number of a sensor. English texts show the
 * key itself.
 */
const KEYS: Readonly<Record<string, string>> = {
  kind: '类型',
  name: '名称',
  type: '设备类型',
  model: '产品型号',
  level: '楼层',
  levels: '所跨楼层',
  status: '状态',
  text: '标识文字',
  height: '高度',
  thickness: '厚度',
  material: '材质',
  enclosed: '是否封闭',
  public: '是否公共场所',
  important: '是否重要部位',
  secondary: '是否次要通道',
  designated: '是否治安保卫重点单位的重点部位',
  roles: '兼有的部位名称',
  kindUnknown: '来源所写用途',
  kindConfirmed: '用途是否已核对',
  sill: '下沿高度',
  head: '上沿高度',
  normallyOpen: '是否常开',
  film: '是否永久贴膜',
  fixed: '是否固定扇',
  glazing: '玻璃',
  lock: '门锁',
  unsure: '是否未画门、待确认',
  video: '视频采集功能',
  audio: '音频采集功能',
  range: '作用距离',
  pickup: '拾音距离',
  opening: '所守卫的门窗洞口',
  masks: '遮蔽',
  sensors: '画面数',
  form: '形式',
  heading: '朝向',
  tilt: '俯角',
  roll: '横滚角',
  hfov: '水平视场角',
  vfov: '垂直视场角',
  resolution: '分辨率',
  'tolerance.heading': '朝向允许误差',
  'tolerance.tilt': '俯角允许误差',
  'tolerance.position': '位置允许误差',
  mobile: '移动设备',
  'mobile.form': '移动方式',
  'mobile.area': '活动区域',
  'mobile.rules': '移动设备的管理规定',
  mandatedBy: '设置依据',
  'varifocal.hfov': '变焦范围',
  'varifocal.locked': '是否锁定变焦',
  'ptz.pan': '云台水平范围',
  'ptz.tilt': '云台俯仰范围',
  'ptz.hfov': '云台变焦范围',
  'ptz.limits': '云台限位',
  'ptz.home': '有无看守位',
};

/**
 * Chinese names, as reviewers say them, of the keys within the value of a stated fact. English texts show the key
 * itself.
 */
const MEMBERS: Readonly<Record<string, string>> = {
  reason: '理由',
  remove: '删去',
  rule: '规定',
  form: '方式',
  area: '活动区域',
  rules: '管理规定',
  by: '说明人',
  document: '文件',
  until: '有效期至',
  date: '日期',
  tokens: '部位',
  fraction: '覆盖率',
  level: '像素密度等级',
};

/** Returns the name of an element's key: 俯角（tilt） / tilt; a key without a name as it is. */
export function keyName(key: string): Localized {
  const name = member(KEYS, key.replace(/^sensors\[\d+\]\./, ''));
  return name === undefined ? verbatim(plainText(key)) : t.key({ name, key: plainText(key) });
}

/**
 * Returns a value on one line as the plan may have written it; a word of the plan format, such as `frosted`, by its
 * name in reports.
 *
 * @param path the key, or the path of a fact
 */
export function valueText(value: unknown, path: string, pack: Pack): Localized {
  if (value === undefined) return t.notStated;
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (typeof value === 'number') return verbatim(plainFigure(value));
  if (typeof value === 'string') return wordText(value, path, pack) ?? quoted(plainText(value));
  if (Array.isArray(value)) {
    const items = value.map((one) => (Array.isArray(one) ? verbatim('…') : valueText(one, path, pack)));
    return joined([verbatim('['), joined(items, verbatim(', ')), verbatim(']')]);
  }
  if (typeof value !== 'object' || value === null) return verbatim(String(value));
  const members = Object.entries(value).flatMap(([key, one]) => {
    const label = { zh: plainText(member(MEMBERS, key) ?? key), en: plainText(key) };
    return one === undefined ? [] : [t.colon({ label, text: valueText(one, key, pack) })];
  });
  return joined(members, t.comma);
}

/** Names of the words of the plan format, by the last part of the key that holds them. */
const NAMES: Readonly<Record<string, Readonly<Record<string, Localized>>>> = {
  video: VIDEO,
  audio: AUDIO,
  status: STATUS,
  ...Object.fromEntries(['material', 'glazing', 'lock', 'form', 'limits', 'coordinates'].map((key) => [key, WORDS])),
};

/**
 * Returns the text of a word of the format, or of an id of the pack, at `path`; undefined for the author's own words.
 */
function wordText(word: string, path: string, pack: Pack): Localized | undefined {
  const key =
    path
      .replace(/\[[^\]]*\]$/, '')
      .split('.')
      .at(-1) ?? '';
  const name = member(path.startsWith('rules.') ? LEVEL_NAMES : (member(NAMES, key) ?? {}), word);
  if (name !== undefined) return name;
  if (key === 'roles' || key === 'tokens') {
    const { zh } = placeName(pack, word);
    return zh === word ? undefined : { zh, en: plainText(word) };
  }
  const listed = key === 'categories' ? category(pack, word) : undefined;
  return listed && { zh: listed.name.zh, en: plainText(word) };
}

function member<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
