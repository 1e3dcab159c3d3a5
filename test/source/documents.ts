// Files in memory, and random documents to write into them.
import fc from 'fast-check';
import { parseSource } from '../../src/source/parse/parse.js';
import type { SourceFile } from '../../src/source/types.js';

/** Returns a text as the file at a path. */
export function fileOf(path: string, text: string): SourceFile {
  return parseSource(path, new TextEncoder().encode(text)).file;
}

/** Trees of maps, lists, numbers and texts, with keys that a pointer has to escape. */
export const documents = fc.letrec<{ node: unknown; map: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    fc.integer(),
    fc.stringMatching(/^[a-z室~/ ]{1,6}$/),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
    tie('map'),
  ),
  map: fc.dictionary(fc.stringMatching(/^[a-z室~/]{1,4}$/), tie('node'), {
    minKeys: 1,
    maxKeys: 3,
    noNullPrototype: true,
  }),
})).map;
