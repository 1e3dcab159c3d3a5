// Errors of reading and writing files: refusals of sitecam, files that could not be put in their places, attempts.

/** Reason why sitecam refuses to write where the system itself would; a code like the system's. */
type RefusalCode =
  /** A symbolic link leads out of the folder that it lies in. */
  | 'ELINKOUT'
  /** The path is neither a file nor a stream: a disk or a socket. */
  | 'ENOTFILE'
  /** A file of that name has appeared since it was looked for. */
  | 'EAPPEARED'
  /** Two names of one run are the same file on this file system. */
  | 'ESAMEFILE'
  /** Nobody reads from the pipe. */
  | 'ENOREADER';

/** Error with which sitecam refuses to write to a path. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: RefusalCode,
    path: string,
  ) {
    super(`${code}: ${path}`);
  }
}

/** Error about a file that could not be put in its place; `path` is as the caller named it. */
export class NotPlaced extends Error {
  override readonly name = 'NotPlaced';
  constructor(
    readonly path: string,
    override readonly cause: unknown,
  ) {
    super(`cannot write ${path}`, { cause });
  }
}

/** Returns what `act` returns; undefined if it throws. */
export function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** Returns the code of an error, the system's or a RefusalCode; undefined if it has none. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
