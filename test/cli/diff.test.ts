import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { NEW, OLD } from '../features/diff/plans.js';
import { Folder, GEOMETRY, planOf, SMALL_PLAN } from '../support/folder.js';
import { sitecam } from '../support/io.js';

const hasGit = spawnSync('git', ['--version']).status === 0;

const ROOM =
  '{"type": "Feature", "id": "z1", "properties": {"element": "zone", "level": "F1", "kind": "lobby"}, "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [4, 0], [4, 3], [0, 3], [0, 0]]]}}';
const edited = (name: string) => SMALL_PLAN.replace('小店', name);

describe('two plans', () => {
  const given = { 'a.yaml': SMALL_PLAN };

  test('exit 1 where a verdict got worse, 0 the other way round, where nothing did, and where nobody minds', async () => {
    const codes = [];
    for (const argv of [
      [OLD, NEW],
      [NEW, OLD],
      ['a.yaml', 'a.yaml'],
      ['a.yaml', NEW, '--fail-on', 'never'],
    ]) {
      codes.push((await sitecam(['diff', ...argv], { given })).code);
    }
    expect(codes).toEqual([1, 0, 0, 0]);
  });

  test('what is printed is in the language of the terminal, files in Chinese', async () => {
    const ran = await sitecam(['diff', OLD, NEW, '--format', 'json=d.json', '--format', 'html=d.html'], {
      given,
      env: { LANG: 'en_GB.UTF-8' },
    });
    expect(ran.out).toContain("device 'C01'");
    expect(ran.out).toContain('turned 20° clockwise');
    expect(JSON.parse(ran.written.get('d.json') ?? '')).toMatchObject({
      language: 'zh-CN',
      plans: [{ path: NEW, state: 'changed' }],
    });
    expect(ran.written.get('d.html')).toContain('<html lang="zh-CN">');
  });

  test('levels that changed are drawn beside a report in Markdown', async () => {
    const ran = await sitecam(['diff', OLD, NEW, '-f', 'markdown=out/d.md', '--assets', 'out/图'], { given });
    const drawing = [...ran.written.keys()].find((path) => path.endsWith('.svg'));
    expect(drawing).toMatch(/^out\/图\/new-F1-[0-9a-f]{12}\.svg$/);
    expect(ran.written.get('out/d.md')).toContain(`](${encodeURIComponent('图')}/new-F1-`);
  });

  test('one of them may be standard input', async () => {
    const small = { 'a.yaml': SMALL_PLAN };
    const { code, out } = await sitecam(['diff', 'a.yaml', '-'], { given: small, stdin: edited('乙店') });
    expect([code, out]).toEqual([0, expect.stringContaining('site.name：“小店” → “乙店”')]);
    expect((await sitecam(['diff', '-', 'a.yaml'], { given: small, stdin: edited('乙店') })).out).toContain(
      '“乙店” → “小店”',
    );
    expect((await sitecam(['diff', '-', '-'])).code).toBe(2);
  });

  test('exit 3, and never no change, where one cannot be read or is not there', async () => {
    const broken = { ...given, 'broken.yaml': 'sitecam: [' };
    for (const argv of [
      [OLD, 'broken.yaml'],
      ['broken.yaml', OLD],
      ['no-such.yaml', OLD],
      [OLD, 'no-such.yaml'],
      ['broken.yaml', 'broken.yaml'],
    ]) {
      const { code, out } = await sitecam(['diff', ...argv], { given: broken });
      expect([argv, code]).toEqual([argv, 3]);
      expect(out).toContain('无法读取，未作比较');
      expect(out).not.toContain('没有差别');
    }
  });

  test.each([
    [[], '原图、新图'],
    [[OLD], '原图、新图'],
    [[OLD, OLD, OLD], '原图、新图'],
    [['fixtures/diff', OLD], '一个是文件夹'],
    [[OLD, OLD, '--format', 'yaml'], '报告格式'],
    [[OLD, OLD, '--fail-on', 'nothing'], '--fail-on'],
    [[OLD, OLD, '-f', `json=${OLD}`], '报告不能写入设计图本身'],
    [[OLD, OLD, '--redact'], 'diff 不能与 --redact 同用'],
    [[OLD, OLD, '--config', 'no-such.yaml'], '配置文件'],
    [[OLD, OLD, '--assets', ''], '--assets'],
  ])('wrong usage %j: 2', async (argv, text) => {
    const { code, out, err } = await sitecam(['diff', ...argv]);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(text);
  });
});

describe('two folders', () => {
  test('are paired by path; what is only in one was added or removed', async () => {
    const folder = new Folder({
      'old/a.yaml': SMALL_PLAN,
      'old/sub/b.yaml': SMALL_PLAN,
      'old/c.yaml': SMALL_PLAN,
      'new/a.yaml': SMALL_PLAN,
      'new/sub/b.yaml': edited('乙店'),
      'new/d.yaml': SMALL_PLAN,
    });
    const { out } = await folder.run(['diff', 'old', 'new', '-f', 'json']);
    const plans: { path: string; state: string; old: { path: string } | null }[] = JSON.parse(out).plans;
    expect(plans.map(({ path, state }) => [path, state])).toEqual([
      ['new/a.yaml', 'unchanged'],
      ['old/c.yaml', 'removed'],
      ['new/d.yaml', 'added'],
      ['new/sub/b.yaml', 'changed'],
    ]);
  });

  test('exit 3 where one has no plan', async () => {
    const folder = new Folder({ 'old/a.yaml': SMALL_PLAN, 'new/notes.md': 'x' });
    expect((await folder.run(['diff', 'old', 'new'])).code).toBe(3);
  });

  test('each plan has the configuration of its own folder, and that is an edit', async () => {
    const folder = new Folder({
      'old/a.yaml': SMALL_PLAN,
      'new/a.yaml': SMALL_PLAN,
      'new/sitecam.config.yaml': 'parameters: {nearRadius: 9}\nrules: {coverage/protected: warning}\n',
    });
    const { out } = await folder.run(['diff', 'old', 'new', '-f', 'json']);
    const [{ edits }]: { edits: { path: string }[] }[] = JSON.parse(out).plans;
    expect(edits.map(({ path }) => path)).toEqual(['parameters.nearRadius', 'rules.coverage/protected']);
  });
});

