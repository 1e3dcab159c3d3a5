// The roles that a zone may have by a law pack.
import type { Pack } from './types.js';

/** Tokens that a zone can match beside its kind and its roles. */
const WORDS = ['important', 'public', 'designated', 'passage', 'any'];

const known = new WeakMap<Pack, ReadonlySet<string>>();

/** Returns every role that the pack knows: what sites must declare, the tokens of its selectors, and the zone kinds. */
export function rolesOf(pack: Pack): ReadonlySet<string> {
  let roles = known.get(pack);
  if (roles === undefined) {
    roles = new Set([
      ...pack.categories.flatMap(({ declared, named, related, expectedPrivate }) => [
        ...declared.flatMap(({ role, anyOf }) => [role, ...anyOf]),
        ...[...named, ...related].map(({ token }) => token),
        ...expectedPrivate.map(({ kind }) => kind),
      ]),
      ...pack.zoneKinds.map(({ id }) => id),
      ...WORDS,
    ]);
    known.set(pack, roles);
  }
  return roles;
}

/** True if `role` is a role that the pack knows. */
export function isRole(pack: Pack, role: string): boolean {
  return rolesOf(pack).has(role);
}
