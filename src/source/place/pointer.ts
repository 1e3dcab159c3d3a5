// JSON pointers (RFC 6901): tokens, parents, children.
/** Returns the reference tokens of a JSON pointer (RFC 6901), unescaped; `''` has none. */
export function tokens(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Returns `token` as written in a JSON pointer. */
function escapeToken(token: string): string {
  return token.includes('~') || token.includes('/') ? token.replaceAll('~', '~0').replaceAll('/', '~1') : token;
}

/**
 * Returns `pointer` with the keys and indices in `path` added at its end; these are given unescaped, and escaped in
 * the result.
 */
export function child(pointer: string, ...path: readonly (string | number)[]): string {
  let result = pointer;
  for (const token of path) result += `/${typeof token === 'number' ? token : escapeToken(token)}`;
  return result;
}

/** Returns the pointer to the container of `pointer`, and the last token; undefined for the root. */
export function parent(pointer: string): { readonly pointer: string; readonly token: string } | undefined {
  const cut = pointer.lastIndexOf('/');
  if (cut === -1) return undefined;
  return { pointer: pointer.slice(0, cut), token: tokens(pointer.slice(cut))[0] };
}
