import type { Basis, Category, ClauseId, Selector } from '../../law/types.js';
import type { Site, Zone } from '../../plan/model.js';
import { isPrivateKind, mayBeMeant, type Standing, standings } from './site.js';
import { selects } from './tokens.js';

/** What one category of the site asks of a zone. */
export interface Claim {
  readonly category: Category;
  readonly clause: ClauseId;
  /** Named by the item, or only suggested by sitecam beside what it names. */
  readonly named: boolean;
  /** Whether the words are the law's or a reading of ours. */
  readonly basis: Basis;
  /** The verdict where nothing protects the zone. */
  readonly bare: 'fail' | 'open' | 'review';
}

const WEIGHT = { fail: 0, open: 1, review: 2 } as const;

/** What the site's categories ask of `zone`, the weightiest first. */
export function claimsOn(site: Site, zone: Zone): Claim[] {
  return standings(site)
    .filter(mayBeMeant)
    .flatMap((standing) => claimOf(site, zone, standing) ?? [])
    .sort((a, b) => WEIGHT[a.bare] - WEIGHT[b.bare] || Number(b.named) - Number(a.named));
}

function claimOf(site: Site, zone: Zone, { category, standing }: Standing): Claim | undefined {
  const claims = (selector: Selector) => selects(selector, zone) && !isPrivateThough(site, zone, selector);
  const named = category.named.find(claims);
  const related = category.related.find(claims);
  const selector = named ?? related;
  if (selector === undefined || category.clause === undefined) return undefined;
  const bare =
    named === undefined ? 'review' : standing === 'unknown' && category.bare === 'fail' ? 'open' : category.bare;
  return { category, clause: category.clause, named: named !== undefined, basis: selector.basis, bare };
}

/** Being open to the public doesn't make a restroom one of the public zones that must be protected. */
function isPrivateThough(site: Site, zone: Zone, { token }: Selector): boolean {
  return token === 'public' && isPrivateKind(site.pack, zone.kind);
}

/** Clauses of the claims, each once, in their order. */
export function clausesOf(claims: readonly Claim[]): ClauseId[] {
  return [...new Set(claims.map(({ clause }) => clause))];
}
