// Sign texts that take back that images are taken.
/** Separators of a notice's clauses: a clause about smoking says nothing of the cameras. */
const CLAUSES = /[,，;；。.!！?？:：|…()\n]+/;

/** Words that contain a negation and deny nothing: 无死角, 24小时不间断, 未成年人, 非工作人员. */
const HARMLESS =
  /(?:无|零|不留|没有)(?:任何)?(?:死角|盲区)|无(?:缝|间断|障碍|烟|线|论|关|处|人(?!监))|不(?:间断|停|少于|低于|超过|断|定期|定时)|未(?:经|成年)|非(?:工作|机动|请|本|营业|公务|法|内部|授权|会员|住)|免(?:费|责|打扰)|出没|假(?:日|期)/g;

/** A prohibition, with the forbidden act as its group. */
const FORBIDDEN = /(?:禁止|严禁|请勿|切勿|勿|不得|谢绝|不准|不许|不要|禁)(.*)$/;

/** Forbidden acts against cameras, which therefore exist. */
const TOUCHING = /^(?:随意|擅自|恶意|故意|任何人)*(?:遮挡|遮盖|损坏|毁坏|破坏|触摸|触碰|触动|移动|挪动|靠近|涂抹|攀爬)/;

/** Words, in a clause on cameras, for their absence or for leaving their area. */
const NONE_OF_THEM =
  /[无没未不非免]|离开|驶离|驶出|走出|(?:范围|区域?|覆盖)(?:以|之)?外|(?:^|[^a-z])(?:no|non|not|none|never|without|cannot|off|outside|leaving|left|exiting|pas|sans|aucune?|fin de|keine?|nicht|ohne|install(?:ation|ing|ers?)|sales?|buy|dealers?|suppliers?|vendors?|manufacturers?)(?:[^a-z]|$)|n't\b/;

/** Words, in any clause, for cameras that are off, broken, removed, planned, fake or for sale. */
const OVER =
  /关闭|关停|关机|停(?![车放靠留泊步])|[拆撤]除|[拆撤]走|拆卸|撤销|移除|取消|失效|失灵|报废|故障|损坏$|坏了|已坏|维修|检修|保养中(?!心)|(?:监控|摄像[头机]?|视频|系统|设备)(?:正在|进行|正|定期|例行|日常|年度|维护|检查|已|于?今日)*保养(?!中心|[区间室站])|抢修|修理|在修|离线|断电|盲[区点]|死角|结束|终止|终点|即将(?!进入|步入|驶入)|拟|计划|正在(?:安装|施工|建设|调试)|(?:安装|施工|建设|调试)中|待(?:安装|装|建)|假|仿真|样[品机]|厂[家商]|供应|销售|出售|代理|批发|零售|专卖|专营|专柜$|经销|租赁|出租|回收|承接|报价|优惠|特价|价格|售后|保修|报修|维保|(?:专业|上门|代)安装|安装(?:热线|电话|服务|维护|公司|师傅)|选购|购买|订购|加盟|\b(?:not in (?:use|operation)|out of (?:order|service|use)|(?:switched|turned) off|removed|disabled|deactivated|inactive|broken|under repair|repairs?|maintenance|for sale|blind spots?|dead zone|ends?|ended|dummy|fake)\b/;

/** A telephone or other contact of a camera business, not of the operator of the place. */
const CONTACT =
  /(?:监控|摄像[头机]?|视频|录像机?)(?:设备|系统|器材|产品)?(?:安装|维护|服务|联系|咨询|客服)*(?:电话|热线|二维码|联系人|联系方式|咨询|客服)|\b(?:cctv|cameras?|surveillance|video)(?: (?:systems?|equipment|products?))?(?:[- ]free|(?: (?:support|service|help))* (?:hotline|services?|contact|phone|tel|call))\b/;

/** A clause that is nothing but a negation: 监控：无. */
const BARE_NO = /^\s*(?:无|没有|暂无|否|未设|未装|未安装|不|no|none|not?|nil|n\/a)\s*$/;

/**
 * True if `text` (folded by `foldName`, with a word that `capture` matches) may deny that images are taken: there are
 * no cameras, their area ends, they don't work, they are planned or for sale. It doesn't know all ways to say so; the
 * reviewer who reads the sign must notice the others.
 */
export function isDenied(text: string, capture: RegExp): boolean {
  return text.split(CLAUSES).some((written) => {
    const clause = written.replace(HARMLESS, ' ').trim();
    const forbidden = FORBIDDEN.exec(clause)?.[1] ?? '';
    if (capture.test(forbidden) && !TOUCHING.test(forbidden)) return true;
    const said = clause.replace(FORBIDDEN, ' ').trim();
    if (BARE_NO.test(said) || OVER.test(said) || CONTACT.test(said)) return true;
    return capture.test(said) && NONE_OF_THEM.test(said);
  });
}
