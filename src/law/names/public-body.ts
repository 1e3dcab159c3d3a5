// Tells public bodies, and those of the police, from other names.
import { splitBrackets } from './text.js';

/** Endings of names of public bodies: 新城区公安分局, 某旗人民政府, 自治区公安厅, 街道办事处. */
const ENDS = new RegExp(
  [
    '(?<![书邮药])局',
    '公安(?:机关|部|厅|处|科)',
    '(?:教育|文化|旅游|卫生|建设|交通|运输|民政|司法|财政|管理|商务|体育|信息化)(?:部|厅)',
    '公安.{0,12}(?:总队|支队|大队|中队)',
    '消防救援(?:总队|支队|大队)',
    '派出所',
    '人民政府',
    '政府',
    '街道办事处',
    '(?:改革|健康|建设|民族事务|监察|政法)委员会',
    '(?:卫健|发改|住建|政法)委',
    '人民法院',
    '人民检察院',
    '主管(?:部门|机关)',
  ].join('|'),
);

const ZH = new RegExp(`(?:${ENDS.source})$`);

/**
 * Words in names that contain such endings and yet name no public body: a firm, the site itself, its operator,
 * residents.
 */
const NOT_ZH = /公司|集团|酒店|宾馆|旅馆|饭店|旅店|歌城|物业|业主|居民|村民|协会|商会|本单位|本店|本场所|经营者/;

const EN =
  /\b(?:public security|police|government|ministry|bureau|authority|commission|people's court|procuratorate)\b/i;
const NOT_EN = /\b(?:ltd|limited|inc|company|co|corp|corporation|hotel|club|owners?|operator|association)\b/i;

/**
 * True if `name` reads as the name of a public body: only such a body may state which provisions apply to a place.
 * Judges by the name alone; whether the body really stated so is for the reviewer.
 */
export function isPublicBody(name: string): boolean {
  const text = withoutBrackets(name);
  if (/\p{Script=Han}/u.test(text)) return ZH.test(text.replace(/ /g, '')) && !NOT_ZH.test(text);
  return EN.test(text) && !NOT_EN.test(text);
}

/** Words in names of organs of the police. */
const POLICE_ZH = /公安|派出所|警/;
const POLICE_EN = /\b(?:police|public[- ]security|PSB)\b/i;

/** Endings of names that have such a word and are of schools, hospitals, blocks of flats, shops, newspapers. */
const NO_ORGAN = /[院校学区店社]$/;

/** True if `name` reads as the name of an organ of the police. Judges by the name alone. */
export function isPolice(name: string): boolean {
  const text = withoutBrackets(name);
  if (/\p{Script=Han}/u.test(text)) return POLICE_ZH.test(text) && !NOT_ZH.test(text) && !NO_ORGAN.test(text);
  return POLICE_EN.test(text) && !NOT_EN.test(text);
}

function withoutBrackets(name: string): string {
  const { base } = splitBrackets(name.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, ''));
  return base.replace(/\s+/g, ' ').trim();
}
