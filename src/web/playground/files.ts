// The files that somebody chose or dropped, read into memory.
import { basename } from '../../base/posix.js';
import { isSitecamFile, PLAN_ENDING } from '../../plan/file-names.js';
import { LIMITS } from '../../source/limits.js';

/** Files by their paths, `/`-separated. */
export type ChosenFiles = ReadonlyMap<string, Uint8Array>;

/** A file that is there but not read yet. */
interface Found {
  readonly path: string;
  readonly file: () => Promise<File>;
}

/**
 * Why no file is taken: there are more files or bytes than {@link MOST}, or the browser couldn't read the file at that
 * path, which may be gone by now.
 */
export type Refusal = { readonly refused: 'too-much' } | { readonly refused: 'no-file'; readonly file: string };

/** The files that were read. */
export interface Taken {
  /** Content of the files that can be a plan or belong to one, judged by their names. */
  readonly files: ChosenFiles;
  /** Number of all files that were chosen. */
  readonly all: number;
}

/** Most files that may be chosen, and most bytes that are read in all. */
export const MOST = { files: 20_000, bytes: LIMITS.total } as const;

/** Reads files chosen in a form. Of a folder, paths begin with its name. */
export function chosen(list: Iterable<File>): Promise<Taken | Refusal> {
  const found = [...list].map((file) => ({ path: file.webkitRelativePath || file.name, file: async () => file }));
  return read(found);
}

/** Reads files and folders that were dropped. Call it at once: what was dropped is gone after the event. */
export async function dropped(data: DataTransfer): Promise<Taken | Refusal> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry());
  if (entries.every((entry) => entry === null)) return chosen(data.files);
  const found: Found[] = [];
  for (const entry of entries) if (entry !== null && !(await gather(entry, found))) return { refused: 'too-much' };
  return read(found);
}

/** Adds the files of an entry; false if there are too many. */
async function gather(entry: FileSystemEntry, found: Found[]): Promise<boolean> {
  if (found.length >= MOST.files) return false;
  if (isFile(entry)) {
    const file = () => new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    found.push({ path: entry.fullPath.replace(/^\//, ''), file });
    return true;
  }
  if (!isFolder(entry) || entry.name === 'node_modules' || entry.name.startsWith('.')) return true;
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) return true;
    for (const one of some) if (!(await gather(one, found))) return false;
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

async function read(found: readonly Found[]): Promise<Taken | Refusal> {
  if (found.length > MOST.files) return { refused: 'too-much' };
  const files = new Map<string, Uint8Array>();
  let bytes = 0;
  for (const { path, file } of found) {
    if (!PLAN_ENDING.test(path) && !isSitecamFile(path)) continue;
    try {
      const own = await file();
      bytes += own.size;
      if (bytes > MOST.bytes) return { refused: 'too-much' };
      files.set(path, new Uint8Array(await own.arrayBuffer()));
    } catch {
      return { refused: 'no-file', file: path };
    }
  }
  return { files, all: found.length };
}

/**
 * Returns `files` and, under each path of `missing`, the one file of the same base name. Files that were chosen one by
 * one have no folders, so that a plan can't find them by their paths. A path stays missing if no file or several files
 * have its name.
 */
export function matchedByName(missing: readonly string[], files: ChosenFiles): ChosenFiles {
  const all = new Map(files);
  for (const path of missing) {
    const alike = [...files].filter(([name]) => basename(name) === basename(path));
    const [only] = alike;
    if (alike.length === 1 && only !== undefined) all.set(path, only[1]);
  }
  return all;
}

/** Makes the browser download a file. `name` is the name it suggests, `type` the MIME type. */
export function save(name: string, content: string | Uint8Array, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(
    new Blob([typeof content === 'string' ? content : new Uint8Array(content)], { type }),
  );
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
