// Protection claims: which of the site's categories want a zone protected, and by which clause.
import type { Basis, Category, ClauseId, Selector } from '../../law/types.js';
import type { Site, Zone } from '../../plan/model.js';
import { type CategoryStatus, isPrivateKind, mayBeMeant, standings } from './site.js';
import { selects } from './tokens.js';

/** A claim of one category of the site that a zone be protected. */
export interface ProtectionClaim {
  /** The category that makes the claim. */
  readonly category: Category;
  /** The item that names the category. */
  readonly clause: ClauseId;
  /** True if the item names the zone; false if sitecam only suggests protecting it. */
  readonly named: boolean;
  /** `law`: by the words of the law; `sitecam`: by a reading of ours. */
  readonly basis: Basis;
  /** The outcome if nothing protects the zone. */
  readonly bare: 'fail' | 'open' | 'review';
}

const WEIGHT = { fail: 0, open: 1, review: 2 } as const;

/**
 * Returns the claims of the site's categories on `zone`, the weightiest first: fail before open before review, named
 * before suggested. Empty if no category names or suggests it.
 */
export function claimsOn(site: Site, zone: Zone): ProtectionClaim[] {
  return standings(site)
    .filter(mayBeMeant)
    .flatMap((standing) => claimOf(site, zone, standing) ?? [])
    .sort((a, b) => WEIGHT[a.bare] - WEIGHT[b.bare] || Number(b.named) - Number(a.named));
}

function claimOf(site: Site, zone: Zone, { category, standing }: CategoryStatus): ProtectionClaim | undefined {
  const claims = (selector: Selector) => selects(selector, zone) && !isPrivateThough(site, zone, selector);
  const named = category.named.find(claims);
  const related = category.related.find(claims);
  const selector = named ?? related;
  if (selector === undefined || category.clause === undefined) return undefined;
  const bare =
    named === undefined ? 'review' : standing === 'unknown' && category.bare === 'fail' ? 'open' : category.bare;
  return { category, clause: category.clause, named: named !== undefined, basis: selector.basis, bare };
}

/**
 * True if the token is `public` and the zone's kind is private: a restroom that is open to the public is still none of
 * the public zones that must be protected.
 */
function isPrivateThough(site: Site, zone: Zone, { token }: Selector): boolean {
  return token === 'public' && isPrivateKind(site.pack, zone.kind);
}

/** Returns the clauses of the claims, each once, in their order. */
export function claimClauses(claims: readonly ProtectionClaim[]): ClauseId[] {
  return [...new Set(claims.map(({ clause }) => clause))];
}
