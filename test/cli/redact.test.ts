import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import reportSchema from '../../schemas/report-2.schema.json' with { type: 'json' };
import { asksToRedact, faultTrace } from '../../src/cli/redact.js';
import { fingerprint } from '../../src/lint/run.js';
import { REPORT_FORMATS } from '../../src/report/formats.gen.js';
import { CANARY, DAY_TEXTS, leaksIn, withCanaries } from '../support/canaries.js';
import { closed } from '../support/closed.js';
import { type Ran, sitecam } from '../support/io.js';
import { fixturePlans } from '../support/linted.js';
import sarifSchema from '../support/sarif-2.1.0.schema.json' with { type: 'json' };

const VIOLATIONS = withCanaries({
  'violations.yaml': readFileSync('fixtures/sites/bank-branch/violations.yaml', 'utf8'),
});
const PLAN = VIOLATIONS.plan;
const FOLDER = PLAN.slice(0, PLAN.lastIndexOf('/'));

/** What an author may keep beside a plan: each text a canary, and levels lowered. */
const BESIDE: Readonly<Record<string, string>> = {
  [`${FOLDER}/sitecam.config.yaml`]: `# ${CANARY}comment
rules: {coverage/protected: warning}
parameters: {nearRadius: 4.4321}
profile: ${CANARY}profile
profiles: {${CANARY}profile: [{zones: [main-entrance], fraction: 0.51237, level: monitor}]}
`,
  [`${FOLDER}/sitecam.waivers.yaml`]: `waivers:
  - {rule: coverage/criterion, subject: ${CANARY}z, reason: ${CANARY}reason, by: ${CANARY}by, document: ${CANARY}document, until: "2031-03-17"}
`,
};

/** All that a run said and wrote. */
function said({ out, err, written }: Ran): string {
  return [out, err, ...[...written].flat()].join('\n');
}

function redacted(argv: readonly string[], given: Readonly<Record<string, string | Uint8Array>> = {}, more = {}) {
  return sitecam(['lint', '--redact', ...argv], { given: { ...VIOLATIONS.files, ...given }, ...more });
}

const secrets = [CANARY, ...DAY_TEXTS, ...VIOLATIONS.figures, '4.4321', '0.51237', '51.237', process.cwd()];

describe('every format, on standard output', () => {
  test.each(REPORT_FORMATS.flatMap((format) => ['zh-CN', 'en'].map((lang) => [format, lang] as const)))(
    '%s in %s, with a configuration and waivers: nothing of them, and it says that it is redacted',
    async (format, lang) => {
      const ran = await redacted([PLAN, '-f', format, '--lang', lang, '--verbose'], BESIDE);
      expect(leaksIn(said(ran), secrets)).toEqual([]);
      expect(ran.code).toBe(1);
      expect(ran.out).toMatch(lang === 'en' ? /redacted/ : /隐去/);
      // What makes the verdicts milder is said as it is without.
      expect(ran.out).toMatch(lang === 'en' ? /loosened/i : /放宽/);
    },
  );

  test('which are all there without', async () => {
    const ran = await sitecam(['lint', PLAN, '-f', 'json'], { given: { ...VIOLATIONS.files, ...BESIDE } });
    expect(ran.code).toBe(1);
    expect(leaksIn(ran.out, secrets).length).toBeGreaterThan(10);
    // What a configuration says stands in the loosened parameters, what waivers say in the record of the site.
    const told = [CANARY, '4.4321', '2031-03-17', '150927'];
    expect(leaksIn(ran.out, told.slice(1))).toEqual(told);
  });

  test('on a coloured terminal with links, no link names the folder that sitecam is in', async () => {
    const env = { TERM: 'xterm-kitty' };
    const ran = await redacted([PLAN, '--color', '--verbose'], BESIDE, { env, isTerminal: true, errIsTerminal: true });
    expect(ran.out).toContain('\u001b[');
    expect(leaksIn(said(ran), secrets)).toEqual([]);
    expect(ran.out).not.toContain('\u001b]8');
  });
});

