// Walks a folder in search of plans.

import type { Io } from '../io.js';
import { Ignored } from './ignored.js';
import { slashed } from './names.js';

/** Callbacks and settings of a walk. Paths are relative to its start folder, with `/`. */
interface WalkVisitor {
  /** Visits a file that is neither ignored nor a link. */
  readonly file: (path: string) => void;
  /**
   * True if a folder should be entered; asked only of folders that are neither ignored, hidden nor links. Absent: all
   * are entered.
   */
  readonly enter?: (path: string) => boolean;
  /** Visits a link; none is followed. */
  readonly link: (path: string) => void;
  /** Visits a folder that cannot be read. */
  readonly blocked: (path: string) => void;
  /** True if hidden folders are entered. */
  readonly hidden?: boolean;
  /** True if entries that git ignores are visited too. */
  readonly ignored?: boolean;
}

/**
 * Visits everything below `folder`, the files of each folder in the order of code units. Leaves out .git and
 * node_modules, and also hidden folders and what git ignores, unless the visitor wants them. Does not follow links: a
 * target inside the folder is visited anyway.
 */
export function walkFolder(folder: string, visitor: WalkVisitor, io: Io): void {
  const root = slashed(io.real(folder));
  const pending: { readonly path: string; readonly ignored: Ignored }[] = [
    { path: '', ignored: Ignored.startingIn(root, io) },
  ];
  const isLeftOut = (rules: Ignored, name: string, isFolder: boolean) =>
    visitor.ignored !== true && rules.has(name, isFolder);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { path, ignored } = next;
    const entries = io.list(pathWithin(folder, path));
    if (entries === undefined) {
      visitor.blocked(path);
      continue;
    }
    for (const { name, kind } of entries) {
      const at = path === '' ? name : `${path}/${name}`;
      if (kind === 'folder') {
        if (name === '.git' || name === 'node_modules' || (name.startsWith('.') && visitor.hidden !== true)) continue;
        if (isLeftOut(ignored, name, true) || visitor.enter?.(at) === false) continue;
        pending.push({ path: at, ignored: ignored.entered(pathWithin(root, at), name) });
      } else if (kind !== 'other' && !isLeftOut(ignored, name, false)) {
        if (kind === 'link') visitor.link(at);
        else visitor.file(at);
      }
    }
  }
}

/** Returns the path of an entry of a walk, joined to the folder where the walk started. */
export function pathWithin(folder: string, path: string): string {
  if (path === '') return folder;
  return folder.endsWith('/') ? folder + path : `${folder}/${path}`;
}
