import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import schema from '../../schemas/baseline.schema.json' with { type: 'json' };
import { headline } from '../../src/findings/tally.js';
import { render } from '../../src/i18n/locale.js';
import { compareWithBaseline } from '../../src/lint/baseline/compare.js';
import { baselineText, withFindings } from '../../src/lint/baseline/file.js';
import { parseBaseline } from '../../src/lint/baseline/parse.js';
import { snapshotOf } from '../../src/lint/baseline/snapshot.js';
import type { BaselineFinding, PlanBaseline } from '../../src/lint/baseline/types.js';
import { exitCode } from '../../src/lint/exit.js';
import type { LintVerdict, Report } from '../../src/lint/types.js';
import { locate } from '../../src/source/place/locate.js';
import { fixturePlans, lintedPlan } from '../support/linted.js';
import { moved, reversed, turned } from '../support/transform.js';

type XY = [number, number];

interface DeviceDoc {
  id: string;
  kind: string;
  type?: string;
  at: XY;
  heading?: number;
  audio?: string;
  name?: string;
}

interface ZoneDoc {
  id: string;
  kind: string;
  name?: string;
  rect?: number[];
  polygon?: XY[];
  holes?: XY[][];
}

interface PlanDoc {
  site: { name: string; categories: string[] };
  levels: {
    id: string;
    name?: string;
    ceiling?: number;
    zones: ZoneDoc[];
    openings: { id: string; kind: string; name?: string; line: XY[] }[];
    walls?: { id: string; line: XY[] }[];
    devices: DeviceDoc[];
  }[];
  deviceTypes?: Record<string, Record<string, unknown>>;
  waivers?: unknown[];
}

const FILE = { path: 'sitecam.baseline.json', sha256: 'ab'.repeat(32) };
const TOOL = { name: 'sitecam', version: '0.1.0' };

function read(path: string, text?: string): Report {
  const result = lintedPlan(path, text === undefined ? undefined : { [path]: text });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result;
}

const docOf = (path: string): PlanDoc => parse(readFileSync(path, 'utf8'));
const lint = (doc: PlanDoc, path = 'plan.yaml'): Report => read(path, stringify(doc));

function beside(now: Report, before: Report): Report {
  return compareWithBaseline(now, { file: FILE, findings: snapshotOf(before) });
}

const sinceOf = ({ verdicts }: Report) =>
  Object.fromEntries(verdicts.flatMap(({ rule, subject, since }) => (since ? [[`${rule} ${subject}`, since]] : [])));

/** That nothing is new, changed or gone. */
function expectUnchanged(now: Report, before: Report): void {
  const { baseline } = beside(now, before);
  expect(baseline).toMatchObject({ counts: { new: 0, changed: 0, unchanged: snapshotOf(before).length }, gone: [] });
}

const SITES = fixturePlans('sites').filter((path) => !path.endsWith('.geojson'));
const HOTEL = 'fixtures/sites/qingcheng-hotel/violations.yaml';
const MUSEUM = 'fixtures/sites/museum/violations.yaml';
const COMPOUND = 'fixtures/sites/residential-compound/violations.geojson';

/** Sites with a text of their own, of whose every part a test may speak. */
const whole = SITES.filter((path) => !path.includes('museum'));

describe('a plan beside its own baseline', () => {
  it.each([...fixturePlans('sites'), ...fixturePlans('malformed')])('%s: everything is unchanged', (path) => {
    const report = lintedPlan(path);
    if (report.ok) expectUnchanged(report, report);
  });

  it('takes nothing away: the headline, the outcomes and the counts are what they were; only the exit code is', () => {
    const report = read(HOTEL);
    const compared = beside(report, report);
    expect(render(headline(compared), 'zh-CN')).toBe(render(headline(report), 'zh-CN'));
    expect(compared.summary).toEqual(report.summary);
    expect(compared.verdicts.map(({ outcome }) => outcome)).toEqual(report.verdicts.map(({ outcome }) => outcome));
    expect(exitCode([report], 'error')).toBe(1);
    expect(exitCode([compared], 'error')).toBe(0);
    expect(exitCode([compared], 'review')).toBe(0);
  });

  it('knows nothing of passes, of what does not apply and of what a waiver sets aside', () => {
    const report = read(HOTEL);
    const findings = snapshotOf(report);
    expect(findings.map(({ outcome }) => outcome)).not.toContain('pass');
    const waived = {
      ...report,
      verdicts: report.verdicts.map(
        (verdict): LintVerdict =>
          verdict.subject === 'corridor-2' ? { ...verdict, waiver: report.site.waivers[0] } : verdict,
      ),
    };
    expect(snapshotOf(waived).length).toBe(findings.length - 1);
    expect(beside(waived, report).baseline?.gone).toMatchObject([{ subject: 'corridor-2', now: 'waived' }]);
  });

  it('without an entry for the plan everything is new', () => {
    const compared = compareWithBaseline(read(HOTEL), { file: FILE, findings: undefined });
    expect(new Set(Object.values(sinceOf(compared)))).toEqual(new Set(['new']));
    expect(compared.baseline?.known).toBe(false);
    expect(exitCode([compared], 'error')).toBe(1);
  });
});

