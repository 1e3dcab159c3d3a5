import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReportDifference } from '../../../src/features/verify/types.js';
import { loadPack } from '../../../src/law/load.js';
import type { Pack } from '../../../src/law/types.js';
import { packHashes } from '../../../src/lint/support/pack-hash.js';
import { hallReport } from '../../support/rooms-hall.js';
import { toldVerdicts } from '../../support/sarif-rows.js';
import { held, PLAN, recomputedOf, run } from './support.js';

/** By hand: SITECAM_LONG=1 SITECAM_VERIFY=50000. */
const RUNS = process.env.SITECAM_LONG === '1' ? Number(process.env.SITECAM_VERIFY ?? 20_000) : 20;

const input = run({ 'plan.yaml': PLAN });
const NOW = {
  json: recomputedOf(input, 'json'),
  sarif: recomputedOf(input, 'sarif'),
  markdown: recomputedOf(input, 'markdown'),
  html: recomputedOf(input, 'html'),
};
const FORMATS = ['json', 'sarif', 'markdown', 'html'] as const;
const RECORDS = ['json', 'sarif'] as const;

/** `text` with another digit at its `n`-th digit. */
function withDigit(text: string, n: number, by: number): string {
  const at = [...text.matchAll(/\d/g)][n]?.index ?? 0;
  return `${text.slice(0, at)}${(Number(text[at]) + by) % 10}${text.slice(at + 1)}`;
}

const digits = (text: string) => text.match(/\d/g)?.length ?? 0;

/** Whether two texts of JSON say the same: figures beyond what a number can hold, escapes, white space. */
function saysTheSame(one: string, other: string): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(one), JSON.parse(other));
  } catch {
    return false;
  }
}

function kinds(differences: readonly ReportDifference[]): Set<string> {
  return new Set(differences.map(({ kind }) => kind));
}

interface Log {
  plans: { verdicts: Record<string, unknown>[] }[];
  runs: { results: Record<string, unknown>[] }[];
}

/** A record with its verdicts altered, written as before. */
function altered(text: string, alter: (verdicts: Record<string, unknown>[]) => void): string {
  const log = JSON.parse(text) as Log;
  alter(log.plans === undefined ? log.runs[0].results : log.plans[0].verdicts);
  return JSON.stringify(log, undefined, 2);
}

describe('a report as it was written', () => {
  test.each(FORMATS)('%s is that of its plan', (format) => {
    expect(held(NOW[format].text, NOW[format])?.differences).toEqual([]);
  });

  test('holds fails, passes and open verdicts, so that there is something to alter', () => {
    const [report] = input.results;
    const outcomes = new Set(report?.ok === true ? report.verdicts.map(({ outcome }) => outcome) : []);
    expect([...outcomes]).toEqual(expect.arrayContaining(['fail', 'pass', 'open', 'notApplicable']));
  });
});

