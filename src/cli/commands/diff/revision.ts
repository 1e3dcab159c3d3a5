// Reads files as they were in a git commit.
import { posix } from 'node:path';
import type { FileKind, FolderEntry } from '../../../host/disk.js';
import type { Io } from '../../../host/io.js';
import { gitOutput, line, text } from '../../../host/plans/filter/changed.js';
import { slashed } from '../../../host/plans/names.js';

/** An entry of a commit's tree: the object id in git, the size in bytes, and whether it is a symbolic link. */
interface Blob {
  readonly name: string;
  readonly size: number;
  readonly link: boolean;
}

/**
 * Returns an Io that reads files of the work tree as they were in `commit`, so that a plan is judged with the configuration
 * and the waivers of that commit. Files outside the work tree come from the disk. Use it for reading only.
 */
export function ioAt(commit: string, io: Io): Io {
  const prefix = line(gitOutput(io, ['rev-parse', '--show-prefix']));
  const tree = treeOf(commit, io);
  const folders = foldersOf(tree.keys());
  const known = new Map<string, Uint8Array>();
  /** Returns the path from the root of the work tree; undefined for a path outside it. */
  const within = (path: string): string | undefined => {
    const shown = slashed(io.shown(path));
    const at = posix.normalize(posix.join(prefix, shown)).replace(/\/$/, '');
    if (posix.isAbsolute(shown) || at === '..' || at.startsWith('../') || /(?:^|\/)\.git$/.test(at)) return undefined;
    return at === '.' ? '' : at;
  };
  const bytesOf = ({ name }: Blob): Uint8Array => {
    const bytes = known.get(name) ?? gitOutput(io, ['cat-file', 'blob', name]);
    known.set(name, bytes);
    return bytes;
  };
  /** Returns the file at a path. Follows links within the work tree, at most `times` of them. */
  const blobAt = (at: string, times = 8): Blob | undefined => {
    const blob = tree.get(at);
    if (blob?.link !== true || times === 0) return blob?.link === true ? undefined : blob;
    return blobAt(posix.normalize(posix.join(posix.dirname(at), text(bytesOf(blob)))), times - 1);
  };
  const kind = (path: string): FileKind | undefined => {
    const at = within(path);
    if (at === undefined) return io.kind(path);
    return blobAt(at) !== undefined ? 'file' : folders.has(at) ? 'folder' : undefined;
  };
  const read = (path: string, most = Number.POSITIVE_INFINITY): Uint8Array | undefined => {
    const at = within(path);
    if (at === undefined) return io.read(path, most);
    const blob = blobAt(at);
    // One byte past the limit tells the caller that the file is too large.
    return blob === undefined ? undefined : blob.size > most ? new Uint8Array(most + 1) : bytesOf(blob);
  };
  return {
    ...io,
    kind,
    read,
    peek: read,
    exists: (path) => (within(path) === undefined ? io.exists(path) : kind(path) !== undefined),
    isFolder: (path) => kind(path) === 'folder',
    list: (path) => {
      const at = within(path);
      return at === undefined ? io.list(path) : entriesIn(at, tree, folders);
    },
  };
}

function treeOf(commit: string, io: Io): Map<string, Blob> {
  const found = new Map<string, Blob>();
  for (const row of text(gitOutput(io, ['ls-tree', '-r', '-z', '-l', '--full-tree', commit])).split('\0')) {
    const at = row.indexOf('\t');
    const [mode, type, name, size] = row.slice(0, at).split(/ +/);
    if (at >= 0 && type === 'blob') found.set(row.slice(at + 1), { name, size: Number(size), link: mode === '120000' });
  }
  return found;
}

function foldersOf(paths: Iterable<string>): Set<string> {
  const folders = new Set(['']);
  for (const path of paths) {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = path.slice(0, at);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}

function entriesIn(
  folder: string,
  tree: ReadonlyMap<string, Blob>,
  folders: ReadonlySet<string>,
): FolderEntry[] | undefined {
  if (!folders.has(folder)) return undefined;
  const prefix = folder === '' ? '' : `${folder}/`;
  const names = (paths: Iterable<string>) =>
    [...paths].flatMap((path) => {
      const rest = path.startsWith(prefix) ? path.slice(prefix.length) : '';
      return rest === '' || rest.includes('/') ? [] : [rest];
    });
  const entries = [
    ...names(folders).map((name): FolderEntry => ({ name, kind: 'folder' })),
    ...names(tree.keys()).map((name): FolderEntry => ({ name, kind: tree.get(prefix + name)?.link ? 'link' : 'file' })),
  ];
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}
