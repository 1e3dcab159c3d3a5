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
  reading: { zh: '（本工具的理解）', en: " (sitecam's reading)" },
  // Tokens of a pack that stand for a flag or a family of kinds.
  important: { zh: '重要部位', en: 'important parts' },
  public: { zh: '公共区域', en: 'public zones' },
  designated: { zh: '确定的部位', en: 'designated parts' },
  passage: { zh: '通道', en: 'passages' },
});
