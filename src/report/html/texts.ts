// Texts of the HTML page in both languages.
import { catalogue, templatesOf } from '../../i18n/catalogue.js';
import { type Locale, render } from '../../i18n/locale.js';

/** Texts of the page. Its script fills in the braces of those that it needs. */
export const t = catalogue('', {
  skip: { zh: '跳到问题清单', en: 'Skip to the findings' },
  title: { zh: '技防设计图审查', en: 'Review of a security design plan' },
  plan: { zh: '图纸', en: 'Plan' },
  plans: { zh: '各份图纸的结论', en: 'The verdict on each plan' },
  'all-plans': { zh: '全部图纸', en: 'all plans' },
  theme: { zh: '浅色或者深色', en: 'Light or dark' },
  map: { zh: '平面图', en: 'Drawing' },
  levels: { zh: '楼层', en: 'Levels' },
  'level-shown': { zh: '已显示楼层{level}。', en: 'Level {level} is shown.' },
  'zoom-in': { zh: '放大', en: 'Zoom in' },
  'zoom-out': { zh: '缩小', en: 'Zoom out' },
  'zoom-fit': { zh: '全图', en: 'Whole level' },
  ruler: { zh: '量距（R）', en: 'Measure (R)' },
  'ruler-sign': { zh: '尺', en: '↔' },
  measured: { zh: '{length}米　{bearing}°', en: '{length} m  {bearing}°' },
  north: { zh: '北', en: 'N' },
  layers: { zh: '图层', en: 'Layers' },
  'layer-zones': { zh: '区域的性质', en: 'What zones are' },
  'layer-must': { zh: '全部设备的最小可视范围', en: 'Must-see of all devices' },
  'layer-remainder': { zh: '盲区（按设计指标，非法定）', en: "Blind areas (sitecam's criterion)" },
  'layer-devices': { zh: '设备和标识', en: 'Devices and signs' },
  'layer-findings': { zh: '问题的编号', en: 'Numbers of findings' },
  'layer-labels': { zh: '名称和设备编号', en: 'Names and device ids' },
  'map-label': {
    zh: '{level}平面图：区域{zones}个，设备{devices}台，有位置的问题{marks}项。方向键移动，加号、减号缩放，0键恢复，N键、P键查看下一项、上一项问题，R键量距。',
    en: 'Drawing of {level}: {zones} {zones|zone|zones}, {devices} {devices|device|devices}, {marks} {marks|finding|findings} with a place. Arrow keys move, plus and minus zoom, 0 goes back, N and P go to the next and the previous finding, R measures.',
  },
  device: { zh: '设备{id}，{name}', en: 'Device {id}, {name}' },
  'at-least': { zh: '≥{density}像素/米', en: '≥{density} px/m' },
  legend: { zh: '{id}{world}（像素/米）', en: '{id} {world} (px/m)' },
  findings: { zh: '问题清单', en: 'Findings' },
  cautions: { zh: '阅读前须知', en: 'To know first' },
  selected: { zh: '第{n}项（{verdict}）：{head}。', en: 'Finding {n} ({verdict}): {head}.' },
  filter: { zh: '按结论筛选', en: 'Filter by verdict' },
  search: { zh: '查找设备、区域或者文字', en: 'Find a device, a zone or a word' },
  count: { zh: '列出{n}项，共{all}项。', en: '{n} of {all} {all|finding|findings}.' },
  clear: { zh: '全部列出', en: 'List all' },
  more: { zh: '再列{n}项', en: 'List {n} more' },
  'no-findings': { zh: '没有列为问题的判定。', en: 'Nothing was made a finding.' },
  nowhere: { zh: '该项在平面图上没有位置。', en: 'It has no place on the drawing.' },
  advice: { zh: '改：', en: 'To do:' },
  consider: { zh: '可以考虑：', en: 'To consider:' },
  penalty: { zh: '罚则：', en: 'Penalty:' },
  and: { zh: '、', en: ', ' },
  others: { zh: '同类的其他各处（{n}）', en: 'The same elsewhere ({n})' },
  facts: { zh: '判定的依据和位置', en: 'Evidence and place' },
  verdict: { zh: '结论', en: 'Verdict' },
  rule: { zh: '规则', en: 'Rule' },
  'copy-link': { zh: '复制链接', en: 'Copy link' },
  copied: { zh: '链接在地址栏中，已复制。', en: 'The link is in the address bar, and copied.' },
  card: { zh: '设备{id}', en: 'Device {id}' },
  close: { zh: '关闭', en: 'Close' },
  'no-card': {
    zh: '本层设备较多，本页未载该设备的可视范围；用 sitecam dev 打开设计图可以查看。',
    en: 'This level has so many devices that the page leaves out the views of this one; sitecam dev shows them.',
  },
  world: { zh: '可视范围', en: 'Views' },
  may: { zh: '最多看见', en: 'may see' },
  must: { zh: '必能看见', en: 'sure to see' },
  'may-note': {
    zh: '最大可视范围：门开、帘开，公差取最不利值。判定是否采集私密场所用此范围。',
    en: 'The largest view it could have, doors and curtains open: what decides on private places.',
  },
  'must-note': {
    zh: '最小可视范围：门关、帘闭，公差取最不利值。判定覆盖用此范围。',
    en: 'The smallest view it will have, doors and curtains closed: what decides on coverage.',
  },
  bands: { zh: '各级像素密度的可视面积', en: 'Areas seen, by pixel density' },
  density: { zh: '像素/米', en: 'px/m' },
  'bands-note': {
    zh: '各级像素密度出自标准或者本工具设定，非法定。',
    en: "The steps of pixel density are a standard's or sitecam's, not the law's.",
  },
  'area-unit': { zh: '（平方米）', en: '(m²)' },
  zone: { zh: '区域（面积，平方米）', en: 'Zone (area, m²)' },
  'zones-seen': { zh: '可及区域（{n}）', en: 'Zones it may see ({n})' },
  'its-findings': { zh: '涉及的问题：', en: 'Its findings:' },
  'no-script': {
    zh: '平面图和问题清单需要运行本页脚本才能显示；不能运行的，请使用 Markdown 报告。',
    en: "The drawing and the findings are shown by this page's script; where it can't run, use the Markdown report.",
  },
  clauses: { zh: '逐条判定', en: 'Clause by clause' },
  idle: { zh: '不适用的条款（{n}）', en: 'Clauses that do not apply ({n})' },
  evidence: { zh: '依据', en: 'Evidence' },
  clause: { zh: '条款', en: 'Clause' },
  'show-clause': { zh: '查看问题', en: 'Show findings' },
  print: { zh: '打印', en: 'Print' },
  paper: { zh: '纸张', en: 'Paper' },
  scale: { zh: '比例', en: 'Scale' },
  'every-level': { zh: '各层', en: 'Every level' },
  'print-now': { zh: '打印', en: 'Print' },
  'too-large': {
    zh: '{level}按1:{scale}放不进{paper}；改用1:{next}或者更大的纸张。',
    en: '{level} at 1:{scale} is larger than {paper}; take 1:{next} or larger paper.',
  },
  'too-large-for-all': {
    zh: '{level}按1:{scale}放不进{paper}；请用更大的纸张。',
    en: '{level} at 1:{scale} is larger than {paper}; take larger paper.',
  },
  'scale-at': { zh: '打印时“缩放”须为100%，比例1:{scale}。', en: 'Print at 100 %; the scale is 1:{scale}.' },
  'findings-of': { zh: '{plan}　问题清单', en: '{plan}: findings' },
  'devices-of': { zh: '{plan}　设备表', en: '{plan}: devices' },
  semicolon: { zh: '；', en: '; ' },
  number: { zh: '编号', en: 'No.' },
  finding: { zh: '问题', en: 'Finding' },
  place: { zh: '位置', en: 'Place' },
  id: { zh: '设备编号', en: 'Device' },
  kind: { zh: '设备', en: 'Kind' },
  figures: { zh: '参数', en: 'Figures' },
  based: { zh: '审查依据', en: 'What was judged, and by what' },
  notes: { zh: '说明与取值', en: 'Notes and figures' },
});

