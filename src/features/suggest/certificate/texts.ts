// Texts of the check of a certificate.
import { catalogue } from '../../../i18n/catalogue.js';

/** Sentences on what a certificate proves, and on what is wrong with it. */
export const t = catalogue('certificate', {
  nothing: { zh: '', en: '' },
  none: { zh: '无', en: 'none' },
  between: { zh: '、', en: ', ' },
  located: { zh: '{where}：{text}', en: '{where}: {text}' },

  'proved-count': {
    zh: '成立：{file}所证下限经逐格复核成立。就下列型号和安装条件，任何布置至少需{bound}台；所载布置{cost}台，经重新审查符合全部要求，不能更少。',
    en: 'Holds: what {file} proves was checked cell by cell. With the types and mounts below any design needs at least {bound}; its own has {cost}, meets all requirements as linted again, and no fewer will do.',
  },
  'proved-price': {
    zh: '成立：{file}所证下限经逐格复核成立。就下列型号和安装条件，任何布置的价格合计不低于{bound}；所载布置合计{cost}，经重新审查符合全部要求，不能更低。',
    en: 'Holds: what {file} proves was checked cell by cell. With the types and mounts below any design costs at least {bound}; its own costs {cost}, meets all requirements as linted again, and none costs less.',
  },
  'gap-count': {
    zh: '成立：{file}所证下限经逐格复核成立。就下列型号和安装条件，任何布置至少需{bound}台；所载布置{cost}台，经重新审查符合全部要求；其间未能判定。',
    en: 'Holds: what {file} proves was checked cell by cell. With the types and mounts below any design needs at least {bound}; its own has {cost} and meets all requirements as linted again; what lies between is not decided.',
  },
  'gap-price': {
    zh: '成立：{file}所证下限经逐格复核成立。就下列型号和安装条件，任何布置的价格合计不低于{bound}；所载布置合计{cost}，经重新审查符合全部要求；其间未能判定。',
    en: 'Holds: what {file} proves was checked cell by cell. With the types and mounts below any design costs at least {bound}; its own costs {cost} and meets all requirements as linted again; what lies between is not decided.',
  },
  'bare-count': {
    zh: '成立：{file}所证下限经逐格复核成立。就下列型号和安装条件，任何布置至少需{bound}台；未载符合要求的布置。',
    en: 'Holds: what {file} proves was checked cell by cell. With the types and mounts below any design needs at least {bound}; it has no design that meets the requirements.',
  },
  'bare-price': {
    zh: '成立：{file}所证下限经逐格复核成立。就下列型号和安装条件，任何布置的价格合计不低于{bound}；未载符合要求的布置。',
    en: 'Holds: what {file} proves was checked cell by cell. With the types and mounts below any design costs at least {bound}; it has no design that meets the requirements.',
  },
  refused: {
    zh: '不成立：{file}未通过复核，其所称下限和布置不作数。原因：',
    en: 'Refused: {file} did not pass the check; its bound and its design count for nothing. Reasons:',
  },
  more: { zh: '复核至此为止，其后可能还有', en: 'the check ended here; there may be more' },

  basis: { zh: '复核的依据：', en: 'Checked with:' },
  plan: { zh: '设计图{name}  SHA-256 {sha256}', en: 'plan {name}  SHA-256 {sha256}' },
  pack: { zh: '法规数据包 {id}  SHA-256 {sha256}', en: 'pack {id}  SHA-256 {sha256}' },
  levels: { zh: '楼层：{levels}', en: 'levels: {levels}' },
  replaced: {
    zh: '先行取消图中拟设的{n}台（{ids}），布置和下限均就取消后的图纸而言',
    en: '{n} planned {n|camera|cameras} ({ids}) taken out first; design and bound are of the plan without {n|it|them}',
  },
  goal: { zh: '目标：{goal}', en: 'goal: {goal}' },
  related: {
    zh: '目标：{goal}；建议设防的部位也计入',
    en: 'goal: {goal}; places that sitecam suggests to protect count, too',
  },
  types: { zh: '型号{types}', en: 'types {types}' },
  mounting: { zh: '安装：{mounting}', en: 'mounting: {mounting}' },
  private: { zh: '不得采集：{private}', en: 'must not see: {private}' },
  reviews: {
    zh: '不得采集：{private}；须由审查人判定的视线可以用',
    en: 'must not see: {private}; views that a reviewer must judge are allowed',
  },
  part: {
    zh: '第{n}部分（{zones}）：至少{bound}；{cells}格，其中{byPrivate}格必及禁止采集区域或者过多未划定区域',
    en: 'part {n} ({zones}): at least {bound}; {cells} {cells|cell|cells}, {byPrivate} of which certainly {byPrivate|sees|see} a private place or too much floor in no zone',
  },
  unproved: { zh: '第{n}部分（{zones}）：未作证明', en: 'part {n} ({zones}): nothing is proved' },
  run: {
    zh: '复核用 sitecam {version}，证明由 {by} 作出；审查日 {today}；未用求解器；面积之和放宽十亿分之一后与整数比较',
    en: 'checked by sitecam {version}, made by {by}; day {today}; no solver; sums of areas are widened by a billionth before they are compared with whole numbers',
  },
  limits: {
    zh: '只说明就上列图纸、型号和安装条件，任何位置、朝向均已计入；本工具设定，非法定，不证明由谁作出。',
    en: "It holds for this plan, these types and mounts, with every place and heading counted; shares and levels are sitecam's, not the law's, and it doesn't say who made it.",
  },

  sides: { zh: '（证明所载 {recorded}，现为 {now}）', en: ' ({recorded} in the certificate, now {now})' },
  absent: { zh: '无', en: 'none' },
  file: {
    zh: '设计图的文件{name}不是证明所据的文件{sides}',
    en: "the plan's file {name} isn't the one that was certified{sides}",
  },
  packData: {
    zh: '法规数据包{name}与证明所据的不同{sides}',
    en: 'the law pack {name} differs from the one of the certificate{sides}',
  },
  terms: { zh: '审查条件{name}与证明所据的不同{sides}', en: 'the terms differ in {name}{sides}' },
  catalogue: {
    zh: '型号和安装条件与证明所据的不同{sides}；另有文件的，以 --types 给出',
    en: 'types and mounting rules differ from those of the certificate{sides}; name their file with --types',
  },
  unit: {
    zh: '费用的单位与型号的价格不合{sides}',
    en: 'the unit of costs does not fit the prices of the types{sides}',
  },
  level: { zh: '图中没有楼层{id}', en: 'the plan has no level {id}' },
  'replaced-fault': {
    zh: '证明所取消的设备（{recorded}）与图纸应取消的（{now}）不同',
    en: 'the cameras that it takes out ({recorded}) are not those that a design of this plan replaces ({now})',
  },
  parts: {
    zh: '证明分为{recorded}部分，图纸应分为{now}部分',
    en: 'it has {recorded} {recorded|part|parts}, the plan {now}',
  },
  zones: {
    zh: '第{part}部分的部位为{recorded}，应为{now}',
    en: 'part {part} is of {recorded}; it should be of {now}',
  },
  weights: {
    zh: '第{part}部分：{zone}的权重不是{atoms}个方格的权重',
    en: 'part {part}: the weights of {zone} are not those of its {atoms} {atoms|square|squares}',
  },
  roots: {
    zh: '第{part}部分有{recorded}个根，应有{now}个',
    en: 'part {part} has {recorded} {recorded|root|roots}; it should have {now}',
  },
  tree: {
    zh: '第{part}部分{cell}：此处不能是“{letter}”，分割不完整或者有多余',
    en: "part {part}, {cell}: '{letter}' can't stand here; splits are missing or left over",
  },
  treeEnd: {
    zh: '第{part}部分{cell}：分割到此中断',
    en: 'part {part}, {cell}: the splits end here',
  },
  weight: {
    zh: '第{part}部分{cell}：可取得的权重为{weight}，超过{most}',
    en: 'part {part}, {cell}: a pose may collect {weight}, more than {most}',
  },
  'private-fault': {
    zh: '第{part}部分{cell}：不能确定各位置、朝向均可及{zone}',
    en: 'part {part}, {cell}: it is not certain that every pose sees {zone}',
  },
  'undrawn-fault': {
    zh: '第{part}部分{cell}：不能确定各位置、朝向均可及过多未划定区域',
    en: 'part {part}, {cell}: it is not certain that every pose sees too much floor in no zone',
  },
  bound: {
    zh: '第{part}部分称至少{recorded}，其权重只证明{proved}',
    en: 'part {part} says at least {recorded}; its weights prove {proved}',
  },
  sum: { zh: '下限{recorded}不是各部分之和{now}', en: 'the bound {recorded} is not the sum of the parts, {now}' },
  cost: { zh: '所载布置的费用写为{recorded}，应为{now}', en: 'the design is said to cost {recorded}; it costs {now}' },
  below: {
    zh: '所载布置的费用{now}低于下限{recorded}，两者必有一误',
    en: 'the design costs {now}, less than the bound {recorded}: one of them is wrong',
  },
  type: {
    zh: '布置中的{device}：型号{type}不在可用之列',
    en: 'camera {device} of the design: {type} is no type of the catalogue',
  },
  mount: {
    zh: '布置中的{device}：不在型号{type}可以安装的位置，或者俯角超出范围',
    en: 'camera {device} of the design: not where {type} may be mounted, or its tilt is out of range',
  },
  unwritten: { zh: '所载布置不能写入图纸', en: "the design can't be written into the plan" },
  found: { zh: '按所载布置改图后新增问题：{verdict}', en: 'the plan with the design has a new finding: {verdict}' },
  unmet: {
    zh: '按所载布置改图后，{zone}覆盖{share}，应达{needed}',
    en: 'with the design {zone} is covered to {share}, where {needed} is asked',
  },
  machine: {
    zh: '各文件与证明所载一致，而有格未通过：或者证明被改动，或者作出证明的机器在末位上舍入不同，两者无从分辨。请在本机重新作出证明；仍未通过的，请报告。',
    en: 'All files are as certified, and yet a cell was refused: either the certificate was altered, or the machine that made it rounds last digits otherwise; nobody can tell. Make it anew on this machine; if it is refused again, please report it.',
  },
  stretch: { zh: '[{from}]至[{to}]', en: '[{from}] to [{to}]' },
  area: { zh: '{points}之间', en: 'between {points}' },
  cell: {
    zh: '第{root}根第{cell}格（{level}，{type}，高{height}米，{place}，朝向{h0}°～{h1}°，俯角{t0}°～{t1}°）',
    en: 'root {root}, cell {cell} ({level}, {type}, {height} m high, {place}, headings {h0}° to {h1}°, tilts {t0}° to {t1}°)',
  },

  missing: {
    zh: '证明所据的“{name}”未找到，请以选项给出（--pack、--config、--decisions）。',
    en: "what the certificate was made with was not found: '{name}'; name it with an option (--pack, --config, --decisions).",
  },
  unreadable: {
    zh: '设计图“{plan}”不能读取，无从核对；何处有误见 sitecam lint。',
    en: "the plan '{plan}' can't be read, so nothing can be checked; sitecam lint says what is wrong.",
  },
  tooMany: {
    zh: '核对证明只能给出一份设计图，给出了{n}份。',
    en: 'a certificate is of one plan; {n} were named.',
  },
});
