import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import schema from '../../schemas/verify-1.schema.json' with { type: 'json' };
import { REPORT_FORMATS } from '../../src/report/formats.gen.js';
import { DAY, PLAN } from '../features/verify/support.js';
import { type Ran, sitecam } from '../support/io.js';

/** Every site in every format and language by hand: SITECAM_LONG=1. */
const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));

const LONG = process.env.SITECAM_LONG === '1';

type Files = Readonly<Record<string, string>>;

const GIVEN: Files = { 'plan.yaml': PLAN };

/** The report of a run in a format, as the file `r`. */
async function reportOf(plans: readonly string[], format: string, given: Files = GIVEN, ...more: readonly string[]) {
  const { written } = await sitecam(['lint', ...plans, '-f', `${format}=r`, '--today', DAY, ...more], { given });
  return written.get('r') ?? expect.fail(`no report in ${format}`);
}

async function verify(
  report: string,
  plans: readonly string[],
  given: Files = GIVEN,
  ...more: readonly string[]
): Promise<Ran> {
  return sitecam(['verify', 'r', ...plans, ...more], { given: { ...given, r: report }, today: DAY });
}

interface Answer {
  readonly answer: string;
  readonly plans: readonly { readonly path: string; readonly recorded: string }[];
  readonly unchecked: readonly string[];
  readonly unknown: readonly { readonly kind: string }[];
  readonly differences: readonly { readonly kind: string }[];
}

const isValid = new Ajv({ strict: false }).compile(schema);

async function answer(
  report: string,
  plans: readonly string[],
  given: Files = GIVEN,
  ...more: readonly string[]
): Promise<Answer> {
  const { out, code } = await verify(report, plans, given, '-f', 'json', ...more);
  const value = JSON.parse(out) as Answer;
  expect(isValid(value), JSON.stringify(isValid.errors)).toBe(true);
  expect(code).toBe(value.answer === 'same' && value.unchecked.length === 0 ? 0 : 1);
  return value;
}

