// Texts of a starter plan: names, and the comments of its lines.

import { catalogue } from '../../i18n/catalogue.js';

export const t = catalogue('starter', {
  example: {
    zh: '{category}设计图示例：场所、区域、门、设备均为虚构，请逐项改为实际情况。',
    en: "Example plan, category '{category}': site, zones, doors and devices are made up. Replace them one by one with your own.",
  },
  comments: {
    zh: '“#”之后是注释，不影响审查。首行供编辑器补全和检查各键。',
    en: 'What follows # is a comment and changes no verdict. The first line lets editors complete and check keys.',
  },
  version: { zh: '图纸格式版本', en: 'version of the plan format' },
  siteName: { zh: '示例{category}', en: 'Example {category}' },
  siteNameNote: { zh: '场所名称，见于报告', en: 'name of the site, as reports print it' },
  category: { zh: '场所类别：{name}{clause}；可写多个', en: 'category: {name}{clause}; several are possible' },
  clause: { zh: '（{citation}）', en: ' ({citation})' },
  region: { zh: '行政区划代码（GB/T 2260），请改为所在旗县区的', en: 'region code (GB/T 2260); put your county’s' },
  keepsImportantItems: {
    zh: '是否存放有重要物品；不写则无法判定',
    en: 'whether important items are kept; unsaid, it is an open finding',
  },
  songAndDance: {
    zh: '是否为歌舞娱乐场所；不写则无法判定',
    en: 'whether it is a song-and-dance venue; unsaid, it is an open finding',
  },
  designation: {
    zh: '确定为治安保卫重点单位的文件，请改为实际文号、机关、日期',
    en: 'the document that designates the key unit; put the real one',
  },
  designationDocument: { zh: '某政发〔2026〕1号', en: 'Document No. 1 (2026)' },
  designationBy: { zh: '某旗人民政府', en: 'a banner government' },
  absent: { zh: '本场所没有的部位在此载明，例如', en: 'say here what the site does not have, for example' },
  absentReason: { zh: '无此部位', en: 'there is none' },
  absentBy: { zh: '设计单位', en: 'the designer' },
  metres: { zh: '单位为米：x 向东，y 向北', en: 'in metres: x east, y north' },
  north: {
    zh: '图上方（+y）与真北的夹角，顺时针，度；heading 自真北起算',
    en: 'degrees from +y clockwise to true north; headings count from true north',
  },
  level: { zh: '编号在全图内唯一，报告按编号指明', en: 'ids are unique in the plan; reports name things by them' },
  levelName: { zh: '楼层名称', en: 'what the level is called' },
  elevation: { zh: '地面标高，米', en: 'height of the floor, m' },
  ceiling: { zh: '层高，米', en: 'height of the ceiling above the floor, m' },
  zones: {
    zh: '区域。rect: [西南角 x, 西南角 y, 宽, 深]；不规则的写 polygon',
    en: 'rect: [x, y of the south-west corner, width, depth]; polygon for other shapes',
  },
  walls: { zh: '区域边界以外的墙', en: "walls that aren't a zone's boundary" },
  openings: {
    zh: '门窗洞口，画在墙上；没有画门的墙是整面墙',
    en: 'doors, windows and passages, drawn on walls; where none is drawn the wall is whole',
  },
  devices: {
    zh: '设备。at: [x, y]；height 安装高度，米；heading 朝向，自真北顺时针，度；tilt 俯角，度',
    en: 'at: [x, y]; height of mounting, m; heading clockwise from north and tilt below the horizon, degrees',
  },
  deviceTypes: { zh: '型号：同型号设备共用的参数，写一次即可', en: 'what devices of one type share is said once' },

  groundFloor: { zh: '一层', en: 'Ground floor' },
  grounds: { zh: '室外', en: 'Grounds' },
  basement: { zh: '地下一层', en: 'Basement' },
  insideVehicle: { zh: '车内', en: 'Inside the vehicle' },

  numbered: { zh: '{n}号{name}', en: '{name} {n}' },
  outdoors: { zh: '室外', en: 'outdoors' },
  enclosed: { zh: '封闭的区域，边界就是墙', en: 'an enclosed zone: its boundary is a wall' },
  open: { zh: '不封闭的区域，四周没有墙', en: 'not enclosed: no walls around it' },
  bannedReading: {
    zh: '按本工具对{clause}的理解，此处不宜采集音视频',
    en: "by sitecam's reading of {clause}, sound and image should not be captured here",
  },
  banned: {
    zh: '{clause}：不得安装具有音视频采集功能的设备',
    en: '{clause}: nothing that captures sound or image may be installed here',
  },
  named: { zh: '{clause}所列，应当设防', en: 'named in {clause}: must be protected' },
  namedReading: { zh: '按本工具对{clause}的理解，应当设防', en: "must be protected, by sitecam's reading of {clause}" },
  related: { zh: '本工具建议设防，条文未列', en: 'sitecam suggests protecting it; the law does not name it' },

  toCorridor: { zh: '“{room}”通走廊', en: "from '{room}' to the corridor" },
  toOutside: { zh: '“{room}”通室外', en: "from '{room}' to the outside" },
  signs: { zh: '提示标识，告知公众此处有图像采集', en: 'signs that tell people that images are taken' },
  sign: { zh: '朝向来人，设在进入可视范围之前', en: 'faces those who come, before they walk into view' },
  toInside: { zh: '“{room}”通内部', en: "from '{room}' to the inside" },
  partition: {
    zh: '隔断，挡住摄像机对“{desk}”的视线；不写 height 的墙到顶',
    en: "partition that hides '{desk}' from the camera; without height a wall reaches the ceiling",
  },

  domeType: {
    zh: '半球摄像机：水平视场角98度，无拾音；有无拾音未写明的，设在隐私区域附近即为“待补充”',
    en: 'dome camera: 98 degrees wide, no microphone; audio left unsaid near a private place is an open finding',
  },
  corridorType: {
    zh: '走廊摄像机：视场角窄，顺走廊看，只擦过两侧房门',
    en: 'corridor camera: a narrow view along the corridor that only grazes the doors',
  },
  detectorType: {
    zh: '入侵探测器：不采集声音、图像；range 为作用距离，单位米',
    en: 'intrusion detector: captures neither sound nor image; range in metres',
  },
  lookingEast: { zh: '装于“{room}”西端，朝东看', en: "at the west end of '{room}', looking east" },
  lookingWest: { zh: '装于“{room}”东端，朝西看', en: "at the east end of '{room}', looking west" },
  inCorner: { zh: '装于“{room}”墙角，背对房门', en: "in a corner of '{room}', its back to the door" },
  onPole: { zh: '立杆，看“{place}”', en: "on a pole, watches '{place}'" },
  watchesGate: {
    zh: '装于外墙，看大门；背对建筑，不及房间的门窗',
    en: 'on the outer wall, watches the gate; its back to the building, it sees into no room',
  },
  detector: { zh: '“{room}”夜间防入侵', en: "intrusion into '{room}' at night" },
  reader: {
    zh: '“{room}”的门禁，装在走廊一侧；只识读卡片，不采集声音、图像',
    en: "reader at the door of '{room}', on the corridor's side; reads cards, captures neither sound nor image",
  },
  buttonIn: { zh: '“{room}”的紧急报警按钮', en: "panic button in '{room}'" },
  button: { zh: '紧急报警按钮', en: 'panic button' },

  project: {
    zh: '项目文件中的事项：去掉以下各行行首的“# ”后，按条文逐项判定；各键见 schema',
    en: "facts from the project's documents: take off the leading '# ' of these lines, and each article is judged; the schema has all keys",
  },
  phase: {
    zh: '阶段：设计 design、施工 construction、检测 inspection、验收 acceptance、使用 in-use',
    en: 'design, construction, inspection, acceptance or in-use',
  },
  works: {
    zh: '新建 new、改建 altered、扩建 extended；不属于建设工程的写 none',
    en: 'new, altered, extended; none where it belongs to no works',
  },
  standards: { zh: '执行的标准', en: 'standards that are followed' },
  standard: { zh: '标准编号和名称', en: 'number and name of a standard' },
  testReports: { zh: '检验检测报告', en: 'test reports' },
  testReport: { zh: '报告编号', en: 'number of a report' },
  coordination: { zh: '与建设工程综合设计的文件', en: 'on the joint design with the works' },
  document: { zh: '文件', en: 'document' },
  designReview: {
    zh: '国家规定要求论证的，写规定名称，以及论证日期、文件、参加方',
    en: 'where a state rule asks for a review: its name, and the date, document and participants',
  },
  risk: {
    zh: '国家已发布风险等级的，写文件名称，以及等级、防护级别、文件',
    en: 'where the state has published risk grades: the document, and grade, level and document here',
  },
  units: {
    zh: '设计、施工、监理、维修单位及其备案；没有的写 none',
    en: 'design, construction, supervision and maintenance with their filings; none where there is none',
  },
  unit: { zh: '某单位', en: 'a unit' },
  filing: { zh: '备案编号', en: 'filing number' },
  custody: { zh: '图纸资料的保管和保密', en: 'custody of drawings, and secrecy' },
  system: { zh: '制度', en: 'system' },
  keeper: { zh: '保管人', en: 'who keeps them' },
  training: { zh: '设计、施工、维修、操作人员的培训', en: 'training of those who design, build, maintain and operate' },
  certificate: { zh: '证书编号', en: 'certificate number' },
});
