import { describe, expect, test } from 'vitest';
import { type ApiOptions, lint, loadConfiguration, loadPack, parseWaivers, rules } from '../../src/index.js';
import { compareWithBaseline } from '../../src/lint/baseline/compare.js';
import { snapshotOf } from '../../src/lint/baseline/snapshot.js';
import { engineText } from '../../src/lint/notes/texts.js';
import { redact } from '../../src/lint/redact/redact.js';
import { redactText } from '../../src/lint/redact/texts.js';
import { fingerprint } from '../../src/lint/run.js';
import { internalError } from '../../src/lint/support/internal-error.js';
import type { LintVerdict, Report, ReportInput, UnreadableReport } from '../../src/lint/types.js';
import { runOf } from '../support/linted.js';

const today = '2026-06-30';
const bytes = (text: string) => new TextEncoder().encode(text);

const PLAN = `sitecam: 1
site: {name: 某宾馆, categories: [hotel], region: "150102", absent: [{role: vault, reason: 无此部位, by: 设计单位}]}
levels:
  - id: F1
    ceiling: 3
    zones:
      - {id: way, kind: corridor, rect: [0, 0, 12, 2]}
      - {id: wc, kind: restroom, rect: [0, 2, 4, 3]}
      - {id: way2, kind: corridor, rect: [0, 10, 12, 2]}
      - {id: hall, kind: lobby, rect: [4, 2, 8, 6]}
      - {id: t, kind: restroom, rect: [0, 5, 4, 3]}
      - {id: u, kind: other, kindUnknown: 间, rect: [12, 0, 4, 3]}
    openings:
      - {id: d-wc, kind: door, line: [[1, 2], [2, 2]]}
      - {id: d-hall, kind: door, line: [[5, 2], [6, 2]]}
    devices:
      - {id: C1, kind: camera, at: [1, 3], height: 2.8, heading: 0, tilt: 20, hfov: 90, status: existing}
      - {id: C2, kind: camera, at: [1.5, 0.2], height: 2.8, heading: 0, tilt: 20, hfov: 90, resolution: [2560, 1440], audio: none}
overrides: {t: {kind: store}}
waivers:
  - {rule: coverage/criterion, subject: way, reason: 待二期, by: 张某, document: 批1号, until: 2026-12-31}
  - {rule: coverage/criterion, subject: nowhere, reason: 待三期, by: 李某, until: 2026-12-31}
`;

function read(text: string, options: Partial<ApiOptions> = {}): Report {
  const result = lint(text, { today, ...options });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result;
}

function loaded(text: string) {
  const absolute = (path: string) => `/${path}`;
  const found = loadConfiguration('c.yaml', { absolute, pack: loadPack('nm-2017'), read: () => bytes(text) });
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.configuration;
}

function outside(text: string) {
  const parsed = parseWaivers('w.yaml', '/w.yaml', bytes(text));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.waivers;
}

const report = read(PLAN, {
  configuration: loaded(
    'rules: {coverage/protected: warning, plan/light-leak: "off"}\nparameters: {pickup: 3}\nprofile: ours\nprofiles: {ours: [{zones: [any], fraction: 0.5, level: detect}]}\n',
  ),
  waivers: [outside('waivers: [{rule: coverage/criterion, subject: way2, reason: 待, by: 王, until: 2027-01-01}]\n')],
  refused: [
    { zh: '甲', en: 'a' },
    { zh: '乙', en: 'b' },
  ],
  exit: { zh: '丙', en: 'c' },
  distrust: true,
});

function only(input: ReportInput): Report {
  const [result] = redact(input).input.results;
  if (!result?.ok) throw new Error('it can be read');
  return result;
}

