import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  rmSync,
  type Stats,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { makerMark, makerOf } from './maker.js';
import { codeOf } from './refusal.js';

/** What files are called until they are whole: what a run that was killed leaves is known by its name, as nobody's work. */
const TEMPORARY = /^\.sitecam-(?:([0-9a-f]{16}-[0-9]+-[0-9]+)-)?[0-9a-f]{16}\.tmp$/;

/** ms after which such a file is no run's any more, where nobody can tell whether its run lives. */
const ABANDONED = 24 * 3600 * 1000;

/**
 * A name beside `path` that nobody can guess, and so nobody can have put a link there. It says which process it is of, where
 * that can be told; its length is that of no file's.
 */
export function nameBeside(path: string): string {
  const mark = makerMark();
  return join(dirname(path), `.sitecam-${mark === undefined ? '' : `${mark}-`}${randomBytes(8).toString('hex')}.tmp`);
}

/**
 * A new file beside `path`, open to be written, with the mode and the owner of the file `was` there. A new file has the mode
 * that the user's umask gives new files.
 */
export class StagedFile {
  readonly temporary: string;
  private readonly file: number;

  constructor(
    path: string,
    private readonly was: Stats | undefined,
  ) {
    this.temporary = nameBeside(path);
    // Never for more eyes than the file it becomes, not even while it is written.
    this.file = openSync(this.temporary, 'wx', was === undefined ? 0o666 : 0o600);
  }

  add(part: string | Uint8Array): void {
    writeFileSync(this.file, part);
  }

  /** It is whole, and on the disk. */
  finish(): void {
    if (this.was !== undefined) dress(this.file, this.was);
    flush(this.file);
  }

  /** To be called once, whatever became of it. */
  close(): void {
    closeSync(this.file);
  }
}

/** A whole new file beside `path`, as Draft makes it; its path. Nothing is left where it can't be written. */
export function stage(path: string, bytes: string | Uint8Array, was: Stats | undefined): string {
  const draft = new StagedFile(path, was);
  try {
    draft.add(bytes);
    draft.finish();
  } catch (error) {
    rmSync(draft.temporary, { force: true });
    throw error;
  } finally {
    draft.close();
  }
  return draft.temporary;
}

/** What keeps a whole file from being sent to the disk at once, and is no fault of the file: file systems, and Node's permissions. */
const NO_FLUSH: ReadonlySet<string | undefined> = new Set([
  'EINVAL',
  'ENOSYS',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ERR_ACCESS_DENIED',
]);

/** Waits until the file is on the disk: a full one, and some others, say only now that they can't hold it. */
function flush(file: number): void {
  try {
    fsyncSync(file);
  } catch (error) {
    if (!NO_FLUSH.has(codeOf(error))) throw error;
  }
}

/** Gives the file the owner and the mode that `was` has; where the group can't be kept, it may do what others may. */
function dress(file: number, was: Stats): void {
  const now = fstatSync(file);
  const kept =
    (now.uid === was.uid && now.gid === was.gid) ||
    tried(() => fchownSync(file, was.uid, was.gid)) ||
    tried(() => fchownSync(file, now.uid, was.gid));
  const mode = was.mode & 0o777;
  fchmodSync(file, kept ? mode : (mode & 0o707) | ((mode & 0o007) << 3));
}

function tried(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

/**
 * Removes the parts of reports that runs of this user left in a folder when they were killed, which nobody misses: at once
 * where the run's process is known to be gone, else after a day. What a process that lives is writing stays.
 */
export function sweep(folder: string): void {
  tried(() => {
    for (const name of readdirSync(folder)) {
      const found = TEMPORARY.exec(name);
      if (found !== null) tried(() => sweepOne(join(folder, name), found[1]));
    }
  });
}

/** @param mark of the process that made it; undefined where its name says none */
function sweepOne(path: string, mark: string | undefined): void {
  const found = lstatSync(path);
  if (!found.isFile() || found.uid !== (process.getuid?.() ?? found.uid)) return;
  const maker = mark === undefined ? 'unknown' : makerOf(mark);
  // A second name of an old file is as old as its content; when it got the name is when it was last changed.
  const isOld = Date.now() - Math.max(found.mtimeMs, found.ctimeMs) > ABANDONED;
  if (maker === 'gone' || (maker === 'unknown' && isOld)) unlinkSync(path);
}
