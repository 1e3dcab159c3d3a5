// Texts of the room: names of outcomes and properties, and the sentences that reports share.
import { catalogue } from '../i18n/catalogue.js';

/** Sentences and labels that reports share. */
export const t = catalogue('findings', {
  semicolon: { zh: '；', en: '; ' },
  comma: { zh: '，', en: ', ' },
  and: { zh: '、', en: ', ' },
  arrow: { zh: '→', en: ' → ' },
  labelled: { zh: '{label}：{text}', en: '{label}: {text}' },
  quoted: { zh: '{label}：“{words}”', en: "{label}: '{words}'" },
  counted: { zh: '{name}{n}', en: '{name} {n}' },
  parenthesis: { zh: '{text}（{note}）', en: '{text} ({note})' },
  ended: { zh: '{text}。', en: '{text}.' },
  endedQuestion: { zh: '（{text}）。', en: '({text}).' },

  named: { zh: '{id}{name}', en: '{id} {name}' },
  unofficial: { zh: '{laws}', en: '{laws} (English texts of statutes are unofficial translations)' },
  lawVersion: { zh: '{law}（{version}）', en: '{law}, {version}' },
  ownRule: { zh: '{title}（本工具设定，非法定）', en: "{title} (sitecam's, not the law's)" },

  fixProof: { zh: '经试改并重新审查：', en: 'Computed, and proved by linting again: ' },
  fixWay: { zh: '，或者', en: ', or ' },
  fix: {
    zh: '{proof}{ways}，本项即可消除，且不使其他判定变差。',
    en: '{proof}{ways}; this finding is then gone and no other verdict gets worse.',
  },
  fixes: {
    zh: '已对{tried}项问题试改图纸并重新审查，其中{proved}项有可行的改法{rest}。',
    en: 'Edits of the plan were looked for on {tried} findings and proved for {proved}.{rest}',
  },
  fixesUntried: { zh: '；其余{n}项较轻的未试', en: ' {n} more, less severe, were not tried.' },

  within: { zh: '在图中载明事项范围内', en: 'Within what the plan states' },
  // What a loosened configuration keeps from being found must not read as absent.
  withinLoosened: {
    zh: '在图中载明事项范围内、按放宽后的配置（见首部）',
    en: 'Within what the plan states, and by a configuration that was loosened (see above)',
  },
  // Nor may what the author leaves out of the plan.
  butLeftOut: {
    zh: '、不计设计人员删去的内容（见首部）',
    en: ', without what its author leaves out (see above)',
  },
  found: {
    zh: '不符合{fail}处{clauses}，待补充{open}处，须审查判定{review}处{drawing}{undecided}{rest}',
    en: '{fail} not complying{clauses}, {open} open, {review} for review{drawing}{undecided}{rest}',
  },
  againstClauses: { zh: '（涉及条文{n}项）', en: ' (by {n} {n|clause|clauses})' },
  drawingFaults: { zh: '；图纸差错{n}处', en: '; {n} {n|fault|faults} of the drawing' },
  undecided: { zh: '，另有{n}项因此未判定', en: ', and {n} more undecided for them' },
  undecidedAlone: {
    zh: '，另有{n}项因图纸内容有误未判定',
    en: ', and {n} more undecided for faults in the plan',
  },
  restPasses: { zh: '；其余未发现不符合。', en: '; nothing found otherwise.' },
  stop: { zh: '。', en: '.' },
  nothingJudged: { zh: '没有可以判定的事项。', en: 'nothing could be judged.' },
  nothingFound: { zh: '未发现不符合。', en: 'nothing found.' },
  verdicts: { zh: '共{n}项判定：', en: '{n} verdicts: ' },
  count: { zh: '{name}{n}', en: '{n} {name}' },
  countWarnings: { zh: '{name}{n}', en: '{n} {name}s' },
  countWaived: { zh: '例外说明（无豁免效力）{n}', en: '{n} waived (without legal effect)' },
  grazesCount: {
    zh: '；另有仅在门、帘开启时的轻微掠视{n}处，按本工具参数（非法定）未列为问题。',
    en: "; {n} slight views only with a door or curtain open, by sitecam's parameters (not the law's) not made findings.",
  },
  waivers: {
    zh: '{holder}{n}条，其中{applied}条适用于上列问题。',
    en: ' {holder} {n} {n|waiver|waivers}, of which {applied} {applied|applies|apply} to a finding.',
  },
  planHolds: { zh: '图中载有例外说明', en: 'The plan holds' },
  filesHold: { zh: '例外说明文件载有例外说明', en: 'The files of waivers hold' },
  bothHold: { zh: '图中和例外说明文件载有例外说明', en: 'The plan and the files of waivers hold' },
  total: { zh: '合计{n}份设计图{without}：{loosened}', en: '{n} plans in all{without}: {loosened}' },
  totalWithout: { zh: '（{reasons}）', en: ' ({reasons})' },
  totalLoosened: {
    zh: '其中{n}份按放宽后的配置审查，放宽事项见首部；',
    en: '{n} of them by a configuration that was loosened, as is said first; ',
  },
  totalLeftOut: {
    zh: '其中{n}份有设计人员删去的内容，见首部；',
    en: '{n} of them without what the author leaves out, as is said first; ',
  },
  totalUnread: {
    zh: '{n}份无法读取，未作任何判定',
    en: "{n} can't be read, and no verdicts on {n|it|them}",
  },
  totalUnjudged: {
    zh: '{n}份不具备审查条件，未作任何判定',
    en: '{n} not judged for faults of configuration, law pack or region',
  },
  noPlan: { zh: '本次没有须审查的设计图，未作任何判定。', en: 'No plan was to be linted; no verdicts.' },

  graver: { zh: '结论加重', en: 'the verdict is graver' },
  law: { zh: '新增依据', en: 'by a law that was not judged by then' },
  altered: { zh: '所涉设备、区域或者门窗有改动', en: 'a device, zone or opening concerned was altered' },
  more: { zh: '可及范围扩大或者覆盖减少', en: 'more is seen or heard, or less is covered' },
  compared: {
    zh: '与比对基准相比：新增{new}项，变化{changed}项，未变{unchanged}项，已消除{gone}项{off}。',
    en: ' Against the baseline: {new} new, {changed} changed, {unchanged} unchanged, {gone} gone{off}.',
  },
  comparedOff: { zh: '；规则未执行而未比对{n}项', en: '; {n} not compared, their rule is off' },
  leftOut: {
    zh: '与比对基准相比未变的{n}项未列于此，仍计入结论，见其他格式的报告。',
    en: '{n} findings that are unchanged since the baseline are not shown here; they count all the same, and the other reports have them.',
  },
  goneTitle: { zh: '与比对基准相比已消除的问题', en: 'Gone since the baseline' },
  goneNow: { zh: '现为{outcome}', en: 'now {outcome}' },
  goneNoVerdict: { zh: '现无此项判定', en: 'no such verdict now' },

  subject: { zh: '对象', en: 'Subject' },
  was: { zh: '原结论', en: 'Was' },
  now: { zh: '现状', en: 'Now' },
  rule: { zh: '规则', en: 'Rule' },
  verdict: { zh: '结论', en: 'Verdict' },
  finding: { zh: '内容', en: 'Finding' },
  reason: { zh: '理由', en: 'Reason' },
  by: { zh: '说明人', en: 'By' },
  document: { zh: '文件', en: 'Document' },
  until: { zh: '有效至', en: 'Until' },
  assumption: { zh: '事项', en: 'What' },
  value: { zh: '取值', en: 'Value' },
  origin: { zh: '来源', en: 'Whose' },

  checklist: { zh: '材料核对清单', en: 'Checklist of papers' },
  tick: { zh: '核对', en: 'Checked' },
  box: { zh: '□', en: '□' },
  paperClause: { zh: '条款', en: 'Clause' },
  paper: { zh: '核对事项', en: 'To check' },
  statement: { zh: '图中载明', en: 'The plan states' },
  notStatedYet: { zh: '图中未载明', en: 'The plan states nothing of it' },
  notStated: { zh: '图中未载明', en: 'nothing' },

  afterLead: { zh: '{lead}……{words}', en: '{lead} … {words}' },
  clauseIs: { zh: '依据：{clause}。', en: 'Clauses: {clause}.' },
  byReading: { zh: '按本工具对该项的理解', en: "by sitecam's reading" },
  'prohibits-installing': { zh: '场所认定：{clauses}', en: 'the place is private by {clauses}' },
  refers: { zh: '参照：{clauses}', en: 'see also {clauses}' },
  mayApply: {
    zh: '{condition}，可能适用{clauses}；是否处罚及幅度由公安机关依法决定。',
    en: '{condition}, {clauses} may apply; whether and how much to punish is for the public security organ to decide by law.',
  },
  ifConfirmed: { zh: '如经查证属实', en: 'If it is found to be as marked' },
  ifBuilt: { zh: '如按本图实施', en: 'If carried out as drawn' },
  packWithoutPenalty: { zh: '法规数据包未载{clause}的罚则。', en: 'The pack states no penalty for {clause}.' },
  noPenalty: { zh: '{clause}本条例未设罚则。', en: 'This regulation sets no penalty for {clause}.' },
  noPenaltyThere: { zh: '{clause}，该条例未设罚则。', en: 'That regulation sets no penalty for {clause}.' },

  inOrder: { zh: '{subject}是否妥当？', en: 'Is {subject} in order?' },
  complies: { zh: '{subject}是否符合{law}？', en: 'Does {subject} comply with {law}?' },

  worstPoint: { zh: '最不利点{point}', en: 'worst point {point}' },
  distance: { zh: '距离{value}', en: 'distance {value}' },
  density: { zh: '该点像素密度{value}', en: 'there {value}' },
  area: { zh: '面积{value}', en: 'area {value}' },
  depth: { zh: '深{value}', en: 'depth {value}' },
  sightLine: { zh: '视线：{text}。', en: 'Sight line: {text}.' },
  path: { zh: '路径：{text}。', en: 'Path: {text}.' },
  coverage: {
    zh: '覆盖率{fraction}，即{covered}／{area}，本工具设定值{threshold}，非法定{blind}',
    en: "coverage {fraction} of {area} ({covered}), sitecam's threshold {threshold} (not the law's){blind}",
  },
  blind: { zh: '；最大盲区{area}', en: '; largest blind area {area}' },
  measured: { zh: '量算：{text}。', en: 'Measured: {text}.' },
  grazes: {
    zh: '仅在门、帘开启时的轻微掠视{n}处，按本工具参数（非法定）未列为问题',
    en: "{n} slight views only with a door or curtain open, by sitecam's parameters (not the law's) not made findings",
  },
  findingRows: {
    zh: '该设备另有{n}处同类情形：{places}。',
    en: 'The device has {n} more {n|finding|findings} of the kind: {places}.',
  },
  undecidedRows: {
    zh: '因同一差错另有{n}项未判定：{places}。',
    en: 'For the same fault {n} more {n|is|are} undecided: {places}.',
  },
  passRows: {
    zh: '本规则另有{n}处同样未发现不符合：{places}。',
    en: 'By this rule nothing was found in {n} more {n|place|places} either: {places}.',
  },
  rowsElsewhere: { zh: '逐处见其他格式的报告。', en: 'The other reports list each.' },
  areaHead: { zh: '面积', en: 'Area' },
  densityHead: { zh: '最不利点像素密度', en: 'Density at the worst point' },
  coveredHead: { zh: '覆盖率', en: 'Coverage' },
  densityAtWorst: { zh: '最不利点像素密度{value}', en: '{value} at the worst point' },
  coveredBy: { zh: '覆盖率{value}', en: 'coverage {value}' },
  besides: { zh: '另有{text}', en: '{text}' },

  notJudged: {
    zh: '{text}因此有{n}份设计图未作任何判定：{plans}。',
    en: '{text} {n} {n|plan was|plans were} not judged for this: {plans}.',
  },
  andOthers: { zh: '{plans}等', en: '{plans} and others' },
});