/** Texts of a page on which the plan changes. */
export const changing = catalogue('', {
  'since-gone': { zh: '{n}项不再有。', en: '{n} {n|finding is|findings are} gone.' },
  'since-added': { zh: '新增{n}项（{numbers}）。', en: '{n} {n|finding is|findings are} new ({numbers}).' },
  'since-graver': { zh: '{n}项加重（{numbers}）。', en: '{n} {n|finding is|findings are} graver ({numbers}).' },
  'since-milder': { zh: '{n}项减轻。', en: '{n} {n|finding is|findings are} milder.' },
  unreadable: {
    zh: '图纸文件有误，不能读取，未作任何判定。',
    en: "The files of the plan can't be read; nothing was judged.",
  },
  stale: {
    zh: '图纸文件有误，不能读取；下图和清单为上一次可读的图纸，不作结论。',
    en: "The files of the plan can't be read; what is shown is the plan as it could last be read, and no verdict.",
  },
  'settings-unusable': {
    zh: '配置、例外说明、基线或者法规包有误，不能采用；以下仍按此前的设置审查。',
    en: "The configuration, waivers, baseline or law pack can't be used; the plan is still judged by those of before.",
  },
  'link-lost': {
    zh: '与 sitecam dev 的连接中断，正在重新连接；改动不能写入。',
    en: 'The connection to sitecam dev is lost and being made again; nothing can be written.',
  },
  unanswered: {
    zh: 'sitecam dev 没有应答，这项改动可能没有写入；恢复连接后，页面重新读取文件。',
    en: 'sitecam dev gave no answer, so this change may not be written; the files are read again once it is back.',
  },
  'link-refused': {
    zh: '本页属于先前一次运行的 sitecam dev；请打开新运行显示的地址。',
    en: 'This page belongs to an earlier run of sitecam dev; open the address that the new run shows.',
  },
  'changed-elsewhere': {
    zh: '文件已在别处修改，页面已重新读取；此前在本页的改动不能再撤销。',
    en: 'The file was changed elsewhere and read again; what was changed on this page before can no longer be undone.',
  },
  failed: {
    zh: '本程序出错，未完成这一步：{message}。请将设计图和此句报告给 sitecam 的维护者。',
    en: 'sitecam failed at this step: {message}. Please report this sentence, and the plan if you may, to its maintainers.',
  },
  unloaded: {
    zh: '审查所用的脚本无法载入，没有结论。请先确认 sitecam dev 仍在运行，再重新载入本页。',
    en: "The script that judges the plan can't be loaded, so there is no verdict. Check that sitecam dev still runs, then reload this page.",
  },
  'no-token': {
    zh: '本页须由 sitecam dev 显示的地址打开。',
    en: 'Open this page by the address that sitecam dev shows.',
  },
  'read-only': { zh: '只读', en: 'read-only' },
  trying: { zh: '试算，未写入', en: 'trial, not written' },
  edit: { zh: '编辑', en: 'Edit' },
  'edit-note': {
    zh: '编辑（E）：拖动设备、手柄，或者沿墙拖动门窗；方向键移动，[ ] 转1°，{ } 转15°，Enter 写入，Esc 放弃，D 复制，Delete、Backspace 移出。拖动时按住 Alt 不对齐，按住 Shift 不离墙。',
    en: 'Edit (E): drag a device, its handle, or an opening along its wall; arrow keys move, [ ] turn by 1°, { } by 15°, Enter writes, Esc gives up, D copies, Delete and Backspace remove. While dragging, Alt frees from walls and grid, Shift holds the wall.',
  },
  'no-heading': {
    zh: '“{id}”没有可转动的朝向：图中未注明，或者由各镜头分别写明。',
    en: "'{id}' has no heading to turn: the plan states none, or one for each lens.",
  },
  add: { zh: '＋设备', en: '+ device' },
  'add-note': { zh: '请在图上点选位置。', en: 'Press where it is to stand.' },
  undo: { zh: '撤销（Ctrl+Z）', en: 'Undo (Ctrl+Z)' },
  redo: { zh: '重做（Ctrl+Shift+Z，Ctrl+Y）', en: 'Redo (Ctrl+Shift+Z, Ctrl+Y)' },
  'field-heading': { zh: '朝向°', en: 'heading °' },
  'field-tilt': { zh: '俯角°', en: 'tilt °' },
  'field-height': { zh: '高度（米）', en: 'height (m)' },
  'field-hfov': { zh: '视场角°', en: 'field of view °' },
  'field-type': { zh: '类型', en: 'type' },
  'copy-device': { zh: '复制设备', en: 'Copy' },
  heat: { zh: '两条均满足的位置', en: 'Where both hold' },
  'heat-progress': { zh: '试算中：{done}/{of}处', en: 'Trying: {done} of {of} places' },
  'heat-done': {
    zh: '沿墙试算{n}种姿态：两条均满足的{both}种（实心绿色，点选即试），仅满足一条的{one}种（空心）。Esc 清除。',
    en: 'Poses tried along the walls: {n}; both hold in {both} (solid green, press one to try it), one in {one} (hollow). Esc clears.',
  },
  suggest: { zh: '在此处补设', en: 'Add a camera here' },
  'suggest-in': { zh: '在“{zone}”补设', en: "Add a camera in '{zone}'" },
  'suggest-pick': { zh: '补设', en: 'Add here' },
  'suggest-pick-note': {
    zh: '请在图上点选要补设摄像机的区域，由本工具推荐位置和朝向。',
    en: 'Press the zone that needs a camera: where it may hang and look is worked out.',
  },
  'suggest-title': { zh: '补设：“{zone}”', en: "Cameras to add: '{zone}'" },
  'suggest-asking': {
    zh: '正在推求，最多约1分钟。其间可以继续看图、改图。',
    en: 'Searching, for a minute at most. Meanwhile the page can be used.',
  },
  'suggest-key': {
    zh: '紫色：补设的摄像机和确定可视的范围。',
    en: 'Purple: the cameras to add, and what they are sure to see.',
  },
  'suggest-premises': { zh: '型号和安装条件', en: 'Types and mounts' },
  'suggest-use': { zh: '采用', en: 'Use' },
  'suggest-cancel': { zh: '取消', en: 'Cancel' },
  'remove-device': { zh: '移出方案', en: 'Remove' },
});

