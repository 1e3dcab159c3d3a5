// Texts of the pages of rules and clauses, and of the table of rules.
import { catalogue } from '../../i18n/catalogue.js';

export const t = catalogue('explain', {
  rule: { zh: '规则', en: 'rule' },
  level: { zh: '级别', en: 'level' },
  title: { zh: '名称', en: 'title' },
  clause: { zh: '条文', en: 'clause' },
  clauses: { zh: '条文', en: 'clauses' },
  between: { zh: '、', en: ', ' },

  ruleTitle: { zh: '{id}（{level}）{title}', en: '{id} ({level}): {title}' },
  terms: { zh: '依据：{basis}。例外说明：{waiver}。', en: 'Clauses: {basis}. Waivers: {waiver}.' },
  noClause: { zh: '本工具自设，不引用条文', en: "sitecam's own, cites no clause" },
  waivable: { zh: '可以', en: 'possible' },
  notWaivable: { zh: '不接受', en: 'not accepted' },
  parameters: {
    zh: '参数（本工具设定，非法定；注明法定的除外）',
    en: "Parameters (sitecam's, not the law's, unless they say so)",
  },
  parameter: { zh: '参数', en: 'parameter' },
  value: { zh: '值', en: 'value' },
  meaning: { zh: '含义', en: 'meaning' },
  lawful: { zh: '（法定）', en: " (the law's)" },

  examples: { zh: '示例', en: 'Examples' },
  example: { zh: '示例', en: 'Example' },
  marks: {
    zh: '“# =>”行写明审查结论（pass、fail、open、review、notApplicable）和对象。',
    en: "Lines with '# =>' say the verdict (pass, fail, open, review, notApplicable) and its subject.",
  },
  exampleRule: { zh: '{marks}规则：`{id}`。', en: '{marks} Rule: `{id}`.' },
  exampleCommand: {
    zh: '运行 `sitecam init --category {category}`，写出一份审查无问题的示例设计图。',
    en: 'Run `sitecam init --category {category}` for a plan of such a site in which nothing is found.',
  },
  exampleElsewhere: {
    zh: '查看某一项的示例，请单独指明：sitecam explain "{clause}"',
    en: 'For an example name one of them: sitecam explain "{clause}"',
  },

  penalty: { zh: '罚则（{clause}）：{summary}', en: 'Penalty ({clause}): {summary}' },
  punishes: { zh: '处罚违反{clauses}的行为。', en: 'Punishes breaches of {clauses}.' },
  citing: { zh: '引用本条款的规则：', en: 'Rules that cite it:' },
  notJudged: { zh: '图纸审查不涉及本条款。', en: 'Nothing in a plan is judged by this clause.' },
  category: { zh: '场所类别', en: 'category' },
  name: { zh: '名称', en: 'name' },
  protectedThere: { zh: '应当设防的部位', en: 'what must be protected' },
  zoneKind: { zh: '区域类型', en: 'kind of zone' },
  sites: { zh: '场所', en: 'sites' },
  anySite: { zh: '任何场所', en: 'any site' },
  otherSites: { zh: '其他场所', en: 'other sites' },
  reading: { zh: '（本工具的理解）', en: " (sitecam's reading)" },
  // Tokens of a pack that stand for a flag or a family of kinds.
  important: { zh: '重要部位', en: 'important parts' },
  public: { zh: '公共区域', en: 'public zones' },
  designated: { zh: '确定的部位', en: 'designated parts' },
  passage: { zh: '通道', en: 'passages' },

  // Words of plans.
  kindOfZone: { zh: '区域类型，写作 kind: {id}。', en: 'A kind of zone, written kind: {id}.' },
  isEnclosed: { zh: '边界即墙，另写 enclosed: false 的除外。', en: 'Its boundary is a wall, unless enclosed: false.' },
  isNotEnclosed: {
    zh: '边界不是墙，另写 enclosed: true 的除外。',
    en: 'Its boundary is no wall, unless enclosed: true.',
  },
  isPublic: { zh: '属于公共区域，另写 public: false 的除外。', en: 'A public zone, unless public: false.' },
  isNotPublic: { zh: '不属于公共区域，另写 public: true 的除外。', en: 'No public zone, unless public: true.' },
  synonyms: { zh: '又称：{words}。', en: 'Also called: {words}.' },
  consequence: { zh: '结果', en: 'what follows' },
  captureInside: { zh: '其内设有采集设备：{outcome}', en: 'a device that captures inside: {outcome}' },
  toProtect: { zh: '应当设防', en: 'must be protected' },
  kindOfDevice: { zh: '设备类型，写作 kind: {id}。', en: 'A kind of device, written kind: {id}.' },
  takesImages: { zh: '图像（video）缺省：{state}。', en: 'Images (video) by default: {state}.' },
  takesSound: { zh: '声音（audio）缺省：{state}。', en: 'Sound (audio) by default: {state}.' },
  captureYes: { zh: '采集', en: 'captured' },
  captureNone: { zh: '不采集', en: 'none' },
  captureUnknown: { zh: '未知', en: 'unknown' },
  formFixed: { zh: '定焦', en: 'Fixed lens' },
  formVarifocal: { zh: '变焦', en: 'Varifocal' },
  formPtz: { zh: '云台', en: 'PTZ' },
  formFisheye: { zh: '鱼眼', en: 'Fisheye' },
  onFixed: {
    zh: '镜头形式，不写即为定焦：写 hfov，或者 focalLength 和 sensor；最大、最小可视范围仅差安装误差。',
    en: 'A form of lens, the default: give hfov, or focalLength and sensor. Its largest and smallest view differ by the mounting tolerance alone.',
  },
  onVarifocal: {
    zh: '镜头形式：varifocal.hfov 写长焦、广角两端的视场角，hfov（或者 focalLength 和 sensor）写安装时调定的视场角。最大可视范围取最广角，写明焦距锁定（varifocal.locked: true）的取调定的视场角；最小可视范围取调定的视场角，未写的取最窄的视场角。',
    en: 'A form of lens: give varifocal.hfov, the fields of view at the tele and the wide end, and hfov (or focalLength and sensor), the field set at installation. Its largest view is at the wide end or, with varifocal.locked: true, at the field set; its smallest is at the field set or, without one, at the narrowest.',
  },
  onPtz: {
    zh: '镜头形式：ptz 写转动范围、home（默认预置位）。最大可视范围为硬限位内转动可及的全部，最小可视范围为默认预置位所及；未写 home 的，不能据以认定设防。',
    en: 'A form of lens: ptz gives its limits and home. Its largest view is all that it reaches within hard limits, its smallest that of home; without home no coverage rests on it.',
  },
  onFisheye: {
    zh: '镜头形式：写 tilt（吸顶朝下为 90）。最大可视范围为其视场所及的四周；未写 tilt 的，不能据以认定设防。',
    en: 'A form of lens: give tilt (90 for straight down). Its largest view is all round within its field of view; without tilt no coverage rests on it.',
  },
  walled: { zh: '封闭', en: 'walled' },
  publicZone: { zh: '公共', en: 'public' },
  capture: { zh: '禁止采集条款', en: 'no capture by' },
  protection: { zh: '设防条款', en: 'to be protected by' },
  deviceKind: { zh: '设备类型', en: 'kind of device' },
  images: { zh: '图像', en: 'images' },
  sound: { zh: '声音', en: 'sound' },
  yes: { zh: '是', en: 'yes' },
  moreOfWord: {
    zh: '某一个词：sitecam explain 诊室。',
    en: 'For one of them: sitecam explain consulting-room.',
  },
});

/** Names of the outcomes that capture in a zone may have, on the explain page of a word, such as a zone kind. */
export const OUTCOME_NAMES = catalogue('explain-outcome', {
  fail: { zh: '不符合', en: 'does not comply' },
  review: { zh: '须审查判定', en: 'for review' },
  notApplicable: { zh: '不适用', en: 'not applicable' },
});
