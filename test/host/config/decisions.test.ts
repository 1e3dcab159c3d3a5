import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { sitecam } from '../../support/io.js';

/** A hotel with one level, up to its zones. */
const HOTEL_FLOOR = `sitecam: 1
site: {name: 示例, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
`;

const HOTEL = readFileSync('fixtures/sites/qingcheng-hotel/violations.yaml', 'utf8');
const PLAN = 'p/plan.yaml';
const DESK = '../desk/answers.yaml';

interface Verdict {
  readonly rule: string;
  readonly subject: string;
  readonly outcome: string;
  readonly fingerprint: string;
  readonly geometry?: string;
  readonly decision?: { readonly decision: string; readonly lapsed: boolean; readonly by: string };
}

function run(command: string, given: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  return sitecam(
    [command, ...argv, '--no-color'].filter((one) => command === 'lint' || one !== '--no-color'),
    {
      given: { [PLAN]: HOTEL, ...given },
      columns: 1000,
    },
  );
}

const lint = (given: Readonly<Record<string, string>>, ...argv: readonly string[]) => run('lint', given, PLAN, ...argv);

async function verdicts(given: Readonly<Record<string, string>>, ...argv: readonly string[]): Promise<Verdict[]> {
  return JSON.parse((await lint(given, '--format', 'json', ...argv)).out).plans[0].verdicts;
}

const reviews = (await verdicts({})).filter(({ outcome }) => outcome === 'review');
const [first, second] = reviews;

/** A decision as somebody writes it from the report in JSON. */
function entry({ rule, subject, fingerprint, geometry }: Verdict, changed: object = {}) {
  return {
    plan: 'plan.yaml',
    rule,
    subject,
    fingerprint,
    geometry,
    decision: 'complies',
    by: '某市公安局',
    document: '技防审3号',
    date: '2026-01-05',
    reason: '已现场核实',
    ...changed,
  };
}

