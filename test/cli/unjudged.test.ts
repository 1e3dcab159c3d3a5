// Several plans of which some can't be judged on their terms: the others are, and no format reads as a pass.

import { readFileSync, rmSync } from 'node:fs';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REPORT_FORMATS } from '../../src/report/formats.gen.js';
import { type Built, built } from '../host/batch/bundle.js';
import { Folder, SMALL_PLAN } from '../support/folder.js';

const FOREIGN = SMALL_PLAN.replace('150102', '810000');
const BROKEN = { 'sitecam.config.yaml': 'fialOn: error\n' };

/** Three plans: two that are judged, one of another region between them. */
const THREE = { 'a.yaml': SMALL_PLAN, 'b.yaml': FOREIGN, 'c.yaml': SMALL_PLAN };

/** Two plans beside a broken configuration, one apart. */
const SHARED = {
  'a.yaml': SMALL_PLAN,
  'p/b.yaml': SMALL_PLAN,
  'p/q/c.yaml': SMALL_PLAN,
  'p/sitecam.config.yaml': BROKEN['sitecam.config.yaml'],
};

/** How many times a text stands in another. */
function times(text: string, part: string): number {
  return text.split(part).length - 1;
}

const NOT_JUDGED = { 'zh-CN': '不具备审查条件', en: 'ot judged for' };

describe('of three plans one is of another region', () => {
  const alone = (plan: string, format: string, lang: string, folder: Folder) =>
    folder.run(['lint', plan, '-f', format, '--lang', lang]);

  test.each(REPORT_FORMATS.flatMap((format) => (['zh-CN', 'en'] as const).map((lang) => [format, lang] as const)))(
    '%s in %s has the others, and says of it why not; exit code 2',
    async (format, lang) => {
      const folder = new Folder(THREE);
      const { code, out, err } = await folder.run(['lint', 'a.yaml', 'b.yaml', 'c.yaml', '-f', format, '--lang', lang]);
      expect([code, err]).toEqual([2, '']);
      expect(out).toContain('b.yaml');
      if (format === 'schedule') expect(out).toContain(NOT_JUDGED[lang]);
      else expect(out).toContain('810000');
      const { code: own } = await alone('a.yaml', format, lang, folder);
      expect(own).toBe(1);
      // A rule that only a judged plan fails by: both others are there, the schedule has no device of them.
      if (format !== 'schedule') expect(times(out, 'hall')).toBeGreaterThan(1);
      if (format === 'terminal' || format === 'markdown' || format === 'sheet') {
        expect(out.replaceAll(/\n(?! )/g, ' ')).toMatch(
          lang === 'en' ? /3 plans in all \(1 not judged/ : /合计3份设计图（1份不具备审查条件/,
        );
      }
    },
  );

  test('SARIF has it among the notifications of the configuration, at its line, and the run as not successful', async () => {
    const folder = new Folder(THREE);
    const { out } = await folder.run(['lint', '.', '-f', 'sarif']);
    const [{ invocations, results }] = JSON.parse(out).runs;
    expect(invocations[0].executionSuccessful).toBe(false);
    const [notice] = invocations[0].toolConfigurationNotifications;
    expect(notice).toMatchObject({ level: 'error', properties: { plan: 'b.yaml', plans: ['b.yaml'] } });
    expect(notice.locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'b.yaml' },
      region: { startLine: 2 },
    });
    const plans = new Set(results.map((one: { properties: { plan: string } }) => one.properties.plan));
    expect(plans).toEqual(new Set(['a.yaml', 'c.yaml']));
  });

  test('JSON is of the schema, and tells a fault of the terms from one of the plan', async () => {
    const folder = new Folder({ ...THREE, 'd.yaml': 'sitecam: [\n' });
    const { code, out } = await folder.run(['lint', 'a.yaml', 'b.yaml', 'd.yaml', '-f', 'json']);
    const report = JSON.parse(out);
    const validate = new Ajv({ allowUnionTypes: true }).compile(
      JSON.parse(readFileSync('schemas/report-2.schema.json', 'utf8')),
    );
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(report.plans.map(({ readable, cause }: { readable: boolean; cause?: string }) => [readable, cause])).toEqual(
      [
        [true, undefined],
        [false, 'terms'],
        [false, undefined],
      ],
    );
    expect(code).toBe(3);
  });

  test('--pack says that it is meant all the same', async () => {
    const { code, out } = await new Folder(THREE).run(['lint', '.', '-f', 'json', '--pack', 'nm-2017']);
    expect(code).toBe(1);
    expect(JSON.parse(out).plans.every(({ readable }: { readable: boolean }) => readable)).toBe(true);
  });

  test('--fix writes the others and leaves it alone', async () => {
    const slip = (plan: string) => plan.replace('kind: corridor', 'kind: Corridor');
    const folder = new Folder({ 'a.yaml': slip(SMALL_PLAN), 'b.yaml': slip(FOREIGN), 'c.yaml': slip(SMALL_PLAN) });
    expect((await folder.run(['lint', '.', '--fix'])).code).toBe(2);
    expect([folder.read('a.yaml'), folder.read('c.yaml')]).toEqual([SMALL_PLAN, SMALL_PLAN]);
    expect(folder.read('b.yaml')).toBe(slip(FOREIGN));
  });

  test('sitecam baseline records the others', async () => {
    const folder = new Folder(THREE);
    const { code, err } = await folder.run(['baseline', '.']);
    expect(code).toBe(2);
    expect(err).toContain('810000');
    const { plans } = JSON.parse(folder.read('sitecam.baseline.json'));
    expect(plans.map(({ plan }: { plan: string }) => plan)).toEqual(['a.yaml', 'c.yaml']);
  });

  test.each(['json', 'sarif'])('verify finds a record in %s to be that of these plans', async (format) => {
    const folder = new Folder({ ...THREE, ...SHARED });
    await folder.run(['lint', '.', '-f', `${format}=r.${format}`]);
    const { code, out } = await folder.run(['verify', `r.${format}`, 'a.yaml', 'b.yaml', 'c.yaml', 'p']);
    expect([code, out]).toEqual([0, expect.any(String)]);
  });
});