describe('a changed report', () => {
  test.each(FORMATS)('%s: another digit anywhere is found, and said to be only in writing where it is', (format) => {
    const { text } = NOW[format];
    fc.assert(
      fc.property(fc.nat(digits(text) - 1), fc.integer({ min: 1, max: 9 }), (n, by) => {
        const other = withDigit(text, n, by);
        const found = held(other, NOW[format]);
        // A digit that no JSON number may begin with leaves no report at all.
        if (found === undefined) return;
        expect(found.differences.length).toBeGreaterThan(0);
        if (format === 'json' || format === 'sarif') {
          expect(kinds(found.differences).has('bytes')).toBe(saysTheSame(text, other));
        } else expect(kinds(found.differences).has('bytes')).toBe(false);
      }),
      { numRuns: RUNS },
    );
  });

  test.each(RECORDS)('%s: another character in the words of a verdict is found, at that verdict', (format) => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (which, where) => {
        const said: { rule: unknown; text: string }[] = [];
        const text = altered(NOW[format].text, (verdicts) => {
          const verdict = verdicts[which % verdicts.length];
          const message = verdict.message as { text: string };
          const at = where % message.text.length;
          const other = message.text[at] === '不' ? '可' : '不';
          said.push({ rule: verdict.rule ?? verdict.ruleId, text: message.text });
          message.text = `${message.text.slice(0, at)}${other}${message.text.slice(at + 1)}`;
        });
        const found = held(text, NOW[format])?.differences ?? [];
        expect(found.map(({ kind }) => kind)).toEqual(['verdict']);
        expect(found[0]).toMatchObject({
          verdict: { rule: said[0]?.rule, plan: 'plan.yaml' },
          changes: [{ at: '/message/text', now: said[0]?.text }],
        });
      }),
      { numRuns: RUNS / 2 },
    );
  });

  test.each(RECORDS)('%s: a verdict left out, put twice, swapped or turned is named', (format) => {
    const { text } = NOW[format];
    const of = (alter: (verdicts: Record<string, unknown>[]) => void) =>
      held(altered(text, alter), NOW[format])?.differences;
    const outcome = format === 'json' ? 'outcome' : 'kind';
    const fail = (verdicts: Record<string, unknown>[]) => verdicts.findIndex((one) => one[outcome] === 'fail');
    const out = of((verdicts) => verdicts.splice(fail(verdicts), 1));
    expect(out).toMatchObject([{ kind: 'missing', outcome: 'fail' }]);
    const twice = of((verdicts) => verdicts.push(verdicts[0]));
    expect(twice).toMatchObject([{ kind: 'added' }]);
    const swapped = of((verdicts) => verdicts.splice(0, 2, verdicts[1], verdicts[0]));
    // A result of SARIF counts as often as it has verdicts.
    const now = format === 'json' ? 2 : 1 + toldVerdicts(JSON.parse(text).runs[0].results.slice(0, 1)).length;
    expect(swapped).toMatchObject([{ kind: 'order', report: 1, now }]);
    const turned = of((verdicts) => {
      verdicts[fail(verdicts)][outcome] = 'pass';
    });
    expect(turned).toMatchObject([{ kind: 'verdict', outcomes: ['pass', 'fail'] }]);
    const level = of((verdicts) => {
      const grave = verdicts.find((one) => one[outcome] === 'fail' && one.level === 'error');
      if (grave !== undefined) grave.level = 'warning';
    });
    expect(level).toMatchObject([{ kind: 'verdict', changes: [{ at: '/level', report: 'warning', now: 'error' }] }]);
  });

  test.each(RECORDS)('%s: written otherwise it says the same, and that is said, with the line', (format) => {
    const { text } = NOW[format];
    const spaced = text.replace('\n', '\n ');
    expect(held(spaced, NOW[format])?.differences).toEqual([{ kind: 'bytes', line: 2 }]);
    expect(kinds(held(JSON.stringify(JSON.parse(text)), NOW[format])?.differences ?? [])).toEqual(new Set(['bytes']));
    expect(held(`\ufeff${text}`, NOW[format])?.differences).toEqual([{ kind: 'bytes', line: 1 }]);
    expect(held(text.replaceAll('\n', '\r\n'), NOW[format])?.differences).toEqual([{ kind: 'bytes', line: 1 }]);
  });

  test('version, day, hashes of files and packs are told as what they are', () => {
    for (const format of RECORDS) {
      const { text } = NOW[format];
      const of = (from: string | RegExp, to: string) => held(text.replace(from, to), NOW[format])?.differences ?? [];
      expect(of(/"version": ?"0.1.0"/, '"version": "0.0.9"')[0], format).toEqual({
        kind: 'version',
        report: '0.0.9',
        now: '0.1.0',
      });
      expect(of(/"today": ?"2026-11-24"/, `"today": "2026-11-25"`)[0], format).toMatchObject({ kind: 'day' });
      const [{ sha256 }] = packHashes(loadPack('nm-2017'));
      expect(of(sha256, otherDigit(sha256))[0], format).toMatchObject({
        kind: 'pack',
        id: 'nm-2017',
        now: sha256,
      });
      const hash = input.results[0].files[0].sha256;
      const file = of(hash, otherDigit(hash));
      expect(file[0], format).toMatchObject({ kind: 'file', path: 'plan.yaml', now: hash });
    }
  });
});

