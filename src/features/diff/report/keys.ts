// Names of the plan's keys as reports print them.
import { type Locale, type Localized, say } from '../../../i18n/locale.js';
import { plainText } from '../../../render/escape.js';

/** Names of the keys of elements, without the number of a sensor. */
const KEYS: Readonly<Record<string, Localized>> = {
  kind: { zh: '类型', en: 'kind' },
  name: { zh: '名称', en: 'name' },
  type: { zh: '设备类型', en: 'type' },
  level: { zh: '楼层', en: 'level' },
  levels: { zh: '所跨楼层', en: 'levels' },
  status: { zh: '状态', en: 'status' },
  text: { zh: '标识文字', en: 'text' },
  height: { zh: '高度', en: 'height' },
  thickness: { zh: '厚度', en: 'thickness' },
  material: { zh: '材质', en: 'material' },
  enclosed: { zh: '是否封闭', en: 'enclosed' },
  public: { zh: '是否公共场所', en: 'public' },
  important: { zh: '是否重要部位', en: 'important' },
  secondary: { zh: '是否次要通道', en: 'secondary' },
  designated: { zh: '是否治安保卫重点单位的重点部位', en: 'designated' },
  roles: { zh: '兼有的部位名称', en: 'roles' },
  kindUnknown: { zh: '来源所写用途', en: 'kindUnknown' },
  kindConfirmed: { zh: '用途是否已核对', en: 'kindConfirmed' },
  sill: { zh: '下沿高度', en: 'sill' },
  head: { zh: '上沿高度', en: 'head' },
  normallyOpen: { zh: '是否常开', en: 'normallyOpen' },
  film: { zh: '是否永久贴膜', en: 'film' },
  fixed: { zh: '是否固定扇', en: 'fixed' },
  glazing: { zh: '玻璃', en: 'glazing' },
  lock: { zh: '门锁', en: 'lock' },
  video: { zh: '视频采集功能', en: 'video' },
  audio: { zh: '音频采集功能', en: 'audio' },
  range: { zh: '作用距离', en: 'range' },
  pickup: { zh: '拾音距离', en: 'pickup' },
  opening: { zh: '所守卫的门窗洞口', en: 'opening' },
  masks: { zh: '遮蔽', en: 'masks' },
  sensors: { zh: '画面数', en: 'sensors' },
  form: { zh: '形式', en: 'form' },
  heading: { zh: '朝向', en: 'heading' },
  tilt: { zh: '俯角', en: 'tilt' },
  roll: { zh: '横滚角', en: 'roll' },
  hfov: { zh: '水平视场角', en: 'hfov' },
  vfov: { zh: '垂直视场角', en: 'vfov' },
  resolution: { zh: '分辨率', en: 'resolution' },
  'tolerance.heading': { zh: '朝向允许误差', en: 'tolerance.heading' },
  'tolerance.tilt': { zh: '俯角允许误差', en: 'tolerance.tilt' },
  'tolerance.position': { zh: '位置允许误差', en: 'tolerance.position' },
  'varifocal.hfov': { zh: '变焦范围', en: 'varifocal.hfov' },
  'varifocal.locked': { zh: '是否锁定变焦', en: 'varifocal.locked' },
  'ptz.pan': { zh: '云台水平范围', en: 'ptz.pan' },
  'ptz.tilt': { zh: '云台俯仰范围', en: 'ptz.tilt' },
  'ptz.hfov': { zh: '云台变焦范围', en: 'ptz.hfov' },
  'ptz.limits': { zh: '云台限位', en: 'ptz.limits' },
  'ptz.home': { zh: '有无看守位', en: 'ptz.home' },
};

/** Returns the name of a key, 俯角（tilt）: in Chinese the reviewer's word and the key, in English the key alone. */
export function keyName(key: string, locale: Locale): string {
  const own = key.replace(/^sensors\[\d+\]\./, '');
  const name = Object.hasOwn(KEYS, own) ? KEYS[own] : undefined;
  return say(locale, name === undefined ? plainText(key) : `${name.zh}（${plainText(key)}）`, plainText(key));
}

/** Returns the label of a member of a stated fact: 理由：… */
export function memberName(key: string, locale: Locale): string {
  const name = Object.hasOwn(MEMBERS, key) ? MEMBERS[key] : key;
  return say(locale, `${plainText(name)}：`, `${plainText(key)}: `);
}

const MEMBERS: Readonly<Record<string, string>> = {
  reason: '理由',
  by: '说明人',
  document: '文件',
  until: '有效期至',
  date: '日期',
  tokens: '部位',
  fraction: '覆盖率',
  level: '像素密度等级',
};