/** What lies beside a plan and can't be used, and what is said of it. */
const BESIDE: Readonly<Record<string, readonly [Readonly<Record<string, string>>, RegExp]>> = {
  'a configuration': [BROKEN, /p\/sitecam\.config\.yaml:1:1.*\n.*\n.*\n.*fialOn/],
  'a configuration that is no YAML': [{ 'sitecam.config.yaml': 'rules: [\n' }, /p\/sitecam\.config\.yaml:\d/],
  'a configuration under another ending': [{ 'sitecam.config.yml': '{}\n' }, /文件名应为“sitecam\.config\.yaml”/],
  'a configuration that extends nothing': [{ 'sitecam.config.yaml': 'extends: none.yaml\n' }, /none\.yaml/],
  'an unknown pack': [{ 'sitecam.config.yaml': 'packs: nm-2071\n' }, /是否应为“nm-2017”/],
  'a pack that is none': [{ 'sitecam.config.yaml': 'packs: ./own.yaml\n', 'own.yaml': 'id: 1\n' }, /p\/own\.yaml:1/],
  waivers: [{ 'sitecam.waivers.yaml': 'waivers:\n  - {rul: x}\n' }, /p\/sitecam\.waivers\.yaml:2:6/],
  'waivers that a configuration names and nobody has': [
    { 'sitecam.config.yaml': 'waivers: none.yaml\n' },
    /p\/sitecam\.config\.yaml:1.*\n.*\n.*\n.*none\.yaml/,
  ],
  'a baseline that is none': [
    { 'sitecam.config.yaml': 'baseline: base.json\n', 'base.json': '{"plans": []}\n' },
    /p\/base\.json:1:1 {2}baseline\/none/,
  ],
  'a baseline that is not there': [{ 'sitecam.config.yaml': 'baseline: base.json\n' }, /比对基准“p\/base\.json”不存在/],
};

