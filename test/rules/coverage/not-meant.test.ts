import { expect, test } from 'vitest';
import { type CategoryStatus, categoryStatuses } from '../../../src/facts/protection/site.js';
import { verbatim } from '../../../src/i18n/locale.js';
import { notMeantBy } from '../../../src/rules/coverage/wording/excluded-zones.js';
import { planOf, siteFrom } from './support.js';

const [first] = categoryStatuses(siteFrom(planOf('memorial-hall', 'kind: store')));
const out: CategoryStatus = { ...first, state: 'out' };
const contrary: CategoryStatus = {
  ...first,
  category: { ...first.category, condition: 'songAndDance' },
  state: 'contrary',
  against: verbatim('场所名称为“某歌舞厅”'),
};

const said = (...of: readonly CategoryStatus[]) => {
  const { outcome, message } = notMeantBy(of, verbatim('第十五条第一款'));
  return [outcome, message.id, message.params?.against];
};

test('the author’s word that a clause doesn’t speak of the site is for review where a name contradicts it of any category', () => {
  const wanted = ['review', 'contrary', contrary.against];
  expect(said(contrary)).toEqual(wanted);
  expect(said(out, contrary)).toEqual(wanted);
  expect(said(contrary, out)).toEqual(wanted);
  expect(said(out)).toEqual(['notApplicable', 'statedNot', undefined]);
  expect(said()).toEqual(['notApplicable', 'notMeant', undefined]);
});
