// Texts of what can't be written into a plan: why.
import { catalogue } from '../../i18n/catalogue.js';

export const t = catalogue('write', {
  noDevice: {
    zh: '图中没有设备“{id}”。',
    en: "The plan has no device '{id}'.",
  },
  noOpening: {
    zh: '图中没有门、窗或者洞口“{id}”。',
    en: "The plan has no opening '{id}'.",
  },
  noLevel: {
    zh: '图中没有楼层“{id}”。',
    en: "The plan has no level '{id}'.",
  },
  noType: {
    zh: '图中没有设备型号“{id}”（deviceTypes）。',
    en: "The plan has no device type '{id}' (deviceTypes).",
  },
  taken: {
    zh: '编号“{id}”已被使用，请另取编号。',
    en: "The id '{id}' is taken; choose another.",
  },
  noNumber: {
    zh: '“{key}”须为数值。',
    en: "'{key}' must be a number.",
  },
  aliased: {
    zh: '“{id}”的“{key}”由锚点、别名或者标签给出，或者不是单个数值，不能在原处改写，请在文本中修改。',
    en: "'{key}' of '{id}' is written by an anchor, an alias or a tag, or is no plain value, so it can only be changed in the text.",
  },
  byType: {
    zh: '“{id}”的镜头由型号“{type}”逐个给出，不能单独改写“{key}”，请在文本中修改。',
    en: "The lenses of '{id}' are given one by one by its type '{type}', so '{key}' can only be changed in the text.",
  },
  bySensor: {
    zh: '“{id}”有多个镜头，各自写明“{key}”，请在文本中修改。',
    en: "Each of the several lenses of '{id}' states its own '{key}', so it can only be changed in the text.",
  },
  imported: {
    zh: '“{id}”画在导入的几何文件{file}中：试算，不写入。',
    en: "'{id}' is drawn in the imported geometry {file}: a trial, not written.",
  },
  importedGone: {
    zh: '“{id}”画在导入的几何文件{file}中，删去须在 overrides 中为其写明 remove（删去）和 reason（理由）。',
    en: "'{id}' is drawn in the imported geometry {file}; to leave it out, write remove and a reason for it in overrides.",
  },
  unwritable: {
    zh: '“{id}”所在的列表由锚点、别名给出，或者写法特殊，请在文本中修改。',
    en: "'{id}' can only be changed in the text: its list is written by an anchor, an alias or in another unusual way.",
  },
});