describe.runIf(hasGit)('--since', () => {
  const FILES = {
    'sites/a.yaml': SMALL_PLAN,
    'sites/b.yaml': SMALL_PLAN,
    'm/plan.yaml': planOf('floor1.geojson'),
    'm/floor1.geojson': GEOMETRY,
  };

  function repository(): Folder {
    const folder = new Folder(FILES);
    folder.git('init', '-q');
    folder.commit();
    return folder;
  }

  const states = (out: string) =>
    JSON.parse(out).plans.map(({ path, state }: { path: string; state: string }) => [path, state]);

  test('compares what changed with what it was, files that plans refer to included', async () => {
    const folder = repository();
    folder.write({
      'sites/b.yaml': edited('乙店'),
      'sites/new.yaml': SMALL_PLAN,
      'm/floor1.geojson': GEOMETRY.replace('[]', `[${ROOM}]`),
    });
    folder.git('rm', '-q', 'sites/a.yaml');
    const { out } = await folder.run(['diff', '--since', 'HEAD', '-f', 'json']);
    expect(states(out)).toEqual([
      ['m/plan.yaml', 'changed'],
      ['sites/a.yaml', 'removed'],
      ['sites/b.yaml', 'changed'],
      ['sites/new.yaml', 'added'],
    ]);
    expect(JSON.parse(out).since).toEqual({ revision: 'HEAD', unchanged: 0 });
    const inside = await folder.run(['diff', '--since=HEAD', 'b.yaml', '-f', 'json'], { at: 'sites' });
    expect(states(inside.out)).toEqual([['b.yaml', 'changed']]);
    expect(JSON.parse(inside.out).plans[0]).toMatchObject({
      old: { revision: 'HEAD', site: '小店' },
      new: { revision: null, site: '乙店' },
    });
  });

  test('since where this branch left the other one', async () => {
    const folder = repository();
    folder.git('branch', 'other');
    folder.git('checkout', '-q', 'other');
    folder.write({ 'sites/a.yaml': edited('丙店') });
    folder.commit();
    folder.git('checkout', '-q', '-');
    folder.write({ 'sites/b.yaml': edited('乙店') });
    folder.commit();
    const { out } = await folder.run(['diff', '--since', 'other', '-f', 'json']);
    expect(states(out)).toEqual([['sites/b.yaml', 'changed']]);
  });

  test('the configuration that held then holds for what was then', async () => {
    const folder = new Folder({ ...FILES, 'sitecam.config.yaml': 'parameters: {nearRadius: 3}\n' });
    folder.git('init', '-q');
    folder.commit();
    folder.write({ 'sitecam.config.yaml': 'parameters: {nearRadius: 9}\n' });
    const { out } = await folder.run(['diff', '--since', 'HEAD', 'sites/a.yaml', '-f', 'json']);
    expect(JSON.parse(out).plans[0].edits).toMatchObject([{ path: 'parameters.nearRadius', from: 3, to: 9 }]);
  });

  test('nothing changed: 0, and says so; a plan that could not be read then: 3', async () => {
    const folder = repository();
    const same = await folder.run(['diff', '--since', 'HEAD']);
    expect([same.code, same.out]).toEqual([0, '没有须比较的设计图，未作任何比较。\n']);
    folder.write({ 'sites/b.yaml': 'sitecam: [' });
    folder.commit();
    folder.write({ 'sites/b.yaml': SMALL_PLAN });
    const broken = await folder.run(['diff', '--since', 'HEAD']);
    expect(broken.code).toBe(3);
    expect(broken.out).toContain('原图无法读取');
  });

  test('wrong usage is said of this option', async () => {
    const folder = repository();
    for (const argv of [
      ['--since', 'nowhere'],
      ['--since', 'sites'],
      ['--since', 'HEAD', '-'],
    ]) {
      const { code, err } = await folder.run(['diff', ...argv]);
      expect(code).toBe(2);
      expect(err).toContain('--since');
    }
    // What the user wrote stands as it was written.
    const named = await folder.run(['diff', '--since', 'x--changed']);
    expect(named.err).toContain('--since：git 版本“x--changed”不存在');
    const folded = await folder.run(['diff', '--since', 'sites', '--lang', 'en']);
    expect(folded.err).toContain('To compare what changed in it, say --since=HEAD sites');
    const outside = new Folder({ 'a.yaml': SMALL_PLAN });
    const { code, err } = await outside.run(['diff', '--since', 'HEAD']);
    expect(code).toBe(2);
    expect(err).toContain('--since');
  });
});

test('one edit is counted as one', async () => {
  const plan =
    'sitecam: 1\nsite: {name: inn, categories: [hotel], region: "150102"}\nlevels: [{id: F1, ceiling: 3, zones: [{id: hall, kind: corridor, name: Hall, rect: [0, 0, 12, 2]}]}]\n';
  const given = { 'old.yaml': plan, 'new.yaml': plan.replace('name: Hall', 'name: Passage') };
  expect((await sitecam(['diff', 'old.yaml', 'new.yaml', '--lang', 'en'], { given })).out).toContain('1 edit: zones');
});