describe('what changes no finding', () => {
  it.each(whole)('%s: names, comments, layout, JSON for YAML, types written out, ids of doors', (path) => {
    const before = read(path);
    const text = readFileSync(path, 'utf8');
    expectUnchanged(read(path, `# 一行说明\n\n${text.replaceAll(', ', ',   ')}\n# 完\n`), before);
    expectUnchanged(read('plan.json', JSON.stringify(docOf(path))), before);
    const doc = docOf(path);
    doc.site.name = '另一个名称';
    for (const level of doc.levels) {
      level.name = `${level.id}层`;
      for (const device of level.devices) {
        const type = doc.deviceTypes?.[device.type ?? ''];
        Object.assign(device, { ...type, ...device, name: `设备${device.id}` });
        delete device.type;
      }
      for (const opening of level.openings) opening.name = `口${opening.id}`;
    }
    expectUnchanged(lint(doc), before);
  });

  it.each(whole)('%s: every list in the opposite order', (path) => {
    expectUnchanged(lint(reversed(docOf(path))), read(path));
  });

  it.each(whole)('%s: outlines from another corner, the other way round, with points on straight edges', (path) => {
    const doc = docOf(path);
    for (const zone of doc.levels.flatMap(({ zones }) => zones)) {
      if (zone.rect !== undefined) zone.polygon = corners(zone.rect);
      delete zone.rect;
      const ring = zone.polygon ?? [];
      const [a = [0, 0], b = [0, 0]] = ring;
      const middle: XY = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
      const straight = a[0] === b[0] || a[1] === b[1];
      const longer: XY[] = straight ? [a, middle, ...ring.slice(1)] : ring;
      zone.polygon = [...longer.slice(2), ...longer.slice(0, 2)].reverse();
    }
    for (const { line } of doc.levels.flatMap(({ openings }) => openings)) line.reverse();
    expectUnchanged(lint(doc), read(path));
  });

  it('a plan shifted as a whole, in whole millimetres', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...whole),
        fc.integer({ min: -90000, max: 90000 }),
        fc.integer({ min: -90000, max: 90000 }),
        (path, dx, dy) => {
          const before = read(path);
          expectUnchanged(lint(moved(docOf(path), turned(0, [dx / 1000, dy / 1000]))), before);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('a plan moved onto a national grid, far from zero', () => {
    expectUnchanged(lint(moved(docOf(HOTEL), turned(0, [523_417, 4_512_380.5]))), read(HOTEL));
  });

  it('GeoJSON in metres for YAML', () => {
    for (const path of whole)
      expectUnchanged(read('plan.geojson', JSON.stringify(collectionOf(docOf(path)))), read(path));
  });

  it('degrees whose features come in another order, so that they are projected about another place', () => {
    const collection = JSON.parse(readFileSync(COMPOUND, 'utf8'));
    delete collection.sitecam.origin;
    const before = read(COMPOUND, JSON.stringify(collection));
    collection.features.reverse();
    const after = read(COMPOUND, JSON.stringify(collection));
    expect(after.site.origin).not.toEqual(before.site.origin);
    expectUnchanged(after, before);
  });

  it('another element far away, even one that is the new south-west corner', () => {
    const doc = docOf(HOTEL);
    doc.levels[0].zones.push({ id: 'shed', kind: 'other', rect: [-40, -60, 3, 3] });
    // What there now is undrawn between the two is found, and is new.
    const before = read(HOTEL);
    const counts = { changed: 0, unchanged: snapshotOf(before).length };
    expect(beside(lint(doc), before).baseline).toMatchObject({ counts, gone: [] });
  });

  it('a finding that is less grave than it was', () => {
    const before = read(HOTEL);
    const lighter = { ...before, verdicts: before.verdicts.map(outcomes({ fail: 'review' })) };
    expectUnchanged(lighter, before);
  });
});

function corners([x = 0, y = 0, width = 0, depth = 0]: readonly number[]): XY[] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + depth],
    [x, y + depth],
  ];
}

