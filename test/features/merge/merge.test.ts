import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import reportSchema from '../../../schemas/report-1.schema.json' with { type: 'json' };
import { mergeLogs } from '../../../src/features/merge/merge.js';
import { MergeRefusal } from '../../../src/features/merge/refusal.js';
import { isFinding } from '../../../src/findings/tally.js';
import type { Locale } from '../../../src/i18n/locale.js';
import { exitCode, FAIL_ON, type FailOn } from '../../../src/lint/exit.js';
import { summarise } from '../../../src/lint/summary.js';
import type { LintVerdict, ReportInput } from '../../../src/lint/types.js';
import { renderJson } from '../../../src/report/json/json.js';
import { objectParts } from '../../../src/report/json/write.js';
import { renderSarifGithub } from '../../../src/report/sarif/github.js';
import { renderSarif } from '../../../src/report/sarif/sarif.js';
import { LIMITS } from '../../../src/source/limits.js';
import { closed } from '../../support/closed.js';
import { gzippedSize } from '../../support/gzip.js';
import { fixturePlans, lintedHostile, lintedPlan, runOf } from '../../support/linted.js';
import sarifSchema from '../../support/sarif-2.1.0.schema.json' with { type: 'json' };

const VERSION = '0.1.0';
const FORMATS = { sarif: renderSarif, json: renderJson } as const;
const NAMES = ['sarif', 'json'] as const;
const LOCALES = ['zh-CN', 'en'] as const;
type Format = (typeof NAMES)[number];

const MALFORMED = fixturePlans('malformed');
const SITES = fixturePlans('sites').filter((path) => /\/(?:plan|violations)\.[a-z]+$/.test(path));
/** The sites as designers draw them, and two files that can't be read. */
const PLANS = [...SITES, 'fixtures/malformed/empty.yaml', 'fixtures/malformed/json-cut-short.geojson'].sort();

