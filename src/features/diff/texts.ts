// Texts of a comparison.
import { catalogue } from '../../i18n/catalogue.js';
import type { Localized } from '../../i18n/locale.js';
import type { ElementKind, FactGroup, VerdictChange } from './compare/types.js';

/** Names of the kinds of element. */
export const ELEMENTS: Readonly<Record<ElementKind, Localized>> = catalogue('diff/element', {
  zone: { zh: '区域', en: 'zone' },
  wall: { zh: '墙', en: 'wall' },
  opening: { zh: '门窗洞口', en: 'opening' },
  device: { zh: '设备', en: 'device' },
  sign: { zh: '提示标识', en: 'sign' },
});

/** Names of the groups of facts. */
export const GROUPS: Readonly<Record<FactGroup, Localized>> = catalogue('diff/group', {
  site: { zh: '场所', en: 'site' },
  level: { zh: '楼层', en: 'level' },
  waiver: { zh: '例外说明', en: 'waiver' },
  absent: { zh: '不设该部位的声明', en: 'declared absent' },
  override: { zh: '改写', en: 'override' },
  project: { zh: '项目资料', en: 'project' },
  configuration: { zh: '配置', en: 'configuration' },
});

/** Names of the changes of a verdict. */
export const CHANGES: Readonly<Record<VerdictChange, Localized>> = catalogue('diff/change', {
  new: { zh: '新增', en: 'new' },
  worse: { zh: '加重', en: 'worse' },
  unwaived: { zh: '不再列为例外说明', en: 'no longer waived' },
  waived: { zh: '列为例外说明（无豁免效力）', en: 'waived (without legal effect)' },
  better: { zh: '减轻', en: 'better' },
  gone: { zh: '已消除', en: 'gone' },
  other: { zh: '其他变化', en: 'otherwise' },
});

