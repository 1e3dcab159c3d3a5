// Texts about repaired words, and words left in doubt.

import type { Messages } from '../../i18n/message.js';

/** Texts about words that were respelled, and about those that weren't, by message id. */
export const spellingMessages = {
  'repair/key': { zh: '键“{from}”改为“{to}”', en: "key '{from}' changed to '{to}'" },
  'repair/value': { zh: '“{from}”改为“{to}”', en: "'{from}' changed to '{to}'" },
  'repair/id': { zh: '编号“{from}”改为“{to}”', en: "id '{from}' changed to '{to}'" },
  'repair/id-references': {
    zh: '编号“{from}”改为“{to}”，并改正引用该编号的{count}处',
    en: "id '{from}' changed to '{to}', with {count} references to it",
  },
  'repair/perhaps': { zh: '“{from}”未改（可能应为“{to}”）', en: "'{from}' left as it is (perhaps '{to}')" },
  'repair/several': { zh: '另有相近的写法', en: 'other words are as near' },
  'repair/far': { zh: '相差不止一处', en: 'it is more than one slip away' },
  'repair/short': {
    zh: '词短，差一个字母就可能另有所指',
    en: 'of so short a word one letter may make another',
  },
  'repair/decides': {
    zh: '该词决定是否采集、遮挡或者适用哪些要求，须由设计人写明',
    en: 'the word decides what is captured, hidden or asked for, so its author must say it',
  },
  'repair/own-name': {
    zh: '自定的编号、型号可能本来就只差一个字符',
    en: 'names an author gives may differ by one letter on purpose',
  },
  'repair/other-sense': {
    zh: '该名称的含义、单位或者正负方向可能不同',
    en: 'that name may have another sense, unit or sign',
  },
  'repair/waiver': {
    zh: '例外说明指向该编号，改动后可能改变其效力',
    en: 'a waiver names this id, and might come to apply',
  },
  'repair/taken': {
    zh: '该编号已被使用，或者另有编号将与之相同',
    en: 'that id is taken, or another would become the same',
  },
  'repair/references': {
    zh: '引用之处不能逐一改正',
    en: 'not every reference to it can be changed',
  },
  'repair/marked': {
    zh: '此处或者其上级带有锚点、标签，或者跨行书写',
    en: 'it, or what holds it, has an anchor or a tag, or it is written over several lines',
  },
  'repair/unproved': {
    zh: '不能证明其他判定不受影响',
    en: 'it could not be proved that nothing else would change',
  },
} as const satisfies Messages;

/** Ids of those texts. */
export type RepairMessage = keyof typeof spellingMessages;
