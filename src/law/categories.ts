// Finds the category of a site by id, by name, or by what people call such a site.
import { foldName } from './names/text.js';
import type { Category, Pack } from './types.js';

/**
 * Returns the category that a person means by `text`: its id, or its name in Chinese or English; undefined for none.
 * Letter case, spaces and hyphens don't matter.
 */
export function categoryNamed(pack: Pack, text: string): Category | undefined {
  const wanted = normal(text);
  return pack.categories.find(({ id, name }) => [id, name.zh, name.en].map(normal).includes(wanted));
}

function normal(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
}

/** Common names of sites that the law names otherwise, with the category's id. Proposed to the user, never applied. */
const COMMON: readonly (readonly [RegExp, string])[] = [
  [/宾馆|酒店|饭店|民宿|旅馆|招待所/u, 'hotel'],
  [/超市|购物|商城|百货/u, 'shopping-mall'],
  [/KTV|歌|舞厅|网吧|影院|酒吧/iu, 'cultural-entertainment-venue'],
  [/幼儿|托儿/u, 'kindergarten'],
  [/大学|学院|中学|小学|高中|初中|教学|实验楼|校/u, 'school'],
  [/门诊|病房|诊所|卫生[院所站室]/u, 'hospital'],
  [/公司|工厂|厂房|写字楼/u, 'large-enterprise'],
  [/火车|高铁|汽车站|客运/u, 'station'],
  [/地铁|轻轨/u, 'rail-transit'],
  [/机场/u, 'civil-airport'],
  [/养老|敬老|福利院/u, 'welfare-institution'],
  [/体育场|体育馆/u, 'stadium'],
  [/小区|住宅/u, 'residential-area'],
  [/政府|机关/u, 'state-organ'],
  [/景区|景点/u, 'tourist-attraction'],
];

/**
 * Returns the id of the category that a site called `text` probably has, by a word in it that the law doesn't use;
 * undefined for none.
 */
export function categoryCalled(text: string): string | undefined {
  return COMMON.find(([words]) => words.test(text))?.[1];
}

/** Text that may follow the word that says what a site is: 第一医院二期, 青城宾馆（新城店）. */
const AFTER =
  /(?:[(（][^()（）]*[)）]|[\d一二三四五六七八九十]+(?:号楼|期)|(?:总|分|[\p{Script=Han}]{2}路)店|[东西南北新老]校区|分院)$/u;

/** Last words of names of sites that say what the sites are, beside the names of the pack's categories. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?:宾馆|酒店|饭店|民宿|旅馆|旅社|招待所|客栈)$/u, 'hotel'],
  [/(?:超市|购物中心|商城|百货|百货大楼)$/u, 'shopping-mall'],
  [/(?:KTV|歌厅|歌城|练歌房|歌舞厅|舞厅|迪厅|夜总会|网吧|影院|影城|酒吧)$/iu, 'cultural-entertainment-venue'],
  [/(?:大学|学院|中学|小学|学校)$/u, 'school'],
  [/(?:港口?|码头|水路|轮渡).{0,6}客运站$/u, 'port-passenger-terminal'],
  [/(?:火车站|高铁站|汽车站|客运站)$/u, 'station'],
  [/(?:医院|卫生院)$/u, 'hospital'],
  [/(?:养老院|敬老院|福利院)$/u, 'welfare-institution'],
  [/(?:体育场|体育馆)$/u, 'stadium'],
  [/(?:小区|住宅区)$/u, 'residential-area'],
  [/(?:景区|旅游区)$/u, 'tourist-attraction'],
  [/银行(?:.{1,10}(?:分行|支行|网点|营业部|分理处))?$/u, 'bank'],
];

/** Categories that one law lists by a narrower name, and the wider ones of another law that each surely is. */
const WIDER: ReadonlyMap<string, readonly string[]> = new Map([
  ['railway-passenger-station', ['station']],
  ['coach-station', ['station']],
  ['urban-rail-station', ['station', 'rail-transit']],
  ['passenger-train', ['public-transport-vehicle']],
  ['passenger-vehicle', ['public-transport-vehicle']],
  ['urban-rail-vehicle', ['public-transport-vehicle']],
  ['passenger-ship', ['public-transport-vehicle']],
]);

/** Returns the ids of the wider categories that every site of category `id` is of: a coach station is a station. */
export function widerThan(id: string): readonly string[] {
  return WIDER.get(id) ?? [];
}

/** Words in names of stores, laboratories and plant for what the law lists by its use, whatever else the site is. */
const USES: readonly (readonly [RegExp, string])[] = [
  [/危险化学品|危化品|剧毒|易制爆|爆炸物品|民爆|雷管|炸药|烟花爆竹|放射源|枪弹|弹药|枪支/u, 'hazardous-goods'],
  [/菌种|毒种|菌毒种/u, 'pathogen-laboratory'],
  [/换热站|热力站|热交换站/u, 'city-heat-supply'],
];

/**
 * Returns the id of the category that a store, a laboratory or plant of this name may belong to by its use, whatever
 * the site is: a 剧毒化学品库 keeps dangerous goods, also in a school. Undefined for none.
 */
export function categoryOfUseNamed(name: string): string | undefined {
  return USES.find(([words]) => words.test(name.normalize('NFKC')))?.[1];
}

/** Words for song-and-dance venues and their rooms. A company or theatre of song and dance isn't such a venue. */
const SONG_AND_DANCE =
  /(?<![a-z])ktv(?![a-z])|卡拉 ?ok|歌城|歌厅|歌吧|练歌|量贩|歌舞(?!剧|团|院|学|艺|协)|歌友会|(?<!诗)歌房|k ?歌|纯 ?k(?![a-z])|(?<![a-z])k ?[房吧厢](?!台)|麦霸|欢唱|(?<!合)唱吧|慢摇|嗨吧|舞厅|舞池|舞吧|夜总会|夜店|迪厅|迪吧|蹦迪|迪斯科|\bkaraoke\b|\bnight ?club\b|\bdisco(?:theque)?\b|\bdance hall\b|\bsong[ -]and[ -]dance\b/u;

/** True if the name of a site or a zone is one that song-and-dance venues have. */
export function isSongAndDanceNamed(name: string): boolean {
  return SONG_AND_DANCE.test(foldName(name));
}

/** Returns the name of a site without its branch, building or phase: 第一医院 for 第一医院（东院）. */
function withoutBranch(name: string): string {
  let text = name.normalize('NFKC');
  for (let rest = ''; rest !== text; ) {
    rest = text;
    text = rest.replace(AFTER, '').trim();
  }
  return text;
}

/** True if the site's name ends as those of primary and middle schools do: 第一中学, 大学附属小学. */
export function isBasicSchoolNamed(name: string): boolean {
  return /(?:小学|中学|初中|高中|小学校|中学校)$/u.test(withoutBranch(name));
}

/** Returns the category that the last word of a site's name says: 青城宾馆 is a hotel. Undefined if it says none. */
export function categoryOfSiteNamed(pack: Pack, name: string): Category | undefined {
  const text = withoutBranch(name);
  const id = ENDINGS.find(([words]) => words.test(text))?.[1];
  return pack.categories.find((category) => (id === undefined ? text.endsWith(category.name.zh) : category.id === id));
}
