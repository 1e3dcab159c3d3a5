// Texts on how GeoJSON was read.
import { catalogue } from '../../i18n/catalogue.js';

/** Notes on reading any GeoJSON. */
export const t = catalogue('read', {
  'no-feature': { zh: '该项不是要素（Feature）', en: 'it is no feature' },
  geometry: {
    zh: '几何类型“{type}”无法作为设计图要素',
    en: "geometry of type '{type}' can be no element of a plan",
  },
  'no-properties': {
    zh: '要素缺少必备的“properties”成员（RFC 7946第3.2节），按空值读取',
    en: "a feature without the member 'properties' (RFC 7946, 3.2): read as empty",
  },
  'multi-of-one': {
    zh: '几何类型“{type}”只含一个图形（按单个图形读取）',
    en: "a '{type}' of one shape (read as that shape)",
  },
  multi: {
    zh: '几何类型“{type}”含{count}个图形（各为一项，编号加后缀-1、-2……）',
    en: "a '{type}' of {count} shapes (each is an element, its id ending in -1, -2 …)",
  },
  'off-earth': {
    zh: '坐标“{at}”超出经纬度范围，该图形不采用；平面坐标须在映射中注明 coordinates: metres',
    en: "the position '{at}' is beyond longitude and latitude, so its shape isn't taken; plane coordinates need 'coordinates: metres' in the mapping",
  },
  coordinates: { zh: '坐标无法读取', en: "its coordinates can't be read" },
});

/** Notes on reading plain GeoJSON. */
export const plain = catalogue('plain', {
  heights: {
    zh: '坐标中的第三个数（高程）未采用：设计图为平面图',
    en: 'positions with a third number (a height), which is not used: a floor plan is flat',
  },
  'by-file': {
    zh: '来源未注明楼层，按文件区分（文件名写明楼层的，按所写楼层）',
    en: 'files taken for levels, since what is drawn in them names none: by the storey in the name of the file, else by the file',
  },
  grade: {
    zh: '设备的属性{keys}写作{values}，是对设备的分级，不是楼层，未作楼层采用；楼层请写在另一属性中（例如 floor: 1F），属性名可在映射的 keys 中写明（level）',
    en: 'devices whose {keys} says {values}, a grade and no storey: not taken for their level; say the level in another property (floor: 1F), whose name the mapping may give under keys (level)',
  },
  storeys: {
    zh: '属性{keys}写作{values}，是建筑物的层数，不是楼层，未作楼层采用；所在楼层请另写（例如“1F”）',
    en: "a building's {keys} says {values}, its number of storeys: not taken for its level; say the level otherwise (1F)",
  },
  lowest: {
    zh: '要素未注明楼层，按最低楼层“{level}”处理',
    en: "features that name no level are taken to be on the lowest, '{level}'",
  },
});
