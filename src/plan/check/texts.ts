// Texts of the faults of plans that can still be read.

import { catalogue } from '../../i18n/catalogue.js';

/** Texts of the faults of a plan that can still be read, by rule id. `{hint}` is empty or a "did you mean". */
export const faultTexts = {
  'plan/unknown-version': {
    title: { zh: '图纸格式版本不受支持', en: 'Format version not supported' },
    texts: catalogue('', {
      version: {
        zh: '图纸格式版本为“{version}”，本工具只支持版本1，其余内容按版本1读取。',
        en: "The plan's format version is '{version}'; only version 1 is supported, and the rest is read as version 1.",
      },
    }),
  },
  'plan/duplicate-id': {
    title: { zh: '编号重复', en: 'Duplicate id' },
    texts: catalogue('', {
      duplicate: {
        zh: '编号“{id}”重复：同一份图纸中每个编号只能使用一次。后出现者未予审查，请改用其他编号。',
        en: "The id '{id}' is used twice; ids are unique in the whole plan. The later element was not judged: give it another id.",
      },
      first: { zh: '首次使用处', en: 'first used here' },
    }),
  },
  'plan/invalid-id': {
    title: { zh: '编号含有不允许的字符', en: 'Id with characters that are not allowed' },
    texts: catalogue('', {
      characters: {
        zh: '编号“{id}”含有{what}；编号不得为空，不得含有“>”、“/”、空白或者不可见字符。',
        en: "The id '{id}' contains {what}; ids may not be empty nor contain '>', '/', white space or invisible characters.",
      },
      empty: {
        zh: '编号为空。',
        en: 'The id is empty.',
      },
      normal: {
        zh: '编号“{id}”不是Unicode规范组合形式（NFC），与看上去相同的编号不相等。',
        en: "The id '{id}' is not in Unicode normal form C, so it differs from ids that look the same.",
      },
    }),
  },
  'plan/self-crossing-ring': {
    title: { zh: '轮廓线自相交', en: 'Ring that crosses itself' },
    texts: catalogue('', {
      crossing: {
        zh: '“{id}”的轮廓线在{point}处自相交或者自相接，其范围不能确定。',
        en: "The outline of '{id}' crosses or touches itself at {point}, so its extent is undefined.",
      },
      hole: {
        zh: '“{id}”的内孔（holes）不在其外轮廓之内。',
        en: "A hole of '{id}' does not lie inside its outline.",
      },
    }),
  },
  'plan/unknown-kind': {
    title: { zh: '类型不明', en: 'Unknown kind' },
    texts: catalogue('', {
      zone: {
        zh: '区域“{id}”的类型“{kind}”不在类型表中{hint}。',
        en: "Zone '{id}' has the kind '{kind}', which is not in the vocabulary{hint}.",
      },
      settled: {
        zh: '区域“{id}”已写明类型“{kind}”，又写有 kindUnknown（类型未能认定），两者矛盾。类型已认定的，请删除 kindUnknown；未认定的，类型写 other。',
        en: "Zone '{id}' has the kind '{kind}' and also kindUnknown (the kind couldn't be told): one of them is wrong. Delete kindUnknown where the kind is settled; else its kind is other.",
      },
      opening: {
        zh: '门窗洞口“{id}”的类型“{kind}”不在类型表中{hint}。',
        en: "Opening '{id}' has the kind '{kind}', which is not in the vocabulary{hint}.",
      },
      device: {
        zh: '设备“{id}”的类型“{kind}”不在类型表中{hint}。',
        en: "Device '{id}' has the kind '{kind}', which is not in the vocabulary{hint}.",
      },
      'other-kind': {
        zh: '设备“{id}”的类型（kind）为“{kind}”，其型号“{type}”的类型却为“{other}”，两者不一致，其采集能力不能确定。',
        en: "Device '{id}' has the kind '{kind}', but its type '{type}' has the kind '{other}'; they disagree, so what it captures is not known.",
      },
      'no-kind': {
        zh: '设备“{id}”未写明类型（kind），其型号（type）亦未写明。',
        en: "Device '{id}' has no kind, and neither has its type.",
      },
    }),
  },
  'plan/unknown-type': {
    title: { zh: '设备型号未定义', en: 'Unknown device type' },
    texts: catalogue('', {
      type: {
        zh: '设备“{id}”的型号“{type}”未在deviceTypes中定义{hint}。',
        en: "Device '{id}' is of type '{type}', which deviceTypes does not define{hint}.",
      },
    }),
  },
  'plan/model-unclear': {
    title: { zh: '型号资料不足', en: 'Model not known well enough' },
    texts: catalogue('', {
      unknown: {
        zh: '{devices}的型号“{model}”不在型号资料中{hint}，图中未写明的参数仍按不明处理。请写明各项参数，或者在配置的catalogue中给出该型号的资料。',
        en: "The catalogue has no model '{model}', of {devices}{hint}; what the plan doesn't say of it stays unknown. State its figures, or give a record of the model in a catalogue that the configuration names.",
      },
      several: {
        zh: '{devices}的型号“{model}”可能是{names}，均未采用。请写明品牌和完整型号。',
        en: "The model '{model}', of {devices}, may be any of {names}; none was taken. Write the brand with it, or the whole number.",
      },
      lenses: {
        zh: '{devices}的型号“{model}”有多种镜头：{known}（第三方资料，未经核实），图中未写明选用哪一种（lens）。最大可视范围按最广的计，最小可视范围按最窄的计。',
        en: "The model '{model}', of {devices}, is sold with several lenses: {known} (a third party's data, not verified), and the plan doesn't say which (lens). The largest view is taken with the widest, the smallest with the narrowest.",
      },
      lensesUnknown: {
        zh: '{devices}的型号“{model}”有多种镜头：{known}（第三方资料，未经核实），图中未写明选用哪一种（lens），其视场角按不明处理。',
        en: "The model '{model}', of {devices}, is sold with several lenses: {known} (a third party's data, not verified), and the plan doesn't say which (lens): its field of view is taken as unknown.",
      },
      lens: {
        zh: '{devices}选用{lens} mm镜头，型号“{model}”的资料没有该镜头的视场角（资料所载：{known}），其视场角按不明处理。请写明水平视场角（hfov）。',
        en: "The data of the model '{model}' have no field of view of the {lens} mm lens of {devices} (they have: {known}); it is taken as unknown. State it (hfov).",
      },
    }),
  },
  'plan/model-differs': {
    title: { zh: '与型号资料不一致', en: 'Other than the data of its model' },
    texts: catalogue('', {
      field: {
        zh: '{devices}写明水平视场角{stated}°，型号“{model}”的资料为{known}（第三方资料，未经核实）。按图中所写审查，请核对产品说明书。',
        en: "The field of view of {devices} is {stated}° in the plan; the data of the model '{model}' say {known} (a third party's, not verified). The plan's figure counts: check the maker's data sheet.",
      },
      resolution: {
        zh: '{devices}写明分辨率{stated}，大于型号“{model}”的资料所载的{known}（第三方资料，未经核实）。按图中所写审查，请核对产品说明书。',
        en: "The resolution of {devices} is {stated} in the plan, which is more than the {known} in the data of the model '{model}' (a third party's, not verified). The plan's figure counts: check the maker's data sheet.",
      },
      form: {
        zh: '{devices}写明为{stated}，型号“{model}”的资料为{known}（第三方资料，未经核实）。按图中所写审查，请核对产品说明书。',
        en: "By the plan, {devices} is: {stated}; by the data of the model '{model}': {known} (a third party's, not verified). What the plan says counts: check the maker's data sheet.",
      },
      audio: {
        zh: '{devices}写明{stated}，型号“{model}”的资料为{known}（第三方资料，未经核实）。按图中所写审查，请核对产品说明书。',
        en: "By the plan, {devices} has: {stated}; by the data of the model '{model}': {known} (a third party's, not verified). What the plan says counts: check the maker's data sheet.",
      },
    }),
  },
  'plan/unknown-reference': {
    title: { zh: '引用的对象不存在', en: 'Reference to something that is not there' },
    texts: catalogue('', {
      opening: {
        zh: '设备“{id}”所指的门窗洞口“{reference}”不存在{hint}。',
        en: "Device '{id}' guards the opening '{reference}', which does not exist{hint}.",
      },
      area: {
        zh: '设备“{id}”活动区域中的“{reference}”不存在{hint}。',
        en: "Device '{id}' is said to move in the zone '{reference}', which does not exist{hint}.",
      },
      level: {
        zh: '“{id}”所指的楼层“{reference}”不存在{hint}。',
        en: "'{id}' names the level '{reference}', which does not exist{hint}.",
      },
      override: {
        zh: 'overrides 所指的“{reference}”不存在{hint}，所写内容未予采用。',
        en: "overrides speaks of '{reference}', which does not exist{hint}; what it says was not used.",
      },
      'no-level': {
        zh: '“{id}”未写明所在楼层（level），未予审查。',
        en: "'{id}' does not say on which level it is, and was not judged.",
      },
      untaken: {
        zh: '“{id}”写明位于楼层“{reference}”，但该楼层未引用此文件，未予审查。',
        en: "'{id}' is said to be on level '{reference}', but that level does not refer to this file, so it was not judged.",
      },
    }),
  },
  'plan/removal-refused': {
    title: { zh: '涉及个人隐私的区域不得删去', en: 'Private place that may not be left out' },
    texts: catalogue('', {
      uncovered: {
        zh: 'overrides 要求删去的区域“{id}”（{kind}）涉及或者可能涉及个人隐私，至少同样受保护的其他区域只覆盖其{share}（须超过{least}，本工具设定），未予删去，仍按该区域审查。确属重复绘制的，请画全或者保留另一处；否则请去掉 remove，或者在来源中更正。',
        en: "overrides asks to leave out zone '{id}' ({kind}), which is or may be a private place; other zones protected at least as well cover {share} of it (more than {least} are needed, sitecam's figure). It stays and is judged. If it is drawn twice, draw the other one whole or keep it; else take 'remove' away, or correct the source.",
      },
      undrawn: {
        zh: 'overrides 要求删去的区域“{id}”（{kind}）涉及或者可能涉及个人隐私，而其位置和范围不明，不能认定另有区域覆盖，未予删去。请在来源中补充其坐标或者更正。',
        en: "overrides asks to leave out zone '{id}' ({kind}), which is or may be a private place, but where it is is unknown, so no other zone can be shown to cover it. It stays. Give its coordinates, or correct the source.",
      },
    }),
  },
  'plan/drawn-elsewhere': {
    title: { zh: '改写位置后图中又有移动', en: 'Drawn elsewhere since its position was overridden' },
    texts: catalogue('', {
      moved: {
        zh: '导入图中“{id}”已移动{by}米，overrides 中写明的位置是否仍然适用？请核对：适用的，把 drawnAt 改为图中现在的位置；不适用的，更正或者删去 at 和 drawnAt。',
        en: "'{id}' has moved by {by} m in the drawing since overrides put it elsewhere. Check whether that position still holds: if it does, set drawnAt to where it is drawn now; if not, correct at, or delete at and drawnAt.",
      },
    }),
  },
  'plan/no-geometry': {
    title: { zh: '没有几何信息', en: 'No geometry' },
    texts: catalogue('', {
      none: {
        zh: '“{id}”没有几何信息（geometry为null），其位置和范围不明，未予审查。',
        en: "'{id}' has no geometry (null), so where it is is unknown and it was not judged.",
      },
      length: {
        zh: '“{id}”的长度为零，未予审查；请标明起点和终点，或者删去。',
        en: "'{id}' has no length and was not judged: give both its ends, or delete it.",
      },
      width: {
        zh: '“{id}”的宽度为零或者不足5毫米，有多宽、通向何处不明，其旁的场所从该处可否摄及无法判定；请标明起点和终点，或者删去。',
        en: "'{id}' is less than 5 mm wide, so how wide it is and where it leads is unknown, and so is what can be seen through it: give both its ends, or delete it.",
      },
    }),
  },
  'plan/unknown-category': {
    title: { zh: '场所类别不明', en: 'Unknown category' },
    texts: catalogue('', {
      category: {
        zh: '场所类别“{category}”不在类别表中{hint}。',
        en: "The category '{category}' is not in the vocabulary{hint}.",
      },
    }),
  },
  'plan/unknown-role': {
    title: { zh: '部位名称不明', en: 'Unknown role' },
    texts: catalogue('', {
      absent: {
        zh: '“无此部位”所列的“{role}”不在部位表中{hint}，该说明未予采用。',
        en: "'{role}', said to be absent, is not a role of the vocabulary{hint}; the statement was not used.",
      },
      zone: {
        zh: '区域“{id}”的部位（roles）“{role}”不在部位表中{hint}。',
        en: "Zone '{id}' has the role '{role}', which is not in the vocabulary{hint}.",
      },
    }),
  },
  'plan/opening-blocked': {
    title: { zh: '门窗洞口只开通了一侧的墙', en: 'Opening through one of two walls only' },
    texts: catalogue('', {
      blocked: {
        zh: '门窗洞口“{id}”只开通了一侧的墙，紧靠其后“{against}”的墙没有开通，视线止于该墙。房间按内墙线绘制的，请写明该洞口的墙厚（thickness）。',
        en: "Opening '{id}' opens one wall only: the wall of '{against}' right behind it stays closed, and sight ends there. Where rooms are drawn by their inner faces, state the wall's thickness on the opening (thickness).",
      },
      wall: {
        zh: '紧靠门窗洞口“{id}”后方（不足0.3米）另画有墙“{against}”，没有开通，视线止于该墙。两者为同一道墙的，请写明墙厚（thickness）或者删去其一。',
        en: "Right behind opening '{id}' (less than 0.3 m) the wall '{against}' is drawn across it and stays closed, and sight ends there. Where both are one wall, state its thickness (thickness) or delete one of them.",
      },
      room: { zh: '墙未开通的区域', en: 'the zone whose wall stays closed' },
      across: { zh: '未开通的墙', en: 'the wall that stays closed' },
    }),
  },
  'plan/opening-on-no-wall': {
    title: { zh: '门窗洞口不在墙上', en: 'Opening on no wall' },
    texts: catalogue('', {
      none: {
        zh: '门窗洞口“{id}”不在任何墙上：其位置上没有墙，或者该处的墙与其方向相差10°以上。',
        en: "Opening '{id}' is on no wall: none stands where it is drawn, or what stands there runs more than 10° off it.",
      },
    }),
  },
  'plan/unsure-opening': {
    title: { zh: '缺口未画门', en: 'Gap without a door' },
    texts: catalogue('', {
      gap: {
        zh: '“{id}”：图中此处未画门，请确认是门还是敞口。是门的，请在overrides中写明kind: door；是敞口的，写明unsure: false。',
        en: "'{id}': no door is drawn in this gap; say whether it is a door or a passage. In overrides, write kind: door for a door and unsure: false for a passage.",
      },
    }),
  },
  'plan/device-in-wall': {
    title: { zh: '设备画在墙体内部', en: 'Device drawn inside a wall' },
    texts: catalogue('', {
      wall: {
        zh: '设备“{id}”画在“{wall}”的墙体内部，距墙面超过5厘米，在该处看不到任何区域；请画到所朝房间的墙面上。',
        en: "Device '{id}' is drawn inside the wall of '{wall}', more than 5 cm from its face, and sees nothing from there; draw it on the face of the room it looks into.",
      },
    }),
  },
  'plan/overlapping-zones': {
    title: { zh: '区域重叠', en: 'Zones that overlap' },
    texts: catalogue('', {
      overlap: {
        zh: '封闭区域“{id}”与“{other}”重叠{area}平方米（宽度超过0.05米，本工具参数）；须互不重叠，或者一个完全位于较大的另一个之内。',
        en: "The enclosed zones '{id}' and '{other}' overlap by {area} m², over a width of more than 0.05 m (a parameter of this tool): they must lie apart, or one wholly inside a larger other.",
      },
      other: { zh: '与之重叠的区域', en: 'the zone it overlaps' },
    }),
  },
  'plan/impossible-optics': {
    title: { zh: '光学参数不可能成立', en: 'Impossible optics' },
    texts: catalogue('', {
      range: {
        zh: '设备“{id}”的{key}为{value}，不可能成立：应{expected}。',
        en: "Device '{id}' has {key} {value}, which is impossible: it must be {expected}.",
      },
      turn: {
        zh: '设备“{id}”的{key}为{value}度，超过一周，现按{read}度审查；请核对后改正。',
        en: "Device '{id}' has {key} {value}°, more than a turn; it is judged as {read}°. Check and correct it.",
      },
      blind: {
        zh: '设备“{id}”标明不采集图像，却写有镜头或者图像才有的{key}，两者矛盾，其采集能力不能确定。请更正其一，并补充产品说明。',
        en: "Device '{id}' is stated to take no images and yet has {key}, which only a lens or a picture has: what it captures is not known. Correct one of them, and give the product's description.",
      },
      focal: {
        zh: '设备“{id}”写明的水平视场角为{hfov}度，按其焦距和靶面尺寸计算为{computed}度，两者矛盾（相差超过五分之一，本工具判定值），其视场角不能确定。',
        en: "Device '{id}' has a field of view of {hfov}° as stated and {computed}° by its focal length and sensor: they contradict each other (by more than a fifth, this tool's threshold), so its field of view is not known.",
      },
      order: {
        zh: '设备“{id}”的{key}为[{from}, {to}]，前值不得大于后值。',
        en: "Device '{id}' has {key} [{from}, {to}]; the first may not be larger than the second.",
      },
    }),
  },
  'plan/impossible-dimension': {
    title: { zh: '尺寸不可能成立', en: 'Impossible dimension' },
    texts: catalogue('', {
      range: {
        zh: '“{id}”的{key}为{value}，不可能成立：应{expected}。',
        en: "'{id}' has {key} {value}, which is impossible: it must be {expected}.",
      },
    }),
  },
  'plan/home-outside-limits': {
    title: { zh: '默认预置位超出云台限位', en: 'Home preset outside its limits' },
    texts: catalogue('', {
      home: {
        zh: '设备“{id}”默认预置位的{key}为{value}，超出其限位[{from}, {to}]；审查时两者均计入最大可视范围。',
        en: "The home preset of device '{id}' has {key} {value}, outside its limits [{from}, {to}]; both count as seen.",
      },
    }),
  },
} as const;

