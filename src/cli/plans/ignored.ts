import type { Ignore } from 'ignore';
import type { Disk } from '../disk.js';

/** Makes the rules of a .gitignore file from its text. */
export type Compile = (text: string) => Ignore;

/** The package is loaded where a folder is walked: a file that is named is linted whatever any .gitignore says. */
export async function ignoreRules(): Promise<Compile> {
  const { default: ignore } = await import('ignore');
  // As git on Linux; where it folds case, a file too many is linted rather than one too few.
  return (text) => ignore({ ignorecase: false }).add(text);
}

/** Rules of one file, and where the folder that is looked at lies from that of the file: empty, or ending with `/`. */
interface Layer {
  readonly rules: Ignore;
  readonly prefix: string;
}

/** What git would ignore in one folder. */
export class Ignored {
  private constructor(
    private readonly layers: readonly Layer[],
    private readonly disk: Disk,
    private readonly compile: Compile,
  ) {}

  /**
   * For a walk that starts in `folder`, an absolute path without links: the .gitignore files from the repository's root
   * down, and its info/exclude. Where they name the folder itself they don't hold in it: it was asked for. Without a
   * repository the folder's own files hold alone. A user's global file doesn't: what is linted is the same everywhere.
   */
  static startingIn(folder: string, disk: Disk, compile: Compile): Ignored {
    const root = repositoryOf(folder, disk);
    const start = new Ignored([], disk, compile);
    if (root === undefined || root === folder) return start.enteredAt(folder, [], '');
    let here = start.enteredAt(root, [], '');
    let path = root;
    for (const name of folder.slice(root.length).split('/').filter(Boolean)) {
      if (here.has(name, true)) return start.enteredAt(folder, [], '');
      path = `${path === '/' ? '' : path}/${name}`;
      here = here.entered(path, name);
    }
    return here;
  }

  /** Whether the entry `name` of this folder is ignored. The deepest file that speaks of it decides, as in git. */
  has(name: string, isFolder: boolean): boolean {
    for (const { rules, prefix } of this.layers.toReversed()) {
      const { ignored, unignored } = rules.test(`${prefix}${name}${isFolder ? '/' : ''}`);
      if (ignored || unignored) return ignored;
    }
    return false;
  }

  /** For the folder `name` of this one, at `path`. */
  entered(path: string, name: string): Ignored {
    // Rules that ignored this folder, had a deeper file not taken it back, would ignore all in it.
    const kept = this.layers.filter(({ rules, prefix }) => !rules.test(`${prefix}${name}/`).ignored);
    return this.enteredAt(path, kept, `${name}/`);
  }

  private enteredAt(path: string, outer: readonly Layer[], step: string): Ignored {
    const git = this.disk.kind(join(path, '.git'));
    // A repository of its own knows nothing of what the one around it ignores.
    const layers =
      git === undefined ? outer.map(({ rules, prefix }) => ({ rules, prefix: prefix + step })) : this.excludes(path);
    const text = textOf(join(path, '.gitignore'), this.disk);
    const own = text === undefined ? [] : [{ rules: this.compile(text), prefix: '' }];
    return new Ignored([...layers, ...own], this.disk, this.compile);
  }

  private excludes(root: string): Layer[] {
    const text = textOf(join(gitFolder(root, this.disk), 'info/exclude'), this.disk);
    return text === undefined ? [] : [{ rules: this.compile(text), prefix: '' }];
  }
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
