/** What a reader gives in place of bytes: the file lies where it may not be read from, though its name doesn't say so. */
export const OUTSIDE: unique symbol = Symbol('outside');

/** Gives the bytes of a path; undefined where there is none that can be read. */
export type Read = (path: string) => Uint8Array | typeof OUTSIDE | undefined;