/** A run over `paths` as the command would report it. */
function logOf(format: Format, paths: readonly string[], locale: Locale = 'zh-CN', more: Partial<ReportInput> = {}) {
  return FORMATS[format]({ ...runOf(...paths.map((path) => lintedPlan(path))), ...more }, { locale });
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function merging(texts: readonly string[], failOn: FailOn = 'error') {
  const files = texts.map((text, n) => ({ name: `log-${n + 1}`, bytes: bytes(text) }));
  return mergeLogs(files, { limits: LIMITS, failOn, version: VERSION });
}

function merged(texts: readonly string[]) {
  return [...merging(texts).parts].join('');
}

/** Logs of the shards of a run: of `of` the n-th takes every n-th plan. */
function shards(format: Format, paths: readonly string[], of: number, locale: Locale = 'zh-CN'): string[] {
  return Array.from({ length: of }, (_, n) =>
    logOf(
      format,
      paths.filter((_, at) => at % of === n),
      locale,
      { shard: { index: n + 1, of, all: paths.length } },
    ),
  );
}

function refusal(texts: readonly string[]): { kind: string; en: string; zh: string } {
  try {
    merged(texts);
  } catch (error) {
    if (!(error instanceof MergeRefusal)) throw error;
    const { kind, texts } = error;
    return { kind, en: texts.map(({ en }) => en).join('\n'), zh: texts.map(({ zh }) => zh).join('\n') };
  }
  return expect.fail('merged');
}

/** toBe on six megabytes takes minutes to say what differs. */
function expectSame(text: string, whole: string): void {
  if (text === whole) return;
  let at = 0;
  while (text[at] === whole[at]) at += 1;
  expect(text.slice(Math.max(0, at - 200), at + 100)).toBe(whole.slice(Math.max(0, at - 200), at + 100));
}

const combinations = NAMES.flatMap((format) => LOCALES.map((locale) => [format, locale] as const));

describe.each(combinations)('shards of a run in %s, in %s', (format, locale) => {
  const whole = logOf(format, PLANS, locale);

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('1/%i and so on put together are the run, whatever their order', (of) => {
    const logs = shards(format, PLANS, of, locale);
    expectSame(merged(logs), whole);
    expectSame(merged([...logs.slice(of / 2), ...logs.slice(0, of / 2)].reverse()), whole);
  });

  test('more shards than plans: those without a plan are logs too', () => {
    expectSame(merged(shards(format, PLANS.slice(0, 3), 5, locale)), logOf(format, PLANS.slice(0, 3), locale));
    expectSame(merged(shards(format, [], 3, locale)), logOf(format, [], locale));
  });
});

describe.each(NAMES)('any parts of a run in %s', (format) => {
  // Faults speak with messages that rules share, and some files can't be read: what a log declares depends on both.
  const paths = [...MALFORMED, 'fixtures/sites/ktv/violations.yaml', 'fixtures/sites/museum/plan.yaml'].sort();

  test('are the run again, in any order', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        fc.subarray(paths, { minLength: 1 }).chain((chosen) =>
          fc.record({
            chosen: fc.constant(chosen),
            parts: fc.array(fc.nat(5), { minLength: chosen.length, maxLength: chosen.length }),
            order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
            locale: fc.constantFrom(...LOCALES),
          }),
        ),
        ({ chosen, parts, order, locale }) => {
          const logs = order.map((part) =>
            logOf(
              format,
              chosen.filter((_, n) => parts[n] === part),
              locale,
            ),
          );
          expectSame(merged(logs), logOf(format, chosen, locale));
        },
      ),
      { numRuns: 40 },
    );
  });

  test('exit as the run does', () => {
    const runs = [[], SITES.slice(0, 2), SITES, PLANS, ...SITES.map((path) => [path])];
    for (const run of runs) {
      const logs = [logOf(format, run.slice(0, 1)), logOf(format, run.slice(1))];
      for (const failOn of FAIL_ON) {
        const { code, plans } = merging(logs, failOn);
        expect(code, `${run} ${failOn}`).toBe(
          exitCode(
            run.map((path) => lintedPlan(path)),
            failOn,
          ),
        );
        expect(plans).toBe(run.length);
      }
    }
  });

  /** A plan whose every finding is `changed`. */
  function withFindings(changed: (verdict: LintVerdict) => Partial<LintVerdict>): ReportInput {
    const result = lintedPlan('fixtures/sites/ktv/violations.yaml');
    if (!result.ok) expect.fail(result.path);
    const verdicts = result.verdicts.map((verdict) =>
      isFinding(verdict.outcome) ? { ...verdict, ...changed(verdict) } : verdict,
    );
    return runOf({ ...result, verdicts, summary: summarise(verdicts) });
  }

  test.each<[string, (verdict: LintVerdict) => Partial<LintVerdict>]>([
    ['can not be told', () => ({ outcome: 'open' })],
    ['is held to another level', () => ({ level: 'warning' })],
    ['can not be told, at another level', () => ({ outcome: 'open', level: 'warning' })],
    ['is for the reviewer', () => ({ outcome: 'review' })],
    [
      'is waived',
      ({ rule, subject, place }) => ({
        waiver: { rule, subject, reason: 'x', by: 'y', document: undefined, until: '2027-01-01', place },
      }),
    ],
  ])('exit as the run does where what is found %s', (_, changed) => {
    const run = withFindings(changed);
    const log = FORMATS[format](run, { locale: 'en' });
    expectSame(merged([log]), log);
    for (const failOn of FAIL_ON) {
      const { code } = merging([log], failOn);
      expect(code, failOn).toBe(exitCode(run.results, failOn));
    }
  });

  test('with a plan in several logs that say the same of it: it is there once', () => {
    const [one, two, three] = PLANS;
    const logs = [logOf(format, [one, two]), logOf(format, [two, three]), logOf(format, [three])];
    expectSame(merged(logs), logOf(format, [one, two, three]));
  });

  test('with a plan of which they say different things are refused, and it is named', () => {
    const path = 'fixtures/sites/ktv/violations.yaml';
    const result = lintedPlan(path);
    if (!result.ok) expect.fail(path);
    const [first, ...rest] = result.verdicts;
    const edited = { ...result, verdicts: [{ ...first, subject: 'another' }, ...rest] };
    const logs = [logOf(format, [path]), FORMATS[format](runOf(edited), { locale: 'zh-CN' })];
    const { kind, zh, en } = refusal(logs);
    expect(kind).toBe('unreadable');
    expect(zh).toBe(`设计图“${path}”在“log-1”和“log-2”中的内容不同，无从取舍；请重新审查。`);
    expect(en).toContain(`don't say the same of plan '${path}'`);
  });

  test('with a plan that one could read and the other could not are refused', () => {
    const path = 'fixtures/malformed/empty.yaml';
    const readable = { ...lintedPlan('fixtures/sites/ktv/plan.yaml'), path };
    expect(refusal([logOf(format, [path]), FORMATS[format](runOf(readable), { locale: 'zh-CN' })])).toMatchObject({
      kind: 'unreadable',
      en: expect.stringContaining(path),
    });
  });

  test('a hostile plan stays as it is written', () => {
    const hostile = runOf(lintedHostile());
    const text = FORMATS[format](hostile, { locale: 'zh-CN' });
    expectSame(merged([text, logOf(format, [])]), text);
  });
});

