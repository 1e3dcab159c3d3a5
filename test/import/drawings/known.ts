// Drawings that others published and that are no part of the project; what a person counts in them is.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA } from '../support.js';
import type { Expected } from './expected.js';
import type { Source } from './source.js';

/** What a person wrote down of a drawing. */
interface Facts extends Expected {
  /** Path of the drawing in the folder of real data. */
  readonly file: string;
  readonly what: string;
  readonly mapping?: string;
}

const FOLDER = 'fixtures/import/drawings';

/** Returns the drawings that are here, by name. */
export function known(): Record<string, () => Source> {
  const names = readdirSync(FOLDER).flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -5)] : []));
  return Object.fromEntries(
    names.sort().flatMap((name) => {
      const { file, what, mapping, ...expected } = JSON.parse(
        readFileSync(join(FOLDER, `${name}.json`), 'utf8'),
      ) as Facts;
      const path = join(DATA, 'drawings', file);
      if (!existsSync(path)) return [];
      const make = (): Source => ({ name, what, file: path, bytes: readFileSync(path), mapping, expected });
      return [[name, make] as const];
    }),
  );
}
