// The test for texts that name nothing, such as 无 or n/a.

/** Texts that people put where they have nothing to put: 无, 没有, 暂无, 无编号, 不详, 待补充, none, n/a, unknown and the like. */
const NOTHING =
  /^(?:(?:暂|尚|均|并|皆)?(?:无|没有|未有|空|空白|缺)(?:此项|相关|有关|任何)?(?:文件|文号|编号|证明|证书|材料|资料|制度|记录|报告)?|不详|不明|未知|未定|待(?:定|补|补充|提供|确认|核实|核|查|明确|落实)|略|none|nil|null|nothing|n ?\/ ?a|na|not applicable|unknown|tbd|tba|todo)$/;

/**
 * True if `text`, given as a name, a number or the title of a paper, names anything. False if it has no letter or
 * figure, or says that there is none (无, n/a).
 */
export function namesSomething(text: string): boolean {
  const folded = text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
  return folded !== '' && !NOTHING.test(folded);
}