/** The same plan as features. */
function collectionOf({ levels, ...rest }: PlanDoc): unknown {
  const feature = (element: string, level: string, geometry: unknown, properties: object) => {
    return { type: 'Feature', properties: { element, level, ...properties }, geometry };
  };
  const line = (points: readonly XY[]) => ({ type: 'LineString', coordinates: points });
  const features = levels.flatMap(({ id, zones, openings, walls = [], devices }) => [
    ...zones.map(({ rect, polygon = corners(rect ?? []), holes = [], ...keys }) => {
      const rings = [polygon, ...holes].map((ring) => [...ring, ring[0]]);
      return feature('zone', id, { type: 'Polygon', coordinates: rings }, keys);
    }),
    ...walls.map(({ line: points, ...keys }) => feature('wall', id, line(points), keys)),
    ...openings.map(({ line: points, ...keys }) => feature('opening', id, line(points), keys)),
    ...devices.map(({ at, ...keys }) => feature('device', id, { type: 'Point', coordinates: at }, keys)),
  ]);
  const heads = levels.map(({ zones: _z, openings: _o, walls: _w, devices: _d, ...head }) => head);
  const { sitecam: version, ...members } = rest as { sitecam?: number };
  return {
    type: 'FeatureCollection',
    sitecam: { version, coordinates: 'metres', ...members, levels: heads },
    features,
  };
}

function outcomes(by: Partial<Record<LintVerdict['outcome'], LintVerdict['outcome']>>) {
  return (verdict: LintVerdict): LintVerdict => ({ ...verdict, outcome: by[verdict.outcome] ?? verdict.outcome });
}

