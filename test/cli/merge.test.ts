import { describe, expect, test } from 'vitest';
import { type Ran, sitecam } from '../support/io.js';

/** Two for each part: the drawings of a plan that is alone in a run need no mark to tell them from others. */
const PLANS = [
  'fixtures/malformed/empty.yaml',
  'fixtures/malformed/tab-indent.yaml',
  'fixtures/sites/ktv/plan.yaml',
  'fixtures/sites/ktv/violations.yaml',
  'fixtures/sites/polling-station/plan.yaml',
  'fixtures/sites/polling-station/violations.yaml',
];

async function lint(plans: readonly string[], file: string, ...more: readonly string[]): Promise<Ran> {
  return sitecam(['lint', ...plans, '-f', `${file.split('.').at(-1)}=${file}`, ...more]);
}

/** The reports of three parts of the run, by the names of their files. */
async function parts(format: 'sarif' | 'json', ...more: readonly string[]) {
  const given: Record<string, string> = {};
  const drawings = new Map<string, string>();
  for (const n of [0, 1, 2]) {
    const file = `out/part-${n}.${format}`;
    const { written } = await lint(
      PLANS.filter((_, at) => at % 3 === n),
      file,
      ...more,
    );
    for (const [name, text] of written) {
      if (name === file) given[name] = text;
      else if (drawings.has(name)) expect.fail(`${name} is written by two parts`);
      else drawings.set(name, text);
    }
  }
  return { given, files: Object.keys(given), drawings };
}

describe('sitecam merge', () => {
  test.each(['sarif', 'json'] as const)('%s: the parts of a run are the run, with its exit code', async (format) => {
    const whole = await lint(PLANS, `out/all.${format}`, '--lang', 'en');
    const { given, files } = await parts(format, '--lang', 'en');
    const ran = await sitecam(['merge', ...files], { given });
    expect(ran.out === whole.written.get(`out/all.${format}`)).toBe(true);
    expect(ran.err).toBe('');
    expect(ran.code).toBe(whole.code);
    const filed = await sitecam(['merge', ...files, '-o', `out/all.${format}`], { given });
    expect(filed.written.get(`out/all.${format}`) === ran.out).toBe(true);
    expect(filed.out).toMatch(
      /^已合并3份报告（设计图6份，2份无法读取，\d+项计入 --fail-on），写入 out\/all\.[a-z]+\n$/,
    );
  });

  test.each(['sarif', 'json'] as const)(
    '%s: with edits that were tried and with drawings, which no part takes from another',
    { timeout: 120_000 },
    async (format) => {
      const more = format === 'sarif' ? ['--fixes', '--assets', 'out/drawings'] : ['--fixes'];
      const whole = await lint(PLANS, `out/all.${format}`, ...more);
      const { given, files, drawings } = await parts(format, ...more);
      const ran = await sitecam(['merge', ...files], { given });
      const text = whole.written.get(`out/all.${format}`) ?? '';
      expect(text).toContain('"fixes"');
      if (format === 'sarif') expect(text).toContain('"attachments"');
      expect(ran.out === text).toBe(true);
      const drawn = [...whole.written].filter(([name]) => name.endsWith('.svg'));
      expect(new Map(drawn)).toEqual(drawings);
      expect(drawn.length).toBe(format === 'sarif' ? 4 : 0);
    },
  );

  test('--fail-on moves the line, as for lint', async () => {
    const plan = 'fixtures/sites/ktv/violations.yaml';
    const { written } = await lint([plan], 'a.sarif');
    const given = { 'a.sarif': written.get('a.sarif') ?? '' };
    for (const failOn of ['error', 'warning', 'review', 'never']) {
      const { code } = await sitecam(['merge', 'a.sarif', '--fail-on', failOn], { given });
      expect(code, failOn).toBe((await sitecam(['lint', plan, '--fail-on', failOn])).code);
    }
  });

  test('says which report differs in what, in either language, and writes nothing', async () => {
    const [a, b] = [
      await lint([PLANS[2]], 'a.json', '--today', '2026-11-24'),
      await lint([PLANS[3]], 'b.json', '--today', '2026-11-25'),
    ];
    const given = { 'a.json': a.written.get('a.json') ?? '', 'b.json': b.written.get('b.json') ?? '' };
    const ran = await sitecam(['merge', 'a.json', 'b.json', '-o', 'all.json'], { given });
    expect(ran.code).toBe(2);
    expect(ran.err).toBe(
      'sitecam：“b.json”与“a.json”的审查日不同（2026-11-25 / 2026-11-24）。\n只能合并同一次审查的报告：格式、版本、语言、审查日、法规数据包和配置都须相同。\n',
    );
    expect(ran.written.size).toBe(0);
    const english = await sitecam(['merge', 'a.json', 'b.json', '--lang', 'en'], { given });
    expect(english.err).toContain("sitecam: 'b.json' and 'a.json' differ in day of review");
    expect(english.out).toBe('');
  });

  test('3 for a report cut short, with where, and for every one that is not there; nothing is written', async () => {
    const { written } = await lint([PLANS[2]], 'a.sarif');
    const text = written.get('a.sarif') ?? '';
    const given = { 'a.sarif': text, 'cut.sarif': text.slice(0, 5000) };
    const cut = await sitecam(['merge', 'a.sarif', 'cut.sarif', '-o', 'all.sarif'], { given });
    expect(cut.code).toBe(3);
    expect(cut.err).toMatch(/^sitecam：cut\.sarif:\d+:\d+：JSON语法错误：文件在此处中断/);
    expect(cut.err).toContain('未合并，未写出任何报告。');
    expect(cut.written.size).toBe(0);
    const missing = await sitecam(['merge', 'x.sarif', 'a.sarif', 'y.sarif', '--lang', 'en'], { given });
    expect(missing.code).toBe(3);
    expect(missing.err).toBe(
      "sitecam: the report 'x.sarif' does not exist or can't be read.\nthe report 'y.sarif' does not exist or can't be read.\nNothing was merged, and nothing written.\n",
    );
  });

  test.each([
    [['merge'], '缺少参数'],
    [['merge', 'fixtures/sites'], '请给出其中的报告，例如 fixtures/sites/*.sarif'],
    [['merge', 'a.sarif', '-o', './a.sarif'], '是要合并的报告之一'],
    [['merge', 'a.sarif', '-o', 'fixtures'], '请给出文件名'],
    [['merge', 'a.sarif', '-o', ''], '--out 缺少文件名'],
    [['merge', 'a.sarif', '--fail-on', 'eror'], '是否指“error”？'],
    [['merge', 'README.md'], 'markdown 格式的报告供人阅读，不能合并'],
  ])('2 for %j, which says what is wrong', async (argv, phrase) => {
    const ran = await sitecam(argv, { given: { 'a.sarif': '{}' } });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(phrase);
    expect(ran.err).not.toMatch(/\n\s+at /);
    expect(ran.out).toBe('');
    expect(ran.written.size).toBe(0);
  });

  test('is in the help of both languages', async () => {
    const chinese = await sitecam(['merge', '--help']);
    expect(chinese.out).toContain('把各分片（lint --shard）的 sarif 或者 json 报告合并为一份');
    expect(chinese.out).toContain('--fail-on <level>');
    const english = await sitecam(['--help', '--lang', 'en']);
    expect(english.out).toMatch(/merge .*put the reports of shards together/);
  });
});
