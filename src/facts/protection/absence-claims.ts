// Protection claims: which of the site's categories want a zone protected, and by which clause.
import { memoizeNamed } from '../../base/memo.js';
import { isNamedBy } from '../../law/roles.js';
import type { Basis, Category, ClauseId, Pack, Selector } from '../../law/types.js';
import type { Ground } from '../../plan/ground.js';
import type { Site, Zone } from '../../plan/model.js';
import { memoizeOnGround } from '../memo.js';
import { isDoubtfulAuthority } from './designation.js';
import { roomAround } from './parts-of-rooms.js';
import { type CategoryStatus, canBeMeant, categoryStatuses, isPrivateKind, securityDevices } from './site.js';
import { selects } from './tokens.js';

/** A claim of one category of the site that a zone be protected. */
export interface ProtectionClaim {
  /** The category that makes the claim. */
  readonly category: Category;
  /** The item that names the category. */
  readonly clause: ClauseId;
  /** True if the item names the zone; false if sitecam only suggests protecting it, or the item may mean it. */
  readonly named: boolean;
  /** Whose words make the claim; `contested` gives a review at most. */
  readonly basis: Basis;
  /** The outcome if nothing protects the zone. */
  readonly bare: 'fail' | 'open' | 'review';
  /** Set if the item names the whole place and no part of it, and something is installed on the site. */
  readonly part?: true;
  /** The room where capture is banned of which the zone may be no more than a part; no camera in it can be required. */
  readonly around?: Zone;
}

const WEIGHT = { fail: 0, open: 1, review: 2 } as const;

/**
 * Returns the claims of the site's categories that `zone` be protected, the weightiest first: by the outcome if nothing
 * protects it (fail before open before review), then named before suggested. Empty if no category names or suggests it.
 */
export function claimsOn(site: Site, zone: Zone): readonly ProtectionClaim[] {
  return claims(site)(zone, securityDevices(site).length > 0);
}

const claims = memoizeOnGround((site) =>
  memoizeNamed((zone: Zone, equipped: boolean): readonly ProtectionClaim[] =>
    categoryStatuses(site)
      .filter(canBeMeant)
      .flatMap((status) => claimOf(site, zone, status, equipped) ?? [])
      .sort((a, b) => WEIGHT[a.bare] - WEIGHT[b.bare] || Number(b.named) - Number(a.named)),
  ),
);

function claimOf(
  site: Ground,
  zone: Zone,
  { category, state, unlessAs }: CategoryStatus,
  equipped: boolean,
): ProtectionClaim | undefined {
  const byName = naming(site, zone, category, category.named);
  const selector = byName ?? naming(site, zone, category, category.related);
  if (selector === undefined || category.clause === undefined) return undefined;
  const around = roomAround(site, zone, selector.token);
  const named = byName !== undefined && around === undefined;
  const part = category.wholePlace === true && equipped;
  const isContested = part || around !== undefined || unlessAs !== undefined || isDoubtfullyDesignated(site, category);
  const basis = isContested ? 'contested' : selector.basis;
  const bare =
    !named || basis === 'contested'
      ? 'review'
      : state === 'unknown' && category.bare === 'fail'
        ? 'open'
        : category.bare;
  return { category, clause: category.clause, named, basis, bare, ...(part && { part }), ...(around && { around }) };
}

/** True if the law means only what an authority designated, and the plan names one that may not do so. */
function isDoubtfullyDesignated({ designation }: Ground, { condition }: Category): boolean {
  return condition === 'designation' && designation !== undefined && isDoubtfulAuthority(designation);
}

/** True if a law names the zone as to be protected, or would under a condition that the plan says nothing about. */
export function isNamedOn(site: Ground, zone: Zone): boolean {
  return categoryStatuses(site)
    .filter(canBeMeant)
    .some(
      ({ category }) => category.clause !== undefined && naming(site, zone, category, category.named) !== undefined,
    );
}

/**
 * Returns the selector of the category by which it means the zone: the first that fits its kind and flags, or that a role
 * of it names, whichever is the law's own words rather than a reading. A role beside the kind takes nothing from it.
 */
function naming(site: Ground, zone: Zone, category: Category, selectors: readonly Selector[]): Selector | undefined {
  if (isNotMeant(category, zone)) return undefined;
  const fitting = selectors.filter(
    (selector) => selects(selector, zone) && !isPrivateThough(site.pack, zone, selector.token),
  );
  const bare = { ...zone, roles: [] };
  const own = fitting.find((selector) => selects(selector, bare));
  const byRoles = fitting.filter(({ token }) => zone.roles.includes(token));
  return [...(own === undefined ? [] : [own]), ...byRoles].sort((a, b) => CERTAINTY[a.basis] - CERTAINTY[b.basis])[0];
}

const CERTAINTY: Readonly<Record<Basis, number>> = { law: 0, reading: 1, contested: 2 };

/**
 * True if the clause that names the category leaves out zones of this kind, such as a tenant's shop in a residential
 * compound. False if the plan itself says that the zone is public.
 */
export function isNotMeant({ notMeant }: Category, zone: Zone): boolean {
  return (
    notMeant !== undefined && zone.saidPublic !== true && notMeant.tokens.some((token) => isNamedBy(token, zone.kind))
  );
}

/**
 * True if the token is `public` and the zone's kind is private: a restroom that is open to the public is still none of
 * the public zones that must be protected.
 */
export function isPrivateThough(pack: Pack, zone: Zone, token: string): boolean {
  return token === 'public' && isPrivateKind(pack, zone.kind);
}

/** Returns the clauses of the claims, each once, in their order. */
export function claimClauses(claims: readonly ProtectionClaim[]): ClauseId[] {
  return [...new Set(claims.map(({ clause }) => clause))];
}
