import { describe, expect, test } from 'vitest';
import { rule } from '../../../src/rules/coverage/declared.js';
import { adviceOf, planOf, textOf, verdict } from './support.js';

describe('what a reviewer reads', () => {
  test('a part nobody drew, in the words settled for it', () => {
    const found = verdict(rule, planOf('hotel', 'kind: office'), 'hotel/8(8)/main-entrance');
    expect(textOf(rule, found)).toBe(
      '本场所类别为旅店，第八条第（八）项涉及其主要出入口；图中未标明主要出入口，无法判定。请补充标明，或者书面说明无此部位。',
    );
    expect(adviceOf(rule, found)).toContain('补充标明');
    expect(found.place.pointer).toBe('/site/categories/0');
  });

  test('names the level that has rooms and no passage', () => {
    const found = verdict(rule, planOf('hotel', 'kind: guest-room'), 'hotel/8(8)/passage@F1');
    expect(textOf(rule, found)).toContain('图中“F1”未标明通道');
    expect(textOf(rule, found, 'en')).toContain("The plan shows none on 'F1'");
    const named = planOf('hotel', 'kind: guest-room').replace('- id: F1', '- id: F1\n    name: 首层');
    expect(textOf(rule, verdict(rule, named, 'hotel/8(8)/passage@F1'))).toContain('图中“首层”未标明通道');
  });

  test('says so where the words are ours', () => {
    const found = verdict(rule, planOf('museum', 'kind: office'), 'museum/8(9)/exhibition-hall');
    expect(textOf(rule, found)).toContain('按本工具对该项的理解');
  });

  test('a school with nothing installed fails as a place, with the penalty', () => {
    const found = verdict(rule, planOf('school', 'kind: crowd-area'), 'school/8(10)/place');
    expect(found).toMatchObject({ outcome: 'fail', penalties: ['nm-2017/23'] });
    expect(textOf(rule, found)).toContain('未见技防产品或者技防系统，按本图施工将不符合第八条第（十）项，应当补设');
  });

  test('an author’s word that there is none is shown with its reason and author', () => {
    // The clause speaks of a hall, counters and self-service banks: that there is none of each is stated.
    const absent = ['business-hall', 'counter', 'self-service-bank'].map(
      (role) => `{role: ${role}, reason: 不对外营业, by: 某设计院}`,
    );
    const plan = planOf('bank', 'kind: vault').replace(
      'categories: [bank]',
      `categories: [bank], absent: [${absent.join(', ')}]`,
    );
    const found = verdict(rule, plan, 'bank/8(3)/business-hall');
    expect(found.outcome).toBe('notApplicable');
    expect(textOf(rule, found)).toContain('“某设计院”载明无此部位（不对外营业）');
    expect(found.related[0].place.pointer).toMatch(/^\/site\/absent\/0/);
  });

  test('a private place of the kind that nobody drew cites the item that protects it', () => {
    const found = verdict(rule, planOf('hotel', 'kind: office'), 'hotel/9.2(1)/guest-room');
    expect(found).toMatchObject({ outcome: 'review', clauses: ['nm-2017/9.2(1)'], penalties: [] });
    expect(textOf(rule, found)).toContain('客房');
  });

  test('whether a memorial hall is named depends on what it keeps', () => {
    const found = verdict(
      rule,
      planOf('memorial-hall', 'kind: exhibition-hall'),
      'memorial-hall/8(9)/keepsImportantItems',
    );
    expect(found.outcome).toBe('open');
    expect(adviceOf(rule, found)).toContain('是否存放有重要物品');
  });
});