describe('what makes a finding changed', () => {
  /** Findings on a device, and those on zones that it helps to cover. */
  const naming = ({ verdicts }: Report, id: string) =>
    verdicts.filter(
      ({ subject, related, since }) =>
        since !== undefined &&
        (subject.split(/[>:]/).includes(id) || related.some(({ caption }) => caption.en === `device '${id}'`)),
    );

  it('a camera moved by more than a millimetre: every finding that names it', () => {
    let seen = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...whole.filter((path) => path.includes('violations'))),
        fc.nat(),
        fc.integer({ min: 2, max: 300 }),
        fc.boolean(),
        (path, n, millimetres, east) => {
          const before = read(path);
          const named = new Set(
            before.verdicts
              .filter(({ outcome }) => outcome === 'fail' || outcome === 'open' || outcome === 'review')
              .flatMap(({ subject, related }) => [
                subject.split('>')[0],
                ...related.map(({ caption }) => caption.en.replace(/^device '(.*)'$/, '$1')),
              ]),
          );
          const doc = docOf(path);
          const devices = doc.levels.flatMap((level) => level.devices).filter(({ id }) => named.has(id));
          const device = devices[n % devices.length];
          if (device === undefined) return;
          const [x, y] = device.at;
          device.at = east ? [x + millimetres / 1000, y] : [x, y + millimetres / 1000];
          const found = naming(beside(lint(doc), before), device.id);
          seen += found.length;
          expect(found.filter(({ since }) => since === 'unchanged').map(({ subject }) => subject)).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
    expect(seen).toBeGreaterThan(10);
  });

  /** What is said of the hotel's camera in the changing room after a change to the plan. */
  const afterwards = (change: (doc: PlanDoc, device: DeviceDoc) => void) => {
    const doc = docOf(HOTEL);
    const device = doc.levels.flatMap(({ devices }) => devices).find(({ id }) => id === 'C1-12');
    if (device === undefined) throw new Error('the hotel has C1-12');
    change(doc, device);
    return beside(lint(doc), read(HOTEL)).verdicts.find(({ subject }) => subject === 'C1-12>changing-f');
  };

  it.each<[string, (doc: PlanDoc, device: DeviceDoc) => void]>([
    ['turned', (_, device) => Object.assign(device, { heading: (device.heading ?? 0) + 1 })],
    ['of another type', (_, device) => Object.assign(device, { type: 'corridor-4mp' })],
    ['of a type that is another now', (doc) => Object.assign(doc.deviceTypes?.['dome-4mp'] ?? {}, { hfov: 90 })],
    ['with a microphone', (_, device) => Object.assign(device, { audio: 'microphone' })],
    ['mounted higher', (_, device) => Object.assign(device, { height: 2.81 })],
    ['installed already', (_, device) => Object.assign(device, { status: 'existing' })],
  ])('a camera %s', (_, change) => {
    expect(afterwards(change)).toMatchObject({ since: 'changed', changes: ['altered'] });
  });

  it('and of nothing that was not touched', () => {
    expect(afterwards(() => undefined)).toMatchObject({ since: 'unchanged' });
    const doc = docOf(HOTEL);
    for (const device of doc.levels.flatMap(({ devices }) => devices)) {
      if (device.id === 'C1-12') device.at = [17.9, 14.9];
    }
    const since = sinceOf(beside(lint(doc), read(HOTEL)));
    expect(Object.entries(since).filter(([, one]) => one === 'changed')).toEqual([
      ['capture/device-in-private-zone C1-12>changing-f', 'changed'],
    ]);
  });

  it('a zone moved, of one on a zone alone', () => {
    const doc = docOf(HOTEL);
    for (const zone of doc.levels.flatMap(({ zones }) => zones)) {
      if (zone.id === 'entrance-east') zone.rect = zone.rect?.map((value, n) => (n === 3 ? value - 0.1 : value));
    }
    expect(sinceOf(beside(lint(doc), read(HOTEL)))).toMatchObject({
      'coverage/protected entrance-east': 'changed',
      'coverage/criterion corridor-2': 'unchanged',
    });
  });

  it('a door that a view goes through', () => {
    const doc = docOf(HOTEL);
    const door = doc.levels.flatMap(({ openings }) => openings).find(({ id }) => id === 'd301');
    if (door === undefined) throw new Error('the hotel has d301');
    const [[x, y], end] = door.line;
    door.line = [[x + 0.02 * Math.sign(end[0] - x), y], end];
    const since = sinceOf(beside(lint(doc), read(HOTEL)));
    expect(since['capture/view-into-private-zone C3-03>r301']).toBe('changed');
    expect(since['capture/view-into-private-zone C3-03>r302']).toBe('unchanged');
  });

  it('a wall that takes some of the coverage, which nothing that covers shows', () => {
    const doc = docOf(HOTEL);
    const level = doc.levels.find(({ zones }) => zones.some(({ id }) => id === 'corridor-2'));
    level?.walls?.push({
      id: 'screen',
      line: [
        [12, 7],
        [12, 8],
      ] as XY[],
    });
    if (level !== undefined)
      level.walls ??= [
        {
          id: 'screen',
          line: [
            [12, 7],
            [12, 8],
          ],
        },
      ];
    const before = read(HOTEL);
    const verdict = beside(lint(doc), before).verdicts.find(
      ({ rule, subject }) => rule === 'coverage/criterion' && subject === 'corridor-2',
    );
    expect(verdict?.since).toBe('changed');
    expect(verdict?.changes).toContain('more');
    // The other way round the coverage has grown: nothing to look at again.
    const better = beside(before, lint(doc)).verdicts.find(
      ({ rule, subject }) => rule === 'coverage/criterion' && subject === 'corridor-2',
    );
    expect(better?.changes ?? []).not.toContain('more');
  });

  it('a graver outcome', () => {
    const now = read(HOTEL);
    const before = { ...now, verdicts: now.verdicts.map(outcomes({ fail: 'open', open: 'review' })) };
    const graver = beside(now, before).verdicts.filter(({ since }) => since === 'changed');
    expect(graver.length).toBe(now.verdicts.filter(({ outcome }) => outcome === 'fail' || outcome === 'open').length);
    expect(graver.every(({ changes }) => changes?.join() === 'graver')).toBe(true);
    expect(exitCode([beside(now, before)], 'error')).toBe(1);
  });
});

