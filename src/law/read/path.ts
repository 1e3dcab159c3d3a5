/** Whether what a user wrote for a pack is a path: an id has no slash and no ending. */
export function isPackPath(pack: string): boolean {
  return /[/\\]|\.(?:json|ya?ml)$/i.test(pack);
}

/** `path`, the path of a pack as people see it, written so that it can't be taken for an id. */
export function packPath(path: string): string {
  return isPackPath(path) ? path : `./${path}`;
}