describe('a plan that cannot be read', () => {
  test.each(fixturePlans('malformed'))('%s', async (path) => {
    const bytes = readFileSync(path);
    const name = `${CANARY}folder/${CANARY}.${path.split('.').at(-1)}`;
    const given = { [name]: Uint8Array.from(bytes) };
    const open = JSON.parse((await sitecam(['lint', name, '-f', 'json'], { given })).out);
    const ran = await redacted([name, '-f', 'json'], given);
    const [plan] = JSON.parse(ran.out).plans;
    expect(leaksIn(said(ran), [CANARY])).toEqual([]);
    if (open.plans[0].readable === true) return;
    const codes = open.plans[0].unreadable.map(({ code }: { readonly code: string }) => code);
    // All that is told are the kinds of the faults.
    expect(plan).toEqual({
      path: 'plan-1',
      readable: false,
      sha256: null,
      files: [],
      unreadable: codes.map((code: string) => ({
        code,
        message: { text: expect.stringContaining('已隐去'), id: 'engine/redacted-plan', params: {} },
        place: { file: 'plan-1', pointer: '' },
      })),
    });
  });

  test.each(REPORT_FORMATS)('one that is not there, in %s', async (format) => {
    const ran = await redacted([`${FOLDER}/${CANARY}none.yaml`, '-f', format]);
    expect(ran.code).toBe(3);
    expect(leaksIn(said(ran), [CANARY])).toEqual([]);
    expect(ran.out).not.toBe('');
  });
});

describe('what is said beside the reports', () => {
  const runs: Readonly<Record<string, readonly [argv: string[], given: Record<string, string>, expected: RegExp]>> = {
    'a configuration that is misspelt': [
      [PLAN],
      { [`${FOLDER}/sitecam.config.yaml`]: `rules: {coverage/${CANARY}: off}\n${CANARY}: 1\n` },
      /configuration {2}schema\/unknown-key/,
    ],
    'a configuration that is not there': [[PLAN, '--config', `${CANARY}.yaml`], {}, /--config 所指的配置文件不存在/],
    'waivers that are not there': [[PLAN, '--waivers', `${CANARY}.yaml`], {}, /例外说明文件不存在/],
    'a baseline that is not there': [[PLAN, '--baseline', `${CANARY}.json`], {}, /比对基准不存在/],
    'a baseline that is none': [
      [PLAN, '--baseline', `${CANARY}.json`],
      { [`${CANARY}.json`]: `{"${CANARY}": 1}` },
      /已隐去/,
    ],
    'a region of another law': [
      [PLAN],
      { [PLAN]: VIOLATIONS.files[PLAN].replace('"150927"', '"810927"') },
      /plan-1 {2}engine\/no-law\n {2}.*详情已隐去/,
    ],
    'a report over the plan': [[PLAN, '-f', `json=${PLAN}`], {}, /不能写入设计图本身/],
    'an unknown format': [[PLAN, '-f', `${CANARY}`], {}, /报告格式无法识别，可用：terminal/],
  };

  test.each(Object.entries(runs))('%s', async (_, [argv, given, expected]) => {
    const ran = await redacted(argv, given);
    expect(ran.code).toBe(2);
    expect(leaksIn(said(ran), [CANARY, '810927'])).toEqual([]);
    expect(said(ran)).toMatch(expected);
  });

  test('a log of a configuration that cannot be used', async () => {
    const given = { [`${FOLDER}/sitecam.config.yaml`]: `rules: {coverage/${CANARY}: off}\n` };
    const ran = await redacted([PLAN, '-f', 'sarif=out/log.sarif'], given);
    expect([...ran.written.keys()]).toEqual(['out/log.sarif']);
    expect(leaksIn(said(ran), [CANARY])).toEqual([]);
    expect(ran.written.get('out/log.sarif')).toContain('已隐去');
  });

  test('files that were passed over are counted, and never named', async () => {
    const ran = await redacted(['fixtures/sites/ktv', '--verbose', '--ignore-unknown']);
    expect(ran.err).toMatch(/另有2个文件不是设计图，未审查。/);
    expect(ran.err).not.toContain('expected');
  });

  test('a fault of sitecam itself: where in it, and no word that could be of the plan', async () => {
    const now = () => {
      throw new TypeError(`${CANARY} is no time`);
    };
    const ran = await redacted([PLAN], {}, { now, errIsTerminal: true });
    expect(ran.code).toBe(70);
    expect(ran.err).toContain('TypeError');
    expect(leaksIn(said(ran), [CANARY, process.cwd()])).toEqual([]);
    expect(faultTrace(`${CANARY}`)).toBe('***');
  });

  test('frames of a stack are told by their place in the program', () => {
    const error = new RangeError('secret');
    error.stack = `RangeError: secret\n    at secret (file:///home/dist/secret/node_modules/sitecam-lint/dist/engine/lint.js:10:2)\n    at node:internal/x:1:2`;
    expect(faultTrace(error)).toBe('RangeError\n    at dist/engine/lint.js:10:2');
  });
});

