// Names of the project's facts, and their values as sentences print them.

import { catalogue } from '../../i18n/catalogue.js';
import { dayText, isDay } from '../../i18n/day.js';
import { localizedList, quoted } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { plainFigure } from '../../i18n/number.js';
import type { Fact } from './model.js';

/**
 * Names of the facts in reports, by path: keys below `project`, joined by dots, with `*` for items of lists. A test checks
 * the keys against the plan's schema.
 */
export const FACT_NAMES = catalogue('fact', {
  phase: { zh: '所处阶段', en: 'phase' },
  works: { zh: '所属建设工程', en: 'works' },
  'operator.name': { zh: '使用（经营管理）单位', en: 'operating unit' },
  'operator.address': { zh: '场所地址', en: 'address' },
  'risk.published': {
    zh: '国家发布风险等级和防护级别的文件',
    en: 'state document on risk grades and protection levels',
  },
  'risk.grade': { zh: '风险等级', en: 'risk grade' },
  'risk.level': { zh: '防护级别', en: 'protection level' },
  'risk.document': { zh: '确定风险等级的文件', en: 'document on the risk grade' },
  investment: { zh: '投资额（元）', en: 'investment (yuan)' },
  standards: { zh: '执行的标准', en: 'standards' },
  testReports: { zh: '检验检测报告', en: 'test reports' },
  'coordination.design': { zh: '综合设计的文件', en: 'document on the joint design' },
  'coordination.construction': { zh: '同步施工的文件', en: 'document on simultaneous construction' },
  'designReview.required': { zh: '规定应当论证的国家规定', en: 'state rule that asks for a design review' },
  'designReview.date': { zh: '论证日期', en: 'date of the design review' },
  'designReview.document': { zh: '论证意见', en: 'document of the design review' },
  'designReview.participants': { zh: '参加论证的各方', en: 'participants of the design review' },
  'inspection.required': { zh: '规定应当检测的国家规定', en: 'state rule that asks for an inspection' },
  'inspection.body': { zh: '检测机构', en: 'inspection body' },
  'inspection.qualified': { zh: '检测机构是否具有检验资格', en: 'whether the inspection body is qualified' },
  'inspection.qualification': { zh: '检测机构的资格证书', en: "inspection body's certificate" },
  'inspection.date': { zh: '检测日期', en: 'date of the inspection' },
  'inspection.report': { zh: '检测报告', en: 'inspection report' },
  'inspection.result': { zh: '检测结果', en: 'result of the inspection' },
  'acceptance.required': { zh: '规定应当验收的国家规定', en: 'state rule that asks for acceptance' },
  'acceptance.date': { zh: '验收日期', en: 'date of acceptance' },
  'acceptance.with': { zh: '参加验收的各方', en: 'participants of the acceptance' },
  'acceptance.document': { zh: '验收文件', en: 'document of the acceptance' },
  'acceptance.independent': { zh: '是否独立验收', en: 'whether it was accepted independently' },
  'acceptance.result': { zh: '验收结果', en: 'result of the acceptance' },
  inUseSince: { zh: '投入使用日期', en: 'date of first use' },
  'units.design': { zh: '设计单位', en: 'design unit' },
  'units.design.name': { zh: '设计单位', en: 'design unit' },
  'units.design.filing': { zh: '设计单位的备案', en: 'filing of the design unit' },
  'units.design.filing.number': { zh: '设计单位的备案编号', en: 'filing number of the design unit' },
  'units.design.filing.date': { zh: '设计单位的备案日期', en: 'filing date of the design unit' },
  'units.design.filing.document': { zh: '设计单位的备案证明', en: 'filing certificate of the design unit' },
  'units.construction': { zh: '施工单位', en: 'construction unit' },
  'units.construction.name': { zh: '施工单位', en: 'construction unit' },
  'units.construction.filing': { zh: '施工单位的备案', en: 'filing of the construction unit' },
  'units.construction.filing.number': { zh: '施工单位的备案编号', en: 'filing number of the construction unit' },
  'units.construction.filing.date': { zh: '施工单位的备案日期', en: 'filing date of the construction unit' },
  'units.construction.filing.document': { zh: '施工单位的备案证明', en: 'filing certificate of the construction unit' },
  'units.supervision': { zh: '监理单位', en: 'supervision unit' },
  'units.supervision.name': { zh: '监理单位', en: 'supervision unit' },
  'units.supervision.filing': { zh: '监理单位的备案', en: 'filing of the supervision unit' },
  'units.supervision.filing.number': { zh: '监理单位的备案编号', en: 'filing number of the supervision unit' },
  'units.supervision.filing.date': { zh: '监理单位的备案日期', en: 'filing date of the supervision unit' },
  'units.supervision.filing.document': { zh: '监理单位的备案证明', en: 'filing certificate of the supervision unit' },
  'units.maintenance': { zh: '维修单位', en: 'maintenance unit' },
  'units.maintenance.name': { zh: '维修单位', en: 'maintenance unit' },
  'units.maintenance.filing': { zh: '维修单位的备案', en: 'filing of the maintenance unit' },
  'units.maintenance.filing.number': { zh: '维修单位的备案编号', en: 'filing number of the maintenance unit' },
  'units.maintenance.filing.date': { zh: '维修单位的备案日期', en: 'filing date of the maintenance unit' },
  'units.maintenance.filing.document': { zh: '维修单位的备案证明', en: 'filing certificate of the maintenance unit' },
  'alarmLink.with': { zh: '报警联网的对方', en: 'what the alarm devices are linked with' },
  'alarmLink.document': { zh: '报警联网的证明文件', en: 'document on the alarm link' },
  'custody.system': { zh: '安全保密制度', en: 'secrecy system' },
  'custody.keeper': { zh: '图纸资料保管人', en: 'keeper of the drawings and papers' },
  'custody.document': { zh: '图纸资料保管的证明文件', en: 'document on the custody of drawings and papers' },
  'training.design': { zh: '设计人员的培训证明', en: 'training of those who design' },
  'training.construction': { zh: '施工人员的培训证明', en: 'training of those who build' },
  'training.maintenance': { zh: '维修人员的培训证明', en: 'training of those who maintain' },
  'training.operation': { zh: '操作人员的培训证明', en: 'training of those who operate' },
  'changes.*.what': { zh: '改变的事项', en: 'what was changed' },
  'changes.*.approved': { zh: '改变的批准', en: 'approval of the change' },
  'changes.*.approved.by': { zh: '批准改变的单位', en: 'who approved the change' },
  'changes.*.approved.document': { zh: '批准改变的文件', en: 'document that approves the change' },
  'changes.*.approved.date': { zh: '批准改变的日期', en: 'date of the approval of the change' },
  'publicWorks.what': { zh: '公共利益工程', en: 'public-interest works' },
  'publicWorks.notified': { zh: '对公安机关的通知', en: 'notice to the police' },
  'publicWorks.notified.to': { zh: '所通知的公安机关', en: 'police organ notified' },
  'publicWorks.notified.date': { zh: '通知日期', en: 'date of the notice' },
  'publicWorks.notified.document': { zh: '通知文件', en: 'document of the notice' },
  'publicWorks.begins': { zh: '开始调整的日期', en: 'date on which the alteration begins' },
  filing: { zh: '视频系统备案', en: 'filing of the video system' },
  'filing.date': { zh: '视频系统备案日期', en: 'date of the filing of the video system' },
  'filing.organ': { zh: '视频系统备案的公安机关', en: 'police organ the video system is filed with' },
  'filing.number': { zh: '视频系统备案编号', en: 'filing number of the video system' },
  'filing.changes.*.what': { zh: '视频系统备案变更的事项', en: 'change of the filing of the video system' },
  'filing.changes.*.date': { zh: '视频系统备案变更日期', en: 'date of the change of the filing' },
  'retention.days': { zh: '视频图像信息保存期限（日）', en: 'days that video is kept' },
  'retention.deletes': {
    zh: '期满后对已经实现处理目的的信息是否删除',
    en: 'whether what has served its purpose is deleted',
  },
  'retention.document': { zh: '写明保存和删除的文件', en: 'document on retention and deletion' },
  'neighbours.secretUnits': { zh: '周边的涉密单位', en: 'secret units nearby' },
  'neighbours.secretUnits.*.name': { zh: '周边的涉密单位', en: 'secret unit nearby' },
  'neighbours.secretUnits.*.consent': { zh: '涉密单位的同意', en: 'consent of the secret unit' },
  'neighbours.secretUnits.*.consent.document': {
    zh: '涉密单位同意的文件',
    en: "document of the secret unit's consent",
  },
  'neighbours.secretUnits.*.consent.date': { zh: '涉密单位同意的日期', en: "date of the secret unit's consent" },
  'privateAreaChecks.system': {
    zh: '对禁止安装区域的管理和检查制度',
    en: 'system of checks of areas where capture is banned',
  },
  'privateAreaChecks.keeper': { zh: '对禁止安装区域的检查责任人', en: 'who is responsible for those checks' },
  'privateAreaChecks.document': { zh: '对禁止安装区域管理和检查的证明文件', en: 'document on those checks' },
  'tracks.*.clause': { zh: '本场所适用的条款', en: 'clause that applies to the place' },
  'tracks.*.document': { zh: '适用该条款依据的文件', en: 'document that the clause rests on' },
  'tracks.*.by': { zh: '认定适用该条款的单位', en: 'who says that the clause applies' },
  antiTerrorKeyTarget: { zh: '反恐怖主义法所称重点目标', en: 'key target of counter-terrorism' },
  'antiTerrorKeyTarget.document': {
    zh: '确定为反恐怖主义法所称重点目标的文件',
    en: 'designation as a key target of counter-terrorism',
  },
});

