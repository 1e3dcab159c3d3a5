// Tells paths of law packs from ids of built-in ones.
/** True if the user's `pack` is a path: an id has neither a slash nor the ending .json, .yaml or .yml. */
export function isPackPath(pack: string): boolean {
  return /[/\\]|\.(?:json|ya?ml)$/i.test(pack);
}

/** Returns `path` in a form that can't be taken for an id: with `./` before it if needed. */
export function packPath(path: string): string {
  return isPackPath(path) ? path : `./${path}`;
}
