import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { planKey } from '../../src/host/config/baseline.js';
import { processIo } from '../../src/host/io.js';
import { rules } from '../../src/rules/registry.gen.js';
import { sitecam } from '../support/io.js';
import { type Expected, isFinding, nameOf, type Said } from '../support/site-expectations.js';

const HOTEL = 'fixtures/sites/qingcheng-hotel/violations.yaml';
const GOOD = 'fixtures/sites/qingcheng-hotel/plan.yaml';
const REVIEWS = 'fixtures/sites/ktv/plan.yaml';
const FILE = 'sitecam.baseline.json';

/** Returns the findings written down beside a shipped plan: how many there are grows with the rules. */
function expectedOf(plan: string): Said[] {
  const { verdicts }: Expected = JSON.parse(readFileSync(plan.replace('.yaml', '.expected.json'), 'utf8'));
  return verdicts.filter(isFinding);
}

const isWarning = ({ rule }: Said) => rules.find(({ id }) => id === rule)?.level === 'warning';

/** True of faults of the drawing, which headlines count apart. */
const isDrawing = ({ rule }: Said) => rule.startsWith('waiver/');

/** Returns the number of findings with the outcome, of those that headlines count by outcome. */
const graveOf = (plan: string, outcome: Said['outcome']) =>
  expectedOf(plan).filter((one) => one.outcome === outcome && !isWarning(one) && !isDrawing(one)).length;

const IN_HOTEL = expectedOf(HOTEL).length;
const IN_GOOD = expectedOf(GOOD).length;

interface Written {
  readonly plans: readonly {
    readonly plan: string;
    readonly findings: readonly { readonly rule: string; readonly subject: string }[];
  }[];
}

/** Runs `sitecam baseline` and gives what it wrote. */
async function recorded(argv: readonly string[], given: Record<string, string> = {}) {
  const file = argv.includes('-o') ? (argv[argv.indexOf('-o') + 1] ?? '') : FILE;
  const ran = await sitecam(['baseline', ...argv], { given });
  const text = ran.written.get(file);
  const value: Written | undefined = text === undefined ? undefined : JSON.parse(text);
  return { ...ran, text, value };
}

const baseline = async (...plans: readonly string[]) => {
  const { text } = await recorded(plans);
  if (text === undefined) throw new Error('no baseline was written');
  return text;
};

