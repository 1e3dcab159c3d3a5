// How files are read: by path, through a function of the caller.
/** Result of a reader in place of bytes: the file lies outside what may be read, though its name doesn't say so. */
export const OUTSIDE_FOLDER: unique symbol = Symbol('outside');

/**
 * Returns the bytes of the file at a path; `OUTSIDE_FOLDER` if it lies outside what may be read, undefined if there is no
 * such file or it can't be read.
 */
export type Read = (path: string) => Uint8Array | typeof OUTSIDE_FOLDER | undefined;
