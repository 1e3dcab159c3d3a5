// Texts on how IMDF was read.
import { catalogue } from '../../../i18n/catalogue.js';

/** Notes on reading IMDF. */
export const t = catalogue('imdf', {
  file: { zh: '文件“{file}”未读取，设计图不需要', en: "the file '{file}' is not read: no plan is made of it" },
  apart: {
    zh: 'IMDF 要素“{type}”在设计图中没有对应内容',
    en: "IMDF features of type '{type}' have no place in a plan",
  },
  extension: {
    zh: 'IMDF 标准之外的要素“{type}”',
    en: "features of type '{type}', which are none of IMDF's",
  },
  'level-twice': {
    zh: '编号为“{level}”的楼层不止一个，其要素合为一层',
    en: "more than one level has the id '{level}': what is on them is put on one",
  },
  'unknown-level': {
    zh: '所指的楼层“{level}”不在 level.geojson 中，保留在几何文件中，审查时逐一报告',
    en: "on the level '{level}', which level.geojson doesn't have: kept in the file of geometry, where linting names each",
  },
  'no-level': {
    zh: '没有注明楼层（level_id），保留在几何文件中，审查时逐一报告',
    en: "they don't say on which level (level_id) they are: kept in the file of geometry, where linting names each",
  },
  vehicles: {
    zh: '开口的类别“{category}”（车辆通行）不予采信，一律按门处理',
    en: "the category '{category}' of openings, for vehicles, is not believed: they are doors",
  },
  principal: {
    zh: '标为主要出入口（pedestrian.principal）的开口按普通门处理；主要出入口在设计图中以区域表示，请在该处划出 main-entrance 区域',
    en: 'openings tagged as main entrances (pedestrian.principal) are doors; a plan shows a main entrance as a zone: draw one of kind main-entrance there',
  },
  restricted: {
    zh: '标为限制进入（restriction）的单元按非公共区域（public: false）处理，请核对',
    en: 'units with restricted access are taken for not public (public: false): check them',
  },
  homeless: {
    zh: '使用者（occupant）未指向现有单元，其名称、类别未采用',
    en: 'occupants that are in no unit there is: their names and categories are not used',
  },
});
