// Reads the zone kind from the end of a Chinese name.
import type { Match, WordTable } from './vocabulary.js';

/** Endings that may follow the word for the kind without changing it: 卫生间（女）2号, 更衣室A, 客房内. */
const TAILS = [
  /[^\p{L}\p{N}]+$/u,
  /(?:no\.?)?[a-z]?\d+[a-z]?(?:号|人间|间|室|房|层|楼|f|区|型|床)?$/u,
  /[甲乙丙丁戊一二三四五六七八九十]+号?$/u,
  /(?:区域|内部|里面|内侧|内|里)$/u,
  /(?:男女|男士|女士|男|女|公用|公共|东侧|西侧|南侧|北侧|东|西|南|北)$/u,
  /(?<![a-z])[a-z]$/u,
];

/** Words before the kind's word in a name that only says where something leads or lies: 通往卫生间, 非更衣室. */
const APPROACH =
  /(?:非|至|到|往|通向|面向|朝向|走向|正对|面对|门对|斜对|^对|毗邻|紧邻|邻近|靠近|临近|接近|(?<!附)近|连接|不含|不设|无)$/u;

/** Qualifiers that may precede the kind's word in a name that must hold nothing else: 女, 一层, 2号. */
const QUALIFIER =
  /^(?:男女|男士|女士|男|女|公共|公用|无障碍|内部|员工|职工|[\d一二三四五六七八九十]+(?:号|层|楼|f)?|[a-z]\d*)+$/u;

/**
 * Returns the kinds whose word ends `text` (folded, without brackets), the longest word first; undefined if no word
 * does.
 */
export function chineseMatch(text: string, terms: WordTable): Match | undefined {
  for (let rest = text; rest !== ''; rest = withoutTail(rest)) {
    const found = endingIn(rest, terms);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Returns the kinds of `text` if it is just their word, with at most a qualifier before it (女卫生间); else undefined. */
export function chineseWhole(text: string, terms: WordTable): Match | undefined {
  const found = chineseMatch(text, terms);
  return found !== undefined && (found.before === '' || QUALIFIER.test(found.before)) ? found : undefined;
}

function endingIn(text: string, terms: WordTable): Match | undefined {
  for (let length = Math.min(terms.longest, text.length); length > 0; length--) {
    const kinds = terms.byWord.get(text.slice(-length));
    if (kinds === undefined) continue;
    const before = text.slice(0, -length);
    return { kinds: APPROACH.test(before) ? [] : kinds, before };
  }
  return undefined;
}

function withoutTail(text: string): string {
  for (const tail of TAILS) {
    const rest = text.replace(tail, '');
    if (rest !== text) return rest;
  }
  return '';
}