describe('beside two of three plans lies what can’t be used', () => {
  test.each(Object.entries(BESIDE))('%s: told once, with both plans; the third is judged', async (_, [files, said]) => {
    const beside = Object.fromEntries(Object.entries(files).map(([name, text]) => [`p/${name}`, text]));
    const folder = new Folder({ 'a.yaml': SMALL_PLAN, 'p/b.yaml': SMALL_PLAN, 'p/q/c.yaml': SMALL_PLAN, ...beside });
    const { code, out, err } = await folder.run(['lint', 'a.yaml', 'p/b.yaml', 'p/q/c.yaml']);
    expect([code, err]).toEqual([2, '']);
    expect(out).toMatch(said);
    expect(out).toMatch(/有2份设计图不具备审查条件（\d+处错误），未作任何判定。\n {2}p\/b\.yaml\n {2}p\/q\/c\.yaml\n/);
    expect(times(out, '处错误')).toBe(1);
    expect(out).toMatch(/^审查依据：.*\n(?:.*\n)*场所：“小店” {2}a\.yaml\n[\s\S]*\n +3:44 .*coverage\/protected\n/);
    expect(out.replaceAll('\n', '')).toContain('合计3份设计图（2份不具备审查条件');
  });

  test.each([
    ['github', (out: string) => out.split('\n').filter((line) => line.includes('fialOn'))],
    ['gitlab', (out: string) => JSON.parse(out).map(({ description }: { description: string }) => description)],
    [
      'sarif',
      (out: string) => JSON.parse(out).runs[0].invocations[0].toolConfigurationNotifications.map(JSON.stringify),
    ],
  ])('one message in %s, which names them', async (format, messages) => {
    const { out } = await new Folder(SHARED).run(['lint', 'a.yaml', 'p', '-f', format]);
    const said = messages(out).filter((text: string) => text.includes('fialOn'));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('因此有2份设计图未作任何判定：“p/b.yaml”、“p/q/c.yaml”');
  });

  test.each(['markdown', 'html', 'junit', 'sheet', 'sheet-html'])(
    '%s has a part for each, of which the second refers to the first',
    async (format) => {
      const { out: page } = await new Folder(SHARED).run(['lint', 'a.yaml', 'p', '-f', format]);
      const out = page.replaceAll(/<\/?(?:wbr|span|div)[^>]*>/g, '');
      const refers = times(out, '原因与设计图“p/b.yaml”相同');
      expect(refers).toBeGreaterThan(0);
      expect(times(out, '不认识的键“fialOn”')).toBe(refers);
    },
  );

  test('a plan that can’t be read weighs more; one that isn’t there is told as that', async () => {
    const folder = new Folder({ ...SHARED, 'd.yaml': 'sitecam: [\n' });
    expect((await folder.run(['lint', '.'])).code).toBe(3);
    const missing = await folder.run(['lint', 'p/b.yaml', 'p/none.yaml']);
    expect(missing.code).toBe(3);
    expect(missing.out).toContain('文件“p/none.yaml”不存在');
    expect(missing.out).toContain('有1份设计图不具备审查条件');
  });

  test('the command line’s own faults end the run, and nothing is judged', async () => {
    const folder = new Folder({ ...SHARED, 'bad.json': '{}' });
    for (const option of [
      ['--config', 'p/sitecam.config.yaml'],
      ['--waivers', 'none.yaml'],
      ['--baseline', 'bad.json'],
      ['--pack', 'nm-2071'],
    ]) {
      const { code, out, err } = await folder.run(['lint', 'a.yaml', ...option]);
      expect([option, code, out, err === '']).toEqual([option, 2, '', false]);
    }
  });

  test('--since knows a plan by its broken configuration', async () => {
    const folder = new Folder({ ...SHARED, 'p/sitecam.config.yaml': '{}\n' });
    folder.git('init', '-q');
    folder.commit();
    folder.write({ 'p/sitecam.config.yaml': BROKEN['sitecam.config.yaml'] });
    const { code, out } = await folder.run(['lint', '--since']);
    expect(code).toBe(2);
    expect(out).toContain('有2份设计图不具备审查条件');
    expect(out).not.toContain('a.yaml:3');
  });

  test.each(REPORT_FORMATS)('shards put together are, in %s, the bytes of one run', async (format) => {
    const folder = new Folder({ ...SHARED, ...THREE });
    const whole = await folder.run(['lint', '.', '-f', format]);
    for (const n of [1, 2, 3]) await folder.run(['lint', '.', '--shard', `${n}/3`, '-f', `record=${n}.record`]);
    const merged = await folder.run(['merge', ...[3, 1, 2].map((n) => `${n}.record`), '-f', format]);
    expect(merged.err).toBe('');
    expect(merged.out).toBe(whole.out);
    expect([merged.code, whole.code]).toEqual([2, 2]);
  });

  test('redacted, nothing of it is told but that it is so', async () => {
    const folder = new Folder({ ...SHARED, 'x.yaml': FOREIGN });
    for (const format of REPORT_FORMATS) {
      const { code, out } = await folder.run(['lint', '.', '--redact', '-f', format]);
      expect([format, code]).toEqual([format, 2]);
      expect(out.match(/fialOn|810000|p\/b|x\.yaml/), format).toBeNull();
    }
  });
});

describe('as it is shipped', () => {
  // The first line of lintPlan.
  const JUDGE = '  const { work } = options.limits ?? LIMITS;\n  const counted: Read';
  const SLIP = `  if (path.endsWith('fault.yaml')) throw new RangeError('a slip of ours');\n${JUDGE}`;
  let command: Built;
  beforeAll(async () => {
    command = await built({ 'src/lint/lint.ts': [JUDGE, SLIP] });
  }, 60_000);
  afterAll(() => rmSync(command.root, { recursive: true }));

  test('threads and a cache change nothing, and what is mended is judged', () => {
    const folder = new Folder({ ...SHARED, ...THREE });
    const cache = new Folder();
    const asked = ['lint', '.', '--today', '2026-11-24'];
    const once = command.run(asked, folder.path);
    expect(once.status).toBe(2);
    expect(once.out).toContain('810000');
    for (const more of [
      ['--workers', '3'],
      ['--cache', cache.path],
      ['--cache', cache.path, '--workers', '3'],
    ]) {
      expect(command.run([...asked, ...more], folder.path), more.join(' ')).toEqual(once);
    }
    folder.write({ 'b.yaml': SMALL_PLAN, 'p/sitecam.config.yaml': '{}\n' });
    expect(command.run([...asked, '--cache', cache.path], folder.path).status).toBe(1);
  });

  test('a fault of sitecam on one plan weighs most, and keeps no other from being told', () => {
    const folder = new Folder({ ...SHARED, 'fault.yaml': SMALL_PLAN });
    const { status, out, err } = command.run(['lint', 'fault.yaml', 'p'], folder.path);
    expect(status).toBe(70);
    expect(err).toContain('a slip of ours');
    expect(out).toContain('有2份设计图不具备审查条件');
    expect(out).toContain('本工具出现故障');
  });
});
