// What .gitignore files and a repository's info/exclude leave out, as git reads them.

import { ANY_FOLDERS, compilePath, matchesName, matchNames, type NameGlob } from '../../config/globs.js';
import type { Disk } from '../disk.js';

/** A line of a .gitignore file. */
interface Rule {
  /** True if it takes back what an earlier line ignores. */
  readonly isBack: boolean;
  readonly isForFolders: boolean;
  /** From the file's folder; a single one is that of an entry of any folder below it, unless the line has a slash. */
  readonly names: readonly NameGlob[];
  readonly isAnchored: boolean;
}

/** Characters of a line: no path is as long, and none is matched by a longer one. */
const LONGEST = 4096;

/** Names are held against rules as on Linux; where git folds case, a file too many is linted rather than one too few. */
function rulesOf(text: string): Rule[] {
  return text.split(/\r?\n/).flatMap((line) => {
    if (line.length > LONGEST || line.startsWith('#')) return [];
    const isBack = line.startsWith('!');
    // Spaces at the end count where a `\` stands before them.
    const pattern = (isBack ? line.slice(1) : line).replace(/(?<!\\)( +)$/, '');
    const isForFolders = pattern.endsWith('/');
    const path = isForFolders ? pattern.slice(0, -1) : pattern;
    if (path === '') return [];
    const names = compilePath(path.replace(/^\//, ''));
    return [{ isBack, isForFolders, names, isAnchored: path.includes('/') }];
  });
}

function holds({ isForFolders, names, isAnchored }: Rule, path: readonly string[], isFolder: boolean): boolean {
  if (isForFolders && !isFolder) return false;
  if (isAnchored) return matchNames(names, path, { dot: true });
  const [name] = names;
  return name === ANY_FOLDERS || matchesName(name, path[path.length - 1] ?? '');
}

/** Rules of one file, and the folders from that of the file to the one that is looked at. */
interface Layer {
  readonly rules: readonly Rule[];
  readonly way: readonly string[];
}

/** What git would ignore in one folder. */
export class Ignored {
  private constructor(
    private readonly layers: readonly Layer[],
    private readonly disk: Disk,
  ) {}

  /**
   * For a walk that starts in `folder`, an absolute path without links: the .gitignore files from the repository's root
   * down, and its info/exclude. Where they name the folder itself they don't hold in it: it was asked for. Without a
   * repository the folder's own files hold alone. A user's global file doesn't: what is linted is the same everywhere.
   */
  static startingIn(folder: string, disk: Disk): Ignored {
    const root = repositoryOf(folder, disk);
    const start = new Ignored([], disk);
    if (root === undefined || root === folder) return start.enteredAt(folder, []);
    let here = start.enteredAt(root, []);
    let path = root;
    for (const name of folder.slice(root.length).split('/').filter(Boolean)) {
      if (here.has(name, true)) return start.enteredAt(folder, []);
      path = `${path === '/' ? '' : path}/${name}`;
      here = here.entered(path, name);
    }
    return here;
  }

  /** Whether the entry `name` of this folder is ignored. The deepest file that speaks of it decides, as in git. */
  has(name: string, isFolder: boolean): boolean {
    for (const layer of this.layers.toReversed()) {
      const rule = lastOf(layer, name, isFolder);
      if (rule !== undefined) return !rule.isBack;
    }
    return false;
  }

  /** For the folder `name` of this one, at `path`. */
  entered(path: string, name: string): Ignored {
    // Rules that ignored this folder, had a deeper file not taken it back, would ignore all in it.
    const kept = this.layers.filter((layer) => lastOf(layer, name, true)?.isBack !== false);
    return this.enteredAt(path, kept, name);
  }

  private enteredAt(path: string, outer: readonly Layer[], ...step: readonly string[]): Ignored {
    const git = this.disk.kind(join(path, '.git'));
    // A repository of its own knows nothing of what the one around it ignores.
    const layers =
      git === undefined ? outer.map(({ rules, way }) => ({ rules, way: [...way, ...step] })) : this.excludes(path);
    const text = textOf(join(path, '.gitignore'), this.disk);
    const own = text === undefined ? [] : [{ rules: rulesOf(text), way: [] }];
    return new Ignored([...layers, ...own], this.disk);
  }

  private excludes(root: string): Layer[] {
    const text = textOf(join(gitFolder(root, this.disk), 'info/exclude'), this.disk);
    return text === undefined ? [] : [{ rules: rulesOf(text), way: [] }];
  }
}

/** The last rule that speaks of the entry `name`. */
function lastOf({ rules, way }: Layer, name: string, isFolder: boolean): Rule | undefined {
  const path = [...way, name];
  return rules.findLast((rule) => holds(rule, path, isFolder));
}

/** The nearest folder upward that holds `.git`: a folder, or a file in a work tree or submodule. */
function repositoryOf(folder: string, disk: Disk): string | undefined {
  for (let at = folder; ; ) {
    if (disk.kind(join(at, '.git')) !== undefined) return at;
    const above = at.slice(0, Math.max(at.lastIndexOf('/'), at.startsWith('/') ? 1 : 0));
    if (above === at || above === '') return undefined;
    at = above;
  }
}

/** Where the repository keeps what all its work trees share. */
function gitFolder(root: string, disk: Disk): string {
  const git = join(root, '.git');
  const link = disk.kind(git) === 'file' ? /^gitdir:\s*(.*)/.exec(textOf(git, disk) ?? '')?.[1]?.trim() : undefined;
  if (link === undefined) return git;
  const folder = from(root, link);
  const common = textOf(join(folder, 'commondir'), disk)?.trim();
  return common === undefined ? folder : from(folder, common);
}

function from(folder: string, path: string): string {
  return /^(?:\/|[A-Za-z]:)/.test(path) ? path : join(folder, path);
}

function join(folder: string, name: string): string {
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

function textOf(path: string, disk: Disk): string | undefined {
  const bytes = disk.peek(path);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}
