// Texts on the keys and places of devices.
import { catalogue } from '../../i18n/catalogue.js';

/** Notes on the keys and the places of devices. */
export const t = catalogue('device', {
  direction: {
    zh: '{key}“{value}”不能读作朝向（{reason}），朝向按未注明处理',
    en: "{key} '{value}' can't be read as a direction ({reason}): left unsaid",
  },
  negative: {
    zh: '{key}“{value}”中的负方位角按自正北向左计，已换算为0至360度',
    en: "{key} '{value}' turns left of north: written as 0–360°",
  },
  'two-directions': {
    zh: '{key}“{value}”与{taken}“{other}”不一致，采用后者',
    en: "{key} '{value}' differs from {taken} '{other}', which is taken",
  },
  turning: {
    zh: '视向范围“{value}”不小于180度，按可转动的摄像机处理',
    en: "'{value}' is half a turn or more: taken as a camera that turns",
  },
  several: {
    zh: '可转动或者全景摄像机写有多个朝向“{value}”，朝向按未注明处理',
    en: "'{value}' are several directions of a camera that turns or looks all round: left unsaid",
  },
  'no-direction': {
    zh: '固定摄像机未注明朝向：最大可视范围按全向计，最小可视范围为空',
    en: 'a fixed camera without a direction: may see all round, and is certain to see nothing',
  },
  form: {
    zh: '未知的摄像机类型“{value}”，按可转动处理',
    en: "unknown form of camera '{value}': taken as one that turns",
  },
  figure: {
    zh: '{key}“{value}”不能采用，按未注明处理',
    en: "{key} '{value}' can't be used: left unsaid",
  },
  'one-place': {
    zh: '同一位置有{count}台设备（{ids}），按各自独立的设备处理',
    en: '{count} devices in one place ({ids}) are different ones',
  },
  inside: {
    zh: '设备“{id}”位于墙体“{wall}”的轮廓之内，按图其视野不出该轮廓；实为装在外墙的，请改正位置',
    en: "'{id}' stands inside the outline of wall '{wall}': as drawn it sees nothing beyond; if it hangs outside, move it there",
  },
});

/** Texts that say why a value is no direction, one for each `DirectionFault`. */
export const faults = catalogue('direction', {
  empty: { zh: '没有写明方位', en: 'it says no direction' },
  'out-of-range': { zh: '方位角应在-180至360之间', en: 'a bearing lies between -180 and 360' },
  relative: { zh: '相对方向，基准不明', en: 'it is told from something unknown' },
  ambiguous: { zh: '既可读作小数，也可读作两个方位', en: 'it can be a decimal or two bearings' },
  'no-width': { zh: '起止方位相同', en: 'it ends where it starts' },
  unreadable: { zh: '不是方位角、方位角范围或者方位词', en: 'it is no bearing, range of bearings or wind' },
});
