import { describe, expect, test } from 'vitest';
import { once } from '../../src/base/memo.js';
import { lineHash, recordParts } from '../../src/features/merge/record.js';
import { version } from '../../src/host/package.js';
import { internalError } from '../../src/lint/support/internal-error.js';
import { REPORT_FORMATS } from '../../src/report/formats.gen.js';
import { sitecam } from '../support/io.js';
import { lintedPlan, runOf } from '../support/linted.js';

const PLANS = [
  'fixtures/malformed/empty.yaml',
  'fixtures/malformed/tab-indent.yaml',
  'fixtures/sites/ktv/plan.yaml',
  'fixtures/sites/ktv/violations.yaml',
  'fixtures/sites/polling-station/plan.yaml',
  'fixtures/sites/polling-station/violations.yaml',
];
const KTV = PLANS[3];
const ALL = REPORT_FORMATS.flatMap((format) => ['-f', `${format}=out/${format}`]);

/** The records of the three shards of a run, by the names of their files. */
async function shards(plans: readonly string[], ...more: readonly string[]) {
  const given: Record<string, string> = {};
  for (const n of [1, 2, 3]) {
    const file = `out/${n}.record`;
    const { written } = await sitecam(['lint', ...plans, '--shard', `${n}/3`, '-f', `record=${file}`, ...more]);
    given[file] = written.get(file) ?? '';
  }
  return { given, files: Object.keys(given).reverse() };
}

async function recordOf(plan: string, ...more: readonly string[]): Promise<string> {
  return (await sitecam(['lint', plan, '-f', 'record', ...more])).out;
}