describe('a merged log', () => {
  test('in SARIF is valid, and its references lead to what they name', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    formats.default(ajv);
    const valid = ajv.compile(sarifSchema);
    const log: Log = JSON.parse(merged(shards('sarif', PLANS, 4)));
    expect(valid(log) ? [] : valid.errors).toEqual([]);
    const [run] = log.runs;
    expect(run.properties?.shard).toBeUndefined();
    let references = 0;
    for (const { ruleId, ruleIndex, locations, taxa } of run.results ?? []) {
      expect(run.tool.driver.rules?.[ruleIndex ?? -1].id).toBe(ruleId);
      for (const { id, index, toolComponent } of taxa ?? []) {
        expect(run.taxonomies?.[toolComponent?.index ?? -1].taxa?.[index ?? -1].id).toBe(id);
      }
      const at = locations?.[0].physicalLocation?.artifactLocation;
      expect(run.artifacts?.[at?.index ?? -1].location?.uri).toBe(at?.uri);
      references += 1;
    }
    expect(references).toBeGreaterThan(1000);
    const [invocation] = run.invocations ?? [];
    expect(invocation.executionSuccessful).toBe(false);
    for (const { descriptor } of invocation.toolExecutionNotifications ?? []) {
      expect(run.tool.driver.notifications?.[descriptor?.index ?? -1].id).toBe(descriptor?.id);
    }
  });

  test('in SARIF declares what verdicts of any log speak with, in the order of one run', () => {
    const speaking = (path: string, ids: readonly string[]) => {
      const result = lintedPlan('fixtures/sites/ktv/plan.yaml');
      if (!result.ok) expect.fail(result.path);
      const verdicts = result.verdicts.map((verdict, n) => {
        const id = n < ids.length ? ids[n] : undefined;
        if (id === undefined) return verdict;
        const rule = 'capture/view-into-private-zone';
        return { ...verdict, rule, message: { id, params: { faults: 'x' } } };
      });
      return { ...result, path, verdicts };
    };
    const [a, b] = [speaking('a.yaml', ['engine/tainted']), speaking('b.yaml', ['engine/correct'])];
    const logs = [b, a].map((result) => renderSarif(runOf(result), { locale: 'en' }));
    expectSame(merged(logs), renderSarif(runOf(a, b), { locale: 'en' }));
    expectSame(merged([...logs].reverse()), renderSarif(runOf(a, b), { locale: 'en' }));
  });

  test('a record of a shard is what its schema says', () => {
    const valid = new Ajv({ strict: true, allowUnionTypes: true }).compile(Object(closed(reportSchema)));
    for (const text of shards('json', PLANS.slice(0, 3), 2)) {
      expect(valid(JSON.parse(text)) ? [] : valid.errors).toEqual([]);
      expect(JSON.parse(text)).toHaveProperty('shard.of', 2);
    }
    expect(JSON.parse(merged(shards('json', PLANS.slice(0, 3), 2)))).not.toHaveProperty('shard');
  });

  test('is written in parts: of a record no part is longer than a device or a verdict', () => {
    const result = JSON.parse(logOf('json', ['fixtures/sites/qingcheng-hotel/violations.yaml'])).plans[0];
    const parts = [...objectParts(result, 0)];
    expect(JSON.parse(parts.join(''))).toEqual(result);
    expect(parts.length).toBeGreaterThan(result.verdicts.length);
  });
});

