// Labels, captions and phrases that rules of coverage put into their messages.
import { catalogue } from '../../../i18n/catalogue.js';

/** Phrases of the rules of coverage. */
export const t = catalogue('coverage', {
  labelled: { zh: '{kind}{id}', en: '{kind} {id}' },
  deviceOfKind: { zh: '“{id}”（{kind}）', en: "'{id}' ({kind})" },
  missingOf: { zh: '设备“{id}”的{figures}', en: "{figures} of device '{id}'" },
  zone: { zh: '区域“{id}”', en: "zone '{id}'" },
  device: { zh: '设备“{id}”', en: "device '{id}'" },
  statement: { zh: '图中的说明', en: 'what the plan states' },
  unsettled: {
    zh: '（另有{n}处区域用途未定，可能属于此类）',
    en: ' ({n} {n|zone of unknown use, which|zones of unknown use} may be one)',
  },
  onLevel: { zh: '“{level}”', en: " on '{level}'" },
  declaredReading: { zh: '（按本工具对该项的理解）', en: " (by sitecam's reading)" },
  protectedReading: { zh: '（按本工具对该项的理解）', en: " (by sitecam's reading of it)" },
  ours: { zh: '本工具设定', en: "sitecam's" },
  ofProfile: { zh: '指标集“{profile}”设定', en: "of the profile '{profile}'" },
  anySystem: { zh: '安全技术防范设备或者系统', en: 'technical security' },
  anyUnexamined: { zh: '其质量和效用未作审查', en: 'How good it is was not examined' },
  suggestedReading: { zh: '（未明列，本工具建议设防）', en: ' (not listed; sitecam suggests protecting it)' },
  either: {
    zh: '不属于的，{open}；属于的，{silent}',
    en: 'if it is none {open}; if it is one {silent}',
  },
  pass: { zh: '未发现不符合', en: 'nothing is found' },
  review: { zh: '须审查判定', en: 'it is for the reviewer' },
  fail: { zh: '不符合', en: 'it does not comply' },
  open: { zh: '待补充', en: 'it is open' },
  notApplicable: { zh: '不适用', en: 'it does not apply' },
});
