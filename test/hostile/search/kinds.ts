// What the search of worst inputs knows of a kind of input: seeds, and what the command is given of a document.

/** Anything that JSON has. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** What the command is started with. */
export interface Job {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly argv: readonly string[];
  /** Frames of a language client, one after the other; the connection ends once the server has come to rest. */
  readonly frames?: readonly string[];
}

/** Sizes that a seed is made by, each between two numbers. */
export type Knobs = Readonly<Record<string, readonly [from: number, to: number]>>;

/** A document by its sizes, small at their least. */
export interface Seed {
  readonly knobs: Knobs;
  readonly make: (size: Readonly<Record<string, number>>) => Json;
}

/** A kind of input. */
export interface Kind {
  readonly seeds: Readonly<Record<string, Seed>>;
  readonly jobOf: (document: Json) => Job;
}

/** A seed of one size. */
export function seed(from: number, to: number, make: (n: number) => Json): Seed {
  return { knobs: { n: [from, to] }, make: ({ n }) => make(n) };
}

/** A member of a document, if that is an object that has it. */
export function member(document: Json, key: string): Json | undefined {
  return typeof document === 'object' && document !== null && !Array.isArray(document) ? document[key] : undefined;
}

export function textOf(document: Json): string {
  return typeof document === 'string' ? document : JSON.stringify(document);
}
