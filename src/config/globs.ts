import { createRequire } from 'node:module';
import { posix } from 'node:path';

const load = createRequire(import.meta.url);

/** Globs that a matcher could take years for aren't taken: longer ones, or ones with more stars between two slashes. */
const [LONGEST, MOST_STARS] = [200, 3];

/** Whether `glob` can match anything below the folder of the file that names it. */
export function isGlob(glob: string): boolean {
  const parts = glob.split('/');
  const isTame =
    glob.length <= LONGEST &&
    parts.every((part) => part.split('*').length - 1 <= MOST_STARS) &&
    parts.filter((part) => part.includes('**')).length <= MOST_STARS;
  return glob.trim() !== '' && isTame && !glob.includes('\\') && !posix.isAbsolute(glob);
}

/**
 * Whether the plan at `path` (absolute) is one that any of `globs` names from `folder` (absolute). `drafts/` is all that is
 * below it; a name without `/` is that of a file in any folder, as in .gitignore.
 */
export function matchesAny(globs: readonly string[], folder: string, path: string): boolean {
  // Loaded here: most plans are linted without a glob.
  const picomatch: typeof import('picomatch') = load('picomatch');
  const relative = posix.relative(folder, path);
  return globs.some((glob) => {
    const whole = glob.endsWith('/') ? `${glob}**` : glob;
    return picomatch(whole.replace(/^\.\//, ''), { dot: true, noextglob: true, basename: !whole.includes('/') })(
      relative,
    );
  });
}
