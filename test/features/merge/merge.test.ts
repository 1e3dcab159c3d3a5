import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { render } from '../../../src/cli/output/formats.js';
import { mergeRecords } from '../../../src/features/merge/merge.js';
import { MergeRefusal } from '../../../src/features/merge/read.js';
import { lineHash, recordParts } from '../../../src/features/merge/record.js';
import type { Locale } from '../../../src/i18n/locale.js';
import { FAIL_ON, runExitCode } from '../../../src/lint/exit.js';
import { redact } from '../../../src/lint/redact/redact.js';
import type { ReportInput } from '../../../src/lint/types.js';
import { REPORT_FORMATS } from '../../../src/report/formats.gen.js';
import { renderSarif } from '../../../src/report/sarif/sarif.js';
import { LIMITS } from '../../../src/source/limits.js';
import { fixturePlans, lintedHostile, lintedPlan, runOf } from '../../support/linted.js';

const LOCALES = ['zh-CN', 'en'] as const;
const MALFORMED = fixturePlans('malformed');
const SITES = fixturePlans('sites').filter((path) => /\/(?:plan|violations)\.[a-z]+$/.test(path));
/** The sites as designers draw them, and two files that can't be read. */
const PLANS = [...SITES, 'fixtures/malformed/empty.yaml', 'fixtures/malformed/json-cut-short.geojson'].sort();
const [KTV, MUSEUM] = ['fixtures/sites/ktv/violations.yaml', 'fixtures/sites/museum/plan.yaml'];

function runAt(paths: readonly string[], more: Partial<ReportInput> = {}): ReportInput {
  return { ...runOf(...paths.map((path) => lintedPlan(path))), ...more };
}

function recordOf(input: ReportInput): string {
  return [...recordParts(input)].join('');
}

/** Records of the shards of a run: of `of` the n-th takes every n-th plan. */
function shards(paths: readonly string[], of: number, more: Partial<ReportInput> = {}): string[] {
  return Array.from({ length: of }, (_, n) => {
    const shard = { index: n + 1, of, all: paths.length };
    const own = paths.filter((_, at) => at % of === n);
    return recordOf(runAt(own, { shard, ...more }));
  });
}

function merged(texts: readonly string[], version = '0.1.0') {
  const files = texts.map((text, n) => ({ name: `${n + 1}.record`, bytes: new TextEncoder().encode(text) }));
  return mergeRecords(files, { version, limits: LIMITS });
}

function refusal(texts: readonly string[], version?: string): { kind: string; en: string; zh: string } {
  try {
    merged(texts, version);
  } catch (error) {
    if (!(error instanceof MergeRefusal)) throw error;
    const { kind, texts } = error;
    return { kind, en: texts.map(({ en }) => en).join('\n'), zh: texts.map(({ zh }) => zh).join('\n') };
  }
  return expect.fail('merged');
}

async function textOf(input: ReportInput, format: (typeof REPORT_FORMATS)[number], lang: Locale): Promise<string> {
  const options = { locale: lang, colour: false, quiet: false, verbose: true, width: 80 };
  return [...(await render(format, input, options))].join('');
}

async function expectSame(
  input: ReportInput,
  whole: ReportInput,
  format: (typeof REPORT_FORMATS)[number],
  lang: Locale,
) {
  expectSameText(await textOf(input, format, lang), await textOf(whole, format, lang));
}

function expectSameText(text: string, other: string): void {
  // toBe on megabytes takes minutes to say what differs.
  if (text === other) return;
  let at = 0;
  while (text[at] === other[at]) at += 1;
  expect(text.slice(Math.max(0, at - 200), at + 100)).toBe(other.slice(Math.max(0, at - 200), at + 100));
}

