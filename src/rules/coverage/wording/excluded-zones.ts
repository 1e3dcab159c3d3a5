// The verdict on a clause that doesn't speak of the site, and its texts.

import type { CategoryStatus } from '../../../facts/protection/site.js';
import { STATED_NOT } from '../../../facts/texts.js';
import { catalogue, type Text } from '../../../i18n/catalogue.js';
import type { Localized } from '../../../i18n/locale.js';
import type { Statement } from '../../verdict.js';

/** Message templates for a clause that doesn't apply to the site's categories. */
export const NOT_MEANT = {
  notMeant: {
    zh: '按图中载明的场所类别，本场所不属于{clause}所指的场所，不适用。',
    en: 'By the category that the plan states the site is none that {clause} speaks of; it does not apply.',
  },
  statedNot: {
    zh: '图中载明本场所{stated}，{clause}不适用，请审查人核对。',
    en: 'The plan states that {stated}; {clause} does not apply, and the reviewer may check it.',
  },
  contrary: {
    zh: '图中载明本场所{stated}，而{against}；是否属于{clause}所指的场所、是否适用该条，须由审查人判定。',
    en: 'The plan states that {stated}, but {against}. Whether {clause} speaks of it, and so applies, is for the reviewer to judge.',
  },
} as const;

const t = catalogue('', NOT_MEANT);

/**
 * Returns outcome and message for a clause that speaks of certain categories alone, if the site is of none of them;
 * `statuses` says how it stands to each. `notApplicable` by the site's categories or by what the plan states, which
 * is the author's claim; `review` if a name in the plan contradicts that statement.
 *
 * @param clause the clause's citation
 */
export function notMeantBy(
  statuses: readonly CategoryStatus[],
  clause: Localized,
): Pick<Statement, 'outcome'> & { readonly message: Text } {
  const by = statuses.find(({ state }) => state === 'contrary') ?? statuses[0];
  const condition = by?.category.condition;
  if (condition === undefined) return { outcome: 'notApplicable', message: t.notMeant({ clause }) };
  const stated = STATED_NOT[condition];
  return by?.against === undefined
    ? { outcome: 'notApplicable', message: t.statedNot({ clause, stated }) }
    : { outcome: 'review', message: t.contrary({ clause, stated, against: by.against }) };
}