/** Labels of a finding's evidence, which only the HTML page lists part by part. */
export const labels = catalogue('html', {
  sight: { zh: '视线', en: 'Sight line' },
  path: { zh: '路径', en: 'Path' },
  coverage: { zh: '覆盖', en: 'Coverage' },
  besides: { zh: '另有', en: 'Besides' },
});

/** Texts of the card of a device. */
export const card = catalogue('html/card', {
  position: { zh: '位置', en: 'Position' },
  xy: { zh: '{x}，{y}米', en: '{x}, {y} m' },
  height: { zh: '安装高度', en: 'Mount height' },
  metres: { zh: '{n}米', en: '{n} m' },
  unsaid: { zh: '未注明', en: 'not stated' },
  lens: { zh: '镜头', en: 'Lens' },
  lensOf: { zh: '镜头{n}', en: 'Lens {n}' },
  fixed: { zh: '定焦', en: 'fixed' },
  varifocal: { zh: '变焦', en: 'varifocal' },
  ptz: { zh: '云台', en: 'PTZ' },
  fisheye: { zh: '鱼眼', en: 'fisheye' },
  heading: { zh: '朝向{degrees}°{wind}', en: 'heading {degrees}° {wind}' },
  noHeading: { zh: '朝向未注明', en: 'heading not stated' },
  tilt: { zh: '俯角{degrees}°', en: 'tilt {degrees}°' },
  hfov: { zh: '视场角{degrees}°', en: 'field of view {degrees}°' },
  pixels: { zh: '{across}×{down}', en: '{across}×{down}' },
  noResolution: { zh: '分辨率未注明', en: 'resolution not stated' },
  audio: { zh: '拾音', en: 'Sound' },
  status: { zh: '状态', en: 'Status' },
  type: { zh: '类型', en: 'Type' },
  model: { zh: '型号', en: 'Model' },
  comma: { zh: '，', en: ', ' },
});

const winds = catalogue('html/wind', {
  n: { zh: '北', en: 'N' },
  ne: { zh: '东北', en: 'NE' },
  e: { zh: '东', en: 'E' },
  se: { zh: '东南', en: 'SE' },
  s: { zh: '南', en: 'S' },
  sw: { zh: '西南', en: 'SW' },
  w: { zh: '西', en: 'W' },
  nw: { zh: '西北', en: 'NW' },
});

/** Names of the eight winds, clockwise from north. */
export const WINDS = [winds.n, winds.ne, winds.e, winds.se, winds.s, winds.sw, winds.w, winds.nw] as const;

/**
 * Returns, by id, the texts that every page has and those of the catalogues `texts`, in `locale`. The page's script
 * fills in their placeholders.
 */
export function wordsIn(locale: Locale, ...texts: readonly object[]): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(templatesOf(t, ...texts)).map(([id, text]) => [id, render(text, locale)]));
}
