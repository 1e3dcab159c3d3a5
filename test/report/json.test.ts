import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';
import schema from '../../schemas/report-2.schema.json' with { type: 'json' };
import { verdictsByGroup } from '../../src/findings/tally.js';
import { reportView } from '../../src/findings/view.js';
import { type Messages, renderMessage } from '../../src/i18n/message.js';
import { loadPack } from '../../src/law/load.js';
import { lintPlan } from '../../src/lint/lint.js';
import { packHashes } from '../../src/lint/support/pack-hash.js';
import type { LintResult, Report, ReportInput } from '../../src/lint/types.js';
import { plainText } from '../../src/render/escape.js';
import { renderJson } from '../../src/report/json/json.js';
import { rules } from '../../src/rules/registry.gen.js';
import { closed } from '../support/closed.js';
import { sitecam } from '../support/io.js';
import {
  fixturePlans,
  HOSTILE_PATH,
  lintedHostile,
  lintedPlan,
  lintedReports,
  NASTY,
  runOf,
} from '../support/linted.js';
import { input, report, unreadable } from './build.js';

interface Place {
  readonly file: string;
  readonly pointer: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

interface Said {
  readonly text: string;
  readonly id: string;
  readonly params: Readonly<Record<string, string | { readonly zh: string; readonly en: string }>>;
}

interface Edit {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
}

interface VerdictJson {
  readonly fixes?: readonly { readonly edits: readonly Edit[] }[];
  readonly number?: number;
  readonly rule: string;
  readonly outcome: string;
  readonly group: string;
  readonly subject: string;
  readonly fingerprint: string;
  readonly message: Said;
  readonly bases: readonly {
    readonly clause: string;
    readonly penalties: readonly string[];
    readonly duties: readonly string[];
  }[];
  readonly place: Place;
  readonly waiver?: { readonly reason: string };
  readonly tainted?: { readonly by: readonly string[]; readonly more?: number };
}

interface PlanJson {
  readonly path: string;
  readonly readable: boolean;
  readonly sha256: string | null;
  readonly unreadable?: readonly unknown[];
  readonly site: { readonly name: string };
  readonly summary: Readonly<Record<string, number>>;
  readonly clauses: Readonly<Record<string, { readonly citation: { readonly zh: string; readonly en: string } }>>;
  readonly coverage: readonly { readonly zone?: string; readonly fraction: number; readonly threshold: number }[];
  readonly devices: readonly { readonly id: string }[];
  readonly assumptions: readonly unknown[];
  readonly checklist: readonly { readonly clause: string }[];
  readonly verdicts: readonly VerdictJson[];
}

interface ReportJson {
  readonly version: number;
  readonly plans: readonly PlanJson[];
}

/** Properties on either side of `anyOf` and tuples are meant so. */
const ajv = new Ajv({ strict: true, allowUnionTypes: true });
const shipped: ValidateFunction<ReportJson> = ajv.compile<ReportJson>({ ...schema, $id: 'shipped' });
const strict: ValidateFunction<ReportJson> = ajv.compile<ReportJson>({ ...Object(closed(schema)), $id: 'closed' });

function read(run: ReportInput, locale: 'zh-CN' | 'en' = 'zh-CN'): ReportJson {
  const text = renderJson(run, { locale });
  const value: unknown = JSON.parse(text);
  if (!shipped(value)) expect.fail(JSON.stringify(shipped.errors?.slice(0, 3)));
  if (!strict(value)) expect.fail(JSON.stringify(strict.errors?.slice(0, 3)));
  return value;
}

function planOf(result: LintResult, locale: 'zh-CN' | 'en' = 'zh-CN'): PlanJson {
  return read(runOf(result), locale).plans[0];
}

function countsOf({ verdicts }: PlanJson) {
  const n = (keep: (verdict: VerdictJson) => boolean) => verdicts.filter(keep).length;
  const live = (outcome: string) =>
    n((one) => one.outcome === outcome && one.waiver === undefined && one.group !== 'undecided');
  return {
    verdicts: verdicts.length,
    fail: live('fail'),
    open: live('open'),
    review: live('review'),
    pass: live('pass'),
    notApplicable: live('notApplicable'),
    waived: n(({ waiver }) => waiver !== undefined),
    undecided: n(({ group }) => group === 'undecided'),
  };
}

/** A smoke detector with a microphone in it, in a restroom. */
const OVERHEARD = `sitecam: 1
site: {name: 青城宾馆, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: wc, kind: restroom, name: 女卫生间, rect: [0, 0, 4, 3]}
    devices:
      - id: S1 # 感烟
        kind: smoke-detector
        at: [2, 1]
        height: 3
        audio: microphone
`;

const sites = fixturePlans('sites');

describe('golden files', () => {
  test.each(['zh-CN', 'en'] as const)('%s', async (locale) => {
    const whole = renderJson(input([report(), unreadable]), { locale });
    // The pack's hash changes with every word of the law's data: it is what it is, and no golden file's matter.
    const [{ sha256 }] = packHashes(report().pack);
    expect(whole).toContain(`"sha256": "${sha256}"`);
    await expect(whole.replaceAll(sha256, '<sha256 of the pack>')).toMatchFileSnapshot(
      `../../fixtures/golden/json-2.${locale}.json`,
    );
    expect(renderJson(input([report(), unreadable]), { locale })).toBe(whole);
  });
});

describe('the report as data', () => {
  test('its schema is draft-07, printed by the command, and names all that is written', async () => {
    expect(ajv.validateSchema(schema)).toBe(true);
    const { code, out } = await sitecam(['schema', 'report']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(schema);
  });

  test.each(sites)('%s: valid, complete, counted as the summary counts', (path) => {
    const { reports } = lintedReports(path);
    const [one]: readonly Report[] = reports;
    const plan = planOf(one);
    expect(plan.summary).toMatchObject({ ...countsOf(plan), ...one.summary.counts, waived: one.summary.waived });
    expect(plan.verdicts.map(({ rule, subject, outcome }) => [rule, subject, outcome])).toEqual(
      one.verdicts.map(({ rule, subject, outcome }) => [rule, subject, outcome]),
    );
    for (const [group, verdicts] of Object.entries(verdictsByGroup(one))) {
      expect(plan.verdicts.filter((verdict) => verdict.group === group).length, group).toBe(verdicts.length);
    }
    expect(plan.devices.map(({ id }) => id)).toEqual(
      one.site.levels.flatMap(({ devices }) => devices.map(({ id }) => id)),
    );
    expect(plan.assumptions).toHaveLength(one.assumptions.length);
    expect(plan.sha256).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'));
  });

  test('every clause a verdict names is there to look up, cited in both languages', () => {
    for (const path of sites) {
      const plan = planOf(lintedReports(path).reports[0]);
      const ticked = plan.checklist.map(({ clause }) => clause);
      const cited = plan.verdicts.flatMap(({ bases }) => bases);
      const named = [...cited.flatMap(({ clause, penalties }) => [clause, ...penalties]), ...ticked];
      expect(Object.keys(plan.clauses).sort()).toEqual([...new Set(named)].sort());
    }
    const plan = read(input([report()])).plans[0];
    expect(plan.clauses['nm-2017/9.2(3)'].citation).toEqual({ zh: '第九条第二款第（三）项', en: 'Art. 9(2)(3)' });
  });

  test('a place is where the subject stands in the file', () => {
    const path = 'fixtures/sites/qingcheng-hotel/violations.yaml';
    const lines = readFileSync(path, 'utf8').split('\n');
    const { verdicts } = planOf(lintedReports(path).reports[0]);
    const views = verdicts.filter(
      ({ rule, subject }) => rule === 'capture/view-into-private-zone' && subject.includes('>'),
    );
    expect(views.length).toBeGreaterThan(1);
    for (const { subject, place } of views) {
      expect(place.file).toBe(path);
      const line = lines[(place.line ?? 0) - 1];
      expect(line.slice((place.column ?? 0) - 1, (place.endColumn ?? 0) - 1)).toBe(subject.split('>')[0]);
    }
  });

  test('coverage is given per zone, against its threshold', () => {
    const [one] = lintedReports('fixtures/sites/qingcheng-hotel/plan.yaml').reports;
    const { coverage } = planOf(one);
    const measured = one.verdicts.filter(({ evidence }) => evidence?.coverage !== undefined);
    expect(coverage).toHaveLength(measured.length);
    expect(coverage.length).toBeGreaterThan(5);
    expect(coverage.every(({ zone, fraction }) => zone !== undefined && fraction >= 0 && fraction <= 1)).toBe(true);
  });

  test('a message can be said anew in either language from its id and parameters', () => {
    const run = lintedReports('fixtures/sites/ktv/violations.yaml').input;
    const shared = reportView(run).messages('');
    const own = new Map<string, Messages>(rules.map(({ id, messages }) => [id, messages]));
    for (const { rule, message } of read(run, 'zh-CN').plans[0].verdicts) {
      const messages = { ...shared, ...own.get(rule) };
      expect(plainText(renderMessage(messages, message, 'zh-CN'))).toBe(message.text);
    }
    const english = read(run, 'en').plans[0].verdicts.map(({ message }) => message.text);
    expect(
      read(run, 'zh-CN').plans[0].verdicts.map(({ message, rule }) =>
        plainText(renderMessage({ ...shared, ...own.get(rule) }, message, 'en')),
      ),
    ).toEqual(english);
  });

  test('of many faults that leave a verdict undecided 20 are listed, and the others counted', () => {
    const [zones, openings] = [21, 23].map((n) => Array.from({ length: n }, (_, i) => i));
    const plan = {
      sitecam: 1,
      site: { name: '青城宾馆', categories: ['hotel'], region: '150102' },
      levels: [
        {
          id: 'F1',
          ceiling: 3,
          zones: zones.map((i) => ({ id: `wc${i}`, kind: 'restroom', rect: [4 * i, 0, 4, 3] })),
          openings: openings.map((i) => ({
            id: `D${i}`,
            kind: 'gizmo',
            line: [
              [2 * i, 0],
              [2 * i + 1, 0],
            ],
          })),
          devices: [{ id: 'C1', kind: 'camera', at: [1, -1], height: 2.5, heading: 0 }],
        },
      ],
    };
    const read = () => new TextEncoder().encode(JSON.stringify(plan));
    const { verdicts } = planOf(lintPlan('plan.json', read, { pack: loadPack('nm-2017'), today: '2026-11-24' }));
    const undecided = verdicts.flatMap(({ tainted }) => tainted ?? []);
    expect(undecided.length).toBeGreaterThan(20);
    expect(new Set(undecided.map(({ by, more }) => `${by.length} and ${more}`))).toEqual(new Set(['20 and 3']));
  });

  test('a plan that cannot be read has its faults and no verdicts', () => {
    for (const path of fixturePlans('malformed')) {
      for (const locale of ['zh-CN', 'en'] as const) {
        const result = lintedPlan(path);
        const plan = planOf(result, locale);
        expect(plan.readable, path).toBe(result.ok);
        expect('verdicts' in plan, path).toBe(result.ok);
        expect(plan.unreadable?.length, path).toBe(result.ok ? undefined : result.unreadable.length);
      }
    }
  });

  test('findings have the numbers of every report, those read as one the same', () => {
    const plan = read(input([report()])).plans[0];
    const numbers = plan.verdicts.map(({ group, number }) => [group, number]);
    expect(
      numbers
        .filter(([group]) => ['pass', 'notApplicable', 'waived', 'undecided'].includes(String(group)))
        .every(([, n]) => n === undefined),
    ).toBe(true);
    expect(new Set(numbers.flatMap(([, n]) => (n === undefined ? [] : [n])))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  });

  test('a run over no plan, over one and over several', () => {
    expect(read(input([])).plans).toEqual([]);
    expect(read(input([report(), unreadable, report([])])).plans.map(({ readable }) => readable)).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('a hostile plan: ids are exact, so that fingerprints can be worked out anew, and nothing moves a cursor', () => {
    const hostile = lintedHostile();
    for (const locale of ['zh-CN', 'en'] as const) {
      const text = renderJson(runOf(hostile), { locale });
      const plan = planOf(hostile, locale);
      expect(plan.path).toBe(HOSTILE_PATH);
      expect(plan.site.name).toBe(NASTY);
      expect(plan.verdicts).toHaveLength(hostile.verdicts.length);
      for (const { rule, subject, fingerprint, message } of plan.verdicts) {
        expect(createHash('sha256').update(`${rule}\0${subject}`).digest('hex')).toBe(fingerprint);
        expect(message.text).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
      }
      expect(text).not.toMatch(
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/,
      );
    }
  });

  test('an edit that settles a finding is there to make: made, and linted again, the finding is gone', async () => {
    const given = { 'plan.yaml': OVERHEARD };
    const { out } = await sitecam(['lint', 'plan.yaml', '--fix-geometry', '-f', 'json'], { given });
    const value: unknown = JSON.parse(out);
    if (!strict(value)) expect.fail(JSON.stringify(strict.errors?.slice(0, 3)));
    const [found] = value.plans[0].verdicts.filter(({ fixes }) => fixes !== undefined);
    const [edit] = found.fixes?.[0].edits ?? [];
    const lines = OVERHEARD.split('\n');
    const before = [...lines.slice(0, edit.line - 1), lines[edit.line - 1].slice(0, edit.column - 1)].join('\n');
    const after = [lines[edit.endLine - 1].slice(edit.endColumn - 1), ...lines.slice(edit.endLine)].join('\n');
    const mended = lintedPlan('plan.yaml', { 'plan.yaml': before + edit.text + after });
    if (!mended.ok) expect.fail('the mended plan is unreadable');
    const again = mended.verdicts.filter(({ rule, subject }) => rule === found.rule && subject === found.subject);
    expect(again.map(({ outcome }) => outcome)).not.toContain('fail');
  });

  test('counts add up by outcome and by the groups of the headline', async () => {
    const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((all, one) => all + one, 0);
    for (const site of ['qingcheng-hotel', 'ktv', 'bank-branch']) {
      const { out } = await sitecam(['lint', `fixtures/sites/${site}/violations.yaml`, '-f', 'json']);
      const [{ summary, verdicts, headline }] = JSON.parse(out).plans;
      const { fail, open, review, pass, notApplicable, waived } = summary;
      expect([summary.verdicts, sum(summary.groups)]).toEqual([verdicts.length, verdicts.length]);
      expect(sum({ fail, open, review, pass, notApplicable, waived })).toBe(verdicts.length);
      expect(headline).toContain(`不符合${summary.groups.fail}处`);
    }
  });
});