const NAMES: Readonly<Record<string, Localized>> = FACT_NAMES;

/** Returns the name of the fact at `path`, such as `changes.0.what`; the path itself if no plan can have it. */
export function factName(path: string): Localized {
  return NAMES[keyOf(path)] ?? verbatim(path);
}

/** Returns `path` with `*` in place of list indices. */
function keyOf(path: string): string {
  return path.replace(/\.\d+(?=\.|$)/g, '.*');
}

const ANSWERS = catalogue('fact-value', {
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  none: { zh: '无', en: 'none' },
});
const NONE = { zh: '无', en: 'none' } as const;
const NOT_FILED = { zh: '未备案', en: 'not filed' } as const;

/** Words of the format whose meaning depends on the key, by `path=word`. */
const WORDS_AT: Readonly<Record<string, Localized>> = catalogue('word-at', {
  'works=none': { zh: '不属于建设工程', en: 'no construction works' },
  'acceptance.result=none': { zh: '未经验收', en: 'not accepted at all' },
  'acceptance.result=passed': { zh: '合格', en: 'passed' },
  'acceptance.result=failed': { zh: '不合格', en: 'failed' },
  'alarmLink.with=none': { zh: '未联网', en: 'not linked' },
  'alarmLink.with=police': { zh: '当地公安机关', en: 'the local public security organ' },
  'phase=inspection': { zh: '检测', en: 'inspection' },
  'phase=acceptance': { zh: '验收', en: 'acceptance' },
  'phase=design': { zh: '设计', en: 'design' },
  'phase=construction': { zh: '施工', en: 'construction' },
  'designReview.required=none': { zh: '国家规定不要求论证', en: 'no state rule asks for one' },
  'inspection.required=none': { zh: '国家规定不要求检测', en: 'no state rule asks for one' },
  'acceptance.required=none': { zh: '国家规定不要求验收', en: 'no state rule asks for one' },
  'filing=none': NOT_FILED,
  'units.design=none': NONE,
  'units.construction=none': NONE,
  'units.supervision=none': NONE,
  'units.maintenance=none': NONE,
  'units.design.filing=none': NOT_FILED,
  'units.construction.filing=none': NOT_FILED,
  'units.supervision.filing=none': NOT_FILED,
  'units.maintenance.filing=none': NOT_FILED,
  'changes.*.approved=none': { zh: '未经批准', en: 'not approved' },
  'publicWorks.notified=none': { zh: '未通知', en: 'not notified' },
  'neighbours.secretUnits=none': NONE,
  'neighbours.secretUnits.*.consent=none': { zh: '未征得同意', en: 'not obtained' },
  'antiTerrorKeyTarget=none': { zh: '不是', en: 'it is none' },
  'risk.published=none': { zh: '国家未发布', en: 'the state has published none' },
});