describe('a redacted report', () => {
  const redacted = only(runOf(report));

  test('has nothing but what is let through, each verdict made anew', () => {
    const { pack, verdicts, cautions, summary, checklist, ...rest } = redacted;
    expect(checklist).toEqual(
      report.checklist.map(({ rule, clause, item }) => ({ rule, subject: '***', clause, item })),
    );
    const place = { path: 'plan-1', pointer: '' };
    const waiver = { rule: '***', subject: '***', reason: '***', by: '***', document: undefined, until: '***', place };
    expect(rest).toEqual({
      ok: true,
      path: 'plan-1',
      site: {
        name: 'plan-1',
        categories: [],
        region: undefined,
        absent: [],
        designation: undefined,
        keepsImportantItems: undefined,
        coordinates: 'metres',
        origin: undefined,
        shift: [0, 0],
        levels: [],
        waivers: [waiver, waiver, { ...waiver, outside: true }],
        faults: [],
        place,
        pack,
        files: [],
      },
      today,
      files: [],
      assumptions: [],
      options: { pack, today, distrust: true },
    });
    expect(summary).toEqual(report.summary);
    expect(pack).toBe(report.pack.unchanged);
    for (const verdict of verdicts) {
      const { rule, subject, message, lowered, waiver: aside } = verdict;
      expect(message).toEqual(redactText.redacted({ rule: rules.find(({ id }) => id === rule)?.title ?? '' }));
      expect(verdict).toEqual({
        rule,
        subject,
        outcome: verdict.outcome,
        message,
        says: [],
        bases: verdict.bases,
        class: verdict.class,
        level: verdict.level,
        ...(lowered && { lowered }),
        ...(aside && { waiver: aside }),
        place,
        related: [],
        dependsOn: { levels: [], devices: [] },
        fingerprint: fingerprint(rule, subject),
      });
      expect('waiver' in verdict).toBe(aside !== undefined);
      expect('lowered' in verdict).toBe(lowered === true);
    }
    expect(verdicts.filter((one) => one.lowered).map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['coverage/protected']),
    );
    expect(verdicts.flatMap((one) => one.waiver ?? []).every((one) => redacted.site.waivers.includes(one))).toBe(true);
    expect(
      verdicts
        .flatMap((one) => one.waiver ?? [])
        .map((one) => one.outside)
        .sort(),
    ).toEqual([true, undefined]);
    expect(cautions?.map(({ kind }) => kind)).toEqual([
      'redacted',
      'loosened',
      'refused',
      'overridden',
      'unsettled',
      'exit',
      'claimed',
    ]);
    expect(cautions?.slice(1).map(({ text }) => text.en.match(/\d+ in all/)?.[0])).toEqual([
      '4 in all',
      '2 in all',
      undefined,
      undefined,
      undefined,
      `${report.cautions?.filter(({ kind }) => kind === 'claimed').length} in all`,
    ]);
    expect(JSON.stringify(cautions)).not.toMatch(/pickup|c\.yaml|批1号/);
  });

  test('has its verdicts in the order of their opaque names, then of what is said', () => {
    const names = redacted.verdicts.map(({ subject }) => subject);
    const kinds = [...new Set(names.map((name) => name.replace(/-.*/, '')))];
    expect(kinds).toEqual([...kinds].sort());
    expect(names).toContain('device-1>zone-2');
    expect(names).toContain('zone-1');
    expect(names.filter((name) => name.startsWith('item-')).length).toBeGreaterThan(2);
    const flipped = only(runOf({ ...report, verdicts: [...report.verdicts].reverse() }));
    expect(flipped.verdicts).toEqual(redacted.verdicts);
  });

  test('is the same redacted once more', () => {
    const twice = only(runOf(redacted));
    expect(twice.cautions).toEqual(
      redacted.cautions?.filter(({ kind }) => kind === 'redacted').concat(twice.cautions?.slice(1) ?? []),
    );
    expect(twice.cautions?.map(({ kind }) => kind)).toEqual(redacted.cautions?.map(({ kind }) => kind));
  });

  test('tells of a verdict whether it is new', () => {
    const [one] = report.verdicts;
    if (one === undefined) throw new Error('something is said');
    const other = only(
      runOf({
        ...report,
        verdicts: [
          { ...one, since: 'new' },
          { ...one, since: 'unchanged' },
        ],
      }),
    );
    expect(other.verdicts.map(({ since }) => since)).toEqual(['new', 'unchanged']);
  });

  test('what its names stand for is told apart from it', () => {
    const { names } = redact(runOf(report));
    expect(names).toMatchObject([
      { name: 'plan-1', path: 'plan.yaml', subjects: { 'zone-1': 'way', 'device-2': 'C2' } },
    ]);
  });

  test('is by the packs as shipped, without what a configuration put in them', () => {
    const { options: _, ...alone } = report;
    const { pack } = only(runOf(alone));
    expect(report.pack.parameters.pickup).toMatchObject({ configured: true });
    expect(pack).toEqual(loadPack(report.pack.id));
    const { options: _options, ...usual } = read(PLAN);
    expect(only(runOf(usual)).pack).toEqual(usual.pack);
  });
});

