// Texts of repairs.
import { catalogue } from '../../i18n/catalogue.js';

/**
 * Notes on repairs. Each names what was found and, in brackets, the repair. The sort of the note says if it was made
 * (`mended`) or not (`refused`, by `--strict`).
 */
export const t = catalogue('repair', {
  unclosed: {
    zh: '“{id}”的轮廓线未闭合，首尾相距{size}（以直线闭合）',
    en: "the ring of '{id}' isn't closed: its ends are {size} apart (to be joined by a straight line)",
  },
  'repeated-points': {
    zh: '“{id}”有{count}个点与前一点重复，相距不超过{size}（合为一点）',
    en: "'{id}' has {count} point(s) that repeat the one before, within {size} (to be one)",
  },
  doubled: {
    zh: '“{id}”的轮廓线重复描画{count}遍（保留一遍）',
    en: "the ring of '{id}' is walked round {count} times (once is kept)",
  },
  spike: {
    zh: '“{id}”的轮廓线有往返重合的毛刺，长{size}（去除）',
    en: "the ring of '{id}' runs out and back over itself for {size} (to be taken off)",
  },
  keyhole: {
    zh: '“{id}”的轮廓线在一点与自身相接，内圈宽{size}（改作孔洞）',
    en: "the ring of '{id}' touches itself in a point; its inner part, {size} across, is to be a hole",
  },
  'hole-flat': {
    zh: '“{id}”有一个孔洞没有面积（去除）',
    en: "a hole of '{id}' encloses nothing (to be dropped)",
  },
  'hole-all': {
    zh: '“{id}”的孔洞与其外轮廓重合（去除孔洞，保留区域）',
    en: "a hole of '{id}' is its outer ring again (the hole is dropped, the zone kept)",
  },
  'hole-repeated': {
    zh: '“{id}”的同一孔洞重复描画（保留一个）',
    en: "a hole of '{id}' is drawn twice (one is kept)",
  },
  winding: {
    zh: '轮廓线的方向与 RFC 7946 不符：外轮廓应为逆时针，孔洞应为顺时针（改变点的次序，位置不变）',
    en: 'rings that run the other way than RFC 7946 asks: outer ones counter-clockwise, holes clockwise (points are put in the other order, none is moved)',
  },
  'no-area': {
    zh: '“{id}”不足三个不同的点，或者没有面积，无法成为区域；图中保留该项，不含几何信息',
    en: "'{id}' has fewer than three different points, or no area: it stays in the plan without geometry",
  },
  dot: {
    zh: '“{id}”的长度为零，不采用',
    en: "the length of '{id}' is zero: not taken",
  },
  'no-length': {
    zh: '“{id}”的长度为零；图中保留该项，不含几何信息',
    en: "the length of '{id}' is zero: it stays in the plan without geometry",
  },
  crossing: {
    zh: '“{id}”的轮廓线自相交，无法判断其本来形状，保持原样',
    en: "the ring of '{id}' crosses itself: what was meant can't be told, it stays as it is",
  },
  'hole-outside': {
    zh: '“{id}”的孔洞超出其外轮廓，保持原样',
    en: "a hole of '{id}' reaches out of its outer ring: it stays as it is",
  },
  'overlap-cut': {
    zh: '“{id}”与“{other}”重叠，宽{size}（重叠部分归“{other}”）',
    en: "'{id}' overlaps '{other}' by {size} (what they share goes to '{other}')",
  },
  'overlap-wide': {
    zh: '“{id}”与“{other}”重叠，宽{size}，超过0.1米，不作修补',
    en: "'{id}' overlaps '{other}' by {size}: more than the 0.1 m that is mended",
  },
  'overlap-private': {
    zh: '“{id}”与“{other}”重叠，宽{size}；两者均涉及或者可能涉及个人隐私，不予缩小',
    en: "'{id}' overlaps '{other}' by {size}: both are private or may be, and neither is made smaller",
  },
  'overlap-apart': {
    zh: '“{id}”与“{other}”重叠，宽{size}；去除重叠部分会使区域断开，不作修补',
    en: "'{id}' overlaps '{other}' by {size}: cutting that off would take a zone apart",
  },
  slit: {
    zh: '“{id}”与“{other}”之间有缝隙，宽{size}（并入“{id}”）',
    en: "there is a slit between '{id}' and '{other}', {size} wide (to be part of '{id}')",
  },
  repeated: {
    zh: '“{id}”与同一楼层的“{other}”几何、类型、名称均相同（只保留“{other}”）',
    en: "'{id}' is '{other}' again, on the same level (only '{other}' is kept)",
  },
  'repeated-unlike': {
    zh: '“{id}”与同一楼层的“{other}”几何相同，但类型、名称或者其他属性不同，两者均予保留',
    en: "'{id}' is drawn as '{other}' on the same level, but is of another kind, name or the like: both stay",
  },
  'repeated-elsewhere': {
    zh: '“{id}”与另一楼层的“{other}”几何相同：按上下层相同处理，均予保留',
    en: "'{id}' is drawn as '{other}' on another level: taken as floors that are alike, both stay",
  },
  'opening-moved': {
    zh: '门窗洞口“{id}”距墙{size}（移至墙上）',
    en: "opening '{id}' lies {size} from its wall (to be moved onto it)",
  },
  'opening-follows': {
    zh: '门窗洞口“{id}”所在的墙因裁去重叠而移动{size}（随墙移动）',
    en: "the wall of opening '{id}' moves by {size} where an overlap is cut off (the opening moves with it)",
  },
  'opening-turned': {
    zh: '门窗洞口“{id}”与墙的夹角超过10°，端点距墙{size}（转至墙上）',
    en: "opening '{id}' is skewed against its wall by more than 10°, its ends {size} off (to be turned onto it)",
  },
  'opening-trimmed': {
    zh: '门窗洞口“{id}”超出墙端{size}（截至墙端）',
    en: "opening '{id}' reaches {size} past the end of its wall (to be cut off there)",
  },
  'opening-overhang': {
    zh: '门窗洞口“{id}”超出墙端{size}，过半不在墙上，保持原样',
    en: "opening '{id}' reaches {size} past the end of its wall, with more than half of it: it stays as it is",
  },
  'opening-off': {
    zh: '门窗洞口“{id}”不在墙上，距最近的墙{size}，超过0.05米，保持原样',
    en: "opening '{id}' is in no wall: the nearest is {size} away, more than the 0.05 m that are mended",
  },
  'opening-across': {
    zh: '门窗洞口“{id}”不在墙上：最近的墙距其{size}，但不沿该洞口的方向，保持原样',
    en: "opening '{id}' is in no wall: the nearest, {size} away, doesn't run along it",
  },
  'opening-nowhere': {
    zh: '门窗洞口“{id}”周围5米内没有墙，保持原样',
    en: "opening '{id}' has no wall within 5 m: it stays as it is",
  },
});

/** Note on misread texts. */
export const misread = catalogue('texts', {
  misread: {
    zh: '文本的 UTF-8 曾被误读为{page}，例如“{from}”应为“{to}”',
    en: "texts whose UTF-8 was misread as {page}: '{from}' is '{to}'",
  },
});