function file(...entries: readonly object[]): string {
  return `decisions:\n${entries.map((one) => `  - ${JSON.stringify(one)}\n`).join('')}`;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('--decisions', () => {
  it('answers a review, keeps its outcome and says who decided, on what paper and where it stands', async () => {
    const given = { [DESK]: file(entry(first)) };
    const found = (await verdicts(given, '--decisions', DESK)).find(
      ({ fingerprint }) => fingerprint === first.fingerprint,
    );
    expect(found).toMatchObject({ outcome: 'review', decision: { decision: 'complies', lapsed: false } });
    for (const format of ['terminal', 'markdown', 'html', 'json', 'sarif', 'junit', 'github', 'sheet']) {
      const { out } = await lint(given, '--decisions', DESK, '--format', format);
      const plain = out.replaceAll('&gt;', '>').replaceAll('\\u003e', '>');
      expect(plain, format).toMatch(/审查决定：.*符合要求（某市公安局，技防审3号，2026年1月5日/);
    }
    // An issue on it would stand for ever.
    expect((await lint(given, '--decisions', DESK, '--format', 'gitlab')).out).not.toContain('审查决定');
    const { out } = await lint(given, '--decisions', DESK, '--lang', 'en');
    expect(out).toContain("(某市公安局, 技防审3号, 5 January 2026; reason: '已现场核实'; '../desk/answers.yaml:2')");
  });

  it('counts what nobody has answered, and what must be amended, under --fail-on review', async () => {
    const code = async (text: string | undefined) => {
      const given: Record<string, string> = text === undefined ? {} : { [DESK]: text };
      const named = text === undefined ? [] : ['--decisions', DESK];
      const { out } = await lint(given, '--format', 'json', ...named);
      const { countsForExit } = await import('../../../src/lint/exit.js');
      return (JSON.parse(out).plans[0].verdicts as Parameters<typeof countsForExit>[0][]).filter(
        (one) => one.outcome === 'review' && countsForExit(one, 'review'),
      ).length;
    };
    expect(await code(undefined)).toBe(reviews.length);
    expect(await code(file(entry(first)))).toBe(reviews.length - 1);
    expect(await code(file(entry(first), entry(second)))).toBe(reviews.length - 2);
    expect(await code(file(entry(first, { decision: 'amend' })))).toBe(reviews.length);
    expect(await code(file(entry(first, { geometry: '0'.repeat(32) })))).toBe(reviews.length);
  });

  it('says on the form to sign that there are decisions, which stand in its annex', async () => {
    const { out } = await lint({ [DESK]: file(entry(first)) }, '--decisions', DESK, '--format', 'opinion');
    expect(out).toMatch(/有对须当面核实事项的审查决定.*见附件首页/);
  });

  it('lists a decision to amend as such', async () => {
    const { out } = await lint({ [DESK]: file(entry(first, { decision: 'amend' })) }, '--decisions', DESK);
    expect(out).toMatch(/审查决定：.*须修改（某市公安局/);
  });

  it.each([
    ['reason', 'why it was so decided', '决定的理由'],
    ['by', 'the organ or person that decided', '作出决定的机关或者人员'],
    ['document', 'the paper', '文书名称、文号'],
  ])('is refused without a word on %s, in words of ours', async (key, en, zh) => {
    for (const blank of ['', ' \u3000']) {
      const given = { [DESK]: file(entry(first, { [key]: blank })) };
      const english = await lint(given, '--decisions', DESK, '--lang', 'en');
      expect(english).toMatchObject({
        code: 2,
        err: expect.stringContaining(`'${key}' is '${blank}', but must be '${en}'`),
      });
      expect((await lint(given, '--decisions', DESK)).err).toContain(`“${zh}”`);
    }
  });

  it.each(['by', 'document', 'reason'])('is refused with a word that says nothing for %s', async (key) => {
    const given = { [DESK]: file(entry(first, { [key]: '待定' })) };
    expect(await lint(given, '--decisions', DESK, '--lang', 'en')).toMatchObject({
      code: 2,
      err: expect.stringContaining(`'${key}' is '待定', which says nothing`),
    });
    expect((await lint(given, '--decisions', DESK)).err).toContain(`“${key}”的值“待定”没有内容`);
  });

  it('is on nothing where it names another rule than that of its fingerprint', async () => {
    const given = { [DESK]: file(entry(first, { rule: 'rooms/fittings' })) };
    const found = (await verdicts(given, '--decisions', DESK)).find(
      ({ fingerprint }) => fingerprint === first.fingerprint,
    );
    expect(found).not.toHaveProperty('decision');
    expect((await lint(given, '--decisions', DESK, '--lang', 'en')).out).toContain(
      `A decision is on nothing that is to be reviewed: ${first.subject}`,
    );
  });

  it('lapses when the device turns, and says so', async () => {
    const device = first.subject.split('>')[0];
    const turned = HOTEL.replace(
      new RegExp(`(id: ${device}\\b[^\\n]*?heading: )(-?[\\d.]+)`),
      (_, head, heading) => `${head}${Number(heading) + 1}`,
    );
    expect(turned).not.toBe(HOTEL);
    const given = { [PLAN]: turned, [DESK]: file(entry(first)) };
    const found = (await verdicts(given, '--decisions', DESK)).find(
      ({ fingerprint }) => fingerprint === first.fingerprint,
    );
    expect(found).toMatchObject({ outcome: 'review', decision: { lapsed: true } });
    expect((await lint(given, '--decisions', DESK)).out).toContain('审查决定失效');
  });

  const MALL = readFileSync('fixtures/rules/signs/approach/review-unclear-text.yaml', 'utf8');
  const state = async (plan: string, decided: Verdict) => {
    const given = { [PLAN]: plan, [DESK]: file(entry(decided)) };
    const found = (await verdicts(given, '--decisions', DESK)).find(
      ({ fingerprint }) => fingerprint === decided.fingerprint,
    );
    return { outcome: found?.outcome, lapsed: found?.decision?.lapsed };
  };
  const reviewOf = async (wanted: string, plan = MALL) => {
    const found = (await verdicts({ [PLAN]: plan })).find(({ subject }) => subject === wanted);
    if (found?.outcome !== 'review') throw new Error(`no review on ${wanted}`);
    return found;
  };

  const POLICE = readFileSync('fixtures/rules/coverage/declared/review-8-12-by-police.yaml', 'utf8');
  const INSIDE = readFileSync('fixtures/rules/signs/approach/review-met-by-another-text.yaml', 'utf8');

  it.each([
    ['the text of a sign', 'site/signs', MALL, '智慧安防覆盖区', '安防设备运行区域'],
    ['the place of a sign', 'site/signs', MALL, '[3.5, 0]', '[3.6, 0]'],
    ['another site', 'site/signs', MALL, 'name: 示例', 'name: 另一医院'],
    ['a room', 'hospital/9.2(3)/restroom', MALL, 'name: 大堂', 'name: 门诊大堂'],
    ['the document', 'key-unit/8(12)/designation', POLICE, '新公发〔2026〕1号', '新公发〔2026〕2号'],
    ['a sign that people at a door do not meet', 'd1', INSIDE, '[0, 7]', '[0, 7.5]'],
  ])('lapses, though the finding is on nothing drawn alone, by %s', async (_, subject, plan, from, to) => {
    expect(plan).toContain(from);
    const decided = await reviewOf(subject, plan);
    expect(await state(plan, decided)).toEqual({ outcome: 'review', lapsed: false });
    expect(await state(plan.replace(from, to), decided)).toEqual({ outcome: 'review', lapsed: true });
    const given = { [PLAN]: plan.replace(from, to), [DESK]: file(entry(decided)) };
    expect((await lint(given, '--decisions', DESK)).out).toContain('与决定所记不符');
  });

  it('lapses when a screen that hid more goes, or a wall that leaves less covered comes', async () => {
    const screen = '      - {id: screen, line: [[9.6, 2], [9.6, 4]], height: 3}\n';
    const plan = `${HOTEL_FLOOR}      - {id: hall, kind: corridor, name: 走廊, rect: [0, 0, 12, 4]}
      - {id: wc, kind: restroom, name: 卫生间, rect: [8, 4, 3, 5]}
    openings:
      - {id: d-wc, kind: door, line: [[9, 4], [9.9, 4]]}
    devices:
      - {id: C1, kind: camera, at: [9.3, 0.1], height: 2.7, heading: 0, tilt: 20, hfov: 90, resolution: [2560, 1440], audio: none}
    walls:
${screen}      - {id: rail, line: [[0, 2], [1, 2]], height: 3}
`;
    const seen = await reviewOf('C1>wc', plan);
    expect(await state(plan, seen)).toEqual({ outcome: 'review', lapsed: false });
    expect(await state(plan.replace(screen, ''), seen)).toEqual({ outcome: 'review', lapsed: true });
    const covered = (await verdicts({ [PLAN]: plan })).find(
      ({ rule, subject }) => rule === 'coverage/protected' && subject === 'hall',
    );
    if (covered === undefined) throw new Error('the corridor is not judged');
    expect(await state(plan, covered)).toEqual({ outcome: 'review', lapsed: false });
    const across = plan.replace(screen, `${screen}      - {id: across, line: [[8, 0], [8, 4]], height: 3}\n`);
    expect(await state(across, covered)).toEqual({ outcome: 'review', lapsed: true });
    // What hides nothing of either changes neither.
    expect(await state(plan.replace('[1, 2]', '[0.9, 2]'), seen)).toEqual({ outcome: 'review', lapsed: false });
  });

  it('stays while an equal plan gives an area halfway between two figures of two decimals', async () => {
    const plan = `${HOTEL_FLOOR}      - {id: hall, kind: corridor, name: 走廊, rect: [103.33, 57.77, 1.85, 6]}
      - {id: wc, kind: restroom, name: 卫生间, rect: [103.33, 63.77, 1.85, 4.7]}
    openings:
      - {id: d-wc, kind: door, line: [[103.33, 63.77], [105.18, 63.77]]}
    devices:
      - {id: C1, kind: camera, at: [104.255, 63.67], height: 2.7, heading: 0, tilt: 20, hfov: 179, resolution: [7680, 4320], audio: none}
`;
    const outline = 'polygon: [[105.18, 68.47], [103.33, 68.47], [103.33, 63.77], [105.18, 63.77]]';
    const redrawn = plan.replace('rect: [103.33, 63.77, 1.85, 4.7]', outline);
    expect(redrawn).toContain(outline);
    expect(await state(redrawn, await reviewOf('C1>wc', plan))).toEqual({ outcome: 'review', lapsed: false });
  });

  it('lapses where it recorded nothing that it rests on', async () => {
    const decided = { ...(await reviewOf('site/signs')), geometry: sha256('').slice(0, 32) };
    expect(await state(MALL, decided)).toEqual({ outcome: 'review', lapsed: true });
  });

  it('never answers a fail or an open', async () => {
    const all = await verdicts({});
    for (const outcome of ['fail', 'open']) {
      const found = all.find((one) => one.outcome === outcome);
      if (found === undefined) throw new Error(`the plan has no ${outcome}`);
      const given = { [DESK]: file(entry({ ...found, geometry: '0'.repeat(32) })) };
      const after = (await verdicts(given, '--decisions', DESK)).find(
        ({ fingerprint }) => fingerprint === found.fingerprint,
      );
      expect(after).toEqual(found);
      expect((await lint(given, '--decisions', DESK)).out).toContain('审查决定未采纳');
    }
  });

  it('says of one that is on nothing to review', async () => {
    const given = { [DESK]: file(entry(first, { fingerprint: '0'.repeat(64), subject: 'C9>gone' })) };
    expect((await lint(given, '--decisions', DESK)).out).toContain('审查决定未对应任何须当面核实的事项：C9>gone');
  });

  it('holds for its plan alone', async () => {
    const given = { [DESK]: file(entry(first, { plan: 'other.yaml' })) };
    expect((await verdicts(given, '--decisions', DESK)).some(({ decision }) => decision !== undefined)).toBe(false);
  });

  it('takes no file beside the plan that nobody named, and says so; a reviewer takes none from there at all', async () => {
    const given = { 'p/sitecam.decisions.yaml': file(entry(first)) };
    for (const persona of ['designer', 'ci', 'reviewer']) {
      const { out } = await lint(given, '--as', persona, '--format', 'json');
      const [plan] = JSON.parse(out).plans;
      expect(plan.verdicts.some(({ decision }: Verdict) => decision !== undefined)).toBe(false);
      expect(JSON.stringify(plan.cautions)).toContain('未采纳审查决定文件“p/sitecam.decisions.yaml”');
    }
    const named = await lint(given, '--as', 'reviewer', '--decisions', 'p/sitecam.decisions.yaml');
    expect(named).toMatchObject({ code: 2, err: expect.stringContaining('--decisions') });
  });

  it('can be pinned by its hash', async () => {
    const text = file(entry(first));
    const given = { [DESK]: text };
    const kept = await verdicts(given, '--decisions', `${DESK}#sha256=${sha256(text)}`);
    expect(kept.some(({ decision }) => decision !== undefined)).toBe(true);
    const { code, err } = await lint(given, '--decisions', `${DESK}#sha256=${'0'.repeat(64)}`);
    expect(code).toBe(2);
    expect(err).toContain(sha256(text));
  });

  it.each([
    ['a missing key', entry(first, { by: undefined }), 2],
    ['an unknown key', entry(first, { until: '2027-01-01' }), 2],
    ['no day', entry(first, { date: '2026-02-31' }), 2],
    ['no such answer', entry(first, { decision: 'waived' }), 2],
    ['a glob that is refused', entry(first, { plan: '/abs' }), 2],
  ])('shows %s at its line, exit code 2', async (_name, one, line) => {
    const { code, out, err } = await lint({ [DESK]: file(one) }, '--decisions', DESK);
    expect(code).toBe(2);
    expect(out + err).toContain(`answers.yaml:${line}:`);
    expect(out + err).toContain('审查决定文件不能使用（1处错误），未作任何审查。');
    const redacted = await lint({ [DESK]: file(one) }, '--decisions', DESK, '--redact');
    expect(redacted.err).toContain('审查决定文件不能使用（1处错误）');
    expect(redacted.err).not.toContain('answers');
    const english = await lint({ [DESK]: file(one) }, '--decisions', DESK, '--lang', 'en');
    expect(english.out + english.err).toContain("The file of decisions can't be used (1 fault); nothing was linted.");
  });

  it('refuses two on one finding, and a file that is not there', async () => {
    const twice = await lint({ [DESK]: file(entry(first), entry(first, { decision: 'amend' })) }, '--decisions', DESK);
    expect(twice.code).toBe(2);
    expect(twice.out + twice.err).toContain('answers.yaml:3:');
    expect(await lint({}, '--decisions', DESK)).toMatchObject({ code: 2, err: expect.stringContaining('不存在') });
  });

  it('takes none of two that say otherwise of one finding by different globs, and says so of both', async () => {
    const other = { plan: '*.yaml', decision: 'amend', document: '技防审9号' };
    for (const entries of [
      [entry(first), entry(first, other)],
      [entry(first, other), entry(first)],
    ]) {
      const given = { [DESK]: file(...entries) };
      const found = (await verdicts(given, '--decisions', DESK)).find(
        ({ fingerprint }) => fingerprint === first.fingerprint,
      );
      expect([found?.outcome, found?.decision]).toEqual(['review', undefined]);
      const { out } = await lint(given, '--decisions', DESK);
      expect(out).toMatch(
        /审查决定未采纳：对.*另有不同的审查决定，本决定（符合要求；某市公安局，技防审3号，2026年1月5日/,
      );
      expect(out).toMatch(
        /审查决定未采纳：对.*另有不同的审查决定，本决定（须修改；某市公安局，技防审9号，2026年1月5日/,
      );
      expect(out).not.toMatch(/审查决定：/);
      const english = await lint(given, '--decisions', DESK, '--lang', 'en');
      expect(english.out).toMatch(/another one on .* says otherwise, and neither holds .*\(to comply; /);
    }
  });

  it('takes those that say the same, and passes by what was decided on an earlier drawing', async () => {
    const again = { plan: '*.yaml', document: '技防审9号' };
    for (const [state, changed] of [
      [/审查决定：.*符合要求（某市公安局，技防审9号/, again],
      [/审查决定失效：.*（某市公安局，技防审9号/, { ...again, decision: 'amend', geometry: '0'.repeat(32) }],
    ] as const) {
      const given = { [DESK]: file(entry(first), entry(first, changed)) };
      const found = (await verdicts(given, '--decisions', DESK)).find(
        ({ fingerprint }) => fingerprint === first.fingerprint,
      );
      expect(found?.decision).toMatchObject({ decision: 'complies', lapsed: false });
      const { out } = await lint(given, '--decisions', DESK);
      expect(out).toMatch(/审查决定：.*符合要求（某市公安局，技防审3号/);
      expect(out).toMatch(state);
    }
  });

  it('is in the terms of the run, without which a report can’t be verified', async () => {
    const text = file(entry(first));
    const { out } = await lint({ [DESK]: text }, '--decisions', DESK, '--format', 'json', '--today', '2026-11-28');
    expect(JSON.parse(out).plans[0].terms.decisions).toEqual({ path: DESK, sha256: sha256(text) });
    const given = { [DESK]: text, 'r.json': out };
    const without = await run('verify', given, 'r.json', PLAN);
    expect(without).toMatchObject({ code: 1, out: expect.stringContaining('请加 --decisions') });
    expect(await run('verify', given, 'r.json', PLAN, '--decisions', DESK)).toMatchObject({ code: 0 });
  });

  it('is merged from records, and redaction leaves of it what the exit code needs', async () => {
    const given = { [DESK]: file(entry(first)) };
    const record = (await lint(given, '--decisions', DESK, '--format', 'record', '--redact')).out;
    const told = (await lint(given, '--decisions', DESK, '--format', 'json', '--redact')).out;
    for (const text of [record, told]) expect(text).not.toMatch(/公安局|技防审|核实”|answers\.yaml/);
    const merged = await run('merge', { 'a.record': record }, 'a.record', '--format', 'json');
    const answers = (text: string) =>
      (JSON.parse(text).plans[0].verdicts as Verdict[]).flatMap(({ decision }) => decision?.decision ?? []);
    expect(answers(told)).toEqual(['complies']);
    expect(answers(merged.out)).toEqual(['complies']);
  });

  it('fits the schemas', async () => {
    const schema = (name: string) => JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8'));
    const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
    const given = { [DESK]: file(entry(first), entry(second, { geometry: '0'.repeat(32) })) };
    const { out } = await lint(given, '--decisions', DESK, '--format', 'json');
    const isReport = ajv.compile(schema('report-2'));
    isReport(JSON.parse(out));
    expect((isReport.errors ?? []).filter(({ instancePath }) => /decision|geometry|terms/.test(instancePath))).toEqual(
      [],
    );
    expect(ajv.validate(schema('decisions'), { decisions: [entry(first)] })).toBe(true);
  });
});
