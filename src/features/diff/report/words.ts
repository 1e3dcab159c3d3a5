// Words that all formats of a comparison share, in both languages.
import type { Localized } from '../../../i18n/locale.js';
import type { ElementKind, FactGroup, VerdictChange } from '../compare/types.js';
import type { PairState } from './types.js';

/** Names of the kinds of element. */
export const ELEMENT_LABELS: Readonly<Record<ElementKind, Localized>> = {
  zone: { zh: '区域', en: 'zone' },
  wall: { zh: '墙', en: 'wall' },
  opening: { zh: '门窗洞口', en: 'opening' },
  device: { zh: '设备', en: 'device' },
  sign: { zh: '提示标识', en: 'sign' },
};

/** Names of the groups of facts. */
export const FACT_GROUP_LABELS: Readonly<Record<FactGroup, Localized>> = {
  site: { zh: '场所', en: 'site' },
  level: { zh: '楼层', en: 'level' },
  waiver: { zh: '例外说明', en: 'waiver' },
  absent: { zh: '不设该部位的声明', en: 'declared absent' },
  override: { zh: '改写', en: 'override' },
  project: { zh: '项目资料', en: 'project' },
  configuration: { zh: '配置', en: 'configuration' },
};

/** Names of the changes of a verdict. */
export const CHANGES: Readonly<Record<VerdictChange, Localized>> = {
  new: { zh: '新增', en: 'new' },
  worse: { zh: '加重', en: 'worse' },
  unwaived: { zh: '不再列为例外说明', en: 'no longer waived' },
  waived: { zh: '列为例外说明（无豁免效力）', en: 'waived (without legal effect)' },
  better: { zh: '减轻', en: 'better' },
  gone: { zh: '已消除', en: 'gone' },
  other: { zh: '其他变化', en: 'otherwise' },
};

/** Names of the states of a pair. */
export const STATES: Readonly<Record<PairState, Localized>> = {
  unchanged: { zh: '没有差别', en: 'no difference' },
  changed: { zh: '有改动', en: 'changed' },
  added: { zh: '新增的设计图', en: 'a new plan' },
  removed: { zh: '已删除的设计图', en: 'a plan that was removed' },
  unreadable: { zh: '无法读取，未作比较', en: "can't be read; not compared" },
};

/** Titles and column heads. */
export const DIFF_TEXTS = {
  title: { zh: '技防设计图改动比对', en: 'Changes of a security design plan' },
  old: { zh: '原图', en: 'Old' },
  new: { zh: '新图', en: 'New' },
  missing: { zh: '无', en: 'none' },
  edits: { zh: '图纸和配置的改动', en: 'Edits' },
  verdicts: { zh: '判定的变化', en: 'Verdicts that changed' },
  coverage: {
    zh: '确定可视范围的变化（最小可视范围，按区域所要求的像素密度）',
    en: 'Seen for certain (must-see, at the density asked of each zone)',
  },
  privacy: { zh: '禁止采集区域可见范围的变化（最大可视范围）', en: 'Private places that may be seen (may-see)' },
  drawings: { zh: '改动图', en: 'Drawings' },
  number: { zh: '序号', en: 'No.' },
  level: { zh: '楼层', en: 'Level' },
  what: { zh: '对象', en: 'What' },
  edit: { zh: '改动', en: 'Edit' },
  change: { zh: '变化', en: 'Change' },
  subject: { zh: '对象', en: 'Subject' },
  verdict: { zh: '原判定→现判定', en: 'Old → new verdict' },
  clause: { zh: '条款', en: 'Clause' },
  text: { zh: '内容', en: 'What it says' },
  why: { zh: '相关改动', en: 'Edits it hangs on' },
  rule: { zh: '规则', en: 'Rule' },
  zone: { zh: '区域', en: 'Zone' },
  density: { zh: '像素密度', en: 'Density' },
  gained: { zh: '增加', en: 'Gained' },
  lost: { zh: '减少', en: 'Lost' },
  before: { zh: '原可视/总面积', en: 'Seen before, of' },
  after: { zh: '现可视/总面积', en: 'Seen now, of' },
} as const satisfies Readonly<Record<string, Localized>>;
