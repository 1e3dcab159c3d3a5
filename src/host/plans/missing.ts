// Suggestions for paths that do not exist.

import type { Localized } from '../../i18n/locale.js';
import { didYouMean, NO_HINT } from '../../source/hint.js';
import { nearest } from '../../source/suggest.js';
import type { Io } from '../io.js';
import { pathWithin } from './walk.js';

/**
 * Returns "did you mean" for a path that does not exist: its first missing part is replaced by the nearest name in the
 * folder before it. NO_HINT if that path does not exist either.
 */
export function nearestPath(path: string, io: Io): Localized {
  const parts = path.split(/[/\\]/);
  let folder = path.startsWith('/') ? '/' : '.';
  for (const [index, part] of parts.entries()) {
    if (part === '' || part === '.') continue;
    const next = pathWithin(folder, part);
    if (io.kind(next) === 'folder') {
      folder = next;
      continue;
    }
    const names = (io.list(folder) ?? []).map(({ name }) => name);
    const name = nearest(part, names);
    if (name === undefined) return NO_HINT;
    const meant = [pathWithin(folder, name), ...parts.slice(index + 1)].join('/');
    const shown = io.shown(meant);
    return shown === '' || io.kind(meant) === undefined ? NO_HINT : didYouMean(shown);
  }
  return NO_HINT;
}