describe('a report that is its plan’s', () => {
  test.each(['zh-CN', 'en'])('agrees in every format, which is told by what is in it: %s', async (lang) => {
    // Half of the formats in each language; all by hand.
    for (const format of REPORT_FORMATS.filter((_, n) => LONG || n % 2 === (lang === 'en' ? 1 : 0))) {
      const report = await reportOf(['plan.yaml'], format, GIVEN, '--lang', lang);
      const { code, out, err } = await verify(report, ['plan.yaml'], GIVEN, '--lang', lang);
      expect([format, code, err]).toEqual([format, 0, '']);
      expect(out).toMatch(lang === 'en' ? /^Agrees: / : /^一致：/);
    }
  });

  const SITES = [
    'bank-branch',
    'boarding-school',
    'hospital-outpatient',
    'ktv',
    'museum',
    'polling-station',
    'qingcheng-hotel',
    'residential-compound',
  ];
  const cases = SITES.flatMap((site, n) => {
    const all = REPORT_FORMATS.flatMap((format) => ['zh-CN', 'en'].map((lang) => [site, format, lang] as const));
    return LONG ? all : [all[(3 * n) % all.length] ?? expect.fail('no format')];
  });
  test.each(cases)('%s, %s, %s', { timeout: 60_000 }, async (site, format, lang) => {
    const plans = ['plan', 'violations'].map(
      (name) => `fixtures/sites/${site}/${name}.${site === 'residential-compound' ? 'geojson' : 'yaml'}`,
    );
    for (const plan of LONG ? plans : plans.slice(0, 1)) {
      const report = await reportOf([plan], format, {}, '--lang', lang);
      expect((await verify(report, [plan], {})).code).toBe(0);
    }
  });

  test.each([
    ['--as', 'reviewer'],
    ['--as', 'ci'],
    ['--no-waivers'],
    ['--fix-geometry'],
    ['--redact'],
    ['--shard', '1/1'],
    ['--fail-on', 'never'],
    ['--pack', 'cn-799-2025'],
    ['--only-packs', 'nm-2017'],
    ['--only-packs', 'nm-2017', '--pack', 'cn-entertainment'],
    ['--as', 'reviewer', '--only-packs', 'nm-2017'],
  ])('on the terms it was made on, which it records: %j', async (...asked) => {
    const more = asked.filter((one) => one !== undefined);
    const given = {
      'plan.yaml': `${PLAN}waivers:\n  - {rule: coverage/criterion, subject: hall, reason: 夜间封闭, by: 张工, until: "2027-06-30"}\n`,
    };
    for (const format of ['json', 'html']) {
      const report = await reportOf(['plan.yaml'], format, given, ...more);
      expect([format, (await verify(report, ['plan.yaml'], given)).code]).toEqual([format, 0]);
    }
  });

  test('with the configuration and the baseline that it names, found as lint finds them', async () => {
    const config = {
      ...GIVEN,
      'sitecam.config.yaml': 'parameters: {nearRadius: 3}\nrules: {coverage/criterion: "off"}\nfailOn: never\n',
    };
    const baseline = await sitecam(['baseline', 'plan.yaml', '-o', 'b.json', '--today', DAY], { given: config });
    const given = { ...config, 'b.json': baseline.written.get('b.json') ?? '' };
    for (const format of ['json', 'sarif', 'markdown']) {
      const report = await reportOf(['plan.yaml'], format, given, '--baseline', 'b.json');
      expect((await answer(report, ['plan.yaml'], given, '--baseline', 'b.json')).answer).toBe('same');
      expect((await answer(report, ['plan.yaml'], given)).answer).not.toBe('same');
      const plain = await reportOf(['plan.yaml'], format, given, '--no-config');
      if (format !== 'markdown') expect((await answer(plain, ['plan.yaml'], given)).answer).toBe('same');
      expect((await answer(plain, ['plan.yaml'], given, '--no-config')).answer).toBe('same');
    }
  });

  test('as long and with the drawings that it was asked for', async () => {
    const short = await reportOf(['plan.yaml'], 'markdown', GIVEN, '--budget', '26000');
    expect(Buffer.byteLength(short)).toBeLessThanOrEqual(26_000);
    expect(short).toContain('因篇幅限制未列出');
    expect((await answer(short, ['plan.yaml'])).answer).toBe('same');
    expect((await answer(short, ['plan.yaml'], GIVEN, '--budget', '25000')).answer).toBe('differs');
    const comment = await reportOf(['plan.yaml'], 'markdown', GIVEN, '--budget', 'comment');
    expect((await answer(comment, ['plan.yaml'])).answer).toBe('same');
    expect((await answer(comment, ['plan.yaml'], GIVEN, '--budget', '65536')).answer).toBe('differs');
    const more = ['--assets', 'drawings'];
    const report = await reportOf(['plan.yaml'], 'markdown', GIVEN, ...more);
    expect((await answer(report, ['plan.yaml'], GIVEN, ...more)).answer).toBe('same');
    expect((await answer(report, ['plan.yaml'])).answer).toBe('differs');
  });

  test('of a plan that can’t be read, of which it says so', async () => {
    const given = { 'plan.yaml': 'sitecam: 1\nsite: [\n' };
    for (const format of ['json', 'sarif', 'markdown', 'html', 'junit', 'gitlab', 'schedule']) {
      const report = await reportOf(['plan.yaml'], format, given);
      expect([format, (await verify(report, ['plan.yaml'], given)).code]).toEqual([format, 0]);
    }
  });
});

