// The design criterion that applies to a zone.
import type { Criterion } from '../../law/types.js';
import type { Site, Zone } from '../../plan/model.js';
import { claimsOn } from './absence-claims.js';
import { matchesToken } from './tokens.js';

/**
 * Returns the first criterion of the pack that matches `zone`; undefined if none does, or if no clause names the zone.
 */
export function criterionFor(site: Site, zone: Zone): Criterion | undefined {
  if (!claimsOn(site, zone).some((claim) => claim.named)) return undefined;
  return site.pack.criteria.find(({ tokens }) => tokens.some((token) => matchesToken(zone, token)));
}
