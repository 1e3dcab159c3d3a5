import type { Criterion } from '../../law/types.js';
import type { Site, Zone } from '../../plan/model.js';
import { claimsOn } from './claims.js';
import { matches } from './tokens.js';

/** The design criterion for `zone`: the pack's first that it matches, of zones that an item of Art. 8 names; else none. */
export function criterionFor(site: Site, zone: Zone): Criterion | undefined {
  if (!claimsOn(site, zone).some((claim) => claim.named)) return undefined;
  return site.pack.criteria.find(({ tokens }) => tokens.some((token) => matches(zone, token)));
}
