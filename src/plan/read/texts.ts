// Texts of the faults that keep a plan from being read.
import { catalogue } from '../../i18n/catalogue.js';

/** Texts on files that can't be found or are no plan. `{hint}` is empty or a "did you mean". */
export const planFileText = catalogue('source', {
  noSuchFile: { zh: '文件“{file}”不存在{hint}。', en: "The file '{file}' does not exist{hint}." },
  notAFile: {
    zh: '“{file}”不是普通文件，不予读取；要读取管道，请接到标准输入并以“-”代替文件名。',
    en: "'{file}' is not a regular file and is not read; to read a pipe, send it to standard input and say - for the file.",
  },
  ownFile: {
    zh: '“{file}”是sitecam自己的文件（配置、例外说明、比对基准等），不是设计图。',
    en: "'{file}' is sitecam's own (configuration, waivers, a baseline or the like), not a plan.",
  },
  drawing: {
    zh: '“{file}”是CAD图纸或者建筑模型，不能直接读取：请先用 sitecam import 生成设计图。',
    en: "'{file}' is a drawing, which is not read as it is: make a plan of it with sitecam import first.",
  },
  noStdin: { zh: '标准输入不能读取。', en: "Standard input can't be read." },
  unreadableFolder: {
    zh: '文件夹“{folder}”不能读取（可能没有权限），其中有无设计图不得而知，均未审查。',
    en: "The folder '{folder}' can't be read (perhaps it is not permitted): whatever plans are in it were not linted.",
  },
  noPlanInFolder: {
    zh: '文件夹“{folder}”及其下级文件夹中没有设计图{detail}。',
    en: "No plan in the folder '{folder}' and those below it{detail}.",
  },
  noMatch: {
    zh: '没有与“{pattern}”相符的设计图{detail}。',
    en: "No plan matches '{pattern}'{detail}.",
  },
});

