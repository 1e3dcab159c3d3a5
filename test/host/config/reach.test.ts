// Which files a configuration may lead to, and what is told of those that are something else.
import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { REPORT_FORMATS } from '../../../src/report/formats.gen.js';
import { Folder, SMALL_PLAN } from '../../support/folder.js';

const SECRET = 'hunter2';
/** Files that hold secrets, as their tools write them. */
const SECRETS = {
  npmrc: `//registry.example.org/:_authToken=${SECRET}\nemail=${SECRET}@example.org\n`,
  'parameters.yaml': `parameters:\n  ${SECRET}_password: ${SECRET}\n`,
  'docker.json': `{"auths": {"${SECRET}": {"auth": "${SECRET}"}}}`,
  'broken.json': `{"token" "${SECRET}"}`,
  'broken.yaml': `a: *${SECRET}\nb: !${SECRET} x\n"c": "\\${SECRET}"\n${SECRET}\n`,
  'twice.yaml': `${SECRET}: 1\n${SECRET}: 2\n`,
  'profiles.yaml': `profile: default\nprofiles: {default: {token: ${SECRET}}}\n`,
  'failing.yaml': `failOn: ${SECRET}\n`,
} as const;
const KEYS = ['extends', 'waivers', 'packs', 'onlyPacks', 'baseline', 'catalogue'] as const;

/** What reports say of a folder's one plan, which isn't judged for its configuration: of each format, and all of it. */
async function everyFormat(
  folder: Folder,
): Promise<{ readonly said: string; readonly told: ReadonlyMap<string, string> }> {
  const told = new Map<string, string>();
  let said = '';
  for (const more of [[], ['--lang', 'en', '--verbose'], ['--redact'], ['--cache', 'cache'], ['--as', 'reviewer']]) {
    const outputs = REPORT_FORMATS.flatMap((format) => ['-f', `${format}=out/${format}`]);
    const ran = await folder.run(['lint', 'p/plan.yaml', ...outputs, ...more], IN);
    // A reviewer takes no configuration of the author's, and so finds no fault with it.
    expect([more, ran.code]).toEqual([more, more.includes('reviewer') ? 1 : 2]);
    said += ran.out + ran.err;
    for (const format of REPORT_FORMATS) {
      const report = folder.read(`repo/out/${format}`);
      said += report;
      if (more.length === 0) told.set(format, report);
    }
  }
  for (const command of ['baseline', 'verify', 'inspect']) {
    const files = command === 'verify' ? ['out/json', 'p/plan.yaml'] : ['p/plan.yaml'];
    const ran = await folder.run([command, ...files], IN);
    said += ran.out + ran.err;
  }
  return { said, told };
}

/** Expects nothing of a file in what is said: none of its words, and no hash by which its content could be guessed. */
function expectUntold(said: string, text: string): void {
  expect(said).not.toContain(SECRET);
  for (const kind of ['sha256', 'sha1', 'md5']) {
    for (const form of ['hex', 'base64'] as const) {
      const hash = createHash(kind).update(text).digest(form);
      expect(said).not.toContain(hash.slice(0, 12));
    }
  }
}

/** A repository with a plan, in a folder with files of somebody else. */
function repository(config: string, more: Readonly<Record<string, string>> = {}): Folder {
  const beside = Object.fromEntries(Object.entries(SECRETS).map(([name, text]) => [`other/${name}`, text]));
  const folder = new Folder({ ...beside, 'repo/p/plan.yaml': SMALL_PLAN, 'repo/sitecam.config.yaml': config, ...more });
  mkdirSync(folder.at('repo/.git'));
  return folder;
}

const IN = { at: 'repo' };
const pathOf = (key: string, path: string) =>
  (key === 'packs' || key === 'onlyPacks') && !path.includes('/') ? `./${path}` : path;

