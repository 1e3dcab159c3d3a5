// Quoting for commands that messages show.
/** Returns `name` in the form that a shell reads as one word: in double quotes if it needs them. */
export function quotedForShell(name: string): string {
  return /^[\p{L}\p{N}._/:\\-]+$/u.test(name) ? name : `"${name}"`;
}
