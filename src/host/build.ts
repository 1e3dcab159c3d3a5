// Identity of the running program, which the cache needs to tell its entries from those of another build.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../base/hash.js';
import { manifestPath } from './package.js';

/** Version of the form of cached data; raised when that form changes. */
const FORMAT = 1;

/**
 * Returns a text that identifies all that results depend on besides plans and settings: the program's code, its
 * dependencies (pinned in package.json), and the engine, whose arithmetic and form of stored data may change with its
 * version.
 */
export function buildId(): string {
  const folder = import.meta.dirname;
  const code = readdirSync(folder)
    .filter((name) => /\.[cm]?[jt]s$/.test(name))
    .sort()
    .map((name) => [name, sha256(readFileSync(join(folder, name)))]);
  const { node, v8 } = process.versions;
  return JSON.stringify([FORMAT, node.split('.')[0], v8, sha256(readFileSync(manifestPath())), code]);
}