describe('a configuration leads to files of its repository alone', () => {
  test.each(KEYS)('%s: neither by .. nor from the root, nor by a link to a file or on the way', async (key) => {
    const folder = repository('');
    symlinkSync(folder.at('other/npmrc'), folder.at('repo/link.yaml'));
    symlinkSync(folder.at('other'), folder.at('repo/way'));
    const paths = [
      '../other/npmrc',
      'p/../../other/npmrc',
      '..\\\\other\\\\npmrc',
      folder.at('other/npmrc'),
      './link.yaml',
      'way/npmrc',
    ];
    // Whether there is anything is told no more than what is in it.
    for (const path of [...paths, '../other/none']) {
      folder.write({ 'repo/sitecam.config.yaml': `# reach\n${key}: "${path}"\n` });
      const { code, out, err } = await folder.run(['lint', 'p/plan.yaml'], IN);
      expect([path, code, err]).toEqual([path, 2, '']);
      expect(out).toMatch(/^sitecam\.config\.yaml:2:\d+ {2}config\/outside$/m);
      expect(out).toContain('实际位于配置所在仓库');
      const en = await folder.run(['lint', 'p/plan.yaml', '--lang', 'en'], IN);
      expect(en.out).toContain("lies outside the configuration's repository");
      expect(out + en.out + en.err).not.toContain(SECRET);
    }
  });

  test('--root allows more; without a repository its own folder is all', async () => {
    const config = 'extends: ../base/sitecam.config.yaml\n';
    const folder = repository(config, { 'base/sitecam.config.yaml': 'failOn: never\n' });
    expect((await folder.run(['lint', 'p/plan.yaml'], IN)).code).toBe(2);
    expect((await folder.run(['lint', 'p/plan.yaml', '--root', '../base'], IN)).code).toBe(0);
    folder.write({ 'plain/sitecam.config.yaml': config, 'plain/plan.yaml': SMALL_PLAN });
    expect((await folder.run(['lint', 'plain/plan.yaml'])).out).toContain('config/outside');
    folder.write({ 'plain/sitecam.config.yaml': 'extends: in/c.yaml\n', 'plain/in/c.yaml': 'failOn: never\n' });
    expect((await folder.run(['lint', 'plain/plan.yaml'])).code).toBe(0);
  });

  test('what is extended brings no repository of its own: the outermost decides for all', async () => {
    const folder = repository('extends: sub/c.yaml\n', {
      'repo/sub/c.yaml': 'extends: ../base.yaml\n',
      'repo/base.yaml': 'failOn: never\n',
    });
    mkdirSync(folder.at('repo/sub/.git'));
    expect((await folder.run(['lint', 'p/plan.yaml'], IN)).code).toBe(0);
    folder.write({ 'repo/base.yaml': 'waivers: ../other/npmrc\n' });
    expect((await folder.run(['lint', 'p/plan.yaml'], IN)).out).toMatch(/^base\.yaml:1:\d+ {2}config\/outside$/m);
    // A link may put the file that is extended, but not what it leads to, where more is within reach.
    mkdirSync(folder.at('other/.git'));
    folder.write({ 'other/c.yaml': 'waivers: npmrc\n' });
    symlinkSync(folder.at('other'), folder.at('repo/theirs'));
    folder.write({ 'repo/sitecam.config.yaml': 'extends: theirs/c.yaml\n' });
    expect((await folder.run(['lint', 'p/plan.yaml'], IN)).out).toContain('config/outside');
  });

  test('one that --config names may be anywhere, and leads to files of its own repository', async () => {
    const folder = repository('failOn: nevr\n', {
      'ours/house.yaml': 'extends: base.yaml\nwaivers: w.yaml\n',
      'ours/base.yaml': 'failOn: never\n',
      'ours/w.yaml': 'waivers: []\n',
      'ours/theirs.yaml': 'extends: ../repo/sitecam.config.yaml\n',
    });
    expect((await folder.run(['lint', 'p/plan.yaml', '--config', '../ours/house.yaml'], IN)).code).toBe(0);
    const theirs = await folder.run(['lint', 'p/plan.yaml', '--config', '../ours/theirs.yaml'], IN);
    expect(theirs.err).toMatch(/^\.\.\/ours\/theirs\.yaml:1:\d+ {2}config\/outside$/m);
  });

  test.each(['sitecam.config.yaml', 'sitecam.waivers.yaml'])('%s, found as a link that leads out', async (name) => {
    const folder = repository('{}\n');
    symlinkSync(folder.at('other/npmrc'), folder.at(`repo/p/${name}`));
    const { code, out, err } = await folder.run(['lint', 'p/plan.yaml'], IN);
    expect([code, out.includes('config/outside'), (out + err).includes(SECRET)]).toEqual([2, true, false]);
  });

  test('a folder of a pack holds no link that leads out, whoever names it', async () => {
    const folder = repository('packs: [nm-2017, law/]\n', { 'repo/law/pack.json': '{"id": "x"}' });
    symlinkSync(folder.at('other/parameters.yaml'), folder.at('repo/law/parameters.yaml'));
    // What is found is told in the report, what the command line names on standard error.
    for (const [argv, stream] of [
      [[], 'out'],
      [['--no-config', '--pack', './law/'], 'err'],
    ] as const) {
      const ran = await folder.run(['lint', 'p/plan.yaml', ...argv], IN);
      expect([ran.code, ran[stream].includes('law/parameters.yaml  config/outside')]).toEqual([2, true]);
      expect(ran.out + ran.err).not.toContain(SECRET);
    }
  });

  test('a waiver looks for no plan outside', async () => {
    const waiver = 'rule: coverage/criterion, subject: x, reason: y, by: z, until: 2030-01-01';
    const folder = repository('{}\n', {
      'repo/sitecam.waivers.yaml': `waivers: [{plan: ../other/npmrx, ${waiver}}]\n`,
    });
    const { code, out, err } = await folder.run(['lint', 'p/plan.yaml'], IN);
    expect([code, out === '', (out + err).includes('npmrc')]).toEqual([1, false, false]);
  });
});

