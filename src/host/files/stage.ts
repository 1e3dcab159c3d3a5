// Temporary files beside the place of an output, where it is written until it is whole.

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

/** Name of a temporary file. It shows that a file left by a killed run is a temporary of sitecam that nobody needs. */
const TEMPORARY = /^\.sitecam-(?:([0-9a-f]{16}-[0-9]+-[0-9]+)-)?[0-9a-f]{16}\.tmp$/;

/** ms after which a temporary file counts as abandoned, if its process cannot be identified. */
const ABANDONED = 24 * 3600 * 1000;

/**
 * Returns a path beside `path` with a random name: nobody can guess it, and so nobody can have put a link there. The
 * name holds the mark of this process where the system gives one; its length does not depend on the name of `path`.
 */
export function nameBeside(path: string): string {
  const mark = makerMark();
  return join(dirname(path), `.sitecam-${mark === undefined ? '' : `${mark}-`}${randomBytes(8).toString('hex')}.tmp`);
}

/**
 * A new file beside `path`, open for writing. It gets the mode and owner of `was`, the file it replaces; without one,
 * the mode that the umask gives to new files.
 */
export class StagedFile {
  /** Path of the temporary file. */
  readonly temporary: string;
  private readonly file: number;

  constructor(
    path: string,
    private readonly was: Stats | undefined,
  ) {
    this.temporary = nameBeside(path);
    // Even while it is written, nobody may read it who may not read the file that it replaces.
    this.file = openSync(this.temporary, 'wx', was === undefined ? 0o666 : 0o600);
  }

  /** Appends text or bytes. */
  add(part: string | Uint8Array): void {
    writeFileSync(this.file, part);
  }

  /** Sets owner and mode, and waits until the whole file is on the disk. */
  finish(): void {
    if (this.was !== undefined) dress(this.file, this.was);
    flush(this.file);
  }

  /** Closes the file. Call it once, after success or failure. */
  close(): void {
    closeSync(this.file);
  }
}

/**
 * Writes a whole new file beside `path` as StagedFile does, and returns its path. Leaves nothing behind if that fails.
 */
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

/** Codes with which a file system, or the permission model of Node, refuses to flush. They are no fault of the file. */
const NO_FLUSH: ReadonlySet<string | undefined> = new Set([
  'EINVAL',
  'ENOSYS',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ERR_ACCESS_DENIED',
]);

/** Waits until the file is on the disk: a full disk, and some others, report only now that they cannot hold it. */
function flush(file: number): void {
  try {
    fsyncSync(file);
  } catch (error) {
    if (!NO_FLUSH.has(codeOf(error))) throw error;
  }
}

/**
 * Gives the file the owner and mode of `was`. If the group can't be kept, the group's rights become those of others.
 */
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
 * Removes temporary files that killed runs of this user left in a folder: at once if the process is known to be gone,
 * else after a day. Those of a live process stay.
 */
export function sweep(folder: string): void {
  tried(() => {
    for (const name of readdirSync(folder)) {
      const found = TEMPORARY.exec(name);
      if (found !== null) tried(() => sweepOne(join(folder, name), found[1]));
    }
  });
}

/** @param mark mark of the process that made it; undefined if its name has none */
function sweepOne(path: string, mark: string | undefined): void {
  const found = lstatSync(path);
  if (!found.isFile() || found.uid !== (process.getuid?.() ?? found.uid)) return;
  const maker = mark === undefined ? 'unknown' : makerOf(mark);
  // A hard link to an old file has the mtime of its content; its ctime says when the link was made.
  const isOld = Date.now() - Math.max(found.mtimeMs, found.ctimeMs) > ABANDONED;
  if (maker === 'gone' || (maker === 'unknown' && isOld)) unlinkSync(path);
}
