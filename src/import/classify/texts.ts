// Texts on how features were classified.
import { catalogue } from '../../i18n/catalogue.js';

/** Notes on what the features of a source became, or why they became nothing. */
export const t = catalogue('classify', {
  nowhere: { zh: '“{id}”没有几何图形', en: "'{id}' is drawn nowhere" },
  unfit: { zh: '“{id}”的几何类型{type}不能作为{as}', en: "'{id}': a {type} can be no {as}" },
  open: {
    zh: '“{id}”是没有闭合的线，首尾相距{gap}，不围成区域；请在来源中闭合',
    en: "'{id}' is a line that isn't closed, its ends {gap} apart, and encloses nothing; close it in the source",
  },
  'left-out': { zh: '“{value}”不属于设计图', en: "'{value}' is no part of a plan" },
  width: { zh: '“{id}”的宽度{value}无法读取', en: "'{id}': the width '{value}' can't be read" },
  'assumed-door': {
    zh: '以点表示、未注明宽度的门，宽度按{width}计',
    en: 'doors drawn as points that do not say their width: taken as {width} wide',
  },
  'assumed-window': {
    zh: '以点表示、未注明宽度的窗，宽度按{width}计',
    en: 'windows drawn as points that do not say their width: taken as {width} wide',
  },
  'assumed-pillar': {
    zh: '以点表示、未注明尺寸的柱，按边长{width}的方柱计',
    en: 'pillars drawn as points that do not say their size: taken as {width} square',
  },
  value: {
    zh: '“{property}”的值“{value}”不能作为“{key}”，未采用',
    en: "'{value}' of '{property}' can be no '{key}': left out",
  },
});
