import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { jobOptionsOf, lintOptionsOf } from '../../../src/host/batch/job.js';
import { packNamed } from '../../../src/host/config/packs.js';
import { processIo } from '../../../src/host/io.js';
import { Folder } from '../../support/folder.js';
import { sitecam } from '../../support/io.js';

const DEMO = 'fixtures/packs/demo.yaml';
const TEXT = readFileSync(DEMO, 'utf8');
const HOTEL = 'fixtures/sites/qingcheng-hotel/plan.yaml';
const PLAN = readFileSync(HOTEL, 'utf8');

function lint(given: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  return sitecam(['lint', 'p/plan.yaml', '--no-color', ...argv], {
    given: { 'p/plan.yaml': PLAN, ...given },
    columns: 1000,
  });
}

describe('--pack names a file', () => {
  test('beside packs of ours: its verdicts, its clauses, its hash', async () => {
    const { code, out } = await lint({}, '--pack', 'nm-2017', '--pack', DEMO, '-f', 'markdown');
    expect(code).toBe(1);
    expect(out).toContain('图中载明保存30日，少于示例规定第五条要求的六十日');
    expect(out).toMatch(/法规数据包文件“fixtures\/packs\/demo\.yaml”（SHA-256，非本工具自带） \| [0-9a-f]{64}/);
  });

  test('alone: another city isn’t governed, and the command line may still say so', async () => {
    const { code, out } = await lint({}, '--only-packs', DEMO);
    expect(code).toBe(1);
    expect(out).toContain('示例市公共安全视频管理规定（虚构文本）');
    expect(out).not.toContain('第九条第二款');
  });

  test('what is wrong is told with file, line and column; nothing is linted', async () => {
    const broken = TEXT.replace('token: lobby', 'token: loby');
    const { code, out, err } = await lint({ 'q/law.yaml': broken }, '--pack', 'q/law.yaml');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^法规数据包不能使用（1处错误），未作任何审查。/);
    expect(err).toMatch(/q\/law\.yaml:\d+:\d+ {2}pack\/unknown-token/);
    expect(err).toContain('“loby”不是区域类型、用途');
    const english = await lint({ 'q/law.yaml': broken }, '--pack', 'q/law.yaml', '--lang', 'en');
    expect(english.err).toContain("The law pack can't be used (1 fault); nothing was linted.");
  });

  test('a folder, or a file without an ending, is named by ./ from its own folder, in a configuration too', async () => {
    const files = { 'law/pack.yaml': TEXT, law2: TEXT, 'plan.yaml': PLAN };
    for (const name of ['./law', './law2']) {
      const folder = new Folder(files);
      expect((await folder.run(['lint', 'plan.yaml', '--pack', name])).out).toContain('示例市公共安全视频管理规定');
      folder.write({ 'sitecam.config.yaml': `packs: [nm-2017, ${name}]\n` });
      expect((await folder.run(['lint', 'plan.yaml'])).out).toContain('nm-2017+demo-2026');
    }
  });

  test('one that isn’t there, an id that is none', async () => {
    expect((await lint({}, '--pack', './none.json')).err).toContain('none.json”不存在或者不能读取。');
    const { code, err } = await lint({}, '--pack', 'nm-2018');
    expect([code, err.includes('nm-2017')]).toEqual([2, true]);
    const folder = await lint({}, '--pack', 'fixtures');
    expect([folder.code, folder.err.includes('--pack ./fixtures')]).toEqual([2, true]);
  });

  test('more than the limit is refused', async () => {
    const { code, err } = await lint({}, '--pack', DEMO, '--limit', 'bytes=1k');
    expect([code, err.includes('1 KiB') || err.includes('1024')]).toEqual([2, true]);
  });
});

describe('a configuration names packs', () => {
  test('by their paths from where it stands, several mixed with ours', async () => {
    const given = { 'p/sitecam.config.yaml': 'packs: [nm-2017, law/demo.yaml]\n', 'p/law/demo.yaml': TEXT };
    const { out } = await lint(given);
    expect(out).toContain('nm-2017+demo-2026');
  });

  test('one that can’t be used is in a log with its reason', async () => {
    const given = { 'p/sitecam.config.yaml': 'packs: demo.yaml\n', 'p/demo.yaml': '[]\n' };
    const { code, written } = await lint(given, '-f', 'sarif=log.sarif');
    expect([code, written.get('log.sarif')?.includes('法规数据包应为一组键和值')]).toEqual([2, true]);
  });

  test('an id that is none is told at its place', async () => {
    const { code, out } = await lint({ 'p/sitecam.config.yaml': 'packs: [nm-2017, nm-2071]\n' });
    expect(code).toBe(2);
    expect(out).toMatch(/p\/sitecam\.config\.yaml:1:\d+ {2}config\/unknown-pack/);
    expect(out).toContain('是否应为“nm-2017”');
  });

  test('a profile may speak of zones that such a pack adds', async () => {
    const given = {
      'p/sitecam.config.yaml':
        'packs: [nm-2017, demo.yaml]\nprofile: a\nprofiles: {a: [{zones: [emergency-exit], fraction: 0.5, level: detect}]}\n',
      'p/demo.yaml': TEXT,
    };
    expect((await lint(given)).code).not.toBe(2);
    const without = { ...given, 'p/sitecam.config.yaml': given['p/sitecam.config.yaml'].replace(', demo.yaml', '') };
    expect((await lint(without)).out).toContain('config/unknown-zone');
  });
});

test('a reviewer takes no pack from the folder of the plan', async () => {
  const { code, err } = await lint({ 'p/law.yaml': TEXT }, '--as', 'reviewer', '--pack', 'p/law.yaml');
  expect(code).toBe(2);
  expect(err).toContain('审查人模式不采纳设计图所在文件夹中的文件：--pack “p/law.yaml”');
});

test('a reviewer takes none in place of those in force either', async () => {
  for (const argv of [
    ['--only-packs', 'p/law.yaml'],
    ['--config', 'p/own.yaml'],
  ]) {
    const { code, err } = await lint(
      { 'p/law.yaml': TEXT, 'p/own.yaml': 'onlyPacks: law.yaml\n' },
      ...['--as', 'reviewer', ...argv],
    );
    expect(code).toBe(2);
    expect(err).toContain(`审查人模式不采纳设计图所在文件夹中的文件：${argv[0]} “${argv[1]}”`);
  }
});

test('explain and rules know it', async () => {
  const { out } = await sitecam(['explain', 'demo-2026/5', '--pack', DEMO]);
  expect(out).toContain('视频监控资料应当保存不少于六十日。');
  expect(out).toContain('project/requirement');
  const rules = await sitecam(['rules', '--only-packs', DEMO]);
  expect(rules.out).toMatch(/project\/requirement .*第五条/);
  expect(rules.out).not.toContain('capture/');
  expect((await sitecam(['rules', '--pack', DEMO])).out).toContain('capture/');
});

test('crosses threads as data, and is the same pack on the other side', () => {
  const pack = packNamed(['nm-2017', DEMO], processIo(), undefined);
  const options = jobOptionsOf({ pack, today: '2026-06-30' }, { verify: false, fixes: false });
  expect(lintOptionsOf(structuredClone(options)).pack).toEqual(pack);
});
