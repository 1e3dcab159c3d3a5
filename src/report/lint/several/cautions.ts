// Cautions of several plans, each told once with the plans that it is about.
import { listsOf } from '../../../base/arrays.js';
import { joined } from '../../../i18n/catalogue.js';
import { type Localized, verbatim } from '../../../i18n/locale.js';
import type { Caution, Report } from '../../../lint/types.js';
import type { Paragraph } from '../../../render/document.js';
import { plainText } from '../../../render/escape.js';
import { t as texts } from '../texts.js';
import { paragraph } from '../words.js';
import { t } from './texts.js';

/** Most plans that a caution names. */
const MOST_NAMED = 3;

/**
 * Returns each caution of `reports` once, except those of a kind in `but`, with the plans that it is about unless it is
 * about `all` plans of the run.
 */
export function cautionBlocks(
  reports: readonly Report[],
  all: readonly Report[],
  but: ReadonlySet<Caution['kind']> = new Set(),
): Paragraph[] {
  const cautions = listsOf(
    reports.flatMap(({ path, cautions = [] }) =>
      cautions.filter(({ kind }) => !but.has(kind)).map(({ text }) => [text.zh, { path, text }] as const),
    ),
  );
  return [...cautions.values()].map((same) => {
    const [{ text }] = same;
    return paragraph(same.length === all.length ? text : t.ofPlans({ text, plans: plansText(same) }), {
      tone: 'caution',
    });
  });
}

function plansText(plans: readonly { readonly path: string }[]): Localized {
  const named = joined(
    plans.slice(0, MOST_NAMED).map(({ path }) => verbatim(plainText(path))),
    texts.comma,
  );
  return plans.length > MOST_NAMED ? t.somePlans({ plans: named, n: plans.length }) : named;
}
