// Texts of the schema that editors are given.
import { catalogue, type Text } from '../../i18n/catalogue.js';
import type { Localized } from '../../i18n/locale.js';

/** Returns a text in both languages, Chinese first, as in `中文 / English`: a JSON schema has no locale. */
export function both({ zh, en }: Localized): string {
  return `${zh} / ${en}`;
}

/** Sign between the parts of a line that says what a word of the schema means. */
export const BAR: Localized = { zh: '｜', en: ' | ' };

export const t = catalogue('editor-schema', {
  walled: { zh: '默认有墙', en: 'walled unless stated' },
  open: { zh: '默认无墙', en: 'not walled unless stated' },
  barred: { zh: '{clauses}禁止采集', en: 'no capture: {clauses}' },
  maybeBarred: {
    zh: '本工具理解为{clauses}禁止采集，由审查人判定',
    en: "no capture by sitecam's reading, for review: {clauses}",
  },
  protected: { zh: '视场所类别应当设防：{clauses}', en: 'to be protected, by category of site: {clauses}' },
  images: { zh: '图像默认：{what}', en: 'images unless stated: {what}' },
  sound: { zh: '声音默认：{what}', en: 'sound unless stated: {what}' },
});

/** What an editor says of a word that is no kind, category or role, and of a zone without a shape or with two. */
export const refused = catalogue('editor-schema-refused', {
  zone: {
    zh: '不是区域类型。请从列表中选取，或者写其中文名称，如“更衣室”；都不合适的写 other。',
    en: 'No kind of zone. Choose one of the list; where none fits, write other.',
  },
  opening: {
    zh: '不是门窗洞口类型。请从列表中选取，或者写其中文名称，如“门”。',
    en: 'No kind of opening. Choose one of the list, such as door.',
  },
  device: {
    zh: '不是设备类型。请从列表中选取，或者写其中文名称，如“摄像机”；都不合适的写 other。',
    en: 'No kind of device. Choose one of the list; where none fits, write other.',
  },
  kind: {
    zh: '不是区域、门窗洞口或者设备的类型。请从列表中选取，或者写其中文名称。',
    en: 'No kind of zone, opening or device. Choose one of the list.',
  },
  category: {
    zh: '不是场所类别。请从列表中选取编号，如旅店写 hotel。',
    en: 'No category of site. Choose one of the list, such as hotel.',
  },
  twoShapes: {
    zh: '已写 rect（矩形）的，不再写 polygon（多边形）。',
    en: 'rect says the shape: no polygon beside it.',
  },
  noShape: {
    zh: '未写形状：矩形写 rect，多边形写 polygon。',
    en: 'It has no shape: say rect or polygon.',
  },
  role: { zh: '不是部位名称。请从列表中选取。', en: 'No role of a zone. Choose one of the list.' },
});

const labels = catalogue('editor-schema-snippet', {
  level: { zh: '楼层', en: 'floor' },
  levelHas: { zh: '一层楼，内有一个区域', en: 'a floor with one zone' },
  zone: { zh: '区域', en: 'zone' },
  zoneHas: { zh: '矩形的房间或者区域', en: 'a rectangular room or zone' },
  door: { zh: '门', en: 'door' },
  doorHas: { zh: '墙上的门，画在墙的中线上', en: 'a door, drawn on the middle of its wall' },
  window: { zh: '窗', en: 'window' },
  windowHas: { zh: '窗，注明窗台高、窗顶高和玻璃', en: 'a window with sill, head and glazing' },
  bullet: { zh: '枪式摄像机', en: 'bullet camera' },
  bulletHas: { zh: '定焦，顺朝向观察', en: 'a fixed lens that looks one way' },
  dome: { zh: '半球摄像机', en: 'dome camera' },
  domeHas: { zh: '定焦，广角', en: 'a fixed, wide lens' },
  ptz: { zh: '云台摄像机（球机）', en: 'PTZ camera' },
  ptzHas: { zh: '写明转动范围、限位和默认预置位', en: 'with its limits and home preset' },
  fisheye: { zh: '鱼眼摄像机', en: 'fisheye camera' },
  fisheyeHas: { zh: '吸顶，竖直向下', en: 'on the ceiling, straight down' },
  fourLenses: { zh: '四目摄像机', en: 'four-lens camera' },
  fourLensesHas: { zh: '四个镜头，各有朝向', en: 'four lenses, each with its heading' },
  microphone: { zh: '拾音器', en: 'microphone' },
  microphoneHas: { zh: '写明拾音距离', en: 'with how far it hears' },
  sign: { zh: '提示标识', en: 'sign' },
  signHas: { zh: '写明朝向和文字', en: 'with its heading and words' },
});

