import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { selectPlans } from '../../../src/host/plans/select.js';
import { Folder, GEOMETRY, planOf, SMALL_PLAN } from '../../support/folder.js';

const OTHER = '[]';

describe('a reviewer', () => {
  test('is shown what .gitignore leaves out and hidden folders hold', async () => {
    const files = { '.gitignore': 'a.yaml', 'a.yaml': SMALL_PLAN, '.b/b.yaml': SMALL_PLAN, 'c.yaml': SMALL_PLAN };
    const folder = new Folder(files);
    expect(await folder.linted([])).toEqual(['c.yaml']);
    expect(await folder.linted(['--as', 'reviewer'])).toEqual(['.b/b.yaml', 'a.yaml', 'c.yaml']);
  });
});

describe('a named file', () => {
  test('is linted though .gitignore names it, whatever its ending', async () => {
    const folder = new Folder({ '.gitignore': '*', 'a.yaml': SMALL_PLAN, 'b.txt': SMALL_PLAN });
    expect(await folder.linted(['b.txt', 'a.yaml'])).toEqual(['a.yaml', 'b.txt']);
  });

  test('alone needs no folder to be looked into', async () => {
    const folder = new Folder({ 'a.yaml': SMALL_PLAN });
    const { code } = await folder.run(['a.yaml'], {
      change: (io) => ({
        ...io,
        list: () => expect.fail('looked into a folder'),
        peek: () => expect.fail('looked at a file'),
        git: () => expect.fail('ran git'),
      }),
    });
    expect(code).toBe(1);
  });

  test('is linted once, whatever path or link names it, under the name that is no link', async () => {
    const folder = new Folder({ 'sites/a.yaml': SMALL_PLAN });
    symlinkSync(folder.at('sites/a.yaml'), folder.at('0-link.yaml'));
    symlinkSync(folder.at('sites/a.yaml'), folder.at('z-link.yaml'));
    symlinkSync(folder.at('sites'), folder.at('elsewhere'));
    const argv = [
      'z-link.yaml',
      '0-link.yaml',
      'elsewhere/a.yaml',
      'sites/../sites/a.yaml',
      folder.at('sites/a.yaml'),
      'sites',
    ];
    expect(await folder.linted(argv)).toEqual(['sites/a.yaml']);
    expect(await folder.linted(['0-link.yaml'])).toEqual(['0-link.yaml']);
  });

  test.each([
    ['line\nbreak.yaml'],
    ['two  spaces.yaml'],
    ['青城宾馆 一层.yaml'],
    ['-dash.yaml'],
    ['plan[1].yaml'],
    ['all*.yaml'],
    ['{a,b}.yaml'],
    ['back\\slash.yaml'],
    ['!not.yaml'],
  ])('may be called %j, and is found in its folder too', async (name) => {
    const folder = new Folder({ [name]: SMALL_PLAN, 'plan1.yaml': SMALL_PLAN, 'a.yaml': SMALL_PLAN });
    expect(await folder.linted(['--', name])).toEqual([name]);
    expect(await folder.linted([])).toContain(name);
    const { code } = await folder.run(['lint', '--', name]);
    expect(code).toBe(1);
  });

  test('that does not exist is exit 3 with the nearest name, and the others are linted', async () => {
    const folder = new Folder({ 'sites/hotel.yaml': SMALL_PLAN, 'b.yaml': SMALL_PLAN });
    const zh = await folder.run(['lint', 'sites/hotle.yaml', 'b.yaml', '--fail-on', 'never']);
    expect(zh.code).toBe(3);
    expect(zh.out).toContain('文件“sites/hotle.yaml”不存在（是否应为“sites/hotel.yaml”？）。');
    expect(zh.out).toContain('场所：“小店”  b.yaml');
    const en = await folder.run(['lint', 'site/hotel.yaml', '--lang', 'en']);
    expect(en.code).toBe(3);
    expect(en.out).toContain("The file 'site/hotel.yaml' does not exist (did you mean 'sites/hotel.yaml'?).");
    const far = await folder.run(['lint', 'museum.yaml']);
    expect(far.out).toContain('文件“museum.yaml”不存在。');
  });

  test('that is a pipe is not waited for', async () => {
    const folder = new Folder();
    execFileSync('mkfifo', [folder.at('pipe.yaml')]);
    const { code, out } = await folder.run(['lint', 'pipe.yaml']);
    expect(code).toBe(3);
    expect(out).toContain('“pipe.yaml”不是普通文件');
    const whole = await folder.run(['lint', '.']);
    expect(whole.out).toContain('文件夹“.”及其下级文件夹中没有设计图');
  });
});

