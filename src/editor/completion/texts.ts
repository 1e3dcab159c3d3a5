// Texts of completion: what is said of a kind, a key, a reference beside its name.
import { catalogue } from '../../i18n/catalogue.js';

export const t = catalogue('completion', {
  between: { zh: '、', en: ', ' },
  publicZone: { zh: '属于公共区域', en: 'a public zone' },
  toProtect: { zh: '{clause}：{site}的该部位应当设防', en: '{clause}: to be protected ({site})' },
  reading: { zh: '（本工具的理解）', en: " (sitecam's reading)" },
  synonyms: { zh: '又称：{words}', en: 'Also called: {words}' },
  required: { zh: '（必填）{what}', en: '(required) {what}' },
  oneRequired: { zh: '（择一必填）{what}', en: '(one of these is required) {what}' },
  values: { zh: '可写：{values}', en: 'Values: {values}' },
  role: { zh: '部位', en: 'part of a site' },
  waivable: { zh: '可以作例外说明', en: 'waivers are possible' },
  notWaivable: { zh: '不接受例外说明', en: 'no waivers are accepted' },
  level: { zh: '楼层', en: 'level' },
  type: { zh: '设备型号', en: 'device type' },
  on: { zh: '{name}（{level}）', en: '{name} ({level})' },
});

/** How completion shows values that consist of several numbers: `[x, y]` for a point. */
export const NUMBERS = catalogue('completion/numbers', {
  point: { zh: '[x, y]', en: '[x, y]' },
  rect: { zh: '[x, y, 宽, 深]', en: '[x, y, width, depth]' },
  line: { zh: '[[x, y], [x, y]]', en: '[[x, y], [x, y]]' },
  ring: { zh: '[[x, y], [x, y], [x, y]…]', en: '[[x, y], [x, y], [x, y]…]' },
  size: { zh: '[宽, 高]', en: '[across, down]' },
});

/** Names of the kinds of element. */
export const ELEMENT_NAMES = catalogue('completion/element', {
  zone: { zh: '区域', en: 'zone' },
  wall: { zh: '墙', en: 'wall' },
  opening: { zh: '门窗洞口', en: 'opening' },
  device: { zh: '设备', en: 'device' },
  sign: { zh: '提示标识', en: 'sign' },
});

/** Names of values that mean the same whatever key they stand at: true, false, a permanent film, kinds of element. */
export const OTHER_VALUES = {
  ...catalogue('completion/value', {
    true: { zh: '是', en: 'yes' },
    false: { zh: '否', en: 'no' },
    permanent: { zh: '永久贴膜', en: 'permanent film' },
  }),
  ...ELEMENT_NAMES,
};

/** Descriptions of the keys of GeoJSON, which the plan's schema doesn't describe. */
export const GEOJSON_KEYS = catalogue('completion/geojson', {
  collection: { zh: 'GeoJSON的类型', en: 'type of GeoJSON' },
  sitecam: { zh: '图纸自身的各项', en: 'the members of the plan itself' },
  features: { zh: '各要素', en: 'features' },
  feature: { zh: 'GeoJSON的类型', en: 'type of GeoJSON' },
  id: { zh: '编号，在整份图纸中唯一', en: 'id, unique in the whole plan' },
  properties: { zh: '要素的各项', en: 'what is stated of the feature' },
  geometry: { zh: '形状', en: 'its shape' },
  shape: { zh: '形状的类型：点、线、面', en: 'type of shape: point, line, area' },
  coordinates: { zh: '坐标', en: 'coordinates' },
  element: { zh: '要素是什么', en: 'what the feature is' },
  level: { zh: '所在楼层的编号', en: 'id of its level' },
});