/** Ids of the rules that report the faults of a plan that can still be read. */
export type FaultRule = keyof typeof faultTexts;

/** Values of the placeholders of a fault's text. */
export type FaultValues<R extends FaultRule, K extends keyof FaultTexts<R>> = FaultTexts<R>[K] extends (
  values: infer V,
) => unknown
  ? V
  : Readonly<Record<string, never>>;

/** The texts of one rule's faults. */
export type FaultTexts<R extends FaultRule> = (typeof faultTexts)[R]['texts'];

/** Phrases for the range that a figure should be in. */
export const bounds = catalogue('bounds', {
  positive: { zh: '大于0', en: 'greater than 0' },
  notNegative: { zh: '不小于0', en: 'at least 0' },
  within: { zh: '在{low}至{high}之间', en: 'between {low} and {high}' },
  flat: { zh: '大于0且小于180度（鱼眼除外）', en: 'greater than 0° and less than 180° (but for a fisheye)' },
  fisheye: { zh: '大于0且不大于360度', en: 'greater than 0° and at most 360°' },
  upTo: { zh: '不大于{most}（本工具参数）', en: 'at most {most} (a parameter of this tool)' },
  metresAlone: {
    zh: '不大于{most}（本工具参数）；高度以米计',
    en: 'at most {most} (a parameter of this tool); heights are in metres',
  },
  inMetres: {
    zh: '不大于{most}（本工具参数）；高度以米计，可能应写{meant}',
    en: 'at most {most} (a parameter of this tool); heights are in metres, so {meant} was probably meant',
  },
  nearGround: {
    zh: '与地面层标高{ground}相差不超过{most}（本工具参数）；标高以米计，可能应写{meant}',
    en: 'within {most} (a parameter of this tool) of the ground level, {ground}; elevations are in metres, so {meant} was probably meant',
  },
  oneDatum: {
    zh: '与地面层标高{ground}相差不超过{most}（本工具参数）；标高以米计，各层统一写相对标高',
    en: 'within {most} (a parameter of this tool) of the ground level, {ground}; elevations are in metres, and all levels need one datum',
  },
  aboveSill: { zh: '大于窗台高{sill}', en: 'greater than the sill height {sill}' },
  least: { zh: '不小于{least}（本工具参数）', en: 'at least {least} (a parameter of this tool)' },
  outline: { zh: '轮廓周长', en: 'an outline of' },
  metres: { zh: '{length}米', en: '{length} m' },
  near: {
    zh: '距本层其他图形不超过{most}米（本工具参数），实为{far}米',
    en: 'within {most} m (a parameter of this tool) of what else is drawn on its level; it is {far} m away',
  },
  underCeiling: { zh: '低于净高{ceiling}', en: 'lower than the ceiling, {ceiling}' },
  belowCeiling: { zh: '不高于净高{ceiling}', en: 'no higher than the ceiling, {ceiling}' },
});
