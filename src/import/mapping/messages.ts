// Texts of problems in a mapping file.
import { catalogue } from '../../i18n/catalogue.js';

/** Texts of problems in a mapping. `{hint}` is empty or a "did you mean". */
export const mappingText = catalogue('mapping', {
  noMapping: {
    zh: '映射文件的最外层应为rules、kinds、names、keys、levels等键。',
    en: 'A mapping has keys such as rules, kinds, names, keys and levels at its top.',
  },
  unknownKind: {
    zh: '没有名为“{kind}”的{what}类型{hint}。',
    en: "There is no kind of {what} '{kind}'{hint}.",
  },
  noKind: {
    zh: '读作门窗洞口（as: opening）的规则须写明类型（kind）：{known}。',
    en: 'A rule that makes openings (as: opening) must say of which kind: {known}.',
  },
  kindOfNothing: {
    zh: '读作“{as}”的，没有类型（kind）可言。',
    en: "What becomes '{as}' has no kind.",
  },
  geometry: {
    zh: 'geometry的取值“{value}”无法识别{hint}。可用：Point、LineString、Polygon。',
    en: "geometry can't be '{value}'{hint}; it is Point, LineString or Polygon.",
  },
  never: {
    zh: '此规则不会有任何作用：符合它的，先已符合第{earlier}条规则。请将其移至该条之前。',
    en: 'This rule can never apply: whatever matches it matches rule {earlier} first. Move it before that one.',
  },
  level: {
    zh: '未写明什么属于该楼层：请写来源中对它的称呼（key），或者其文件（files）。',
    en: "Nothing says what is on this level: name what the source calls it ('key') or its files ('files').",
  },
  levelTwice: {
    zh: '“{key}”已是第{earlier}个楼层的key。',
    en: "'{key}' is the key of level {earlier} already.",
  },
});
