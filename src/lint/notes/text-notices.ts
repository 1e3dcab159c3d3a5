// Notices on the legal texts that a report rests on, and on laws that it doesn't judge by.
import { joined } from '../../i18n/catalogue.js';
import { type Localized, SENTENCE_GAP, verbatim } from '../../i18n/locale.js';
import { partsOf } from '../../law/compose.js';
import { isNational } from '../../law/force.js';
import { allPacks } from '../../law/load.js';
import type { Pack } from '../../law/types.js';
import type { Report } from '../types.js';
import { t } from './texts.js';

type Judged = Pick<Report, 'pack' | 'site'>;

/**
 * Returns the notice on the texts that the report rests on, followed by laws in force everywhere that apply to such a
 * site and weren't judged by.
 */
export function textNotices(report: Judged): Localized {
  return joined([report.pack.notice, ...besideTexts([report])], SENTENCE_GAP);
}

/**
 * Returns a sentence for all reports by the same pack on the laws they weren't judged by (…未列入本次审查依据；一并审查的，使用 --pack
 * …。). It is no finding. Empty if they were judged by every such law.
 */
export function besideTexts(reports: readonly Judged[]): Localized[] {
  const packs = new Map(reports.map(({ pack }) => [pack.id, pack]));
  return [...packs.values()].flatMap((pack) => {
    const stated = new Set(
      reports.flatMap((one) => (one.pack.id === pack.id ? one.site.categories.map(({ id }) => id) : [])),
    );
    return besideText(pack, stated) ?? [];
  });
}

function besideText(pack: Pack, stated: ReadonlySet<string>): Localized | undefined {
  const judged = partsOf(pack);
  const others = allPacks().filter(
    (each) => isNational(each) && !judged.some(({ id }) => id === each.id) && asksOf(each, stated),
  );
  const laws = others.flatMap(({ instruments: [law] }) => law?.short ?? []);
  if (laws.length === 0) return undefined;
  const options = [...judged, ...others].map(({ id, written }) => `--pack ${written?.path ?? id}`).join(' ');
  return t.notJudgedBy({ laws: joined(laws, t.comma), options: verbatim(options) });
}

/**
 * True if a law in force everywhere applies to a site of such categories: it is about what is installed anywhere, or
 * names one of them.
 */
function asksOf({ applies, capture, categories }: Pack, stated: ReadonlySet<string>): boolean {
  if (applies.categories !== undefined) return applies.categories.some((id) => stated.has(id));
  return capture !== undefined || categories.some(({ id, clause }) => clause !== undefined && stated.has(id));
}
