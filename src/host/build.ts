import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../base/hash.js';
import { manifestPath } from './package.js';

/** Raised when what is kept changes its form. */
const FORMAT = 1;

/**
 * What results depend on besides plans and settings: this very program, its dependencies (pinned in its package.json) and
 * the engine it runs on, whose arithmetic and whose form of stored data may change.
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