describe.each(NAMES)('refused in %s', (format) => {
  const [one, two] = ['fixtures/sites/ktv/plan.yaml', 'fixtures/sites/museum/plan.yaml'];
  const log = logOf(format, [one]);
  const milder = runOf().rules.map((rule, n) => (n === 0 ? { ...rule, level: 'warning' as const } : rule));

  test.each([
    [
      'day',
      logOf(format, [two], 'zh-CN', { today: '2026-03-02' }),
      '审查日',
      'day of review (2026-03-02 / 2026-03-01)',
    ],
    ['language', logOf(format, [two], 'en'), '语言不同（en / zh-CN）', 'language (en / zh-CN)'],
    ['rules', logOf(format, [two], 'zh-CN', { rules: milder }), '规则', 'rules'],
  ])('another %s', (_, other, zh, en) => {
    const said = refusal([log, other]);
    expect(said.kind).toBe('usage');
    expect(said.zh).toContain('“log-2”与“log-1”的');
    expect(said.zh).toContain(zh);
    expect(said.en).toContain(en);
    expect(said.en).toMatch(/Only reports of one run can be merged/);
  });

  test('another pack', () => {
    const result = lintedPlan(two);
    if (!result.ok) expect.fail(two);
    const far = { ...result, pack: { ...result.pack, id: 'other-2020' } };
    const said = refusal([log, FORMATS[format](runOf(far), { locale: 'zh-CN' })]);
    expect(said).toMatchObject({ kind: 'usage', en: expect.stringContaining('law pack (other-2020 / nm-2017)') });
  });

  test('another version, whatever else is in the log', () => {
    const tool = { name: 'sitecam', version: '0.2.0' } as const;
    const said = refusal([log, logOf(format, [two], 'en', { tool })]);
    expect(said.kind).toBe('usage');
    expect(said.zh).toBe('log-2：由 sitecam 0.2.0 写出，本工具为 0.1.0。请用审查时的同一版本合并。');
  });

  test('shards that were cut from other plans: one that left out would not be missed', () => {
    const [first] = shards(format, PLANS.slice(0, 4), 2);
    const [, second] = shards(format, PLANS.slice(0, 3), 2);
    expect(refusal([first, second])).toMatchObject({
      kind: 'unreadable',
      zh: expect.stringContaining('不是由同一批设计图分出的'),
    });
  });

  test('a shard that is missing, given twice, of another run, or not marked', () => {
    const logs = shards(format, [one, two], 4);
    expect(refusal([logs[0], logs[2]])).toMatchObject({
      kind: 'unreadable',
      zh: expect.stringContaining('缺少分片 2/4、4/4的报告'),
      en: expect.stringContaining('shard 2/4 and 4/4 is missing'),
    });
    expect(refusal([...logs, logs[1]])).toMatchObject({
      kind: 'usage',
      en: "'log-5' and 'log-2' are both 2/4; give one.",
    });
    expect(refusal([logs[0], shards(format, [one, two], 2)[1]])).toMatchObject({
      kind: 'usage',
      en: "'log-2' is 2/2 and 'log-1' is 1/4: they are not shards of one run.",
    });
    expect(refusal([...logs.slice(0, 3), logOf(format, [two])])).toMatchObject({
      kind: 'usage',
      en: "'log-4' doesn't say which shard it is; 'log-1' is 1/4.",
    });
  });

  test('a log cut short anywhere, with the place where it ends', () => {
    const text = logOf(format, ['fixtures/malformed/empty.yaml']);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: text.trimEnd().length - 1 }), (length) => {
        const cut = text.slice(0, length);
        const { kind, en } = refusal([log, cut]);
        expect(kind).toBe('unreadable');
        const lines = cut.split('\n');
        expect(en).toMatch(/^log-2:\d+:\d+: /);
        if (cut.trim() !== '') expect(en).toContain(`log-2:${lines.length}:`);
      }),
      { numRuns: 50 },
    );
  });

  test('a log from which verdicts were taken', () => {
    const value = JSON.parse(log);
    if (format === 'sarif') value.runs[0].results.pop();
    else value.plans[0].verdicts.pop();
    const { kind, en, zh } = refusal([JSON.stringify(value, undefined, 2)]);
    expect(kind).toBe('unreadable');
    expect(en).toMatch(/^log-1:\d+:\d+: not a report as sitecam writes it: expected .* there are \d+ here\.$/);
    expect(zh).toMatch(/^log-1:\d+:\d+：不是 sitecam 写出的报告：/);
  });

  test('any value in a log that is of another type: a refusal or the same log, never a fault of sitecam', () => {
    const text = logOf(format, ['fixtures/malformed/empty.yaml', 'fixtures/malformed/self-crossing-ring.yaml']);
    const paths = pathsIn(JSON.parse(text));
    const empty = logOf(format, []);
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.constantFrom(null, 7, -1, 'x', true, [], {}, [[]], [{}]),
        (path, value) => {
          const log = JSON.parse(text);
          const last = path.at(-1) ?? '';
          const holder = path.slice(0, -1).reduce((at, name) => at[name], log);
          holder[last] = value;
          try {
            merged([JSON.stringify(log), empty]);
          } catch (error) {
            expect(error, path.join('/')).toBeInstanceOf(MergeRefusal);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});

/** Every member and item of a value from JSON, as the names that lead there. */
function pathsIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [[name], ...pathsIn(member).map((path) => [name, ...path])]);
}

