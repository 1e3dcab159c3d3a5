/** The reference tokens of a JSON pointer (RFC 6901), unescaped; `''` has none. */
export function tokens(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** `token` as it stands in a JSON pointer. */
export function escapeToken(token: string): string {
  return token.includes('~') || token.includes('/') ? token.replaceAll('~', '~0').replaceAll('/', '~1') : token;
}

/** The pointer to a member or item of what `pointer` points at. */
export function child(pointer: string, ...path: readonly (string | number)[]): string {
  let result = pointer;
  for (const token of path) result += `/${typeof token === 'number' ? token : escapeToken(token)}`;
  return result;
}

/** The pointer to what holds `pointer`, and the last token; undefined for the root. */
export function parent(pointer: string): { readonly pointer: string; readonly token: string } | undefined {
  const cut = pointer.lastIndexOf('/');
  if (cut === -1) return undefined;
  return { pointer: pointer.slice(0, cut), token: tokens(pointer.slice(cut))[0] };
}
