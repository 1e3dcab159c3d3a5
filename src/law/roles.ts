// The roles that a zone may have by a law pack, and the tokens that name its kind.
import { memoize } from '../base/memo.js';
import type { Pack } from './types.js';

/** Tokens that a zone can match beside its kind and its roles. */
const WORDS = ['important', 'public', 'designated', 'passage', 'any'];

/**
 * Returns every role that the pack knows: what sites must declare, the tokens of its selectors (also the words that any
 * pack has, such as `public`), and the zone kinds.
 */
export const rolesOf = memoize(
  (pack: Pack): ReadonlySet<string> =>
    new Set([
      ...pack.categories.flatMap(({ declared, named, related, expectedPrivate }) => [
        ...declared.flatMap(({ role, anyOf }) => [role, ...anyOf]),
        ...[...named, ...related].map(({ token }) => token),
        ...expectedPrivate.map(({ kind }) => kind),
      ]),
      ...pack.zoneKinds.map(({ id }) => id),
      ...WORDS,
    ]),
);

/** True if `role` is a role that the pack knows. */
export function isRole(pack: Pack, role: string): boolean {
  return rolesOf(pack).has(role);
}

const PASSAGE_KINDS: ReadonlySet<string> = new Set(['corridor', 'stairs', 'elevator-lobby']);

/**
 * True if `token` picks every zone of `kind`, whatever its flags and roles: it is that kind or, for a corridor, stairs
 * or an elevator lobby, `passage`.
 */
export function isNamedBy(token: string, kind: string): boolean {
  return token === kind || (token === 'passage' && PASSAGE_KINDS.has(kind));
}
