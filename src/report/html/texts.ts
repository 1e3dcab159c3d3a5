// Texts of the HTML page in both languages.
import { ANSWER } from '../../findings/wording/question.js';
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import { type Locale, render } from '../../i18n/locale.js';

/** Texts of the page. Its script fills in the braces of those that it needs. */
export const t = catalogue('', {
  skip: { zh: '跳到问题清单', en: 'Skip to the findings' },
  title: { zh: '技防设计图审查报告', en: 'Review of a security design plan' },
  file: { zh: '图纸', en: 'Plan' },
  plans: { zh: '各份图纸的结论', en: 'The verdict on each plan' },
  theme: { zh: '外观', en: 'Appearance' },
  'theme-auto': { zh: '跟随系统', en: "the system's" },
  'theme-light': { zh: '浅色', en: 'light' },
  'theme-dark': { zh: '深色', en: 'dark' },
  print: { zh: '打印', en: 'Print' },
  map: { zh: '平面图', en: 'Plan' },
  level: { zh: '楼层', en: 'Level' },
  'zoom-in': { zh: '放大', en: 'Zoom in' },
  'zoom-out': { zh: '缩小', en: 'Zoom out' },
  'zoom-fit': { zh: '全图', en: 'Whole level' },
  layers: { zh: '图层与图例', en: 'Layers and legend' },
  'layer-must': { zh: '最小可视范围', en: 'Must-see' },
  'layer-may': { zh: '最大可视范围', en: 'May-see' },
  'layer-remainder': { zh: '盲区', en: 'Blind areas' },
  'layer-zones': { zh: '区域', en: 'Zones' },
  'layer-devices': { zh: '设备', en: 'Devices' },
  'layer-findings': { zh: '问题', en: 'Findings' },
  'zone-required': { zh: '应当设防的部位', en: 'to be protected' },
  'zone-private': { zh: '禁止采集的区域', en: 'no capture' },
  'zone-other': { zh: '其他区域', en: 'other' },
  'key-sign': { zh: '提示标识', en: 'sign' },
  more: { zh: '+N：此处另有N处标记，见问题清单', en: '+N: N more marks here, see the findings' },
  'plan-label': {
    zh: '{level}平面图：区域{zones}个，设备{devices}台，提示标识{signs}处，问题标记{marks}处。方向键移动，加号、减号缩放，0键显示全图，N键、P键查看下一项、上一项问题。',
    en: 'Plan of {level}: {zones} zones, {devices} devices, {signs} signs, {marks} marks. Arrow keys move, plus and minus zoom, 0 shows the whole level, N and P go to the next and the previous finding.',
  },
  'level-shown': { zh: '已显示楼层{level}。', en: 'Level {level} is shown.' },
  selected: { zh: '第{n}项（{verdict}）：{subject}。{where}', en: 'Finding {n} ({verdict}): {subject}. {where}' },
  back: { zh: '回到该项', en: 'Back to the finding' },
  only: { zh: '只看该设备的问题', en: 'Only its findings' },
  findings: { zh: '问题清单', en: 'Findings' },
  'heading-fail': { zh: '不符合', en: 'Does not comply' },
  'heading-open': { zh: '待补充（无法判定）', en: 'Open (the plan does not say enough)' },
  'heading-drawing': { zh: '图纸差错', en: 'Faults of the drawing' },
  'heading-warning': { zh: '提示', en: 'Warnings' },
  'heading-review': { zh: '须由审查人判定的问题', en: 'Questions for the reviewer' },
  filter: { zh: '筛选', en: 'Filter' },
  verdict: { zh: '结论', en: 'Verdict' },
  clause: { zh: '条款', en: 'Clause' },
  'every-clause': { zh: '全部条款', en: 'every clause' },
  search: { zh: '设备、区域或者文字', en: 'Device, zone or text' },
  clear: { zh: '清除筛选', en: 'Clear' },
  count: { zh: '列出{n}项，共{all}项。', en: '{n} of {all} findings.' },
  'no-findings': { zh: '没有列为问题的判定。', en: 'Nothing was made a finding.' },
  'no-match': { zh: '没有符合筛选条件的问题。', en: 'No finding matches the filter.' },
  before: { zh: '上一页', en: 'Previous page' },
  after: { zh: '下一页', en: 'Next page' },
  page: { zh: '第{n}页，共{all}页', en: 'Page {n} of {all}' },
  pages: { zh: '分页', en: 'Pages' },
  advice: { zh: '应当修改', en: 'What to change' },
  consider: { zh: '可以考虑', en: 'To consider' },
  penalty: { zh: '罚则', en: 'Penalty' },
  and: { zh: '、', en: ', ' },
  others: { zh: '同类的其他各处（{n}）', en: 'The same elsewhere ({n})' },
  judge: { zh: `判定：${ANSWER.zh}`, en: `Judgement: ${ANSWER.en}` },
  nowhere: { zh: '该项在平面图上没有位置。', en: 'It has no place on the plan.' },
  'no-script': {
    zh: '平面图和问题清单需要运行本页脚本才能显示；不能运行的，请使用 Markdown 报告。',
    en: "The plan and the findings are shown by this page's script; where it can't run, use the Markdown report.",
  },
  clauses: { zh: '逐条结论', en: 'Clause by clause' },
  idle: { zh: '不适用的条款（{n}）', en: 'Clauses that do not apply ({n})' },
  evidence: { zh: '依据', en: 'Evidence' },
  'show-clause': { zh: '查看问题', en: 'Show findings' },
  facts: { zh: '审查依据与图纸', en: 'What was judged, and by what' },
});

/** Labels of facts that only the page tells apart. */
export const labels = catalogue('html', {
  sight: { zh: '视线', en: 'Sight line' },
  path: { zh: '路径', en: 'Path' },
  coverage: { zh: '覆盖', en: 'Coverage' },
  besides: { zh: '另有', en: 'Besides' },
});

/** Returns all texts in `locale`, templates as they are, for the page's script. */
export function wordsIn(locale: Locale): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(templatesOf(t)).map(([id, text]) => [id, render(text, locale)]));
}
