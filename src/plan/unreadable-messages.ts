import type { UnreadableMessages } from './model.js';

/** Texts of the faults that keep a plan from being read (class A), by message id; `{hint}` is empty or a "did you mean". */
export const unreadableMessages = {
  'source/missing': {
    zh: '文件“{file}”不存在或者不能读取。',
    en: "The file '{file}' does not exist or can't be read.",
  },
  'source/empty': { zh: '文件没有内容。', en: 'The file is empty.' },
  'source/utf-16': {
    zh: '文件为UTF-16编码，请另存为UTF-8。',
    en: 'The file is in UTF-16: save it as UTF-8.',
  },
  'source/looks-like-gbk': {
    zh: '文件不是UTF-8编码，看来是GBK（GB 18030），请另存为UTF-8。',
    en: 'The file is not UTF-8; it looks like GBK: save it as UTF-8.',
  },
  'source/not-utf-8': {
    zh: '文件不是UTF-8编码：此处的字节无法解读。',
    en: "The file is not UTF-8: the bytes here can't be read.",
  },
  'source/nul': {
    zh: '文件含有空字符（NUL），不是文本文件。',
    en: 'The file contains a NUL character: it is not a text file.',
  },
  'source/too-deep': { zh: '嵌套过深，无法读取。', en: 'Nested too deeply to be read.' },
  'source/duplicate-key': {
    zh: '键“{key}”在同一处重复出现，只能写一次。',
    en: "The key '{key}' is given twice in the same place.",
  },
  'source/yaml-syntax': { zh: 'YAML语法错误：{detail}{hint}。', en: 'YAML syntax error: {detail}{hint}.' },
  'source/yaml-aliases': {
    zh: '别名（*）展开过多或者指向自身，无法读取。',
    en: "Aliases (*) expand too often or into themselves, and can't be read.",
  },
  'source/json-syntax': {
    zh: 'JSON语法错误：此处为“{found}”，应为{expected}。',
    en: "JSON syntax error: found '{found}', expected {expected}.",
  },
  'source/json-end': {
    zh: 'JSON语法错误：文件在此处中断，缺少右括号或者右引号。',
    en: 'JSON syntax error: the file ends here; a closing bracket or quote is missing.',
  },
  'schema/type': {
    zh: '“{key}”应为{expected}，实际为{found}{hint}。',
    en: "'{key}' must be {expected}, but is {found}{hint}.",
  },
  'schema/missing-key': {
    zh: '此处缺少“{key}”{hint}。',
    en: "The key '{key}' is missing here{hint}.",
  },
  'schema/unknown-key': {
    zh: '不认识的键“{key}”{hint}。',
    en: "Unknown key '{key}'{hint}.",
  },
  'schema/value': {
    zh: '“{key}”的值“{value}”不对，应为{allowed}之一{hint}。',
    en: "'{key}' is '{value}', but must be one of {allowed}{hint}.",
  },
  'schema/count': {
    zh: '“{key}”有{found}，应{expected}。',
    en: "'{key}' has {found}, but must have {expected}.",
  },
  'schema/one-of': {
    zh: '此处应当写明{choices}之一，且只写一个。',
    en: 'Exactly one of {choices} must be given here.',
  },
  'schema/format': {
    zh: '“{key}”的值“{value}”写法不对，应为{expected}。',
    en: "'{key}' is '{value}', but must be {expected}.",
  },
  'schema/other': { zh: '“{key}”{detail}。', en: "'{key}' {detail}." },
  'schema/empty-geometry': {
    zh: '“{id}”的几何图形为空：{what}。',
    en: "The geometry of '{id}' is empty: {what}.",
  },
  'schema/geometry-type': {
    zh: '“{id}”（{element}）的几何类型为“{found}”，应为{expected}。',
    en: "'{id}' ({element}) has a geometry of type '{found}', but must have {expected}.",
  },
  'schema/open-ring': {
    zh: '“{id}”的轮廓线不闭合：GeoJSON多边形的最后一点应与第一点相同。',
    en: "The ring of '{id}' is not closed: in GeoJSON the last position must equal the first.",
  },
  'schema/geojson': { zh: '不是有效的GeoJSON：{detail}。', en: 'Not valid GeoJSON: {detail}.' },
  'schema/degrees': {
    zh: '坐标（{x}，{y}）不是经纬度：经度应在±180°以内，纬度应在±90°以内{hint}。',
    en: '({x}, {y}) is not a longitude and latitude: they must lie within ±180° and ±90°{hint}.',
  },
  'schema/far-apart': {
    zh: '坐标（{x}，{y}）距原点超过100千米，可能经纬度颠倒或者原点有误。',
    en: 'The position ({x}, {y}) is more than 100 km from the origin: perhaps longitude and latitude are swapped, or the origin is wrong.',
  },
  'schema/tiny': {
    zh: '整个场所宽不过{width}毫米、深不过{depth}毫米（下限1米，本工具参数），看来坐标是经纬度而非米。以经纬度表示的，请写明coordinates: wgs84和origin；否则请核对单位。',
    en: 'The whole site is {width} mm wide and {depth} mm deep (at least 1 m, a parameter of this tool): its coordinates seem to be degrees, not metres. If they are, say coordinates: wgs84 and give an origin; else check the unit.',
  },
  'schema/too-large': {
    zh: '坐标（{x}，{y}）距图纸的西南角超过100千米，可能有误。',
    en: "The position ({x}, {y}) is more than 100 km from the plan's south-west corner: it is probably wrong.",
  },
  'schema/crs': {
    zh: '坐标参照系“{crs}”不受支持；经纬度应为WGS 84，平面坐标应注明coordinates: metres。',
    en: "The coordinate reference system '{crs}' is not supported: use WGS 84, or say coordinates: metres.",
  },
  'schema/metres-only': {
    zh: '“{key}”只能用于以米为单位的图纸（coordinates: metres）。',
    en: "'{key}' can be used in metre plans only (coordinates: metres).",
  },
  'schema/needs-origin': {
    zh: '楼层引用的“{file}”为经纬度坐标，图纸须写明原点origin: [经度, 纬度]。',
    en: "'{file}' is in WGS 84, so the plan needs an origin: [longitude, latitude].",
  },
  'schema/outside-folder': {
    zh: '引用的文件“{file}”不在图纸所在文件夹之内，不予读取。',
    en: "The file '{file}' is outside the plan's folder and is not read.",
  },
  'schema/not-a-collection': {
    zh: '“{file}”不是GeoJSON的FeatureCollection。',
    en: "'{file}' is not a GeoJSON FeatureCollection.",
  },
  'schema/not-a-plan': {
    zh: '文件内容不是图纸：最外层应为键和值（sitecam、site、levels等）。',
    en: 'This is not a plan: at the top there must be keys and values (sitecam, site, levels …).',
  },
} as const satisfies UnreadableMessages;