const WORDS: Readonly<Record<string, Localized>> = catalogue('word', {
  new: { zh: '新建', en: 'new' },
  altered: { zh: '改建', en: 'altered' },
  extended: { zh: '扩建', en: 'extended' },
  'in-use': { zh: '使用', en: 'in use' },
  passed: { zh: '通过', en: 'passed' },
  failed: { zh: '未通过', en: 'failed' },
  police: { zh: '公安机关', en: 'the public security organ' },
  'security-department': { zh: '保卫部门', en: 'a security department' },
  developer: { zh: '建设单位', en: 'the developer' },
  'design-unit': { zh: '设计单位', en: 'the design unit' },
  'construction-unit': { zh: '施工单位', en: 'the construction unit' },
  'supervision-unit': { zh: '监理单位', en: 'the supervision unit' },
  experts: { zh: '技术专家', en: 'technical experts' },
  purpose: { zh: '主要用途', en: 'the main purpose' },
  scope: { zh: '范围', en: 'the scope' },
});

/**
 * True if the plan format defines the word `none` for the fact at `path` (such as `units.design`), where it states that
 * there is none. Elsewhere `none` names nothing.
 */
export function canBeNone(path: string): boolean {
  return Object.hasOwn(WORDS_AT, `${keyOf(path)}=none`);
}