describe('wrong usage', () => {
  test.each([
    ['--assets', '平面图就是图纸内容', ['lint', '--redact', PLAN, '--assets', 'out', '-f', 'markdown']],
    ['--fix-geometry', '位置和角度', ['lint', '--redact', PLAN, '--fix-geometry']],
    ['--fix', '图纸原文', ['lint', '--redact', PLAN, '--fix']],
    ['--fix-dry-run', '图纸原文', ['lint', '--redact', PLAN, '--fix-dry-run', '-f', 'json=out/a.json']],
    ['--print-config', '配置的原文', ['lint', '--redact', '--print-config', PLAN]],
    ['--redact-map', '只与 --redact 同用', ['lint', PLAN, '--redact-map', 'map.json']],
    ['draw', '图就是图纸内容', ['draw', '--redact', PLAN]],
    ['inspect', '图纸内容', ['inspect', PLAN, '--redact']],
    ['baseline', '同样保密', ['baseline', '--redact', PLAN]],
    ['import', '写出的就是设计图', ['import', '--redact', PLAN]],
    ['merge', '合并后仍是隐去的', ['merge', '--redact', PLAN]],
  ])('%s: says why, and writes nothing', async (what, why, argv) => {
    const ran = await sitecam(argv, { given: VIOLATIONS.files });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(what);
    expect(ran.err).toContain(why);
    expect(ran.out).toBe('');
    expect(ran.written.size).toBe(0);
  });

  test('is known from the command line alone', () => {
    expect([['lint', '--redact'], ['--redact-map=a'], ['x', '--redact-map', 'a']].map(asksToRedact)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['--redacted', 'redact', '--color'].map((arg) => asksToRedact([arg]))).toEqual([false, false, false]);
  });
});