describe('sitecam merge', () => {
  const inEnglish = once(() => shards(PLANS, '--lang', 'en', '--fail-on', 'never'));

  test.each(['zh-CN', 'en'])(
    'the records of shards are the run in every format, with its exit code: %s',
    async (lang) => {
      const { given, files } = await inEnglish();
      for (const more of [[], ['--quiet'], ['--verbose', '--assets', 'drawn', '--budget', '90000']]) {
        const whole = await sitecam(['lint', ...PLANS, ...ALL, '--lang', lang, ...more]);
        const merged = await sitecam(['merge', ...files, ...ALL, '--lang', lang, ...more], { given });
        expect(merged.code).toBe(whole.code);
        expect([merged.out, merged.err]).toEqual([whole.out, whole.err]);
        expect([...merged.written.keys()].sort()).toEqual([...whole.written.keys()].sort());
        for (const [file, text] of whole.written) expect(merged.written.get(file) === text, file).toBe(true);
      }
    },
  );

  test('so they are with edits that were tried, and by other packs', { timeout: 120_000 }, async () => {
    const more = ['--fix-geometry', '--pack', 'nm-2017', '--pack', 'cn-799-2025'];
    const plans = PLANS.filter((plan) => !plan.endsWith('/plan.yaml'));
    const whole = await sitecam(['lint', ...plans, '-f', 'sarif', ...more]);
    const { given, files } = await shards(plans, ...more);
    const merged = await sitecam(['merge', ...files, '-f', 'sarif'], { given });
    expect(whole.out).toContain('"fixes"');
    expect(merged.out === whole.out).toBe(true);
  });

  test('by a pack of one’s own and a configuration, which the record holds', async () => {
    const config = 'failOn: never\nrules: {coverage/declared: warning}\n';
    const given = { 'own.config.yaml': config };
    const more = ['--config', 'own.config.yaml', '--pack', 'nm-2017', '--pack', 'fixtures/packs/demo.yaml'];
    const whole = await sitecam(['lint', KTV, '-f', 'json', ...more], { given });
    const record = await sitecam(['lint', KTV, '-f', 'record', ...more], { given });
    const merged = await sitecam(['merge', '1.record', '-f', 'json'], { given: { '1.record': record.out } });
    expect(merged.out).toBe(whole.out);
    expect(whole.out).toContain('demo');
    expect([whole.code, merged.code]).toEqual([0, 0]);
    // Who says so to merge is asked by nobody else.
    const strict = await sitecam(['merge', '1.record', '--fail-on', 'review'], { given: { '1.record': record.out } });
    expect(strict.code).toBe(1);
  });

  test('--fail-on moves the line, as for lint; that of the shards does not', async () => {
    const given = { '1.record': await recordOf(KTV, '--fail-on', 'never') };
    expect((await sitecam(['merge', '1.record'], { given })).code).toBe(1);
    for (const failOn of ['error', 'warning', 'review', 'never']) {
      const { code } = await sitecam(['merge', '1.record', '--fail-on', failOn], { given });
      expect(code, failOn).toBe((await sitecam(['lint', KTV, '--fail-on', failOn])).code);
    }
  });

  test.each(['warning', 'review', 'never'])(
    'the configured level counts, whatever the shards got: %s',
    async (level) => {
      const config = `failOn: ${level}\n`;
      const own = { 'own.config.yaml': config };
      const more = ['--config', 'own.config.yaml'];
      for (const plan of [PLANS[2], KTV]) {
        const whole = await sitecam(['lint', plan, '-f', 'json', ...more], { given: own });
        const record = (await sitecam(['lint', plan, '-f', 'record', '--fail-on', 'never', ...more], { given: own }))
          .out;
        const merged = await sitecam(['merge', '1.record', '-f', 'json'], { given: { '1.record': record } });
        expect([plan, merged.code]).toEqual([plan, whole.code]);
        // Who passes nothing by it says so.
        expect(merged.out.includes('failOn: never')).toBe(level === 'never');
        expect(whole.out.includes('failOn: never')).toBe(level === 'never');
      }
    },
  );

  test('a configuration that never fails counts for no merged run that does not say so', async () => {
    const given = { 'own.config.yaml': 'failOn: never\n' };
    const record = await sitecam(['lint', KTV, '-f', 'record', '--fail-on', 'review', '--config', 'own.config.yaml'], {
      given,
    });
    expect((await sitecam(['merge', '1.record'], { given: { '1.record': record.out } })).code).toBe(1);
  });

  test('70 where sitecam itself failed on a plan of a shard, as lint', async () => {
    const run = runOf(internalError('a.yaml'), lintedPlan(PLANS[4]));
    const record = [...recordParts({ ...run, tool: { name: 'sitecam', version: version() } })].join('');
    const ran = await sitecam(['merge', '1.record'], { given: { '1.record': record } });
    expect(ran.code).toBe(70);
    expect(ran.out).toContain('a.yaml');
  });

  test('says which record differs in what, in either language, and writes nothing', async () => {
    const given = {
      'a.record': await recordOf(PLANS[2], '--today', '2026-11-24'),
      'b.record': await recordOf(KTV, '--today', '2026-11-25'),
      'c.record': await recordOf(KTV, '--no-waivers'),
    };
    const ran = await sitecam(['merge', 'a.record', 'b.record', '-f', 'json=all.json'], { given });
    expect(ran.code).toBe(2);
    expect(ran.err).toBe(
      'sitecam：“b.record”与“a.record”的审查日不同（2026-11-25 / 2026-11-24）。\n只能合并同一次审查的记录：版本、审查日、法规数据包、配置和选项都须相同。\n',
    );
    expect([ran.out, ran.written.size]).toEqual(['', 0]);
    const english = await sitecam(['merge', 'a.record', 'c.record', '--lang', 'en'], { given });
    expect(english.err).toContain("sitecam: 'c.record' and 'a.record' differ in the option --waivers.");
  });

  test('3 for a record cut short, with the line, and for every one that is not there; nothing is written', async () => {
    const record = await recordOf(KTV);
    const given = { 'a.record': record, 'cut.record': record.slice(0, 5000) };
    const cut = await sitecam(['merge', 'a.record', 'cut.record', '-f', 'sarif=all.sarif'], { given });
    expect(cut.code).toBe(3);
    expect(cut.err).toMatch(/^sitecam：cut\.record:2：记录在此处中断.*\n未合并，未写出任何报告。\n$/);
    expect([cut.out, cut.written.size]).toEqual(['', 0]);
    const missing = await sitecam(['merge', 'x.record', 'a.record', 'y.record', '--lang', 'en'], { given });
    expect(missing.code).toBe(3);
    expect(missing.err).toBe(
      "sitecam: the record 'x.record' does not exist or can't be read.\nthe record 'y.record' does not exist or can't be read.\nNothing was merged, and nothing written.\n",
    );
  });

  test('a report in SARIF or JSON: what to do instead', async () => {
    for (const format of ['sarif', 'json', 'html', 'junit']) {
      const { out } = await sitecam(['lint', KTV, '-f', format]);
      const ran = await sitecam(['merge', 'r', '--lang', 'en'], { given: { r: out } });
      expect(ran.code).toBe(2);
      expect(ran.err).toContain(
        'sitecam: r: no record. merge takes records alone: shards write them with lint --shard',
      );
      expect(ran.err.trimEnd().split('\n')).toHaveLength(1);
    }
  });

  test('what has its checksums right and nothing sensible in it is no fault of sitecam', async () => {
    const record = await recordOf(KTV);
    const [head, line] = record.trimEnd().split('\n');
    const first = lineHash('', head.slice(69, -1));
    for (const [from, to] of [
      ['"levels":[{', '"levels":[7,{'],
      ['"outline"', '"outlines"'],
      ['"rings":[[', '"rings":[7,['],
      ['"params":{', '"params":{"x":7},"y":{'],
      ['"id":"seen"', '"id":"none"'],
      ['"clauses":["', '"clauses":["x/'],
      ['"evidence":{', '"evidence":{"sightLine":7,"x":{'],
    ] as const) {
      const body = line.slice(69, -1).replaceAll(from, to);
      const forged = `["${first}",${head.slice(69, -1)}]\n["${lineHash(first, body)}",${body}]\n`;
      const ran = await sitecam(['merge', 'f', ...ALL, '--assets', 'drawn'], { given: { f: forged } });
      expect([0, 1, 3], `${from} ${ran.err}`).toContain(ran.code);
      if (ran.code === 3) expect([ran.out, ran.err]).toEqual(['', expect.stringContaining('未写出任何报告')]);
    }
  });

  test.each([
    [['merge'], '缺少参数'],
    [['merge', 'fixtures/sites'], '请给出其中的记录，例如 fixtures/sites/*.record'],
    [['merge', 'a.record', '-f', 'json=./a.record'], '是要合并的记录之一'],
    [['merge', 'a.record', '-f', 'jsn'], '是否指“json”？'],
    [['merge', 'a.record', '--budget', '9'], '--budget 只用于'],
    [['merge', 'a.record', '--fail-on', 'eror'], '是否指“error”？'],
    [['merge', 'README.md'], '不是审查记录'],
    [['merge', '--redact', 'a.record'], 'merge 不能与 --redact 同用'],
  ])('2 for %j, which says what is wrong', async (argv, phrase) => {
    const ran = await sitecam(argv, { given: { 'a.record': await recordOf(PLANS[4]) } });
    expect(ran.err).toContain(phrase);
    expect(ran.code).toBe(2);
    expect(ran.err).not.toMatch(/\n\s+at /);
    expect(ran.written.size).toBe(0);
  });

  test('is in the help of both languages', async () => {
    const chinese = await sitecam(['merge', '--help']);
    expect(chinese.out).toContain('把各分片的记录');
    expect(chinese.out).toContain('--fail-on <level>');
    const english = await sitecam(['--help', '--lang', 'en']);
    expect(english.out).toMatch(/merge .*put the records of shards together/);
  });
});
