import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { transformSync } from 'rolldown/utils';
import { instrumented, type Numbered } from './instrument.js';
import { type Mutant, mutantsOf } from './points.js';

/** Documentation: examples and pages of rules, which other tests hold to what they show. */
const DOCUMENTATION = /^rules\/([a-z]+\/docs\/|example\.ts$|.*\/example\.ts$)/;

/** Every mutant of these folders of src. */
export function mutantsIn(folders: readonly string[]): Mutant[] {
  return folders.flatMap((folder) =>
    modulesIn(join('src', folder))
      .map((path) => `${folder}/${path}`)
      .filter((path) => !DOCUMENTATION.test(path))
      .flatMap((path) => mutantsOf(path, textOf(path))),
  );
}

/** A copy of the sources and tests at `root`, as JavaScript, in which these mutants sleep; shim.ts is their vitest. */
export function checkOut(root: string, mutants: readonly Numbered[]): void {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(join(root, 'node_modules/vitest'), { recursive: true });
  for (const name of readdirSync('.')) {
    if (!/^(\.git|node_modules|dist)$|\.tgz$/.test(name)) cpSync(name, join(root, name), { recursive: true });
  }
  for (const name of readdirSync('node_modules')) {
    if (name !== 'vitest') symlinkSync(resolve('node_modules', name), join(root, 'node_modules', name));
  }
  for (const path of modulesIn('src')) {
    const ours = mutants.filter((mutant) => mutant.path === path);
    write(join(root, 'src', path), ours.length === 0 ? undefined : instrumented(textOf(path), ours));
  }
  for (const path of modulesIn('test')) write(join(root, 'test', path));
  generate(root);
  renameSync(join(root, 'test/mutants/shim.js'), join(root, 'node_modules/vitest/index.js'));
  writeFileSync(join(root, 'node_modules/vitest/package.json'), '{"type": "module", "main": "index.js"}');
}

/** Writes what the build generates. The script of the page is left empty: tests of the page ask for a bundle. */
function generate(root: string): void {
  const table = readFileSync('src/source/schema/validators.ts', 'utf8');
  for (const [, name = ''] of table.matchAll(/from '\.\/([a-z]+)-validator\.js'/g)) {
    const code = `import { validatorOf } from '../../../tools/build/validators.mjs';
let validate;
export default function late(value) {
  validate ??= validatorOf('${name}');
  const isValid = validate(value);
  late.errors = validate.errors;
  return isValid;
}
`;
    writeFileSync(join(root, 'src/source/schema', `${name}-validator.js`), code);
  }
  writeFileSync(join(root, 'src/report/html/page-bundle.js'), "export const SCRIPT = '', STYLE = '';\n");
}

function modulesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .sort();
}

function textOf(path: string): string {
  return readFileSync(join('src', path), 'utf8');
}

/** Beside the module at `path`, what JavaScript it is; or what `text` is. */
function write(path: string, text = readFileSync(path, 'utf8')): void {
  const { code, errors } = transformSync(path, text, { lang: 'ts' });
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  writeFileSync(path.replace(/ts$/, 'js'), code);
}
