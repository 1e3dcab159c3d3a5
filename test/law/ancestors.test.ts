import { describe, expect, test } from 'vitest';
import { articleOf } from '../../src/facts/protection/site.js';
import { quotedCitation, quotedClause } from '../../src/findings/wording/citation.js';
import { withAncestors } from '../../src/law/ancestors.js';
import { compose } from '../../src/law/compose.js';
import { loadPack, packIds } from '../../src/law/load.js';
import { cite } from '../../src/law/lookup.js';
import type { Clause } from '../../src/law/types.js';

function clause(article: string, paragraph?: number, item?: number, citation = citationOf(article, paragraph, item)) {
  const part = `${paragraph === undefined ? '' : `.${paragraph}`}${item === undefined ? '' : `(${item})`}`;
  const text = { zh: '条文。', en: 'Text.' };
  const where = { ...(paragraph !== undefined && { paragraph }), ...(item !== undefined && { item }) };
  return { id: `own/${article}${part}`, instrument: 'own', article, ...where, citation, text } satisfies Clause;
}

function citationOf(article: string, paragraph?: number, item?: number) {
  const ordinal = (n: number) => '零一二三四五六七八九'[n];
  return {
    zh: `第${ordinal(Number(article))}条${paragraph === undefined ? '' : `第${ordinal(paragraph)}款`}${item === undefined ? '' : `第（${ordinal(item)}）项`}`,
    en: `Art. ${[article, ...[paragraph, item].flatMap((n) => (n === undefined ? [] : [`(${n})`]))].join('')}`,
  };
}

const names = (clauses: readonly Clause[]) =>
  clauses.map(({ id, citation, derived }) => [id, citation.zh, citation.en, derived === true]);

describe('articles and paragraphs of which a pack has only parts', () => {
  test('are derived, once, before the first part, with the citation that the part begins with', () => {
    expect(
      names(withAncestors([clause('7', 1, 2), clause('7', 1, 3), clause('8', 2), clause('9', undefined, 4)])),
    ).toEqual([
      ['own/7', '第七条', 'Art. 7', true],
      ['own/7.1', '第七条第一款', 'Art. 7(1)', true],
      ['own/7.1(2)', '第七条第一款第（二）项', 'Art. 7(1)(2)', false],
      ['own/7.1(3)', '第七条第一款第（三）项', 'Art. 7(1)(3)', false],
      ['own/8', '第八条', 'Art. 8', true],
      ['own/8.2', '第八条第二款', 'Art. 8(2)', false],
      ['own/9', '第九条', 'Art. 9', true],
      ['own/9(4)', '第九条第（四）项', 'Art. 9(4)', false],
    ]);
  });

  test('are left alone where the pack has them', () => {
    const own = [clause('7', 1, 2), clause('7'), clause('7', 1)];
    expect(withAncestors(own)).toEqual(own);
  });

  test('are cited by figures where the law cites in a form of its own', () => {
    const part = clause('7', 1, 2, { zh: '7.1.2节', en: 'Section 7.1.2' });
    expect(names(withAncestors([part])).slice(0, 2)).toEqual([
      ['own/7', '第7条', 'Art. 7', true],
      ['own/7.1', '第7条第1款', 'Art. 7(1)', true],
    ]);
  });

  test('give way to the text that another pack has of them', () => {
    const order = loadPack('cn-799-2025');
    const alone = {
      ...order,
      id: 'parts',
      clauses: withAncestors(order.clauses.filter(({ item }) => item !== undefined)),
    };
    expect(alone.clauses.find(({ id }) => id === 'cn-799-2025/8.1')?.derived).toBe(true);
    const both = compose([alone, order]);
    expect(both.clauses.filter(({ derived }) => derived === true)).toEqual([]);
    expect(new Set(both.clauses.map(({ id }) => id)).size).toBe(both.clauses.length);
  });

  test('are cited and never quoted', () => {
    const nm = loadPack('nm-2017');
    const pack = { ...nm, clauses: withAncestors(nm.clauses.filter(({ item }) => item !== undefined)) };
    expect(quotedClause(quotedCitation(pack, 'nm-2017/9.2')).zh).toBe('第九条第二款');
    expect(quotedClause(quotedCitation(pack, 'nm-2017/9.2(1)')).zh).toMatch(/^第九条第二款第（一）项.*“.+”$/);
  });

  test.each(packIds)('every article of a clause of %s can be cited', (id) => {
    const pack = loadPack(id);
    for (const each of pack.clauses) expect(cite(pack, articleOf(each.id)).zh).toMatch(/第.+条$/);
  });
});
