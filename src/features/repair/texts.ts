// Texts about respelled words, and about words that are only suggested.

import { catalogue } from '../../i18n/catalogue.js';

export const t = catalogue('repair', {
  key: { zh: '键“{from}”改为“{to}”', en: "key '{from}' changed to '{to}'" },
  value: { zh: '“{from}”改为“{to}”', en: "'{from}' changed to '{to}'" },
  punctuation: { zh: '全角标点“{from}”改为半角“{to}”', en: "full-width '{from}' changed to '{to}'" },
  id: { zh: '编号“{from}”改为“{to}”', en: "id '{from}' changed to '{to}'" },
  'id-references': {
    zh: '编号“{from}”改为“{to}”，并改正引用该编号的{count}处',
    en: "id '{from}' changed to '{to}', with {count} {count|reference|references} to it",
  },
  perhaps: { zh: '“{from}”未改（可能应为“{to}”）', en: "'{from}' left as it is (perhaps '{to}')" },
  several: { zh: '另有相近的写法', en: 'other words are as near' },
  slip: { zh: '像是笔误；确属笔误的，请照此改写', en: 'it looks like a slip; if it is one, write that instead' },
  decides: {
    zh: '该词决定是否采集、遮挡或者适用哪些要求，须由设计人写明',
    en: 'the word decides what is captured, hidden or asked for, so its author must say it',
  },
  'other-sense': {
    zh: '该名称的含义、单位或者正负方向可能不同',
    en: 'that name may have another sense, unit or sign',
  },
  waiver: { zh: '例外说明指向该编号，改动后可能改变其效力', en: 'a waiver names this id, and might come to apply' },
  taken: { zh: '该编号已被使用，或者另有编号将与之相同', en: 'that id is taken, or another would become the same' },
  references: { zh: '引用之处不能逐一改正', en: 'not every reference to it can be changed' },
  marked: {
    zh: '此处或者其上级带有锚点、标签，或者跨行书写',
    en: 'it, or what holds it, has an anchor or a tag, or it is written over several lines',
  },
  unproved: { zh: '不能证明其他判定不受影响', en: 'it could not be proved that nothing else would change' },

  plan: { zh: 'sitecam：{plan}：{made}', en: 'sitecam: {plan}: {made}' },
  written: { zh: '已改正{n}处写法，已写入文件：', en: '{n} repaired and written:' },
  unwritten: { zh: '可改正{n}处写法（未写入）：', en: '{n} to be repaired, nothing written:' },
  nothing: { zh: '没有可以自动改正的写法。', en: 'nothing to repair.' },
  left: { zh: '另有{n}处请自行核对，未改动：', en: '{n} left for you to decide:' },
  line: { zh: '  {place}  {message}', en: '  {place}  {message}' },
  because: { zh: '{suggestion}：{why}', en: '{suggestion}: {why}' },
});