describe('a folder', () => {
  test('gives every plan below it in the order of code units, whatever the order of arguments', async () => {
    const folder = new Folder({
      'sites/b.yml': SMALL_PLAN,
      'sites/a/z.YAML': SMALL_PLAN,
      'sites/B.json': '{"sitecam": 1, "site": {}, "levels": []}',
      'sites/c.geojson': '{"type": "FeatureCollection", "features": [], "sitecam": {"version": 1, "site": {}}}',
      'top.yaml': SMALL_PLAN,
    });
    const all = ['sites/B.json', 'sites/a/z.YAML', 'sites/b.yml', 'sites/c.geojson', 'top.yaml'];
    expect(await folder.linted(['top.yaml', 'sites'])).toEqual(all);
    expect(await folder.linted(['./sites/', 'top.yaml'])).toEqual(all);
    expect(await folder.linted([])).toEqual(all);
    expect(await folder.linted([folder.path])).toEqual(all);
    expect(await folder.linted(['../sites'], { at: 'sites' })).toEqual(['B.json', 'a/z.YAML', 'b.yml', 'c.geojson']);
  });

  test('leaves out what is no plan, and says how much; --verbose names it', async () => {
    const folder = new Folder({
      'a.yaml': SMALL_PLAN,
      'ci.yml': 'name: ci\non: push\n',
      'package.json': '{"name": "x"}',
      'notes.md': '# 图',
      'sitecam.config.yaml': 'rules: {}\n',
      'sitecam.waivers.yaml': 'waivers: []\n',
      'accepted.baseline.json': '{"sitecam": 1}',
    });
    const brief = await folder.run(['lint', '.', '--fail-on', 'never']);
    expect(brief.err).toBe('sitecam：另有2个文件不是设计图，未审查（加 --verbose 列出）。\n');
    expect(brief.code).toBe(0);
    const long = await folder.run(['lint', '.', '--verbose', '--lang', 'en']);
    expect(long.err).toBe('sitecam: 2 other files are no plans and were not linted:\n  ci.yml\n  package.json\n');
    expect(await folder.linted([])).toEqual(['a.yaml']);
  });

  test("gives plans, not the geometry they refer to: that isn't counted as passed over either", async () => {
    const folder = new Folder({
      'site/plan.yaml': planOf('一层 平面.geojson'),
      'site/flow.yaml': planOf('"parts/\\u4e8c.geojson"'),
      'site/一层 平面.geojson': GEOMETRY,
      'site/parts/二.geojson': GEOMETRY.replace(']', ''),
    });
    const { err } = await folder.run(['lint', 'site']);
    expect(err).toBe('');
    const plans = ['site/flow.yaml', 'site/plan.yaml'];
    expect(await folder.linted(['site'])).toEqual(plans);
    // As a shell expands site/*.
    expect(await folder.linted(['site/一层 平面.geojson', 'site/plan.yaml', 'site/flow.yaml'])).toEqual(plans);
    expect(await folder.linted(['site/一层 平面.geojson'])).toEqual(['site/一层 平面.geojson']);
  });

  test('skips node_modules, hidden folders and what .gitignore names', async () => {
    const folder = new Folder({
      'sites/.gitignore': 'drafts/\n*.tmp.yaml\n!kept.tmp.yaml\n',
      'sites/a.yaml': SMALL_PLAN,
      'sites/x.tmp.yaml': SMALL_PLAN,
      'sites/kept.tmp.yaml': SMALL_PLAN,
      'sites/drafts/a.yaml': SMALL_PLAN,
      'sites/node_modules/m/plan.yaml': SMALL_PLAN,
      'sites/.hidden/plan.yaml': SMALL_PLAN,
    });
    expect(await folder.linted(['sites'])).toEqual(['sites/a.yaml', 'sites/kept.tmp.yaml']);
    expect(await folder.linted(['sites/drafts'])).toEqual(['sites/drafts/a.yaml']);
    expect(await folder.linted(['sites/.hidden'])).toEqual(['sites/.hidden/plan.yaml']);
  });

  test('never follows links out of it or round in circles', async () => {
    const folder = new Folder({ 'sites/a.yaml': SMALL_PLAN, 'outside/b.yaml': SMALL_PLAN });
    symlinkSync(folder.at('outside'), folder.at('sites/out'));
    symlinkSync(folder.at('sites'), folder.at('sites/round'));
    symlinkSync(folder.at('outside/b.yaml'), folder.at('sites/b.yaml'));
    symlinkSync(folder.at('sites/a.yaml'), folder.at('sites/0.yaml'));
    expect(await folder.linted(['sites'])).toEqual(['sites/a.yaml']);
    const { err } = await folder.run(['lint', 'sites', '-v']);
    expect(err).toBe(
      'sitecam：1个链接指向所查文件夹之外或者不予查找之处，未审查；需要的请直接写出其名称：\n  sites/b.yaml\n',
    );
  });

  test('without a plan is exit 3, and says where it looked', async () => {
    const folder = new Folder({ 'ci.yml': 'on: push' });
    mkdirSync(folder.at('empty'));
    const empty = await folder.run(['lint', 'empty']);
    expect(empty.code).toBe(3);
    expect(empty.out).toContain('文件夹“empty”及其下级文件夹中没有设计图：没有.yaml、.yml、.json、.geojson文件');
    const here = await folder.run(['lint', '--lang', 'en']);
    expect(here.code).toBe(3);
    expect(here.out).toContain("No plan in the folder '.' and those below it: 1 file was looked at");
  });

  test('that cannot be read is exit 3: what is in it is not known', async () => {
    const folder = new Folder({ 'sites/a.yaml': SMALL_PLAN, 'sites/locked/b.yaml': SMALL_PLAN });
    const { code, out } = await folder.run(['lint', 'sites', '--fail-on', 'never'], {
      change: (io) => ({ ...io, list: (path) => (path.endsWith('locked') ? undefined : io.list(path)) }),
    });
    expect(code).toBe(3);
    expect(out).toContain('文件夹“sites/locked”不能读取');
    expect(out).toContain('sites/a.yaml');
  });

  test('a report from the last run in it is no plan, and may be written again', async () => {
    const folder = new Folder({ 'a.yaml': SMALL_PLAN });
    for (const _ of [1, 2]) {
      const { code, err } = await folder.run(['lint', '.', '-f', 'json=report.json', '--fail-on', 'never']);
      expect([code, err.replace(/.*不是设计图.*\n/, '')]).toEqual([0, '']);
    }
    expect(await folder.linted([])).toEqual(['a.yaml']);
  });
});

