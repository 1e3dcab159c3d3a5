// Texts of the list of camera models.
import { catalogue } from '../../i18n/catalogue.js';

export const t = catalogue('models-list', {
  model: { zh: '型号', en: 'Model' },
  form: { zh: '形式', en: 'Form' },
  field: { zh: '水平视场角', en: 'Horizontal field of view' },
  resolution: { zh: '最大分辨率', en: 'Largest picture' },
  audio: { zh: '声音采集', en: 'Sound' },
  date: { zh: '资料日期', en: 'Data of' },
  unknown: { zh: '未载', en: 'not known' },
  aliases: {
    zh: '其他型号：{aliases}（按其查得的，声音采集不据以认定）',
    en: 'Other numbers: {aliases} (found by one of these, its sound is not taken)',
  },
  facts: { zh: '{name}：{value}', en: '{name}: {value}' },
  source: { zh: '出处：{source}（{day}）', en: 'From: {source} ({day})' },
  shipped: { zh: '本工具自带的型号资料', en: 'the catalogue that comes with sitecam' },
  own: { zh: '型号资料文件“{path}”', en: "the catalogue '{path}'" },
  in: { zh: '载于：{where}', en: 'In: {where}' },
  note: {
    zh: '本工具自带的型号资料共{n}种，取自{name}（提交{commit}，{day}，{licence}）。第三方资料，未经核实，以产品说明书为准。',
    en: "The catalogue that comes with sitecam has {n} models, taken from {name} (commit {commit}, {day}, {licence}). It is a third party's and not verified: the makers' data sheets hold.",
  },
});
