// Messages of the rule signs/approach.
import { catalogue } from '../../../i18n/catalogue.js';

/** Messages of the rule signs/approach, by id. */
export const t = catalogue('', {
  none: {
    zh: '全图未见告知采集图像的标识。{besides}图中设于或者可及公共区域的图像采集设备{count}台（{devices}）。',
    en: 'Signs that say that images are taken: none.{besides} Image-capturing devices that stand in or may see public zones: {count} ({devices}).',
  },
  fails: {
    zh: '按本图施工将不符合{leads}。{clause}：{consequence}。',
    en: 'Built as drawn it will not comply with {leads}. {clause}: {consequence}.',
  },
  failsExisting: {
    zh: '图中标明上述设备已安装，涉嫌不符合{leads}。{clause}：{consequence}。',
    en: 'The devices are marked as installed; it appears not to comply with {leads}. {clause}: {consequence}.',
  },
  failsByPhase: {
    zh: '图中载明项目处于{phase}阶段，未逐台标明是否已安装，按已安装审查；涉嫌不符合{leads}。{clause}：{consequence}。',
    en: "The plan states the phase '{phase}' and not of each device whether it is installed; the devices are judged as installed. It appears not to comply with {leads}. {clause}: {consequence}.",
  },
  whetherAsked: {
    zh: '图中未载明该场所是否属于公共场所，{leads}是否适用无法判定。',
    en: "The plan doesn't say whether the site is a public place; whether {leads} {leads|applies|apply} can't be told.",
  },
  noneSure: {
    zh: '全图未见可以计入的标识。{besides}图中设于或者可及公共区域的图像采集设备{count}台（{devices}）。',
    en: 'No sign on the plan can be counted.{besides} Image-capturing devices that stand in or may see public zones: {count} ({devices}).',
  },
  whetherEnough: {
    zh: '{leads}未规定标识的文字和位置；图中的标识是否符合，须由审查人判定。',
    en: '{leads} {leads|prescribes|prescribe} neither the words of signs nor their places; whether those of the plan comply is for the reviewer to decide.',
  },
  doubtful: {
    zh: '全图未见告知采集图像的标识。{besides}{count}台设备（{devices}）可能在公共区域采集图像：图中未注明其是否具有图像采集功能，或者所在区域的用途未定。',
    en: "Signs on the plan that say that images are taken: none.{besides} Devices that may take images of public zones: {count} ({devices}): the plan doesn't say whether they capture images, or what the zones are for.",
  },
  onlyMobile: {
    zh: '全图未见告知采集图像的标识。{besides}图中在公共区域采集或者可能采集图像的设备，只有随身佩戴、手持等可以移动的{count}台（{devices}）。',
    en: 'Signs on the plan that say that images are taken: none.{besides} The only devices that take or may take images of public zones move, such as body-worn and handheld ones: {count} ({devices}).',
  },
  whetherMobile: {
    zh: '可以移动的设备不是安装于该场所的，是否须按{leads}设置标识，须由审查人判定。',
    en: 'What moves is not installed there; whether {leads} {leads|asks|ask} for signs is for the reviewer to decide.',
  },
  untold: { zh: '无法按{leads}判定。', en: "It can't be judged by {leads}." },
  placed: {
    zh: '图中标明标识{count}处。{besides}标识的文字、尺寸是否符合条文要求，未作审查。',
    en: 'Signs on the plan: {count}.{besides} Whether their wording and size are what the law asks for was not examined.',
  },
  planned: {
    zh: '图中标明标识{count}处，均为拟设（status: planned）。{besides}图像采集设备（{devices}）按已安装审查。',
    en: 'Signs on the plan: {count}, all of them only planned (status: planned).{besides} The image-capturing devices ({devices}) are judged as installed.',
  },
  whetherUp: {
    zh: '不能由图中认定标识已经设置，是否符合{leads}，须由审查人判定。',
    en: "The plan doesn't show that the signs are up; whether the site complies with {leads} is for the reviewer to decide.",
  },
  noDevices: {
    zh: '图中未标明设于或者可及公共区域的图像采集设备。',
    en: 'The plan shows no image-capturing device that stands in or may see a public zone.',
  },
  withoutDevices: { zh: '{leads}在本图范围内不适用。', en: '{leads} {leads|does|do} not apply within this plan.' },
  denied: {
    zh: '图中未标明设于或者可及公共区域的图像采集设备；采集或者可能采集图像的设备{count}台（{devices}），其设于或者可及的区域（{zones}）按类型属于公共区域，图中写明为非公共（public: false）。',
    en: 'The plan shows no image-capturing device that stands in or may see a public zone. Devices that take or may take images: {count} ({devices}); they stand in or may see {zones}, of a kind that is public but stated not to be (public: false).',
  },
  whetherPublic: {
    zh: '仅凭该项载明不能认定{leads}不适用；该区域是否属于公共场所，须由审查人判定。',
    en: "That statement alone doesn't show that {leads} {leads|does|do} not apply; whether the zone is a public place is for the reviewer to decide.",
  },
  notAsked: {
    zh: '图中载明了本场所适用的条款和所依据的文件。',
    en: 'The plan states by a document which provisions the site falls under.',
  },
  spared: {
    zh: '{leads}不适用，请审查人核对该文件。',
    en: '{leads} {leads|does|do} not apply; the reviewer may check the document.',
  },
  met: {
    zh: '自“{approach}”进入“{zone}”的人，进入时或者进入之前在{radius}米（本工具参数）以内可见标识{signs}。先见标识、后入可视范围为本工具设定的判定方法（非法定）；标识的文字、尺寸未作审查。',
    en: "Whoever comes into '{zone}' by '{approach}' sees {signs} within {radius} m (this tool's parameter) before or as they enter. That a sign is met before the view begins is a criterion of ours, not the law's; its wording and size were not examined.",
  },
  later: {
    zh: '自“{approach}”进入“{zone}”的人，在见到标识（{radius}米以内，本工具参数）之前所能到达之处，均不在图像采集设备的最大可视范围内。先见标识、后入可视范围为本工具设定的判定方法（非法定）；标识的文字、尺寸未作审查。',
    en: "Nowhere that whoever comes into '{zone}' by '{approach}' may be before they see a sign (within {radius} m, this tool's parameter) is in the may-see of an image-capturing device. That a sign is met before the view begins is a criterion of ours, not the law's; its wording and size were not examined.",
  },
  unmet: {
    zh: '自“{approach}”进入“{zone}”的人，未见任何标识即可进入设备“{device}”的最大可视范围（“{seen}”内{area}）。先见标识、后入可视范围为本工具设定的判定方法（非法定），标识以{radius}米（本工具参数）以内、无遮挡且不偏出其朝向80度为可见。',
    en: "Whoever comes into '{zone}' by '{approach}' may come into the may-see of device '{device}' ({area} of '{seen}') before they see any sign. That a sign is met before the view begins is a criterion of ours, not the law's: a sign is seen within {radius} m (this tool's parameter), with nothing in the way and from within 80 degrees of where it faces.",
  },
  unmetUntilUp: {
    zh: '图像采集设备按已安装审查，而标识{signs}为拟设（status: planned）；拟设的不计，自“{approach}”进入“{zone}”的人，未见任何标识即可进入设备“{device}”的最大可视范围（“{seen}”内{area}）。先见标识、后入可视范围为本工具设定的判定方法（非法定）。',
    en: "The image-capturing devices are judged as installed, and signs are only planned (status: planned): {signs}. Without what is planned, whoever comes into '{zone}' by '{approach}' may come into the may-see of device '{device}' ({area} of '{seen}') before they see any sign. That a sign is met before the view begins is a criterion of ours, not the law's.",
  },
  mayBeUnmet: {
    zh: '自“{approach}”进入“{zone}”的人，未见任何标识即可到达“{seen}”；图中未注明设备“{device}”是否具有图像采集功能，如果具有，该处{area}在其最大可视范围内。',
    en: "Whoever comes into '{zone}' by '{approach}' may come to '{seen}' before they see any sign. The plan doesn't say whether device '{device}' captures images; if it does, {area} there is in its may-see.",
  },
  unsettled: {
    zh: '自“{approach}”进入的人，如果经过用途未定的区域（{zones}），未见任何标识即可进入设备“{device}”的最大可视范围（“{seen}”内{area}）；该区域是否公共区域不得而知。',
    en: "Whoever comes in by '{approach}' through a zone of unknown use ({zones}) may come into the may-see of device '{device}' ({area} of '{seen}') before they see any sign. Whether that zone is public isn't known.",
  },
  outdoors: {
    zh: '“{zone}”在室外，在设备“{device}”的最大可视范围内，其中可见标识“{sign}”（{radius}米以内，本工具参数）。室外来人方向不定，只看其中有无可见的标识，为本工具设定的判定方法（非法定）。',
    en: "'{zone}' lies in the open and in the may-see of device '{device}'; sign '{sign}' is seen in it (within {radius} m, this tool's parameter). People come from anywhere there: that some sign is seen in it is all that is asked, by a criterion of ours, not the law's.",
  },
  outdoorsUntilUp: {
    zh: '“{zone}”在室外，在设备“{device}”的最大可视范围内；设备按已安装审查，而其中可见的标识“{sign}”（{radius}米以内，本工具参数）为拟设（status: planned），没有已设的可见。室外须有一处可见为本工具设定的判定方法（非法定）。',
    en: "'{zone}' lies in the open and in the may-see of device '{device}'. The devices are judged as installed, and sign '{sign}', which is seen in it (within {radius} m, this tool's parameter), is only planned (status: planned); none that is up is seen. That some sign is seen out there is a criterion of ours, not the law's.",
  },
  outdoorsNone: {
    zh: '“{zone}”在室外，在设备“{device}”的最大可视范围内，其中各处在{radius}米（本工具参数）以内均未见提示标识。室外须有一处可见为本工具设定的判定方法（非法定）。',
    en: "'{zone}' lies in the open and in the may-see of device '{device}'; no sign is seen from anywhere in it within {radius} m (this tool's parameter). That some sign is seen out there is a criterion of ours, not the law's.",
  },
  outdoorsMay: {
    zh: '“{zone}”在室外，其中未见标识；图中未注明设备“{device}”是否具有图像采集功能，如果具有，该区域在其最大可视范围内。',
    en: "'{zone}' lies in the open and no sign is seen in it. The plan doesn't say whether device '{device}' captures images; if it does, the zone is in its may-see.",
  },
  noWay: {
    zh: '图中未画出公众到达“{level}”的途径，而“{seen}”内{area}在设备“{device}”的最大可视范围内；到达的人是否先见标识无从判断。',
    en: "The plan draws no way by which the public comes to '{level}', and {area} of '{seen}' is in the may-see of device '{device}': whether people meet a sign first can't be told.",
  },
  place: {
    zh: '在公众进入可视范围之前的位置设置{sign}，并在图中标明其位置、朝向和文字。',
    en: 'Set up {sign} where the public comes before it comes into view, and show them in the plan with position, heading and words.',
  },
  stateUp: {
    zh: '设置{sign}；已经设置的，将图中标识的 status 写为 existing。',
    en: 'Set up {sign}; where they are up already, give the signs status: existing in the plan.',
  },
  checkDenied: {
    zh: '核对该区域是否向公众开放；属于公共场所的，设置{sign}，并在图中标明其位置、朝向和文字。',
    en: 'Check whether the public is let into the zone; where it is a public place, set up {sign} and show them in the plan with position, heading and words.',
  },
  sayOrPlace: {
    zh: '在图中写明标识上告知采集图像的文字（例如“您已进入视频监控区域”），并将{sign}设于公众进入可视范围之前可见的位置。',
    en: 'State the words by which the signs tell that images are taken (such as: Video surveillance in use), and set up {sign} where the public sees them before it comes into view.',
  },
  placeHere: {
    zh: '在“{approach}”处、面向来人设置{sign}，并在图中标明其位置和朝向；已经设置的，一并标明。',
    en: "Set up {sign} at '{approach}' to face whoever comes in, and show position and heading in the plan; show those that are there already.",
  },
  placeOrTurn: {
    zh: '在“{approach}”处、面向来人设置{sign}，并在图中标明其位置和朝向。标识{signs}设于墙上而未注明朝向，不能确定在墙的哪一侧，未予计入；请补充朝向。',
    en: "Set up {sign} at '{approach}' to face whoever comes in, and show position and heading in the plan. {signs} is on a wall without a heading, so on which side isn't known, and isn't counted: give its heading.",
  },
  placeOutdoors: {
    zh: '在“{zone}”的来人方向设置{sign}，并在图中标明其位置和朝向。',
    en: "Set up {sign} in '{zone}' where people come from, and show position and heading in the plan.",
  },
  state: {
    zh: '注明设备有无图像采集功能、区域作何用途；具有图像采集功能且在公共区域的，设置{sign}。',
    en: 'Say whether the devices capture images and what the zones are for; where images of public zones are taken, set up {sign}.',
  },
  writeSigns: {
    zh: '在 signs 中写明每处标识的 at、heading、text。',
    en: 'Give each sign under signs its at, heading and text.',
  },
  writeCapability: {
    zh: '在设备上写明 video，在区域上写明 kind。',
    en: 'Give the devices video and the zones kind.',
  },
  drawWay: {
    zh: '画出到达该层的楼梯、电梯或者出入口。',
    en: 'Draw the stairs, lift or entrance that leads there.',
  },
});

/** Sentences on signs that don't count as notices of cameras, and the phrases that they are made of. */
export const besides = catalogue('signs', {
  fromLevel: { zh: '其他楼层', en: 'another level' },
  other: {
    zh: '标识{signs}，不是告知采集图像的标识，不计。',
    en: 'No notice of cameras, by what is written: {signs}.',
  },
  unclear: {
    zh: '标识{signs}，不能确认是告知采集图像的，未计入，请审查人阅看。',
    en: "Not counted, as what is written doesn't surely say that images are taken (for the reviewer to read): {signs}.",
  },
  hidden: {
    zh: '标识{signs}自公众可到之处均不可见（本工具的判定方法，非法定），未计入。',
    en: "Not counted, as seen from nowhere that the public goes (by this tool's own way of telling): {signs}.",
  },
  manySigns: { zh: '{signs}等{n}处', en: '{signs} and {more} more' },
  manyNamed: { zh: '{signs}等', en: '{signs} and {more} more' },
  written: { zh: '“{id}”写有“{words}”', en: "'{id}' ('{words}')" },
  empty: { zh: '“{id}”文字为空', en: "'{id}' (no words)" },
  edge: { zh: '{zone}的敞开边缘', en: 'the open edge of {zone}' },
});
