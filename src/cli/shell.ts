/** A name that a shell reads as one word. */
export function quotedForShell(name: string): string {
  return /^[\p{L}\p{N}._/:\\-]+$/u.test(name) ? name : `"${name}"`;
}