describe('sitecam baseline', () => {
  it('records the findings, says how many, and names what fails Art. 9(2)', async () => {
    const { code, out, err, value } = await recorded([HOTEL]);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(value?.plans.map(({ plan, findings }) => [plan, findings.length])).toEqual([[HOTEL, IN_HOTEL]]);
    const [fail, open, review] = (['fail', 'open', 'review'] as const).map((outcome) => graveOf(HOTEL, outcome));
    const faults = expectedOf(HOTEL).filter(isDrawing).length;
    const hints = expectedOf(HOTEL).filter(isWarning).length;
    expect(out).toContain(
      `已写入“${FILE}”，记录1份设计图的问题${IN_HOTEL}项（不符合${fail}，待补充${open}，须审查判定${review}，图纸差错${faults}，提示${hints}）。`,
    );
    expect(out).toContain('其中1项为第九条第二款的不符合');
    expect(out).toContain('C1-12>changing-f  capture/device-in-private-zone');
    expect(out).toContain('比对基准不改变结论');
    expect((await sitecam(['baseline', HOTEL, '--lang', 'en'])).out).toContain('1 of them fails Art. 9(2)');
  });

  it('records a plan that leaves only reviews: it is known, and what comes is new', async () => {
    const { value, out } = await recorded([REVIEWS]);
    expect(value?.plans.map(({ plan, findings }) => [plan, findings.map(nameOf)])).toEqual([
      [REVIEWS, expectedOf(REVIEWS).map(nameOf)],
    ]);
    expect(expectedOf(REVIEWS).map(({ rule }) => rule)).toContain('capture/view-into-private-zone');
    expect(expectedOf(REVIEWS).filter(({ outcome }) => outcome !== 'review')).toEqual([]);
    expect(out).not.toContain('第九条');
  });

  it('the same plans give the same bytes, in whatever order and however often they are named', async () => {
    const once = await baseline(HOTEL, GOOD);
    expect(await baseline(GOOD, HOTEL, HOTEL)).toBe(once);
    expect(once).not.toContain(process.cwd());
  });

  it('takes folders and patterns as lint does', async () => {
    const folder = await recorded(['fixtures/sites/ktv']);
    expect(folder.value?.plans.map(({ plan }) => plan)).toEqual([
      'fixtures/sites/ktv/plan.yaml',
      'fixtures/sites/ktv/violations.yaml',
    ]);
    const none = await recorded(['fixtures/sites/ktv/*.geojson']);
    expect(none.code).toBe(3);
    expect(none.written.size).toBe(0);
  });

  it('names plans from its own folder', async () => {
    const { value } = await recorded([HOTEL, '-o', 'fixtures/accepted.json']);
    expect(value?.plans.map(({ plan }) => plan)).toEqual(['sites/qingcheng-hotel/violations.yaml']);
    expect(planKey('ci/b.json', 'plans/a.yaml')).toBe('../plans/a.yaml');
    expect(planKey('../b.json', 'a.yaml')).toMatch(/^[^./][^/]*\/a\.yaml$/);
  });

  it('keeps what it knew of plans that are not named, and writes nothing where nothing changed', async () => {
    const before = await baseline(HOTEL);
    const { value, out } = await recorded([GOOD], { [FILE]: before });
    expect(value?.plans.map(({ plan, findings }) => [plan, findings.length])).toEqual([
      [GOOD, IN_GOOD],
      [HOTEL, IN_HOTEL],
    ]);
    expect(out).toContain('另保留本次未列出的设计图1份');
    const again = await recorded([HOTEL], { [FILE]: before });
    expect(again.written.size).toBe(0);
    expect(again.out).toContain('无变化');
  });

  it('keeps what it knew of a plan that cannot be read, and says 3', async () => {
    const before = (await baseline(HOTEL)).replaceAll(HOTEL, 'broken.yaml');
    const given = { [FILE]: before, 'broken.yaml': 'sitecam: 1\nsite: {nam: x}\n' };
    const both = await recorded(['broken.yaml', GOOD], given);
    expect(both.code).toBe(3);
    expect(both.err).toContain('broken.yaml:2:8');
    expect(both.value?.plans.map(({ plan, findings }) => [plan, findings.length])).toEqual([
      ['broken.yaml', IN_HOTEL],
      [GOOD, IN_GOOD],
    ]);
    const alone = await recorded(['broken.yaml'], given);
    expect(alone.code).toBe(3);
    expect(alone.written.size).toBe(0);
  });

  it('says which plans are there no more, and drops them only when told to', async () => {
    const before = (await baseline(HOTEL)).replaceAll(HOTEL, 'gone.yaml');
    const kept = await recorded([GOOD], { [FILE]: before });
    expect(kept.out).toContain('“gone.yaml”已不存在');
    expect(kept.out).toContain('--prune');
    expect(kept.value?.plans.map(({ plan }) => plan)).toContain('gone.yaml');
    const pruned = await recorded([GOOD, '--prune'], { [FILE]: before });
    expect(pruned.out).toContain('已删去不存在的设计图“gone.yaml”');
    expect(pruned.value?.plans.map(({ plan }) => plan)).toEqual([GOOD]);
  });

  it.each([
    ['a plan', readFileSync(HOTEL, 'utf8'), '不能用作比对基准'],
    ['other JSON', '{"a": 1}\n', `${FILE}:1:1`],
    ['a newer version', '{\n  "sitecamBaseline": 3, "plans": {}}', `${FILE}:2:22`],
    [
      'a key it does not know',
      '{"sitecamBaseline": 1, "tool": {"name": "a", "version": "b"}, "plans": [],\n "more": 1}',
      `${FILE}:2:2`,
    ],
    ['a merge that was not finished', '{\n<<<<<<< HEAD\n', `${FILE}:2:1`],
    ['an empty file', '', `${FILE}:1:1`],
  ])('never writes over %s', async (_, text, phrase) => {
    const ran = await recorded([HOTEL], { [FILE]: text });
    expect(ran.code).toBe(2);
    expect(ran.written.size).toBe(0);
    expect(ran.err).toContain(phrase);
    expect(ran.err).not.toMatch(/\n\s+at /);
    // Nor is it taken for an empty baseline.
    const lint = await sitecam(['lint', HOTEL, '--baseline', FILE], { given: { [FILE]: text } });
    expect(lint.code).toBe(2);
    expect(lint.err).toContain(phrase);
    expect(lint.out).toBe('');
  });

  it('2 for what it cannot mean', async () => {
    expect((await sitecam(['baseline', HOTEL, '-o', HOTEL])).code).toBe(2);
    expect((await sitecam(['baseline', HOTEL, '-o', 'fixtures'])).err).toContain('是文件夹');
    expect((await sitecam(['baseline', '-'])).err).toContain('不能读标准输入');
    expect((await sitecam(['baseline', HOTEL, '--prun'])).err).toContain('是否指“--prune”？');
    const slip = await sitecam(['baselin', HOTEL]);
    expect(slip.code).toBe(2);
    expect(slip.err).toContain('是否指命令“baseline”？');
  });
});

