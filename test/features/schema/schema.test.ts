import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { planSchema } from '../../../src/features/schema/schema.js';
import { SNIPPETS } from '../../../src/features/schema/snippets.js';
import { allPacks } from '../../../src/law/load.js';
import { vocabularyOf } from '../../../src/law/names/vocabulary.js';
import { zoneKindCalled } from '../../../src/plan/build/kinds.js';
import { fixturePlans, siteRead, unknownWords } from './fixture-plans.js';

const read: object = JSON.parse(readFileSync('schemas/plan.read.schema.json', 'utf8'));
const packs = allPacks();
const strict = planSchema(read, packs);

/** Keywords that only editors read. */
const FOR_EDITORS = ['markdownEnumDescriptions', 'enumDescriptions', 'errorMessage', 'defaultSnippets'];

function validatorOf(schema: object) {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictRequired: false });
  ajv.addVocabulary(FOR_EDITORS);
  formats.default(ajv);
  return ajv.compile(schema);
}

const isStrict = validatorOf(strict);
const isRead = validatorOf(read);
const plans = fixturePlans();

const placesOf = (errors: readonly ErrorObject[] | null | undefined) =>
  [...new Set((errors ?? []).map(({ instancePath }) => instancePath))].sort();

/** Where the strict schema finds a fault in a plan. */
function faultsIn(value: unknown): string[] {
  isStrict(value);
  return placesOf(isStrict.errors);
}

/** Calls `visit` with every node of a schema that is a schema or a table of them. */
function walk(node: unknown, visit: (node: Readonly<Record<string, unknown>>, path: string) => void, path = ''): void {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) visit(node as Readonly<Record<string, unknown>>, path);
  for (const [key, value] of Object.entries(node)) walk(value, visit, `${path}/${key}`);
}

test('the shipped schema is the one that is made, and draft-07', () => {
  expect(JSON.parse(readFileSync('schemas/plan.schema.json', 'utf8'))).toEqual(strict);
  const ajv = new Ajv();
  expect(ajv.validateSchema(strict), ajv.errorsText()).toBe(true);
});

