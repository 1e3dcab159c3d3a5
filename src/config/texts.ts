// Texts about faulty configurations and waivers files.
import { catalogue } from '../i18n/catalogue.js';

/** Texts on the faults of a configuration or waivers file. `{hint}` is empty or a "did you mean". */
export const configText = catalogue('config', {
  missing: {
    zh: '所引用的文件“{file}”不存在或者不能读取{hint}。',
    en: "The file '{file}' does not exist or can't be read{hint}.",
  },
  cycle: {
    zh: '“{file}”经extends引用到自身。',
    en: "'{file}' extends itself.",
  },
  tooMany: {
    zh: '所引用的配置文件过多或者层次过深（上限{most}份，本工具参数）。',
    en: 'Too many configurations are extended, or too deep (at most {most}, a parameter of sitecam).',
  },
  unknownProfile: {
    zh: '没有名为“{profile}”的设计指标集{hint}。可用：{known}。',
    en: "There is no profile '{profile}'{hint}. Known: {known}.",
  },
  unknownPack: {
    zh: '没有名为“{pack}”的法规数据包{hint}。可用：{known}；文件或者文件夹须写明路径（含“/”，或者以.json、.yaml、.yml结尾）。',
    en: "There is no law pack '{pack}'{hint}. Known: {known}; a file or folder is named by a path (with '/', or ending in .json, .yaml or .yml).",
  },
  builtInProfile: {
    zh: '“{profile}”是本工具自带的设计指标集，请另取名称。',
    en: "'{profile}' is a profile of sitecam's own; choose another name.",
  },
  unknownZone: {
    zh: '没有名为“{zone}”的部位或者区域类型{hint}。',
    en: "There is no role or kind of zone '{zone}'{hint}.",
  },
  glob: {
    zh: '“{glob}”不是可用的路径或者通配符：应为自本文件所在文件夹起的相对路径，以“/”分隔，不超过200个字符，两个“/”之间不超过3个“*”；多选一写作 {a,b}（展开后不超过64种），不能用“|”。',
    en: "'{glob}' is no usable path or glob: it must be relative to this file's folder, with '/', of at most 200 characters and 3 stars between two '/'; a choice is {a,b}, of at most 64 ways in all, never with '|'.",
  },
  noSuchPlan: {
    zh: '没有“{plan}”这一设计图，该说明不会对应任何图{hint}。',
    en: "There is no plan '{plan}', so this waiver is for none{hint}.",
  },
  selectsAll: {
    zh: '此项没有写明files或者categories，对全部设计图生效；如确需如此，请写在最外层。',
    en: 'This override names neither files nor categories, so it would hold for every plan; write it at the top instead.',
  },
  file: {
    zh: 'sitecam的配置文件（sitecam.config.yaml）',
    en: "a configuration of sitecam's (sitecam.config.yaml)",
  },
  decisionsFile: { zh: 'sitecam的审查决定文件（{name}）', en: "a file of sitecam's decisions ({name})" },
  decisionDay: {
    zh: '“{date}”不是日期：应写作 YYYY-MM-DD。',
    en: "'{date}' is no day: write it as YYYY-MM-DD.",
  },
  saysNothing: {
    zh: '“{key}”的值“{value}”没有内容：“待定”“无”等不作数，请写明。',
    en: "'{key}' is '{value}', which says nothing: words such as 'TBD' or 'none' don't count.",
  },
  decidedTwice: {
    zh: '同一设计图的同一事项已有一条决定；请只保留一条。',
    en: 'There is a decision on the same finding of the same plan already: keep one of the two.',
  },
  waiversFile: { zh: 'sitecam的例外说明文件（{name}）', en: "a file of sitecam's waivers ({name})" },
});

/** Texts of the printed configuration. */
export const printText = catalogue('print', {
  head: { zh: '# 适用于“{plan}”的配置', en: "# The configuration for '{plan}'" },
  categories: { zh: '# 场所类别：{categories}', en: '# categories: {categories}' },
  judgedBy: { zh: '# 审查依据：{packs}', en: '# judged by: {packs}' },
  noLaw: {
    zh: '# 审查依据：无（没有适用于该图所在地区的法规，或者该地区不在配置所列法规数据包的适用范围内），不作任何判定。',
    en: "# judged by: no law (none is in force in the plan's region, or a configured pack doesn't govern it); nothing would be decided.",
  },
  unread: {
    zh: '# 该图无法读取：按场所类别的设定未计入。',
    en: "# The plan can't be read: overrides by category are not in it.",
  },
  defaulted: { zh: '缺省', en: 'default' },
  commandLine: { zh: '命令行', en: 'command line' },
  semicolon: { zh: '；', en: '; ' },
});
