// Texts of the engine itself.

import { configText } from '../../config/texts.js';
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import { packText } from '../../law/read/texts.js';
import { planFileText, planText } from '../../plan/read/texts.js';
import { limitText, reachText, schemaText, sourceText, termsText } from '../../source/texts.js';
import { baselineText } from '../baseline/texts.js';
import { doubtText } from '../doubts/texts.js';
import { fixText } from '../fixes/texts.js';
import { redactText } from '../redact/texts.js';

/** Texts that the engine gives in place of a rule's. Their ids start with `engine/`, as no rule's do. */
export const engineText = catalogue('engine', {
  duty: { zh: '依{clause}，{words}。', en: 'Under {clause}, {words}.' },
  leavesUndecided: {
    zh: '另有{n}项因此未判定。',
    en: 'For this {n} more {n|verdict is|verdicts are} undecided.',
  },
  tainted: {
    zh: '本项所依据的图纸内容有误（见“{faults}”），改正前无法判定。',
    en: "What this rests on is faulty in the plan (see '{faults}'); it can't be told until that is corrected.",
  },
  gone: {
    zh: '比对基准中的本项问题（{subject}，{outcome}）已消除。',
    en: 'The finding of the baseline on {subject} ({outcome}) is gone.',
  },
  off: {
    zh: '规则“{rule}”经配置关闭，未执行；所涉条文在本规则范围内未作审查。',
    en: "The rule '{rule}' was switched off by a configuration and not run; the clauses it judges weren't examined as far as it goes.",
  },
  fault: {
    zh: '审查该设计图时本工具自身出现故障，并非设计图的问题，未作出任何判定；其余设计图不受影响。',
    en: "sitecam itself failed on this plan, which is no fault of the plan's; nothing was decided of it. Other plans aren't affected.",
  },
  region: {
    zh: '地区代码“{region}”不在数据包{packs}的适用范围（{regions}）内，未作任何判定。确需按其审查的，请加“{options}”。',
    en: "The region '{region}' is not governed by {packs} ({regions}); nothing was decided. To judge by it all the same, say '{options}'.",
  },
  noLaw: {
    zh: '本工具所收法规在{day}均不适用于地区代码“{region}”，未作任何判定。另有法规的，以 --pack 给出。',
    en: "None of the laws that come with sitecam is in force in region '{region}' on {day}; nothing was decided. Give another law with --pack.",
  },
  sameTerms: {
    zh: '原因与设计图“{plan}”相同（同一配置、例外说明、比对基准或者法规数据包），见该图。',
    en: "For the same reason as the plan '{plan}', by the same configuration, waivers, baseline or law pack; see there.",
  },
  correct: {
    zh: '先改正“{faults}”，再行审查。',
    en: "Correct '{faults}' first, then lint again.",
  },
  andMore: { zh: '{named}；另有{n}项', en: '{named}; and {n} more' },
  faultyPart: { zh: '图中有误的内容{subject}', en: 'the faulty part {subject}' },
});