describe('rows of a record in SARIF', () => {
  const hall = { ...input, results: [hallReport(25, 'fail')] };
  const now = recomputedOf(hall, 'sarif');
  interface Row {
    subject: string;
    fingerprint: string;
    area: number;
  }
  const rowsOf = (results: Record<string, unknown>[], kind: string, rule: string) =>
    (results.find((one) => one.kind === kind && one.ruleId === rule) as { properties: { rows: Row[] } }).properties
      .rows;
  const views = (results: Record<string, unknown>[]) => rowsOf(results, 'fail', 'capture/view-into-private-zone');
  const differencesOf = (alter: (results: Record<string, unknown>[]) => void) =>
    held(altered(now.text, alter), now)?.differences;

  test('are that of the plan as they were written, and all are counted', () => {
    const found = held(now.text, now);
    expect(found?.differences).toEqual([]);
    expect(found?.verdicts).toBe(hallReport(25, 'fail').verdicts.length);
    expect(views(JSON.parse(now.text).runs[0].results)).toHaveLength(24);
  });

  test('an edited one is found, at its verdict', () => {
    const edited = differencesOf((results) => {
      views(results)[5].area = 0.01;
    });
    const { subject } = views(JSON.parse(now.text).runs[0].results)[5];
    expect(edited).toMatchObject([
      {
        kind: 'verdict',
        verdict: { plan: 'hall.yaml', rule: 'capture/view-into-private-zone', subject },
        outcomes: ['fail', 'fail'],
        changes: [{ at: '/area', report: 0.01 }],
      },
    ]);
  });

  test('one left out, put twice or put elsewhere is named', () => {
    const { subject } = views(JSON.parse(now.text).runs[0].results)[3];
    const verdict = { plan: 'hall.yaml', rule: 'capture/view-into-private-zone', subject };
    expect(differencesOf((results) => views(results).splice(3, 1))).toMatchObject([
      { kind: 'missing', verdict, outcome: 'fail' },
    ]);
    expect(differencesOf((results) => views(results).push(views(results)[3]))).toMatchObject([
      { kind: 'added', verdict, outcome: 'fail' },
    ]);
    const turned = differencesOf((results) => {
      const passes = results.find(({ kind, ruleId }) => kind === 'pass' && ruleId === 'capture/device-in-private-zone');
      const rule = passes === undefined ? {} : { ...passes, ruleId: verdict.rule };
      const rows = views(results).splice(3, 1);
      results.push({ ...rule, properties: { plan: 'hall.yaml', subject: 'no such', rows } });
    });
    expect(turned?.find(({ kind }) => kind === 'verdict')).toMatchObject({ verdict, outcomes: ['pass', 'fail'] });
  });

  test('a pass left out of the rows of its rule is missing', () => {
    const of = (results: Record<string, unknown>[]) => rowsOf(results, 'pass', 'capture/device-in-private-zone');
    const { subject } = of(JSON.parse(now.text).runs[0].results)[0];
    expect(differencesOf((results) => of(results).shift())).toMatchObject([
      { kind: 'missing', verdict: { rule: 'capture/device-in-private-zone', subject }, outcome: 'pass' },
    ]);
  });
});

function otherDigit(hash: string): string {
  return hash.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
}

/** Every value in a pack's data that a person could change: the way to it. */
function leaves(value: unknown, way: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [way];
  return Object.entries(value).flatMap(([key, member]) => leaves(member, [...way, key]));
}

/** The pack with another figure, word or mark at `way`. */
function tampered(pack: Pack, way: readonly string[], where: number): Pack {
  const copy: unknown = structuredClone(pack);
  let holder: unknown = copy;
  for (const key of way.slice(0, -1)) holder = Reflect.get(Object(holder), key);
  const last = way.at(-1) ?? '';
  const was: unknown = Reflect.get(Object(holder), last);
  const text = String(was);
  const at = where % Math.max(1, text.length);
  const now =
    typeof was === 'number'
      ? was + 1
      : typeof was === 'boolean'
        ? !was
        : `${text.slice(0, at)}${text[at] === '乙' ? '甲' : '乙'}${text.slice(at + 1)}`;
  Reflect.set(Object(holder), last, now);
  return copy as Pack;
}

describe('a changed pack', () => {
  const pack = loadPack('nm-2017');
  const ways = leaves(pack);

  test('another figure or word anywhere in its data gives another hash; the order of keys gives none', () => {
    const [{ sha256 }] = packHashes(pack);
    fc.assert(
      fc.property(fc.nat(ways.length - 1), fc.nat(), (n, where) => {
        expect(packHashes(tampered(pack, ways[n], where))[0].sha256).not.toBe(sha256);
      }),
      { numRuns: RUNS },
    );
    const turned = Object.fromEntries(Object.entries(pack).reverse());
    expect(packHashes({ ...pack, ...turned })[0].sha256).toBe(sha256);
  });

  test('a report by it is told, though it is called the same and no verdict changes', () => {
    const way = ['clauses', '0', 'text', 'zh'];
    const other = run({ 'plan.yaml': PLAN }, tampered(pack, way, 3));
    for (const format of FORMATS) {
      const found = held(recomputedOf(other, format).text, NOW[format])?.differences ?? [];
      expect(kinds(found).has('pack'), format).toBe(true);
    }
  });

  test('a figure of it that a report is judged by shows in the verdicts too', () => {
    const other = run({ 'plan.yaml': PLAN }, tampered(pack, ['prohibitions', '0', 'inside'], 0));
    expect(held(recomputedOf(other, 'json').text, NOW.json)?.differences[0]).toMatchObject({ kind: 'pack' });
  });

  test('a configuration is no change of the pack: its figures are told apart from the law', () => {
    const configured = { ...pack, parameters: {}, unchanged: pack };
    expect(packHashes(configured)).toEqual(packHashes(pack));
  });
});