describe('a plan that was changed', () => {
  test('another digit anywhere in it is found', async () => {
    const reports = await Promise.all(
      ['json', 'sarif', 'markdown', 'html'].map((format) => reportOf(['plan.yaml'], format)),
    );
    const places = [...PLAN.matchAll(/\d/g)].map(({ index }) => index);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...places),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(...reports),
        async (at, by, report) => {
          const text = `${PLAN.slice(0, at)}${(Number(PLAN[at]) + by) % 10}${PLAN.slice(at + 1)}`;
          const found = await answer(report, ['plan.yaml'], { 'plan.yaml': text });
          expect(found.answer).toBe('differs');
          // A plan that can't be read any more has no page of assumptions.
          expect(found.differences[0]?.kind).toMatch(/^file|^value/);
        },
      ),
      { numRuns: LONG ? 500 : 12 },
    );
  });

  test.each(['json', 'markdown', 'html'])('%s: so that no law governs it, the file is named first', async (format) => {
    const report = await reportOf(['plan.yaml'], format);
    const found = await answer(report, ['plan.yaml'], { 'plan.yaml': PLAN.replace('"150102"', '"110102"') });
    expect(found.answer).toBe('differs');
    expect(found.differences[0]).toMatchObject({ kind: 'file', path: 'plan.yaml' });
  });

  test('is said in either language: the file, then each verdict', async () => {
    const report = await reportOf(['plan.yaml'], 'json');
    const given = { 'plan.yaml': PLAN.replace('heading: 0,', 'heading: 180,') };
    const chinese = await verify(report, ['plan.yaml'], given);
    expect(chinese.code).toBe(1);
    expect(chinese.out).toMatch(
      /^不一致：报告“r”与所给设计图不符，不同之处\d+项（报告 → 重新审查）。\n {2}文件“plan\.yaml”的 SHA-256：“[0-9a-f…]+” → “[0-9a-f…]+”\n/,
    );
    expect(chinese.out).toMatch(
      /\n {2}报告多出判定 {2}plan\.yaml {2}capture\/view-into-private-zone {2}C2>wc：须审查判定\n/,
    );
    const english = await verify(report, ['plan.yaml'], given, '--lang', 'en');
    expect(english.out).toMatch(
      /^Differs: the report 'r' is not that of the plans \(\d+ differences, report → recomputed\)\.\n/,
    );
    expect(english.out).toMatch(
      /\n {2}the report has a verdict too many {2}plan\.yaml {2}capture\/view-into-private-zone {2}C2>wc: review\n/,
    );
    expect(english.out).toContain('proves what the report says, not who wrote it');
  });

  test.each(['junit', 'terminal'])('%s: under another name it is compared in the language it has', async (format) => {
    const report = await reportOf(['plan.yaml'], format, GIVEN, '--lang', 'en');
    const { out } = await verify(report, ['else.yaml'], { 'else.yaml': PLAN }, '--lang', 'en', '--from', format);
    expect(out).toMatch(/^(?:Differs|Can't be told)/);
    expect(out).not.toMatch(/' → '[^']*第.条/);
  });

  test('one difference is one', async () => {
    const report = `${await reportOf(['plan.yaml'], 'markdown', GIVEN, '--lang', 'en')}`.replace(/^# /, '## ');
    const { out } = await verify(report, ['plan.yaml'], GIVEN, '--lang', 'en');
    expect(out).toMatch(/not that of the plans \(1 difference, report → recomputed\)/);
  });
});

describe('what can’t be told', () => {
  test('a configuration or baseline that isn’t given, another version, an unknown pack: never the same', async () => {
    const given = { ...GIVEN, 'c.yaml': 'parameters: {nearRadius: 3}\n' };
    for (const format of ['json', 'sarif']) {
      const configured = await reportOf(['plan.yaml'], format, given, '--config', 'c.yaml');
      expect(await answer(configured, ['plan.yaml'], given)).toMatchObject({
        answer: 'unknown',
        unknown: [{ kind: 'configuration', path: 'c.yaml' }],
      });
      expect((await answer(configured, ['plan.yaml'], given, '--config', 'c.yaml')).answer).toBe('same');
      const changed = { ...given, 'c.yaml': 'parameters: {nearRadius: 4}\n' };
      const other = await answer(configured, ['plan.yaml'], changed, '--config', 'c.yaml');
      expect(other).toMatchObject({ answer: 'differs' });
      expect(other.differences[0]).toMatchObject({ kind: 'file', path: 'c.yaml' });
      const report = await reportOf(['plan.yaml'], format);
      const old = await answer(report.replaceAll(`"${version}"`, '"0.0.9"'), ['plan.yaml']);
      expect(old).toMatchObject({ answer: 'unknown', unknown: [{ kind: 'version', report: '0.0.9' }] });
      const strange = report.replace(/"(id|pack)": ?"nm-2017",/g, '"$1": "xx-2030",');
      expect(await answer(strange, ['plan.yaml'])).toMatchObject({
        answer: 'unknown',
        unknown: [{ kind: 'pack', id: 'xx-2030' }],
      });
    }
  });

  test('a pack of a file is known by what is in it, whatever the file is called', async () => {
    const demo = readFileSync('fixtures/packs/demo.yaml', 'utf8');
    const given = { ...GIVEN, 'law/demo.yaml': demo, 'law/other.yaml': demo.replace(/(zh: .)/, '$1乙') };
    const report = await reportOf(['plan.yaml'], 'json', given, '--pack', 'nm-2017', '--pack', 'law/demo.yaml');
    expect(await answer(report, ['plan.yaml'], given)).toMatchObject({
      answer: 'unknown',
      unknown: [{ kind: 'pack' }],
    });
    const same = await answer(report, ['plan.yaml'], given, '--pack', 'nm-2017', '--pack', 'law/demo.yaml');
    expect(same.answer).toBe('same');
    // The report records the order, and which packs of ours are by it.
    expect((await answer(report, ['plan.yaml'], given, '--pack', 'law/demo.yaml')).answer).toBe('same');
    const more = await answer(report, ['plan.yaml'], given, '--pack', 'law/demo.yaml', '--pack', 'cn-entertainment');
    expect(more.answer).toBe('differs');
    const other = await answer(report, ['plan.yaml'], given, '--pack', 'nm-2017', '--pack', 'law/other.yaml');
    expect(other.answer).toBe('differs');
    expect(other.differences.some(({ kind }) => kind === 'pack')).toBe(true);
  });

  test.each(['json', 'sarif', 'markdown', 'html', 'sheet'])(
    '%s: without its run block it can’t be told',
    async (format) => {
      const report = await reportOf(['plan.yaml'], format);
      const without = report
        .replace(/^<!-- sitecam run .*\n/m, '')
        .replace(/,\s*"run": ?\{[\s\S]*?"terms": ?(?:0|null)\s*\}\s*\]\s*\}/, '');
      expect(without.length).toBeLessThan(report.length);
      const found = await answer(without, ['plan.yaml']);
      expect(found).toMatchObject({ answer: 'unknown', unknown: [{ kind: 'terms' }] });
      expect(found.differences.length).toBeGreaterThan(0);
    },
  );

  test('a block that was edited to say other terms than the report is by differs', async () => {
    for (const format of ['json', 'markdown', 'html', 'sheet-html']) {
      const report = await reportOf(['plan.yaml'], format, GIVEN, '--as', 'reviewer');
      const edited = report.replace(/("sha256": "[0-9a-f]{64}"\s*\}\s*\],\s*"reviewer": )true/g, '$1false');
      expect([format, edited === report]).toEqual([format, false]);
      expect([format, (await answer(edited, ['plan.yaml'])).answer]).toEqual([format, 'differs']);
    }
  });

  test('packs: a sheet lists them; of a format that doesn’t, nobody can tell before --pack gives them', async () => {
    const both = ['--only-packs', 'cn-799-2025', '--only-packs', 'nm-2017'];
    for (const lang of ['zh-CN', 'en']) {
      for (const format of ['sheet', 'sheet-html']) {
        const report = await reportOf(['plan.yaml'], format, GIVEN, ...both, '--lang', lang);
        expect([format, (await answer(report, ['plan.yaml'])).answer]).toEqual([format, 'same']);
        const tampered = report.replace(/不符合|Not met|fail/i, '符合');
        expect([format, (await answer(tampered, ['plan.yaml'])).answer]).toEqual([format, 'differs']);
      }
    }
    const config = { ...GIVEN, 'sitecam.config.yaml': 'onlyPacks: cn-799-2025\n' };
    for (const format of ['junit', 'github', 'gitlab', 'sarif-github']) {
      const report = await reportOf(['plan.yaml'], format, GIVEN, ...both);
      const unknown = [{ kind: 'packs', ids: ['nm-2017', 'cn-799-2025'], from: 'default' }];
      expect(await answer(report, ['plan.yaml']), format).toMatchObject({ answer: 'unknown', unknown });
      const { out } = await verify(report, ['plan.yaml']);
      expect(out).toContain(
        '报告未载明所依据的法规数据包（本次按缺省 nm-2017+cn-799-2025 核对），请用 --pack、--only-packs 给出',
      );
      expect(out).toContain('法规数据包 nm-2017（报告未载，取缺省）');
      const byConfig = [{ kind: 'packs', ids: ['cn-799-2025'], from: 'configuration' }];
      expect(await answer(report, ['plan.yaml'], config), format).toMatchObject({ unknown: byConfig });
      const told = await verify(report, ['plan.yaml'], GIVEN, ...both);
      expect([format, told.code]).toEqual([format, 0]);
      expect(told.out).not.toContain('报告未载，取缺省');
      expect((await answer(report, ['plan.yaml'], GIVEN, '--only-packs', 'nm-2017')).answer, format).toBe('differs');
    }
  });

  test('alerts: whichever were asked for', async () => {
    for (const format of ['gitlab', 'sarif-github']) {
      const report = await reportOf(['plan.yaml'], format, GIVEN, '--alerts', 'fail');
      expect((await answer(report, ['plan.yaml'])).answer, format).toBe('same');
      expect((await answer(report.replace(/不符合/, '符合'), ['plan.yaml'])).answer, format).not.toBe('same');
    }
  });

  test('formats without the day take the machine’s, and formats without hashes say what that means', async () => {
    const report = await reportOf(['plan.yaml'], 'junit');
    const { out } = await verify(report, ['plan.yaml']);
    expect(out).toContain(`审查日 ${DAY}（报告未载，取本机日期）`);
    expect(out).toContain('该报告不载图纸文件的 SHA-256');
  });
});

