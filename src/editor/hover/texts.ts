// Texts of hovers.
import { catalogue } from '../../i18n/catalogue.js';

export const t = catalogue('hover', {
  comma: { zh: '，', en: ', ' },
  wind: { zh: '{degrees}°：朝{wind}', en: '{degrees}°: {wind}' },
  level: { zh: '楼层 {level}', en: 'level {level}' },
  area: { zh: '{n}平方米', en: '{n} m²' },
  density: { zh: '像素/米', en: 'px/m' },
  must: { zh: '必能看见', en: 'sure to see' },
  may: { zh: '最多看见', en: 'may see' },
  band: { zh: '≥{density}', en: '≥{density}' },
  upTo: { zh: '至{metres}米，{area}平方米', en: 'to {metres} m, {area} m²' },
  nothing: { zh: '无', en: 'none' },
  bandsNote: {
    zh: '各级像素密度出自标准或者本工具设定，非法定；距离、面积均为平面上的数值。',
    en: "The steps of pixel density are a standard's or sitecam's, not the law's; distances and areas are on the plan.",
  },
  seen: { zh: '{zone}：最多{may}平方米', en: '{zone}: at most {may} m²' },
  seenSurely: { zh: '{zone}：必见{must}、最多{may}平方米', en: '{zone}: at least {must}, at most {may} m²' },
  through: { zh: '，经{openings}，至多{density}像素/米', en: ', through {openings}, at most {density} px/m' },
  throughUnknown: { zh: '，经{openings}，像素密度不明', en: ', through {openings}, pixel density not known' },
  graze: {
    zh: '；轻微掠视或者在本工具的参数（非法定）之下，未列为问题',
    en: "; a graze, or below this tool's parameters (not the law's), and no finding",
  },
  more: { zh: '另有{n}处区域', en: '{n} more {n|zone|zones}' },
  noCapture: { zh: '禁止或者限制采集：{clause}', en: 'capture is forbidden or limited: {clause}' },
  perhaps: {
    zh: '是否适用禁止采集的规定须审查判定：{clause}',
    en: 'whether capture is forbidden is for review: {clause}',
  },
  toProtect: { zh: '应当设防：{clause}', en: 'to be protected: {clause}' },
  suggested: { zh: '可能应当设防：{clause}', en: 'perhaps to be protected: {clause}' },
  reading: { zh: '（本工具的理解）', en: " (sitecam's reading)" },
  joins: { zh: '连通：{one} — {other}', en: 'joins: {one} — {other}' },
  outside: { zh: '未画区域的一侧', en: 'where no zone is drawn' },
  sightThrough: { zh: '可以透视', en: 'lets sight pass' },
  noSight: { zh: '不能透视', en: 'hides what is behind' },
  worlds: {
    zh: '最大可视范围（判采集）：{may}；最小可视范围（判覆盖）：{must}',
    en: 'in the largest view (for privacy): {may}; in the smallest (for coverage): {must}',
  },
  usedBy: { zh: '{n}处使用', en: 'used by {n} {n|device|devices}' },
  holds: {
    zh: '区域{zones}个，门窗洞口{openings}处，设备{devices}台',
    en: '{zones} {zones|zone|zones}, {openings} {openings|opening|openings}, {devices} {devices|device|devices}',
  },
  elevation: { zh: '标高{elevation}米', en: 'elevation {elevation} m' },
  ceiling: { zh: '净高{ceiling}米', en: 'ceiling {ceiling} m' },
  model: {
    zh: '{brand} {model}，资料出自型号表（第三方资料，未经核实）',
    en: "{brand} {model}, from a catalogue of models (a third party's, not verified)",
  },
  unjudged: {
    zh: '本图现在不能判定；以上按最后可以读取的图纸。',
    en: 'The plan can’t be judged as it is; the above is of the last text that could be read.',
  },
  older: {
    zh: '按改动前的图纸；正在重新判定。',
    en: 'By the plan as it was before the last change; it is being judged again.',
  },
});
