// Texts on how a drawing was read.

import { inBoth, type Text } from '../../../i18n/catalogue.js';
import { type Message, type Messages, renderMessage } from '../../../i18n/message.js';

/** Texts of notes on reading DXF, by message id. */
export const dxfMessages = {
  'dxf/encoding': {
    zh: '图中文字按 {encoding} 解码（文件所写的编码不符或者没有写）',
    en: 'texts were decoded as {encoding}: the file names another encoding, or none',
  },
  'dxf/no-encoding': {
    zh: '图中文字的编码没有写明，不是 UTF-8，也不是 GBK，按 {encoding} 解码：图形不受影响，图层、图块和房间的名称可能有误',
    en: 'the file names no encoding, and its texts are neither UTF-8 nor GBK: decoded as {encoding}. Nothing drawn suffers, but names of layers, blocks and rooms may be wrong',
  },
  'dxf/scale': {
    zh: '按{unit}换算，门宽的中位数为 {width} m，与实际不符，尺寸都不可靠；请在映射文件中用 unit 写明一个图形单位等于多少米',
    en: 'taken in {unit} the middle one of its doors is {width} m wide, which no door is: no length of this plan can be relied on. Say with unit in a mapping how many metres a unit is',
  },
  'dxf/chords': {
    zh: '弧线按折线采用，折线偏离弧线不超过 5 mm',
    en: 'arcs became chords, which are at most 5 mm off',
  },
  'dxf/unmapped': {
    zh: '图层“{layer}”：{what}没有对应的规则',
    en: "layer '{layer}': no rule for {what}",
  },
  'dxf/unmapped-near': {
    zh: '图层“{layer}”：{what}没有对应的规则；图层名是否应为“{near}”？',
    en: "layer '{layer}': no rule for {what}; should the layer be '{near}'?",
  },
  'dxf/no-length': {
    zh: '图层“{layer}”：{what}不足1毫米，不作墙',
    en: "layer '{layer}': {what} shorter than 1 mm: no walls",
  },
  'dxf/wide-fill': {
    zh: '图层“{layer}”：{what}填充的范围宽于1米，不作墙（应为地面或者房间的填充）',
    en: "layer '{layer}': {what} filling more than 1 m across: a floor or a room, no wall",
  },
  'dxf/fill': {
    zh: '图层“{layer}”：{what}只是填充，没有画线，不作门窗',
    en: "layer '{layer}': {what} only fill and draw no line: no doors or windows",
  },
  'dxf/texts': {
    zh: '图层“{layer}”：{what}不作为区域名称',
    en: "layer '{layer}': {what} taken for no name of a zone",
  },
  'dxf/ruled-out': {
    zh: '图层“{layer}”：{what}按规则不采用',
    en: "layer '{layer}': {what} left out by a rule",
  },
  'dxf/unseen': {
    zh: '图层“{layer}”已{why}，其上的图元不采用',
    en: "layer '{layer}' is {why}: what is on it isn't taken",
  },
  'dxf/invisible': { zh: '图层“{layer}”上有不可见的图元', en: "layer '{layer}' has invisible entities" },
  'dxf/paper': { zh: '图纸空间的图元不采用', en: "entities of paper space aren't taken" },
  'dxf/unsupported': {
    zh: '图层“{layer}”：{what}不能采用，请在 CAD 中转为多段线',
    en: "layer '{layer}': {what} can't be read; make polylines of them in the CAD program",
  },
  'dxf/tilted': {
    zh: '图层“{layer}”：{what}不在水平面内，不能采用',
    en: "layer '{layer}': {what} don't lie in the plane of the floor",
  },
  'dxf/broken': {
    zh: '图层“{layer}”：{what}的坐标不全或者不是数',
    en: "layer '{layer}': coordinates of {what} are missing or no numbers",
  },
  'dxf/custom': {
    zh: '{what}是天正等软件的自定义对象，DXF 中没有其图形；请先用“图形导出”存为 T3 格式（或者分解），再导出 DXF',
    en: '{what} are objects of a CAD add-on, which a DXF file has no drawing of; explode them, or export as T3, and export the DXF again',
  },
  'dxf/xref': {
    zh: '外部参照“{block}”的内容不在本文件中；请在 CAD 中绑定后重新导出',
    en: "what external reference '{block}' shows isn't in this file; bind it in the CAD program and export again",
  },
  'dxf/no-block': { zh: '图中没有图块“{block}”的定义', en: "the drawing has no definition of block '{block}'" },
  'dxf/endless': { zh: '图块嵌套没有尽头', en: 'blocks are nested without end' },
  'dxf/askew': { zh: '图块不在水平面内，不能采用', en: "a block doesn't lie in the plane of the floor" },
  'dxf/no-opening': {
    zh: '图块“{block}”中没有可以看出门窗的图形',
    en: "block '{block}' draws nothing that tells an opening",
  },
  'dxf/other-device': {
    zh: '图块“{block}”{times}处（图层“{layer}”{beside}）看不出是什么设备，按“其他”采用；请按实际写明，例如：{rule}',
    en: "block '{block}', {times} {times|time|times} (layer '{layer}'{beside}), is no known device and is taken as 'other'; say what it is, for example: {rule}",
  },
  'dxf/untaken': {
    zh: '图块“{block}”{times}处（图层“{layer}”{beside}）没有采用；若是设备，写：{rule}',
    en: "block '{block}', {times} {times|time|times} (layer '{layer}'{beside}), is not taken; if it is a device, write: {rule}",
  },
  'dxf/same-number': {
    zh: '编号“{number}”写在{times}台设备旁，不知属于哪一台；这些设备按位置编号：{ids}',
    en: "number '{number}' stands beside {times} devices, and nobody can tell whose it is; their places number them: {ids}",
  },
  'dxf/number-again': {
    zh: '编号“{number}”在本场所用于{times}台设备（{places}）；编号在整个场所中应当唯一，请在图中改正；这些设备按位置编号：{ids}',
    en: "number '{number}' is on {times} devices of this site ({places}); numbers are unique on a site: correct the drawings; places number these: {ids}",
  },
  'dxf/heading': {
    zh: '图块“{block}”{times}处，未旋转时按朝{from}计，其中{against}处没有背对0.6米以内的墙；按朝{side}计则全部背对。朝向未作改动；如确朝{side}，写：{rule}',
    en: "block '{block}', {times} {times|time|times}, is taken to look {from} unless turned, and {against} of them {against|doesn't|don't} look away from their wall within 0.6 m; all would if it looked {side}. Nothing was changed; if it looks {side}, write: {rule}",
  },
  'dxf/outside': {
    zh: '图层“{layer}”：{what}不在映射文件所列楼层的范围（region）内，不采用',
    en: "layer '{layer}': {what} in no region that the mapping gives a level: left out",
  },
  'dxf/one-storey': {
    zh: '“{drawing}”只有设备，图名与“{plan}”为同一楼层，设备也在其范围内，归入该层；如非同一层，请改图名',
    en: "'{drawing}' has only devices, its name says the storey of '{plan}', and they lie over it: taken for one level; if it is another, name the drawing otherwise",
  },
  'dxf/two-plans': {
    zh: '“{drawing}”与“{plan}”的图名为同一楼层，范围也重叠，但都画有墙、门窗或者房间，暂作两层；确是同一层的，请只导入一张底图，或者在映射文件中列出各层：{rule}',
    en: "'{drawing}' and '{plan}' say one storey and lie over each other, but both draw walls, openings or rooms: kept as two levels; if they are one, import one plan alone, or list the levels in a mapping: {rule}",
  },
  'dxf/which-plan': {
    zh: '“{drawing}”只有设备，图名与“{plan}”为同一楼层，但设备不在其范围内，或者同层的图不止一张，或者图名的其余部分（如楼栋、夹层）不同，暂作另一层；确是同一层的，在映射文件中列出各层：{rule}',
    en: "'{drawing}' has only devices, and its name says the storey of '{plan}', but they don't lie over it, there are several such plans, or the names differ in more (such as a building or a mezzanine): kept as a level of its own; if they are one, list the levels in a mapping: {rule}",
  },
  'dxf/no-storey': {
    zh: '图名{drawings}没有写明楼层（或者写法认不出），按图名的次序排在写明楼层的各层之上；请在图名中写明（例如“A座1F”“地下一层”），或者在映射文件的 levels 中列出各层',
    en: 'the names of {drawings} say no storey, or none that is understood: ordered by name, above the levels whose names do; say it in the name (1F, B1), or list the levels in a mapping',
  },
  'dxf/several-storeys': {
    zh: '图中有几个楼层的图名（{titles}），但是整张图按一层采用；几层画在一张图上的，请先用 --survey -o mapping.yaml 勘察，在映射文件的 levels 中写明各层的 region',
    en: 'it has the titles of several storeys ({titles}), but is taken for one level; if it shows them side by side, survey it first (--survey -o mapping.yaml): the mapping says under levels which region each has',
  },
  'dxf/level': {
    zh: '“{layer}”不是映射文件所列的楼层，{what}不采用',
    en: "'{layer}' is no level that the mapping lists: {what} left out",
  },
} as const satisfies Messages;

/** Returns the text of a note on a drawing. */
export function dxfText(id: string, params: Message['params'] = {}): Text {
  return { id, params, ...inBoth((locale) => renderMessage(dxfMessages, { id, params }, locale)) };
}
