import type { Io } from '../io.js';
import { Ignored } from './ignored.js';
import { slashed } from './names.js';

/** What a walk does with what it comes to; paths are from the folder it started in, with `/`. */
export interface WalkVisitor {
  /** A file that is neither ignored nor reached by a link. */
  readonly file: (path: string) => void;
  /** Whether to go into a folder that is neither ignored, hidden nor reached by a link. */
  readonly enter?: (path: string) => boolean;
  /** A link; none is followed. */
  readonly link: (path: string) => void;
  /** A folder that can't be read. */
  readonly blocked: (path: string) => void;
  /** Whether hidden folders are looked into. */
  readonly hidden?: boolean;
  /** Whether what git ignores is come to too. */
  readonly ignored?: boolean;
}

/**
 * Walks all below `folder`, entries of each folder in the order of code units: not what git ignores, not .git and
 * node_modules, not hidden folders. Links aren't followed: what they lead to inside the folder is come to anyway.
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

/** A path of a walk, from where the walk's folder is named from. */
export function pathWithin(folder: string, path: string): string {
  if (path === '') return folder;
  return folder.endsWith('/') ? folder + path : `${folder}/${path}`;
}
