// Texts of the review sheet.
import { catalogue } from '../../i18n/catalogue.js';

export const t = catalogue('sheet', {
  // Punctuation between texts.
  comma: { zh: '，', en: ', ' },
  items: { zh: '、', en: ', ' },
  clauses: { zh: '；', en: '; ' },
  colon: { zh: '：', en: ': ' },
  bracketed: { zh: '（{text}）', en: ' ({text})' },
  none: { zh: '—', en: '—' },

  // The frame of a sheet.
  sheet: { zh: '技防设计图审查意见表', en: 'Review sheet for a security design plan' },
  aid: {
    zh: '本表由本工具依据图中载明的事项生成，供审查参考，不是审查决定，不代替审查人的判断。',
    en: "This sheet is made by a tool from what the plan states. It is an aid to the reviewer: no decision, and no substitute for the reviewer's own judgement.",
  },
  chapter: { zh: '{n}、{title}', en: '{n}. {title}' },
  conclusion: { zh: '结论：{text}', en: 'Conclusion: {text}' },
  conclusionStopped: { zh: '结论：{text}。', en: 'Conclusion: {text}.' },
  footPage: {
    zh: '"第" counter(page) "页　共" counter(pages) "页"',
    en: '"Page " counter(page) " of " counter(pages)',
  },
  footAid: { zh: '供审查参考，不是审查决定', en: 'An aid to the reviewer, no decision' },
  footPlan: { zh: '图纸', en: 'Plan' },

  // The head.
  site: { zh: '场所名称', en: 'Site' },
  categories: { zh: '场所类别', en: 'Categories' },
  region: { zh: '区划代码', en: 'Region' },
  noRegion: { zh: '图中未标明', en: 'not stated in the plan' },
  planFile: { zh: '图纸文件', en: 'Plan file' },
  judgedBy: { zh: '审查依据', en: 'Judged by' },
  baseline: { zh: '比对基准', en: 'Baseline' },
  pack: { zh: '法规数据包', en: 'Pack' },
  foreignPack: { zh: '{pack}（非本工具自带）', en: "{pack} (doesn't come with this tool)" },
  tool: { zh: '工具及版本', en: 'Tool' },
  day: { zh: '审查日', en: 'Day' },
  number: { zh: '审查编号', en: 'Number' },

  // Verdicts by clause.
  clauseTitle: { zh: '逐条审查表', en: 'Clause by clause' },
  part: { zh: '（{n}）{law}', en: '({n}) {law}' },
  ours: { zh: '本工具设定的事项（非法定）', en: "What is this tool's, not the law's" },
  clause: { zh: '条款', en: 'Clause' },
  verdict: { zh: '结论', en: 'Verdict' },
  evidence: { zh: '依据', en: 'Evidence' },
  all: { zh: '共{n}项', en: '{n} in all' },
  seeAlso: { zh: '另见第{numbers}项。', en: 'See also nos. {numbers}.' },
  finding: { zh: '第{number}项（{verdict}）：{text}。', en: 'No. {number} ({verdict}): {text}.' },
  members: { zh: '{about}等{n}处', en: '{about} and {others} more' },
  seeWaivers: { zh: '见“例外说明”。', en: "See 'Waivers'." },
  subjects: { zh: '审查对象：{names}。', en: 'Looked at: {names}.' },
  firstSubjects: { zh: '审查对象：{names}等{n}处。', en: 'Looked at: {names} and {others} more.' },
  notApplicable: { zh: '不适用：{reason}', en: 'Not applicable: {reason}' },
  moreReasons: { zh: '另有{n}种说明，见完整报告。', en: '{n} more: see the full report.' },

  // Findings one by one.
  fails: { zh: '不符合项及改正要求', en: 'What does not comply, and what to correct' },
  openPoints: { zh: '待补充事项（请设计单位逐项答复）', en: 'Open points, for the author to answer' },
  drawingFaults: { zh: '图纸差错（请设计单位更正）', en: 'Faults of the drawing, for the author to correct' },
  reviews: { zh: '须审查判定事项（由审查人逐项填写）', en: 'What the reviewer must judge' },
  noneOfThem: {
    zh: '在图中载明事项范围内，未列出此类事项。',
    en: 'Within what the plan states, none is listed.',
  },
  entry: { zh: '{number}．{title}', en: '{number}. {title}' },
  cluster: { zh: '（同类共{n}处）', en: ' ({n} of the kind)' },
  stated: { zh: '图中载明的情况', en: 'what the plan states' },
  problem: { zh: '问题', en: 'Finding' },
  correct: { zh: '应当改正', en: 'To correct' },
  pleaseState: { zh: '请补充', en: 'Please state' },
  please: { zh: '请{advice}', en: 'Please {advice}' },
  pleaseExplain: {
    zh: '请按下列事由补充或者更正图纸，或者书面说明。',
    en: 'Please complete or correct the plan as said below, or explain in writing.',
  },
  why: { zh: '事由', en: 'Why' },
  answer: { zh: '设计单位答复', en: "Author's answer" },
  facts: { zh: '情况', en: 'Facts' },
  consider: { zh: '可以考虑', en: 'To consider' },
  judgement: { zh: '判定、理由', en: 'Judgement, reasons' },
  basedOn: { zh: '依据', en: 'By' },
  law: { zh: '条款原文', en: 'Clauses' },
  place: { zh: '图中位置', en: 'Place in the plan' },
  related: { zh: '相关位置：{places}', en: 'see also {places}' },
  proof: { zh: '证据', en: 'Evidence' },
  since: { zh: '与比对基准相比', en: 'Since the baseline' },
  penalty: { zh: '罚则', en: 'Penalty' },
  rule: { zh: '规则、对象', en: 'Rule, subject' },
  elsewhere: { zh: '同类的其他各处', en: 'The same elsewhere' },
  reply: { zh: '答复', en: 'Answer' },
  complies: { zh: '□ 符合', en: '□ complies' },
  violates: { zh: '□ 不符合', en: '□ does not comply' },

  // Warnings and waivers.
  notes: { zh: '提示与例外说明（非法定）', en: "Warnings and waivers (not the law's)" },
  noNotes: { zh: '没有提示，没有适用的例外说明。', en: 'No warnings, and no waiver applies.' },
  waivers: { zh: '例外说明（无豁免效力）', en: 'Waivers (without legal effect)' },
  warnings: { zh: '提示', en: 'Warnings' },
  noteNumber: { zh: '编号', en: 'No.' },
  subject: { zh: '对象', en: 'Subject' },
  content: { zh: '内容', en: 'What was found' },

  // Claims and assumptions.
  basis: { zh: '编制人声明与审查前提', en: "The author's claims and the assumptions" },
  redactedBasis: { zh: '前提和编制人声明已隐去。', en: "The assumptions and the author's claims are redacted." },
  otherReports: {
    zh: '“前提与假定”全文见同次审查的其他格式报告（markdown、html、json）。',
    en: 'The page of assumptions is in the other reports of the same run (markdown, html, json).',
  },
  noClaims: { zh: '编制人没有影响结论的声明。', en: 'The author claims nothing that the verdicts rest on.' },
  claims: {
    zh: '编制人声明（本工具未核实，请审查人核对）',
    en: "The author's claims (not verified by this tool; please check)",
  },
  about: { zh: '事项', en: 'What' },
  claim: { zh: '声明内容', en: 'Claim' },
  settings: { zh: '本次审查的设定：{settings}。', en: 'Set for this run: {settings}.' },
  setting: { zh: '{name}，{value}', en: '{name}: {value}' },
  parameters: {
    zh: '结论所依的本工具设定值（非法定），主要有：{parameters}。',
    en: "Settings of this tool's (not the law's) that the verdicts rest on, mainly: {parameters}.",
  },
  seeOthers: { zh: '见其他报告', en: 'see the other reports' },

  // The form to sign.
  opinions: { zh: '审查意见', en: 'Opinion of the reviewer' },
  opinion: { zh: '审查意见', en: 'Opinion' },
  reviewer: { zh: '审查人（签名）', en: 'Reviewer (signature)' },
  secondReviewer: { zh: '复核人（签名）', en: 'Second reviewer (signature)' },
  body: { zh: '审查单位（盖章）', en: 'Reviewing body (seal)' },
  received: { zh: '设计单位签收', en: 'Received by the author' },
  date: { zh: '日期', en: 'Date' },

  // Plans without verdicts.
  fault: { zh: '错误', en: 'Fault' },
  kind: { zh: '类别', en: 'Kind' },
  unreadable: { zh: '无法读取的原因', en: 'Why it cannot be read' },
  unjudged: { zh: '未作判定的原因', en: 'Why it cannot be judged' },
  lineAndColumn: { zh: '第{line}行第{column}列', en: 'line {line}, column {column}' },

  // Subjects and places.
  device: { zh: '设备{device}对{place}', en: 'device {device} with regard to {place}' },
  waiverOf: { zh: '对{subject}的例外说明', en: 'waiver of {subject}' },
  opening: { zh: '{kind}{name}', en: '{kind} {name}' },
  theSite: { zh: '本场所', en: 'the site' },
  level: { zh: '{id}{name}', en: '{id} {name}' },
  planLine: { zh: '图纸文件第{line}行', en: 'line {line} of the plan file' },
  fileLine: { zh: '{file}第{line}行', en: 'line {line} of {file}' },

  // The table of the day.
  dayTitle: { zh: '技防设计图审查汇总表', en: 'Review of security design plans: the submissions of the day' },
  dayOf: { zh: '审查日：{day}', en: 'Day: {day}' },
  rowNumber: { zh: '序号', en: 'No.' },
  siteColumn: { zh: '场所、类别', en: 'Site, categories' },
  gravest: { zh: '最重条款', en: 'Gravest clause' },
  exitCode: { zh: '退出码及含义', en: 'Exit code, meaning' },
  gravestClause: { zh: '{clause}（{verdict}）', en: '{clause} ({verdict})' },
  dayNote: {
    zh: '“最重条款”为结论最重的各条中依法规次序最前的一条，不表示其他条款没有问题；退出码按默认判据（--fail-on error）计，须审查判定的事项不影响退出码。',
    en: "The gravest clause is the first, in the order of the law, of those with the gravest verdict; others may have findings too. Exit codes are those of --fail-on error, which what is for review doesn't change.",
  },
  toCorrect: { zh: '1　须改正或者补充', en: '1: to be corrected or completed' },
  toJudge: { zh: '0　须由审查人判定', en: '0: for the reviewer to judge' },
  toJudgeBesides: {
    zh: '0　须由审查人判定；另有问题因比对基准、配置或者例外说明不计入退出码',
    en: '0: for the reviewer to judge; besides, findings that a baseline, a configuration or a waiver keeps from counting',
  },
  setAside: {
    zh: '0　有问题，因比对基准、配置或者例外说明不计入退出码',
    en: '0: findings that a baseline, a configuration or a waiver keeps from counting',
  },
  notJudged: { zh: '0　没有可以判定的事项', en: '0: nothing could be judged' },
  nothingFound: { zh: '0　图中载明事项未发现不符合', en: '0: nothing found within what the plan states' },
  noVerdicts: { zh: '{code}　{reason}', en: '{code}: {reason}' },
  moreFaults: { zh: '另有错误{n}处，见该图审查意见表。', en: '{n} more, see its sheet.' },
});