describe('a redacted comparison', () => {
  const plain = read(PLAN);
  const findings = snapshotOf(plain);
  const [first] = findings;
  if (first === undefined) throw new Error('something is found');
  const file = { path: 'b.json', sha256: 'ab' };
  const gone = [
    { ...first, rule: 'no/rule', subject: 'wc', outcome: 'open' as const },
    { ...first, subject: 'gone>gone' },
    { ...first, rule: 'coverage/protected', subject: 'hall' },
  ];
  const compared = compareWithBaseline(plain, { file, findings: [...findings.slice(1), ...gone] });
  const { baseline, cautions, verdicts } = only(runOf(compared));

  test('says what is new and how many, what is gone by opaque names, and nothing of the file', () => {
    expect(baseline).toMatchObject({
      file: { path: '***', sha256: undefined },
      known: true,
      counts: compared.baseline?.counts,
      unjudged: 0,
    });
    const rows = baseline?.gone ?? [];
    expect(rows.map(({ rule, subject, outcome }) => [rule, subject, outcome])).toEqual(
      expect.arrayContaining([['***', 'zone-2', 'open']]),
    );
    expect(rows.map(({ subject }) => subject.replace(/\d+/, ''))).toEqual(['item-', 'zone-', 'zone-']);
    for (const { rule, subject, fingerprint: given } of rows) expect(given).toBe(fingerprint(rule, subject));
    expect(rows.map(({ rule }) => rule).sort()).toEqual(['***', 'coverage/protected', first.rule].sort());
    expect(rows.some((row) => 'pack' in row)).toBe(false);
    const other = compareWithBaseline(plain, {
      file,
      findings: [...findings, { ...first, subject: 'hall' }],
    });
    const [row] = only(runOf(other)).baseline?.gone ?? [];
    expect(row).toMatchObject({ rule: first.rule, fingerprint: fingerprint(first.rule, row?.subject ?? '') });
    const before = new Map(compared.baseline?.gone.map(({ rule, now }) => [rule, now]));
    expect(rows.find(({ rule }) => rule === 'coverage/protected')?.now).toBe(before.get('coverage/protected'));
    expect(rows.map((row) => 'now' in row)).toEqual(rows.map(({ now }) => now !== undefined));
    const since = (all: readonly LintVerdict[]) => all.map((one) => one.since ?? '').sort();
    expect(since(verdicts)).toEqual(since(compared.verdicts));
    expect(verdicts.every((one) => 'since' in one === (one.since !== undefined))).toBe(true);
  });

  test('says so where the baseline doesn’t have the plan', () => {
    expect(cautions?.at(-1)?.text.en).toMatch(/^Compared with a baseline: the findings it has/);
    const unknown = only(runOf(compareWithBaseline(plain, { file, findings: undefined })));
    expect(unknown.cautions?.at(-1)?.text.en).toMatch(/^Compared with a baseline that doesn't have this plan/);
    expect(unknown.baseline?.known).toBe(false);
  });
});

describe('a redacted run', () => {
  const broken = lint('sitecam: [', { today, path: '密.yaml' });
  const own = internalError('密.yaml');
  if (broken.ok) throw new Error('it can’t be read');
  const unknown: UnreadableReport = {
    ...broken,
    unreadable: broken.unreadable.map((one) => ({ ...one, code: 'toString' })),
  };

  test('names its plans by their places in it, as wide as the last', () => {
    const many: UnreadableReport[] = Array.from({ length: 10 }, () => broken);
    expect(redact(runOf(...many)).input.results.map(({ path }) => path)).toEqual(
      Array.from({ length: 10 }, (_, n) => `plan-${String(n + 1).padStart(2, '0')}`),
    );
    const shard = { index: 2, of: 3, all: 12 };
    const sharded = redact({ ...runOf(broken, broken), shard });
    expect(sharded.input.results.map(({ path }) => path)).toEqual(['plan-02', 'plan-05']);
    expect(sharded.input.shard).toBe(shard);
    expect('shard' in redact(runOf(broken)).input).toBe(false);
  });

  test('tells the kind of what keeps a plan from being read, not what it quotes', () => {
    const { input, names } = redact(runOf(broken, own, unknown));
    const [code] = broken.unreadable.map((one) => one.code);
    expect(input.redacted).toBe(true);
    expect(input.results).toEqual(
      [
        [code, redactText.redactedPlan] as const,
        ['engine/fault', engineText.fault] as const,
        ['***', redactText.redactedPlan] as const,
      ].map(([known, message], n) => ({
        ok: false,
        path: `plan-${n + 1}`,
        unreadable: [{ code: known, message, place: { path: `plan-${n + 1}`, pointer: '' } }],
        files: [],
      })),
    );
    expect(names[0]).toEqual({ name: 'plan-1', path: '密.yaml', subjects: {} });
  });

  test('of a configuration, too', () => {
    const absolute = (path: string) => `/${path}`;
    const found = loadConfiguration('c.yaml', {
      absolute,
      pack: loadPack('nm-2017'),
      read: () => bytes('extends: 密.yaml\nruls: {}\n'),
    });
    if (found.ok) throw new Error('it is wrong');
    const { misconfigured } = redact({ ...runOf(), misconfigured: found }).input;
    expect(misconfigured?.files).toEqual([]);
    expect(misconfigured?.problems.map(({ code }) => code)).toEqual(found.problems.map(({ code }) => code));
    expect(misconfigured?.problems.map(({ message, place }) => [message.id, place])).toEqual(
      found.problems.map(() => ['engine/redacted-configuration', { path: 'configuration', pointer: '' }]),
    );
    expect('misconfigured' in redact(runOf()).input).toBe(false);
  });
});
