// Texts for reviewers on author's claims.
import { catalogue } from '../../i18n/catalogue.js';

/** Cautions, and the claims that keep a device from seeing. */
export const t = catalogue('trust', {
  more: { zh: '等', en: ' …' },
  semicolon: { zh: '；', en: '; ' },
  comma: { zh: '、', en: ', ' },
  pair: { zh: '“{device}”对“{zone}”（{because}）', en: "'{device}' and '{zone}' ({because})" },
  views: {
    zh: '仅因设计人员的声明而未列为问题，声明不实即涉及个人隐私，请核对（{n}处）：{views}{more}。',
    en: 'No finding only for what the author states; were it not so, private places would be captured, please check ({n}): {views}{more}.',
  },
  room: { zh: '“{id}”（{kind}）', en: "'{id}' ({kind})" },
  rooms: {
    zh: '按图中所标类型不涉及个人隐私，而设有采集设备或者为其可视范围所及的房间（非公共的，只有一个门的，不通室外的出入口）{n}处，请核对其实际用途：{rooms}{more}。',
    en: "Rooms that aren't private by the kind they are drawn with (not public, with one door only, or entrances that lead in from nowhere), in which devices capture or into which they see: {n}, please check their real use: {rooms}{more}.",
  },
  model: { zh: '“{model}”（{ids}）', en: "'{model}' ({ids})" },
  models: {
    zh: '参数取自型号资料（第三方资料，未经核实）的设备，请要求提供产品说明书核对（{n}台）：{models}{more}。',
    en: "Devices whose data are taken from a catalogue of models (a third party's, not verified), please ask for the makers' data sheets ({n}): {models}{more}.",
  },
  claim: {
    zh: '设计人员的声明，本工具未核实，请核对：{what}{n}项（{of}{more}）。',
    en: 'Stated by the author and not checked here, please check: {what}, {n} ({of}{more}).',
  },
  removed: { zh: '标明已拆除', en: 'stated to be removed' },
  blind: { zh: '标明不具有视频采集功能', en: 'stated to capture no images' },
  mask: { zh: '永久遮蔽', en: 'permanent mask' },
  limits: { zh: '云台硬限位', en: 'hard limits' },
  locked: { zh: '变焦锁定', en: 'locked zoom' },
  tolerance: { zh: '写明的安装误差', en: 'stated mounting tolerance' },
  film: { zh: '永久贴膜', en: 'permanent film' },
  opaque: { zh: '不透明玻璃', en: 'opaque glazing' },
  sill: { zh: '写明的上下沿高度', en: 'stated sill and head' },
  claimOn: { zh: '{claim}{id}', en: '{claim} {id}' },
  freeWall: { zh: '不属于任何房间的墙{id}', en: 'wall of no room {id}' },
  freeWalls: { zh: '另画的墙', en: 'walls of no room' },
});

/** Author's claims that could be made in order to pass. */
export const claims = catalogue('claims', {
  absent: { zh: '载明无此部位', en: 'stated to have none' },
  noItems: { zh: '载明未存放重要物品', en: 'stated to keep no important items' },
  noDance: { zh: '载明不是歌舞娱乐场所', en: 'stated to be no song-and-dance venue' },
  north: {
    zh: '图面上方偏离正北的角度（north，度）',
    en: 'degrees by which the top of the drawing is off north',
  },
  renamed: {
    zh: '名称与类型不一致而以书面说明为准的区域',
    en: 'zones whose name does not agree with their kind, explained in writing',
  },
  other: {
    zh: '类型为“其他”、未按应当设防的部位审查的区域',
    en: "zones of kind 'other', not examined as places that must be protected",
  },
  notPublic: { zh: '标明为非公共区域的区域', en: 'zones stated not to be public' },
  notEnclosed: {
    zh: '标明不封闭（按类型通常封闭）的区域',
    en: 'zones stated not to be enclosed, which their kind usually is',
  },
  secondary: { zh: '标明为次要通道的区域', en: 'passages stated to be secondary' },
  holes: { zh: '挖有孔洞（holes）的涉及个人隐私的区域', en: 'private places with holes cut out of them' },
  sparing: {
    zh: '仅由设计人员载明、据此不审查有关条文的项目事项',
    en: 'facts of the project by which articles are not asked, on the author’s word alone',
  },
  deferred: {
    zh: '项目所处阶段为{phase}，据此尚不审查或者只审查一部分的条款',
    en: "that the project is in its phase '{phase}', for which provisions are not asked yet, or in part",
  },
  panes: {
    zh: '标明固定且不透视（磨砂、贴膜、不透明）的门窗',
    en: 'panes stated to be fixed and not to be seen through',
  },
  locks: { zh: '标明不能自内锁闭的门', en: 'doors stated not to lock from inside' },
});
