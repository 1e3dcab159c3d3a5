// Problems that make a drawing unreadable, with their texts.

import { catalogue, type Text } from '../../../i18n/catalogue.js';
import { problemOf, type SourceProblem } from '../../../source/problem.js';

/** Texts of problems of DXF files, by message id. */
export const dxfProblemText = catalogue('import', {
  dwg: {
    zh: '这是 DWG 文件，不是 DXF。请在 CAD 中“另存为”“AutoCAD DXF”（ASCII；天正图先用“图形导出”存为 T3），再导入',
    en: "this is DWG, not DXF. Save it from the CAD program as 'AutoCAD DXF' (ASCII) and import that",
  },
  dxfBinary: {
    zh: '这是二进制 DXF。请在 CAD 中“另存为”“AutoCAD DXF”，“选项”中选 ASCII，再导入',
    en: 'this is binary DXF. Save it again as DXF with the option ASCII, and import that',
  },
  noDxf: {
    zh: '不是 DXF 文件：开头应为组码 0 和 SECTION',
    en: 'this is no DXF file: it has to start with group code 0 and SECTION',
  },
  dxfCode: {
    zh: '此处应为组码（整数），实为“{found}”：文件已损坏',
    en: "expected a group code (an integer), found '{found}': the file is damaged",
  },
  dxfCut: {
    zh: '文件不完整：没有 EOF 就结束了。请重新导出',
    en: 'the file was cut off: it ends without EOF. Export it again',
  },
  dxfEncoding: {
    zh: '文字编码无法识别：按 {encoding} 不能解码。请另存为 2007 以后版本的 DXF（UTF-8）',
    en: "its texts can't be decoded as {encoding}. Save it as DXF of version 2007 or later (UTF-8)",
  },
  dxfMuch: {
    zh: '图中展开图块、阵列后超过 {limit} 个图元（多段线的角点也计），不像一层平面图。请只导出本层的墙、门窗和设备',
    en: 'with its blocks and arrays the drawing has more than {limit} entities, corners of polylines counted too: more than a floor plan has. Export the walls, doors, windows and devices of one floor only',
  },
  dxfGroups: {
    zh: '图形数据超过 {limit} 组，不像一层平面图。请只导出本层的墙、门窗和设备',
    en: 'the file has more than {limit} groups: more than a floor plan has. Export the walls, doors, windows and devices of one floor only',
  },
  dxfLine: {
    zh: '此行超过 {limit} 个字符，DXF 的一行至多2049个：文件已损坏',
    en: 'this line has more than {limit} characters, where DXF allows 2049: the file is damaged',
  },
});

/** Returns a problem of a DXF file; `line` counts from 1. */
export function dxfProblem(path: string, message: Text, line?: number): SourceProblem {
  return problemOf(message, path, line === undefined ? {} : { at: { line: Math.max(1, line), column: 1 } });
}
