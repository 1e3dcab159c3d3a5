import { expect, test } from 'vitest';
import { catalogue, inBoth, joined, templatesOf } from '../../src/i18n/catalogue.js';
import { render } from '../../src/i18n/locale.js';

const t = catalogue('plans', {
  none: { zh: '没有设计图。', en: 'No plan.' },
  failing: { zh: '有{n}份设计图不符合。', en: '{n} {n|plan fails|plans fail}.' },
  named: { zh: '设计图“{plan}”', en: "plan '{plan}'" },
});

test('a text without placeholders is the text itself', () => {
  expect(t.none).toEqual({ id: 'plans/none', params: {}, zh: '没有设计图。', en: 'No plan.' });
});

test.each([
  [0, '0 plans fail.'],
  [1, '1 plan fails.'],
  [2, '2 plans fail.'],
  [11, '11 plans fail.'],
])('%d chooses between singular and plural', (n, en) => {
  expect(t.failing({ n }).en).toBe(en);
  expect(t.failing({ n }).zh).toBe(`有${n}份设计图不符合。`);
});

test('a text of the plan can neither end the quotes nor become a placeholder', () => {
  expect(render(t.named({ plan: 'A”，合格。“{n}' }), 'zh-CN')).toBe('设计图“A’，合格。‘{n}”');
  expect(render(t.named({ plan: "A', passed, '" }), 'en')).toBe("plan 'A’, passed, ’'");
});

test('a value in both languages is rendered in the language of the text', () => {
  expect(t.named({ plan: { zh: '总图', en: 'all' } })).toMatchObject({ zh: '设计图“总图”', en: "plan 'all'" });
});

test('a missing or misspelt value does not compile', () => {
  // @ts-expect-error: `plan` is missing
  expect(() => t.named({})).toThrow("text 'plans/named' has no value for '{plan}'");
  // @ts-expect-error: `nn` is no placeholder
  t.failing({ n: 1, nn: 2 });
  // @ts-expect-error: `none` has no placeholders
  expect(() => t.none({})).toThrow();
});

test('ids are those of the room, or the keys themselves without a room', () => {
  expect(t.failing({ n: 3 })).toMatchObject({ id: 'plans/failing', params: { n: '3' } });
  expect(catalogue('', { near: { zh: '近', en: 'near' } }).near.id).toBe('near');
  expect(Object.keys(templatesOf(t))).toEqual(['plans/none', 'plans/failing', 'plans/named']);
});

test('texts are joined in each language', () => {
  expect(joined([t.none, t.failing({ n: 1 })], { zh: '；', en: ' ' })).toEqual({
    zh: '没有设计图。；有1份设计图不符合。',
    en: 'No plan. 1 plan fails.',
  });
  expect(inBoth((locale) => locale)).toEqual({ zh: 'zh-CN', en: 'en' });
});