describe('a pattern', () => {
  const files = {
    'sites/a.yaml': SMALL_PLAN,
    'sites/b.yml': SMALL_PLAN,
    'sites/deep/c.yaml': SMALL_PLAN,
    'sites/deep/list.yaml': '- 1\n',
    'sites/deep/sitecam.config.yaml': 'rules: {}',
    'sites/notes.txt': 'x',
    'sites/.hidden/d.yaml': SMALL_PLAN,
    'build/e.yaml': SMALL_PLAN,
    '.gitignore': 'build/\n',
  };

  test.each([
    [['sites/*.yaml'], ['sites/a.yaml']],
    [['sites/*.{yaml,yml}'], ['sites/a.yaml', 'sites/b.yml']],
    [['**/[ac].yaml'], ['sites/a.yaml', 'sites/deep/c.yaml']],
    [['sites/**/*.yaml'], ['sites/a.yaml', 'sites/deep/c.yaml', 'sites/deep/list.yaml']],
    [['./sites/deep/c.*'], ['sites/deep/c.yaml']],
    [['**/*.yml', 'sites/b.yml'], ['sites/b.yml']],
    [['{sites/deep,build}/c.yaml'], ['sites/deep/c.yaml']],
    [['**/.hidden/*.yaml'], ['sites/.hidden/d.yaml']],
    [['sites/.hidden/*'], ['sites/.hidden/d.yaml']],
    [['build/*.yaml'], ['build/e.yaml']],
    [['sites/*'], ['sites/a.yaml', 'sites/b.yml', 'sites/deep/c.yaml']],
    [['*es'], ['sites/a.yaml', 'sites/b.yml', 'sites/deep/c.yaml']],
  ])('%j gives %j', async (argv, plans) => {
    expect(await new Folder(files).linted(argv)).toEqual(plans);
  });

  test('of stars upon stars ends; one that is refused says what is allowed', async () => {
    const folder = new Folder({ [`${'a'.repeat(240)}.yaml`]: SMALL_PLAN, 'b.yaml': SMALL_PLAN });
    const stars = await folder.run(['lint', `${'*a'.repeat(100)}*b.yaml`]);
    expect(stars.code).toBe(3);
    expect(stars.out).toContain('source/no-match');
    for (const pattern of ['(a|a?)+b', '@(a|b).yaml', '{a,b}'.repeat(30), `${'a'.repeat(1001)}*`]) {
      const zh = await folder.run(['lint', pattern]);
      expect([zh.code, zh.out]).toEqual([2, '']);
      expect(zh.err).toContain(`通配符“${pattern}”不能使用：可用 *、?、**、[a-z]、{a,b}`);
      const en = await folder.run(['lint', pattern, '--lang', 'en']);
      expect(en.err).toContain("it may have *, ?, **, [a-z] and {a,b}, never '|'");
    }
    expect((await folder.run(['lint', '(a|a?)+b', '--redact'])).err).not.toContain('a?');
  });

  test('a .gitignore of stars upon stars ends, and holds', async () => {
    const folder = new Folder({
      [`${'a'.repeat(240)}.yaml`]: SMALL_PLAN,
      'b.yaml': SMALL_PLAN,
      '.gitignore': `${'*a'.repeat(100)}*b.yaml\n${'**/*a/'.repeat(60)}b\n${'['.repeat(3000)}\n(b|b?)+.yaml\n`,
    });
    expect(await folder.linted([])).toEqual([`${'a'.repeat(240)}.yaml`, 'b.yaml']);
    folder.write({ '.gitignore': `${'*a'.repeat(100)}*.yaml\n` });
    expect(await folder.linted([])).toEqual(['b.yaml']);
  });

  test('may start above or at the root', async () => {
    const folder = new Folder(files);
    expect(await folder.linted(['../*.yaml'], { at: 'sites/deep' })).toEqual(['../a.yaml']);
    expect(await folder.linted([`${folder.path}/sites/*.yaml`])).toEqual(['sites/a.yaml']);
  });

  test('takes folders that are really called so as they are', async () => {
    const folder = new Folder({ 'site[1]/a.yaml': SMALL_PLAN, 'site1/b.yaml': SMALL_PLAN });
    expect(await folder.linted(['site[1]/*.yaml'])).toEqual(['site[1]/a.yaml']);
  });

  test.each([
    ['**/*.toml', '没有与“**/*.toml”相符的设计图：在当前文件夹中查找过'],
    ['site/*.yaml', '没有与“site/*.yaml”相符的设计图：文件夹“site”不存在（是否应为“sites”？）。'],
    ['sites/*.txt', '没有与“sites/*.txt”相符的设计图：相符的1个文件都不是.yaml、.yml、.json、.geojson'],
    ['**/build/*.yaml', '没有与“**/build/*.yaml”相符的设计图：在当前文件夹中查找过（.gitignore所列'],
  ])('%s matches nothing: exit 3, said in the report, and the others are linted', async (pattern, phrase) => {
    const { code, out } = await new Folder(files).run(['lint', pattern, 'sites/a.yaml', '--fail-on', 'never']);
    expect(code).toBe(3);
    expect(out).toContain(phrase);
    expect(out).toContain('场所：“小店”  sites/a.yaml');
  });

  test('leaves geometry alone', async () => {
    const folder = new Folder({
      'm/plan.yaml': planOf('f.geojson'),
      'm/f.geojson': GEOMETRY,
      'm/other.geojson': GEOMETRY,
    });
    expect(await folder.linted(['m/*'])).toEqual(['m/plan.yaml']);
    const { err } = await folder.run(['lint', '**/*.{yaml,geojson}', '-v']);
    expect(err).toBe('sitecam：另有1个文件不是设计图，未审查：\n  m/other.geojson\n');
  });
});

