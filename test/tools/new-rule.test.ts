// What `npm run new-rule` writes: files that compile and are formatted, and say what is left to write.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { filesOf, whyNot } from '../../tools/new-rule.mjs';
import { Folder } from '../support/folder.js';

const ROOT = join(import.meta.dirname, '../..');
const GROUPS = ['capture', 'coverage', 'plan', 'project', 'rooms', 'signs'];

test.each([
  [undefined, /^name the rule/],
  ['near-door', /expected GROUP\/NAME, and groups are capture, coverage/],
  ['privacy/near-door', /expected GROUP\/NAME/],
  ['capture/', /expected GROUP\/NAME/],
  ['capture/near/door', /expected GROUP\/NAME/],
  ['toString/near-door', /expected GROUP\/NAME/],
  ['capture/NearDoor', /small letters, joined by hyphens/],
  ['capture/../x', /expected GROUP\/NAME/],
  ['capture/cross-level', /there is a capture\/cross-level already/],
  ['capture/wording', /already/],
  ['waiver/late', /copy src\/rules\/waiver\/unused\.ts/],
])('%s is refused', (id, why) => {
  expect(whyNot(ROOT, id)).toMatch(why);
});

test('a rule of each group compiles, is formatted, and is registered', () => {
  const ids = GROUPS.map((group) => `${group}/near-door`);
  for (const id of ids) expect(whyNot(ROOT, id)).toBeUndefined();
  const root = new Folder().path;
  for (const path of ['src', 'schemas', 'tools', 'tsconfig.json', 'package.json', 'biome.json'])
    cpSync(join(ROOT, path), join(root, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'dir');
  for (const [path, text] of ids.flatMap((id) => [...filesOf(id)])) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  writeFileSync(
    join(root, 'tsconfig.rules.json'),
    '{ "extends": "./tsconfig.json", "include": ["src/rules", "src/**/*.d.ts"] }',
  );
  const run = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    return { status, said: `${stdout}${stderr}` };
  };
  expect(run('tools/gen/gen.mjs', 'rules').said).toContain('src/rules/registry.gen.ts');
  const registry = readFileSync(join(root, 'src/rules/registry.gen.ts'), 'utf8');
  for (const id of ids) expect(registry).toContain(`'./${id}.js'`);
  expect(run('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.rules.json')).toEqual({
    status: 0,
    said: '',
  });
  const biome = ['node_modules/@biomejs/biome/bin/biome', 'ci', '--vcs-enabled=false', 'src/rules'];
  expect(run(...biome)).toMatchObject({ status: 0 });
  expect(existsSync(join(root, 'fixtures/rules/signs/near-door/pass-todo.yaml'))).toBe(true);
});

test('fixture and example ask for the outcome that the new rule states', () => {
  const files = filesOf('capture/near-door');
  const source = files.get('src/rules/capture/near-door.ts') ?? '';
  const [, stated] = /outcome: '(review|fail)'/.exec(source) ?? [];
  const fixture = files.get(`fixtures/rules/capture/near-door/${stated}-todo.yaml`);
  expect(fixture).toMatch(new RegExp(`^# => ${stated} TODO$`, 'm'));
  expect(source).toContain(`['${stated} TODO']`);
});
