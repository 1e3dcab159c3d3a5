// Folds names for look-up, and takes them apart.
import { plainLetters } from '../../i18n/lookalikes.js';

/** Traditional characters in words of the vocabulary, each followed by its simplified form. */
const TRADITIONAL =
  '衛卫間间廁厕試试妝妆員员診诊療疗檢检術术選选舉举報报寫写處处館馆門门電电樓楼倉仓庫库廳厅臺台檯台櫃柜號号內内換换裝装無无礙碍廂厢寢寝監监護护產产產产題题臥卧區区個个隱隐場场學学師师職职場场機机辦办會会議议廚厨餐餐車车關关園园' +
  '專专業业樂乐傳传貨货儲储兒儿備备準准劃划動动務务單单廠厂壓压雙双發发變变餵喂圍围壩坝牆墙聲声婦妇媽妈嬰婴實实賓宾導导層层崗岗幣币廣广強强徑径總总戶户搶抢據据數数殘残雜杂標标欄栏檔档湯汤潔洁測测爐炉鍋锅點点熱热愛爱現现碼码禮礼離离籃篮糧粮緊紧紅红紀纪線线組组經经絡络統统綠绿網网艙舱藥药營营補补見见觀观眾众覽览討讨訓训講讲論论設设詢询諮咨課课調调談谈財财販贩貯贮貴贵資资轎轿較较輛辆輸输邊边達达過过運运連连鈔钞錢钱鐵铁銀银鋪铺銷销鎖锁鍵键長长閘闸閱阅階阶陳陈險险體体飯饭飲饮駛驶駕驾驗验風风廢废東东側侧對对鄰邻裡里裏里攝摄錄录針针頭头聽听竊窃視视頻频採采話话槍枪閉闭維维壞坏條条範范圖图國国華华娛娱係系義义書书';

const SIMPLIFIED = new Map(
  [...TRADITIONAL].flatMap((from, i, all): [string, string][] => (i % 2 === 0 ? [[from, all[i + 1]]] : [])),
);

/** Source of a regular expression for what `foldName` may change: any but simplified Han, small letters and digits. */
export const FOLDED = `[^\\u4e00-\\u9fffa-z0-9]|[${[...SIMPLIFIED].flatMap(([from, to]) => (from === to ? [] : [from])).join('')}]`;

const BRACKETS = /[(<[{«【〔〖「『《〈]([^()<>[\]{}«»【】〔〕〖〗「」『』《》〈〉]*)[)>\]}»】〕〗」』》〉]/gu;
const HAN = /\p{Script=Han}/u;

/**
 * Returns `name` in the vocabulary's spelling: NFKC (full-width forms, radicals), without invisible characters
 * (zero-width, variation selectors, bidirectional controls), with Latin letters for lookalikes (WС), simplified, lower
 * case, and without the spaces and dots that space characters out (卫 生 间, 卫·生·间, W.C.).
 */
export function foldName(name: string): string {
  const visible = name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}|\p{Cc}/gu, (c) => (/\s/.test(c) ? ' ' : ''));
  const simplified = [...plainLetters(visible)].map((c) => SIMPLIFIED.get(c) ?? c).join('');
  return simplified
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .replace(/(?<=\p{Script=Han})[\s·・‧•*_~～]+(?=\p{Script=Han})/gu, '')
    .replace(/\bw\s*[./]\s*c\b\.?/g, 'wc')
    .replace(/\s+/g, ' ')
    .trim();
}

/** True if `text` has a Chinese character. */
export function hasHan(text: string): boolean {
  return HAN.test(text);
}

/** True if folded `text` has a letter a–z. */
export function hasLatin(text: string): boolean {
  return /[a-z]/.test(text);
}

/**
 * Returns `text`, which is in NFKC, without its brackets and their contents (`base`), and those contents (`inner`). Of
 * nested brackets only the innermost count.
 */
export function splitBrackets(text: string): { readonly base: string; readonly inner: readonly string[] } {
  const inner = [...text.matchAll(BRACKETS)].map((match) => match[1].trim()).filter((part) => part !== '');
  return { base: text.replace(BRACKETS, ' ').trim(), inner };
}

/**
 * Returns the parts of a name that names several uses, as `foldName` spells it: two of 更衣室兼库房 and of toilet/store; the
 * name alone if it names one.
 */
export function splitJoint(text: string): readonly string[] {
  return text
    .split(/兼(?:作|做|用)?|[/+|\\]|\s&\s/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Returns `text` without the first of `tails` (patterns that end in `$`) that it ends in; '' if it ends in none. */
export function withoutTail(text: string, tails: readonly RegExp[]): string {
  return tails.map((tail) => text.replace(tail, '')).find((rest) => rest !== text) ?? '';
}
