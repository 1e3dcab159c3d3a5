// Texts on the levels of OSM.
import { catalogue } from '../../../i18n/catalogue.js';

/** Notes on OSM levels. */
export const t = catalogue('osm', {
  level: {
    zh: '“{id}”的 {key} 应为“0”“-1”“0.5”“0;1”“0-3”的形式，实为{value}，{rest}无法读取',
    en: "'{id}': '{key}' is to be like '0', '-1', '0.5', '0;1' or '0-3', not {value}: '{rest}' can't be read",
  },
  'no-level': {
    zh: '“{id}”没有 level，无法确定所在楼层',
    en: "'{id}' has no 'level': it can't be told where it is",
  },
  'only-level': { zh: '没有 level 的要素，按唯一的楼层', en: "no 'level': taken to be on the only one" },
  'door-level': {
    zh: '没有 level 的门窗，按其所在房间的楼层',
    en: "doors without 'level': on those of the rooms on whose outlines they lie",
  },
  'door-outdoors': {
    zh: '没有 level 且不在任何房间轮廓上的门',
    en: "doors without 'level' on no room's outline",
  },
  outside: {
    zh: '楼层“{level}”超出建筑物的{lowest}至{highest}',
    en: "level '{level}' is not within {lowest} and {highest}, the building's lowest and highest",
  },
  outdoors: { zh: '室外的要素和建筑物轮廓', en: 'things outdoors, and outlines of buildings' },
  'no-part': {
    zh: '不属于设计图的室内要素（轮廓点、家具、路径等）',
    en: 'things indoors that are no part of a plan: corners, furniture, ways to walk',
  },
});
