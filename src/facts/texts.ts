// Words for what a site is under a law, for the sentences of rules and reports.
import { catalogue } from '../i18n/catalogue.js';

/** Texts that several rules share: labels of places, uses, capabilities of devices, and what a filing must state. */
export const t = catalogue('facts', {
  or: { zh: '或者', en: ' or ' },
  whetherPublic: {
    zh: '请载明该场所是否属于公共场所及其适用{articles}。',
    en: 'State whether the site is a public place, and whether {articles} applies to it.',
  },
  whichArticle: { zh: '请载明该场所适用{articles}。', en: 'State whether {articles} applies to the site.' },
  clauseComma: { zh: '，', en: ', ' },
  comma: { zh: '、', en: ', ' },
  undrawn: { zh: '“{level}”未划定区域处', en: "undrawn space of '{level}'" },
  onLevel: { zh: '{where}（{level}）', en: '{where} ({level})' },
  useUnsaid: { zh: '（来源未写明）', en: ' (its source does not say)' },
  useWritten: { zh: '（来源写作“{word}”）', en: " (its source calls it '{word}')" },
  soundAndImage: { zh: '音视频采集', en: 'sound and image capture' },
  thermalVideo: { zh: '视频（热成像）采集', en: 'image capture (thermal)' },
  thermalImage: { zh: '图像（热成像）采集', en: 'image capture (thermal)' },
  video: { zh: '视频采集', en: 'image capture' },
  image: { zh: '图像采集', en: 'image capture' },
  sound: { zh: '音频采集', en: 'sound capture' },
  depth: { zh: '深度图像采集', en: 'depth capture' },
  soundOrVideo: { zh: '音频或者视频采集', en: 'sound or image capture' },
  // The Chinese of these four is replaced by the pack's own words.
  capturesNeither: { zh: '音视频采集', en: 'captures neither sound nor image' },
  capturesNoImage: { zh: '图像采集', en: 'captures no image' },
  mayCaptureBoth: { zh: '音视频采集', en: 'may capture sound or image' },
  mayCaptureImages: { zh: '图像采集', en: 'may capture images' },
  siteName: { zh: '场所名称为“{name}”', en: "its name is '{name}'" },
  zoneName: { zh: '区域“{id}”的名称为“{name}”', en: "the name of its zone '{id}' is '{name}'" },
  notStated: { zh: '（图中未载明）', en: '(not stated in the plan)' },
  region: { zh: '区划代码{region}', en: 'region {region}' },
  nameIn: { zh: '“{name}”（{details}）', en: "'{name}' ({details})" },
  days: { zh: '{days}日', en: '{days} {days|day|days}' },
  particulars: {
    zh: '供填报参考：单位{unit}；建设位置{where}；图像采集设备{devices}；视频图像信息存储期限{kept}',
    en: 'For filling in the form: unit {unit}; place {where}; image devices: {devices}; images kept: {kept}',
  },
  countOf: { zh: '{kind}{n}台', en: '{kind} {n}' },
  devices: { zh: '共{n}台{kinds}{unsure}', en: '{n} in all{kinds}{unsure}' },
  kinds: { zh: '（{kinds}）', en: ' ({kinds})' },
  unsure: {
    zh: '，另有{n}台未注明是否采集图像',
    en: ", and {n} of which the plan doesn't say whether they take images",
  },
});

/** Phrases that say that the plan states that a category's condition isn't met, by condition. */
export const STATED_NOT = catalogue('stated-not', {
  keepsImportantItems: { zh: '未存放重要物品', en: 'the site keeps no important items' },
  songAndDance: { zh: '不是歌舞娱乐场所', en: 'the site is no song-and-dance venue' },
  designation: { zh: '未经确定', en: 'nobody designated the site' },
});

/** Names of the facts that the plan must state for a category's condition, by condition. */
export const CONDITIONS = catalogue('conditions', {
  keepsImportantItems: {
    zh: '是否存放有重要物品（site.keepsImportantItems）',
    en: 'whether important items are kept there (site.keepsImportantItems)',
  },
  songAndDance: {
    zh: '是否为歌舞娱乐场所（site.songAndDance）',
    en: 'whether it is a song-and-dance venue (site.songAndDance)',
  },
  designation: {
    zh: '旗县级以上人民政府的确定文件（site.designation）',
    en: 'the document by which a government at banner or county level or above designated it (site.designation)',
  },
});
