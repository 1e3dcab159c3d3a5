import { nearest } from '../source/suggest.js';

/**
 * The command that `word`, taken for a plan because `lint` is the default command, was probably meant to be: `lnit` →
 * `lint`. Undefined where it looks like a file's name (it has a `/`, `\` or `.`), is an option, or is near none.
 */
export function nearCommand(word: string, commands: readonly string[]): string | undefined {
  return /^[^-/\\.][^/\\.]*$/.test(word) ? nearest(word, commands) : undefined;
}
