// Texts of the form in both languages.
import { catalogue } from '../../i18n/catalogue.js';

export const t = catalogue('opinion', {
  // What a form has if no law of the report names one.
  title: { zh: '技防系统设计方案审查意见表', en: 'Review of a design for a technical security system: opinion' },
  agreed: { zh: '同意', en: 'agreed' },
  agreedAmended: { zh: '修改后同意', en: 'agreed once amended' },
  refused: { zh: '不同意', en: 'not agreed' },
  developer: { zh: '建设单位（章）', en: 'Developer (seal)' },
  police: { zh: '公安机关（章）', en: 'Police (seal)' },
  designer: { zh: '设计单位（章）', en: 'Design unit (seal)' },
  builder: { zh: '施工单位（章）', en: 'Construction unit (seal)' },
  experts: { zh: '技术专家', en: 'Technical experts' },

  // Joining.
  items: { zh: '、', en: ', ' },
  clauses: { zh: '；', en: '; ' },
  colon: { zh: '：', en: ': ' },
  stop: { zh: '。', en: '.' },
  empty: { zh: '', en: '' },
  box: { zh: '□', en: '□' },
  ticked: { zh: '{text}　　', en: '{text}   ' },
  close: { zh: '{text} ', en: '{text} ' },
  labelled: { zh: '{label}：', en: '{label}: ' },
  ended: { zh: '{text}。', en: '{text}.' },
  asked: { zh: '{text}？', en: '{text}?' },

  // The head.
  project: { zh: '项目名称', en: 'Project' },
  operator: { zh: '建设（使用）单位', en: 'Developer (operator)' },
  design: { zh: '设计单位', en: 'Design unit' },
  construction: { zh: '施工单位', en: 'Construction unit' },
  contact: { zh: '联系人、电话', en: 'Contact, telephone' },
  submitted: { zh: '送审日期', en: 'Submitted on' },
  number: { zh: '审查编号', en: 'No.' },
  day: { zh: '审查日', en: 'Day of review' },
  plan: { zh: '送审图纸', en: 'Plan submitted' },
  planFile: { zh: '{file}（SHA-256前16位{hash}）', en: '{file} (SHA-256 begins {hash})' },
  category: { zh: '场所类别', en: 'Category' },
  unstated: { zh: '图中未载明', en: 'not stated' },
  basis: { zh: '审查依据', en: 'Judged by' },
  lawIn: { zh: '《{law}》（{version}）', en: '{law} ({version})' },
  lawAs: { zh: '《{law}》（{version}，以下简称“{short}”）', en: "{law} ({version}; below '{short}')" },
  amended: {
    zh: '文本此后是否修正未核，以现行有效文本为准。',
    en: 'Whether the texts were amended since was not checked; the texts in force prevail. English names of laws are unofficial translations.',
  },
  cautions: {
    zh: '本次审查有{n}项前提和限制，见附件首页，签署前请先阅读。',
    en: 'The review rests on {n} {n|condition|conditions} on the first page of the annex; read {n|it|them} before signing.',
  },
  cautionsNamed: {
    zh: '{reasons}。本次审查共有{n}项前提和限制，见附件首页，签署前请先阅读。',
    en: 'Note: {reasons}. The review rests on {n} {n|condition|conditions} on the first page of the annex; read {n|it|them} before signing.',
  },
  noDay: { zh: '　　　　年　　月　　日', en: '(day, month, year)' },
  shortDay: { zh: '　年　月　日', en: '(date)' },

  // The figure.
  figureTitle: {
    zh: '图1　问题位置（编号与下表一致）',
    en: 'Figure 1: where the findings are (numbered as below)',
  },
  figureAlt: { zh: '问题位置图', en: 'Plan with the places of the findings' },
  inFigure: { zh: '图1-{mark}', en: 'Fig. 1-{mark}' },
  onPaper: { zh: '项目资料', en: 'papers' },
  hidden: { zh: '已隐去', en: 'redacted' },
  wholeSite: { zh: '全场所', en: 'whole site' },

  // Problems.
  problems: { zh: '一、问题', en: '1. Problems' },
  problemCounts: { zh: '一、问题（{counts}）', en: '1. Problems ({counts})' },
  failCount: { zh: '不符合{n}处，涉及条文{clauses}项', en: '{n} against {clauses} {clauses|clause|clauses}' },
  openCount: { zh: '待补充{n}处', en: '{n} open' },
  noProblems: {
    zh: '在图中载明事项范围内未发现不符合，也没有待补充的事项。',
    en: 'Within what the plan states nothing was found that does not comply, and nothing is open.',
  },
  noneButUndecided: {
    zh: '在图中载明且能够判定的事项范围内未发现不符合；另有未能判定的事项，不表示符合。',
    en: 'Within what the plan states and what could be judged of it nothing was found that does not comply; more could not be judged, which does not mean that it complies.',
  },
  noneButDrawing: {
    zh: '在图中载明事项范围内未发现不符合；另有图纸差错须更正。',
    en: 'Within what the plan states nothing was found that does not comply; faults of the drawing remain to be corrected.',
  },
  nothingJudged: {
    zh: '图中没有可以判定的事项，不表示符合。',
    en: 'Nothing in the plan could be judged; this does not mean that it complies.',
  },
  restClean: {
    zh: '除上列和附件所列以外，在图中载明事项范围内未发现不符合。',
    en: 'Beyond this and the annex nothing was found within what the plan states.',
  },
  row: { zh: '编号', en: 'No.' },
  problem: { zh: '问题和条款', en: 'Problem and clauses' },
  place: { zh: '位置', en: 'Place' },
  amend: { zh: '修改要求', en: 'To amend' },
  rectify: { zh: '整改要求', en: 'To put right' },
  annexNumbers: { zh: '附件第{numbers}项', en: 'annex no. {numbers}' },
  failsInAnnex: {
    zh: '另有不符合{n}处见附件。',
    en: '{n} more that {n|does|do} not comply {n|stands|stand} in the annex.',
  },
  opensInAnnex: { zh: '另有待补充{n}处见附件。', en: '{n} more open {n|point stands|points stand} in the annex.' },
  restInAnnex: { zh: '另有{n}处见附件。', en: '{n} more {n|stands|stand} in the annex.' },
  drawing: {
    zh: '图纸差错{n}处，不计入上列问题，见附件，请设计单位更正。',
    en: '{n} {n|fault|faults} of the drawing, not counted above; see the annex; for the design unit to correct.',
  },
  undecided: {
    zh: '另有{n}项因此未判定。',
    en: '{n} more {n|question|questions} cannot be judged for that reason.',
  },
  undecidedAlone: {
    zh: '{n}项因图纸内容有误未判定，见附件。',
    en: '{n} {n|question|questions} cannot be judged for faults in the plan; see the annex.',
  },
  readings: {
    zh: '带※的条款，按本工具对该项的理解。',
    en: "* By sitecam's reading of the clause.",
  },
  byPhase: {
    zh: '图中载明项目处于{phase}阶段，未逐台标明是否已安装的，按已安装审查。',
    en: 'The project is stated to be in the phase {phase}; what is not marked one way or the other is judged as installed.',
  },
  criteria: {
    zh: '设计指标等提示{n}处（本工具设定，非法定），见附件。',
    en: "{n} {n|hint|hints} on criteria (this tool's, not the law's): see the annex.",
  },
  waived: {
    zh: '编制人另有例外说明{n}处（无豁免效力），见附件。',
    en: '{n} {n|waiver|waivers} of the author (without legal effect): see the annex.',
  },

  // Questions.
  questions: { zh: '二、须当面核实（{n}处）', en: '2. To check in person ({n})' },
  noQuestions: { zh: '没有须当面核实的事项。', en: 'Nothing needs checking in person.' },
  question: { zh: '须核实的事项', en: 'What to check' },
  result: { zh: '核实结果', en: 'Result' },
  complies: { zh: '符合', en: 'complies' },
  fails: { zh: '不符合', en: 'does not' },
  toAmend: { zh: '修改', en: 'amend' },
  toRectify: { zh: '整改', en: 'put right' },

  // The list of papers.
  papers: {
    zh: '三、材料核对清单（{n}项，未作判定，请按原件核对后勾选；冒号后为图中载明）',
    en: '3. Papers ({n}, not judged; tick once compared with the originals)',
  },
  noPapers: { zh: '三、材料核对清单：无。', en: '3. Papers: none.' },
  paper: { zh: '{item}（{clauses}）', en: '{item} ({clauses})' },
  paperStated: { zh: '{item}（{clauses}）：{stated}', en: '{item} ({clauses}): {stated}' },

  // Conclusion and signatures.
  conclusion: { zh: '四、结论', en: '4. Conclusion' },
  conclusionUnder: { zh: '四、结论（{clause}）', en: '4. Conclusion ({clause})' },
  opinion: { zh: '意见', en: 'Opinion' },
  deadline: { zh: '{what}期限', en: 'To {what} by' },
  amending: { zh: '修改', en: 'amend' },
  rectifying: { zh: '整改', en: 'put right' },
  again: { zh: '复审', en: 'Second review' },
  inWriting: { zh: '书面', en: 'in writing' },
  onSite: { zh: '现场', en: 'on site' },
  signer: { zh: '签名', en: 'Signature' },
  received: { zh: '签收（建设单位）', en: 'Received (developer)' },
  annex: {
    zh: '　　附件：逐条审查意见表（罚则、条款原文、视线、审查前提；编号见各行）。',
    en: 'Annex: the review sheet, with penalties, the words of the clauses, sight lines and assumptions, under the numbers of each row.',
  },
  made: {
    zh: '本表一至三项由{author}依据图中载明的事项以{tool}生成，供审查使用，不是行政决定；是否处罚及幅度由公安机关依法决定。',
    en: 'Parts 1 to 3 were made by {author} with {tool} from what the plan states. They are an aid to the review and no administrative decision; whether and how to punish is for the police to decide by law.',
  },
  theAuthor: { zh: '设计单位', en: 'the design unit' },
  theReviewer: { zh: '审查人', en: 'the reviewer' },
  check: { zh: '核验：sitecam verify 本表 设计图', en: 'To verify: sitecam verify FORM PLAN' },

  // A plan without verdicts.
  located: { zh: '{where}：{text}', en: '{where}: {text}' },
  unread: { zh: '未作判定的原因', en: 'Why nothing was judged' },
  moreFaults: { zh: '另有{n}处，见附件。', en: '{n} more: see the annex.' },
});