describe('what is something else is not quoted', () => {
  test.each(KEYS)('%s of a configuration, in any format', async (key) => {
    for (const [name, text] of Object.entries(SECRETS)) {
      const path = `p/${name}`;
      const folder = repository(`${key}: "${pathOf(key, path)}"\n`, { [`repo/${path}`]: text });
      const { said, told } = await everyFormat(folder);
      for (const [format, report] of told) {
        // Everywhere but in a list of devices the path, and for what isn't understood at all its line.
        if (format !== 'schedule') expect(report, `${name} ${format}`).toContain(name);
      }
      expect(told.get('terminal')).toContain(key === 'packs' || key === 'onlyPacks' ? name : `${path}:`);
      expectUntold(said, text);
    }
  });

  test('a folder of a pack, of which one file is something else', async () => {
    const parameters = SECRETS['parameters.yaml'];
    const pack = (more: object) => JSON.stringify({ id: 'x', instruments: [], ...more });
    const stranger = JSON.stringify({ id: SECRET, token: SECRET });
    for (const [files, secret] of [
      [{ 'pack.json': pack({ parameters: {} }), 'parameters.yaml': parameters }, parameters],
      [{ 'pack.json': pack({}), 'parameters.yaml': parameters, 'clauses.json': '{"a" 1}' }, parameters],
      [{ 'pack.json': pack({}), 'parameters.yaml': parameters }, parameters],
      [{ 'pack.json': stranger, 'clauses.json': '{"a" 1}' }, stranger],
      [{ 'pack.json': stranger, 'instruments.json': '[]' }, stranger],
      [{ 'pack.json': stranger, 'stranger.json': '[]' }, stranger],
    ] as const) {
      const law = Object.fromEntries(Object.entries(files).map(([name, text]) => [`repo/law/${name}`, text]));
      const { said, told } = await everyFormat(repository('packs: law/\n', law));
      expect(told.get('terminal')).toContain('law/');
      expectUntold(said, secret);
    }
  });

  test('nor what a record of several plans, put together, says of it', async () => {
    const text = SECRETS['parameters.yaml'];
    const folder = repository('extends: p/parameters.yaml\n', {
      'repo/p/parameters.yaml': text,
      'repo/p/b.yaml': SMALL_PLAN,
    });
    for (const n of [1, 2]) {
      await folder.run(['lint', 'p', '--shard', `${n}/2`, '-f', `record=${n}.record`], IN);
      expectUntold(folder.read(`repo/${n}.record`), text);
    }
    for (const format of ['json', 'sarif', 'terminal', 'markdown', 'html', 'junit']) {
      const merged = await folder.run(['merge', '1.record', '2.record', '-f', format], IN);
      expect([merged.code, merged.err]).toEqual([2, '']);
      expect(merged.out).toContain('p/parameters.yaml');
      expectUntold(merged.out, text);
    }
  });

  test('a plan that is named as waivers keeps its own places where it is judged', async () => {
    const folder = repository('{}\n', {
      'repo/q/sitecam.config.yaml': 'waivers: ../p/plan.yaml\n',
      'repo/q/other.yaml': SMALL_PLAN,
    });
    const alone = JSON.parse((await folder.run(['lint', 'p', '-f', 'sarif'], IN)).out);
    const both = JSON.parse((await folder.run(['lint', 'p', 'q', '-f', 'sarif'], IN)).out);
    expect(both.runs[0].results.map(({ locations }: { locations: unknown }) => locations)).toEqual(
      alone.runs[0].results.map(({ locations }: { locations: unknown }) => locations),
    );
    expect(both.runs[0].artifacts).toContainEqual(alone.runs[0].artifacts[0]);
  });

  test.each(['--config', '--waivers', '--pack', '--only-packs', '--baseline'])(
    '%s on the command line',
    async (option) => {
      for (const name of Object.keys(SECRETS)) {
        const folder = repository('{}\n');
        for (const lang of ['zh-CN', 'en']) {
          const path = `../other/${name}`;
          const { code, err } = await folder.run(['lint', 'p/plan.yaml', option, path, '--lang', lang], IN);
          expect([name, code, err.includes(name), err.includes(SECRET)]).toEqual([name, 2, true, false]);
        }
      }
    },
  );

  test('what was expected is told, with its line', async () => {
    const folder = repository('extends: strict.yaml\n', { 'repo/strict.yaml': 'failOn: never\nprofiel: none\n' });
    const zh = await folder.run(['lint', 'p/plan.yaml'], IN);
    expect(zh.out).toContain('strict.yaml:2:1  schema/unknown-key');
    expect(zh.out).toContain('应为extends、packs、onlyPacks、failOn');
    expect(zh.out).toContain('是否应为“profile”');
    folder.write({ 'repo/strict.yaml': 'failOn: never\nrules: {\n' });
    const en = await folder.run(['lint', 'p/plan.yaml', '--lang', 'en'], IN);
    expect(en.out).toMatch(/strict\.yaml:2:9 {2}source\/yaml-syntax/);
    expect(en.out).toContain('YAML syntax error: expected YAML without syntax errors.');
  });

  test('that it is not recognised is said once of a file, however many its faults', async () => {
    const folder = repository('extends: strict.yaml\n', {
      'repo/strict.yaml': 'ruels: {}\nfailon: never\nprofiel: none\n',
    });
    for (const [lang, once, fault] of [
      ['zh-CN', /不能确认该文件是/g, /内容不符：此处应为/g],
      ['en', /The file is not/g, /This does not belong here: expected/g],
    ] as const) {
      const { out } = await folder.run(['lint', 'p/plan.yaml', '--lang', lang], IN);
      expect([out.match(once)?.length, out.match(fault)?.length]).toEqual([1, 3]);
      expect(out.search(once)).toBeLessThan(out.indexOf('strict.yaml:2:1'));
    }
  });

  test("files of sitecam's own name are quoted as before, but not what a link of that name leads to", async () => {
    const folder = repository('failOn: nevr\n');
    expect((await folder.run(['lint', 'p/plan.yaml'], IN)).out).toContain('1 | failOn: nevr');
    folder.write({ 'repo/.env.yaml': `failOn: ${SECRET}\n` });
    symlinkSync(folder.at('repo/.env.yaml'), folder.at('repo/p/sitecam.config.yaml'));
    const { out, err } = await folder.run(['lint', 'p/plan.yaml'], IN);
    expect(out).toContain('p/sitecam.config.yaml:1:9  schema/value');
    expect(out + err).not.toContain(SECRET);
  });
});
