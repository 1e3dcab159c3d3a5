// Definitions and references of ids: in the plan, its geometry, waivers, decisions and baselines.
import { describe, expect, test } from 'vitest';
import { definitionsAt, type LocationOf, referencesAt } from '../../src/editor/index.js';
import { fileIn, type Marked, marked, textIn } from './open.js';

const PLAN = `sitecam: 1
site: {name: 测试, categories: [hotel], region: "150102"}
deviceTypes:
  dome: {kind: camera, hfov: 90}
levels:
  - id: F1
    zones:
      - {id: hall, kind: corridor, rect: [0, 0, 9, 3]}
      - id: atrium
        kind: lobby
        levels: [F1, F2]
    openings:
      - {id: "d1", kind: door, line: [[0, 0], [1, 0]]}
    devices:
      - {id: C1, type: dome, at: [1, 1]}
      - {id: R1, kind: access-reader, opening: 'd1', at: [1, 1]}
      - {id: P1, kind: camera, mobile: {form: handheld, area: [hall, atrium]}}
    drawing: {file: a.dxf, unit: 0.001, handles: {hall: 2F}, blocks: {C1: CAM}}
  - id: F2
overrides:
  hall: {name: 走廊}
waivers:
  - {rule: capture/near-door, subject: C1>hall, reason: x, by: y, until: 2027-01-01}
`;

/** Where things are: path, line and what stands there. */
function shown({ plan }: Marked, locations: readonly LocationOf[]): string[] {
  return locations.map(({ path, range }) => `${path}:${range.start.line + 1} ${textIn(fileIn(plan, path), range)}`);
}

function definitions(at: Marked): string[] {
  return shown(at, definitionsAt(at.plan, at.path, at.position));
}

function references(at: Marked, declared = false): string[] {
  return shown(at, referencesAt(at.plan, at.path, at.position, declared));
}

/** The plan with the cursor where `text` has a mark. */
function inPlan(text: string, change: (plan: string) => string = (plan) => plan): Marked {
  const plan = PLAN.replace(text.replace('|', ''), text);
  if (!plan.includes('|')) throw new Error(`no '${text}' in the plan`);
  return marked({ 'plan.yaml': change(plan) });
}

describe('the definition of', () => {
  test.each([
    ['an opening, in quotes', "opening: 'd|1'", ['plan.yaml:13 d1']],
    ['a type', 'type: do|me', ['plan.yaml:4 dome']],
    ['a level', 'levels: [F1, F2|]', ['plan.yaml:19 F2']],
    ['a zone of an area', 'area: [hall, |atrium]', ['plan.yaml:9 atrium']],
    ['what is overridden', 'ha|ll: {name', ['plan.yaml:8 hall']],
    ['a handle', 'handles: {ha|ll', ['plan.yaml:8 hall']],
    ['a block', 'blocks: {C|1', ['plan.yaml:15 C1']],
    ['the device of a subject', 'subject: C|1>hall', ['plan.yaml:15 C1']],
    ['the zone of a subject', 'subject: C1>ha|ll', ['plan.yaml:8 hall']],
    ['an id itself', '{id: h|all', ['plan.yaml:8 hall']],
    ['a name', 'name: 走|廊', []],
    ['a kind', 'kind: corri|dor', []],
    ['a key', 'open|ing: ', []],
  ])('%s', (_, text, expected) => {
    expect(definitions(inPlan(text))).toEqual(expected);
    expect(definitions(inPlan(text, (plan) => plan.replaceAll('\n', '\r\n')))).toEqual(expected);
  });

  test('an opening, while the text is broken elsewhere', () => {
    const broken = (plan: string) => `${plan}project: {phase: [design\n  nothing: "\n`;
    expect(definitions(inPlan("opening: 'd|1'", broken))).toEqual(['plan.yaml:13 d1']);
  });

  test('what is typed right now', () => {
    const typing = (plan: string) => plan.replace("opening: 'd1|', at: [1, 1]}", 'opening: d1|');
    expect(definitions(inPlan("opening: 'd1|'", typing))).toEqual(['plan.yaml:13 d1']);
  });

  test('both of two things of one id', () => {
    const twice = (plan: string) => plan.replace('id: atrium', 'id: hall');
    expect(definitions(inPlan('subject: C1>ha|ll', twice))).toEqual(['plan.yaml:8 hall', 'plan.yaml:9 hall']);
  });

  test('what an anchor gives is where it stands, once', () => {
    const at = marked({
      'plan.yaml': `sitecam: 1
levels:
  - id: &f F1
    zones: [&z {id: a, kind: store, levels: [*f|]}]
  - {id: F2, zones: [*z]}
`,
    });
    expect(definitions(at)).toEqual(['plan.yaml:3 F1']);
  });
});