describe('new and gone', () => {
  it('a device added or taken away', () => {
    const without = docOf(HOTEL);
    for (const level of without.levels) level.devices = level.devices.filter(({ id }) => id !== 'C1-12');
    const [less, all] = [lint(without), read(HOTEL)];
    expect(beside(all, less).baseline).toMatchObject({ counts: { new: 1, changed: 0 }, gone: [] });
    expect(beside(less, all).baseline).toMatchObject({
      counts: { new: 0, changed: 0 },
      gone: [{ rule: 'capture/device-in-private-zone', subject: 'C1-12>changing-f', outcome: 'fail' }],
    });
  });

  it('what a rule that was not run had found is neither', () => {
    const all = read(HOTEL);
    const off = 'coverage/criterion';
    const less = { ...all, verdicts: all.verdicts.filter(({ rule }) => rule !== off) };
    const compared = compareWithBaseline(less, { file: FILE, findings: snapshotOf(all) }, new Set([off]));
    expect(compared.baseline).toMatchObject({ gone: [], unjudged: 3 });
  });

  it('several findings of one rule and subject: each is matched with one, those that are as they were first', () => {
    const once = read(HOTEL);
    const [first] = once.verdicts.filter(({ subject }) => subject === 'C1-12>changing-f');
    const related = [{ place: once.site.levels[1].place, caption: { zh: '', en: '' } }];
    const twice = { ...once, verdicts: [...once.verdicts, { ...first, related }] };
    expectUnchanged(twice, twice);
    expect(beside(once, twice).baseline).toMatchObject({
      counts: { new: 0, changed: 0 },
      gone: [{ subject: 'C1-12>changing-f', now: 'fail' }],
    });
    expect(beside(twice, once).verdicts.at(-1)?.since).toBe('new');
    expect(beside(twice, once).baseline).toMatchObject({ counts: { new: 1, changed: 0 } });
  });

  it('a fault of the plan more does not change what another fault leaves open', () => {
    const doc = docOf(HOTEL);
    doc.levels[0].zones.push({ id: 'odd', kind: 'no-such-kind', rect: [40, 0, 3, 3] });
    const before = lint(doc);
    doc.levels[0].zones.push({ id: 'odder', kind: 'no-such-kind-either', rect: [45, 0, 3, 3] });
    const tainted = beside(lint(doc), before).verdicts.filter((verdict) => verdict.tainted?.by.length === 2);
    expect(tainted.length).toBeGreaterThan(10);
    expect(tainted.filter(({ changes }) => changes?.includes('altered'))).toEqual([]);
  });
});

