// Phrases that several capture rules put into their messages.
import { catalogue } from '../../../i18n/catalogue.js';

/** Texts of the capture rules: doubts, openings, densities, captions and reasons. */
export const t = catalogue('capture', {
  comma: { zh: '、', en: ', ' },
  and: { zh: '、', en: ' and ' },
  semicolon: { zh: '；', en: '; ' },
  andOthers: { zh: '{shown}等{n}台', en: '{shown} and others, {n} in all' },
  standInIt: { zh: '其内设有采集设备{devices}', en: 'devices that capture stand in it: {devices}' },
  seeIntoIt: {
    zh: '设于其外的采集设备{devices}，门、帘均关闭时仍可及其内',
    en: 'devices outside see into it with every door and curtain closed: {devices}',
  },
  depthImages: {
    zh: '其采集的深度图像是否属于{capture}，条例未作直接规定。',
    en: "The regulation doesn't say whether depth images are {capture}.",
  },
  unknownUse: {
    zh: '该部位用途未定{source}，是否属于{clause}所列场所或者区域不得而知。',
    en: 'What the place is for is unknown{source}, and so whether it is one of those listed in {clause}.',
  },
  within: {
    zh: '该部位位于图中标为{around}的区域以内，{clause}限于公共场所。',
    en: 'The place lies in what the drawing marks as {around}, and {clause} is about public places only.',
  },
  otherCategory: {
    zh: '{clause}所称场所为{names}，本图所标场所类别不在其列。',
    en: "{clause} speaks of {names}; the category of this site isn't among them.",
  },
  publicOnly: {
    zh: '{clause}限于“{words}”，该部位是否“{words}”由审查人判定。',
    en: "{clause} is about what is '{words}' alone; whether this place is, is for the reviewer to judge.",
  },
  statedNotPublic: {
    zh: '图中标明该部位为非公共区域，{limit}',
    en: 'The plan states that the place is not public. {limit}',
  },
  withinNotPublic: {
    zh: '该部位位于图中标为{around}的区域以内，{limit}',
    en: 'The place lies in what the drawing marks as {around}. {limit}',
  },
  orWhileVoting: { zh: '，或者在投票期间拆除', en: ', or dismantled during the vote' },
  reading: {
    zh: '条文未列举{kind}，本工具认为其可能属于{clause}所称“{residual}”。',
    en: "The text doesn't name {kind}; by this tool's reading it may be one of the '{residual}' of {clause}.",
  },
  contested: {
    zh: '条文未列举{kind}，其是否属于{clause}所列的场所和区域，可以有不同理解。',
    en: "The text doesn't name {kind}; whether it is one of the places and areas of {clause} can be read either way.",
  },
  standsOpen: { zh: '常开{leaf}', en: '{leaf}, normally open' },
  clear: { zh: '常设透明{leaf}', en: 'clear {leaf}' },
  uncovered: { zh: '{leaf}，未标明永久遮蔽', en: '{leaf}, not marked as permanently covered' },
  frosted: { zh: '磨砂{leaf}', en: 'frosted {leaf}' },
  frostedFixed: { zh: '固定磨砂{leaf}', en: 'fixed frosted {leaf}' },
  frostedPane: { zh: '{nature}“{label}”', en: "{nature} '{label}'" },
  frostedWall: { zh: '磨砂墙“{wall}”', en: "the frosted wall '{wall}'" },
  gap: { zh: '常设敞口', en: 'passage' },
  paneOf: { zh: '“{label}”（{nature}）', en: "'{label}' ({nature})" },
  glazedWall: { zh: '透光墙“{wall}”', en: "the glazed wall '{wall}'" },
  through: { zh: '经{names}', en: ' through {names}' },
  openingNamed: { zh: '{leaf}“{label}”', en: "{leaf} '{label}'" },
  whenOpened: { zh: '{names}开启时，', en: 'with {names} open, ' },
  unbounded: {
    zh: '像素密度按不受限计（图中未注明分辨率或者视场角）',
    en: 'pixel density taken as unbounded, since the drawing gives no resolution or field of view',
  },
  density: { zh: '像素密度{density}（按上限计）', en: 'at up to {density}' },
  andUnsettled: { zh: '，用途未定的区域{n}处', en: ' and {n} {n|zone|zones} of unknown use' },
  area: { zh: '{area}平方米', en: '{area} m²' },
  attains: {
    zh: '，达到本工具判定值{from}像素/米（非法定）',
    en: ", which attains this tool's threshold of {from} px/m (not the law's)",
  },
  byTolerance: {
    zh: '完全按图安装不可及该区域，计入安装误差（非法定）方可及，请现场核对画面。',
    en: "Mounted exactly as drawn it does not reach that zone; with the mounting tolerance (not the law's) it does: check its picture on site.",
  },
  mandated: {
    zh: '图中载明该设备依“{rule}”（{document}）设置；与所列条文如何适用，图中不能确定。',
    en: "The plan states that '{rule}' ({document}) orders the device; how that applies beside the clause can't be told from the drawing.",
  },
  carried: {
    zh: '图中标明该设备为随身佩戴或者手持，随人移动；随人移动的设备是否属于安装，条文未作规定。',
    en: 'The device is marked as worn or handheld; whether what a person carries is installed, the clause does not say.',
  },
  movesByItself: {
    zh: '图中载明该设备可以移动，图中位置和朝向不能代表其采集范围。',
    en: 'The plan states that the device moves; where it is drawn and faces does not tell what it captures.',
  },
  perhapsOther: {
    zh: '该设备的名称或者型号“{name}”所指的产品是否属于{products}，条文未作规定。',
    en: "Whether the product that its name or model '{name}' means is one of the {products}, the clause does not say.",
  },
  cannotObserve: {
    zh: '按图所示不能观察到该处及其使用人。',
    en: 'As drawn it can observe neither the place nor who uses it.',
  },
  otherRoom: { zh: '该设备不与其同处一室。', en: 'The device is not in the same room.' },
  noPolling: {
    zh: '其所在处图中未标为投票站。',
    en: 'The drawing does not mark where it stands as a polling hall.',
  },
  farOff: {
    zh: '该设备不在其同层{radius}米（本工具参数）以内。',
    en: "The device is not within {radius} m (this tool's parameter) of it on its level.",
  },
  frostedOnly: {
    zh: '透过磨砂玻璃能否辨认室内人员的活动，图不能判定。',
    en: 'Whether what people do inside can be made out through frosted glass, a drawing does not show.',
  },
  atThreshold: {
    zh: '可及的面积或者深度与本工具判定值（非法定）之差在本工具容差以内，不能判定是否达到。',
    en: "The area or depth differs from this tool's threshold (not the law's) by no more than this tool's tolerance, so whether it is attained can't be told.",
  },
  clearDoors: {
    zh: '{contrary}{clause}要求歌舞娱乐场所的包厢、包间安装展现室内整体环境的透明门窗；由此可及室内的，{law}未作直接规定。',
    en: '{contrary}{clause} orders the private rooms of song and dance venues to have clear doors and windows that show the whole room; {law} does not directly provide for a view that comes of it.',
  },
  twoReasons: { zh: '{first}{second}', en: '{first} {second}' },
  contrary: {
    zh: '图中载明本场所{stated}，而{against}；是歌舞娱乐场所的，',
    en: 'The plan states that {stated}, but {against}. If it is one: ',
  },
  useUnknown: { zh: '用途未定', en: 'of unknown use' },
  zone: { zh: '区域“{label}”', en: "zone '{label}'" },
  by: { zh: '经“{label}”', en: "through '{label}'" },
  alsoReads: { zh: '，并可摄及该处', en: ', and it can read it' },
  has: { zh: '具有', en: 'has' },
  mayHave: { zh: '可能具有', en: 'may have' },
  standsIn: { zh: '设于“{label}”内', en: "stands in '{label}'" },
  ownPickup: { zh: '，本工具参数', en: ", this tool's parameter" },
  markedPickup: { zh: '，图中标明', en: ', as marked' },
  surroundings: { zh: '附近', en: "'s surroundings" },
  // The Chinese of these three is replaced by the pack's own words.
  soundAndImage: { zh: '音视频采集', en: 'Sound and image capture' },
  soundOrImage: { zh: '音视频采集', en: 'captures sound or image' },
  images: { zh: '图像采集', en: 'captures images' },
  instead: {
    zh: '；在非公共场所安装的，适用{clauses}',
    en: "; what is installed in a place that isn't public is for {clauses}",
  },
  onLevel: { zh: '{kind}，位于{level}', en: '{kind}, on {level}' },
  film: { zh: '；固定窗可以贴永久性遮蔽膜', en: '; a fixed window can be given permanent film' },
  dataFirst: {
    zh: '先补充分辨率、视场角等参数：未注明的按最不利计。',
    en: 'First give its resolution, field of view and the like: what is missing is taken at its worst. ',
  },
  near: {
    zh: '“{label}”附近（{radius}米，本工具参数）',
    en: "what is near '{label}' ({radius} m, this tool's parameter)",
  },
  grazes: {
    zh: '，其中{n}台仅在门、帘开启时掠及该区域边缘，按本工具参数（非法定）未计为问题',
    en: ", of which {n} only {n|grazes|graze} its edge when a door or curtain is open, which by this tool's parameters (not the law's) is not counted as a finding",
  },
  untold: {
    zh: '；另有设于其内或者附近、采集功能不明的设备{n}台，见“capture/unknown-capability”',
    en: "; devices in it or near it of unknown capability, not counted: {n}, see 'capture/unknown-capability'",
  },
  noHeight: { zh: '图中未标明其安装高度', en: 'the drawing does not give its mount height' },
  giveHeight: {
    zh: '为“{device}”写明安装高度（height），米',
    en: "Give '{device}' its mount height (height), in metres",
  },
  noCeiling: {
    zh: '图中未标明{level}的净高',
    en: 'the drawing does not say how high the rooms of {level} are',
  },
  giveCeiling: {
    zh: '为{level}写明楼面至顶棚的高度（ceiling），米',
    en: 'Give {level} the height of its ceiling above the floor (ceiling), in metres',
  },
  vague: { zh: '图中标明其位置有允许偏差', en: 'the drawing gives a tolerance for its position' },
  givePosition: {
    zh: '写明“{device}”的确切位置，去掉位置允许偏差（tolerance.position）；或者以剖面图说明',
    en: "Give '{device}' its exact position without a tolerance (tolerance.position), or a section of the building",
  },
  tooHigh: {
    zh: '按图中标高，其安装高度高于其上方楼层的楼面，互相矛盾',
    en: 'by the elevations given it is mounted above the floor of the level over it, which can not be',
  },
  checkHeight: {
    zh: '核对“{device}”的安装高度（height）和各楼层的标高（elevation）',
    en: "Check the mount height of '{device}' (height) and the elevation of each level",
  },
});

/** Names of the kinds of opening as they stand inside a sentence: glass door. */
export const leaves = catalogue('leaves', {
  passage: { zh: '敞口', en: 'passage' },
  door: { zh: '门', en: 'door' },
  curtain: { zh: '帘', en: 'curtain' },
  'glass-door': { zh: '玻璃门', en: 'glass door' },
  window: { zh: '窗', en: 'window' },
});