/** Titles, column heads and sentences of a comparison of plans. */
export const t = catalogue('diff', {
  // Joints
  comma: { zh: '，', en: ', ' },
  pause: { zh: '、', en: ', ' },
  stop: { zh: '；', en: '; ' },
  colon: { zh: '{label}：{text}', en: '{label}: {text}' },
  brackets: { zh: '{text}（{more}）', en: '{text} ({more})' },
  arrow: { zh: '{from} → {to}', en: '{from} → {to}' },
  keyArrow: { zh: '{key}：{from} → {to}', en: '{key}: {from} → {to}' },
  figure: { zh: '{name}{from} → {to}', en: '{name} {from} → {to}' },

  // Titles and heads
  title: { zh: '技防设计图改动比对', en: 'Changes of a security design plan' },
  old: { zh: '原图', en: 'Old' },
  new: { zh: '新图', en: 'New' },
  missing: { zh: '无', en: 'none' },
  laws: { zh: '审查依据', en: 'Judged by' },
  run: { zh: '审查日；工具', en: 'Day; tool' },
  sides: { zh: '原图 {old} → 新图 {now}', en: 'Old {old} → New {now}' },
  hash: { zh: '；SHA-256 ', en: '; SHA-256 ' },
  edits: { zh: '图纸和配置的改动', en: 'Edits' },
  verdicts: { zh: '判定的变化', en: 'Verdicts that changed' },
  coverage: {
    zh: '确定可视范围的变化（最小可视范围，按区域所要求的像素密度）',
    en: 'Seen for certain (must-see, at the density asked of each zone)',
  },
  privacy: { zh: '禁止采集区域可见范围的变化（最大可视范围）', en: 'Private places that may be seen (may-see)' },
  drawings: { zh: '改动图', en: 'Drawings' },
  drawingOf: { zh: '改动图：{level}', en: 'Changes of {level}' },
  number: { zh: '序号', en: 'No.' },
  level: { zh: '楼层', en: 'Level' },
  object: { zh: '对象', en: 'What' },
  edit: { zh: '改动', en: 'Edit' },
  change: { zh: '变化', en: 'Change' },
  subject: { zh: '对象', en: 'Subject' },
  verdict: { zh: '原判定→现判定', en: 'Old → new verdict' },
  clause: { zh: '条款', en: 'Clause' },
  text: { zh: '内容', en: 'What it says' },
  why: { zh: '相关改动', en: 'Edits it hangs on' },
  zone: { zh: '区域', en: 'Zone' },
  density: { zh: '像素密度', en: 'Density' },
  gained: { zh: '增加', en: 'Gained' },
  lost: { zh: '减少', en: 'Lost' },
  before: { zh: '原可视/总面积', en: 'Seen before, of' },
  after: { zh: '现可视/总面积', en: 'Seen now, of' },
  place: { zh: '图中位置', en: 'Place in the plan' },
  fault: { zh: '错误', en: 'Fault' },
  kind: { zh: '类别', en: 'Kind' },

  // How a pair came out
  noPairs: { zh: '没有须比较的设计图，未作任何比较。', en: 'No plan was to be compared.' },
  total: {
    zh: '共比较{n}份设计图：有改动{changed}，新增{added}，删除{removed}，没有差别{unchanged}，无法读取{unreadable}；有判定加重或者新增的{worse}份。',
    en: "{n} {n|plan|plans}: {changed} changed, {added} new, {removed} removed, {unchanged} without a difference, {unreadable} that can't be read; in {worse} a verdict that counts is new or worse.",
  },
  notCompared: {
    zh: '{sides}无法读取，未作比较：有无改动、有无加重，均未判定。',
    en: "{sides} can't be read: nothing was compared, and nobody can say what changed.",
  },
  added: { zh: '新增的设计图。', en: 'a new plan. ' },
  removed: { zh: '已删除的设计图。', en: 'a plan that was removed. ' },
  unchanged: { zh: '两份设计图没有差别。', en: 'The plans do not differ.' },
  uncounted: {
    zh: '{changes}，均未达到 --fail-on {failOn} 所计的程度，不影响退出码。',
    en: "{changes}: none of them counts under --fail-on {failOn}, and the exit code isn't changed by them.",
  },
  notWorse: {
    zh: '没有判定加重或者新增（按 --fail-on {failOn} 计）。',
    en: 'No verdict that counts is new or worse (--fail-on {failOn}).',
  },
  worse: {
    zh: '有{n}项判定加重或者新增（按 --fail-on {failOn} 计）。',
    en: '{n} {n|verdict that counts is|verdicts that count are} new or worse (--fail-on {failOn}).',
  },
  noVerdictChanged: { zh: '判定没有变化', en: 'No verdict changed' },

  // Notes after the headline
  shifted: {
    zh: '图面整体平移{distance}（{east}，{north}），各项改动按平移后比较。',
    en: 'The plan was shifted as a whole by {distance} ({east}, {north}); what follows is beside that.',
  },
  east: { zh: '向东{way}', en: '{way} east' },
  west: { zh: '向西{way}', en: '{way} west' },
  north: { zh: '向北{way}', en: '{way} north' },
  south: { zh: '向南{way}', en: '{way} south' },
  editCount: { zh: '改动{n}项：{counts}。', en: '{n} {n|edit|edits}: {counts}.' },
  elementCount: { zh: '{element}{counts}', en: '{element}s {counts}' },
  factCount: { zh: '载明事项和配置改动{n}', en: 'statements and configuration {n}' },
  wayCount: { zh: '{way}{n}', en: '{n} {way}' },
  changeCount: { zh: '{change}{n}项', en: '{n} {change}' },
  verdictNote: { zh: '{changes}；{settled}未变{n}项。', en: '{changes}; {settled}{n} unchanged.' },
  verdictsSame: { zh: '判定：问题没有变化', en: 'Verdicts: no finding changed' },
  verdictsChanged: { zh: '判定：{counts}', en: 'Verdicts: {counts}' },
  settled: {
    zh: '另有{n}项未发现不符合、不适用的判定有变化；',
    en: '{n} more only among what passed or does not apply; ',
  },
  seenNote: { zh: '确定可视范围：{parts}。', en: 'Seen for certain: {parts}.' },
  privateNote: { zh: '禁止采集区域的可见范围：{parts}。', en: 'Private places that may be seen: {parts}.' },
  moreSeen: { zh: '增加{area}', en: '{area} gained' },
  lessSeen: { zh: '减少{area}', en: '{area} lost' },

  // Edits
  elementName: { zh: '{element}{id}', en: '{element} {id}' },
  // In English the path already names the group: site.categories, waivers, parameters.
  factName: { zh: '{group} {path}', en: '{path}' },
  elementAdded: { zh: '增加', en: 'added' },
  elementRemoved: { zh: '删除', en: 'removed' },
  elementChanged: { zh: '改变', en: 'changed' },
  renamed: { zh: '编号原为{id}，其余未变', en: 'renamed from {id}, otherwise the same' },
  moved: { zh: '移位{way}', en: 'moved {way}' },
  sensor: { zh: '第{n}个画面', en: 'sensor {n} ' },
  clockwise: { zh: '{sensor}顺时针转{angle}，{bearings}', en: '{sensor}turned {angle} clockwise, {bearings}' },
  anticlockwise: { zh: '{sensor}逆时针转{angle}，{bearings}', en: '{sensor}turned {angle} anticlockwise, {bearings}' },
  outline: { zh: '轮廓改变：{from} → {to}', en: 'outline changed: {from} → {to}' },
  line: { zh: '线位改变：长{from} → {to}', en: 'line changed: length {from} → {to}' },
  masksChanged: { zh: '遮蔽（masks）：有改动（{n}处）', en: 'masks: changed ({n})' },
  masks: { zh: '遮蔽（masks）：{from}处 → {to}处', en: 'masks: {from} → {to}' },
  itemAdded: { zh: '增加：{value}', en: 'added: {value}' },
  itemRemoved: { zh: '删除（原为{value}）', en: 'removed (was {value})' },
  byKind: { zh: '按类型缺省', en: "its kind's default" },

  // Verdicts
  subjectAndRule: { zh: '{subject}　{rule}', en: '{subject} · {rule}' },
  area: { zh: '可及面积', en: 'area' },
  depth: { zh: '深入', en: 'depth' },
  covered: { zh: '覆盖率', en: 'coverage' },
  was: { zh: '原为：{text}', en: 'It was: {text}' },
  byClause: { zh: '依据：{clause}', en: 'Clause: {clause}' },
  byClauseStop: { zh: '依据：{clause}。', en: 'Clause: {clause}.' },
  hangsOn: { zh: '相关改动：{why}', en: 'Edits: {why}' },
  planAdded: { zh: '新增的设计图', en: 'the plan is new' },
  planRemoved: { zh: '设计图已删除', en: 'the plan was removed' },
  noEdit: { zh: '未能归于某项改动', en: 'no edit could be told' },
  more: { zh: '等{all}项', en: ' and {more} more' },
  perhaps: { zh: '可能与{edits}有关', en: 'perhaps {edits}' },
  gone: { zh: '原图的本项判定（{subject}）不再有。', en: "The old plan's verdict on {subject} is gone." },

  // Areas
  areaLine: {
    zh: '{zone}：{parts}（原可视{before}，现{after}；{density}）',
    en: '{zone}: {parts} (saw {before}, sees {after}; {density})',
  },
  gainedArea: { zh: '增加{area}', en: 'gained {area}' },
  lostArea: { zh: '减少{area}', en: 'lost {area}' },
  zoneName: { zh: '{id}“{name}”', en: "{id} '{name}'" },
  pixels: { zh: '{figures}像素/米', en: '{figures} px/m' },
  noCriterion: { zh: '{density}，未设指标', en: '{density}, no criterion' },

  // Drawings
  drawingTitle: { zh: '{title}：{site}，{level}', en: '{title}: {site}, {level}' },
  gainedHatch: { zh: '新增的确定可视范围（右斜线）', en: 'seen for certain now (rising hatch)' },
  lostHatch: { zh: '失去的确定可视范围（左斜线）', en: 'seen no more for certain (falling hatch)' },
  exposedHatch: { zh: '禁止采集区域新增可见（交叉线）', en: 'private, may be seen now (crossed hatch)' },
  hiddenHatch: { zh: '禁止采集区域不再可见（横线）', en: 'private, no longer seen (level hatch)' },
  addedLine: { zh: '增加（粗实线）', en: 'added (thick)' },
  removedLine: { zh: '删除（长虚线）', en: 'removed (long dashes)' },
  beforeLine: { zh: '改动前的位置（点线）', en: 'where it was (dots)' },
  afterLine: { zh: '改动后的位置（箭头、实线）', en: 'where it is (arrow, solid)' },
  numberMark: { zh: '改动的序号（同报告）', en: 'number of an edit (as in the report)' },
  leftOut: { zh: '另有{n}项见报告。', en: '{n} more in the report.' },
});