describe("sitecam's own files", () => {
  test('are passed over where a shell names them among plans; alone they are no plan', async () => {
    const folder = new Folder({ 'a.yaml': SMALL_PLAN, 'sitecam.waivers.yaml': 'waivers: []' });
    const both = await folder.run(['lint', 'a.yaml', 'sitecam.waivers.yaml', '--fail-on', 'never']);
    expect(both.code).toBe(0);
    expect(both.err).toBe(
      'sitecam：1个文件是sitecam自己的（配置、例外说明、比对基准），不作为设计图审查（加 --verbose 列出）。\n',
    );
    const alone = await folder.run(['lint', 'sitecam.waivers.yaml']);
    expect(alone.code).toBe(3);
    expect(alone.out).toContain('不是设计图');
  });
});

describe('standard input', () => {
  test('has the name, the folder and the format of --stdin-filename', async () => {
    const folder = new Folder({ 'm/f.geojson': GEOMETRY });
    const argv = ['lint', '-', '--stdin-filename', './m/new.yaml', '--lang', 'en'];
    const yaml = await folder.run(argv, { stdin: planOf('f.geojson').replace('museum', 'musem') });
    expect(yaml.out).toMatch(/m\/new\.yaml\n[\s\S]*\n +2:30 .*musem/);
    expect(yaml.out).not.toContain('source/missing');
    const json = await folder.run(['lint', '-', '--stdin-filename', 'x.json'], { stdin: '{"sitecam": 1' });
    expect(json.out).toContain('x.json:1:14  source/json-end');
    expect(await folder.linted(['-'], { stdin: SMALL_PLAN })).toEqual(['stdin.yaml']);
  });

  test('stands for the file of its name, as an editor has it unsaved', async () => {
    const folder = new Folder({ 'a.yaml': SMALL_PLAN, 'b.yaml': SMALL_PLAN });
    const argv = ['lint', '.', '-', '--stdin-filename', 'a.yaml', '--fail-on', 'never'];
    const { out } = await folder.run(argv, { stdin: SMALL_PLAN.replace('小店', '未保存') });
    expect(out).toContain('场所：“未保存”  a.yaml');
    expect(out.match(/场所：/g)).toHaveLength(2);
  });

  test.each([
    [['lint', 'a.yaml', '--stdin-filename', 'b.yaml'], '--stdin-filename 只在设计图写“-”'],
    [['lint', '-', '--stdin-filename', ''], '应为文件名'],
    [['lint', '-', '--stdin-filename', 'sites/'], '应为文件名'],
    [['lint', ''], '名称为空'],
  ])('%j is wrong usage', async (argv, phrase) => {
    const { code, err } = await new Folder({ 'a.yaml': SMALL_PLAN }).run(argv, { stdin: SMALL_PLAN });
    expect(code).toBe(2);
    expect(err).toContain(phrase);
  });

  test('that cannot be read is exit 3', async () => {
    const { code, out } = await new Folder().run(['lint', '-']);
    expect([code, out.includes('标准输入不能读取')]).toEqual([3, true]);
  });
});

