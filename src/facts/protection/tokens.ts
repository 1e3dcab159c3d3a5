// Matching of zones with the tokens of a law pack.
import { isNamedBy } from '../../law/roles.js';
import type { Selector } from '../../law/types.js';
import type { Zone } from '../../plan/model.js';

/**
 * True if `token` matches `zone`: it is `any`, the zone's kind or one of its roles, or a word for a flag (`important`,
 * `public`, `designated`) or for a family of kinds (`passage`).
 */
export function matchesToken(zone: Zone, token: string): boolean {
  if (token === 'any' || isNamedBy(token, zone.kind) || zone.roles.includes(token)) return true;
  switch (token) {
    case 'important':
      return zone.important;
    case 'public':
      return zone.public;
    case 'designated':
      return zone.designated;
    default:
      return false;
  }
}

/**
 * True if `zone` matches the selector's token and, where the selector says so, is or isn't a secondary (not a main)
 * passage, is public, or is said to be public by the plan itself.
 */
export function selects(selector: Selector, zone: Zone): boolean {
  if (selector.public === 'any' && !zone.public) return false;
  if (selector.public === 'stated' && zone.saidPublic !== true) return false;
  if (selector.secondary !== undefined && selector.secondary !== zone.secondary) return false;
  return matchesToken(zone, selector.token);
}
