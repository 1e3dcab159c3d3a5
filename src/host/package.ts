// The files of sitecam's own package: its manifest, schemas and documents, from the sources as from the bundle.
import { createRequire } from 'node:module';

// Sources, compiled files and bundle all lie two folders below the package's; so must this module.
const load = createRequire(import.meta.url);

/** Returns the absolute path of `path` in sitecam's package, whether or not it exists. */
export function packagePath(path: string): string {
  return manifestPath().replace(/package\.json$/, path);
}

/** Returns the absolute path of sitecam's package.json. */
export function manifestPath(): string {
  return load.resolve('../../package.json');
}

/** Returns the parsed JSON file at `path` in sitecam's package. Throws if there is none. */
export function packageJson(path: string): unknown {
  return load(packagePath(path));
}

/** Fields of sitecam's package.json that are read. */
export interface Manifest {
  readonly version: string;
  readonly homepage?: string;
}

/** Returns sitecam's package.json. */
export function manifest(): Manifest {
  return load('../../package.json');
}

/** Returns the version of sitecam, from its package.json. */
export function version(): string {
  return manifest().version;
}