describe('names', () => {
  test('--redact-map tells what each stands for, and nobody else does', async () => {
    const ran = await redacted([PLAN, '-f', 'json=out/report.json', '--redact-map', 'out/map.json'], BESIDE);
    const { plans } = JSON.parse(ran.written.get('out/map.json') ?? '');
    const [report] = JSON.parse(ran.written.get('out/report.json') ?? '').plans;
    const open = await sitecam(['lint', PLAN, '-f', 'json'], { given: { ...VIOLATIONS.files, ...BESIDE } });
    const [known] = JSON.parse(open.out).plans;
    expect(plans[0].name).toBe('plan-1');
    expect(plans[0].path).toBe(PLAN);
    const subjects: Readonly<Record<string, string>> = plans[0].subjects;
    const back = (name: string) =>
      name
        .split('>')
        .map((part) => subjects[part] ?? part.replace(/^(.*)\/(\d+)$/, (_, base, n) => `${subjects[base]}/${n}`))
        .join('>');
    const of = ({ rule, subject, outcome }: { rule: string; subject: string; outcome: string }, name = subject) =>
      [rule, name, outcome].join(' ');
    expect(report.verdicts.map((one: Parameters<typeof of>[0]) => of(one, back(one.subject))).sort()).toEqual(
      known.verdicts.map((one: Parameters<typeof of>[0]) => of(one)).sort(),
    );
    // Counted as the plan has them.
    const devices = known.devices.map(({ id }: { readonly id: string }) => id);
    expect(devices.map((_: string, n: number) => subjects[`device-${n + 1}`])).toEqual(devices);
  });

  test('plans are counted over all shards, and merged they are one run', async () => {
    const paths = Array.from({ length: 11 }, (_, n) => `${FOLDER}/${CANARY}${String.fromCharCode(97 + n)}.yaml`);
    const small = readFileSync('fixtures/rules/waiver/unused/fail-nothing-to-waive.yaml', 'utf8');
    const given = Object.fromEntries(paths.map((path, n) => [path, n === 4 ? `${CANARY}: [` : small]));
    const parts: Record<string, string> = {};
    for (const n of [1, 2, 3]) {
      const { written } = await redacted([...paths, '-f', `record=part-${n}`, '--shard', `${n}/3`], given);
      for (const [name, text] of written) parts[name] = text;
    }
    expect(Object.keys(parts)).toHaveLength(3);
    for (const text of Object.values(parts)) expect(leaksIn(text, [CANARY, process.cwd()])).toEqual([]);
    for (const format of REPORT_FORMATS) {
      const whole = await redacted([...paths, '-f', format], given);
      const merged = await sitecam(['merge', ...Object.keys(parts), '-f', format], { given: parts });
      expect(merged.err).toBe('');
      expect(merged.out === whole.out).toBe(true);
      expect(merged.code).toBe(whole.code);
      if (format === 'json') expect(whole.out).toMatch(/plan-01[\s\S]*plan-11/);
    }
  });

  test('records of several runs are never merged: each has a plan-1 of its own', async () => {
    const given: Record<string, string> = {};
    for (const name of ['ktv', 'museum']) {
      const ran = await sitecam(['lint', '--redact', `fixtures/sites/${name}/plan.yaml`, '-f', 'record']);
      given[`${name}.record`] = ran.out;
      const open = await sitecam(['lint', `fixtures/sites/${name}/plan.yaml`, '-f', 'record']);
      given[`open-${name}.record`] = open.out;
    }
    const several = await sitecam(['merge', 'ktv.record', 'museum.record', '--lang', 'en'], { given });
    expect(several.code).toBe(2);
    expect(several.err).toContain('only be merged as shards of one run');
    const mixed = await sitecam(['merge', 'ktv.record', 'open-museum.record', '--lang', 'en'], { given });
    expect(mixed.code).toBe(2);
    expect(mixed.err).toContain('redacted');
  });

  test('a record, with a configuration, waivers and a baseline, tells no more; by a pack of one’s own there is none', async () => {
    const { files } = VIOLATIONS;
    const baseline = (await sitecam(['baseline', PLAN, '-o', 'b.json'], { given: files })).written.get('b.json') ?? '';
    const given = { ...BESIDE, 'b.json': baseline };
    const ran = await redacted([PLAN, '-f', 'record', '--baseline', 'b.json', '--limit', 'bytes=9M'], given);
    expect(ran.code).toBe(0);
    expect(leaksIn(said(ran), [...secrets, 'b.json'])).toEqual([]);
    const law = readFileSync('fixtures/packs/demo.yaml', 'utf8');
    const own = await redacted([PLAN, '-f', 'record', '--pack', 'own.yaml', '--lang', 'en'], { 'own.yaml': law });
    expect(own).toMatchObject({ code: 2, out: '', err: expect.stringContaining('a law pack of your own') });
  });
});

