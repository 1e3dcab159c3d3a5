// Texts of the faults that keep a plan from being read.

import { sourceMessages } from '../../source/texts.js';
import type { UnreadableMessages } from '../model.js';

/**
 * Texts of the faults that keep a plan from being read (class A), by message id. `{hint}` is empty or a "did you mean".
 */
export const unreadableMessages = {
  ...sourceMessages,
  'source/no-such-file': { zh: '文件“{file}”不存在{hint}。', en: "The file '{file}' does not exist{hint}." },
  'source/not-a-file': {
    zh: '“{file}”不是普通文件，不予读取；要读取管道，请接到标准输入并以“-”代替文件名。',
    en: "'{file}' is not a regular file and is not read; to read a pipe, send it to standard input and say - for the file.",
  },
  'source/own-file': {
    zh: '“{file}”是sitecam自己的文件（配置、例外说明或者比对基准），不是设计图。',
    en: "'{file}' is sitecam's own (configuration, waivers or a baseline), not a plan.",
  },
  'source/no-stdin': { zh: '标准输入不能读取。', en: "Standard input can't be read." },
  'source/unreadable-folder': {
    zh: '文件夹“{folder}”不能读取（可能没有权限），其中有无设计图不得而知，均未审查。',
    en: "The folder '{folder}' can't be read (perhaps it is not permitted): whatever plans are in it were not linted.",
  },
  'source/no-plan-in-folder': {
    zh: '文件夹“{folder}”及其下级文件夹中没有设计图{detail}。',
    en: "No plan in the folder '{folder}' and those below it{detail}.",
  },
  'source/no-match': {
    zh: '没有与“{pattern}”相符的设计图{detail}。',
    en: "No plan matches '{pattern}'{detail}.",
  },
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
    zh: '整个场所宽不过{width}毫米、深不过{depth}毫米（下限1米，本工具参数），{hint}',
    en: 'The whole site is {width} mm wide and {depth} mm deep (at least 1 m, a parameter of this tool): {hint}',
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
    zh: '引用的文件“{file}”不在图纸所在文件夹之内，不予读取。应写相对路径；确需读取别处的文件的，由运行者加 --root 指明其所在文件夹。',
    en: "The file '{file}' is outside the plan's folder and is not read. Name it by a relative path; if it must be read from elsewhere, whoever runs this names its folder with --root.",
  },
  'schema/leads-out': {
    zh: '引用的文件“{file}”实际位于图纸所在文件夹（以及 --root 所指文件夹）之外，不予读取。请复制到该文件夹；确需读取的，由运行者加 --root 指明其所在文件夹。',
    en: "'{file}' lies outside the plan's folder (and what --root names), perhaps by a link, and is not read. Copy the file; if it must be read from there, whoever runs this names its folder with --root.",
  },
  'schema/not-overridable': {
    zh: '“{id}”的 {key} 不能在 overrides 中改写：编号、形状和位置随图形而来，请改图形文件，或者修改来源后重新导入。',
    en: "{key} of '{id}' can't be overridden: ids, shapes and positions come with the geometry. Change that file, or the source and import it again.",
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