describe('the records of a run’s shards are the run', () => {
  const combinations = REPORT_FORMATS.flatMap((format) => LOCALES.map((lang) => [format, lang] as const));
  const three = merged(shards(PLANS, 3).reverse()).input;

  test.each(combinations)('in %s, in %s', { timeout: 60_000 }, async (format, lang) => {
    await expectSame(three, runAt(PLANS), format, lang);
  });

  test.each([1, 2, 5, 30])('also of %i, some of which may hold no plan', async (of) => {
    await expectSame(merged(shards(PLANS, of)).input, runAt(PLANS), 'json', 'en');
    await expectSame(merged(shards([], of)).input, runAt([]), 'json', 'en');
  });

  test('when they are redacted', async () => {
    const parts = Array.from({ length: 3 }, (_, n) => {
      const own = PLANS.filter((_, at) => at % 3 === n);
      return recordOf(redact(runAt(own, { shard: { index: n + 1, of: 3, all: PLANS.length } })).input);
    });
    const [{ input }, whole] = [merged(parts), redact(runAt(PLANS)).input];
    for (const format of REPORT_FORMATS) await expectSame(input, whole, format, 'zh-CN');
    expect(parts.join('')).not.toMatch(/fixtures|"text":"[^"]*sitecam: 1/);
  });

  test('and any parts of a run are, in any order', { timeout: 120_000 }, async () => {
    const paths = [...MALFORMED, KTV, MUSEUM].sort();
    const formats = ['sarif', 'json'] as const;
    const whole = await Promise.all(formats.map((format) => textOf(runAt(paths), format, 'en')));
    return fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(5), { minLength: paths.length, maxLength: paths.length }),
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
        async (parts, order) => {
          const records = order.map((part) => recordOf(runAt(paths.filter((_, n) => parts[n] === part))));
          const { input } = merged(records);
          for (const [n, format] of formats.entries())
            expectSameText(await textOf(input, format, 'en'), whole[n] ?? '');
        },
      ),
      { numRuns: 15 },
    );
  });

  test('with its exit code, by the levels that the records name', () => {
    for (const paths of [[], [KTV], PLANS]) {
      for (const level of FAIL_ON) {
        const asked = { options: {}, failOn: paths.map(() => level) };
        const { input, failOn } = merged([recordOf(runAt(paths, { asked }))]);
        expect(runExitCode(input.results, failOn)).toBe(runExitCode(runAt(paths).results, asked.failOn));
      }
    }
  });

  test('merged once more they are the run, and a hostile plan stays as it is', async () => {
    const again = merged([recordOf(merged(shards(PLANS, 2)).input)]);
    await expectSame(again.input, runAt(PLANS), 'json', 'en');
    await expectSame(merged([recordOf(runOf(lintedHostile()))]).input, runOf(lintedHostile()), 'html', 'zh-CN');
  });
});

