// Buildings in names of drawings and levels.

/** Words that make a storey another one than its number says: a mezzanine, a floor of machines or of refuge. */
const BETWEEN = /(?<![含及和与、带括有+＋&])(?:夹|技术|设备|转换|避难)层/u;

/** Words for the trade or the sheet in the name of a drawing. */
const TRADE =
  /建筑|安全防范|安防|技防|人防|弱电|智能化|视频|监控|摄像机|门禁|报警|点位|设备|布置|平面|底图|图纸|图|系统|施工|竣工|architecture|security|cameras?|devices?|cctv|arch|plan|floor/giu;

/** Numbers of sheets (建施-01, 建施-A), dates and versions in the name of a drawing, but no numbers of buildings (01号楼). */
const ISSUES = [
  /(?:[建电结水暖设智消]|弱电|智能)施(?!工)(?:[-_][a-z]\d*(?![a-z\d号#栋座幢楼区]))?(?:[-_\s]*\d+(?![\d号#栋座幢楼]))?/giu,
  /(?<!\d)(?:19|20)\d\d(?:\d{4}(?!\d)|[-_.年]\d{1,2}(?![\d号#栋座幢楼])(?:[-_.月]\d{1,2}(?![\d号#栋座幢楼]))?[月日]?)/gu,
  /(?<![a-z])(?:v|ver|version|rev)[.\s]*\d+(?:\.\d+)*(?![\d号#栋座幢楼])|第?[\d一二三四五六七八九十]+[版稿]/giu,
];

/** Numbered buildings: drawings of two of them are of two buildings, and nobody need be asked. */
const NUMBERED = /(?:\d+|[a-z甲乙丙丁一二三四五六七八九十])号?[楼座栋幢]/u;

/** A building's number within the words for a storey: 地下2号楼一层. */
const WITHIN = /[\d一二三四五六七八九十]+(?:[号#＃]楼?|[栋座幢])/u;

/**
 * Returns the word in a name by which it means a storey of its own beside the numbered one, such as a mezzanine (夹层) or
 * a floor of machines (设备层); undefined if there is none.
 */
export function betweenIn(name: string): string | undefined {
  return BETWEEN.exec(name)?.[0];
}

/**
 * Returns what the name of a drawing or level says besides its storey, the trade (弱电) and sheet number, date or
 * version: the building, if anything; '' for nothing.
 *
 * @param storey the part of the name that says the storey
 */
export function buildingIn(name: string, storey: string): string {
  const [numbered = ''] = WITHIN.exec(storey) ?? [];
  return [BETWEEN, ...ISSUES, TRADE]
    .reduce((rest, words) => rest.replace(words, ' '), name.replace(storey, ` ${numbered} `))
    .replace(/[\p{P}\p{S}\s]/gu, '')
    .toLowerCase();
}

/** True if two names may mean one building, by what `buildingIn` returns of each: the same, or '' for one of them. */
export function mayBeOne(one: string, other: string): boolean {
  return one === other || one === '' || other === '';
}

/**
 * True if two names certainly mean two buildings: what `buildingIn` returns of each has a building's number, and not
 * the same one.
 */
export function areTwo(one: string, other: string): boolean {
  const [mine, yours] = [NUMBERED.exec(one)?.[0], NUMBERED.exec(other)?.[0]];
  return mine !== undefined && yours !== undefined && mine !== yours;
}