/** Texts on what in its content keeps a plan from being read. */
export const planText = catalogue('schema', {
  emptyGeometry: {
    zh: '“{id}”的几何图形为空：{what}。',
    en: "The geometry of '{id}' is empty: {what}.",
  },
  geometryType: {
    zh: '“{id}”（{element}）的几何类型为“{found}”，应为{expected}。',
    en: "'{id}' ({element}) has a geometry of type '{found}', but must have {expected}.",
  },
  openRing: {
    zh: '“{id}”的轮廓线不闭合：GeoJSON多边形的最后一点应与第一点相同。',
    en: "The ring of '{id}' is not closed: in GeoJSON the last position must equal the first.",
  },
  geojson: { zh: '不是有效的GeoJSON：{detail}。', en: 'Not valid GeoJSON: {detail}.' },
  degrees: {
    zh: '坐标（{x}，{y}）不是经纬度：经度应在±180°以内，纬度应在±90°以内{hint}。',
    en: '({x}, {y}) is not a longitude and latitude: they must lie within ±180° and ±90°{hint}.',
  },
  farApart: {
    zh: '坐标（{x}，{y}）距原点超过100千米，可能经纬度颠倒或者原点有误。',
    en: 'The position ({x}, {y}) is more than 100 km from the origin: perhaps longitude and latitude are swapped, or the origin is wrong.',
  },
  tiny: {
    zh: '整个场所宽不过{width}毫米、深不过{depth}毫米（下限1米，本工具参数），{hint}',
    en: 'The whole site is {width} mm wide and {depth} mm deep (at least 1 m, a parameter of this tool): {hint}',
  },
  tinyFile: {
    zh: '“{file}”所画的全部图形宽不过{width}毫米、深不过{depth}毫米（下限{least}米，本工具参数），{hint}',
    en: "All that '{file}' draws is {width} mm wide and {depth} mm deep (at least {least} m, a parameter of this tool): {hint}",
  },
  tooLarge: {
    zh: '坐标（{x}，{y}）距图纸的西南角超过100千米，可能有误。',
    en: "The position ({x}, {y}) is more than 100 km from the plan's south-west corner: it is probably wrong.",
  },
  crs: {
    zh: '坐标参照系“{crs}”不受支持；经纬度应为WGS 84，平面坐标应注明coordinates: metres。',
    en: "The coordinate reference system '{crs}' is not supported: use WGS 84, or say coordinates: metres.",
  },
  metresOnly: {
    zh: '“{key}”不能用于经纬度图纸（coordinates: wgs84），只能用于以米、厘米或者毫米为单位的图纸。',
    en: "'{key}' can't be used in a plan in degrees (coordinates: wgs84), only in one in metres, centimetres or millimetres.",
  },
  needsOrigin: {
    zh: '楼层引用的“{file}”为经纬度坐标，图纸须写明原点origin: [经度, 纬度]。',
    en: "'{file}' is in WGS 84, so the plan needs an origin: [longitude, latitude].",
  },
  outsideFolder: {
    zh: '引用的文件“{file}”不在图纸所在文件夹之内，不予读取。应写相对路径；确需读取别处的文件的，由运行者加 --root 指明其所在文件夹。',
    en: "The file '{file}' is outside the plan's folder and is not read. Name it by a relative path; if it must be read from elsewhere, whoever runs this names its folder with --root.",
  },
  leadsOut: {
    zh: '引用的文件“{file}”实际位于图纸所在文件夹（以及 --root 所指文件夹）之外，不予读取。请复制到该文件夹；确需读取的，由运行者加 --root 指明其所在文件夹。',
    en: "'{file}' lies outside the plan's folder (and what --root names), perhaps by a link, and is not read. Copy the file; if it must be read from there, whoever runs this names its folder with --root.",
  },
  notOverridable: {
    zh: '“{id}”的 {key} 不能在 overrides 中改写：编号和形状随图形而来，请改图形文件，或者修改来源后重新导入。',
    en: "{key} of '{id}' can't be overridden: ids and shapes come with the geometry. Change that file, or the source and import it again.",
  },
  noReason: {
    zh: '删去“{id}”（remove: true）须写明理由，审查人据此核对：请加 reason，例如“reason: 图中重复绘制”。',
    en: "Leaving '{id}' out (remove: true) needs a reason for the reviewer to check: add one, for example 'reason: drawn twice'.",
  },
  removedAnyway: {
    zh: '“{id}”已写明删去（remove: true），只能另写 reason，不能再写 {key}。请去掉 {key}，或者去掉 remove。',
    en: "'{id}' is to be left out (remove: true), which takes a reason and nothing else: take {key} away, or remove.",
  },
  notACollection: {
    zh: '“{file}”不是GeoJSON的FeatureCollection。',
    en: "'{file}' is not a GeoJSON FeatureCollection.",
  },
  notOfGeometry: {
    zh: 'geometry所引用的文件中，只读取要素（features），sitecam所写的 {key} 不予读取。请把其中内容移到设计图，或者改为要素。',
    en: "Of a file that a level's geometry names only the features are read, not the {key} in its sitecam: move what it holds to the plan, or make features of it.",
  },
  notAPlan: {
    zh: '文件内容不是图纸：最外层应为键和值（sitecam、site、levels等）。',
    en: 'This is not a plan: at the top there must be keys and values (sitecam, site, levels …).',
  },
  noFeatures: { zh: '缺少要素列表（features）', en: "the list 'features' is missing" },
  noObject: { zh: '要素应为对象', en: 'a feature must be an object' },
  noCoordinates: { zh: '没有坐标', en: 'it has no coordinates' },
  fewPoints: { zh: '不同的点少于三个', en: 'it has fewer than three different points' },
  onOneLine: { zh: '各点在一条直线上', en: 'its points lie on one line' },
  parts: { zh: '{type}（{n}个）', en: '{type} of {n}' },
  flatRect: { zh: '宽和深须大于0', en: 'width and depth must be greater than 0' },
  swapped: { zh: '；看来经纬度颠倒', en: '; they seem to be swapped' },
  /** {evidence} is a phrase of `unitEvidence`. */
  millimetres: {
    zh: '看来坐标不以米为单位，而以毫米（或者厘米）为单位：{evidence}。以毫米为单位的，请写明coordinates: millimetres；以厘米为单位的，写明coordinates: centimetres；确以米为单位的，请改正坐标。由 import 生成的，请核对图纸和映射（unit）的单位，然后重新导入。',
    en: 'The coordinates seem to be in millimetres (or centimetres), not metres: {evidence}. For millimetres say coordinates: millimetres; for centimetres, coordinates: centimetres; if they are metres, correct them. Where import made the plan, check the unit of the drawing and of the mapping (unit), and import again.',
  },
  metres: {
    zh: '坐标写明以{unit}为单位，看来实以米为单位：{evidence}。以米为单位的，请写明coordinates: metres；否则请改正坐标。',
    en: 'The coordinates are said to be in {unit}, but seem to be in metres: {evidence}. If they are, say coordinates: metres; else correct them.',
  },
  huge: {
    zh: '坐标写明以{unit}为单位，换算后仍不可能成立：{evidence}。请核对单位，改正坐标。',
    en: 'The coordinates are said to be in {unit}, and converted from that they are still impossible: {evidence}. Check the unit and correct them.',
  },
  seemMetres: {
    zh: '看来坐标以米为单位，请写明coordinates: metres。',
    en: 'its coordinates seem to be in metres: say coordinates: metres.',
  },
  seemDegrees: {
    zh: '看来坐标是经纬度而非米。以经纬度表示的，请写明coordinates: wgs84和origin；否则请核对单位。',
    en: 'its coordinates seem to be degrees, not metres. If they are, say coordinates: wgs84 and give an origin; else check the unit.',
  },
  /** The hint if the numbers can't be longitudes and latitudes. */
  wrongUnit: {
    zh: '看来单位有误：坐标应以米计。由 import 生成的，请核对图纸和映射（unit）的单位，然后重新导入。',
    en: 'the unit seems wrong: coordinates are in metres. Where import made the plan, check the unit of the drawing and of the mapping (unit), and import again.',
  },
});

/** Phrases on units of length, and on what shows that the unit of a plan is wrong. Lengths in m as read. */
export const unitText = catalogue('unit', {
  metres: { zh: '米', en: 'metres' },
  centimetres: { zh: '厘米', en: 'centimetres' },
  millimetres: { zh: '毫米', en: 'millimetres' },
  door: { zh: '最窄的门“{id}”按米计宽{width}米', en: "the narrowest door, '{id}', would be {width} m wide" },
  opening: {
    zh: '最窄的门窗洞口“{id}”按米计宽{width}米',
    en: "the narrowest opening, '{id}', would be {width} m wide",
  },
  room: { zh: '最窄的房间“{id}”按米计宽{width}米', en: "the narrowest room, '{id}', would be {width} m wide" },
  place: { zh: '最窄的区域“{id}”按米计宽{width}米', en: "the narrowest zone, '{id}', would be {width} m wide" },
  thin: { zh: '最宽的门“{id}”只有{width}毫米', en: "the widest door, '{id}', would be {width} mm wide" },
});
