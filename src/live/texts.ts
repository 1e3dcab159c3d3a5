// Texts of the session: why a change can't be tried or written.
import { catalogue } from '../i18n/catalogue.js';

export const t = catalogue('live', {
  unreadable: {
    zh: '图纸文件现在不能读取，请先改正其中的错误',
    en: "The files of the plan can't be read now; correct their faults first.",
  },
  wouldBeUnreadable: {
    zh: '这样改动后图纸不能读取（{why}），未写入',
    en: 'With this change the plan could not be read ({why}); nothing was written.',
  },
  posesOfNoCamera: {
    zh: '“{id}”不采集图像，或者不再设置，没有可试算的朝向',
    en: "'{id}' takes no images, or is removed, so there are no poses to try.",
  },
  posesOfMobile: {
    zh: '“{id}”是移动设备，位置不由图纸决定',
    en: "'{id}' moves about, so the drawing doesn't say where it is.",
  },
  posesOutside: {
    zh: '“{id}”不在任何区域内，没有可试算的墙面',
    en: "'{id}' stands in no zone, so there are no walls to try.",
  },
  posesInDoubt: {
    zh: '图中有存疑的门窗或者墙体，判定须按全图进行，不能逐一试算；请先改正图纸差错',
    en: 'The drawing has doubtful walls or openings, so only the whole plan can be judged; correct these faults first.',
  },
  posesOnFaults: {
    zh: '本层或者该设备有图纸差错，判定待补充；请先改正图纸差错',
    en: 'Verdicts on this level or device are open because of faults in the drawing; correct these first.',
  },
  posesOverridden: {
    zh: '“{id}”的位置写在 overrides 中，或者画在导入的几何文件中，不能逐一试算',
    en: "The position of '{id}' is stated in overrides, or drawn in imported geometry, so poses can't be tried one by one.",
  },
  posesByCriterion: {
    zh: '没有部位的设防取决于该设备；“满足”指达到设计指标（非法定）',
    en: 'The protection of no place hangs on this device; what it covers is held to the design criterion, which no law asks.',
  },
  posesForNothing: {
    zh: '没有部位的设防或者设计指标取决于“{id}”；只试算不得采集的要求',
    en: "No protection and no design criterion hangs on '{id}'; only what nobody may capture is tried.",
  },
  noZone: {
    zh: '图中已没有区域“{id}”，不作推荐。',
    en: "The plan has no zone '{id}' any more; nothing is suggested.",
  },
  byLaw: {
    zh: '以下按法定设防要求推荐（低于设计指标）。',
    en: 'What follows is for what the law asks, which is less than the design criterion.',
  },
  badCatalogue: {
    zh: '布设条件文件“{file}”不能使用（{why}），不作推荐。',
    en: "The file of device types '{file}' can't be used ({why}); nothing is suggested.",
  },
  together: {
    zh: '这些改动涉及同一处文本，请分次写入',
    en: 'These changes concern the same text; write one after the other.',
  },
});