/** Paths whose texts come from a short list of words of the format. */
const CHOICES: ReadonlySet<string> = new Set([
  'phase',
  'works',
  'designReview.participants',
  'inspection.result',
  'acceptance.with',
  'acceptance.result',
  'alarmLink.with',
  'changes.*.what',
]);

/** Paths whose texts are days. */
const DAYS = /(?:^|\.)(?:date|begins|inUseSince)$/;

/** True if the plan format wants a day, YYYY-MM-DD, of the fact at `path` (such as `acceptance.date`). */
export function isDayFact(path: string): boolean {
  return DAYS.test(path);
}

/**
 * Returns the value of a fact as a sentence prints it: the plan's own texts in quotes; days, figures and words of the
 * format spelled out.
 */
export function factValue({ path, value }: Pick<Fact, 'path' | 'value'>): Localized {
  if (typeof value === 'boolean') return value ? ANSWERS.yes : ANSWERS.no;
  if (typeof value === 'number') return verbatim(plainFigure(value));
  if (typeof value === 'string') return textOf(path, value);
  return localizedList(value.map((item) => textOf(path, item)));
}

/**
 * Returns the meaning of a word of the format, such as a party or a result, as the value of the fact at `path`
 * (`acceptance.result`); any other text in quotes.
 */
export function meaningAt(path: string, word: string): Localized {
  return textOf(path, word);
}

function textOf(path: string, text: string): Localized {
  const key = keyOf(path);
  const special = WORDS_AT[`${key}=${text}`];
  if (special !== undefined) return special;
  if (text === 'none') return ANSWERS.none;
  if (isDayFact(key) && isDay(text)) return dayText(text);
  return (CHOICES.has(key) ? WORDS[text] : undefined) ?? quoted(text);
}
