// Texts of the report on a suggestion.
import { catalogue } from '../../../i18n/catalogue.js';

/**
 * Headings and sentences of the report on a suggestion and of its drawings. Figures that are sitecam's own say so where
 * they print.
 */
export const t = catalogue('suggestion', {
  title: { zh: '摄像机推荐布置', en: 'Suggested cameras' },
  nothing: { zh: '', en: '' },
  none: { zh: '—', en: '—' },
  between: { zh: '、', en: ', ' },
  clauseBetween: { zh: '，', en: ', ' },
  partBetween: { zh: '；', en: '; ' },
  more: { zh: '{items}等{n}处', en: '{items} and others, {n} in all' },
  andOthers: { zh: '{items}等', en: '{items} and others' },

  n: { zh: '北', en: 'north' },
  ne: { zh: '东北', en: 'north-east' },
  e: { zh: '东', en: 'east' },
  se: { zh: '东南', en: 'south-east' },
  s: { zh: '南', en: 'south' },
  sw: { zh: '西南', en: 'south-west' },
  w: { zh: '西', en: 'west' },
  nw: { zh: '西北', en: 'north-west' },
  end: { zh: '{zone}{direction}端', en: '{direction} end of {zone}' },
  part: { zh: '{zone}{direction}部', en: '{direction} part of {zone}' },
  middle: { zh: '{zone}中部', en: 'middle of {zone}' },
  side: { zh: '{zone}{direction}侧', en: '{direction} side of {zone}' },
  corner: { zh: '{zone}{direction}角', en: '{direction} corner of {zone}' },
  within: { zh: '{zone}内', en: '{zone}' },
  noZone: { zh: '未命名区域', en: 'no named zone' },

  goalLabel: { zh: '目标', en: 'goal' },
  typesLabel: { zh: '型号', en: 'types' },
  mountingLabel: { zh: '安装', en: 'mounting' },
  privateLabel: { zh: '不得采集', en: 'must not see' },
  keptLabel: { zh: '保留的设备', en: 'devices that stay' },
  scopeLabel: { zh: '适用范围', en: 'scope' },
  'goal-law': {
    zh: '应当设防的部位（下列覆盖率和级别为本工具设定，非法定）',
    en: "the places that must be protected (the shares and levels below are sitecam's, not the law's)",
  },
  'goal-criterion': {
    zh: '设计指标（下列覆盖率和级别为本工具设定，非法定）',
    en: "the design criteria (the shares and levels below are sitecam's, not the law's)",
  },
  'objective-count': { zh: '{goal}；以台数计', en: '{goal}; counted in devices' },
  'objective-price': {
    zh: '{goal}；以型号价格合计计，价格照布设条件文件，不计币种',
    en: '{goal}; counted in the prices of the types, as the catalogue gives them, in no currency',
  },
  'objective-change': {
    zh: '{goal}；以改动量计（转动1、移位或者改型3、取消2、新增10，本工具设定）',
    en: '{goal}; counted in changes (turned 1, moved or of another type 3, removed 2, added 10; ours)',
  },
  'from-file': { zh: '取自布设条件文件{path}', en: 'from the catalogue {path}' },
  'from-plan': { zh: '取自本设计图的deviceTypes', en: "from the plan's own deviceTypes" },
  'from-built-in': {
    zh: '本设计图未列摄像机型号，用本工具自带的{n}种代表型号',
    en: "the plan has no types of cameras: sitecam's own {n} stand in",
  },
  types: { zh: '{source}：{types}', en: '{source}: {types}' },
  type: { zh: '{id}（{details}）', en: '{id} ({details})' },
  field: { zh: '水平视场角{hfov}°', en: '{hfov}° wide' },
  resolution: { zh: '{across}×{up}像素', en: '{across}×{up} px' },
  range: { zh: '作用距离{range}', en: 'range {range}' },
  price: { zh: '价格{price}', en: 'price {price}' },
  'mount-wall': { zh: '墙面', en: 'wall' },
  'mount-corner': { zh: '墙角', en: 'corner' },
  'mount-ceiling': { zh: '吊顶', en: 'ceiling' },
  onWalls: {
    zh: '{mounts}，安装高度{heights}米，距门窗和玻璃{distance}米以上',
    en: '{mounts}, {heights} m above the floor, at least {distance} m from openings and glass',
  },
  orBetween: { zh: '或者', en: ' or ' },
  inCorners: { zh: '墙角处离两侧墙面各{off}米', en: 'in corners {off} m off both walls' },
  onCeilings: {
    zh: '吊顶，净高以下{drop}米，离墙{off}米以上',
    en: 'ceiling, {drop} m below it, at least {off} m off walls',
  },
  noCeilings: {
    zh: '{levels}未写明净高，或者净高不足，不作吊顶安装',
    en: 'none on the ceiling of {levels}, of which no height, or too small a one, is given',
  },
  tilts: { zh: '俯角{low}°～{high}°', en: 'tilts of {low}° to {high}°' },
  noGo: { zh: '另有指定不得安装之处{n}处', en: '{n} {n|place|places} kept free by choice' },
  mountingOurs: { zh: '（非法定）', en: " (none of it the law's)" },
  proofHolds: {
    zh: '以下推荐和证明仅就上述型号和安装条件成立；换用其他型号、高度或者安装方式的，应当重新推求。',
    en: 'What follows holds for these types and mounts alone; with other types, heights or mounts it must be worked out anew.',
  },
  privateByArticle: {
    zh: '{article}所列区域，一律不得可及；开门时的轻微掠视不计',
    en: 'nothing of the places of {article} may be in view, but for grazes past an opened door',
  },
  privateNone: { zh: '审查依据未列此类区域', en: 'the laws of this run name no such place' },
  keptNone: { zh: '0台', en: 'none' },
  keptSome: { zh: '{n}台（{ids}）', en: '{n} ({ids})' },

  levelTitle: { zh: '{name}（{id}）', en: '{name} ({id})' },
  number: { zh: '图号', en: 'number' },
  device: { zh: '编号', en: 'id' },
  typeHead: { zh: '型号', en: 'type' },
  place: { zh: '位置', en: 'place' },
  coordinates: { zh: '坐标', en: 'position' },
  mounted: { zh: '安装', en: 'mounted' },
  heading: { zh: '朝向', en: 'heading' },
  tilt: { zh: '俯角', en: 'tilt' },
  priceHead: { zh: '价格', en: 'price' },
  covers: { zh: '单台覆盖', en: 'covers by itself' },
  at: { zh: '{mount}{height}', en: '{mount}, {height}' },
  coversShare: { zh: '{zone}{share}', en: '{zone} {share}' },
  noCamera: { zh: '本层没有推荐新设的摄像机。', en: 'No camera is suggested on this level.' },
  requirement: { zh: '部位', en: 'place' },
  basis: { zh: '依据', en: 'basis' },
  level: { zh: '级别', en: 'level' },
  needed: { zh: '应达', en: 'asked' },
  keptShare: { zh: '保留的设备已达', en: 'by those that stay' },
  drawnShare: { zh: '原图', en: 'as drawn' },
  reached: { zh: '推荐布置达到', en: 'as suggested' },
  result: { zh: '结果', en: 'result' },
  met: { zh: '达到', en: 'met' },
  unmet: { zh: '未达到', en: 'not met' },
  atLevel: { zh: '{name}级，{density}像素/米', en: '{name}, {density} px/m' },
  drawing: { zh: '推荐布置图', en: 'drawing' },

  conclusion: { zh: '结论', en: 'Conclusion' },
  scope: {
    zh: '（就上述型号和安装条件，任何位置、朝向均已计入）',
    en: ' (with the types and mounts above, every place and heading counted)',
  },
  scopeOfReport: {
    zh: '（就报告所列型号和安装条件，任何位置、朝向均已计入）',
    en: ' (with the types and mounts of the report, every place and heading counted)',
  },
  'proved-count': {
    zh: '推荐{n}台，已证明不能更少{scope}。',
    en: '{n} suggested, and proved that no fewer will do{scope}.',
  },
  'proved-price': {
    zh: '推荐{n}台，价格合计{cost}，已证明不能更低{scope}。',
    en: '{n} suggested, at {cost} in all, and proved that none costs less{scope}.',
  },
  'proved-change': {
    zh: '推荐改动{n}处，改动量{cost}，已证明不能更小{scope}。',
    en: '{n} {n|change|changes} suggested, {cost} in all, and proved that less will not do{scope}.',
  },
  'gap-count': {
    zh: '推荐{n}台；已证明至少需{bound}台，是否存在{open}台的方案未能判定{scope}。',
    en: '{n} suggested; proved that at least {bound} are needed; whether {open} will do is not decided{scope}.',
  },
  'gap-price': {
    zh: '推荐{n}台，价格合计{cost}；已证明至少需{bound}，是否存在价格更低的方案未能判定{scope}。',
    en: '{n} suggested, at {cost} in all; proved that at least {bound} is needed; whether less will do is not decided{scope}.',
  },
  'gap-change': {
    zh: '推荐改动{n}处，改动量{cost}；已证明至少需{bound}，是否存在改动更小的方案未能判定{scope}。',
    en: '{n} {n|change|changes} suggested, {cost} in all; proved that at least {bound} is needed; whether less will do is not decided{scope}.',
  },
  'even-count': {
    zh: '推荐{n}台，已证明至少需{bound}台{scope}。',
    en: '{n} suggested; proved that at least {bound} are needed{scope}.',
  },
  'even-price': {
    zh: '推荐{n}台，价格合计{cost}，已证明至少需{bound}{scope}。',
    en: '{n} suggested, at {cost} in all; proved that at least {bound} is needed{scope}.',
  },
  'even-change': {
    zh: '推荐改动{n}处，改动量{cost}，已证明至少需{bound}{scope}。',
    en: '{n} {n|change|changes} suggested, {cost} in all; proved that at least {bound} is needed{scope}.',
  },
  numbers: { zh: '{from}至{to}', en: '{from} to {to}' },
  'bare-count': { zh: '推荐{n}台；能否更少，未作证明。', en: '{n} suggested; whether fewer will do was not proved.' },
  'bare-price': {
    zh: '推荐{n}台，价格合计{cost}；能否更低，未作证明。',
    en: '{n} suggested, at {cost} in all; whether less will do was not proved.',
  },
  'bare-change': {
    zh: '推荐改动{n}处，改动量{cost}；能否更小，未作证明。',
    en: '{n} {n|change|changes} suggested, {cost} in all; whether less will do was not proved.',
  },
  stays: { zh: '另有不动的摄像机{n}台。', en: ' {n} more {n|camera stays|cameras stay} as drawn.' },
  incomplete: { zh: '未得出满足全部要求的布置：{counts}。', en: 'No design that meets all is given: {counts}.' },
  impossibleParts: {
    zh: '{n}个部分不存在符合要求的布置（已证明）',
    en: '{n} {n|part has|parts have} none (proved)',
  },
  undecidedParts: { zh: '{n}个部分未能判定', en: '{n} {n|part is|parts are} not decided' },
  stoppedParts: { zh: '{n}个部分推求中止', en: '{n} {n|part was|parts were} stopped' },
  otherParts: { zh: '其余{n}个部分：', en: ' Of the other {n|part|parts}: ' },
  nothingAsked: {
    zh: '0台：{article}对{levels}没有按上述目标应当由摄像机覆盖的部位。',
    en: '0: {article} asks cameras of no place on {levels} under the goal above.',
  },
  nothingAskedAtAll: {
    zh: '0台：{levels}没有按上述目标应当由摄像机覆盖的部位。',
    en: '0: no place on {levels} is to be covered by cameras under the goal above.',
  },
  metAlready: {
    zh: '0台：保留的设备已达到全部{n}项要求，无须增设。',
    en: '0: the devices that stay meet all {n} {n|requirement|requirements} already.',
  },

  partHead: { zh: '部分', en: 'part' },
  zonesHead: { zh: '部位', en: 'places' },
  costHead: { zh: '推荐', en: 'suggested' },
  boundHead: { zh: '已证明至少需', en: 'proved to need' },
  'conclusion-proved': { zh: '已证明', en: 'proved' },
  'conclusion-gap': { zh: '上下界有差', en: 'bounds apart' },
  'conclusion-impossible': { zh: '不存在（已证明）', en: 'none (proved)' },
  'conclusion-undecided': { zh: '未能判定', en: 'not decided' },
  'conclusion-stopped': { zh: '已中止', en: 'stopped' },
  impossible: {
    zh: '{zone}：就上述型号和安装条件，不存在符合要求的布置（已证明）。{why}合计至多覆盖{most}，应达{share}（{at}）。',
    en: '{zone}: with the types and mounts above no design meets what is asked (proved). {why}cover {most} of it at most, where {share} is asked ({at}).',
  },
  impossibleBy: {
    zh: '凡不可及{zones}的位置和朝向，不论几台，',
    en: 'All places and headings that see nothing of {zones}, however many, together ',
  },
  impossibleAll: { zh: '任何位置和朝向，不论几台，', en: 'All places and headings, however many, together ' },
  undecided: {
    zh: '{zone}：未能判定。未得出符合要求的布置，亦未证明不存在；已证明的可覆盖上限为{most}，应达{share}（{at}）。',
    en: '{zone}: not decided. No design is found that meets what is asked, nor is it proved that there is none; no more than {most} can be covered (proved), {share} is asked ({at}).',
  },
  mountless: {
    zh: '{zone}：没有可以安装摄像机而望见该部位的位置（按上述型号和安装条件），未作推求，亦未证明不存在符合要求的布置；应达{share}（{at}）。请核对其四周的墙是否画出（该区域有墙的写 enclosed: true）、其内是否不许安装，或者改用其他安装条件。',
    en: '{zone}: no camera can be mounted where it would see this place, with the types and mounts above. Nothing was searched, nor is it proved that no design exists; {share} is asked ({at}). Check that the walls around it are drawn (enclosed: true if the zone has walls) and that mounting in it is not ruled out, or use other mounts.',
  },
  stoppedPart: {
    zh: '{zones}：推求在得出布置之前中止，未能判定。',
    en: '{zones}: the search was stopped before a design was found; not decided.',
  },
  stopped: {
    zh: '推求未进行完毕（由使用人中止，或者达到步数上限）；所列布置和下界为至此所得，均有效。',
    en: 'The search was ended before it was through (by the user, or by its limit of steps); the design and the proved bound are those found so far, and both hold.',
  },
  proof: {
    zh: '证明由{parts}个相互独立的部分、{cells}格组成，对全部位置和朝向逐格求界，非抽样。',
    en: 'The proof has {parts} {parts|part|independent parts} and {cells} {cells|cell|cells}, which bound all places and headings; no sampling.',
  },
  certificate: {
    zh: '证明已写入{file}，可以复核，无须求解器：sitecam verify {file} {plan}',
    en: 'The proof is in {file}; to check it, without a solver: sitecam verify {file} {plan}',
  },

  notes: { zh: '说明', en: 'Notes' },
  privacyExact: {
    zh: '因避让{article}所列区域而多用：{n}台（已证明）。',
    en: 'Keeping out of view what {article} protects takes {n} more {n|camera|cameras} (proved).',
  },
  privacyNothing: {
    zh: '因避让{article}所列区域而多用：0台（不避让也需同样多的摄像机，已证明）。',
    en: 'Keeping out of view what {article} protects takes no more cameras: as many are needed without it (proved).',
  },
  privacyBetween: {
    zh: '因避让{article}所列区域而多用：{least}～{most}台（上下界均已证明）。',
    en: 'Keeping out of view what {article} protects takes {least} to {most} more cameras (both bounds proved).',
  },
  privacyPriceExact: {
    zh: '因避让{article}所列区域，价格合计多{price}（已证明）。',
    en: 'Keeping out of view what {article} protects costs {price} more in all (proved).',
  },
  privacyPriceNothing: {
    zh: '因避让{article}所列区域，价格合计不增加（不避让也需同样的价格，已证明）。',
    en: 'Keeping out of view what {article} protects costs nothing more: without it the price is as high (proved).',
  },
  privacyPriceBetween: {
    zh: '因避让{article}所列区域，价格合计多{least}～{most}（上下界均已证明）。',
    en: 'Keeping out of view what {article} protects costs {least} to {most} more in all (both bounds proved).',
  },
  privacyRules: { zh: '禁止采集的规定', en: 'the ban on capture' },
  drawnFewer: { zh: '原图布置{drawn}台，可少{n}台。', en: '{drawn} drawn; {n} fewer will do.' },
  drawnSame: { zh: '原图布置{drawn}台，与推荐台数相同。', en: '{drawn} drawn, as many as suggested.' },
  drawnMore: { zh: '原图布置{drawn}台，推荐多{n}台。', en: '{drawn} drawn, {n} fewer than suggested.' },
  drawnElsewhere: {
    zh: '其中{n}台（{ids}）不及上列部位，所照看的其他部位不在本次目标之内，取消前须另行考虑。',
    en: ' Of these {n} ({ids}) {n|watches|watch} none of the places above, but others that the goal leaves out: consider those before {n|it goes|they go}.',
  },
  drawnShort: {
    zh: '原图尚不足：{zones}。',
    en: ' As drawn these fall short: {zones}.',
  },
  drawnZone: { zh: '{zone}{before}（应达{share}）', en: '{zone} {before} ({share} asked)' },
  drawnPrivate: {
    zh: '原图的{ids}有采集方面的问题（不符合、待补充或者须审查）。',
    en: ' As drawn these have findings on capture (fail, open or review): {ids}.',
  },
  keptPrivate: {
    zh: '不动的{ids}有采集方面的问题（不符合、待补充或者须审查）；其不及本次要求的部位，或者须保留，未予调整，须另行移出、调整或者取消。',
    en: 'These stay as drawn though they have findings on capture (fail, open or review): {ids}. They cover none of what is asked or have to stay, so nothing is suggested for them: move, turn or remove them besides.',
  },
  drawnNone: { zh: '原图没有可以替换的摄像机。', en: 'The plan has no planned camera to replace.' },
  replaced: {
    zh: '图中拟设的{n}台（{ids}）由推荐布置替换；要保留原有设备、尽量少改的，用 --repair。',
    en: '{n} planned {n|camera|cameras} of the plan ({ids}) {n|is|are} replaced; --repair keeps what is drawn and changes as little as it can.',
  },
  asDrawn: {
    zh: '{zones}不是条款点名的部位，但原图已经设防，一并列为要求，以免替换后失去。',
    en: 'Required as well, since the plan as drawn protects it though no clause names it: {zones}.',
  },
  barred: {
    zh: '{zones}内未选位：其用途未能认定，或者未画门窗洞口，在其内装设的摄像机不论朝向均属待补充或者须审查判定；请先在图中写明或者补画。',
    en: 'No camera is placed in {zones}: the use is not settled, or no way in is drawn, so that lint finds any camera there. State it or draw it first.',
  },
  unknownUse: {
    zh: '用途未定的{n}处按不得采集对待；注明其用途，或可减少设备。',
    en: '{n} {n|zone|zones} of unknown use {n|counts|count} as private; stating what they are for may save cameras.',
  },
  repairs: { zh: '对原有设备的改动', en: 'Changes to what is drawn' },
  repair: { zh: '{id}：{changes}。', en: '{id}: {changes}.' },
  fromTo: { zh: '{what}由{from}改为{to}', en: '{what} from {from} to {to}' },
  now: { zh: '{what}改为{to}', en: '{what} set to {to}' },
  hfov: { zh: '水平视场角', en: 'field of view' },
  height: { zh: '安装高度', en: 'mount height' },
  moved: { zh: '向{direction}移{distance}', en: 'moved {distance} to the {direction}' },
  removed: { zh: '取消', en: 'removed' },
  signs: { zh: '另须设置提示标识', en: 'Signs that become due' },
  signsNote: {
    zh: '推荐布置不含提示标识，下列各项须另行设计。',
    en: 'Signs are not part of what is suggested; these are to be designed besides.',
  },
  verdict: { zh: '{outcome}：{subject}（检查项：{title}）', en: '{outcome}: {subject} (check: {title})' },
  relint: {
    zh: '已照此改图并重新审查：不符合{fail}项，待补充{open}项，须审查判定{review}项（原图为{failBefore}项、{openBefore}项、{reviewBefore}项）；轻微掠视{grazes}处，未列为问题；{fresh}。',
    en: 'The plan so edited was linted again: {fail} {fail|fails|fail}, {open} open, {review} for review ({failBefore}, {openBefore} and {reviewBefore} as drawn); {grazes} {grazes|graze|grazes}, which are no findings; {fresh}.',
  },
  nothingNew: { zh: '未新增问题', en: 'nothing new was found' },
  nothingNewButSigns: { zh: '除提示标识外，未新增问题', en: 'but for signs nothing new was found' },
  newFindings: { zh: '新增问题{n}项', en: '{n} new {n|finding|findings}' },
  rejected: {
    zh: '照此改图后重新审查未获通过，不作推荐，图纸未改。尚有下列问题：',
    en: 'The plan so edited was linted again and not accepted: it is not suggested, and the plan is unchanged. These findings remain:',
  },
  rejectedShort: {
    zh: '照此改图并重新审查，{zones}仍未达到要求，不作推荐，图纸未改。',
    en: 'The plan so edited was linted again, and these still fall short: {zones}. It is not suggested, and the plan is unchanged.',
  },
  rejectedUnjudged: {
    zh: '因图纸差错，{zones}是否达到要求无法判定，不作推荐，图纸未改；改正差错后再作推荐。',
    en: 'Because of faults of the plan it is not decided whether what is asked is met in: {zones}. Nothing is suggested, and the plan is unchanged; mend the faults and run it again.',
  },
  rejectedBefore: {
    zh: '照此改图后重新审查未获通过，不作推荐，图纸未改；原图的问题仍在：不符合{fail}项，待补充{open}项，须审查判定{review}项。',
    en: 'The plan so edited was linted again and not accepted: it is not suggested, and the plan is unchanged. Its findings remain: {fail} {fail|fails|fail}, {open} open, {review} for review.',
  },
  candidate: {
    zh: '以下布置未经重新审查通过，仅供查看。',
    en: 'What follows has not passed a lint of the edited plan, and is for looking at only.',
  },
  remaining: { zh: '新增或者仍在的问题', en: 'Findings that are new or remain' },
  zoneCamera: {
    zh: '{type}，{place}，{mounted}，朝向{heading}°，俯角{tilt}°；单台覆盖{covers}',
    en: '{type}, {place}, {mounted}, heading {heading}°, tilt {tilt}°; covers by itself {covers}',
  },
  zoneReached: {
    zh: '{zone}：原图覆盖{before}，采用后{after}（应达{share}，{at}，本工具设定，非法定）。',
    en: "{zone}: {before} covered as drawn, {after} with what is suggested ({share} asked, {at}; sitecam's figures, not the law's).",
  },
  zoneScope: {
    zh: '（就所列型号和安装条件，任何位置、朝向均已计入）',
    en: ' (with the types and mounts listed, every place and heading counted)',
  },
  zoneNothing: {
    zh: '{zone}没有应当由摄像机覆盖的要求（法规未列、属于禁止采集的区域、用途未定，或者已由其他方式设防），不作推荐。',
    en: 'Nothing asks that cameras cover {zone}: the law does not list it, capture is banned there, its use is unknown, or it is protected by other means. Nothing is suggested.',
  },
  zoneUnjudged: {
    zh: '{zone}因图纸差错不能判定，不作推荐；请先改正图纸差错。',
    en: "{zone} can't be judged because of faults in the drawing; correct these first. Nothing is suggested.",
  },
  zoneMet: {
    zh: '{zone}按原图已达到要求，无须补设。',
    en: '{zone} meets what is asked as drawn; no camera need be added.',
  },
  signDue: {
    zh: '推荐不含提示标识；采用后另有{n}项提示标识须设计。',
    en: 'Signs are not part of what is suggested; {n} more {n|finding|findings} on signs will ask for some.',
  },

  closing: {
    zh: '本结果为本工具推荐，非法定；是否符合国家有关标准未作审查。',
    en: "This is sitecam's suggestion, not the law's; whether national standards are met was not examined.",
  },

  sheetTitle: { zh: '推荐布置图', en: 'Suggested cameras' },
  listTitle: { zh: '推荐的摄像机', en: 'Suggested' },
  legendSuggested: { zh: '推荐的摄像机（图号同表）', en: 'suggested (number: see table)' },
  legendView: { zh: '推荐摄像机的最小可视范围', en: 'must-see of the suggested' },
  legendKept: { zh: '不动的摄像机及其最小可视范围', en: 'camera that stays, its must-see' },
  legendReplaced: { zh: '取消的摄像机（划去）', en: 'replaced (struck through)' },
  legendTurned: { zh: '改动后的摄像机', en: 'camera as changed' },
  legendChanged: { zh: '改动前的位置和朝向', en: 'as it was before the change' },
  legendOther: { zh: '其他设备', en: 'other device' },
  legendRequired: { zh: '要求覆盖的部位（粗框）', en: 'to be covered (thick outline)' },
  legendPrivate: { zh: '禁止采集音视频的区域', en: 'no sound or image' },
  legendUncovered: { zh: '未覆盖的余部', en: 'left uncovered' },
  legendWeight: { zh: '证明中的权重（越深越需要）', en: 'weight in the proof (darker: more)' },
  legendOtherZone: { zh: '其他区域', en: 'other zone' },
});
