import { isAbsolute, relative, sep } from 'node:path';
import { dirname } from 'node:path/posix';
import { OUTSIDE, type Read } from '../source/reading.js';

/**
 * `read` for the plan at `path` and what it refers to: that must lie in the plan's folder or below one of `roots`, links
 * followed, whatever its name says. The plan itself was named by whoever runs this, and may be a link to anywhere.
 *
 * @param real the one path of a file, links followed
 */
export function confined(path: string, roots: readonly string[], read: Read, real: (path: string) => string): Read {
  let folder: string | undefined;
  return (file) => {
    if (file === path) return read(file);
    folder ??= real(dirname(path));
    const at = real(file);
    return [folder, ...roots].some((root) => holds(root, at)) ? read(file) : OUTSIDE;
  };
}

/** Whether a file lies in a folder or below it; both by their real paths. */
function holds(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