describe('what others read', () => {
  const draft7 = new Ajv({ strict: true, allowUnionTypes: true });
  const record = draft7.compile({ ...Object(closed(reportSchema)), $id: 'closed' });
  const draft2020 = new Ajv2020({ strict: false, allErrors: true });
  formats.default(draft2020);
  const log = draft2020.compile(sarifSchema);

  async function withBaseline(format: string): Promise<Ran> {
    const base = await sitecam(['baseline', PLAN, '-o', `${FOLDER}/${CANARY}.json`], { given: VIOLATIONS.files });
    const known: { plans: { findings: { subject: string; rule: string }[] }[] } = JSON.parse(
      base.written.get(`${FOLDER}/${CANARY}.json`) ?? '',
    );
    // One that is gone, one of a rule that nobody knows, and the others but one.
    const [{ findings }] = known.plans;
    const [first, second, ...rest] = findings;
    known.plans[0].findings = [
      renamed({ ...first, subject: `${CANARY}gone` }),
      renamed({ ...second, rule: `plan/${CANARY.toLowerCase()}` }),
      ...rest,
    ];
    const given = { ...BESIDE, [`${FOLDER}/${CANARY}.json`]: JSON.stringify(known) };
    return redacted([PLAN, '-f', format, '--baseline', `${FOLDER}/${CANARY}.json`], given);
  }

  const renamed = <T extends { readonly rule: string; readonly subject: string }>(finding: T): T => ({
    ...finding,
    fingerprint: fingerprint(finding.rule, finding.subject),
  });

  test.each(REPORT_FORMATS)(
    '%s beside a baseline, whose names, hashes and subjects are no more told',
    async (format) => {
      const ran = await withBaseline(format);
      expect(ran.code, ran.err).toBe(1);
      expect(leaksIn(said(ran), secrets)).toEqual([]);
      expect(said(ran)).not.toContain(CANARY.toLowerCase());
      if (format === 'json') {
        const [plan] = JSON.parse(ran.out).plans;
        expect(plan.baseline.sha256).toBeNull();
        expect(plan.gone.length).toBeGreaterThan(0);
        expect(plan.baseline.new).toBeGreaterThan(0);
      }
    },
  );

  test('the record in JSON keeps to its schema, and says that it is redacted', async () => {
    for (const ran of [
      await redacted([PLAN, 'fixtures/malformed/empty.yaml', '-f', 'json'], BESIDE),
      await withBaseline('json'),
    ]) {
      const value = JSON.parse(ran.out);
      expect(record(value) ? [] : record.errors).toEqual([]);
      expect(value.redacted).toBe(true);
    }
  });

  test.each(['sarif', 'sarif-github'])('%s keeps to the schema', async (format) => {
    for (const ran of [
      await redacted([PLAN, 'fixtures/malformed/empty.yaml', '-f', format], BESIDE),
      await withBaseline(format),
    ]) {
      expect(log(JSON.parse(ran.out)) ? [] : log.errors).toEqual([]);
    }
  });

  test('an alert on GitHub has a line, which it asks for', async () => {
    const ran = await redacted([PLAN, '-f', 'sarif-github']);
    const { results } = JSON.parse(ran.out).runs[0];
    expect(results.length).toBeGreaterThan(5);
    for (const { locations } of results) {
      expect(locations[0].physicalLocation.artifactLocation.uri).toBe('plan-1');
      expect(locations[0].physicalLocation.region).toEqual({ startLine: 1 });
    }
  });

  test('a schedule has a record for each device that a verdict is about', async () => {
    const ran = await redacted([PLAN, '-f', 'schedule', '--lang', 'en']);
    const [head, ...rows] = ran.out.trim().split('\r\n');
    expect(head).toBe('Plan,Opaque name (redacted),Verdict,Findings');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatch(/^plan-1,device-\d+,(?:fail|open|review|warning|pass|not applicable)/);
  });

  test('a reviewer is told that something of the author was refused, not what', async () => {
    const ran = await redacted([PLAN, '--as', 'reviewer'], BESIDE);
    expect(ran.out).toContain('未采纳');
    expect(leaksIn(said(ran), secrets)).toEqual([]);
  });
});

test('hostile texts of every kind, in every format', async () => {
  const given = { [`${CANARY}.yaml`]: readFileSync('test/support/hostile.yaml', 'utf8') };
  expect(existsSync(`${CANARY}.yaml`)).toBe(false);
  for (const format of REPORT_FORMATS) {
    const ran = await redacted([`${CANARY}.yaml`, '-f', format, '--verbose', '--limit', 'name=1k'], given);
    expect(ran.code).toBe(1);
    const text = format === 'html' ? ran.out.replace(/<script\b[\s\S]*?<\/script>|default-src[^"]*/g, '') : ran.out;
    expect(leaksIn(text, [CANARY, 'alert(1)', 'cmd()', 'e.vil', 'evil', '@all', '更衣室<'])).toEqual([]);
  }
});