const GEOMETRY = JSON.stringify({
  type: 'FeatureCollection',
  sitecam: { version: 1, levels: [{ id: 'F1', drawing: { file: 'a.dxf', handles: { z1: '2F' } } }] },
  features: [
    { type: 'Feature', properties: { element: 'zone', level: 'F1', id: 'z1', kind: 'store' }, geometry: null },
    { type: 'Feature', id: 7, properties: { element: 'opening', level: 'F1', kind: 'door' }, geometry: null },
    { type: 'Feature', properties: { element: 'device', level: 'F1', id: 'C1', opening: '7' }, geometry: null },
  ],
}).replaceAll('{"type":"Feature"', '\n{"type":"Feature"');

describe('a plan with geometry in another file', () => {
  const texts = (plan: string) => ({
    'a/plan.yaml': `levels:\n  - {id: F1, geometry: geo/F1.geojson}\noverrides:\n  z1: {kind: restroom}\n${plan}`,
    'a/geo/F1.geojson': GEOMETRY,
  });
  const inText = (text: string, path: 'a/plan.yaml' | 'a/geo/F1.geojson') => {
    const given = texts('');
    return marked({ ...given, [path]: given[path].replace(text.replace('|', ''), text) });
  };

  test('an override leads to the feature, and a feature is overridden', () => {
    expect(definitions(inText('z|1:', 'a/plan.yaml'))).toEqual(['a/geo/F1.geojson:2 z1']);
    expect(references(inText('"id":"z|1"', 'a/geo/F1.geojson'))).toEqual(['a/plan.yaml:4 z1', 'a/geo/F1.geojson:1 z1']);
  });

  test('the level of a feature is in the plan', () => {
    expect(definitions(inText('"level":"F|1"', 'a/geo/F1.geojson'))).toEqual(['a/plan.yaml:2 F1']);
  });

  test('an id of a feature may be a number', () => {
    expect(definitions(inText('"opening":"|7"', 'a/geo/F1.geojson'))).toEqual(['a/geo/F1.geojson:3 7']);
  });

  test('its path leads to the file', () => {
    const at = inText('geo/|F1.geojson', 'a/plan.yaml');
    expect(definitionsAt(at.plan, at.path, at.position)).toEqual([
      { path: 'a/geo/F1.geojson', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
    ]);
  });

  test('broken geometry is understood as far as it goes', () => {
    const at = marked({
      ...texts(''),
      'a/geo/F1.geojson': GEOMETRY.slice(0, -2).replace('"F1","id"', '"F|1","id"'),
    });
    expect(definitions(at)).toEqual(['a/plan.yaml:2 F1']);
  });
});

describe('references', () => {
  const others = {
    'sitecam.waivers.yaml': `waivers:
  - {rule: coverage/criterion, subject: hall, reason: x, by: y, until: 2027-01-01}
  - {plan: other.yaml, rule: coverage/criterion, subject: hall, reason: x, by: y, until: 2027-01-01}
  - {plan: '*.yaml', rule: coverage/declared, subject: hall/8/entrance, reason: x, by: y, until: 2027-01-01}
`,
    'sitecam.baseline.json': `{"sitecamBaseline": 2, "tool": {"name": "sitecam", "version": "1"}, "plans": [
  {"plan": "plan.yaml", "findings": [
    {"rule": "capture/near-door", "subject": "C1>hall"},
    {"rule": "waiver/expired", "subject": "capture/near-door:C1>hall"}]},
  {"plan": "b/plan.yaml", "findings": [{"rule": "capture/near-door", "subject": "C1>hall"}]}]}
`,
    'sitecam.decisions.yaml': `decisions:
  - {plan: plan.yaml, rule: capture/near-door, subject: C2>hall, fingerprint: ab, geometry: cd}
`,
  };

  test('of a zone, in all files that are about the plan', () => {
    const at = marked({ 'plan.yaml': PLAN.replace('{id: hall', '{id: ha|ll') }, others);
    expect(references(at)).toEqual([
      'plan.yaml:17 hall',
      'plan.yaml:18 hall',
      'plan.yaml:21 hall',
      'plan.yaml:23 hall',
      'sitecam.waivers.yaml:2 hall',
      'sitecam.baseline.json:3 hall',
      'sitecam.baseline.json:4 hall',
      'sitecam.decisions.yaml:2 hall',
    ]);
    expect(references(at, true)).toContain('plan.yaml:8 hall');
  });

  test('from a baseline to the plan', () => {
    const json = others['sitecam.baseline.json'].replace('"C1>hall"', '"C1>h|all"');
    const at = marked({ 'plan.yaml': PLAN }, { ...others, 'sitecam.baseline.json': json });
    expect(definitions(at)).toEqual(['plan.yaml:8 hall']);
  });

  test('of a level, of which an element may have the name', () => {
    const plan = PLAN.replace('id: atrium', 'id: F2').replace('levels: [F1, F2]', 'levels: [F1, F|2]');
    expect(references(marked({ 'plan.yaml': plan }), true)).toEqual(['plan.yaml:11 F2', 'plan.yaml:19 F2']);
  });

  test('of nothing', () => {
    expect(references(inPlan('kind: corri|dor'))).toEqual([]);
    expect(referencesAt(inPlan('{id: h|all').plan, 'none.yaml', { line: 0, character: 0 }, true)).toEqual([]);
  });
});