describe('the strict schema', () => {
  test('refuses, of every plan of fixtures that can be read, the words that no law knows, and nothing else', () => {
    const wrong = plans.flatMap(({ path, value, unknown }) => {
      const refused = faultsIn(value);
      return refused.join() === unknown.join() ? [] : [{ path, refused, unknown }];
    });
    expect(wrong).toEqual([]);
    expect(plans.length).toBeGreaterThan(800);
    expect(plans.filter(({ unknown }) => unknown.length > 0).length).toBeGreaterThan(10);
  });

  test.each([
    ['/levels/0/zones/0/kind', 'kind: corridor', 'kind: corider'],
    ['/site/categories/0', 'hotel', 'hotell'],
    ['/levels/0/devices/0/kind', 'kind: camera', 'kind: camra'],
    ['/levels/0/openings/0/kind', 'kind: door', 'kind: dor'],
    ['/deviceTypes/dome/kind', 'kind: microphone', 'kind: microfone'],
    ['/levels/0/zones/0/roles/0', 'roles: [gate]', 'roles: [gates]'],
    ['/site/absent/0/role', 'role: yard', 'role: yards'],
    ['/sitecam', 'sitecam: 1', 'sitecam: 2'],
    ['/overrides/Z1/kind', 'Z1: {kind: lobby', 'Z1: {kind: loby'],
    ['/levels/0/zones/0/kind', 'kind: corridor', 'kind: 走郎'],
    ['/levels/0/devices/0/kind', 'kind: camera', 'kind: 摄象机'],
    ['/levels/0/openings/0/kind', 'kind: door', 'kind: 门窗'],
  ])('marks a slip at %s: %s, %s', (place, right, wrong) => {
    expect(faultsIn(parse(SOUND))).toEqual([]);
    expect(siteRead('plan.yaml', SOUND)?.faults).toEqual([]);
    expect(SOUND).toContain(right);
    expect(faultsIn(parse(SOUND.replace(right, wrong)))).toEqual([place]);
  });

  test('asks for a polygon or a rect, and not for both', () => {
    const without = SOUND.replace('rect: [0, 0, 8, 4], ', '');
    expect(faultsIn(parse(without))).toEqual(['/levels/0/zones/0']);
    const both = SOUND.replace('rect: [0, 0, 8, 4], ', '$&polygon: [[0, 0], [8, 0], [8, 4]], ');
    expect(faultsIn(parse(both))).toEqual(['/levels/0/zones/0', '/levels/0/zones/0/polygon']);
  });

  test('takes nothing that a plan is not read by', () => {
    let [taken, refused] = [0, 0];
    for (const { path, value } of plans.filter((_, index) => index % 60 === 0)) {
      for (const changed of mutants(value)) {
        if (!isStrict(changed)) refused += 1;
        else {
          taken += 1;
          expect(isRead(changed), `${path}: ${JSON.stringify(isRead.errors)}`).toBe(true);
        }
      }
    }
    expect(Math.min(taken, refused)).toBeGreaterThan(1000);
  }, 60_000);

  test('takes every spelling of a Chinese word that the reader takes for a kind', () => {
    const kindIn = (kind: string) => {
      const plan = { sitecam: 1, site: { name: '甲', categories: ['hotel'] } };
      return faultsIn({ ...plan, levels: [{ id: 'F1', zones: [{ id: 'z', kind, rect: [0, 0, 1, 1] }] }] });
    };
    let counted = 0;
    for (const word of vocabularyOf(packs[0]).zh.byWord.keys()) {
      if (!/\p{Script=Han}/u.test(word)) continue;
      const spaced = [...word].join(' ');
      const wide = word.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
      for (const spelled of [word, spaced, wide, word.toUpperCase(), `${word}\u200b`, traditional(word), `${word}一`]) {
        if (zoneKindCalled(spelled, packs[0]) === undefined) continue;
        counted += 1;
        expect([spelled, kindIn(spelled)]).toEqual([spelled, []]);
      }
    }
    expect(counted).toBeGreaterThan(4000);
    expect(zoneKindCalled('更衣間', packs[0])).toBe('changing-room');
  });

  test('says in both languages what each value of a list means, and no list is open to any text', () => {
    const bare: string[] = [];
    let lists = 0;
    walk(strict, (node, path) => {
      const described = node.markdownEnumDescriptions ?? node.enumDescriptions;
      if (Array.isArray(node.enum) && node.enum.length > 1) {
        lists += 1;
        const lines = (described ?? []) as readonly string[];
        if (lines.length !== node.enum.length) bare.push(path);
        for (const line of lines) if (!/\p{Script=Han}.* \/ .*[A-Za-z]/u.test(line)) bare.push(`${path}: ${line}`);
      }
      const choices = Array.isArray(node.anyOf) ? (node.anyOf as readonly { type?: unknown; enum?: unknown }[]) : [];
      if (choices.some((one) => Array.isArray(one.enum) && one.enum.length > 1) && choices.some(isAnyText))
        bare.push(`${path}: open`);
    });
    expect(bare).toEqual([]);
    expect(lists).toBeGreaterThan(30);
  });

  test('says of a kind its name, its walls, and the clauses that bar capture in it or have it protected', () => {
    const nm = planSchema(read, [packs[0]]);
    expect(meaning(nm, 'changing-room')).toBe(
      '更衣室｜默认有墙｜第九条第二款第（三）项禁止采集 / Changing room | walled unless stated | no capture: Art. 9(2)(3)',
    );
    expect(meaning(nm, 'ward')).toContain('｜本工具理解为第九条第二款第（六）项禁止采集，由审查人判定 / ');
    expect(meaning(nm, 'yard')).toContain('院落｜默认无墙｜视场所类别应当设防：第八条 / ');
    expect(meaning(nm, 'office')).toBe('办公室｜默认有墙 / Office | walled unless stated');
    // Where several laws speak of it, each is named.
    expect(meaning(strict, 'changing-room')).toContain('｜自治区条例第九条第二款第（三）项、国务院令第799号');
  });
});

