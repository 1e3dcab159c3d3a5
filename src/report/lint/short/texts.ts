// Texts of the short report on a terminal.
import { catalogue } from '../../../i18n/catalogue.js';

/** What a finding is about, in a few words, by its rule; `zone` and `name` come with quotes. */
export const HEADS = catalogue('head', {
  inside: { zh: '{device} 设于{zone}内', en: '{device} stands in {zone}' },
  near: { zh: '{device} 位于{zone}附近', en: '{device} is near {zone}' },
  nearAs: { zh: '{device} 位于{zone}（{kind}）附近', en: '{device} is near {zone} ({kind})' },
  view: { zh: '{device} 可及{zone}', en: '{device} sees into {zone}' },
  sound: { zh: '{device} 的拾音可及{zone}', en: '{device} hears into {zone}' },
  unknown: { zh: '{device} 采集功能未注明，涉及{zone}', en: '{device}: capability unstated, concerns {zone}' },
  bare: { zh: '{zone}未见设防', en: '{zone} has no protection' },
  protection: { zh: '{zone}的设防待定', en: 'Protection of {zone} is undecided' },
  use: { zh: '{zone}的用途未定', en: 'The use of {zone} is not settled' },
  other: { zh: '{subject} {title}', en: '{subject} {title}' },
});

export const t = catalogue('short', {
  more: { zh: '等{n}处', en: ' and others ({n} in all)' },
  also: { zh: '另有：{subjects}。', en: 'Also: {subjects}.' },
  others: { zh: '其余{n}处（全部见 -v）', en: '{n} more (all with -v)' },
  fail: { zh: '改：{text}', en: 'Change: {text}' },
  duty: { zh: '先依{clauses}报告。', en: 'First report it under {clauses}.' },
  open: { zh: '补：{text}', en: 'State: {text}' },
  other: { zh: '{clause}：{outcome}。', en: '{clause}: {outcome}.' },
  fails: { zh: '按本图施工将不符合{clauses}。', en: 'Built as drawn it will not comply with {clauses}.' },
  against: { zh: '不符合{clauses}。', en: 'It does not comply with {clauses}.' },
  suspected: { zh: '涉嫌不符合{clauses}。', en: 'It appears not to comply with {clauses}.' },
  cannotJudge: { zh: '无法按{clauses}判定。', en: "It can't be judged by {clauses}." },
  isToJudge: {
    zh: '是否符合{clauses}，须由审查人判定。',
    en: 'Whether it complies with {clauses} is for the reviewer to decide.',
  },
  counts: {
    zh: '未发现不符合{pass}项，不适用{none}项，共{all}项判定。',
    en: '{pass} pass, {none} not applicable, {all} verdicts in all.',
  },
  grazes: {
    zh: '门、帘开启时轻微掠视{n}处，按本工具参数（非法定）未列。',
    en: "{n} slight views with a door or curtain open, by sitecam's parameters (not the law's) not listed.",
  },
  waivers: { zh: '例外说明{n}条，适用{applied}条。', en: '{n} {n|waiver|waivers}, {applied} applied.' },
  checklist: { zh: '材料核对清单{n}项（-v）。', en: '{n} {n|document|documents} to check (-v).' },
  texts: {
    zh: '法规文本是否另有修正未核，以现行有效文本为准。',
    en: 'Whether the texts were amended since was not checked; those in force govern.',
  },
  clauses: {
    zh: '条文（各引一次；其余条文各见 sitecam explain，如 sitecam explain {example}）',
    en: 'Clauses (each once; for the others see sitecam explain, as sitecam explain {example})',
  },
  allClauses: { zh: '条文（各引一次）', en: 'Clauses (each once)' },
  penalties: {
    zh: '罚则：{list}。是否处罚及幅度由公安机关依法决定。',
    en: 'Penalties: {list}. Whether and how much to punish is for the public security organ to decide by law.',
  },
  mayApply: { zh: '{numbers}可能适用{clauses}', en: '{clauses} may apply to {numbers}' },
  mayApplyTo: { zh: '不符合{against}的，可能适用{clauses}', en: '{clauses} may apply where {against} is not met' },
  number: { zh: '第{n}项', en: 'no. {n}' },
  device: { zh: '设备', en: 'Device' },
  level: { zh: '层', en: 'Level' },
  item: { zh: '项', en: 'No.' },
  concerns: { zh: '涉及', en: 'Concerns' },
  area: { zh: '面积', en: 'Area' },
  depth: { zh: '最深', en: 'Deepest' },
  density: { zh: '像素/米', en: 'px/m' },
  details: { zh: '详情 -v；报告 --format html=FILE。', en: 'Details: -v; a report: --format html=FILE.' },
});