/** Texts of the page of assumptions and of the cautions that a report opens with. */
export const t = catalogue('notes', {
  comma: { zh: '、', en: ', ' },
  clauseComma: { zh: '，', en: ', ' },
  etc: { zh: '等', en: ' …' },
  judgedBy: { zh: '审查依据', en: 'Judged by' },
  text: { zh: '文本', en: 'Text' },
  textNotice: { zh: '文本说明', en: 'On the text' },
  pack: { zh: '法规数据包', en: 'Pack' },
  packFile: {
    zh: '法规数据包文件“{path}”（SHA-256，非本工具自带）',
    en: "File of the pack '{path}' (SHA-256; not sitecam's)",
  },
  packHash: { zh: '法规数据包“{id}”（SHA-256）', en: "Pack '{id}' (SHA-256)" },
  region: { zh: '地区', en: 'Region' },
  noRegion: {
    zh: '图中未标明，按在条例适用的行政区域内审查',
    en: 'not stated; judged as lying where the regulation applies',
  },
  erratum: { zh: '{clause}文字更正', en: 'Erratum in {clause}' },
  day: { zh: '审查日', en: 'Day' },
  waiverFile: { zh: '例外说明文件“{path}”（SHA-256）', en: "File of waivers '{path}' (SHA-256)" },
  planFile: { zh: '图纸文件“{path}”（SHA-256）', en: "Plan file '{path}' (SHA-256)" },
  origin: { zh: '投影原点（经度，纬度）', en: 'Origin of the projection (lon, lat)' },
  shift: { zh: '坐标平移（米）', en: 'Coordinates shifted by (m)' },
  reviewedAs: { zh: '审查方式', en: 'Reviewed as' },
  reviewer: {
    zh: '审查人模式：不采纳设计图文件夹中的配置和比对基准，判定所依据的设计人员声明逐项提示',
    en: "a reviewer: no configuration or baseline from the plan's folder is taken, and what rests on the author's word is said",
  },
  models: { zh: '型号资料', en: 'Catalogue of models' },
  noModels: {
    zh: '未采用（--no-catalogue）：图中未写明的参数按不明处理',
    en: "not used (--no-catalogue): what the plan doesn't say stays unknown",
  },
  modelFile: {
    zh: '型号资料文件“{path}”（SHA-256，非本工具自带）',
    en: "Catalogue of models '{path}' (SHA-256; not sitecam's)",
  },
  modelTable: {
    zh: '{name}，提交{commit}，{day}；第三方资料，未经核实，审查人可以要求提供产品说明书',
    en: "{name}, commit {commit}, {day}; a third party's data, not verified: a reviewer may demand the makers' data sheets",
  },
  modelRow: { zh: '型号“{model}”的参数（{ids}）', en: "Data of the model '{model}' ({ids})" },
  modelValue: {
    zh: '图中未写明，按型号资料：{facts}；出处：{source}（{day}）',
    en: 'not in the plan; by the catalogue of models: {facts}; from {source} ({day})',
  },
  modelAlias: {
    zh: '{facts}（资料将其列为“{record}”的另一型号，声音采集不据以认定）',
    en: "{facts} (of the record of '{record}', which lists this number as another name; its sound is not taken)",
  },
  waivers: { zh: '例外说明', en: 'Waivers' },
  waiversListed: { zh: '只列出，一律不适用', en: 'listed, and none applied' },
  criterion: { zh: '设计指标：{places}', en: 'Design criterion: {places}' },
  share: { zh: '{share}（{detail}级）', en: '{share} ({detail})' },
  densityTo: {
    zh: '{name}级像素密度（非国家有关标准）',
    en: 'Pixel density to {name} (of no national standard)',
  },
  density: { zh: '{density}像素/米，{source}', en: '{density} px/m, {source}' },
  view: { zh: '可及{kinds}的视线', en: 'View of {kinds}' },
  viewThroughGlass: { zh: '可及{kinds}的视线（经玻璃）', en: 'View of {kinds} (through glass)' },
  from: { zh: '{density}像素/米起{outcome}', en: '{outcome} from {density} px/m' },
  fail: { zh: '不符合', en: 'fail' },
  review: { zh: '须审查判定', en: 'review' },
  reading: {
    zh: '条文未列举，可能属于{clause}，须审查判定',
    en: 'not named by the text, perhaps within {clause}: for review',
  },
  protection: { zh: '设防判定：{device}', en: 'Protection: {device}' },
  protectsWhole: {
    zh: '单独即可认为其所在的{places}已设防；在其他部位须审查判定',
    en: 'protects by itself the {places} it stands in; elsewhere it is for review',
  },
  protectsSmall: {
    zh: '单独即可认为其所在的不大于{area}平方米的{places}已设防；在其他部位须审查判定',
    en: 'protects by itself the {places} of up to {area} m² that it stands in; elsewhere it is for review',
  },
  guardsWhole: {
    zh: '控制每个入口的，即可认为{places}已设防；在其他部位须审查判定',
    en: 'protects by itself {places} of which every way in has one; elsewhere it is for review',
  },
  written: {
    zh: '审查依据中的法规数据包“{id}”不是本工具自带的，其条文和判定未经本工具核对，请核对：“{path}”（{hash}）。',
    en: "The pack '{id}' that this report judges by doesn't come with sitecam; its texts and what follows from them were not checked here, please check: '{path}' ({hash}).",
  },
  hashesBelow: { zh: '各文件的SHA-256见“前提与假定”', en: 'its files by SHA-256: see the assumptions' },
  unjudged: {
    zh: '依运行时的指定，未按下列现行法规审查：{laws}。',
    en: 'As whoever ran this chose, it is not judged by these laws in force: {laws}.',
  },
  unjudgedByReviewer: {
    zh: '依审查人指定，未按下列现行法规审查：{laws}。',
    en: 'As the reviewer chose, it is not judged by these laws in force: {laws}.',
  },
  noLocalLaw: {
    zh: '本地区地方性法规未收入，未按其审查；图中载明的地区代码为{region}。',
    en: 'The law of this region itself does not come with sitecam, and nothing is judged by it; the plan states region {region}.',
  },
  unusedText: {
    zh: '适用于本地区的{law}文本不全（{lacks}），未列入审查依据；需按其审查的，请加 --pack {pack}。',
    en: 'The text of a law that holds in this region is incomplete, and nothing is judged by it: {law}, {lacks}. To judge by it all the same, say --pack {pack}.',
  },
  notYet: {
    zh: '{law}自{day}起施行，审查日在此之前，未列入审查依据。',
    en: '{law} is in force from {day}, after the day of review, and is not judged by.',
  },
  assumedRegion: {
    zh: '图中未载明地区代码，按适用{law}的地区审查。',
    en: 'The plan states no region; it is judged as lying where this law applies: {law}.',
  },
  incomplete: {
    zh: '依指定列入审查依据的{law}，{lacks}；请核对现行文本。',
    en: 'Judged by {law}, as somebody chose: {lacks}; please check the text in force.',
  },
  foreign: {
    zh: '下列审查依据在审查日不适用于本地区，系依指定列入：{laws}。',
    en: 'Judged by though not in force in this region on the day of review, as somebody chose: {laws}.',
  },
  unsettled: {
    zh: '用途未定的区域{n}处（{zones}）；取决于其用途的结论为待补充，见“前提与假定”。',
    en: 'Zones of unknown use: {n} ({zones}); what hangs on their use is open, see the assumptions.',
  },
  relabelled: {
    zh: '设计人员在 overrides 中把图形所绘的涉及个人隐私的区域{n}处改写为其他类型，按改写后的类型审查，请核对：{zones}。',
    en: 'In overrides the author states other kinds for {n} of the private places that are drawn; they are judged by the stated kinds, please check: {zones}.',
  },
  relabelledZone: { zh: '“{id}”（{was}改写为{is}）', en: "'{id}' ({was} → {is})" },
  unstated: {
    zh: '设计人员在 overrides 中去除了区域{n}处的“用途未定”，但未写明其用途，按不涉及个人隐私审查，请核对：{zones}。',
    en: "In overrides the author takes 'use unknown' away from zones without saying their use, {n} in all; they are judged as not private, please check: {zones}.",
  },
  loosened: { zh: '配置放宽：{what}。', en: 'Loosened by configuration: {what}.' },
  decisions: { zh: '审查决定文件“{file}”（SHA-256）', en: "File of decisions '{file}' (SHA-256)" },
  unapplied: {
    zh: '未采纳例外说明{n}条：只列出，不适用于任何问题。',
    en: '{n} {n|waiver is|waivers are} listed and not taken: none sets a finding aside.',
  },
  provision: { zh: '（{clause}）', en: ' ({clause})' },
  level: {
    zh: '规则“{rule}”{provision}由“{was}”改为“{now}”，见“{line}”',
    en: "rule '{rule}'{provision} from '{was}' to '{now}', '{line}'",
  },
  parameter: {
    zh: '参数{name}（{what}）由{was}改为{now}，见“{line}”',
    en: "parameter {name} ({what}) from {was} to {now}, '{line}'",
  },
  profile: {
    zh: '设计指标改用指标集“{profile}”，有低于本工具设定之处，见“{line}”',
    en: "design criteria by the profile '{profile}', which asks for less in places, '{line}'",
  },
  configurationFile: { zh: '配置文件“{path}”（SHA-256）', en: "Configuration '{path}' (SHA-256)" },
  configuredLevel: { zh: '配置的规则级别', en: 'Level by configuration' },
  configuredParameter: { zh: '配置的参数', en: 'Parameter by configuration' },
  configuredProfile: { zh: '配置的设计指标集', en: 'Profile of design criteria by configuration' },
  profileAt: { zh: '“{profile}”，见“{line}”', en: "'{profile}', '{line}'" },
  assumed: { zh: '{taken}：{ids}', en: '{taken}: {ids}' },
  unknownUse: { zh: '用途未定的区域（来源写作“{word}”）', en: "Zones of unknown use ('{word}' in their source)" },
  unknownUseUnsaid: { zh: '用途未定的区域（来源未写明）', en: 'Zones of unknown use (unsaid in their source)' },
  unknownUseTaken: {
    zh: '按“其他”绘制，取决于其用途的结论为待补充；共{n}处',
    en: "drawn as 'other'; what hangs on their use is open; {n} in all",
  },
  overridden: {
    zh: '由设计人员改写（overrides）：{sort}，{key}',
    en: 'Stated by the author in overrides: {key} of {sort}',
  },
  leftOut: {
    zh: '由设计人员删去（overrides）：{sort}',
    en: 'Left out by the author in overrides: {sort}',
  },
  leftOutElement: { zh: '{id}（{about}）', en: '{id} ({about})' },
  leftOutWhy: { zh: '理由：{reason}', en: 'reason: {reason}' },
  leftOutOf: {
    zh: '设计人员在 overrides 中删去图形所绘的{sort}{n}处，未按其审查，请核对：{items}{more}。',
    en: 'In overrides the author leaves out {sort} that are drawn, {n} in all; nothing is judged by them, please check: {items}{more}.',
  },
  leftOutMore: { zh: '；其余见“前提与假定”', en: '; for the others see the assumptions' },
  semicolon: { zh: '；', en: '; ' },
  overriddenBy: { zh: '图形中为{was}，改写为{is}：{ids}', en: 'drawn as {was}, stated as {is}: {ids}' },
  notOnLevels: { zh: '不在楼层{levels}', en: 'not on level {levels}' },
  useUnknown: { zh: '{was}（用途未定）', en: '{was} (use unknown)' },
  useUnknownAs: {
    zh: '{was}（用途未定，来源写作“{word}”）',
    en: "{was} (use unknown, '{word}' in its source)",
  },
  unsaid: { zh: '未写明', en: 'unsaid' },
  left: { zh: '不写', en: 'unsaid' },
  hasNone: { zh: '载明无此部位：{place}', en: 'Stated to have none: {place}' },
  reasonBy: { zh: '{reason}（{by}）', en: '{reason} ({by})' },
  opening: { zh: '洞口“{id}”', en: "Opening '{id}'" },
  doorway: { zh: '门“{id}”', en: "Opening '{id}'" },
  standsOpen: { zh: '标明为常开', en: 'stands open' },
  hasFilm: { zh: '标明永久贴膜', en: 'has permanent film' },
  waiver: { zh: '例外说明（无豁免效力）：{rule} {subject}', en: 'Waiver (no legal effect): {rule} {subject}' },
  waiverWhy: { zh: '{reason}（{by}{document}，至{until}）', en: '{reason} ({by}{document}, until {until})' },
  andDocument: { zh: '，{document}', en: ', {document}' },
  designated: { zh: '确定为治安保卫重点单位', en: 'Designated a key unit' },
  designatedBy: { zh: '{by}，{document}，{day}', en: '{by}, {document}, {day}' },
  importantItems: { zh: '重要物品', en: 'Important items' },
  itemsKept: { zh: '存放', en: 'kept' },
  itemsNotKept: { zh: '未存放', en: 'not kept' },
  songAndDance: { zh: '歌舞娱乐场所', en: 'Song-and-dance venue' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  projectFact: { zh: '项目文件：{name}', en: 'Project documents: {name}' },
  zone: { zh: '区域“{id}”', en: "Zone '{id}'" },
  kindConfirmed: {
    zh: '名称“{name}”与类型不一致，说明：{reason}（{by}）',
    en: "its name '{name}' does not agree with its kind; explained: {reason} ({by})",
  },
  isPublic: { zh: '标明为公共区域', en: 'stated to be public' },
  notPublic: { zh: '标明为非公共区域', en: 'stated not to be public' },
  inUse: {
    zh: '在用期间{from}～{to}，审查不因此区分日期',
    en: 'in use {from}–{to}; judged for every day all the same',
  },
  removed: { zh: '标明已拆除、未计入任何判定的设备', en: 'Stated to be removed; counted in no verdict' },
  noImages: { zh: '标明不具有视频采集功能的设备', en: 'Stated to capture no images' },
  noSound: { zh: '标明不具有音频采集功能的设备', en: 'Stated to capture no sound' },
  masked: { zh: '标明设有永久遮蔽的设备', en: 'Stated to have a permanent mask' },
});

/**
 * Assumptions of may-see and must-see that hold for every plan: choices of sitecam's that no figure expresses.
 * `doors` is a label, `doorsTaken` what is assumed of doors; the other keys follow the same pattern.
 */
export const policies = catalogue('policies', {
  doors: { zh: '门、帘', en: 'Doors and curtains' },
  doorsTaken: {
    zh: '最大可视范围按开启计，最小可视范围按关闭计（图中标明常开的除外）',
    en: 'open in the largest view, closed in the smallest unless the plan says they stand open',
  },
  glass: { zh: '玻璃', en: 'Glass' },
  glassTaken: {
    zh: '最大可视范围按透明计（固定且永久贴膜或者不透明的除外），最小可视范围仅在标明透明且无贴膜时按透明计',
    en: 'clear in the largest view unless fixed with permanent film or opaque; clear in the smallest only where the plan says clear and no film',
  },
  lowWalls: { zh: '矮墙、窗台和门楣', en: 'Low walls, sills and lintels' },
  lowWallsTaken: {
    zh: '按图中高度遮挡，未注高度的墙按到顶计；最小可视范围扣除目标高度处被遮挡的全部，最大可视范围只扣除人体全高均被遮挡之处',
    en: 'hide by their drawn heights, walls of unsaid height up to the ceiling; the smallest view loses all that is hidden at the target height, the largest only where a person is hidden from head to foot',
  },
  masks: { zh: '遮蔽、软件限位', en: 'Masks and software limits' },
  masksTaken: {
    zh: '不改变是否“安装”的判定；只有永久遮蔽缩小最大可视范围',
    en: 'never undo installing; only permanent masks make the largest view smaller',
  },
  cameras: { zh: '设防判定：摄像机、探测器', en: 'Protection: cameras and detectors' },
  camerasTaken: {
    zh: '按侦测级最小可视范围、最小探测范围计作用面积；感烟火灾探测器不计',
    en: 'count by the area of their smallest view (detect) or range; smoke detectors do not count',
  },
  readers: { zh: '设防判定：出入口识读装置、门磁开关', en: 'Protection: access readers and door contacts' },
  readersTaken: {
    zh: '对所控门洞两侧的部位均按全部设防计',
    en: 'protect the whole of the zones on both sides of the door they guard',
  },
  tolerance: { zh: '安装误差', en: 'Mounting tolerance' },
  toleranceTaken: {
    zh: '图中未标明时，朝向和俯角按3度与视场角十分之一的较小者计，位置按0计',
    en: 'where the plan gives none: heading and tilt by the smaller of 3° and a tenth of the field of view, position by 0',
  },
  undrawn: { zh: '未划定区域的空间', en: 'Undrawn space' },
  undrawnTaken: {
    zh: '最大可视范围按开敞计，最小可视范围按墙计',
    en: 'open in the largest view, a wall in the smallest',
  },
});

/** Facts that a plan may omit, and what is assumed then. */
export const gaps = catalogue('gaps', {
  heading: { zh: '未标明朝向', en: 'No heading' },
  fieldOfView: { zh: '未标明视场角', en: 'No field of view' },
  allRound: {
    zh: '最大可视范围按全向计，最小可视范围按零计',
    en: 'all round in the largest view, nothing in the smallest',
  },
  tilt: { zh: '未标明俯角', en: 'No tilt' },
  anyTilt: {
    zh: '最大可视范围按任意俯角计，最小可视范围按零计',
    en: 'any tilt in the largest view, nothing in the smallest',
  },
  resolution: { zh: '未标明录像分辨率', en: 'No recorded resolution' },
  anyDensity: {
    zh: '最大可视范围不受像素密度限制，最小可视范围按零计',
    en: 'no limit by pixel density in the largest view, nothing in the smallest',
  },
  height: { zh: '未标明安装高度', en: 'No mounting height' },
  anyHeight: {
    zh: '最大可视范围按地面至顶棚任意高度计，最小可视范围按零计',
    en: 'any height up to the ceiling in the largest view, nothing in the smallest',
  },
  pickup: { zh: '未标明拾音距离', en: 'No pickup distance' },
  defaultPickup: { zh: '按本工具的拾音距离计', en: "sitecam's pickup distance" },
  ceiling: { zh: '未标明层高', en: 'No ceiling' },
  noCeiling: { zh: '层高不限', en: 'taken as unlimited' },
});

/** Names of the levels of severity of rules. */
export const LEVEL_NAMES = catalogue('levels', {
  off: { zh: '不执行', en: 'off' },
  warning: { zh: '提示', en: 'warning' },
  error: { zh: '须改正', en: 'error' },
});

/** Names of the places for which a pack has a word but no zone kind, such as `public`. */
export const places = catalogue('places', {
  any: { zh: '其他所列部位', en: 'other named places' },
  passage: { zh: '通道', en: 'passages' },
  public: { zh: '公共区域', en: 'public areas' },
  designated: { zh: '确定的相关场所或者部位', en: 'designated places' },
  important: { zh: '重要部位', en: 'important parts' },
});

/** Names of the elements that overrides change, in the plural. */
export const elements = catalogue('elements', {
  zone: { zh: '区域', en: 'zones' },
  wall: { zh: '墙', en: 'walls' },
  opening: { zh: '门窗洞口', en: 'openings' },
  device: { zh: '设备', en: 'devices' },
  sign: { zh: '提示标识', en: 'signs' },
});

/** Templates of all texts that faults of files and verdicts of any rule may use, by id. */
export const sharedTemplates = templatesOf(
  engineText,
  fixText,
  redactText,
  termsText,
  sourceText,
  limitText,
  schemaText,
  reachText,
  planFileText,
  planText,
  configText,
  packText,
  baselineText,
  doubtText,
);
