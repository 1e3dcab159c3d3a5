/** Why something isn't written, where the system itself would write it; `code` is one of ours, as the system's are. */
export type RefusalCode =
  /** A symbolic link leads out of the folder that it lies in. */
  | 'ELINKOUT'
  /** It is neither a file nor anything that is written to as it comes: a disk, a socket. */
  | 'ENOTFILE'
  /** Something of that name has appeared since it was looked for. */
  | 'EAPPEARED'
  /** On this file system two names of one run are one file. */
  | 'ESAMEFILE'
  /** Nobody reads from the pipe. */
  | 'ENOREADER';

export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: RefusalCode,
    path: string,
  ) {
    super(`${code}: ${path}`);
  }
}

/** A file that couldn't be put in its place, by the path it was asked for by. */
export class NotPlaced extends Error {
  override readonly name = 'NotPlaced';
  constructor(
    readonly path: string,
    override readonly cause: unknown,
  ) {
    super(`cannot write ${path}`, { cause });
  }
}

/** The system's code of what went wrong, or ours; undefined where there is none. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