describe('lint --baseline', () => {
  it('what it has makes no exit code; what is new does', async () => {
    const text = await baseline(HOTEL);
    const given = { [FILE]: text };
    const known = await sitecam(['lint', HOTEL, '--baseline', FILE], { given });
    expect(known.code).toBe(0);
    const [fail, open, review] = (['fail', 'open', 'review'] as const).map((outcome) => graveOf(HOTEL, outcome));
    expect(known.out.replaceAll('\n', '')).toMatch(
      new RegExp(`：不符合${fail}处（涉及条文\\d+项），待补充${open}处，须审查判定${review}处；图纸差错\\d处；`),
    );
    expect(known.out).toContain(`与比对基准相比：新增0项，变化0项，未变${IN_HOTEL}项，已消除0项。`);
    expect(known.out).toContain(`与比对基准“${FILE}”比对`);
    const strict = await sitecam(['lint', HOTEL, '--baseline', FILE, '--fail-on', 'review'], { given });
    expect(strict.code).toBe(0);
    const moved = readFileSync(HOTEL, 'utf8').replace('at: [17.96, 14.96]', 'at: [17.9, 14.96]');
    const changed = await sitecam(['lint', HOTEL, '--baseline', FILE], { given: { ...given, [HOTEL]: moved } });
    expect(changed.code).toBe(1);
    expect(changed.out).toContain(`新增0项，变化1项，未变${IN_HOTEL - 1}项，已消除0项。`);
  });

  it('of several plans each is held against its own entry; one that is not in it is new', async () => {
    const given = { [FILE]: await baseline(GOOD), 'copy.yaml': readFileSync(HOTEL, 'utf8') };
    const ran = await sitecam(['lint', GOOD, 'copy.yaml', '--baseline', FILE], { given });
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('其中没有本设计图');
    const total = ran.out.slice(ran.out.indexOf('合计2份设计图：'));
    expect(total).toMatch(/^合计2份设计图：/);
    expect(total).toContain(`新增${IN_HOTEL}项，变化0项，未变${IN_GOOD}项，已消除0项。`);
  });

  it('2 where there is none, saying how to make one', async () => {
    const ran = await sitecam(['lint', HOTEL, '--baseline', 'none.json']);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('sitecam baseline');
    expect((await sitecam(['lint', HOTEL, '--baseline'])).code).toBe(2);
  });

  it('--no-baseline: as without one, byte for byte', async () => {
    const plain = await sitecam(['lint', HOTEL]);
    const without = await sitecam(['lint', HOTEL, '--baseline', 'none.json', '--no-baseline']);
    expect(without).toEqual(plain);
    const given = {
      [FILE]: await baseline(HOTEL),
      'sitecam.config.yaml': `baseline: ${FILE}\n`,
      'other.json': await baseline(GOOD),
    };
    const named = await sitecam(['lint', HOTEL, '--config', 'sitecam.config.yaml'], { given });
    expect(named.code).toBe(0);
    expect(named.out).toContain(`与比对基准“${FILE}”比对`);
    const off = await sitecam(['lint', HOTEL, '--config', 'sitecam.config.yaml', '--no-baseline'], { given });
    expect(off.code).toBe(1);
    expect(off.out).not.toContain('与比对基准');
    const other = await sitecam(['lint', HOTEL, '--config', 'sitecam.config.yaml', '--baseline', 'other.json'], {
      given,
    });
    expect(other.out).toContain('“other.json”');
    expect(other.code).toBe(1);
  });

  it('a rule that is off settles nothing: what it had found is not said to be gone', async () => {
    const given = {
      [FILE]: await baseline(HOTEL),
      'sitecam.config.yaml': 'rules: {coverage/criterion: off}\n',
    };
    const argv = ['lint', HOTEL, '--config', 'sitecam.config.yaml', '--baseline', FILE];
    const ran = await sitecam(argv, { given, columns: 1000 });
    expect(ran.out).toContain(`未变${IN_HOTEL - 3}项，已消除0项；规则未执行而未比对3项。`);
  });

  it('no report takes its place', async () => {
    const given = { [FILE]: await baseline(HOTEL) };
    const ran = await sitecam(['lint', HOTEL, '--baseline', FILE, '-f', `json=${FILE}`], { given });
    expect(ran.code).toBe(2);
    expect(ran.written.size).toBe(0);
  });

  it.each(['json', 'sarif'])(
    'shards in %s, merged, exit as the run does: what it has counts in neither',
    async (format) => {
      const given = { [FILE]: await baseline(HOTEL, GOOD) };
      const argv = ['lint', HOTEL, GOOD, '--baseline', FILE, '-f'];
      const one = await sitecam([...argv, format], { given });
      const [a, b] = await Promise.all([1, 2].map((n) => sitecam([...argv, 'record', '--shard', `${n}/2`], { given })));
      const merged = await sitecam(['merge', '1.record', '2.record', '-f', format], {
        given: { '1.record': a.out, '2.record': b.out },
      });
      expect(merged.out).toBe(one.out);
      expect([one.code, merged.code]).toEqual([0, 0]);
    },
  );

  it('fixes are looked for all the same', async () => {
    const given = { [FILE]: await baseline(HOTEL) };
    const [known, plain] = await Promise.all([
      sitecam(['lint', HOTEL, '--baseline', FILE, '--fix-geometry', '-f', 'json'], { given }),
      sitecam(['lint', HOTEL, '--fix-geometry', '-f', 'json']),
    ]);
    const fixes = (out: string) =>
      JSON.parse(out).plans[0].verdicts.flatMap((one: { fixes?: object[] }) => one.fixes ?? []);
    expect(fixes(known.out)).toEqual(fixes(plain.out));
    expect(fixes(plain.out).length).toBeGreaterThan(0);
  });
});

describe('a file is replaced at once', () => {
  const root = mkdtempSync(join(tmpdir(), 'sitecam-'));
  afterAll(() => rmSync(root, { recursive: true }));
  const io = processIo();

  it('keeps its permissions and leaves nothing beside it', () => {
    const file = join(root, 'new', 'b.json');
    io.replace(file, 'one');
    chmodSync(file, 0o640);
    io.replace(file, 'two');
    expect(readFileSync(file, 'utf8')).toBe('two');
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(root, 'new'))).toEqual(['b.json']);
  });

  it('follows a link to it', () => {
    mkdirSync(join(root, 'real'));
    writeFileSync(join(root, 'real', 'b.json'), 'one');
    symlinkSync(join(root, 'real', 'b.json'), join(root, 'link.json'));
    io.replace(join(root, 'link.json'), 'two');
    expect(readFileSync(join(root, 'real', 'b.json'), 'utf8')).toBe('two');
  });

  it('leaves what was there where it cannot be written', () => {
    const folder = join(root, 'folder.json');
    mkdirSync(join(folder, 'inside'), { recursive: true });
    expect(() => io.replace(folder, 'text')).toThrow();
    expect(existsSync(join(folder, 'inside'))).toBe(true);
    expect(readdirSync(root).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
