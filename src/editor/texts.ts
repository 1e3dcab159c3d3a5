// Texts that an editor shows: of marks and of what settles them.
import { catalogue } from '../i18n/catalogue.js';

export const t = catalogue('editor', {
  unjudged: { zh: '未作出任何判定：图纸不能读取', en: 'Nothing was decided: the plan can’t be read' },
  unjudgedBy: {
    zh: '本图未作出任何判定：须先改正{files}中的错误。',
    en: 'Nothing was decided on this plan: correct the faults in {files} first.',
  },
  waived: {
    zh: '例外说明：{reason}（{by}，有效期至{until}）。',
    en: 'Waived until {until} by {by}: {reason}.',
  },
  respell: { zh: '“{from}”改为“{to}”', en: "Change '{from}' to '{to}'" },
  respellAll: {
    zh: '更正全部拼写（{n}处，不影响判定）',
    en: 'Correct all spelling ({n} {n|place|places}; no verdict changes)',
  },
  findFix: {
    zh: '查找改法（转向、遮蔽、关拾音）：{subject}…',
    en: 'Look for a fix (turn, mask, mute): {subject}…',
  },
  noFix: {
    zh: '{subject}：未找到既能消除此项、又不引起其他问题的改法（转向、遮蔽、关拾音）。',
    en: '{subject}: no turn, mask or change of sound was found that settles this and causes nothing else.',
  },
  gone: {
    zh: '此项已不存在，请待重新审查后再试。',
    en: 'That finding is gone; try again once the plan is judged anew.',
  },
  otherKind: { zh: '类型改为 {id}', en: 'Change the kind to {id}' },
  confirmKind: {
    zh: '说明名称另有所指（kindConfirmed）',
    en: 'Say that the name means something else (kindConfirmed)',
  },
  writeWaiver: { zh: '写例外说明', en: 'Write a waiver' },
  waiver: { zh: '例外说明', en: 'the waiver' },
});
