// Classification of the text on a sign.

import { isDenied } from '../../../facts/signs/denials.js';
import { namesSomething } from '../../../i18n/content.js';
import { foldName, hasHan } from '../../../law/names/text.js';
import type { Sign } from '../../../plan/model.js';

/**
 * Meaning of a sign's text. `capture`: images are taken. `unsaid`: the plan doesn't give the text. `unclear`: it may
 * say or deny that, is empty, or is in a script that isn't read here. `other`: something else. The law prescribes no
 * wording; the word lists are a reading of ours.
 */
export type Wording = 'capture' | 'unsaid' | 'unclear' | 'other';

/** Words for cameras and pictures. A clause with one may deny that images are taken; alone few of them say so. */
const MENTIONED =
  /监控|监视|摄像|摄录|录像|录影|视频|图像|影像采集|采集影像|人脸|电子眼|cctv|camera|kamera|video|surveillance|film(?:ed|ing)|being recorded|face recognition|facial recognition|images?\b/;

/** Words that say so whatever else the clause is about. */
const SURE = /监控|监视|电子眼|摄像头|(?:图像|影像|视频)采集|cctv|surveillance/;

/** Words that say that images are taken: 视频, 图像, 人脸, camera and video alone may stand for anything. */
const CAPTURE = new RegExp(
  [
    SURE,
    /摄像|摄录|录像|录影|采集影像/,
    /视频(?:图像|影像|信息){0,2}(?:拍摄|录制|记录|摄取|抓拍)|视频(?:安防|安全防范|覆盖|巡查|巡逻|探头|区域)|(?<!音)视频系统|采集[^,;。]{0,8}视频/,
    /图像(?:信息)?[^,;。]{0,4}(?:采集|拍摄|记录|抓拍)|(?:采集|拍摄|抓拍|摄取)[^,;。]{0,8}(?:图像|影像|人脸|人像)/,
    /人脸(?:信息|图像)?(?:采集|抓拍|拍摄|记录)|人脸识别(?:区|摄像|采集)/,
    /\bcameras?(?: (?:are|is))?(?: (?:now|always|constantly))? (?:in (?:use|operation|constant)|on (?:site|premises|duty)|operat|record|monitor|watching|installed)/,
    /\b(?:on|by|under|security|monitoring|hidden) (?:video |security )?cameras?\b/,
    /\bvideo(?:[- ]?protection|[- ]?monitoring| security| captur| (?:and audio )?record(?:ed|ing)| (?:system )?(?:is )?in (?:use|operation))|(?:you are|recorded|filmed|captured) on video/,
    /(?:kamera|video)(?:u|ue)berwach|\bkameras? in /,
    /(?:are|is|be|being)(?: \w+)? filmed|filming (?:is )?in progress|being recorded/,
    /(?:face|facial) recognition (?:(?:system|cameras?) )?(?:is |are )?(?:area|zone|in (?:use|operation))/,
    /\bimages? (?:(?:is|are|may|will|being|be) )*(?:captured?|recorded|recording|taken|collected|collection|stored|monitored)\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

/** Separators of clauses, as in a class of a regular expression. */
const STOPS = ',，;；。.!！?？:：|…()\\n';

/** Words of clauses about something else: what is played, sold, paid or photographed there. */
const OTHER_MATTER =
  /视频号|短视频|点播|播放|播出|展播|放映|直播|支付|付款|刷脸|专柜|专区|展台|器材|数码|婚[礼庆]|摄影|跟拍|约拍|影楼|工作室|打卡|教程|公众号|抖音|快手|(?:人脸|人像)(?:信息|图像)?采集(?:点|处|台|窗口)/;

/** Phrases with such a word that say something else: names of rooms, and what visitors may not do. */
const ELSEWHERE: readonly RegExp[] = [
  new RegExp(
    `(?<=^|[${STOPS}])(?![^${STOPS}]*(?:${SURE.source}))[^${STOPS}]*(?:${OTHER_MATTER.source})[^${STOPS}]*`,
    'g',
  ),
  /\bcctv[- ]?\d{1,2}(?!\d| ?(?:h|小时))|cctv(?=[^,;。]{0,4}(?:频道|展播|上榜|品牌|合作|推荐|转播))/g,
  /\b(?:cameras?|video|photo)(?: recording)? (?:shop|store|games?|studio|rental|club|museum|repair|room)s?\b/g,
  /(?:监控|监视|视频|录像|摄像|影像|图像)(?:会议|放映|指挥|管理|调度|值班|分析|存储|机|诊断|录制|制作|剪辑|系统|设备|器材|报警|强电|弱电|线缆|电缆|光缆|配电|电源|保养){0,2}(?:室|中心|科|厅|部(?![位分署])|用?房|馆|间(?![断隔]|区域)|井(?!区域)|箱(?!区域)|柜(?!台|区域)|仓?库(?!区))/g,
  /(?:禁止|严禁|请勿|勿|不得|谢绝|不准|不许|不要|禁)(?:在此|在馆内|擅自|私自|随意|任何)*(?:[、和或及与/,，]?(?:拍照|照相|摄影|摄像|录像|录音|录影|拍摄|自拍|直播)(?![头机设装监]))+/g,
  /\bno (?:(?:photograph[ys]?|photos?|pictures?|film(?:ing)?|video ?taping|video recording|recording)(?: ?(?:,|and|or|\/) ?)?)+/g,
  /\b(?:photography|video|film|filming|recording|video recording)s?(?: (?:is|are|strictly))* (?:not allowed|not permitted|prohibited|forbidden)/g,
];

/** Words that may say so in another way: a list of words must not decide that they don't. */
const NEAR =
  /监|摄|录|像|频|采集|识别|拍|安防|技防|防范|公安|警|天网|雪亮|智能|智慧|电子|人脸|隐私|个人信息|提示标识|镜头|入镜|出镜|微笑(?!服务)|monitor|record|watch|film|photo|image|picture|security|police|privacy|personal|guard|smart|cam\b|camera|video|surveill|cctv|facial|face recognition/;

/** Words that show a text without Chinese characters to be English, and so to have been read. */
const ENGLISH =
  /\b(?:no|not|exit|entrance|way|smoking|toilets?|restrooms?|push|pull|caution|danger|parking|welcome|fire|staff|only|open|closed|please|keep|door|floor|wet|reception|information|the|to|of|and|this|you|your)\b/;

/** Spaces between Chinese words, but not between the characters of a widely set word (监 控 区 域). */
const BETWEEN_WORDS = /(?<=\p{Script=Han}{2})\s+(?=\p{Script=Han}{2})/gu;

/** Returns what the sign's text says, as far as the word lists in this file tell. */
export function wordingOf({ text }: Pick<Sign, 'text'>): Wording {
  if (text === undefined) return 'unsaid';
  if (!namesSomething(text)) return 'unclear';
  const apart = text
    .normalize('NFKC')
    .trim()
    .replace(/[\r\n]+/g, ';')
    .replace(BETWEEN_WORDS, ';');
  const folded = foldName(apart.normalize('NFD').replace(/\p{Mn}/gu, ''));
  const rest = ELSEWHERE.reduce((left, words) => left.replace(words, ' '), folded);
  if (CAPTURE.test(rest)) return isDenied(rest, MENTIONED) ? 'unclear' : 'capture';
  if (NEAR.test(folded)) return 'unclear';
  if (hasHan(folded)) return 'other';
  return ENGLISH.test(folded) ? 'other' : 'unclear';
}