describe('several plans', () => {
  const given = {
    'a/plan.yaml': PLAN,
    'b/plan.yaml': PLAN.replace('heading: 0,', 'heading: 180,'),
    'c/plan.yaml': PLAN.replace('小旅店', '大旅店'),
  };
  const plans = Object.keys(given);

  test.each(['json', 'sarif'])('%s: all of them, or some, of which no more is said', async (format) => {
    const report = await reportOf(plans, format, given);
    expect((await answer(report, plans.toReversed(), given)).answer).toBe('same');
    for (const [n, plan] of plans.entries()) {
      const one = await answer(report, [plan], given);
      expect(one).toMatchObject({ answer: 'same', unchecked: plans.filter((_, at) => at !== n), differences: [] });
    }
    const { out, code } = await verify(report, [plans[0]], given);
    expect(code).toBe(1);
    expect((await verify(report, plans, given)).code).toBe(0);
    expect(out).toContain('部分一致：报告“r”涉及设计图3份，其中所给1份的内容由该图得出，其余2份未核对。');
    expect(out).toContain('未核对：报告中的设计图“b/plan.yaml”未给出。');
    const swapped = { ...given, 'a/plan.yaml': given['b/plan.yaml'], 'b/plan.yaml': given['a/plan.yaml'] };
    expect((await answer(report, ['a/plan.yaml'], swapped)).answer).toBe('differs');
    const more = await answer(report, [...plans, 'd/plan.yaml'], { ...given, 'd/plan.yaml': `${PLAN}# 另一份\n` });
    expect(more).toMatchObject({ answer: 'differs', strange: ['d/plan.yaml'] });
  });

  test.each(['json', 'sarif'])('%s: of some, a digit of theirs is found', async (format) => {
    const report = await reportOf(plans, format, given);
    const message = /"text": ?"[^"]*C2[^"]*"/g;
    const at = [...report.matchAll(message)].find(
      ({ index }) => report.lastIndexOf('a/plan.yaml', index) > report.lastIndexOf('b/plan.yaml', index),
    );
    const where = (at?.index ?? 0) + (at?.[0].indexOf('C2') ?? 0) + 1;
    const changed = `${report.slice(0, where)}7${report.slice(where + 1)}`;
    expect((await answer(changed, ['a/plan.yaml'], given)).answer).toBe('differs');
  });

  test('reports for people need all of them', async () => {
    const report = await reportOf(plans, 'markdown', given);
    expect((await answer(report, plans, given)).answer).toBe('same');
    expect(await answer(report, plans.slice(0, 2), given)).toMatchObject({
      answer: 'unknown',
      unknown: [{ kind: 'plans', report: 3, given: 2 }],
    });
    const other = { ...given, 'd/plan.yaml': `${PLAN}# 另一份\n` };
    expect(await answer(report, [...plans, 'd/plan.yaml'], other)).toMatchObject({
      answer: 'differs',
      strange: ['d/plan.yaml'],
    });
    const redacted = await reportOf(plans, 'json', given, '--redact');
    expect((await answer(redacted, plans, given)).answer).toBe('same');
    expect(await answer(redacted, plans.slice(0, 2), given)).toMatchObject({
      answer: 'unknown',
      unknown: [{ kind: 'plans', report: 3, given: 2 }],
    });
  });
});

