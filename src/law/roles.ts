import type { Pack } from './types.js';

/** Words a zone can match by other than its kind. */
const WORDS = ['important', 'public', 'designated', 'passage', 'any'];

const known = new WeakMap<Pack, ReadonlySet<string>>();

/** Every role the pack speaks of: what must be declared, whom its selectors name, and the kinds of zones. */
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

export function isRole(pack: Pack, role: string): boolean {
  return rolesOf(pack).has(role);
}
