/** Whether what a user wrote for a pack is a path: an id has no slash and no ending. */
export function isPackPath(pack: string): boolean {
  return /[/\\]|\.(?:json|ya?ml)$/i.test(pack);
}
