import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { selectPlans } from '../../../src/host/plans/select.js';
import { Folder, GEOMETRY, planOf, SMALL_PLAN } from '../../support/folder.js';

const hasGit = spawnSync('git', ['--version']).status === 0;

const FILES = {
  'sites/a.yaml': SMALL_PLAN,
  'sites/b.yaml': SMALL_PLAN,
  'm/plan.yaml': planOf('floor1.geojson'),
  'm/floor1.geojson': GEOMETRY,
  'notes.md': 'x',
};

/** The same plan with another name of the site. */
const edited = (name: string) => SMALL_PLAN.replace('小店', name);

function repository(files: Readonly<Record<string, string>> = FILES): Folder {
  const folder = new Folder(files);
  folder.git('init', '-q');
  folder.commit();
  return folder;
}

describe.runIf(hasGit)('--since', () => {
  test('lints what is edited, staged or new since the last commit, and counts the rest', async () => {
    const folder = repository();
    folder.write({ 'sites/b.yaml': edited('乙'), '新 图.yaml': SMALL_PLAN, 'sites/staged.yaml': SMALL_PLAN });
    folder.git('add', 'sites/staged.yaml');
    expect(await folder.linted(['--since'])).toEqual(['sites/b.yaml', 'sites/staged.yaml', '新 图.yaml']);
    expect(await folder.linted(['--since=HEAD', 'sites'])).toEqual(['sites/b.yaml', 'sites/staged.yaml']);
    expect(await folder.linted(['sites/a.yaml', 'sites/b.yaml', '--since'])).toEqual(['sites/b.yaml']);
    expect(await folder.linted(['--since', '--', '.'], { at: 'sites' })).toEqual(['b.yaml', 'staged.yaml']);
    const { err } = await folder.run(['lint', '--since']);
    expect(err).toContain('sitecam：自“HEAD”以来未改动的设计图2份，未审查。\n');
  });

  test('runs no program that the repository names', async () => {
    const folder = repository({ ...FILES, 'sites/c.yaml': SMALL_PLAN });
    const mark = folder.at('ran');
    for (const what of ['clean', 'process']) folder.git('config', `filter.evil.${what}`, `touch ${mark}; cat`);
    folder.write({ '.git/info/attributes': '*.yaml filter=evil\n', 'sites/c.yaml': edited('丙') });
    expect(await folder.linted(['--since'])).toEqual(['sites/c.yaml']);
    expect(existsSync(mark)).toBe(false);
  });

  test('is not for a reviewer: the repository is the author’s', async () => {
    expect((await repository().run(['lint', '--since', '--as', 'reviewer'])).code).toBe(2);
  });

  test('is exit 0 where nothing changed, says so and writes reports', async () => {
    const folder = repository();
    const zh = await folder.run(['lint', '--since', '-f', 'json=r.json']);
    expect(zh).toEqual({
      code: 0,
      out: '',
      err: 'sitecam：自“HEAD”以来设计图没有改动，无须审查（未改动的3份）。\n',
    });
    expect(JSON.parse(folder.read('r.json'))).toMatchObject({ plans: [] });
    const en = await folder.run(['lint', '--since', '--lang', 'en', 'sites/a.yaml']);
    expect(en.err).toBe(
      'sitecam: no plan changed since HEAD: nothing to lint (1 unchanged).\n'.replace('HEAD', "'HEAD'"),
    );
  });

  test('counts from where the branch left the revision, not from what was done there since', async () => {
    const folder = repository();
    folder.git('branch', '-M', 'main');
    folder.git('checkout', '-q', '-b', 'work');
    folder.write({ 'sites/a.yaml': edited('甲') });
    folder.commit();
    folder.git('checkout', '-q', 'main');
    folder.write({ 'sites/b.yaml': edited('乙') });
    folder.commit();
    folder.git('checkout', '-q', 'work');
    folder.write({ 'sites/c.yaml': SMALL_PLAN });
    expect(await folder.linted(['--since', 'main'])).toEqual(['sites/a.yaml', 'sites/c.yaml']);
    expect(await folder.linted(['--since'])).toEqual(['sites/c.yaml']);
  });

  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['geometry it refers to', { 'm/floor1.geojson': `${GEOMETRY}\n` }, ['m/plan.yaml']],
    [
      'a configuration above it',
      { 'sitecam.config.yaml': 'failOn: warning' },
      ['m/plan.yaml', 'sites/a.yaml', 'sites/b.yaml'],
    ],
    ['waivers beside it, new', { 'sites/sitecam.waivers.yaml': 'waivers: []' }, ['sites/a.yaml', 'sites/b.yaml']],
    ['what that extends', { 'shared/base.yaml': 'failOn: never' }, ['m/plan.yaml', 'sites/a.yaml', 'sites/b.yaml']],
    ['something else', { 'notes.md': 'y' }, []],
  ])('a plan changed where %s did', async (_, change, plans) => {
    const folder = repository({
      ...FILES,
      'sitecam.config.yaml': 'extends: shared/base.yaml',
      'shared/base.yaml': 'failOn: error',
    });
    folder.write(change);
    expect(await folder.linted(['--since'])).toEqual(plans);
  });

  test('a plan changed where what it refers to, or its configuration, is gone', async () => {
    const folder = repository({ ...FILES, 'sites/sitecam.config.yaml': 'failOn: error' });
    rmSync(folder.at('m/floor1.geojson'));
    rmSync(folder.at('sites/sitecam.config.yaml'));
    expect(await folder.linted(['--since'])).toEqual(['m/plan.yaml', 'sites/a.yaml', 'sites/b.yaml']);
  });

  test.each(['extends: base.yaml', 'waivers: base.yaml', 'catalogue: base.yaml', 'packs: base.yaml', 'packs: ./base'])(
    'a plan changed where a file that its configuration names is gone: %s',
    async (config) => {
      const name = config.split(' ')[1].replace('./', '');
      const file = name === 'base' ? 'base/pack.yaml' : name;
      const folder = repository({ ...FILES, 'sites/sitecam.config.yaml': config, [`sites/${file}`]: 'x' });
      rmSync(folder.at(`sites/${name}`), { recursive: true });
      const { code, out } = await folder.run(['lint', '--since']);
      expect(code).not.toBe(0);
      expect(out).toContain(name);
    },
  );

  test('a plan changed where its law pack did, also by a file of its folder that is new or gone', async () => {
    const folder = repository({ ...FILES, 'sites/sitecam.config.yaml': 'packs: ../law' });
    const law = readFileSync('fixtures/packs/demo.yaml', 'utf8');
    const [pack, categories] = law.split(/^(?=categories:)/m);
    const [own, requirements] = categories.split(/^(?=requirements:)/m);
    const section = own.replace(/^categories:\n/, '').replaceAll(/^ {2}/gm, '');
    folder.write({ 'law/pack.yaml': `${pack}${requirements}`, 'law/categories.yaml': section });
    folder.commit();
    const all = ['sites/a.yaml', 'sites/b.yaml'];
    expect(await folder.linted(['--since'])).toEqual([]);
    folder.write({ 'law/pack.yaml': `${pack}${requirements}# x\n` });
    expect(await folder.linted(['--since'])).toEqual(all);
    folder.git('checkout', '-q', '.');
    folder.write({ 'law/shared-kinds.yaml': '[]' });
    expect((await folder.run(['lint', '--since'])).out).toContain('shared-kinds.yaml');
    rmSync(folder.at('law/shared-kinds.yaml'));
    rmSync(folder.at('law/categories.yaml'));
    expect(await folder.linted(['--since'])).toEqual(all);
    folder.git('checkout', '-q', '.');
    folder.write({ 'sites/sitecam.config.yaml': 'failOn: error' });
    folder.commit();
    folder.write({ 'law/pack.yaml': `${pack}${requirements}# x\n` });
    expect(await folder.linted(['--since', '--pack', './law'])).toEqual(['m/plan.yaml', ...all]);
    expect(await folder.linted(['--since'])).toEqual([]);
  });

  test('and where a file did that only the caller knows of', async () => {
    const folder = repository({ ...FILES, 'shared/rules.yaml': 'x: 1' });
    folder.write({ 'shared/rules.yaml': 'x: 2' });
    const io = folder.io({ out: '', err: '' });
    const found = await selectPlans([], { since: true }, io, (path) =>
      path === 'sites/a.yaml' ? ['shared/rules.yaml'] : [],
    );
    expect(found.plans).toEqual([{ path: 'sites/a.yaml' }]);
  });

  test('names plans that were deleted or renamed, and nothing else that was; asking for one is no fault', async () => {
    const folder = repository({ ...FILES, 'ci.yaml': 'on: push\n' });
    rmSync(folder.at('ci.yaml'));
    folder.git('mv', 'sites/a.yaml', 'sites/z.yaml');
    rmSync(folder.at('sites/b.yaml'));
    rmSync(folder.at('m'), { recursive: true });
    const all = await folder.run(['lint', '--since', '--fail-on', 'never']);
    expect([all.code, all.err]).toEqual([
      0,
      'sitecam：自“HEAD”以来删除的设计图：“m/plan.yaml”、“sites/a.yaml”、“sites/b.yaml”。\n',
    ]);
    const one = await folder.run(['lint', '--since', 'HEAD', 'sites/b.yaml', 'sites/[ab].yaml', '--lang', 'en']);
    expect([one.code, one.out]).toEqual([0, '']);
    expect(one.err).toContain("plans deleted since 'HEAD': 'sites/a.yaml', 'sites/b.yaml'.");
    const never = await folder.run(['lint', '--since', 'HEAD', 'sites/c.yaml']);
    expect(never.code).toBe(3);
  });

  test('what git does not track counts as changed: ignored, outside, or before the first commit', async () => {
    const folder = repository({ ...FILES, '.gitignore': 'draft.yaml\n' });
    const outside = new Folder({ 'o.yaml': SMALL_PLAN });
    folder.write({ 'draft.yaml': SMALL_PLAN });
    const argv = ['draft.yaml', outside.at('o.yaml'), 'sites/a.yaml', '--since'];
    expect((await folder.linted(argv)).map((path) => path.split('/').at(-1)).sort()).toEqual(['draft.yaml', 'o.yaml']);
    const fresh = new Folder(FILES);
    fresh.git('init', '-q');
    expect(await fresh.linted(['sites', '--since'])).toEqual(['sites/a.yaml', 'sites/b.yaml']);
  });

  test('follows a link to what it stands for', async () => {
    const folder = repository();
    symlinkSync('sites/a.yaml', folder.at('link.yaml'));
    folder.commit();
    expect(await folder.linted(['link.yaml', '--since'])).toEqual([]);
    folder.write({ 'sites/a.yaml': edited('甲') });
    expect(await folder.linted(['link.yaml', '--since'])).toEqual(['link.yaml']);
    folder.commit();
    rmSync(folder.at('link.yaml'));
    symlinkSync('sites/b.yaml', folder.at('link.yaml'));
    expect(await folder.linted(['link.yaml', '--since'])).toEqual(['link.yaml']);
  });

  test('goes before --shard, so that shards share what changed', async () => {
    const folder = repository();
    folder.write({ 'sites/a.yaml': edited('甲'), 'sites/b.yaml': edited('乙') });
    expect(await folder.linted(['--since', '--shard', '1/2'])).toEqual(['sites/a.yaml']);
    expect(await folder.linted(['--since', '--shard', '2/2'])).toEqual(['sites/b.yaml']);
    const { code, err } = await folder.run(['lint', '--since', '--shard', '3/3']);
    expect([code, err]).toEqual([
      0,
      'sitecam：自“HEAD”以来未改动的设计图1份，未审查。\nsitecam：第3片（共3片）：没有分到设计图，全部3片合计2份。\n',
    ]);
  });

  test("a repository's settings neither run anything nor change what is found", async () => {
    const folder = repository();
    folder.write({ 'sites/a.yaml': edited('甲'), 'hook.sh': `#!/bin/sh\ntouch ${folder.at('ran')}\n` });
    const settings = ['core.fsmonitor', 'diff.external', 'core.pager'];
    for (const name of settings) folder.git('config', name, 'sh hook.sh');
    folder.git('config', 'diff.relative', 'true');
    folder.git('config', 'diff.renames', 'copies');
    folder.git('config', 'core.quotePath', 'true');
    expect(await folder.linted(['--since'], { at: 'sites' })).toEqual(['a.yaml']);
    expect(() => folder.read('ran')).toThrow();
  });

  describe('is wrong usage', () => {
    test.each([
      [['--since', 'mian'], 'git 版本“mian”不存在', "git knows no revision 'mian'"],
      [['--since', 'sites'], '请写 --since=HEAD sites', 'say --since=HEAD sites'],
      [['--since=--output=x'], 'git 版本“--output=x”不存在', "git knows no revision '--output=x'"],
      [['--since='], 'git 版本“”不存在', "git knows no revision ''"],
    ])('%j', async (argv, zh, en) => {
      const folder = repository();
      const ran = await folder.run(['lint', ...argv]);
      expect([ran.code, ran.out]).toEqual([2, '']);
      expect(ran.err).toContain(zh);
      expect((await folder.run(['lint', ...argv, '--lang', 'en'])).err).toContain(en);
    });

    test('outside of a repository', async () => {
      const { code, err } = await new Folder(FILES).run(['lint', '--since']);
      expect(code).toBe(2);
      expect(err).toContain('--since 只能在 git 仓库的工作区中使用');
      expect(err).not.toContain('fatal');
      expect(err).toContain('请在工作区中运行');
    });

    test('in a repository without a work tree, in no words of git', async () => {
      const folder = repository();
      folder.git('clone', '-q', '--bare', '.', 'bare');
      folder.write({ 'bare/a.yaml': edited('甲') });
      const { code, err } = await folder.run(['lint', '--since', '--lang', 'en'], { at: 'bare' });
      expect([code, err]).toEqual([
        2,
        'sitecam: --since works in the work tree of a git repository only, and the current folder is in none. Run it in one, or leave --since out.\n',
      ]);
    });

    test('with a revision that a shallow clone lacks, with what fetches it', async () => {
      const folder = repository();
      folder.write({ 'sites/a.yaml': edited('甲') });
      folder.commit();
      folder.git('clone', '-q', '--depth', '1', `file://${folder.path}`, 'clone');
      const { code, err } = await folder.run(['lint', '--since', 'HEAD~1'], { at: 'clone' });
      expect(code).toBe(2);
      expect(err).toContain('git 版本“HEAD~1”不存在：本仓库为浅克隆');
      expect(err).toContain('fetch-depth: 0');
    });

    test('where git refuses to read, with what lets it', async () => {
      const err = "fatal: detected dubious ownership in repository at '/builds/x'\nTo add an exception";
      const { code, err: said } = await repository().run(['lint', '--since'], {
        change: (io) => ({ ...io, git: () => ({ ok: false, out: new Uint8Array(), err }) }),
      });
      expect(code).toBe(2);
      expect(said).toContain("git config --global --add safe.directory '/builds/x'");
    });

    test('without git', async () => {
      const { code, err } = await repository().run(['lint', '--since'], {
        change: (io) => ({ ...io, git: () => undefined }),
      });
      expect(code).toBe(2);
      expect(err).toContain('--since 需要 git');
    });

    test('where branches have nothing in common, with what to do in a shallow clone', async () => {
      const folder = repository();
      folder.git('branch', '-M', 'main');
      folder.git('checkout', '-q', '--orphan', 'alone');
      folder.write({ 'sites/b.yaml': edited('乙') });
      folder.commit();
      const apart = await folder.run(['lint', '--since', 'main']);
      expect([apart.code, apart.err]).toEqual([2, 'sitecam：--since：当前分支与“main”没有共同祖先，无从比较。\n']);
      folder.git('checkout', '-q', 'main');
      folder.write({ 'sites/a.yaml': edited('甲') });
      folder.commit();
      folder.git('clone', '-q', '--depth', '1', '--no-single-branch', `file://${folder.path}`, 'clone');
      folder.git('-C', 'clone', 'checkout', '-q', 'alone');
      const shallow = await folder.run(['lint', '--since', 'origin/main'], { at: 'clone' });
      expect(shallow.code).toBe(2);
      expect(shallow.err).toContain('fetch-depth: 0');
    });
  });
});
