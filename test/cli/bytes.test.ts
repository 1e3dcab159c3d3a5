import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REPORT_FORMATS } from '../../src/report/formats.gen.js';
import { built } from '../host/batch/bundle.js';

/** The machines it runs on: their languages, their time zones, and where the plans lie on them. */
const MACHINES = [
  { folder: '甲', env: { LANG: 'zh_CN.UTF-8', TZ: 'Asia/Shanghai' } },
  { folder: 'b/b b', env: { LANG: 'de_DE.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'America/St_Johns', NO_COLOR: '1' } },
  { folder: 'c', env: { LC_ALL: 'C', TZ: 'Pacific/Kiritimati', FORCE_COLOR: '3', COLUMNS: '40', TERM: 'xterm-kitty' } },
] as const;

const PLANS = [
  'sites/qingcheng-hotel/violations.yaml',
  'sites/museum/violations.yaml',
  'sites/residential-compound/violations.geojson',
  'hostile.yaml',
  'broken.yaml',
];

let root: string;
beforeAll(async () => {
  ({ root } = await built());
}, 60_000);
afterAll(() => rmSync(root, { recursive: true }));

/** Every file that a run writes, by name. */
function written(folder: string, env: Readonly<Record<string, string>>, lang: string): Map<string, string> {
  const place = join(root, lang, folder);
  const plans = join(place, 'plans');
  mkdirSync(join(place, 'out'), { recursive: true });
  cpSync('fixtures/sites', join(plans, 'sites'), { recursive: true });
  cpSync('test/support/hostile.yaml', join(plans, 'hostile.yaml'));
  writeFileSync(join(plans, 'broken.yaml'), 'sitecam: 1\nsite: {nam: x}\nlevels: [\n');
  const outputs = REPORT_FORMATS.flatMap((format) => ['-f', `${format}=out/${format}`]);
  const argv = [
    'lint',
    ...PLANS.map((plan) => `plans/${plan}`),
    ...outputs,
    '--today',
    '2026-11-24',
    '--assets',
    'out/assets',
  ];
  const node = [join(root, 'run.mjs'), ...argv, '--lang', lang, '--fail-on', 'never'];
  try {
    execFileSync(process.execPath, node, { cwd: place, env, stdio: 'pipe', encoding: 'utf8' });
  } catch (error) {
    // One of the plans can't be read, and it says so.
    expect(error).toMatchObject({ status: 3, stderr: '' });
  }
  const files = readdirSync(join(place, 'out'), { recursive: true, withFileTypes: true }).filter((file) =>
    file.isFile(),
  );
  return new Map(files.map(({ name, parentPath }) => [name, readFileSync(join(parentPath, name), 'utf8')]));
}

describe.each(['zh-CN', 'en'])('in %s', (lang) => {
  test('files are the same, byte for byte, whatever the machine, its language, its hour and the folder', () => {
    // What English differs in isn't what machines differ in: two are enough.
    const machines = lang === 'en' ? MACHINES.slice(0, 2) : MACHINES;
    const [first, ...others] = machines.map(({ folder, env }) => written(folder, env, lang));
    const reports = [...first.keys()].filter((name) => !name.endsWith('.svg'));
    expect(reports.sort()).toEqual([...REPORT_FORMATS].sort());
    expect(first.size).toBeGreaterThan(reports.length);
    for (const other of others) {
      for (const [name, text] of first) expect(other.get(name) === text, name).toBe(true);
    }
    for (const [name, text] of first) {
      expect(text.length, name).toBeGreaterThan(0);
      expect(text, name).not.toContain(root);
    }
  });
});
