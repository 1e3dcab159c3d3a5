// Texts of the check of a law pack.
import { catalogue } from '../../i18n/catalogue.js';

/** Names of the steps, and what they find. */
export const t = catalogue('pack-check', {
  title: { zh: '法规数据包“{pack}”的核对', en: "Check of the law pack '{pack}'" },
  schema: { zh: '1　结构', en: '1 structure' },
  text: { zh: '2　条文与全文', en: '2 clauses and the statute' },
  honesty: { zh: '3　条文用语', en: '3 words of the law' },
  lints: { zh: '4　审查示例图', en: '4 linting starter plans' },
  citations: { zh: '5　引用', en: '5 citations' },
  rows: { zh: '6　各行的判定', en: '6 outcomes of rows' },
  penalties: { zh: '7　罚则', en: '7 penalties' },
  table: { zh: '8　对照表', en: '8 table' },
  clean: { zh: '未发现问题', en: 'nothing found' },
  skipped: { zh: '前面的问题改正后再核对', en: 'checked once the above is mended' },
  found: { zh: '{count}处问题', en: '{count} {count|problem|problems}' },
  comma: { zh: '、', en: ', ' },
  passed: { zh: '八步均未发现问题。', en: 'Nothing was found in the eight steps.' },
  failed: { zh: '共{count}处问题。', en: '{count} {count|problem|problems} in all.' },

  problem: { zh: '{file}{pointer}：{message}', en: '{file}{pointer}: {message}' },
  noStatute: {
    zh: '未写 statute：须写明法规全文的文件名，例如 statute: statute.zh.txt。',
    en: 'There is no statute: name the file with the whole text of the law, such as statute: statute.zh.txt.',
  },
  unreadStatute: {
    zh: '法规全文文件“{file}”不存在或者不能读取。',
    en: "The file with the text of the law, '{file}', isn't there or can't be read.",
  },
  notInStatute: {
    zh: '{clause}的文字不在法规全文中：“{text}”。须逐字照录；误印写在 corrected。',
    en: "The text of {clause} isn't in the statute: '{text}'. Copy it to the character; an erratum goes into corrected.",
  },
  outOfOrder: {
    zh: '{clause}的文字在法规全文中先于其前一条文，请核对条、款、项的编号。',
    en: 'The text of {clause} comes before that of the clause before it; check the numbers of article, paragraph and item.',
  },
  needlessCorrection: {
    zh: '{clause}写有 corrected，而与所据文本无异。',
    en: '{clause} has a corrected text that is the same as the text as found.',
  },
  notInClause: {
    zh: '“{words}”不是{clause}的原文。',
    en: "'{words}' doesn't stand in {clause} as written.",
  },
  unused: { zh: '未使用的条文：{articles}。', en: 'Articles that no row uses: {articles}.' },
  notLaw: {
    zh: '{row}：依据写作 law，而“{name}”及其同义词均不见于{clause}。条文有相应用语的写 lawWord，否则写 reading。',
    en: "{row}: the basis is law, but neither '{name}' nor a synonym stands in {clause}. Give the clause's word as lawWord, or write reading.",
  },
  crashed: {
    zh: '“{plan}”不能审查或者不能写成{format}：{error}',
    en: "'{plan}' can't be linted or written as {format}: {error}",
  },
  foreign: {
    zh: '“{plan}”的报告（{format}）引用了本数据包没有的“{citation}”。',
    en: "The report of '{plan}' ({format}) cites '{citation}', which the pack doesn't have.",
  },
  notReached: {
    zh: '{row}：所列判定“{outcome}”在生成的图中未出现{got}。',
    en: "{row}: no generated plan gives its outcome '{outcome}'{got}.",
  },
  got: { zh: '（得到{outcomes}）', en: ' (they give {outcomes})' },
  withoutPenalty: { zh: '未载罚则的条文：{clauses}。', en: 'Clauses without a penalty in the pack: {clauses}.' },
  insideOf: { zh: '禁止“{id}”，设于“{kind}”内', en: "prohibition '{id}', inside '{kind}'" },
  standingOf: { zh: '禁止“{id}”，自外可及“{kind}”', en: "prohibition '{id}', view into '{kind}'" },
  closedOf: { zh: '禁止“{id}”，须开门可及“{kind}”', en: "prohibition '{id}', through a closed door into '{kind}'" },
  bareOf: { zh: '类别“{id}”，“{token}”未设防', en: "category '{id}', '{token}' bare" },
  wholeOf: { zh: '类别“{id}”，全场所未设防', en: "category '{id}', nothing anywhere" },
  categoryRow: { zh: '类别“{id}”', en: "category '{id}'" },
  selectorRow: { zh: '类别“{id}”的部位“{token}”', en: "category '{id}', place '{token}'" },
  prohibitionRow: { zh: '禁止“{id}”的“{kind}”', en: "prohibition '{id}', '{kind}'" },
  signsRow: { zh: '提示标识', en: 'signs' },
  requirementRow: { zh: '要求“{id}”', en: "requirement '{id}'" },
  clause: { zh: '条文', en: 'clause' },
  row: { zh: '行', en: 'row' },
  outcomes: { zh: '得到的判定', en: 'outcomes reached' },
  penalty: { zh: '罚则', en: 'penalty' },
});
