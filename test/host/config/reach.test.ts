// Which files a configuration may lead to, and what is told of those that are something else.
import { mkdirSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
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
const KEYS = ['extends', 'waivers', 'pack', 'baseline'] as const;
const FORMATS = ['terminal', 'json', 'sarif', 'sarif-github', 'junit', 'github', 'gitlab', 'markdown', 'html'];

/** A repository with a plan, in a folder with files of somebody else. */
function repository(config: string, more: Readonly<Record<string, string>> = {}): Folder {
  const beside = Object.fromEntries(Object.entries(SECRETS).map(([name, text]) => [`other/${name}`, text]));
  const folder = new Folder({ ...beside, 'repo/p/plan.yaml': SMALL_PLAN, 'repo/sitecam.config.yaml': config, ...more });
  mkdirSync(folder.at('repo/.git'));
  return folder;
}

const IN = { at: 'repo' };
const pathOf = (key: string, path: string) => (key === 'pack' && !path.includes('/') ? `./${path}` : path);

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
      expect([path, code, out]).toEqual([path, 2, '']);
      expect(err).toMatch(/^sitecam\.config\.yaml:2:\d+ {2}config\/outside$/m);
      expect(err).toContain('实际位于配置所在仓库');
      const en = await folder.run(['lint', 'p/plan.yaml', '--lang', 'en'], IN);
      expect(en.err).toContain("lies outside the configuration's repository");
      expect(err + en.err).not.toContain(SECRET);
    }
  });

  test('--root allows more; without a repository its own folder is all', async () => {
    const config = 'extends: ../base/sitecam.config.yaml\n';
    const folder = repository(config, { 'base/sitecam.config.yaml': 'failOn: never\n' });
    expect((await folder.run(['lint', 'p/plan.yaml'], IN)).code).toBe(2);
    expect((await folder.run(['lint', 'p/plan.yaml', '--root', '../base'], IN)).code).toBe(0);
    folder.write({ 'plain/sitecam.config.yaml': config, 'plain/plan.yaml': SMALL_PLAN });
    expect((await folder.run(['lint', 'plain/plan.yaml'])).err).toContain('config/outside');
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
    expect((await folder.run(['lint', 'p/plan.yaml'], IN)).err).toMatch(/^base\.yaml:1:\d+ {2}config\/outside$/m);
    // A link may put the file that is extended, but not what it leads to, where more is within reach.
    mkdirSync(folder.at('other/.git'));
    folder.write({ 'other/c.yaml': 'waivers: npmrc\n' });
    symlinkSync(folder.at('other'), folder.at('repo/theirs'));
    folder.write({ 'repo/sitecam.config.yaml': 'extends: theirs/c.yaml\n' });
    expect((await folder.run(['lint', 'p/plan.yaml'], IN)).err).toContain('config/outside');
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
    const { code, err } = await folder.run(['lint', 'p/plan.yaml'], IN);
    expect([code, err.includes('config/outside'), err.includes(SECRET)]).toEqual([2, true, false]);
  });

  test('a folder of a pack holds no link that leads out, whoever names it', async () => {
    const folder = repository('pack: [nm-2017, law/]\n', { 'repo/law/pack.json': '{"id": "x"}' });
    symlinkSync(folder.at('other/parameters.yaml'), folder.at('repo/law/parameters.yaml'));
    for (const argv of [[], ['--no-config', '--pack', './law/']]) {
      const { code, err } = await folder.run(['lint', 'p/plan.yaml', ...argv], IN);
      expect([code, err.includes('law/parameters.yaml  config/outside'), err.includes(SECRET)]).toEqual([
        2,
        true,
        false,
      ]);
    }
  });

  test('a waiver looks for no plan outside', async () => {
    const waiver = 'rule: coverage/criterion, subject: x, reason: y, by: z, until: 2030-01-01';
    const folder = repository('{}\n', {
      'repo/sitecam.waivers.yaml': `waivers: [{plan: ../other/npmrx, ${waiver}}]\n`,
    });
    expect((await folder.run(['lint', 'p/plan.yaml'], IN)).err).not.toContain('npmrc');
  });
});

describe('what is something else is not quoted', () => {
  test.each(KEYS)('%s of a configuration, in any format', async (key) => {
    for (const [name, text] of Object.entries(SECRETS)) {
      const folder = repository(`${key}: "${pathOf(key, `p/${name}`)}"\n`, { [`repo/p/${name}`]: text });
      const outputs = FORMATS.flatMap((format) => ['-f', `${format}=out.${format}`]);
      const zh = await folder.run(['lint', 'p/plan.yaml', ...outputs], IN);
      const en = await folder.run(['lint', 'p/plan.yaml', '--lang', 'en'], IN);
      expect([name, zh.code, zh.out, en.code]).toEqual([name, 2, '', 2]);
      // The path, and for what isn't understood at all its line.
      expect(zh.err).toContain(key === 'pack' ? name : `p/${name}:`);
      expect(zh.err + en.err).not.toContain(SECRET);
      for (const format of ['sarif', 'sarif-github'].filter(() => key !== 'baseline')) {
        const log = folder.read(`repo/out.${format}`);
        expect(log).toContain(name);
        expect(log).not.toContain(SECRET);
      }
    }
  });

  test.each(['--config', '--waivers', '--pack', '--baseline'])('%s on the command line', async (option) => {
    for (const name of Object.keys(SECRETS)) {
      const folder = repository('{}\n');
      for (const lang of ['zh-CN', 'en']) {
        const path = `../other/${name}`;
        const { code, err } = await folder.run(['lint', 'p/plan.yaml', option, path, '--lang', lang], IN);
        expect([name, code, err.includes(name), err.includes(SECRET)]).toEqual([name, 2, true, false]);
      }
    }
  });

  test('what was expected is told, with its line', async () => {
    const folder = repository('extends: strict.yaml\n', { 'repo/strict.yaml': 'failOn: never\nprofiel: none\n' });
    const zh = await folder.run(['lint', 'p/plan.yaml'], IN);
    expect(zh.err).toContain('strict.yaml:2:1  schema/unknown-key');
    expect(zh.err).toContain('应为extends、pack、failOn');
    expect(zh.err).toContain('是否应为“profile”');
    folder.write({ 'repo/strict.yaml': 'failOn: never\nrules: {\n' });
    const en = await folder.run(['lint', 'p/plan.yaml', '--lang', 'en'], IN);
    expect(en.err).toMatch(/strict\.yaml:3:1 {2}source\/yaml-syntax/);
    expect(en.err).toContain('YAML syntax error: expected YAML without syntax errors.');
  });

  test("files of sitecam's own name are quoted as before, but not what a link of that name leads to", async () => {
    const folder = repository('failOn: nevr\n');
    expect((await folder.run(['lint', 'p/plan.yaml'], IN)).err).toContain('1 | failOn: nevr');
    folder.write({ 'repo/.env.yaml': `failOn: ${SECRET}\n` });
    symlinkSync(folder.at('repo/.env.yaml'), folder.at('repo/p/sitecam.config.yaml'));
    const { err } = await folder.run(['lint', 'p/plan.yaml'], IN);
    expect(err).toContain('p/sitecam.config.yaml:1:9  schema/value');
    expect(err).not.toContain(SECRET);
  });
});
