// Copies the declarations that the library's door leads to into dist/types: what is published of them.
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const DOOR = 'dist/index.d.ts';

const reached = new Set([DOOR]);
for (const file of reached) {
  for (const [, path] of readFileSync(file, 'utf8').matchAll(/(?:from |import\()['"](\.[^'"]+)\.js['"]/g)) {
    reached.add(join(dirname(file), `${path}.d.ts`));
  }
}
for (const file of reached) {
  const copy = join('dist/types', relative('dist', file));
  mkdirSync(dirname(copy), { recursive: true });
  cpSync(file, copy);
}