describe.each(
  Object.entries(SNIPPETS).flatMap(([name, snippets]) =>
    snippets.map((snippet) => [name, snippet.label, snippet] as const),
  ),
)('the snippet for %s, %s,', (name, label, { body, description }) => {
  const plan = planWith(name, filled(body));

  test('makes a plan that the strict schema takes and the linter reads without a fault', () => {
    expect(faultsIn(plan)).toEqual([]);
    const site = siteRead('plan.yaml', stringify(plan));
    expect(site && unknownWords(site)).toEqual([]);
    expect(site?.faults.map(({ rule }) => rule)).toEqual([]);
  });

  test('is named in both languages, and asks for its places from the first to the last', () => {
    for (const text of [label, description]) expect(text).toMatch(/\p{Script=Han}.* \/ .*[a-z]/u);
    const places = [...JSON.stringify(body).matchAll(/\$\{(\d+)/g)].map(([, place]) => Number(place));
    expect(places).toEqual(places.map((_, index) => index + 1));
    expect(places.length).toBeGreaterThan(4);
  });
});

test('there are snippets for a PTZ with a home preset, a fisheye that looks down, and four lenses', () => {
  const devices = (SNIPPETS.device ?? []).map(({ body }) => filled(body));
  expect(devices).toContainEqual(
    expect.objectContaining({
      form: 'ptz',
      ptz: expect.objectContaining({ home: { heading: 0, tilt: 20, hfov: 60 } }),
    }),
  );
  expect(devices).toContainEqual(expect.objectContaining({ form: 'fisheye', tilt: 90 }));
  expect(devices).toContainEqual(
    expect.objectContaining({ form: 'multi-sensor', sensors: expect.objectContaining({ length: 4 }) }),
  );
});

const SOUND = `sitecam: 1
site:
  name: 某宾馆
  categories: [hotel]
  absent: [{role: yard, reason: 没有, by: 建设单位}]
deviceTypes:
  dome: {kind: microphone}
levels:
  - id: F1
    zones:
      - {id: Z1, kind: corridor, rect: [0, 0, 8, 4], roles: [gate]}
      - {id: Z2, kind: 更衣室, rect: [8, 0, 4, 4]}
    openings:
      - {id: D1, kind: door, line: [[8, 1], [8, 2]]}
      - {id: D2, kind: 门, line: [[0, 1], [0, 2]]}
    devices:
      - {id: C1, kind: camera, at: [4, 2]}
      - {id: C2, kind: 摄像机, at: [4, 3]}
overrides:
  Z1: {kind: lobby}
`;

const isAnyText = ({ type, ...rest }: Readonly<Record<string, unknown>>) =>
  type === 'string' && rest.pattern === undefined;

function meaning(schema: object, kind: string): string {
  let found = '';
  walk(schema, (node, path) => {
    if (path !== '/definitions/zone/properties/kind/anyOf/0') return;
    found = (node.markdownEnumDescriptions as readonly string[])[(node.enum as readonly string[]).indexOf(kind)] ?? '';
  });
  return found;
}

/** A word in traditional characters, as far as a few go. */
function traditional(word: string): string {
  return word.replace(/[间厅门电库场]/g, (sign) => '間廳門電庫場'['间厅门电库场'.indexOf(sign)] ?? sign);
}

/** The value of a snippet with its places left as they are offered. */
function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filled);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner)]));
  if (typeof value !== 'string') return value;
  const text = value.replace(/\$\{\d+(?::([^}]*)|\|([^,|]*)[^}]*)\}/g, (_, offered, first) => offered ?? first);
  return text.startsWith('^') ? JSON.parse(text.slice(1)) : text;
}

/** A plan with one piece in it, on the walls of a room. */
function planWith(name: string, piece: unknown): unknown {
  const head = { sitecam: 1, site: { name: '某宾馆', categories: ['hotel'] } };
  const level = { id: 'F1', ceiling: 3, zones: [{ id: 'Z9', kind: 'lobby', rect: [0, 0, 6, 4] }] };
  if (name === 'level') return { ...head, levels: [piece] };
  const list = `${name}s`;
  return { ...head, levels: [{ ...level, [list]: [piece] }] };
}

/** Yields a plan with one thing in it changed at a time. */
function* mutants(value: unknown): Generator<unknown> {
  if (typeof value !== 'object' || value === null) return;
  const entries = Object.entries(value);
  const with_ = (changed: readonly (readonly [string, unknown])[]): unknown =>
    Array.isArray(value) ? changed.map(([, one]) => one) : Object.fromEntries(changed);
  for (const [at, [key, inner]] of entries.entries()) {
    yield with_(entries.filter((_, index) => index !== at));
    for (const other of ['甲', 'hotel', 5, null, true, [], {}])
      yield with_(entries.map((one, index) => (index === at ? ([key, other] as const) : one)));
    for (const changed of mutants(inner))
      yield with_(entries.map((one, index) => (index === at ? ([key, changed] as const) : one)));
  }
}
