// Texts of the device schedule.
import { catalogue } from '../../i18n/catalogue.js';

export const t = catalogue('schedule', {
  plan: { zh: '设计图', en: 'Plan' },
  id: { zh: '编号', en: 'Id' },
  name: { zh: '名称', en: 'Name' },
  device: { zh: '设备', en: 'Device' },
  type: { zh: '型号', en: 'Type' },
  model: { zh: '产品型号', en: 'Model' },
  modelData: {
    zh: '取自型号资料（第三方资料，未经核实）',
    en: "From the catalogue of models (a third party's, not verified)",
  },
  lensUnsaid: { zh: '待补充：选用的镜头（lens）', en: 'to be stated: which lens (lens)' },
  taken: { zh: '{facts}；出处：{source}（{day}）', en: '{facts}; from {source} ({day})' },
  level: { zh: '楼层', en: 'Level' },
  zones: { zh: '所在区域', en: 'Stands in' },
  east: { zh: '东（米）', en: 'East (m)' },
  north: { zh: '北（米）', en: 'North (m)' },
  height: { zh: '安装高度（米）', en: 'Mounting height (m)' },
  heading: { zh: '方位（度）', en: 'Heading (°)' },
  fieldOfView: { zh: '水平视场（度）', en: 'Field of view (°)' },
  video: { zh: '视频', en: 'Video' },
  audio: { zh: '音频', en: 'Audio' },
  status: { zh: '状态', en: 'Status' },
  seen: {
    zh: '最大可视范围可及区域（自{density}像素/米起，本工具参数）',
    en: "May see (from {density} px/m, sitecam's parameter)",
  },
  heard: { zh: '拾音范围可及区域（具有拾音功能的）', en: 'May hear (if it takes sound)' },
  covered: {
    zh: '最小可视范围面积，{level}级，{density}像素/米（平方米）',
    en: 'Sees for certain, {level}, {density} px/m (m²)',
  },
  verdict: { zh: '结论', en: 'Verdict' },
  loosenedVerdict: { zh: '结论（按放宽后的配置）', en: 'Verdict (by a loosened configuration)' },
  findings: { zh: '各项判定', en: 'Findings' },
  noVerdict: { zh: '无单独判定', en: 'no verdict of its own' },
  opaqueName: { zh: '代号（已隐去图纸内容）', en: 'Opaque name (redacted)' },
  leftOut: { zh: '设计人员删去（{reason}）', en: 'left out by the author ({reason})' },
  items: { zh: '、', en: ', ' },
  clauses: { zh: '；', en: '; ' },
});
