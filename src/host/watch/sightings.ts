// What a run saw of the disk, to tell later whether it would see the same again.

import { posix } from 'node:path';
import { sha256 } from '../../base/hash.js';
import type { Io } from '../io.js';

/** For each watched folder, the names in it that matter; undefined: every name. */
export type Watched = ReadonlyMap<string, ReadonlySet<string> | undefined>;

/** One look at the disk: what it showed, as text, and how to look again. */
interface Sight {
  readonly path: string;
  readonly look: () => string;
  seen: string;
  stamp: string | undefined;
}

/**
 * Records which files and folders a run looks at, by handing it a recording `io`, so that `--watch` knows what to
 * watch.
 */
export class Sightings {
  /** The Io to give to the run. */
  readonly io: Io;
  private readonly sights = new Map<string, Sight>();

  constructor(private readonly world: Io) {
    const read = (path: string, most?: number) => {
      const bytes = world.read(path, most);
      this.add('read', path, () => contentOf(world.read(path, most)), contentOf(bytes));
      return bytes;
    };
    /** Wraps a question about a path whose answers can be told apart as JSON. */
    const asked =
      <Answer>(name: string, ask: (path: string) => Answer) =>
      (path: string): Answer => {
        const answer = ask(path);
        this.add(name, path, () => JSON.stringify(ask(path) ?? null), JSON.stringify(answer ?? null));
        return answer;
      };
    this.io = {
      ...world,
      read,
      haveRead: (path) => {
        world.haveRead(path);
        read(path);
      },
      peek: (path) => {
        const bytes = world.peek(path);
        this.add('peek', path, () => contentOf(world.peek(path)), contentOf(bytes));
        return bytes;
      },
      // Whether a report may be written there was asked before: our own writing is no change.
      write: async (path, text) => {
        await world.write(path, text);
        this.forget(path);
      },
      exists: asked('exists', world.exists),
      isFolder: asked('isFolder', world.isFolder),
      kind: asked('kind', world.kind),
      list: asked('list', world.list),
    };
  }

  /** True if the run would see something else now. */
  hasChanged(): boolean {
    return [...this.sights.values()].some(({ look, seen }) => look() !== seen);
  }

  /** True if size or time of change of a file is another than at the last call. Reads no file. */
  isRestamped(): boolean {
    let is = false;
    for (const sight of this.sights.values()) {
      const stamp = this.world.stamp(sight.path);
      if (stamp !== sight.stamp) is = true;
      sight.stamp = stamp;
    }
    return is;
  }

  /** Returns the absolute paths that the run looked at. */
  paths(): string[] {
    return [...new Set([...this.sights.values()].map(({ path }) => this.world.absolute(path)))];
  }

  /** Returns the folders where a change of what was seen would show, by their absolute paths. */
  folders(): Watched {
    const folders = new Map<string, Set<string> | undefined>();
    const watchIn = (folder: string, name: string): void => {
      // Of a folder that isn't there the nearest one above tells when it appears.
      if (!this.world.isFolder(folder) && folder !== posix.dirname(folder)) {
        watchIn(posix.dirname(folder), posix.basename(folder));
      } else if (!folders.has(folder)) folders.set(folder, new Set([name]));
      else folders.get(folder)?.add(name);
    };
    for (const [key, { path }] of this.sights) {
      const absolute = this.world.absolute(path);
      // The file itself, and if its name is a link the file that it leads to.
      for (const one of new Set([absolute, this.world.absolute(this.world.real(path))])) {
        watchIn(posix.dirname(one), posix.basename(one));
        if (key.startsWith('list ')) folders.set(one, undefined);
      }
    }
    return folders;
  }

  /** Forgets what was asked of a file by looking at it alone. */
  private forget(path: string): void {
    const absolute = this.world.absolute(path);
    for (const [key, sight] of this.sights) {
      if (/^(?:peek|exists) /.test(key) && this.world.absolute(sight.path) === absolute) this.sights.delete(key);
    }
  }

  private add(name: string, path: string, look: () => string, seen: string): void {
    const key = `${name} ${path}`;
    // Seen twice in a run, it counts as it was first: what changed in between is noticed.
    if (!this.sights.has(key)) this.sights.set(key, { path, look, seen, stamp: undefined });
  }
}

function contentOf(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? '' : sha256(bytes);
}
