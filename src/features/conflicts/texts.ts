// Texts of conflicts.
import { catalogue } from '../../i18n/catalogue.js';

/** Headings and sentences on conflicts. Figures that are sitecam's own say so where they print. */
export const t = catalogue('conflicts', {
  title: { zh: '应当覆盖与不得采集的冲突', en: 'Where must-watch and must-not-see meet' },
  watchLabel: { zh: '应当覆盖', en: 'must watch' },
  avoidLabel: { zh: '不得采集', en: 'must not see' },
  answerLabel: { zh: '结论', en: 'answer' },
  criterionLabel: { zh: '设计指标', en: 'design criterion' },
  maskLabel: { zh: '遮蔽', en: 'mask' },
  drawingLabel: { zh: '图', en: 'drawing' },
  nothing: { zh: '', en: '' },
  fail: { zh: '不符合', en: 'fail' },
  open: { zh: '待补充', en: 'open' },
  review: { zh: '须审查判定', en: 'review' },
  orBetween: { zh: '或者', en: ' or ' },
  andBetween: { zh: '、', en: ' and ' },
  clauseBetween: { zh: '，', en: ', ' },
  partBetween: { zh: '；', en: '; ' },

  watch: {
    zh: '{zone}（{clauses}）：照图覆盖{before}，不计本机为{others}；判定值{threshold}%（{at}，本工具设定，非法定）。',
    en: "{zone} ({clauses}): {before} covered as drawn, {others} without this camera; threshold {threshold}% ({at}; ours, not the law's).",
  },
  onlyCriterion: {
    zh: '{zone}：不计本机仍为已设防；仅设计指标有赖于本机，照图覆盖{before}，不计本机为{others}，设定值{threshold}%（{at}，非条例规定）。',
    en: "{zone}: protected without this camera too; only the design criterion hangs on it: {before} covered as drawn, {others} without it, {threshold}% set ({at}; not the regulation's).",
  },
  atLevel: { zh: '{name}级，{density}像素/米', en: '{name}, {density} px/m' },
  avoid: { zh: '{zone}（{clauses}）：{how}，{outcome}。', en: '{zone} ({clauses}): {how}; {outcome}.' },
  inside: { zh: '设于其内或者附近', en: 'stands in it or near it' },
  seen: { zh: '可及', en: 'is seen' },
  seenArea: { zh: '可及{area}', en: '{area} seen' },
  covers: { zh: '{zone}的覆盖率达到{threshold}%', en: 'covers {threshold}% of {zone}' },

  heading: {
    zh: '朝向{was}改为{now}°（向{side}转{by}°）',
    en: 'the heading{was} to {now}° ({by}° to the {side})',
  },
  left: { zh: '左', en: 'left' },
  right: { zh: '右', en: 'right' },
  tilt: { zh: '俯角{was}改为{now}°', en: 'the tilt{was} to {now}°' },
  hfov: {
    zh: '水平视场角{was}改为{now}°并锁定焦距（locked: true）',
    en: 'the field of view{was} to {now}°, the zoom locked (locked: true)',
  },
  was: { zh: '由{degrees}°', en: ' from {degrees}°' },
  pose: {
    zh: '可以兼顾：{changes}。改后{kept}不再有可及{zones}而须纠正或者须审查的情形。{proof}，{nothing}。',
    en: 'Both can be had: change {changes}. Then {kept}nothing of {zones} is in view that fails or needs review. {proof}: {nothing}.',
  },
  judgedAgain: {
    zh: '该姿态不写在本设备处，已照此重新判定',
    en: 'The pose is not written with the device; judged again with it',
  },
  editedAgain: { zh: '已照此改图并重新审查', en: 'The plan so edited was linted again' },
  nothingNew: { zh: '未新增问题', en: 'nothing new was found' },
  nothingButCriterion: {
    zh: '除设计指标外，未新增问题',
    en: 'but for the design criterion nothing new was found',
  },
  kept: { zh: '{zone}覆盖{after}', en: '{zone} is {after} covered' },
  keptAll: { zh: '{parts}，', en: '{parts} and ' },
  sector: { zh: '{from}°～{to}°', en: '{from}° to {to}°' },
  anyHeading: { zh: '任何朝向', en: 'any heading' },

  proof: {
    zh: '（对全部姿态分{cells}格逐格界定，非抽样）',
    en: ' (bounded for all poses in {cells} {cells|cell|cells}; no sampling)',
  },
  noneInside: {
    zh: '该安装点不能兼顾：设备设于{zones}内或者附近，转向何处均属在该处安装；须移出，或者改用不具有音视频采集功能的设备。',
    en: 'Not from this mounting point: the device stands in {zones} or near it, and wherever it is aimed it is installed there. Move it out, or use a device that captures neither sound nor image.',
  },
  nonePtz: {
    zh: '不能以调整预置位兼顾：云台在其可转范围内可及{zones}，与预置位无关；{ways}须设硬限位、改变安装位置、设置永久遮蔽（随动，各倍率均有效）或者改用不具有音视频采集功能的设备。',
    en: 'No preset will do: within its range the PTZ sees {zones}, whatever its preset. {ways}Give it hard limits, move it, set a permanent mask (dynamic, at every zoom) or use a device that captures neither sound nor image.',
  },
  noneCoverage: {
    zh: '该安装点不能兼顾：在该安装点，本机无论朝向何处，均不能使{needs}{proof}；须改变安装位置或者增设设备。',
    en: 'Not from this mounting point: however it is aimed there, no pose {needs}{proof}. Move it or add devices.',
  },
  noneSight: {
    zh: '该安装点不能兼顾：在该安装点，凡能使{needs}的朝向{within}，均可及{by}{proof}；{ways}须改变安装位置、设置永久遮蔽或者改用不具有音视频采集功能的设备。',
    en: 'Not from this mounting point: every pose that {needs}{within} sees {by}{proof}. {ways}Move it, set a permanent mask or use a device that captures neither sound nor image.',
  },
  within: { zh: '（均在{sectors}以内）', en: ' (all within {sectors})' },
  reviewFirst: {
    zh: '该可及情形是否符合规定由审查人判定，判定不符合的，',
    en: 'Whether what is seen complies is for the reviewer to judge; where it does not: ',
  },

  'undecided-device': {
    zh: '未能判定：本工具只就朝向、俯角、视场角、分辨率和安装高度均已注明的单镜头定焦、变焦摄像机作此推求；鱼眼、多镜头、云台、人脸终端等须另行判断。',
    en: 'Not decided: this is worked out only for cameras with one fixed or varifocal lens whose heading, tilt, field of view, resolution and height are given; fisheyes, multi-sensor devices, PTZs and face terminals are for a person.',
  },
  'undecided-resolution': {
    zh: '未能判定：细分至{resolution}°（本工具设定）仍有姿态既未试成、亦不能排除；不作为“不能兼顾”的证明。',
    en: 'Not decided: down to {resolution}° (ours) there are poses that neither were found to do nor can be excluded. This is no proof that none does.',
  },
  'undecided-effort': {
    zh: '未能判定：推求所需的计算量超出上限（见 --limit work）；不作为“不能兼顾”的证明。',
    en: 'Not decided: it takes more work than is allowed (see --limit work). This is no proof that none does.',
  },
  'undecided-others': {
    zh: '未能判定：有姿态可以两者兼顾，但所试的均引起其他新的问题；须结合其他设备一并调整。',
    en: 'Not decided: some poses do both, but each of those tried brings another finding with it. Other devices must be changed along with it.',
  },

  criterion: { zh: '（非条例规定）{figures}。{tail}', en: "(not the regulation's) {figures}. {tail}" },
  criterionDrawn: {
    zh: '{zone}照图{before}，设定值{threshold}%（{at}）',
    en: '{zone} {before} as drawn, {threshold}% set ({at})',
  },
  criterionThen: {
    zh: '{zone}照图{before}，改后{after}，设定值{threshold}%（{at}）',
    en: '{zone} {before} as drawn, then {after}, {threshold}% set ({at})',
  },
  criterionMet: { zh: '上述姿态同时达到。', en: 'The pose above meets it too.' },
  criterionUndecided: { zh: '能否同时达到，未能判定。', en: 'Whether it can be met as well is not decided.' },
  criterionNever: {
    zh: '在该安装点，本机无论朝向何处均不能达到（已证明）。',
    en: 'From this mounting point no pose meets it (proved).',
  },
  criterionSees: {
    zh: '在该安装点，凡能达到的姿态均可及禁止采集的区域（已证明）。',
    en: 'From this mounting point every pose that meets it sees where nobody may capture (proved).',
  },
  criteriaNever: {
    zh: '在该安装点，没有一个姿态能同时达到应当覆盖的要求和设计指标（已证明）；其中一项能否单独达到，不在此证明之内。',
    en: 'From this mounting point no one pose meets all that must be watched and the design criteria together (proved); whether it meets one of them alone is not what was proved.',
  },
  criteriaSee: {
    zh: '在该安装点，凡能同时达到应当覆盖的要求和设计指标的姿态，均可及禁止采集的区域（已证明）。',
    en: 'From this mounting point every pose that meets all that must be watched and the design criteria together sees where nobody may capture (proved).',
  },
  mask: {
    zh: '可设永久遮蔽：已试改图纸并重新审查，该问题消除，除设计指标外，未新增问题；遮蔽多边形见 json 格式的 edits，或者用 sitecam lint --fix-geometry。',
    en: 'A permanent mask will do: tried on the plan and linted again, the finding is gone and, but for the design criterion, nothing new is found. Its polygon is in the edits of the json format; see also sitecam lint --fix-geometry.',
  },

  tainted: {
    zh: '另有{n}项可及禁止采集区域的判定因图纸差错待补充，未列入。',
    en: ' {n} {n|verdict|verdicts} on views {n|is|are} open because of faults of the plan, and {n|is|are} not among them.',
  },
  free: {
    zh: '另有{n}台可及或者设于禁止采集区域的，逐台看，转开或者撤去不影响设防，见 sitecam lint。',
    en: ' {n} more capture where nobody may and can, each by itself, be turned away or left out without any loss of protection: see sitecam lint.',
  },
  needed: {
    zh: '另有{n}台可及或者设于禁止采集区域的，撤去其中任一台，即有关于设防或者设计指标的判定变差，见 sitecam lint。',
    en: ' {n} more {n|captures|capture} where nobody may, and without any one of them a verdict on protection or on a design criterion gets worse: see sitecam lint.',
  },
  mandated: {
    zh: '另有{n}台可及或者设于禁止采集区域的，图中载明依其他规定设于该处，能否转开或者撤去未作推求，见 sitecam lint。',
    en: ' {n} more {n|captures|capture} where nobody may, and by the plan another rule orders {n|it|them} there; whether {n|it|they} can be turned away or left out was not worked out: see sitecam lint.',
  },
  noneReaching: {
    zh: '图中没有使部位达到设防要求（或者设计指标）、又可及禁止采集区域的摄像机。{free}{tainted}',
    en: 'No camera in the plan both brings a place to the protection (or design criterion) asked and captures where nobody may.{free}{tainted}',
  },
  none: {
    zh: '图中没有既为应当设防的部位（或者设计指标）所依赖、又可及禁止采集区域的摄像机。{free}{tainted}',
    en: "No camera in the plan both is what a place's protection (or a design criterion) hangs on and captures where nobody may.{free}{tainted}",
  },
  headline: {
    zh: '应当覆盖与不得采集相冲突的摄像机{all}台：可以兼顾{pose}台，该安装点不能兼顾{none}台，未能判定{undecided}台。{free}{tainted}',
    en: 'Cameras that must watch one place and may not capture another: {all}; both can be had of {pose}, not from the mounting point of {none}, not decided of {undecided}.{free}{tainted}',
  },
  innerRing: { zh: '内圈：可达到应当覆盖的要求', en: 'inner ring: covers what it must' },
  middleRing: { zh: '中圈：不及禁止采集的区域', en: 'middle ring: sees nothing private' },
  outerRing: { zh: '外圈：两者兼得', en: 'outer ring: both' },
  roseNote: {
    zh: '各圈按每5°一个朝向、数个俯角试算绘出，仅供查看；结论以文字为准。细箭头为照图朝向，粗箭头为改后朝向。',
    en: 'Rings are drawn from trials every 5° at several tilts, for looking at; the text is what holds. Thin arrow: as drawn; thick: as proposed.',
  },
  terms: {
    zh: '姿态指朝向和俯角（{low}°～{high}°）；变焦镜头兼及可锁定的视场角。设于墙上的，只计图示一侧、与墙面夹角1°以上的朝向。安装允许误差照图或者按缺省值计。分格最细{resolution}°，最多{cells}格，推荐姿态取半度（均为本工具设定）。“不能兼顾”由逐格上下界证明；图中其他设备、门窗、墙体视为不变。',
    en: 'A pose is a heading and a tilt ({low}° to {high}°), of a varifocal lens also the field it may be locked at. On a wall only headings on the drawn side count, 1° and more off the wall. Mounting tolerances are as drawn or by default. Cells down to {resolution}°, {cells} at most, poses proposed in half degrees (all ours). That none does is proved by bounds on each cell; all else in the plan is taken as it is.',
  },
});
