// Texts on how building models (IFC) were read.
import { catalogue } from '../../../i18n/catalogue.js';

/** Problems for which a file can't be read as a building model. */
export const ifcProblemText = catalogue('import', {
  ifcNoStep: {
    zh: '不是 IFC 文件（STEP 格式应以 ISO-10303-21 开头）。IFCXML、ifcJSON 请在原软件中另存为 .ifc 再导入。',
    en: 'this is no IFC file: one in STEP begins with ISO-10303-21. Save IFCXML and ifcJSON as .ifc in the program that made them.',
  },
  ifcOther: {
    zh: '是 STEP 文件，但不是建筑模型：所写的模式为“{schema}”。请导出 IFC2X3、IFC4 或者 IFC4X3。',
    en: "this is a STEP file but no building model: its schema is '{schema}'. Export IFC2X3, IFC4 or IFC4X3.",
  },
  ifcSchema: {
    zh: 'IFC 的版本“{schema}”不能读取。请导出 IFC2X3、IFC4 或者 IFC4X3。',
    en: "IFC of version '{schema}' can't be read. Export IFC2X3, IFC4 or IFC4X3.",
  },
  ifcCut: {
    zh: '文件不完整：末尾没有 END-ISO-10303-21。请重新导出或者重新传送。',
    en: 'the file is cut off: END-ISO-10303-21 is not at its end. Export it or send it again.',
  },
  ifcBroken: {
    zh: '第{line}行不合 STEP 语法，文件已损坏。请在原软件中重新导出。',
    en: 'line {line} breaks the syntax of STEP: the file is damaged. Export it again from the program that made it.',
  },
  ifcMissing: {
    zh: '#{line} 引用的 #{missing} 不在文件中，文件已损坏或者不完整。请在原软件中重新导出。',
    en: '#{line} refers to #{missing}, which the file does not have: it is damaged or not whole. Export it again from the program that made it.',
  },
  ifcCircle: {
    zh: '#{line} 经其所引用的各行又引用自身，文件已损坏。请在原软件中重新导出。',
    en: '#{line} refers, by other lines, to itself: the file is damaged. Export it again from the program that made it.',
  },
  ifcUnreadable: {
    zh: '文件已损坏，无法作为建筑模型读取。请在原软件中重新导出。',
    en: "the file is damaged and can't be read as a building model. Export it again from the program that made it.",
  },
  ifcNoStoreys: {
    zh: '建筑模型中没有楼层（IfcBuildingStorey），无法生成设计图。',
    en: 'the model has no storey (IfcBuildingStorey): no plan can be made of it.',
  },
});

/** Notes on reading a building model. */
export const t = catalogue('ifc', {
  others: { zh: '{type} 在设计图中没有对应内容', en: '{type} has no place in a plan' },
  broken: { zh: '{type} 无法读取', en: "{type} can't be read" },
  shapeless: { zh: '{type} 没有可用的形状', en: '{type} without a usable shape' },
  'no-storey': {
    zh: '来源未注明所在楼层，按标高归入楼层',
    en: 'elements that the model puts on no storey: put on one by their height',
  },
  'empty-storey': {
    zh: '楼层“{name}”没有房间、门窗和设备，不作为楼层',
    en: "the storey '{name}' has no room, door, window or device: it is no level",
  },
  astray: {
    zh: '所在高度没有楼层',
    en: 'elements at a height where no level is',
  },
  area: {
    zh: 'IfcSpace 是面积统计，不是房间（PredefinedType 为 GFA）',
    en: 'an IfcSpace that counts areas and is no room (PredefinedType GFA)',
  },
  hanging: {
    zh: '{type} 离楼面{height} m 以上，人在其下，不作为墙',
    en: '{type} more than {height} m above the floor, with room below it: no wall',
  },
  niche: {
    zh: '墙上的凹槽没有贯通，不作为洞口',
    en: "recesses that don't go through their wall: no openings",
  },
  lying: {
    zh: '屋面、楼板上的天窗和盖板，不是墙上的门窗',
    en: 'skylights and hatches in roofs and slabs: no openings of a wall',
  },
  crossed: {
    zh: '墙上的缺口由另一道墙填满，不作为洞口',
    en: 'gaps in a wall through which another wall runs: no openings',
  },
  small: {
    zh: '宽或者高不足{least} m 的孔洞，不作为洞口',
    en: 'holes less than {least} m wide or high: no openings',
  },
  'no-host': {
    zh: '门窗“{name}”所在的墙没有形状，按其自身的位置和宽度放置',
    en: "the wall of door or window '{name}' has no shape: laid where it stands itself",
  },
  'slab-hole': {
    zh: '屋面或者楼板上的孔洞不足{least} m²，不作为楼板洞口',
    en: 'holes of less than {least} m² in slabs and roofs: no openings in a floor',
  },
  'stairs-named': {
    zh: '楼梯、电梯位于已有用途的房间内，不另画区域',
    en: 'stairs and lifts in a room that is one already: no zone besides',
  },
  'stairs-loose': {
    zh: '楼梯、电梯不在任何一个房间之内，未画为区域',
    en: 'stairs and lifts that lie in no one room: not made zones',
  },
  'open-side': {
    zh: '房间边上{width}没有墙，作为待确认的敞口（unsure）：来源未画墙，也可能有未读取的构件',
    en: 'along {width} of the edge of a room no wall stands: an opening to be confirmed (unsure), since something that was not read may stand there',
  },
  harmless: {
    zh: '{type}“{kind}”不采集影像和声音，也不是防护设备',
    en: "{type} '{kind}' captures neither images nor sound and protects nothing",
  },
  north: {
    zh: '模型的正北与图纸上方相差{angle}°，设计图以图纸上方为北，朝向请自行换算',
    en: 'true north of the model is {angle}° off the top of the sheet; the plan takes the top for north, so convert headings yourself',
  },
});
