// Reads from a device's name or model what it usually captures.
import { foldName } from './text.js';

/** Capabilities that a product of some name usually has: capturing images, capturing sound. */
export interface MeantCapability {
  readonly images: boolean;
  readonly sound: boolean;
}

/** Words before a capability that say that it is absent: 无拾音, 不带摄像头, no audio. */
const WITHOUT = String.raw`(?<!(?:无|无需|不|不带|不含|不具有|不具备|没有|非|取消|关闭)|\b(?:no|non|without|w/o)[\s_-]?)`;

/** Words after a product's word that make it a part or a neighbour of the product: 摄像机电源, camera bracket. */
const PART_ZH =
  '(?!(?:机|头|器)?(?:用|的)?(?:电源|供电|支架|立杆|交换|接线|线缆|防护|防雷|存储|主机|服务器|平台|显示|屏|中心|室|门口(?!机)|旁|下|侧))';
const PART_EN = String.raw`(?![\s_-]*(?:power|supply|psu|bracket|mount|switch|pole|housing|recorder|server|monitor|screen|cable|none|off|disabled|free))`;

const IMAGES = new RegExp(
  `${WITHOUT}(?:摄像|摄录|球机|枪机|针孔|偷拍|监控(?:头|探头)|(?:视频|图像)(?:采集|复核)|(?:红外|人脸)?抓拍|可视对讲|人脸识别)${PART_ZH}` +
    `|${WITHOUT}\\b(?:cameras?|cam|webcam|dashcam|cctv|ipc|ptz|pinhole)(?![a-z])${PART_EN}|\\bds-2(?:cd|de|df|ce)|\\bdh-ipc|(?<![\\d.])\\d{1,2}\\s?mp(?![a-z\\d])`,
  'u',
);

const SOUND = new RegExp(
  `${WITHOUT}(?:拾音|录音|监听|窃听|麦克风|咪头)${PART_ZH}` +
    `|${WITHOUT}\\b(?:mic|microphone|audio|pickup)(?![a-z])${PART_EN}`,
  'u',
);

/** Returns what a product called `text` (a device's name or model) usually captures. */
export function capabilityMeantByName(text: string): MeantCapability {
  // In model names an underscore separates words for people, but not for a regular expression: dome_audio.
  const folded = foldName(text).slice(0, LONGEST).replaceAll('_', ' ');
  return { images: IMAGES.test(folded), sound: SOUND.test(folded) };
}

/** Most characters of a name that are read: an untrusted plan may hold names of any length. */
const LONGEST = 200;
