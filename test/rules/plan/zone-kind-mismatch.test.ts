import { expect, test } from 'vitest';
import type { Category } from '../../../src/law/types.js';
import type { Site } from '../../../src/plan/model.js';
import { rule } from '../../../src/rules/plan/zone-kind-mismatch.js';
import { saidBy } from '../capture/judged.js';
import { planOf, siteFrom } from '../coverage/support.js';

/** As if the item named its places in the law's own words. */
function inTheLawsWords(site: Site): Site {
  const named = (category: Category): Category => ({
    ...category,
    named: category.named.map((selector) => ({ ...selector, basis: 'law' })),
  });
  const [first, ...rest] = site.pack.categories;
  return { ...site, pack: { ...site.pack, categories: [named(first), ...rest.map(named)] } };
}

test.each([
  ['true', ['open z1']],
  ['false', []],
])('a store called a gallery escapes Art. 8(9) where the site keeps important items: %s', (keeps, wanted) => {
  const plan = planOf('memorial-hall', 'kind: store, name: 展厅').replace(
    'categories: [memorial-hall]',
    `categories: [memorial-hall], keepsImportantItems: ${keeps}`,
  );
  const said = saidBy(rule, inTheLawsWords(siteFrom(plan)));
  expect(said.map(({ outcome, subject }) => `${outcome} ${subject}`)).toEqual(wanted);
  expect(saidBy(rule, siteFrom(plan))).toEqual([]);
});

test.each(['state-organ', 'postal', 'key-unit'])(
  'a name doesn’t say that a place is public, important or designated: %s',
  (category) => {
    expect(saidBy(rule, inTheLawsWords(siteFrom(planOf(category, 'kind: store, name: 走廊'))))).toEqual([]);
  },
);