describe('the file', () => {
  const findings = snapshotOf(read(HOTEL));
  const text = baselineText({
    tool: TOOL,
    plans: [
      { plan: 'b.yaml', findings },
      { plan: 'a.yaml', findings: [] },
    ],
  });
  const parsed = (source: string, path = 'sitecam.baseline.json') =>
    parseBaseline(path, new TextEncoder().encode(source));

  it('is read as it was written, and written as it was read', () => {
    const result = parsed(text);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(result.baseline.plans.map(({ plan }) => plan)).toEqual(['a.yaml', 'b.yaml']);
    expect(result.baseline.plans[1].findings).toEqual(findings);
    expect(baselineText(result.baseline)).toBe(text);
  });

  it('has a finding a line, sorted by code unit', () => {
    const lines = text.split('\n').filter((line) => line.includes('"rule"'));
    expect(lines.length).toBe(findings.length);
    const keys = lines.map((line) => JSON.parse(line.trim().replace(/,$/, '')) as BaselineFinding);
    const names = keys.map(({ rule, subject }) => `${rule}\0${subject}`);
    expect(names).toEqual([...names].sort());
  });

  it('names ids and nothing else of the site: no names, no coordinates, no days', () => {
    const words = [...readFileSync(HOTEL, 'utf8').matchAll(/name: ([^,}\n]+)/g)].map(([, name]) =>
      name.replace(/"/g, ''),
    );
    for (const word of words) if (/\p{Script=Han}/u.test(word)) expect(text).not.toContain(word);
    expect(text).not.toMatch(/20\d\d-\d\d|17\.96|14\.96/);
  });

  it('escapes what cannot be seen in an id', () => {
    const [first] = findings;
    const odd = { ...first, subject: 'C\u202e1\u2028>w\u{e0041}' };
    const written = baselineText({ tool: TOOL, plans: [{ plan: 'a.yaml', findings: [odd] }] });
    expect(written).not.toMatch(/[\u202e\u2028\u{e0041}]/u);
    expect(JSON.parse(written).plans[0].findings[0].subject).toBe(odd.subject);
  });

  it('keeps the entries of other plans', () => {
    const before = {
      tool: TOOL,
      plans: [
        { plan: 'x.yaml', findings },
        { plan: 'y.yaml', findings },
      ],
    };
    const after = withFindings(before, [{ plan: 'y.yaml', findings: [] }], TOOL);
    expect(after.plans).toEqual([before.plans[0], { plan: 'y.yaml', findings: [] }]);
    expect(withFindings(before, [], TOOL, new Set(['x.yaml'])).plans).toEqual([before.plans[1]]);
  });

  const mangled = (from: string | RegExp, to: string) => {
    const result = text.replace(from, to);
    expect(result).not.toBe(text);
    return result;
  };

  it.each<[string, () => string, string, number | undefined]>([
    ['a plan', () => '{"sitecam": 1, "site": {}}', '缺少“sitecamBaseline”', 1],
    ['a list', () => '[]', '缺少“sitecamBaseline”', 1],
    ['a newer version', () => mangled('"sitecamBaseline": 2', '"sitecamBaseline": 3'), '格式版本为3', 2],
    ['a version in words', () => mangled('"sitecamBaseline": 2', '"sitecamBaseline": "2"'), '应为整数', 2],
    ['a key more', () => mangled('"tool":', '"note": "x", "tool":'), '不认识的键“note”', 3],
    [
      'a key more in a finding',
      () => mangled('"outcome"', '"outcomes": 1, "outcome"'),
      '“outcomes”（是否应为“outcome”？）',
      12,
    ],
    ['an outcome that is none', () => mangled('"outcome":"fail"', '"outcome":"pass"'), '“pass”不对', 12],
    ['a hash that is none', () => mangled(/"geometry":"./, '"geometry":"G'), '32位十六进制', 12],
    ['another subject', () => mangled('"subject":"C1-12>', '"subject":"C1-13>'), '不是规则', 12],
    ['a plan twice', () => mangled('"plan": "b.yaml"', '"plan": "a.yaml"'), '出现两次', 10],
    ['marks of a merge', () => mangled('  "plans"', '<<<<<<< HEAD\n  "plans"'), 'JSON语法错误', 4],
    ['half a file', () => text.slice(0, 400), 'JSON语法错误', undefined],
    ['nothing', () => '', '没有内容', 1],
    ['a key twice', () => mangled('"tool":', '"plans": [], "tool":'), '重复出现', undefined],
  ])('%s is no baseline, and it is said where', (_, make, phrase, line) => {
    const result = parsed(make());
    if (result.ok) throw new Error('it was taken for a baseline');
    const [problem] = result.problems;
    expect(problem.message.zh).toContain(phrase);
    const at = problem.at ?? locate(result.file, problem.place).start;
    if (line !== undefined) expect(at.line).toBe(line);
  });

  it('is no YAML, whose comments writing it would lose', () => {
    expect(parsed('sitecamBaseline: 1\ntool: {name: a, version: b}\nplans: []\n', 'b.yaml').ok).toBe(false);
  });
});

it('schemas/baseline.schema.json is draft-07, and describes every key in both languages', () => {
  const ajv = new Ajv();
  expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
  const { plan, finding } = schema.definitions;
  const described = [schema, schema.properties.tool, plan, finding].flatMap(({ properties }) =>
    Object.entries(properties as Record<string, { readonly description?: string }>),
  );
  expect(described.length).toBeGreaterThan(10);
  for (const [key, { description = '' }] of described)
    expect(description, key).toMatch(/\p{Script=Han}.* \/ .*[a-z²]/u);
});

it('a comparison needs nothing but the report and plain data', () => {
  const known: PlanBaseline = structuredClone({ file: FILE, findings: snapshotOf(read(MUSEUM)) });
  expect(compareWithBaseline(read(MUSEUM), known).baseline?.counts).toMatchObject({ new: 0, changed: 0 });
});
