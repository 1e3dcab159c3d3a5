// Copies the declarations that the library's entries lead to into dist/types: what is published of them.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { LIBRARY } from './library.mjs';

const doors = Object.values(LIBRARY);

const reached = new Set(doors.map((module) => `dist/${module}.d.ts`));
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
// They are of what `require` gives; `import` gives the same under the same names.
writeFileSync('dist/types/package.json', '{ "type": "commonjs" }\n');
for (const module of doors) writeFileSync(`dist/types/${module}.d.mts`, `export * from './${basename(module)}.js';\n`);
