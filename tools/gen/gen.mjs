// Writes the generated files of the repository: `npm run gen`. With `--check` it writes nothing, and fails with the list of
// files that differ from what would be written. Names of products after that (`npm run gen -- docs-words`) restrict it to these.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { register } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Lists of products, in order. A list is loaded when those before it have been written: one that writes modules of `src`
 * stands before those that run `src`, and imports nothing of it.
 */
const LISTS = ['./sources/products.ts', './schemas/products.ts', './docs/products.ts'];

register('./typescript.mjs', import.meta.url);
process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

const check = process.argv.includes('--check');
const names = process.argv.slice(2).filter((word) => word !== '--check');
const known = [];
const stale = [];
for (const list of LISTS) {
  if (names.length > 0 && names.every((name) => known.includes(name))) break;
  const { products } = await import(list);
  for (const product of products) {
    known.push(product.name);
    if (names.length > 0 && !names.includes(product.name)) continue;
    try {
      stale.push(...(await bring(product)));
    } catch (error) {
      console.error(`${product.name}: ${error.message}`);
      process.exit(1);
    }
  }
}
const unknown = names.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`no product ${unknown.join(', ')}; there are: ${known.join(', ')}`);
  process.exitCode = 2;
} else if (check && stale.length > 0) {
  console.error(`not as \`npm run gen\` writes them:\n${stale.map((path) => `  ${path}`).join('\n')}`);
  process.exitCode = 1;
} else {
  for (const path of stale) console.log(path);
}

/** Writes what differs (with `--check`: nothing), and returns the paths of it. */
async function bring({ run, folders = [] }) {
  const files = await run();
  const changed = [...files].filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  const left = folders.flatMap(filesIn).filter((path) => !files.has(path));
  if (!check) {
    for (const [path, text] of changed) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    for (const path of left) rmSync(path);
  }
  return [...changed.map(([path]) => path), ...left];
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative('.', join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}