describe('refused are records', () => {
  const options = { config: 'a.yaml' };
  const one = recordOf(runAt([KTV], { asked: { options, failOn: [] } }));

  test.each<[string, Partial<ReportInput>, string, string]>([
    ['another day', { today: '2026-03-02' }, '审查日不同（2026-03-02 / 2026-03-01）', 'day of review (2026-03-02'],
    ['other options', { asked: { options: {}, failOn: [] } }, '选项 --config 不同', 'the option --config'],
    ['redaction', { asked: { options, failOn: [] }, redacted: true }, '只有一份隐去', 'only one is redacted'],
  ])('of %s', (_, more, zh, en) => {
    const other = recordOf(runAt([MUSEUM], { asked: { options, failOn: [] }, ...more }));
    const refused = refusal([one, other]);
    expect(refused.kind).toBe('usage');
    expect(refused.zh).toContain(`“2.record”与“1.record”`);
    expect(refused.zh).toContain(zh);
    expect(refused.en).toContain(en);
    expect(refused.en).toMatch(/Only records of one run can be merged/);
  });

  test('of another version, whatever else is in them', () => {
    expect(refusal([one], '0.2.0')).toMatchObject({
      kind: 'usage',
      zh: '1.record：由 sitecam 0.1.0 写出，本工具为 0.2.0。请用审查时的同一版本合并。',
    });
  });

  test('by a law that is not this sitecam’s, though it has its name', () => {
    const forged = rewritten(one, (line, n) =>
      n === 0 ? line.replace(/("packs":\[\{"id":"nm-2017","sha256":")[0-9a-f]{4}/, '$10000') : line,
    );
    expect(refusal([forged])).toMatchObject({ kind: 'usage', en: expect.stringContaining("pack 'nm-2017'") });
  });

  test('of shards when one is missing, there twice, of another run or not marked', () => {
    const four = shards([KTV, MUSEUM], 4);
    expect(refusal([four[0], four[2]])).toMatchObject({
      kind: 'unreadable',
      zh: expect.stringContaining('缺少2片的记录（2/4、4/4）'),
      en: expect.stringContaining('the records of shards are missing (2/4, 4/4; 2 in all)'),
    });
    expect(refusal([...four, four[1]])).toMatchObject({
      kind: 'usage',
      en: expect.stringContaining("'5.record' and '2.record' are both 2/4; give one."),
    });
    expect(refusal([four[0], shards([KTV, MUSEUM], 2)[1]])).toMatchObject({
      kind: 'usage',
      en: expect.stringContaining("'2.record' is 2/2 and '1.record' is 1/4"),
    });
    expect(refusal([four[0], recordOf(runAt([MUSEUM]))])).toMatchObject({
      kind: 'usage',
      en: expect.stringContaining("'2.record' doesn't say which shard it is; '1.record' is 1/4."),
    });
  });

  test('of shards that were cut from other plans: one that left out would not be missed', () => {
    const [first] = shards([KTV, MUSEUM], 2);
    const [, second] = shards([KTV, MUSEUM, ...MALFORMED.slice(0, 1)], 2);
    expect(refusal([first, second]).zh).toContain('不是由同一批设计图分出的');
    const all = { index: 2, of: 2, all: 2 };
    expect(refusal([first, recordOf(runAt([], { shard: all }))])).toMatchObject({
      kind: 'unreadable',
      en: expect.stringContaining('the shards hold 1 plan and were cut from 2'),
    });
  });

  test('with the same plan', () => {
    expect(refusal([one, one])).toMatchObject({ kind: 'usage', en: expect.stringContaining(`'${KTV}' is in both`) });
  });

  test('of several redacted runs: each has a plan-1 of its own', () => {
    const redacted = [KTV, MUSEUM].map((path) => recordOf(redact(runAt([path])).input));
    expect(refusal(redacted).en).toContain('can only be merged as shards of one run');
  });

  test('between which a file changed', () => {
    const result = lintedPlan(MUSEUM);
    const [part] = result.files.filter(({ path }) => path !== result.path);
    const other = { ...result, path: 'other.yaml', files: [{ ...part, sha256: 'ab'.repeat(32) }] };
    expect(refusal([result, other].map((one) => recordOf(runOf(one))))).toMatchObject({
      kind: 'unreadable',
      en: expect.stringContaining(`'${part.path}' isn't the same in '1.record' and '2.record'`),
    });
  });
});

/** A record with other lines, each with the hash that fits it: as by somebody who means to deceive. */
function rewritten(record: string, change: (body: string, n: number) => string): string {
  let before = '';
  return record
    .trimEnd()
    .split('\n')
    .map((line, n) => {
      const body = change(line.slice('["",'.length + 64, -1), n);
      before = lineHash(before, body);
      return `["${before}",${body}]\n`;
    })
    .join('');
}

describe('a file is not believed', () => {
  const record = recordOf(runAt([MALFORMED[0], KTV, MUSEUM].sort()));
  const lines = record.trimEnd().split('\n');

  test('that is cut short anywhere', () => {
    fc.assert(
      fc.property(fc.nat(record.length - 1), (length) => {
        refusal([record.slice(0, length)]);
      }),
    );
    expect(refusal([''])).toMatchObject({ kind: 'unreadable', en: expect.stringContaining('the file is empty') });
    expect(refusal([record.slice(0, -1)])).toMatchObject({
      kind: 'unreadable',
      zh: expect.stringMatching(/^1\.record:4：记录在此处中断/),
    });
    expect(refusal([`${lines.slice(0, 3).join('\n')}\n`])).toMatchObject({
      kind: 'unreadable',
      en: expect.stringMatching(/^1\.record:3: the record says 3 plans and holds 2/),
    });
  });

  test('in which a character was changed', () => {
    fc.assert(
      fc.property(fc.nat(record.length - 1), (at) => {
        const other = record[at] === '7' ? '8' : '7';
        refusal([`${record.slice(0, at)}${other}${record.slice(at + 1)}`]);
      }),
    );
    expect(refusal([record.replace('"outcome":"fail"', '"outcome":"pass"')])).toMatchObject({
      kind: 'unreadable',
      en: expect.stringMatching(/^1\.record:\d: does not match its checksum/),
    });
  });

  test('whose lines are in another order, or come from another record', () => {
    const mixed = recordOf(runAt([MALFORMED[0], KTV, MUSEUM].sort(), { today: '2026-03-02' })).split('\n');
    for (const wrong of [
      [lines[0], lines[2], lines[1], lines[3]],
      [lines[0], lines[1], mixed[2], lines[3]],
      [...lines, lines[3]],
    ]) {
      expect(refusal([`${wrong.join('\n')}\n`])).toMatchObject({
        kind: 'unreadable',
        en: expect.stringMatching(/^1\.record:\d: does not match its checksum/),
      });
    }
  });

  test('that has its checksums right and a verdict taken out, or counted otherwise', () => {
    const dropped = rewritten(record, (body) => body.replace(/"outcome":"fail"/, '"outcome":"pass"'));
    const renamed = rewritten(record, (body) => body.replace(/"fingerprint":"../, '"fingerprint":"zz'));
    const strange = rewritten(record, (body) => body.replace(/"rule":"[^"]+"/, '"rule":"x"'));
    for (const forged of [dropped, renamed, strange]) {
      expect(refusal([forged])).toMatchObject({
        kind: 'unreadable',
        en: expect.stringMatching(/^1\.record:\d: not a record as sitecam writes it\.$/),
      });
    }
  });

  test('whatever else stands in it: a refusal or the same plans, never a fault of sitecam', () => {
    const values = ['null', '7', '-1', '"x"', 'true', '[]', '{}', '[[]]', '[{}]', '{"$":0}', '{"$":"undefined"}'];
    const places = lines.flatMap((line, n) =>
      [...line.slice(69).matchAll(/":(?:"[^"]*"|\d+|true|\[\]|\{\})/g)].map((match) => [n, match] as const),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.constantFrom(...values), ([line, match], value) => {
        const at = match.index + 1;
        const forged = rewritten(record, (body, n) =>
          n === line ? `${body.slice(0, at)}":${value}${body.slice(at + match[0].length)}` : body,
        );
        try {
          merged([forged]);
        } catch (error) {
          expect(error, `${line} ${match[0]}`).toBeInstanceOf(MergeRefusal);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('that is no record: it says what to do instead', () => {
    const reports = [
      renderSarif(runOf(), { locale: 'en' }),
      '{"version": 1, "plans": []}',
      '[{"check_name": "capture/x"}]',
      '[1]',
      '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="sitecam">',
      '# 技防设计图审查\n',
      'hello\n',
    ];
    for (const text of reports) {
      const { kind, zh, en } = refusal([text]);
      expect(kind).toBe('usage');
      expect(en).toMatch(/^1\.record: no record\. .*lint --shard i\/n --format record=FILE/);
      expect(zh).toContain('--format record=文件');
    }
    expect(refusal(['\0\0'])).toMatchObject({ kind: 'unreadable' });
  });

  test('every record that is wrong is named', () => {
    expect(refusal(['', 'x', record]).en.split('\n')).toEqual([
      expect.stringMatching(/^1\.record: the file is empty/),
      expect.stringMatching(/^2\.record: no record/),
    ]);
  });
});
