// Files by the names that a report has for them, wherever they lie now.

import { posix } from 'node:path';
import type { Io } from '../../../host/io.js';

/** A file or folder by the name that a report has for it, and where it lies now. */
interface RenamedPath {
  readonly recorded: string;
  /** Absolute, `/`-separated. */
  readonly actual: string;
}

/**
 * Returns which recorded path stands for which actual path, from where a report has a plan (`recorded`) and where the plan
 * lies now (`actual`, absolute). What both paths end in is cut off: `a/b/plan.yaml` and `/x/b/plan.yaml` give `a` → `/x`. If
 * the file names differ, returns one entry for the file and one for its folder.
 */
export function renamedFor(recorded: string, actual: string): RenamedPath[] {
  const [one, other] = [recorded.split('/'), actual.split('/')];
  if (one.at(-1) !== other.at(-1)) {
    return [
      { recorded, actual },
      { recorded: folderOf(one), actual: folderOf(other) || '/' },
    ];
  }
  while (one.length > 0 && other.length > 0 && one.at(-1) === other.at(-1) && one.at(-1) !== '..') {
    one.pop();
    other.pop();
  }
  return [{ recorded: one.join('/'), actual: other.join('/') || '/' }];
}

function folderOf(path: readonly string[]): string {
  return path.slice(0, -1).join('/');
}

/**
 * Returns `io` with files named as in the report: it takes a recorded path and reads the file at its actual path, and
 * `shown` returns the recorded path of an actual one. Files that no entry of `names` covers keep their names.
 */
export function asRecorded(io: Io, names: readonly RenamedPath[]): Io {
  if (names.length === 0) return io;
  const byRecorded = names.toSorted((a, b) => b.recorded.length - a.recorded.length);
  const byActual = names.toSorted((a, b) => b.actual.length - a.actual.length);
  const actual = (path: string): string => {
    for (const name of byRecorded) {
      const rest = below(name.recorded, path);
      if (rest !== undefined) return posix.join(name.actual, rest);
    }
    return path;
  };
  const shown = (path: string): string => {
    const absolute = io.absolute(actual(path));
    for (const name of byActual) {
      const rest = below(name.actual, absolute);
      if (rest !== undefined) return posix.join(name.recorded, rest);
    }
    return io.shown(absolute);
  };
  return {
    ...io,
    read: (path, most) => io.read(actual(path), most),
    exists: (path) => io.exists(actual(path)),
    isFolder: (path) => io.isFolder(actual(path)),
    kind: (path) => io.kind(actual(path)),
    list: (path) => io.list(actual(path)),
    real: (path) => io.real(actual(path)),
    absolute: (path) => io.absolute(actual(path)),
    shown,
  };
}

/** The way from a folder to a path in it, '' for itself; undefined for a path elsewhere. The folder '' is the current one. */
function below(folder: string, path: string): string | undefined {
  if (path === folder) return '';
  if (folder === '') return path.startsWith('/') || path === '..' || path.startsWith('../') ? undefined : path;
  const start = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(start) ? path.slice(start.length) : undefined;
}