describe('refused whatever the format', () => {
  test('a file that changed between two shards', () => {
    const result = lintedPlan('fixtures/sites/museum/plan.yaml');
    const [part] = result.files.filter(({ path }) => path !== result.path);
    const changed = { ...result, path: 'other.yaml', files: [{ ...part, sha256: 'ab'.repeat(32) }] };
    const logs = [runOf(result), runOf(changed)].map((run) => renderSarif(run, { locale: 'en' }));
    const said = refusal(logs);
    expect(said.kind).toBe('unreadable');
    expect(said.en).toContain(`the file '${part.path}' isn't the same in 'log-1' and 'log-2'`);
  });

  test('two formats', () => {
    const [sarif, json] = NAMES.map((format) => logOf(format, PLANS.slice(0, 1)));
    expect(refusal([sarif, json])).toMatchObject({
      kind: 'usage',
      en: expect.stringContaining('format (json / sarif)'),
    });
  });

  test("another tool's log, by its name and where it stands", () => {
    const other = { version: '2.1.0', runs: [{ tool: { driver: { name: 'CodeQL', version: '2' } }, results: [] }] };
    const said = refusal([logOf('sarif', []), JSON.stringify(other, undefined, 2)]);
    expect(said.kind).toBe('unreadable');
    expect(said.en).toBe(
      "log-2:7:19: not a report as sitecam writes it: expected 'sitecam', and this is a log of 'CodeQL' here.",
    );
  });

  test.each([
    ['nothing', '', 'unreadable', 'empty'],
    ['no JSON', 'hello', 'unreadable', 'expected a value'],
    ['other JSON', '{"a": 1}', 'unreadable', 'expected a report in sarif or json here'],
    ['a list', '[1]', 'unreadable', 'expected a report in sarif or json here'],
    ['junit', '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="sitecam">', 'usage', 'in junit'],
    ['gitlab', '[{"check_name": "capture/x", "fingerprint": "ab"}]', 'usage', 'in gitlab'],
    ['a schedule', '\ufeff设计图,编号\r\n', 'usage', 'a device schedule'],
    ['html', '<!doctype html>\n<html>', 'usage', 'in html is for people'],
    ['markdown', '# 技防设计图审查\n', 'usage', 'in markdown is for people'],
    ['github', '::error file=a::b\n', 'usage', 'in github is for people'],
    ['sarif-github', renderSarifGithub(runOf(), { locale: 'en', gzippedSize }), 'usage', 'sarif-github'],
  ])('%s', (_, text, kind, said) => {
    const found = refusal([text]);
    expect(found.kind).toBe(kind);
    expect(found.en).toContain(said);
    expect(found.zh).not.toBe(found.en);
  });

  test('every log that is wrong is named', () => {
    expect(refusal(['{', 'x', logOf('sarif', [])]).en.split('\n')).toEqual([
      expect.stringMatching(/^log-1:1:2: /),
      expect.stringMatching(/^log-2:1:1: /),
    ]);
  });
});