/** Label and description of each snippet. */
export const snippet = {
  level: [labels.level, labels.levelHas],
  zone: [labels.zone, labels.zoneHas],
  door: [labels.door, labels.doorHas],
  window: [labels.window, labels.windowHas],
  bullet: [labels.bullet, labels.bulletHas],
  dome: [labels.dome, labels.domeHas],
  ptz: [labels.ptz, labels.ptzHas],
  fisheye: [labels.fisheye, labels.fisheyeHas],
  fourLenses: [labels.fourLenses, labels.fourLensesHas],
  microphone: [labels.microphone, labels.microphoneHas],
  sign: [labels.sign, labels.signHas],
} as const;

/** What the values of a plan's keys mean, by `key=value`. */
export const VALUES: Readonly<Record<string, Text>> = catalogue('editor-schema-value', {
  'coordinates=metres': { zh: '米', en: 'metres' },
  'coordinates=centimetres': { zh: '厘米', en: 'centimetres' },
  'coordinates=millimetres': { zh: '毫米', en: 'millimetres' },
  'coordinates=wgs84': { zh: 'WGS 84经纬度', en: 'WGS 84 longitude and latitude' },
  'material=opaque': { zh: '不透明', en: 'opaque' },
  'material=clear': { zh: '透明', en: 'clear' },
  'material=frosted': { zh: '磨砂', en: 'frosted' },
  'glazing=clear': { zh: '透明', en: 'clear' },
  'glazing=frosted': { zh: '磨砂', en: 'frosted' },
  'glazing=opaque': { zh: '不透明', en: 'opaque' },
  'lock=inner': { zh: '可以自内锁闭', en: 'can be locked from inside' },
  'lock=outer': { zh: '只能自外锁闭', en: 'only from outside' },
  'lock=none': { zh: '无锁', en: 'no lock' },
  'video=none': { zh: '不采集', en: 'none' },
  'video=visible': { zh: '可见光', en: 'visible light' },
  'video=thermal': { zh: '热成像', en: 'thermal' },
  'video=depth': { zh: '深度', en: 'depth' },
  'video=unknown': { zh: '不明', en: 'unknown' },
  'audio=none': { zh: '不采集', en: 'none' },
  'audio=microphone': { zh: '拾音', en: 'microphone' },
  'audio=two-way': { zh: '双向对讲', en: 'two-way' },
  'audio=unknown': { zh: '不明', en: 'unknown' },
  'form=fixed': { zh: '定焦', en: 'fixed lens' },
  'form=varifocal': { zh: '变焦', en: 'varifocal' },
  'form=ptz': { zh: '云台', en: 'PTZ' },
  'form=fisheye': { zh: '鱼眼', en: 'fisheye' },
  'form=multi-sensor': { zh: '多目', en: 'several sensors' },
  'form=body-worn': { zh: '随身佩戴', en: 'worn on the body' },
  'form=handheld': { zh: '手持', en: 'held in the hand' },
  'form=robot': { zh: '机器人', en: 'robot' },
  'form=drone': { zh: '无人机', en: 'drone' },
  'form=vehicle': { zh: '车载', en: 'on a vehicle' },
  'status=planned': { zh: '拟设', en: 'planned' },
  'status=existing': { zh: '已设', en: 'existing' },
  'status=removed': { zh: '已拆除', en: 'removed' },
  'limits=hard': { zh: '机械限位', en: 'mechanical' },
  'limits=software': { zh: '软件限位', en: 'by software' },
});

/** Names of the roles that are neither kinds of zone nor parts that sites must declare. */
export const FLAGS: Readonly<Record<string, Text>> = catalogue('editor-schema-role', {
  important: { zh: '重要部位', en: 'important part' },
  passage: { zh: '通道', en: 'passage' },
  public: { zh: '公共区域', en: 'public zone' },
  designated: { zh: '确定的重点部位', en: 'designated part' },
  any: { zh: '任何区域', en: 'any zone' },
});
