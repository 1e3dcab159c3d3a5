import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invocationName } from '../../src/cli/shell.js';
import { schemaFor } from '../../src/host/config/schema-path.js';
import { processIo } from '../../src/host/io.js';
import { sitecam } from '../support/io.js';

describe('sitecam init', () => {
  test('asks for nothing, writes plan.sitecam.yaml of a hotel and says how to lint it', async () => {
    const { code, out, err, written } = await sitecam(['init']);
    expect([code, err]).toEqual([0, '']);
    expect([...written.keys()]).toEqual(['plan.sitecam.yaml']);
    expect(written.get('plan.sitecam.yaml')).toContain('categories: [hotel]');
    expect(out).toContain('sitecam lint plan.sitecam.yaml');
  });

  // A building with a forecourt, one on the street, and grounds.
  test.each(['school', 'hotel', 'park'])(
    'nothing is found in what it wrote for a %s, by any law in force',
    async (category) => {
      const { written } = await sitecam(['init', '--category', category]);
      const linted = await sitecam(['lint', 'plan.sitecam.yaml', '--fail-on', 'review'], {
        given: Object.fromEntries(written),
      });
      expect(linted.out).toContain('在图中载明事项范围内：未发现不符合。');
      expect(linted.code).toBe(0);
    },
  );

  test('writes to standard output, and only the plan', async () => {
    const { code, out, written } = await sitecam(['init', '-o', '-', '--lang', 'en']);
    expect([code, written.size]).toEqual([0, 0]);
    expect(out).toMatch(/^# yaml-language-server: \$schema=/);
    expect(out).not.toContain('Next:');
  });

  test.each([
    ['旅店', 'hotel'],
    ['文化娱乐场所', 'cultural-entertainment-venue'],
    ['Cash transport', 'cash-transport'],
    ['HOTEL', 'hotel'],
  ])('takes the category %s', async (named, id) => {
    const { code, out } = await sitecam(['init', '--category', named, '-o', '-']);
    expect(code).toBe(0);
    expect(out).toContain(`categories: [${id}]`);
  });

  test.each([
    ['hotle', "Did you mean 'hotel' (Hotel)?"],
    ['博物官', "Did you mean 'museum' (Museum)?"],
  ])('suggests a category for %s', async (named, suggestion) => {
    const { code, err, written } = await sitecam(['init', '--category', named, '--lang', 'en']);
    expect([code, written.size]).toEqual([2, 0]);
    expect(err).toContain(suggestion);
  });

  test('leaves a file that is there as it is', async () => {
    const { code, err, written } = await sitecam(['init'], { given: { 'plan.sitecam.yaml': 'mine' } });
    expect([code, written.size]).toEqual([2, 0]);
    expect(err).toContain('“plan.sitecam.yaml”已经存在');
  });

  test.each([['a b.json'], ['x\nsite: 1'], ['']])(
    'takes no schema that would break the first line: %j',
    async (path) => {
      expect((await sitecam(['init', '-o', '-', '--schema', path])).code).toBe(2);
    },
  );

  test('writes the schema it is told', async () => {
    const { out } = await sitecam(['init', '-o', '-', '--schema', 'https://example.org/plan.json']);
    expect(out).toMatch(/^# yaml-language-server: \$schema=https:\/\/example\.org\/plan\.json\n/);
  });

  test('names a file that a shell takes as one word', async () => {
    const { out } = await sitecam(['init', '-o', 'my plan.yaml']);
    expect(out).toContain('sitecam lint "my plan.yaml"');
  });

  test('says the next command as it was run: npx never by a name that may be another package', async () => {
    const env = { npm_command: 'exec' };
    expect((await sitecam(['init'], { env })).out).toContain('npx sitecam lint plan.sitecam.yaml');
    expect((await sitecam(['init', '-o', 'other.yaml'])).out).toContain(' sitecam lint other.yaml');
  });

  test('names a file where a folder was given', async () => {
    const { code, err } = await sitecam(['init', '-o', 'fixtures']);
    expect(code).toBe(2);
    expect(err).toContain('-o fixtures/plan.sitecam.yaml');
  });
});

describe('on a real disk', () => {
  let folder = '';
  let before = '';
  beforeAll(() => {
    before = process.cwd();
    folder = mkdtempSync(join(tmpdir(), 'sitecam-init-'));
    process.chdir(folder);
  });
  afterAll(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  });

  test('npx gets the name of the package where no sitecam is near', () => {
    expect(invocationName({ ...processIo(), env: { npm_command: 'exec' } })).toBe('npx sitecam-lint');
  });

  test('nothing that exists is touched, not even a link to nowhere', () => {
    const io = processIo();
    writeFileSync('mine.yaml', 'mine');
    symlinkSync('nowhere.yaml', 'link.yaml');
    expect(io.create('mine.yaml', 'theirs')).toBe(false);
    expect(io.create('link.yaml', 'theirs')).toBe(false);
    expect(io.create('new/plan.yaml', 'theirs')).toBe(true);
    expect(readFileSync('mine.yaml', 'utf8')).toBe('mine');
    expect(io.read('nowhere.yaml')).toBeUndefined();
    expect(readFileSync('new/plan.yaml', 'utf8')).toBe('theirs');
  });

  test('a name below a file is wrong usage', async () => {
    writeFileSync('file', '');
    const { main } = await import('../../src/cli/main.js');
    const said: string[] = [];
    const io = { ...processIo(), out: () => {}, err: (text: string) => void said.push(text) };
    expect(await main(['init', '-o', 'file/plan.yaml'], io)).toBe(2);
    expect(said.join('')).toContain('file/plan.yaml');
  });

  test('the schema is that of the project in which sitecam is installed, from whatever folder', () => {
    const io = processIo();
    expect(schemaFor('plan.yaml', io)).toBe('./plan.schema.json');
    mkdirSync('project/node_modules/sitecam-lint/schemas', { recursive: true });
    const schema = 'node_modules/sitecam-lint/schemas/plan.schema.json';
    expect(schemaFor('project/plan.yaml', io)).toBe(`./${schema}`);
    expect(schemaFor('project/plans/hotel/plan.yaml', io)).toBe(`../../${schema}`);
    expect(schemaFor(join(folder, 'project', 'plan.yaml'), io)).toBe(`./${schema}`);
    expect(schemaFor('plan.yaml', io)).toBe('./plan.schema.json');
  });

  test('in a clone of sitecam it is its own', () => {
    process.chdir(before);
    const io = processIo();
    expect(schemaFor('plan.yaml', io)).toBe('./schemas/plan.schema.json');
    expect(schemaFor('fixtures/sites/new/plan.yaml', io)).toBe('../../../schemas/plan.schema.json');
    process.chdir(folder);
  });
});
