// Texts of a verification.
import { catalogue } from '../../i18n/catalogue.js';

/** Texts on reports that can't be read, on what differs, and on what the answer rests on. */
export const t = catalogue('verify', {
  located: { zh: '{where}：{text}', en: '{where}: {text}' },
  unknownFormat: {
    zh: '{name}：不是 sitecam 的审查报告，或者格式无法识别。报告写在前，设计图写在后；确是报告的，用 --from 写明格式。',
    en: '{name}: no report of sitecam, or in a format that can’t be told. The report comes first, then the plans; if it is a report, name its format with --from.',
  },
  otherFormat: {
    zh: '{name}：--from 写明的格式为{requested}，而报告为{recognized}格式。',
    en: '{name}: --from says {requested}, and the report is in {recognized}.',
  },
  formerJson: {
    zh: '{name}：是 0.3.0 以前的 json 格式（第1版），本版不能核对。请用出具该报告的版本核对，或者重新审查图纸。',
    en: '{name} is JSON of version 1, from before 0.3.0, which this release can’t check. Verify it with the release that wrote it, or lint the plan anew.',
  },
  empty: {
    zh: '{name}：文件为空；确是没有问题的 github 格式报告的，写明 --from github。',
    en: '{name}: the file is empty; if it is a report in github of plans without findings, say --from github.',
  },
  more: { zh: '另有{n}处不同，加 --verbose 列出', en: '{n} more; --verbose lists them' },
  tooMany: { zh: '不同之处过多，其余未列', en: 'there are more differences, which are not listed' },

  unknown: {
    zh: '不能确认：依现有材料，无法认定报告{report}是否由所给设计图得出。',
    en: "Can't be told: by what was given nobody can say whether the report {report} is that of the plans.",
  },
  differs: {
    zh: '不一致：报告{report}与所给设计图不符{many}。',
    en: 'Differs: the report {report} is not that of the plans{many}.',
  },
  noCount: { zh: '', en: '' },
  count: { zh: '，不同之处{n}项（报告 → 重新审查）', en: ' ({n} {n|difference|differences}, report → recomputed)' },
  countOrMore: { zh: '，不同之处{n}项以上（报告 → 重新审查）', en: ' ({n} or more differences, report → recomputed)' },
  same: { zh: '一致：报告{report}由所给设计图得出。', en: 'Agrees: the report {report} is that of the plans given.' },
  partly: {
    zh: '部分一致：报告{report}涉及设计图{all}份，其中所给{n}份的内容由该图得出，其余{rest}份未核对。',
    en: 'Agrees in part: of the {all} plans in the report {report} what it says of the {n} given is theirs; the other {rest} were not verified.',
  },

  from: { zh: '重新审查的依据：', en: 'Recomputed from:' },
  plan: { zh: '设计图{name}{renamed}  SHA-256 {sha256}', en: 'plan {name}{renamed}  SHA-256 {sha256}' },
  renamed: { zh: '（报告中为{name}）', en: ' ({name} in the report)' },
  notRenamed: { zh: '', en: '' },
  pack: { zh: '法规数据包 {id}{source}  SHA-256 {sha256}', en: 'pack {id}{source}  SHA-256 {sha256}' },
  'pack-told': { zh: '', en: '' },
  'pack-configuration': { zh: '（报告未载，按配置）', en: " (by the configuration, since the report doesn't say it)" },
  'pack-default': { zh: '（报告未载，取缺省）', en: " (the default, since the report doesn't say it)" },
  run: {
    zh: 'sitecam {version}；审查日 {today}（{source}）；报告格式 {format}',
    en: 'sitecam {version}; day {today} ({source}); the report is in {format}',
  },
  'day-report': { zh: '报告所载', en: 'as the report says' },
  'day-asked': { zh: '按 --today', en: 'by --today' },
  'day-machine': { zh: '报告未载，取本机日期', en: "the machine's, since the report doesn't say it" },
  comparedSome: {
    zh: '判定{n}项逐项核对；只核对部分设计图，未逐字节核对。',
    en: "{n} {n|verdict|verdicts} compared one by one; of some of the plans alone bytes can't be compared.",
  },
  comparedAll: {
    zh: '判定{n}项逐项核对，并逐字节核对。',
    en: '{n} {n|verdict|verdicts} compared one by one, then compared byte by byte.',
  },
  comparedBytes: { zh: '逐字节核对。', en: 'Compared byte by byte.' },
  blanks: {
    zh: '表中供填写的各栏（勾选、签署、日期等）不在核对范围内。',
    en: 'What people filled in on the form (boxes, signatures, dates) was not compared.',
  },
  noHashes: {
    zh: '该报告不载图纸文件的 SHA-256：另一份设计图如果得出完全相同的报告，核对也会一致。',
    en: 'This report doesn’t hold the SHA-256 of the plan: another plan of which exactly the same is said agrees with it too.',
  },
  proves: {
    zh: '核对一致只说明内容相符，不证明报告由谁出具。',
    en: 'That they agree proves what the report says, not who wrote it.',
  },

  'missing-configuration': {
    zh: '报告按配置“{path}”得出，现未给出该配置：请加 --config 文件。',
    en: "the report was made with the configuration '{path}', which isn't there: give it with --config FILE.",
  },
  'missing-decisions': {
    zh: '报告按审查决定文件“{path}”得出，现未给出该文件：请加 --decisions 文件。',
    en: "the report was made with the file of decisions '{path}', which isn't there: give it with --decisions FILE.",
  },
  'missing-baseline': {
    zh: '报告与比对基准“{path}”相比，现未给出该基准：请加 --baseline 文件。',
    en: "the report compares with the baseline '{path}', which isn't there: give it with --baseline FILE.",
  },
  'missing-pack': {
    zh: '报告依据的法规数据包“{id}”不在本工具所带之列：请用 --pack 给出。',
    en: "the report is by the pack '{id}', which doesn't come with sitecam: give it with --pack.",
  },
  packsDefault: {
    zh: '报告未载明所依据的法规数据包（本次按缺省 {ids} 核对），请用 --pack、--only-packs 给出。以下不同之处可能只是数据包之别。',
    en: "the report doesn't say which packs it is by (it was recomputed by the default, {ids}): give them with --pack or --only-packs. What differs below may be the packs' doing.",
  },
  packsConfiguration: {
    zh: '报告未载明所依据的法规数据包（本次按配置所定 {ids} 核对），请用 --pack、--only-packs 给出。以下不同之处可能只是数据包之别。',
    en: "the report doesn't say which packs it is by (it was recomputed by the configuration's, {ids}): give them with --pack or --only-packs. What differs below may be the packs' doing.",
  },
  otherVersion: {
    zh: '报告由 sitecam {report} 写出，本工具为 {now}：请用原版本核对。以下不同之处可能只是版本之别。',
    en: "the report was written by sitecam {report}; this is {now}: verify with that version. What differs below may be the versions' doing.",
  },
  tooFewPlans: {
    zh: '报告涉及设计图{report}份，给出{given}份：这种报告须给出全部设计图才能核对。',
    en: 'the report is about {report} {report|plan|plans}, and {given} {given|is|are} given: a report like this can only be verified with all of them.',
  },
  noTerms: {
    zh: '报告缺少审查条件的记录，或者记录不完整：按本次命令的选项核对，不同之处可能出于选项。',
    en: "the report lacks the record of the terms it was made on, or the record isn't whole: it was recomputed by the options given, and what differs may be theirs.",
  },
  unexpected: { zh: '报告中没有设计图“{path}”。', en: "the report has no plan '{path}'." },
  unchecked: {
    zh: '未核对：报告中的设计图“{path}”未给出。',
    en: "not verified: the plan '{path}' of the report wasn't given.",
  },

  version: { zh: '工具版本：{sides}', en: 'version: {sides}' },
  fileWithoutHash: {
    zh: '文件{name}：报告未载其 SHA-256（现为 {now}）',
    en: "file {name}: the report doesn't have its SHA-256 (now {now})",
  },
  file: { zh: '文件{name}的 SHA-256：{sides}', en: 'SHA-256 of file {name}: {sides}' },
  packData: {
    zh: '法规数据包{name}的内容（条文或者数据）：SHA-256 {sides}',
    en: 'data or text of the pack {name}: SHA-256 {sides}',
  },
  day: { zh: '审查日 {change}', en: 'day {change}' },
  language: { zh: '语言 {change}', en: 'language {change}' },
  option: { zh: '选项 {change}', en: 'option {change}' },
  value: { zh: '报告内容 {change}', en: 'content {change}' },
  line: { zh: '第{n}行：{sides}', en: 'line {n}: {sides}' },
  missing: { zh: '报告缺少判定  {name}：{outcome}', en: 'the report lacks a verdict  {name}: {outcome}' },
  added: { zh: '报告多出判定  {name}：{outcome}', en: 'the report has a verdict too many  {name}: {outcome}' },
  order: {
    zh: '判定次序  {name}：第{report}项 → 第{now}项',
    en: 'order of verdicts  {name}: no. {report} → no. {now}',
  },
  bytes: {
    zh: '内容相同，但自第{line}行起字节不同（空白、键的次序或者字符的写法）',
    en: 'what they say agrees, but bytes differ from line {line} on (white space, the order of keys or how characters are written)',
  },
  verdict: { zh: '判定  {name}', en: 'verdict  {name}' },
  verdictTurned: { zh: '判定  {name}：{was} → {is}', en: 'verdict  {name}: {was} → {is}' },
  moreChanges: { zh: '另有{n}处', en: 'and {n} more' },
  change: { zh: '{at}：{sides}', en: '{at}: {sides}' },
  sides: { zh: '{report} → {now}', en: '{report} → {now}' },
  noOutcome: { zh: '（无效值）', en: '(no verdict)' },
  noValue: { zh: '（无）', en: '(none)' },
});
