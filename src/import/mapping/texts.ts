// Texts on mapping files: problems, and what matches nothing.
import { catalogue } from '../../i18n/catalogue.js';

/** Texts of problems in a mapping. `{hint}` is empty or a "did you mean". */
export const t = catalogue('mapping', {
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
  tooMany: {
    zh: '映射中的词和样式共{count}个，超过上限{most}个（本工具设定）。请删去用不到的，或者用*合并。',
    en: 'The mapping has {count} words and patterns; {most} are the most that are read (a limit of ours). Leave out what is not needed, or put several together with *.',
  },
  tooMuch: {
    zh: '逐条比对这些规则所需的计算超过上限{limit}（本工具设定）。请减少规则，或者缩短其中的词。',
    en: 'Comparing these rules with each other takes more than {limit} of work (a limit of ours). Use fewer rules, or shorter words in them.',
  },
  level: {
    zh: '未写明什么属于该楼层：请写来源中对它的称呼（key），或者其文件（files）。',
    en: "Nothing says what is on this level: name what the source calls it ('key') or its files ('files').",
  },
  levelTwice: {
    zh: '“{key}”已是第{earlier}个楼层的key。',
    en: "'{key}' is the key of level {earlier} already.",
  },
  region: {
    zh: 'region 依次为左下角的x、y和右上角的x、y（图形单位），右上角须在左下角的右上方。',
    en: 'region is x and y of the lower left corner, then of the upper right one, in drawing units; the second must lie right of and above the first.',
  },
  zone: { zh: '区域', en: 'zone' },
  opening: { zh: '门窗洞口', en: 'opening' },
  device: { zh: '设备', en: 'device' },
});

/** Notes on parts of a user's mapping that match nothing. */
export const unused = catalogue('mapping', {
  'unused-rule': {
    zh: '映射的第{rule}条规则没有与之相符的要素：{hint}',
    en: 'rule {rule} of the mapping matched nothing: {hint}',
  },
  unconfirmed: {
    zh: '映射中第{rules}条规则标有“# ?”，尚未确认，先按所写采用：对的删去问号，不对的改写',
    en: "{n|rule|rules} {rules} of the mapping {n|is|are} marked '# ?' and used as written: take the question mark away, or rewrite",
  },
  'unused-rules': {
    zh: '映射中没有与之相符的要素的规则：第{rules}条',
    en: '{n|rule|rules} of the mapping that matched nothing: {rules}',
  },
  'absent-key': {
    zh: '映射的keys.{key}所列的属性，来源中都没有：{names}{hint}',
    en: 'keys.{key} of the mapping names what nothing in the source has: {names}{hint}',
  },
  noProperty: { zh: '来源中没有属性{key}{meant}', en: 'nothing has a property {key}{meant}' },
  noValue: { zh: '属性{key}没有{word}这样的值{meant}', en: 'no {key} is like {word}{meant}' },
});
