// Paths with `/`, as text: what node:path/posix says of them, without Node and without a current folder.

/** Returns the folder of `path`: all before its last name; `.` for a lone name. */
export function dirname(path: string): string {
  if (path === '') return '.';
  const end = path.lastIndexOf('/', endOfName(path) - 1);
  if (end > 0) return end === 1 && path.startsWith('/') ? '//' : path.slice(0, end);
  return path.startsWith('/') ? '/' : '.';
}

/** Returns the last name of `path`, without slashes behind it; empty for the root. */
export function basename(path: string): string {
  const end = endOfName(path);
  return path.slice(path.lastIndexOf('/', end - 1) + 1, end);
}

/** Returns where the last name of `path` ends: before the slashes at its end; 0 if it has no name. */
function endOfName(path: string): number {
  let end = path.length;
  while (end > 0 && path[end - 1] === '/') end -= 1;
  return end;
}

/** True if `path` starts at the root. */
export function isAbsolute(path: string): boolean {
  return path.startsWith('/');
}

/**
 * Returns `path` without `.` and doubled slashes, and with each `..` resolved; a relative path keeps those at its
 * start that no name stands before.
 */
export function normalize(path: string): string {
  const names = namesOf(path).join('/');
  if (names === '') return isAbsolute(path) ? '/' : path.endsWith('/') ? './' : '.';
  return `${isAbsolute(path) ? '/' : ''}${names}${path.endsWith('/') ? '/' : ''}`;
}

/** Returns the paths one behind another, normalized. */
export function join(...paths: readonly string[]): string {
  return normalize(paths.filter((path) => path !== '').join('/'));
}

/**
 * Returns the relative path (`../a`) from the folder `from` to `to`; both absolute, or both from the same folder. Empty
 * if they are one.
 */
export function relative(from: string, to: string): string {
  const [start, end] = [namesOf(from), namesOf(to)];
  let shared = 0;
  while (shared < start.length && start[shared] === end[shared]) shared += 1;
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared)].join('/');
}

/** Returns the names on `path`; `..` only at the start of a relative one, where there is no name to go back from. */
function namesOf(path: string): string[] {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.length > 0 && names.at(-1) !== '..') names.pop();
    else if (!isAbsolute(path)) names.push(name);
  }
  return names;
}