/** Cautions that whoever signs must know of, by kind. */
export const signedUnder = catalogue('opinion-caution', {
  redacted: { zh: '图中名称已隐去', en: 'the names of the plan are redacted' },
  decided: { zh: '有对须当面核实事项的审查决定', en: 'an organ decided on what is to be checked in person' },
  written: { zh: '依据自行编写的法规数据包审查', en: 'judged by a law pack that this tool does not ship' },
  unjudged: { zh: '有适用的法规未列入审查依据', en: 'a law that applies was not judged by' },
  foreign: {
    zh: '所依据的法规有不适用于本场所或者文本不全的',
    en: 'judged by a law that is not in force there or whose text is incomplete',
  },
  region: { zh: '图中未载明场所所在地区', en: 'the plan does not state the region' },
  loosened: { zh: '配置放宽了本工具的设定', en: 'a configuration loosened the settings of this tool' },
  'left-out': {
    zh: '设计人员删去了图中的内容，未按其审查',
    en: 'the author leaves out what is drawn, and nothing is judged by it',
  },
  compared: { zh: '已与比对基准比较', en: 'compared with a baseline' },
});

/** Short sentences on facts, by what they are about; the clauses follow. */
export const facts = catalogue('opinion-fact', {
  inside: { zh: '设备{device}设于{places}内', en: 'device {device} is in {places}' },
  beside: { zh: '设备{device}设于{places}附近', en: 'device {device} is near {places}' },
  seen: { zh: '设备{device}可及{places}', en: 'device {device} may see into {places}' },
  seenThrough: {
    zh: '设备{device}经{openings}可及{places}',
    en: 'device {device} may see through {openings} into {places}',
  },
  seenOpen: {
    zh: '设备{device}：门开启时可及{places}',
    en: 'device {device}: with doors open it may see into {places}',
  },
  seenMixed: {
    zh: '设备{device}可及{places}（其中{n}处须门开启）',
    en: 'device {device} may see into {places} ({n} of them only with doors open)',
  },
  opening: { zh: '{kind}{name}', en: '{kind} {name}' },
  openings: { zh: '{opening}等{n}处门窗', en: '{opening} and {others} more' },
  across: { zh: '设备{device}跨层可及{places}', en: 'device {device} may see across levels into {places}' },
  heard: { zh: '设备{device}的拾音范围可及{places}', en: 'the pickup of device {device} reaches {places}' },
  unknownInside: {
    zh: '设备{device}设于{places}内，图中未注明其是否具有音视频采集功能',
    en: 'device {device} is in {places}, and the plan does not say whether it captures sound or image',
  },
  unknownNear: {
    zh: '设备{device}邻近{places}，图中未注明其是否具有音视频采集功能',
    en: 'device {device} is near {places}, and the plan does not say whether it captures sound or image',
  },
  unknown: {
    zh: '设备{device}设于{places}内或者邻近，图中未注明其是否具有音视频采集功能',
    en: 'device {device} is in or near {places}, and the plan does not say whether it captures sound or image',
  },
  bare: {
    zh: '{places}未见设于或者作用于该部位的技防产品或者技防系统',
    en: 'nothing that protects {places} is drawn there',
  },
  covered: {
    zh: '{places}设有技防产品或者技防系统，其作用面积占该部位的{fraction}，未达到{threshold}（本工具判定值，非法定）',
    en: 'what protects {places} acts on {fraction} of it, below {threshold} (a figure of this tool, not the law)',
  },
  partly: { zh: '{places}的设防', en: 'how {places} {n|is|are} protected' },
  undeclared: {
    zh: '图中未标明{role}，也未说明无此部位',
    en: 'the plan shows no {role} and does not say that there is none',
  },
  noSigns: { zh: '图像采集设备可及公共区域，全图未见提示标识', en: 'cameras see public zones, and no sign is drawn' },
  unsigned: { zh: '{places}未见提示标识', en: 'no sign is seen on the way into {places}' },
  signs: { zh: '{places}的提示标识', en: 'the signs on the way into {places}' },
  mislabelled: {
    zh: '{places}的名称与所标用途可能不一致',
    en: 'the name of {places} may not agree with the use stated',
  },
  several: { zh: '{first}等{n}处', en: '{first} and {others} more' },
  cut: { zh: '{text}……（全文见附件）', en: '{text} … (in full in the annex)' },
});

