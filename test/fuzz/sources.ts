import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file of the fixtures with the command that reads it. */
export interface Source {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Files beside it, which it may refer to. */
  readonly beside: ReadonlyMap<string, Uint8Array>;
}

const SMALL = 40_000;

function filesIn(folder: string, wanted: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => wanted.test(path) && statSync(path).isFile() && statSync(path).size < SMALL)
    .sort();
}

function sourceOf(path: string): Source {
  const folder = dirname(path);
  const beside = filesIn(folder, /\.geojson$/).filter((other) => other !== path);
  return {
    path,
    bytes: new Uint8Array(readFileSync(path)),
    beside: new Map(beside.map((other) => [other, new Uint8Array(readFileSync(other))])),
  };
}

/** Every plan of the fixtures that isn't expected to be unreadable; small ones first. */
export function plans(): { readonly rules: Source[]; readonly sites: Source[] } {
  return {
    rules: filesIn('fixtures/rules', /\.(yaml|geojson)$/).map(sourceOf),
    sites: filesIn('fixtures/sites', /\.(yaml|geojson)$/).map(sourceOf),
  };
}

export function imports(): { readonly buildings: Source[]; readonly mappings: Source[] } {
  return {
    buildings: filesIn('fixtures/import', /\.(dxf|geojson)$/).map(sourceOf),
    mappings: filesIn('fixtures/import', /\.yaml$/).map(sourceOf),
  };
}
