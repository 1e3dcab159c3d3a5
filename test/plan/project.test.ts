import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { namesSomething } from '../../src/i18n/content.js';
import { loadPack } from '../../src/law/load.js';
import type { Site } from '../../src/plan/model.js';
import { canBeNone, FACT_NAMES, factName, factValue } from '../../src/plan/project/names.js';
import { readPlan } from '../../src/plan/read/read.js';

const pack = loadPack('nm-2017');
const schema: { readonly definitions: Readonly<Record<string, Node>> } = createRequire(import.meta.url)(
  '../../schemas/plan.read.schema.json',
);

function read(path: string, text: string) {
  return readPlan(path, (name) => (name === path ? new TextEncoder().encode(text) : undefined), { pack });
}

function siteOf(path: string, text: string): Site {
  const result = read(path, text);
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result.site;
}

const PROJECT = {
  phase: 'in-use',
  standards: ['甲', '乙'],
  inspection: { qualified: true, date: '2026-04-10', result: 'passed' },
  retention: { days: 30 },
  filing: 'none',
  changes: [{ what: 'scope', approved: 'none' }, { what: 'purpose' }],
  tracks: [{ clause: 'cn-799-2025/9.1', document: '复函', by: '某局' }],
};

const plan = (project: unknown) =>
  `sitecam: 1
site: {name: 示例, categories: [hotel]}
levels: [{id: F1, zones: [{id: z, kind: lobby, rect: [0, 0, 4, 4]}]}]
${project === undefined ? '' : `project: ${JSON.stringify(project)}`}
`;

describe('what a plan states of its project', () => {
  const { project } = siteOf('plan.yaml', plan(PROJECT));
  const facts = project?.facts ?? [];

  test('is kept fact by fact, in the order of the plan, each with its place', () => {
    expect(facts.map(({ path, value }) => [path, value])).toEqual([
      ['phase', 'in-use'],
      ['standards', ['甲', '乙']],
      ['inspection.qualified', true],
      ['inspection.date', '2026-04-10'],
      ['inspection.result', 'passed'],
      ['retention.days', 30],
      ['filing', 'none'],
      ['changes.0.what', 'scope'],
      ['changes.0.approved', 'none'],
      ['changes.1.what', 'purpose'],
      ['tracks.0.clause', 'cn-799-2025/9.1'],
      ['tracks.0.document', '复函'],
      ['tracks.0.by', '某局'],
    ]);
    for (const { path, place } of facts) {
      expect(place).toEqual({ path: 'plan.yaml', pointer: `/project/${path.replaceAll('.', '/')}` });
    }
    expect(project?.tracks[0]).toMatchObject({ by: '某局', place: { pointer: '/project/tracks/0' } });
  });

  test('is the same in the foreign member of a GeoJSON plan, at its own place', () => {
    const collection = {
      type: 'FeatureCollection',
      sitecam: {
        version: 1,
        site: { name: '示例', categories: ['hotel'] },
        coordinates: 'metres',
        levels: [{ id: 'F1' }],
        project: PROJECT,
      },
      features: [],
    };
    const other = siteOf('plan.geojson', JSON.stringify(collection)).project;
    expect(other?.facts.map(({ path, value }) => ({ path, value }))).toEqual(
      facts.map(({ path, value }) => ({ path, value })),
    );
    expect(other?.facts[3]?.place).toEqual({ path: 'plan.geojson', pointer: '/sitecam/project/inspection/date' });
  });

  test('is said by name, in words', () => {
    const said = new Map(facts.map((fact) => [factName(fact.path).zh, factValue(fact).zh]));
    expect(said.get('检测日期')).toBe('2026年4月10日');
    expect(said.get('检测结果')).toBe('通过');
    expect(said.get('视频系统备案')).toBe('未备案');
    expect(said.get('执行的标准')).toBe('“甲”、“乙”');
    expect(said.get('改变的批准')).toBe('未经批准');
  });

  test('is nothing where the plan has none', () => {
    expect(siteOf('plan.yaml', plan(undefined)).project).toBeUndefined();
  });

  test.each<[string, unknown]>([
    ['without a phase', { works: 'new' }],
    ['with a phase that there is none', { phase: 'trial' }],
    ['with a key that nobody knows', { phase: 'design', licence: 'x' }],
    ['with days kept that are no number', { phase: 'design', retention: { days: '三十' } }],
    ['with half a track', { phase: 'design', tracks: [{ clause: 'cn-799-2025/9.1' }] }],
  ])('can’t be read %s', (_, project) => {
    expect(read('plan.yaml', plan(project)).ok).toBe(false);
  });
});

describe('what names nothing', () => {
  test.each([
    '',
    ' ',
    '-',
    '——',
    '/',
    '无',
    '（无）',
    '无。',
    '“无”',
    '没有',
    '暂 无',
    '尚无',
    '无编号',
    '没有相关文件',
    '空白',
    '不详',
    '待补充',
    '待确认',
    '待核实',
    '待明确',
    '待落实',
    'none',
    'None.',
    'NONE',
    'nil',
    'n/a',
    'N / A',
    'ｎｏｎｅ',
    '无\u200b',
    'unknown',
    'TBD',
  ])('%j', (text) => {
    expect(namesSomething(text)).toBe(false);
  });

  test.each([
    '无锡某公司',
    '没有名称的文件一',
    '无线报警联网协议',
    '1',
    '内公技防备2024-018',
    'Nonesuch Ltd',
    '空港公安分局',
    '缺陷整改报告',
  ])('%j names something', (text) => {
    expect(namesSomething(text)).toBe(true);
  });

  test('none says something where the format has it as a word, and nowhere else', () => {
    // What may be a text as well as `none` the schema doesn't tell apart: its description does.
    const described = ['designReview.required', 'inspection.required', 'acceptance.required', 'risk.published'];
    const paths = pathsWithNone({ $ref: '#/definitions/project' }, '');
    expect(paths.length).toBeGreaterThan(10);
    for (const path of [...paths, ...described]) expect(canBeNone(path.replace('*', '3')), path).toBe(true);
    for (const path of Object.keys(FACT_NAMES))
      expect(canBeNone(path), path).toBe(paths.includes(path) || described.includes(path));
  });
});

interface Node {
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly allOf?: readonly Node[];
}

/** Where the schema allows the word `none`. */
function pathsWithNone(node: Node, path: string): string[] {
  if (node.$ref !== undefined) return pathsWithNone(schema.definitions[node.$ref.split('/').at(-1) ?? ''] ?? {}, path);
  const under = (key: string) => (path === '' ? key : `${path}.${key}`);
  return [
    ...(node.const === 'none' || node.enum?.includes('none') ? [path] : []),
    ...Object.entries(node.properties ?? {}).flatMap(([key, member]) => pathsWithNone(member, under(key))),
    ...(node.items === undefined ? [] : pathsWithNone(node.items, under('*'))),
    ...[node.anyOf, node.oneOf, node.allOf].flatMap((all) => all ?? []).flatMap((one) => pathsWithNone(one, path)),
  ];
}

test('what comes of a short list of words is told in words', () => {
  expect(factValue({ path: 'works', value: 'new' })).toMatchObject({ zh: '新建', en: 'new' });
  expect(factValue({ path: 'works', value: 'altered' }).zh).toBe('改建');
});
