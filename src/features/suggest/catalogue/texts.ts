// Texts on the faults of the file of device types and rules of mounting.

import { catalogue } from '../../../i18n/catalogue.js';

/** Texts on the faults of sitecam.suggest.yaml. `{hint}` is empty or a "did you mean". */
export const t = catalogue('suggest-file', {
  file: { zh: 'sitecam的布设条件文件（{name}）', en: "a file of what sitecam's suggest may use ({name})" },
  unknownType: {
    zh: '设计图的deviceTypes中没有“{type}”{hint}。请更正名称，或者在此写全：kind（camera、door-contact或者access-reader），摄像机另写hfov、resolution和audio: none。',
    en: "The plan has no device type '{type}'{hint}. Correct the name, or describe the type here: kind (camera, door-contact or access-reader), and of a camera hfov, resolution and audio: none.",
  },
  noKind: {
    zh: '“{type}”缺少kind：请写明camera（摄像机）、door-contact（门磁开关）或者access-reader（出入口识读装置）。',
    en: "'{type}' has no kind: write camera, door-contact or access-reader.",
  },
  otherKind: {
    zh: '“{type}”的kind为“{kind}”，不作推荐{hint}：应为camera（摄像机）、door-contact（门磁开关）或者access-reader（出入口识读装置）。请删去此型号。',
    en: "'{type}' is of the kind '{kind}', which is never suggested{hint}: only camera, door-contact and access-reader are. Leave the type out.",
  },
  otherForm: {
    zh: '“{type}”的形式为{form}，不作推荐：应为定焦（fixed）或者变焦（varifocal）。请删去此型号。',
    en: "'{type}' is of the form '{form}', which is never suggested: only fixed and varifocal cameras are. Leave the type out.",
  },
  otherImages: {
    zh: '“{type}”采集的图像（video）为“{video}”，不作推荐：应为visible（可见光）。请删去此型号。',
    en: "'{type}' captures images of the sort '{video}' (video), which is never suggested: only visible is. Leave the type out.",
  },
  noField: {
    zh: '“{type}”的水平视场角未知，不能计算视域：请写明hfov，或者focalLength和sensor；写有model的，也可以写明所选镜头（lens）。',
    en: "The horizontal field of view of '{type}' isn't known, so what it sees can't be worked out: write hfov, or focalLength and sensor; with a model, lens may do.",
  },
  noResolution: {
    zh: '“{type}”的分辨率未知，不能计算像素密度：请写明resolution，如[2560, 1440]。',
    en: "The resolution of '{type}' isn't known, so its pixel density can't be worked out: write resolution, such as [2560, 1440].",
  },
  soundUnsaid: {
    zh: '“{type}”未写明能否采集声音：只推荐不采集声音的型号。确不采集的，请写明audio: none；否则删去此型号。',
    en: "It isn't said whether '{type}' captures sound: only types that capture none are suggested. If so, write audio: none; else leave the type out.",
  },
  sound: {
    zh: '“{type}”的audio为“{audio}”：只推荐不采集声音（audio: none）的型号，拾音范围不在本命令的证明之内。请改用不采集声音的型号。',
    en: "'{type}' has audio '{audio}': only types that capture no sound (audio: none) are suggested, since no proof here covers what a microphone hears. Use a type without sound.",
  },
  soundByName: {
    zh: '“{type}”写明不采集声音，但其名称或者型号“{name}”表示能采集，设计图中会列为待补充。请核对后改名，或者删去此型号。',
    en: "'{type}' is said to capture no sound, but '{name}' is the name or model of a product that does, which lint leaves open. Check it and rename it, or leave the type out.",
  },
  captures: {
    zh: '“{type}”能够或者可能采集图像、声音，不能按门磁开关或者出入口识读装置推荐。请更正video、audio或者名称，或者删去此型号。',
    en: "'{type}' captures images or sound, or may, and so can't be suggested as a door contact or an access reader. Correct video, audio or its name, or leave the type out.",
  },
  placed: {
    zh: '设计图的deviceTypes为“{type}”写明了{key}，该项取决于设备装在何处，不能用于推荐。请把它写在各设备上，或者删去此型号。',
    en: "The plan's device type '{type}' has {key}, which depends on where a device is, so it can't be suggested. Write it with the devices instead, or leave the type out.",
  },
  differs: {
    zh: '“{type}”的{key}与设计图deviceTypes所写的不同。请改为一致，或者在此不写。',
    en: "The plan's device type '{type}' says otherwise of {key}. Make them the same, or leave the key out here.",
  },
  mountsOfPoint: {
    zh: '“{type}”不是摄像机，装在所守卫的门上，不写mounts。',
    en: "'{type}' is no camera: it is mounted on the door that it guards, so leave out mounts.",
  },
  noCamera: {
    zh: '没有可以选用的摄像机：types中至少应有一种摄像机型号（kind: camera）。',
    en: 'No camera may be used: types must have at least one of kind: camera.',
  },
  noCeiling: {
    zh: '“{type}”可以装于顶棚（ceiling），但设计图各层都未写明顶高（ceiling）。请在设计图的楼层写明，或者删去此处的ceiling。',
    en: "'{type}' may be mounted on the ceiling, but no level of the plan says how high that is (ceiling). Write it there, or leave ceiling out here.",
  },
  height: {
    zh: '安装高度为{height}米，应大于0，为地面以上的米数。',
    en: 'The mount height is {height} m, but must be more than 0: metres above the floor.',
  },
  aboveCeilings: {
    zh: '安装高度{height}米不低于任何一层的顶高（最高{ceiling}米）。请改低，单位为米。',
    en: 'The mount height of {height} m is not below the ceiling of any level (the highest is at {ceiling} m). Lower it; the unit is metres.',
  },
  drop: {
    zh: '镜头低于顶棚{drop}米，不小于任何一层的顶高（最高{ceiling}米）。请改小，单位为米。',
    en: 'The lens would be {drop} m below the ceiling, which no level has room for (the highest ceiling is at {ceiling} m). Make it less; the unit is metres.',
  },
  tilts: {
    zh: 'tilts写作[小, 大]，为水平以下的度数，前值不得大于后值。',
    en: 'tilts is [from, to] in degrees below the horizon: the first may not be larger than the second.',
  },
  unknownDevice: {
    zh: '设计图中没有编号为“{id}”的设备{hint}。',
    en: "The plan has no device '{id}'{hint}.",
  },
  removedDevice: {
    zh: '设备“{id}”在设计图中已拆除（status: removed），不能保留。请从fixed中删去。',
    en: "The device '{id}' is removed in the plan (status: removed), so it can't stay. Take it out of fixed.",
  },
  unknownWall: {
    zh: '设计图中没有编号为“{id}”的墙{hint}；区域的边界用zone指明。',
    en: "The plan has no wall '{id}'{hint}; the boundary of a zone is named by zone.",
  },
  unknownZone: {
    zh: '设计图中没有编号为“{id}”的区域{hint}。',
    en: "The plan has no zone '{id}'{hint}.",
  },
  unknownLevel: {
    zh: '设计图中没有编号为“{id}”的楼层{hint}。',
    en: "The plan has no level '{id}'{hint}.",
  },
  noLevel: {
    zh: '此多边形缺少level：请写明它在哪一层，可用：{levels}。',
    en: 'The level of this polygon is missing: say with level which it is on, one of {levels}.',
  },
  levelAlone: {
    zh: 'level只与polygon一起写；墙和区域在哪一层，设计图中已有。',
    en: 'level goes with polygon alone: which level a wall or zone is on, the plan says.',
  },
  far: {
    zh: '此多边形距设计图的图形超过100千米（本工具设定）。坐标的单位、原点应与设计图相同，请核对。',
    en: "This polygon is more than 100 km from what the plan draws (a limit of ours). Its unit and its zero must be the plan's: check them.",
  },
  flat: {
    zh: '此多边形没有面积：应为至少三个不在一条直线上的点。',
    en: 'This polygon has no area: it needs at least three points that are not on one line.',
  },
  crossing: {
    zh: '此多边形的边相交或者重合，不能确定其范围：请按顺序写出各顶点，或者分为几个多边形。',
    en: 'The sides of this polygon meet or cross, so it is not known what lies in it: give its corners in order, or make several polygons.',
  },
});