describe('without a plan named', () => {
  test('`sitecam lint` lints the current folder, `sitecam` alone is no pass', async () => {
    const folder = new Folder({ 'a.yaml': SMALL_PLAN });
    expect((await folder.run(['lint', '--fail-on', 'never'])).code).toBe(0);
    for (const argv of [[], ['--lang', 'en'], ['-f', 'sarif']]) {
      const { code, err, out } = await folder.run(argv);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/sitecam lint(。|\.)\n$/);
    }
  });
});

describe('--shard', () => {
  const files = Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`p${n}.yaml`, SMALL_PLAN]));

  test('gives every plan to one shard, evenly', async () => {
    const folder = new Folder(files);
    const shards: string[][] = [];
    for (const index of [1, 2, 3, 4]) shards.push(await folder.linted(['.', '--shard', `${index}/4`]));
    expect(shards.map(({ length }) => length)).toEqual([3, 3, 3, 2]);
    expect(shards.flat().sort()).toEqual(Object.keys(files).sort());
    expect(await folder.linted(['p9.yaml', 'p10.yaml', 'p1.yaml', '--shard', '2/2'])).toEqual(['p10.yaml']);
  });

  test('what gives no plan falls to one shard too, so that shards together say what one run says', async () => {
    const folder = new Folder({ 'p.yaml': SMALL_PLAN });
    const argv = ['lint', 'none/*.yaml', 'p.yaml', '--fail-on', 'never', '--shard'];
    const codes = [];
    for (const shard of ['1/2', '2/2']) codes.push((await folder.run([...argv, shard])).code);
    expect(codes).toEqual([3, 0]);
  });

  test('an empty one is no fault, says so and writes its reports', async () => {
    const folder = new Folder({ 'p.yaml': SMALL_PLAN });
    const argv = ['lint', 'p.yaml', '--shard', '2/2', '-f', 'terminal'];
    const ran = await folder.run([...argv, '-f', 'sarif=r.sarif', '-f', 'junit=r.xml', '-f', 'markdown=r.md']);
    expect(ran).toEqual({ code: 0, out: '', err: 'sitecam：第2片（共2片）：没有分到设计图，全部2片合计1份。\n' });
    const sarif: { runs: { results: unknown[] }[] } = JSON.parse(
      (await folder.run([...argv.slice(0, 4), '-f', 'sarif'])).out,
    );
    expect(sarif.runs[0].results).toEqual([]);
    expect(folder.read('r.xml')).toContain('tests="0"');
    expect(folder.read('r.md')).toBe('本次没有须审查的设计图，未作任何判定。\n');
  });

  test.each(['0/2', '3/2', '1', 'a/b', '1/0', '-1/2', '1/2/3', '1.5/2', ''])('%j is wrong usage', async (shard) => {
    const { code, err } = await new Folder(files).run(['lint', '.', `--shard=${shard}`]);
    expect(code).toBe(2);
    expect(err).toContain('例如 --shard 2/8');
  });
});

test('findPlans is what other commands ask too', async () => {
  const folder = new Folder({ 'a.yaml': SMALL_PLAN, 'x.yml': OTHER });
  const found = await selectPlans(['.'], {}, folder.io({ out: '', err: '' }));
  expect(found).toMatchObject({ plans: [{ path: 'a.yaml' }], passedOver: [{ path: 'x.yml', why: 'not-a-plan' }] });
});
