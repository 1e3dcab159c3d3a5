// What people and programs read of a suggested camera is what its plan's file says: in its coordinates, units and north.

import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkCertificate } from '../../../src/features/suggest/certificate/check.js';
import { certifying } from '../../../src/features/suggest/certificate/make.js';
import { changing } from '../../../src/features/suggest/change.js';
import { suggestionDocument } from '../../../src/features/suggest/report/document.js';
import { suggestionRecord } from '../../../src/features/suggest/report/json.js';
import { type SuggestOptions, suggesting } from '../../../src/features/suggest/suggest.js';
import { loadSolver } from '../../../src/host/suggest/solver.js';
import { unproject } from '../../../src/plan/read/frame.js';
import { writeMarkdown } from '../../../src/render/writers/markdown.js';
import { writeTerminal } from '../../../src/render/writers/terminal.js';
import { applyEdits } from '../../../src/source/edit/splice.js';
import { judged } from './suggestions.js';

type XY = readonly [x: number, y: number];

const HALL: readonly XY[] = [
  [0, 0],
  [6, 0],
  [6, 2],
  [0, 2],
];
const DOOR: readonly XY[] = [
  [0, 0.5],
  [0, 1.4],
];

/** Returns a plan as YAML whose points are written by `put`; `keys`: of the plan. */
function yaml(put: (point: XY) => XY, ...keys: readonly string[]): string {
  const points = (list: readonly XY[]) => JSON.stringify(list.map(put));
  return `sitecam: 1
site: {name: 测试, categories: [hotel], region: "150104"}
${keys.join('\n')}
levels:
  - id: F1
    ceiling: 3.6
    zones:
      - {id: hall, kind: corridor, name: 走廊, polygon: ${points(HALL)}}
    openings:
      - {id: out, kind: door, line: ${points(DOOR)}}
`;
}

const ORIGIN: XY = [111.7, 40.8];

/** The same plan as GeoJSON in degrees. */
function geojson(): string {
  const put = (list: readonly XY[]) => list.map((point) => unproject(point, ORIGIN));
  const feature = (properties: object, type: string, coordinates: unknown) => ({
    type: 'Feature',
    properties,
    geometry: { type, coordinates },
  });
  const site = { name: '测试', categories: ['hotel'], region: '150104' };
  return JSON.stringify({
    type: 'FeatureCollection',
    sitecam: { version: 1, site, coordinates: 'wgs84', origin: ORIGIN, levels: [{ id: 'F1', ceiling: 3.6 }] },
    features: [
      feature({ element: 'zone', level: 'F1', id: 'hall', kind: 'corridor', name: '走廊' }, 'Polygon', [
        put([...HALL, HALL[0] ?? [0, 0]]),
      ]),
      feature({ element: 'opening', level: 'F1', id: 'out', kind: 'door' }, 'LineString', put(DOOR)),
    ],
  });
}

/** What a file says of a camera. */
interface InFile {
  readonly at: XY;
  readonly heading: number;
  readonly tilt: number;
}

function inYaml(text: string): Record<string, InFile> {
  const { levels } = parse(text);
  return Object.fromEntries(levels[0].devices.map((one: InFile & { id: string }) => [one.id, one]));
}

function inGeojson(text: string): Record<string, InFile> {
  const { features } = JSON.parse(text);
  return Object.fromEntries(
    features
      .filter(({ properties }: { properties: { element: string } }) => properties.element === 'device')
      .map(({ properties, geometry }: { properties: InFile & { id: string }; geometry: { coordinates: XY } }) => [
        properties.id,
        { ...properties, at: geometry.coordinates },
      ]),
  );
}

const same = (point: XY): XY => point;
const PLANS = {
  metres: { path: 'plan.yaml', text: yaml(same, 'coordinates: metres'), read: inYaml, near: [3, 1], within: 4 },
  millimetres: {
    path: 'plan.yaml',
    text: yaml(([x, y]) => [1000 * x, 1000 * y], 'coordinates: millimetres'),
    ...{ read: inYaml, near: [3000, 1000], within: 4000 },
  },
  'degrees, as GeoJSON': { path: 'plan.geojson', text: geojson(), read: inGeojson, near: ORIGIN, within: 1e-4 },
  'national grid': {
    path: 'plan.yaml',
    text: yaml(([x, y]) => [x + 500_300.5, y + 4_518_200.25], 'coordinates: metres'),
    ...{ read: inYaml, near: [500_303, 4_518_201], within: 4 },
  },
  'metres, north askew': {
    path: 'plan.yaml',
    text: yaml(same, 'coordinates: metres', 'north: 17.3'),
    ...{ read: inYaml, near: [3, 1], within: 4 },
  },
} as const;

const solver = loadSolver();

function last<T>(steps: Generator<unknown, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

describe.each(Object.entries(PLANS))('a plan in %s', (_, { path, text, read, near, within }) => {
  const { report, catalogue } = judged(path, text);
  const options: Omit<SuggestOptions, 'solve'> = {
    ...{ catalogue, levels: ['F1'], goal: 'criterion', related: false, privacy: 'strict', withPrice: false },
    objective: 'count',
    effort: 2_000,
    isOver: () => false,
  };

  test.each(['anew', 'as a change'])('has its cameras, suggested %s, where the reports say', async (how) => {
    const search = how === 'anew' ? suggesting : changing;
    const { suggestion, edits = [] } = last(search(report, { ...options, solve: await solver }));
    const written = read(applyEdits(text, edits));
    const cameras = suggestion.parts.flatMap((part) => part.cameras);
    expect(cameras.length).toBeGreaterThan(0);
    const record = suggestionRecord(suggestion, '0.2.0', '2026-03-01');
    const { cameras: recorded } = record;
    const gone = cameras.map(({ device }) => ({ device, change: 'remove', to: undefined }) as const);
    const { repairs } = suggestionRecord({ ...suggestion, repairs: gone }, '0.2.0', '2026-03-01');
    const documents = [suggestionDocument(suggestion)];
    const terminal = writeTerminal(documents, { locale: 'zh-CN', colour: false });
    const markdown = writeMarkdown(documents, { locale: 'zh-CN' }).replaceAll('\\', '');
    for (const { device, written: at, heading, tilt } of cameras) {
      const own = written[device.id] ?? expect.fail(`${device.id} isn't written`);
      expect({ at, heading, tilt }).toEqual({ at: own.at, heading: own.heading, tilt: own.tilt });
      expect(recorded.find(({ id }) => id === device.id)).toMatchObject({ at, heading, tilt });
      expect(repairs.find((repair) => repair.device === device.id)?.from.at).toEqual(at);
      expect(Math.hypot(at[0] - near[0], at[1] - near[1])).toBeLessThan(within);
      for (const said of [terminal, markdown]) expect(said).toContain(`[${own.at.join(', ')}]`);
    }
  });

  test('has a certificate in plan metres that holds', async () => {
    const { suggestion, proved = expect.fail('nothing is proved') } = last(
      suggesting(report, { ...options, solve: await solver }),
    );
    const certificate = last(certifying(suggestion, proved, { version: '0.2.0', related: false, privacy: 'strict' }));
    expect(certificate.design?.devices.every(({ at }) => Math.hypot(...at) < 10)).toBe(true);
    expect(checkCertificate(report, JSON.parse(JSON.stringify(certificate)), catalogue).faults).toEqual([]);
  });
});
