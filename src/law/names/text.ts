/** Characters a traditional spelling may use in the words of the vocabulary, each before its simplified form. */
const TRADITIONAL =
  '衛卫間间廁厕試试妝妆員员診诊療疗檢检術术選选舉举報报寫写處处館馆門门電电樓楼倉仓庫库廳厅臺台檯台櫃柜號号內内換换裝装無无礙碍廂厢寢寝監监護护產产產产題题臥卧區区個个隱隐場场學学師师職职場场機机辦办會会議议廚厨餐餐車车關关園园';

const SIMPLIFIED = new Map(
  [...TRADITIONAL].flatMap((from, i, all): [string, string][] => (i % 2 === 0 ? [[from, all[i + 1]]] : [])),
);

const BRACKETS = /[(<[{«【〔〖「『《〈]([^()<>[\]{}«»【】〔〕〖〗「」『』《》〈〉]*)[)>\]}»】〕〗」』》〉]/gu;
const HAN = /\p{Script=Han}/u;

/**
 * `name` as the vocabulary is spelled: NFKC (full-width forms, radicals), without characters nobody sees
 * (zero-width, variation selectors, bidirectional controls), simplified, lower case, and without
 * the spaces and dots that set characters apart (卫 生 间, 卫·生·间, W.C.).
 */
export function foldName(name: string): string {
  const visible = name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}|\p{Cc}/gu, (c) => (/\s/.test(c) ? ' ' : ''));
  const simplified = [...visible].map((c) => SIMPLIFIED.get(c) ?? c).join('');
  return simplified
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .replace(/(?<=\p{Script=Han})[\s·・‧•*_~～]+(?=\p{Script=Han})/gu, '')
    .replace(/\bw\s*[./]\s*c\b\.?/g, 'wc')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether `text` has a Chinese character. */
export function hasHan(text: string): boolean {
  return HAN.test(text);
}

/** Whether folded `text` has a letter that words of English are made of. */
export function hasLatin(text: string): boolean {
  return /[a-z]/.test(text);
}

/** `text` without what stands in brackets, and what stood in them. */
export function splitBrackets(text: string): { readonly base: string; readonly inner: readonly string[] } {
  const inner = [...text.matchAll(BRACKETS)].map((match) => match[1].trim()).filter((part) => part !== '');
  return { base: text.replace(BRACKETS, ' ').trim(), inner };
}

/** The parts of a name for two uses: 更衣室兼库房, toilet/store. */
export function splitJoint(text: string): readonly string[] {
  return text
    .split(/兼(?:作|做|用)?|[/+|\\]|\s&\s/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
