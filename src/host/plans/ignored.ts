// Files that .gitignore files and a repository's info/exclude leave out, as git reads them.

import { ANY_FOLDERS, compilePath, matchesName, matchNames, type NameGlob } from '../../config/globs.js';
import type { Disk } from '../disk.js';

/** One line of a .gitignore file. */
interface Rule {
  /** True if the line takes back what an earlier line ignores (`!`). */
  readonly isBack: boolean;
  /** True if the line holds for folders only (ends with `/`). */
  readonly isForFolders: boolean;
  /**
   * Path from the folder of the file. A single name holds for entries of any folder below it, unless the line has a
   * slash.
   */
  readonly names: readonly NameGlob[];
  /** True if the line has a slash, so that it holds only from the folder of the file. */
  readonly isAnchored: boolean;
}

/** Most characters of a line: no path is as long, so a longer line matches none. */
const LONGEST = 4096;

/**
 * Returns the rules of a .gitignore text. Case counts, as on Linux: where git folds case, this lints a file too many
 * rather than one too few.
 */
function rulesOf(text: string): Rule[] {
  return text.split(/\r?\n/).flatMap((line) => {
    if (line.length > LONGEST || line.startsWith('#')) return [];
    const isBack = line.startsWith('!');
    // Trailing spaces count only if a `\` precedes them.
    const pattern = (isBack ? line.slice(1) : line).replace(/(?<!\\)( +)$/, '');
    const isForFolders = pattern.endsWith('/');
    const path = isForFolders ? pattern.slice(0, -1) : pattern;
    if (path === '') return [];
    const names = compilePath(path.replace(/^\//, ''));
    return [{ isBack, isForFolders, names, isAnchored: path.includes('/') }];
  });
}

/** True if a rule holds for a path, given from the folder of the rule's file. */
function holds({ isForFolders, names, isAnchored }: Rule, path: readonly string[], isFolder: boolean): boolean {
  if (isForFolders && !isFolder) return false;
  if (isAnchored) return matchNames(names, path, { dot: true });
  const [name] = names;
  return name === ANY_FOLDERS || matchesName(name, path[path.length - 1] ?? '');
}

/** Rules of one file, and the names of the folders from that of the file to the current one. */
interface Layer {
  readonly rules: readonly Rule[];
  readonly way: readonly string[];
}

/** Rules of git that apply in one folder: its .gitignore, those of the folders above, and info/exclude. */
export class Ignored {
  private constructor(
    private readonly layers: readonly Layer[],
    private readonly disk: Disk,
  ) {}

  /**
   * Returns the rules for a walk that starts in `folder`, an absolute path without links: the .gitignore files from the
   * repository's root down, and its info/exclude. If they ignore `folder` itself, they don't hold in it, since the user
   * asked for it. Without a repository only the folder's own files hold. The user's global file never holds, so that
   * the same files are linted everywhere.
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

  /** True if the entry `name` of this folder is ignored. The deepest file with a rule for it decides, as in git. */
  has(name: string, isFolder: boolean): boolean {
    for (const layer of this.layers.toReversed()) {
      const rule = lastOf(layer, name, isFolder);
      if (rule !== undefined) return !rule.isBack;
    }
    return false;
  }

  /** Returns the rules for the folder `name` of this one; `path` is its absolute path. */
  entered(path: string, name: string): Ignored {
    // A deeper file took this folder back from layers that ignore it. They would still ignore all in it, so drop them.
    const kept = this.layers.filter((layer) => lastOf(layer, name, true)?.isBack !== false);
    return this.enteredAt(path, kept, name);
  }

  private enteredAt(path: string, outer: readonly Layer[], ...step: readonly string[]): Ignored {
    const git = this.disk.kind(join(path, '.git'));
    // Rules of an outer repository don't hold in an inner one.
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

/** Returns the last rule of a layer that holds for the entry `name`; undefined if none does. */
function lastOf({ rules, way }: Layer, name: string, isFolder: boolean): Rule | undefined {
  const path = [...way, name];
  return rules.findLast((rule) => holds(rule, path, isFolder));
}

/**
 * Returns the nearest folder, from `folder` upward, that holds `.git`: a folder, or a file in a work tree or submodule.
 * Undefined if there is none.
 */
function repositoryOf(folder: string, disk: Disk): string | undefined {
  for (let at = folder; ; ) {
    if (disk.kind(join(at, '.git')) !== undefined) return at;
    const above = at.slice(0, Math.max(at.lastIndexOf('/'), at.startsWith('/') ? 1 : 0));
    if (above === at || above === '') return undefined;
    at = above;
  }
}

/** Returns the git folder that all work trees of the repository share. */
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
