// Texts of drawings in both languages.
import { catalogue } from '../i18n/catalogue.js';

export const t = catalogue('draw', {
  required: { zh: '应当设防的部位', en: 'must be protected' },
  private: { zh: '禁止采集音视频的区域', en: 'no sound or image' },
  other: { zh: '其他区域', en: 'other zone' },
  withArticle: { zh: '{text}（{article}）', en: '{text} ({article})' },
  must: { zh: '最小可视范围', en: 'must-see (worst case)' },
  may: { zh: '最大可视范围', en: 'may-see (at most)' },
  remainder: { zh: '盲区（按设计指标，非法定）', en: "blind area (sitecam's criterion)" },
  sightLine: { zh: '视线或者声音路径（×为最不利点）', en: 'sight or sound, × worst point' },
  glass: { zh: '玻璃墙', en: 'glass wall' },
  existing: { zh: '已装（空心）', en: 'installed (hollow)' },
  visitor: { zh: '在其他楼层（虚线圈）', en: 'on another level (ringed)' },
  removed: { zh: '拆除（画叉）', en: 'to be removed (crossed)' },
  unknownUse: { zh: '用途未定', en: 'Use unknown' },
  scale: { zh: '{length} 米', en: '{length} m' },
  north: { zh: '北', en: 'N' },
  legend: { zh: '图例', en: 'Legend' },
  findings: { zh: '图中标注的问题（编号同报告）', en: 'Findings (numbered as in the report)' },
  others: { zh: '等{all}处', en: ' (+{n})' },
  moreFindings: { zh: '另有{n}项见报告。', en: '{n} more in the report.' },
  law: { zh: '审查依据', en: 'Judged by' },
  textVersion: { zh: '文本', en: 'Text' },
  pack: { zh: '数据包', en: 'Pack' },
  today: { zh: '审查日', en: 'Day' },
  notDrawn: { zh: '本图未画', en: 'Not drawn' },
  views: { zh: '可视范围', en: 'Views' },
  onlyViews: { zh: '仅画设备{device}的', en: 'of device {device} only' },
  crowded: {
    zh: '设备较多，仅列有问题的设备的最大可视范围。',
    en: 'Many devices: may-see is drawn only where there is a finding.',
  },
  noRoom: { zh: '{labels}因位置不足未注出。', en: 'No room for {labels}.' },
  deviceIds: { zh: '{n}台设备的编号', en: '{n} device {n|id|ids}' },
  signIds: { zh: '{n}处提示标识的编号', en: '{n} sign {n|id|ids}' },
  findingNumbers: { zh: '{n}处问题的编号', en: '{n} finding {n|number|numbers}' },
  elsewhere: {
    zh: '另有{n}项问题不能在本层图中标注，见报告。',
    en: '{n} more {n|finding has|findings have} no place on this level; see the report.',
  },
  findingsLeft: { zh: '未画的问题', en: 'Findings left out' },
  without: { zh: '按要求另有{n}项未画，见报告', en: '{n} on request, see the report' },
  from: { zh: '{id}（{level}）', en: '{id} ({level})' },
  comma: { zh: '，', en: ', ' },
  items: { zh: '、', en: ', ' },
});

/**
 * Names of the layers left out of a drawing. That of the findings says how many they are, so that nobody takes the
 * sheet for one of a level without findings.
 */
export const omitted = catalogue('draw/omitted', {
  zones: { zh: '区域', en: 'zones' },
  must: { zh: '最小可视范围', en: 'must-see (worst case)' },
  may: { zh: '最大可视范围', en: 'may-see (at most)' },
  remainder: { zh: '盲区', en: 'blind areas' },
  devices: { zh: '设备', en: 'devices' },
  findings: { zh: '问题（本层{n}项，见报告）', en: 'findings ({n} on this level, see the report)' },
  labels: { zh: '名称和设备编号', en: 'names and device ids' },
});

/** Names of the layers of an overlay in CAD, and texts of the table on the last of them. */
export const overlay = catalogue('draw/overlay', {
  fail: { zh: 'SITECAM-不符合', en: 'SITECAM-FAIL' },
  review: { zh: 'SITECAM-须审查判定', en: 'SITECAM-REVIEW' },
  open: { zh: 'SITECAM-待补充', en: 'SITECAM-OPEN' },
  warning: { zh: 'SITECAM-提示', en: 'SITECAM-WARNING' },
  may: { zh: 'SITECAM-最大可视范围', en: 'SITECAM-MAY-SEE' },
  must: { zh: 'SITECAM-最小可视范围', en: 'SITECAM-MUST-SEE' },
  notes: { zh: 'SITECAM-说明', en: 'SITECAM-NOTES' },
  drawing: { zh: 'CAD图', en: 'CAD drawing' },
  on: { zh: '{file}，按其坐标和单位', en: '{file}, in its coordinates and unit' },
  onNone: { zh: '设计图未记所据CAD图，坐标以米计', en: "the plan doesn't name one; coordinates are in metres" },
  number: { zh: '编号', en: 'No.' },
  outcome: { zh: '结论', en: 'Outcome' },
  clause: { zh: '条文', en: 'Clause' },
  thing: { zh: '对象', en: 'Subject' },
  todo: { zh: '处理', en: 'What to do' },
  handle: { zh: '{thing}（{id}句柄{handle}）', en: '{thing} (handle {handle} of {id})' },
  block: { zh: '{thing}（{id}图块{block}）', en: '{thing} (block {block} of {id})' },
  both: { zh: '{thing}（{id}句柄{handle}，图块{block}）', en: '{thing} (handle {handle} of {id}, block {block})' },
  clean: { zh: '本层图中没有可以标注的问题', en: 'no finding has a place on this level' },
});