describe('a plan that lies elsewhere now', () => {
  test.each(['json', 'sarif', 'markdown', 'html'])(
    '%s is judged by the name the report has for it, with what it refers to',
    async (format) => {
      const plan = 'fixtures/sites/museum/plan.yaml';
      const report = (await reportOf([plan], format, {})).replaceAll('fixtures/sites/museum/', 'submitted/');
      const found = await answer(report, [plan], {});
      expect(found).toMatchObject({ answer: 'same', plans: [{ path: plan, recorded: 'submitted/plan.yaml' }] });
    },
  );
});

describe('what is no report', () => {
  const deep = `{"tool":{"name":"sitecam"},"plans":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  const bomb = `a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n`;
  test.each([
    ['empty', '', '文件为空'],
    ['a plan', PLAN, '报告写在前，设计图写在后'],
    ['a plan that begins with a comment', `# 平面图\n${PLAN}`, '报告写在前，设计图写在后'],
    ['aliases', bomb, '不是 sitecam 的审查报告'],
    ['other JSON', '{"a": [1, 2]}', '不是 sitecam 的审查报告'],
    ['JSON of 0.2', '{"version": 1, "tool": {"name": "sitecam"}, "plans": []}', '0.3.0 以前的 json 格式'],
    ['JSON cut short', '{"tool": {"name": "sitecam"}, "plans": [', 'r:1:41：JSON语法错误'],
    ['JSON too deep', deep, '嵌套'],
    ['one key twice', '{"tool": {"name": "sitecam"}, "plans": [], "plans": []}', '“plans”'],
    [
      'another tool',
      '{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "eslint"}}, "results": []}]}',
      '不是 sitecam 的审查报告',
    ],
  ])('%s: 3, with what is wrong', async (_, report, words) => {
    const { code, out, err } = await verify(report, ['plan.yaml']);
    expect(code).toBe(3);
    expect(out).toBe('');
    expect(err).toContain(words);
  });

  test('a report may be as large as a plan, and no larger', async () => {
    const report = await reportOf(['plan.yaml'], 'html');
    const { code, err } = await verify(report, ['plan.yaml'], GIVEN, '--limit', 'bytes=20k');
    expect(code).toBe(3);
    expect(err).toContain('--limit bytes=');
  });

  test('what only looks like one differs, and never ends in a fault', async () => {
    const strange: readonly unknown[] = ['', null, [], {}, '../../x/..', '/', -1, true];
    const report = JSON.parse(await reportOf(['plan.yaml'], 'json')) as { plans: Record<string, unknown>[] };
    for (const key of Object.keys(report.plans[0])) {
      for (const value of strange) {
        const log = { ...report, plans: [{ ...report.plans[0], [key]: value }] };
        const { code, err } = await verify(JSON.stringify(log), ['plan.yaml']);
        expect([key, value, code, err]).toEqual([key, value, 1, '']);
        if (!LONG) break;
      }
    }
  });

  test.each([
    [['verify'], 2, '缺少参数“report”。\n用法：sitecam verify --help'],
    [['verify', 'r'], 2, '缺少参数'],
    [['verify', 'nothing.json', 'plan.yaml'], 3, '报告“nothing.json”不存在或者不能读取。'],
    [['verify', 'fixtures', 'plan.yaml'], 3, '报告“fixtures”是文件夹，应为一个报告文件。'],
    [['verify', 'r', 'fixtures/golden/said'], 3, '文件夹“fixtures/golden/said”中没有设计图。'],
    [['verify', 'r', 'nothing.yaml'], 3, '设计图“nothing.yaml”不存在或者不能读取。'],
    [['verify', '-', 'plan.yaml'], 2, '报告须为文件'],
    [['verify', 'r', 'plan.yaml', '-f', 'jsn'], 2, '是否指“json”？'],
    [['verify', 'r', 'plan.yaml', '--from', 'sarf'], 2, '是否指“sarif”？'],
    [['verify', 'r', 'plan.yaml', '--from', 'sarif'], 3, '--from 写明的格式为sarif，而报告为json格式。'],
    [['verify', 'r', 'plan.yaml', '--config', 'no.yaml'], 2, '配置文件“no.yaml”不存在'],
    [['verify', 'r', 'plan.yaml', '--redact'], 2, '--redact'],
  ])('%j: %d', async (argv, code, words) => {
    const ran = await sitecam(argv, { given: { ...GIVEN, r: await reportOf(['plan.yaml'], 'json') } });
    expect(ran.code).toBe(code);
    expect(ran.err).toContain(words);
  });
});
