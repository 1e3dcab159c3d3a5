// Finds the clauses that a person means by a text.
import { cite, instrumentOf } from './lookup.js';
import type { Clause, Instrument, Pack } from './types.js';

/**
 * Returns the clauses that a person means by `text`, in the pack's order; [] if it means none. Accepts an id (`9.2(3)`,
 * `nm-2017/9`), a citation (第九条第二款第（三）项, Art. 9(2)(3)) with or without its instrument as reports print it, and what
 * people type for one: 第九条第二款第三项, 九条二款三项, 9.2.3, Article 9. The law before it may be its id or a part of that (799/8),
 * its name or its short name. An article includes its paragraphs and items.
 */
export function clausesNamed(text: string, pack: Pack): Clause[] {
  const { clauses } = pack;
  const wanted = normal(text);
  const named = clauses.filter(({ id, citation }) => {
    const { zh, en } = cite(pack, id);
    return [id, bare(id), citation.zh, citation.en, zh, en].map(normal).includes(wanted);
  });
  const ofLaw = clauses.filter(({ id }) => isMeantOf(instrumentOf(pack, id), bare(id), wanted));
  const meant =
    [named, ofLaw, clauses.filter(({ id }) => isMeant(bare(id), wanted))].find(({ length }) => length > 0) ?? [];
  return clauses.filter(({ id }) => meant.some((whole) => whole.id === id || isPartOf(id, whole.id)));
}

/** True if `wanted` is the law followed by the clause: 799/8, 国务院令第799号第8条. */
function isMeantOf({ id, name, short }: Instrument, clause: string, wanted: string): boolean {
  const parts = id.split('-');
  const ids = [id, ...parts, ...parts.slice(1).map((part, index) => `${parts[index]}-${part}`)];
  const names = [name.zh, name.en, short.zh, short.en].map(normal).filter((known) => known !== '');
  const heads = [...ids.map((known) => `${known}/`), ...names, ...names.map((known) => `《${known}》`)];
  return heads.some((head) => {
    const rest = wanted.startsWith(head) ? normal(wanted.slice(head.length)) : undefined;
    return rest !== undefined && (rest === clause || isMeant(clause, rest));
  });
}

function isMeant(id: string, wanted: string): boolean {
  const chinese = fromChinese(wanted);
  if (chinese !== undefined) return chinese === id;
  const numbers = numbersOf(wanted);
  return numbers !== undefined && numbers === numbersOf(id);
}

/** Returns the clause id without its instrument. */
function bare(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}

function isPartOf(id: string, whole: string): boolean {
  return id.startsWith(whole) && /^[.(]/.test(id.slice(whole.length));
}

function normal(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^(art(icle)?\.?|条例)\s*/, '')
    .replace(/\s+/g, '');
}

/** Returns the numbers joined by dots: 9.2(3), 9(2)(3), 9.2.3 → 9.2.3; undefined for anything else. */
function numbersOf(text: string): string | undefined {
  return /^\d+(?:[.(]\d+\)?)*$/.test(text) ? (text.match(/\d+/g) ?? []).join('.') : undefined;
}

const NUMERAL = '[\\d一二两三四五六七八九十百千零〇]+';
const CHINESE = new RegExp(`^第?(${NUMERAL})条(?:第?(${NUMERAL})款)?(?:第?\\(?(${NUMERAL})\\)?项)?$`);

/**
 * Returns a Chinese citation as an id: 第九条第二款第三项 → 9.2(3); undefined for any other text. Brackets are ASCII after
 * normalization.
 */
function fromChinese(text: string): string | undefined {
  const [, article, paragraph, item] = CHINESE.exec(text) ?? [];
  if (article === undefined) return undefined;
  const part = (numeral: string | undefined, form: (value: number) => string) =>
    numeral === undefined ? '' : form(numeralValue(numeral));
  return `${numeralValue(article)}${part(paragraph, (n) => `.${n}`)}${part(item, (n) => `(${n})`)}`;
}

const DIGITS = '〇一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Returns the value of a numeral: 十二 → 12, 一千零三十三 → 1033, 12 → 12. */
function numeralValue(numeral: string): number {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  let [sum, digit] = [0, 0];
  for (const sign of numeral.replace(/两/g, '二').replace(/零/g, '〇')) {
    const unit = UNITS[sign];
    if (unit === undefined) {
      digit = DIGITS.indexOf(sign);
      continue;
    }
    // 十二: ten without a digit before it is one ten.
    sum += (digit === 0 ? 1 : digit) * unit;
    digit = 0;
  }
  return sum + digit;
}