/** Sentences that say, after a fact, how it stands with the law. */
export const predicates = catalogue('opinion-predicate', {
  planned: { zh: '{fact}，按本图施工将不符合{leads}', en: '{fact}; built as drawn, it will not comply with {leads}' },
  hidden: { zh: '{fact}，不符合{leads}', en: '{fact}: this does not comply with {leads}' },
  marked: {
    zh: '{fact}（图中标明已安装），涉嫌不符合{leads}',
    en: '{fact} (marked as installed) and may not comply with {leads}',
  },
  installed: { zh: '{fact}，涉嫌不符合{leads}', en: '{fact} and may not comply with {leads}' },
  drawn: { zh: '{fact}，按本图不符合{leads}', en: '{fact}; as drawn, this does not comply with {leads}' },
  stated: { zh: '{fact}，按图中载明不符合{leads}', en: '{fact}; as stated, this does not comply with {leads}' },
  open: { zh: '{fact}，无法按{leads}判定', en: '{fact}, so that {leads} cannot be judged' },
  review: { zh: '{fact}，是否符合{leads}', en: '{fact}: does it comply with {leads}' },
  reading: { zh: '{text}※', en: '{text}*' },
  otherwise: { zh: '{text}；{clauses}{outcome}', en: '{text}; {clauses}: {outcome}' },
});

/** Texts on what to do about a row, short enough for the form. */
export const remedies = catalogue('opinion-remedy', {
  moveOut: { zh: '移出。', en: 'Move it out.' },
  moveAway: { zh: '移至他处或者加实体遮挡。', en: 'Move it away or put up a screen.' },
  turn: { zh: '调整角度或者设永久遮蔽。', en: 'Turn it, or mask it for good.' },
  noSound: { zh: '改用无拾音的型号，或者移远。', en: 'Use a model without sound, or move it away.' },
  sayWhat: { zh: '补充产品型号及功能说明。', en: 'State the model and what it captures.' },
  protect: { zh: '补设技防产品或者技防系统。', en: 'Add technical security.' },
  sign: { zh: '补设显著的提示标识。', en: 'Put up a clear sign.' },
  clarify: { zh: '核对用途，更正或者书面说明。', en: 'Check the use; correct or explain it.' },
  amend: { zh: '修改设计。', en: 'Amend the design.' },
  papers: { zh: '补正材料或者手续。', en: 'Put the papers in order.' },
  complete: { zh: '补充载明，或者书面说明。', en: 'Complete the plan, or explain in writing.' },
  first: { zh: '先依{clause}报告；{text}', en: 'First report under {clause}; {text}' },
});
