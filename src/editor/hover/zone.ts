// What a hover says of a zone and of an opening: what they are, what the law makes of them, what they join.
import { groupBy } from '../../base/arrays.js';
import { memoize } from '../../base/memo.js';
import { privateZonesById } from '../../facts/capture/private-zones.js';
import { claimsOn } from '../../facts/protection/absence-claims.js';
import { quotedCitation, quotedClause } from '../../findings/wording/citation.js';
import { areaOfRegion } from '../../geometry/index.js';
import { joined } from '../../i18n/catalogue.js';
import { localizedList } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { fixed } from '../../i18n/number.js';
import { partsOf } from '../../law/compose.js';
import { citeWithLaw } from '../../law/lookup.js';
import type { Basis, ClauseId, Pack } from '../../law/types.js';
import { sightForReport } from '../../lint/support/report-sight.js';
import type { Report } from '../../lint/types.js';
import type { Opening, Zone } from '../../plan/model.js';
import type { Block } from '../../render/document.js';
import { isOpen } from '../../sight/scene/barriers.js';
import { t } from './texts.js';

/** What a law says of a zone. */
interface LawOnZone {
  /** The sentence that the citation stands in. */
  readonly say: (values: { readonly clause: Localized }) => Localized;
  readonly cited: Localized;
  /** The citation with the words of the clause. */
  readonly quoted: Localized;
}

/** What the laws make of a zone. */
interface LawsOnZone {
  /** Clauses that forbid or limit capture in it. */
  readonly barring: readonly LawOnZone[];
  /** Clauses that want it protected, or may. */
  readonly protecting: readonly LawOnZone[];
}

/** Returns sentences on what clauses of laws, as `lawsOn` gives them, say of a zone; those that say the same share one. */
export function sentencesOn(laws: readonly LawOnZone[]): Localized[] {
  return [...groupBy(laws, ({ say }) => say)].map(([say, all]) =>
    say({ clause: localizedList(all.map(({ cited }) => cited)) }),
  );
}

/** The site as each law sees it. */
const sitesOf = memoize(({ site, pack }: Report) => partsOf(pack).map((part) => ({ ...site, pack: part })));

/**
 * Returns the clauses, of the laws that the plan is judged by, that forbid or limit capture in a zone, and those that want
 * it protected.
 */
export function lawsOn(report: Report, zone: Zone): LawsOnZone {
  const sites = sitesOf(report);
  return {
    barring: sites.flatMap((site) => {
      const place = privateZonesById(site).get(zone.id);
      if (place === undefined || place.prohibition.inside === 'notApplicable') return [];
      const { prohibition, applies } = place;
      return [lawOf(site.pack, prohibition.clause, applies ? t.noCapture : t.perhaps, prohibition.basis)];
    }),
    protecting: sites.flatMap((site) => {
      const clauses = new Map(claimsOn(site, zone).map((claim) => [claim.clause, claim]));
      return [...clauses.values()].map(({ clause, bare, basis, named }) =>
        lawOf(site.pack, clause, named && bare === 'fail' ? t.toProtect : t.suggested, basis),
      );
    }),
  };
}

function lawOf(pack: Pack, clause: ClauseId, say: LawOnZone['say'], basis: Basis): LawOnZone {
  const label = citeWithLaw(pack, clause);
  const reading = basis === 'law' ? verbatim('') : t.reading;
  const quoted = quotedClause({ ...quotedCitation(pack, clause), label });
  return { say, cited: joined([label, reading]), quoted: joined([quoted, reading]) };
}

/** Returns what the hover text says of a zone: its levels, its area, and the clauses on it with their words. */
export function zoneBlocks(report: Report, zone: Zone): Block[] {
  const { barring, protecting } = lawsOn(report, zone);
  const area = t.area({ n: fixed(areaOfRegion(zone.region), 2) });
  return [
    { block: 'paragraph', text: joined([t.level({ level: zone.levels.join(', ') }), t.comma, area]) },
    { block: 'list', items: [...barring, ...protecting].map(({ say, quoted }) => say({ clause: quoted })) },
  ];
}

/**
 * Returns what the hover text says of an opening: what it joins, and whether sight passes it in the may world and in
 * the must world.
 */
export function openingBlocks(report: Report, opening: Opening): Block[] {
  const [one, other] = sightForReport(report)
    .joins(opening)
    .map((zone) => {
      return zone === undefined ? t.outside : verbatim(zone.name === undefined ? zone.id : `${zone.name} ${zone.id}`);
    });
  const passes = (world: 'may' | 'must') => (isOpen(opening, world) ? t.sightThrough : t.noSight);
  return [
    { block: 'paragraph', text: t.joins({ one: one ?? t.outside, other: other ?? t.outside }) },
    { block: 'paragraph', text: t.worlds({ may: passes('may'), must: passes('must') }) },
  ];
}
