// Plans, in YAML and as GeoJSON.
import { chance, circle, cm, hall, list, oneLevel, planOf, scattered, TYPES, toilet, type Value } from '../draft.js';
import { WORST } from '../worst.js';
import { type Job, type Json, type Kind, type Seed, seed, textOf } from './kinds.js';

export const asJson = (value: Value): Json => JSON.parse(JSON.stringify(value));

const lint = (path: string, document: Json): Job => ({
  files: { [path]: textOf(document) },
  argv: ['lint', path, '-v', '--workers', '1', '--today', '2026-11-29'],
});

const HEAD = 'sitecam: 1\nsite: {name: s, categories: [hotel], region: "150102"}\n';

/** Texts of YAML, which no change of a document makes. */
const yaml: Readonly<Record<string, Seed>> = {
  aliases: seed(
    10,
    20_000,
    (n) =>
      `${HEAD}levels: [{id: F, zones: &z [${list(n, (i) => `{id: z${i}, kind: corridor, rect: [${i}, 0, 1, 2]}`)}]}, {id: G, zones: *z}]\n`,
  ),
  aliasesInAliases: seed(
    2,
    60,
    (n) =>
      `${HEAD}x0: &a0 [1, 1]\n${list(n, (i) => `x${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`).join('')}levels: *a${n}\n`,
  ),
  manyAnchors: seed(100, 80_000, (n) => `${HEAD}levels: [${list(n, (i) => `&a${i} {id: L${i}}`)}]\n`),
  manyAliases: seed(100, 80_000, (n) => `${HEAD}levels: [&a {id: L}, ${list(n, () => '*a')}]\n`),
  mergeKeys: seed(10, 20_000, (n) => `${HEAD}levels:\n  - &b {id: F}\n${list(n, () => '  - {<<: *b}\n').join('')}`),
  deepFlow: seed(50, 200_000, (n) => `${HEAD}levels: ${'['.repeat(n)}`),
  deepKeys: seed(50, 200_000, (n) => `${HEAD}levels: ${'{a: '.repeat(n)}`),
  deepBlock: seed(50, 1200, (n) => list(n, (i) => `${' '.repeat(i)}a:\n`).join('')),
  deepSequence: seed(50, 200_000, (n) => `${'- '.repeat(n)}\n`),
  explicitKeys: seed(50, 100_000, (n) => `${'? '.repeat(n)}\n`),
  longPlain: seed(1000, 900_000, (n) => `${HEAD}levels: ${'a '.repeat(n / 2)}\n`),
  longFolded: seed(1000, 900_000, (n) => `${HEAD}levels: >\n${'  a\n\n'.repeat(n / 5)}`),
  longQuoted: seed(1000, 900_000, (n) => `${HEAD}levels: "${'\\u00e9'.repeat(n / 6)}"\n`),
  quotedLines: seed(1000, 900_000, (n) => `${HEAD}levels: "${'a\n  '.repeat(n / 4)}"\n`),
  comments: seed(1000, 900_000, (n) => `${HEAD}${'# c\n'.repeat(n / 4)}levels: []\n`),
  spaces: seed(1000, 900_000, (n) => `${HEAD}levels:${' '.repeat(n)}[]\n`),
  tabs: seed(1000, 900_000, (n) => `${HEAD}levels:${'\t'.repeat(n)}[]\n`),
  blankLines: seed(1000, 900_000, (n) => `${HEAD}levels:${'\n '.repeat(n / 2)}[]\n`),
  documents: seed(100, 200_000, (n) => `${HEAD}${'---\n'.repeat(n)}`),
  tags: seed(100, 90_000, (n) => `${HEAD}levels: [${list(n, (i) => `!t${i} a`)}]\n`),
  directives: seed(100, 90_000, (n) => `${list(n, (i) => `%TAG !e${i}! tag:e\n`).join('')}---\n${HEAD}`),
  errors: seed(100, 300_000, (n) => `${HEAD}levels: ${'] '.repeat(n)}\n`),
  colons: seed(100, 300_000, (n) => `${HEAD}levels: ${': '.repeat(n)}\n`),
  unclosed: seed(100, 90_000, (n) => `${HEAD}${'"a: \n'.repeat(n)}`),
  sameKey: seed(100, 90_000, (n) => `${HEAD}${'levels: []\n'.repeat(n)}`),
  surrogates: seed(100, 90_000, (n) => `${HEAD}levels: [${list(n, () => '"\\ud800"')}]\n`),
  hugeNumbers: seed(10, 900_000, (n) => `${HEAD}levels: [${'9'.repeat(n)}]\n`),
  unknownKeys: seed(100, 60_000, (n) => `${HEAD}${list(n, (i) => `level${i}: 1\n`).join('')}levels: []\n`),
};

const made: Readonly<Record<string, Seed>> = {
  ...Object.fromEntries(
    Object.entries(WORST).map(([name, make]) => [name, seed(3000, 300_000, (bytes) => JSON.parse(make(bytes)))]),
  ),
  camerasSeeAll: seed(2, 600, (n) =>
    asJson(
      oneLevel({
        zones: [
          hall(60),
          ...list(n, (i) => ({ ...toilet(2 + (i % 28) * 2, 2 + Math.floor(i / 28) * 2, 1), id: `t${i}` })),
        ],
        devices: scattered(n, 'p', 60),
      }),
    ),
  ),
  sillsAndHeads: seed(2, 600, (n) => {
    const next = chance();
    return asJson(
      oneLevel({
        zones: [hall(60), toilet(20, 20, 10)],
        walls: list(n, (i) => ({
          id: `w${i}`,
          height: cm(next() * 3),
          line: [
            [cm(next() * 60), cm(next() * 60)],
            [cm(next() * 60), cm(next() * 60)],
          ],
        })),
        devices: scattered(8, 'p', 60),
      }),
    );
  }),
  nearlyParallel: seed(2, 2000, (n) =>
    asJson(
      oneLevel({
        zones: [hall(60), toilet(20, 20, 10)],
        walls: list(n, (i) => ({
          id: `w${i}`,
          line: [
            [1, 10 + i * 1e-5],
            [59, 10 + i * 1.1e-5],
          ],
        })),
        devices: scattered(8, 'p', 60),
      }),
    ),
  ),
  fan: seed(2, 3000, (n) =>
    asJson(
      oneLevel({
        zones: [hall(60), toilet(20, 20, 10)],
        walls: list(n, (i) => ({
          id: `w${i}`,
          line: [
            [30, 30],
            [30 + 20 * Math.cos(i), 30 + 20 * Math.sin(i)],
          ],
        })),
        devices: scattered(8, 'p', 60),
      }),
    ),
  ),
  tinyZones: seed(2, 3000, (n) =>
    asJson(
      oneLevel({
        zones: list(n, (i) => ({
          id: `z${i}`,
          kind: 'restroom',
          enclosed: false,
          rect: [10 + i * 1e-4, 10, 1e-3, 1e-3],
        })),
        devices: scattered(20, 'p', 20),
      }),
    ),
  ),
  masksAndLimits: seed(2, 400, (n) =>
    asJson(
      oneLevel({
        zones: [hall(60), toilet(20, 20, 10)],
        devices: scattered(n, 'p', 60).map((device) => ({
          ...device,
          tolerance: { heading: 10, tilt: 10, position: 1 },
          masks: list(8, (i) => ({ polygon: circle(12, 4, 5 * i, 5 * i), permanent: true, dynamic: true })),
        })),
      }),
    ),
  ),
  doorsEverywhere: seed(2, 1500, (n) =>
    asJson(
      oneLevel({
        zones: list(n, (i) => ({
          id: `z${i}`,
          kind: i % 2 ? 'corridor' : 'restroom',
          rect: [(i % 30) * 2, Math.floor(i / 30) * 2, 2, 2],
        })),
        openings: list(n, (i) => ({
          id: `o${i}`,
          kind: 'door',
          line: [
            [(i % 30) * 2, Math.floor(i / 30) * 2 + 0.3],
            [(i % 30) * 2, Math.floor(i / 30) * 2 + 1.7],
          ],
        })),
        devices: scattered(30, 'p', 60),
      }),
    ),
  ),
  unsureOpenings: seed(2, 2000, (n) =>
    asJson(
      oneLevel({
        zones: list(n + 1, (i) => ({ id: `z${i}`, kind: i % 2 ? 'corridor' : 'restroom', rect: [i * 2, 0, 2, 2] })),
        openings: list(n, (i) => ({
          id: `o${i}`,
          kind: 'passage',
          unsure: true,
          line: [
            [i * 2 + 2, 0.5],
            [i * 2 + 2, 1.5],
          ],
        })),
        devices: scattered(5, 'p', 10),
      }),
    ),
  ),
  shafts: seed(2, 300, (n) =>
    asJson(
      planOf(
        list(n, (i) => ({
          id: `F${i}`,
          elevation: 3 * i,
          ceiling: 3,
          zones: [
            { id: `h${i}`, kind: 'lobby', rect: [0, 0, 30, 30] },
            { id: `t${i}`, kind: 'restroom', enclosed: false, rect: [20, 20, 5, 5] },
            { id: `s${i}`, kind: 'atrium', rect: [5, 5, 10, 10], levels: list(n, (m) => `F${m}`) },
          ],
          devices: scattered(4, 'p', 30).map((device) => ({ ...device, id: `${device.id}-${i}` })),
        })),
      ),
    ),
  ),
  documents: seed(2, 5000, (n) =>
    asJson(
      oneLevel(
        { zones: [hall(20)] },
        { project: { documents: list(n, (i) => ({ id: `d${i}`, name: 'x'.repeat(50) })) } },
      ),
    ),
  ),
  tracks: seed(2, 5000, (n) =>
    asJson(
      oneLevel(
        { zones: [hall(20)] },
        { project: { tracks: list(n, (i) => ({ clause: `cn-799-2025/${i}`, document: 'a', by: 'b' })) } },
      ),
    ),
  ),
  similarNames: seed(2, 3000, (n) =>
    asJson(
      oneLevel({
        zones: list(n, (i) => ({
          id: `z${'Il1O0'[i % 5]}${i}`,
          name: `男更衣室${'а'.repeat(i % 40)}${i}`,
          kind: 'office',
          rect: [i % 60, Math.floor(i / 60), 1, 1],
        })),
      }),
    ),
  ),
};

export const plans: Kind = {
  seeds: { ...made, ...Object.fromEntries(Object.entries(yaml).map(([name, one]) => [`yaml-${name}`, one])) },
  jobOf: (document) => lint('plan.yaml', document),
};

const feature = (properties: Value, type: string, coordinates: unknown): Value => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});

const collection = (features: readonly Value[], more: Value = {}): Json =>
  asJson({
    type: 'FeatureCollection',
    sitecam: {
      version: 1,
      site: { name: 's', categories: ['hotel'], region: '150102' },
      coordinates: 'metres',
      levels: [{ id: 'F', ceiling: 3 }],
      deviceTypes: TYPES,
      ...more,
    },
    features,
  });

const square = (x: number, y: number, a: number) => [
  [x, y],
  [x + a, y],
  [x + a, y + a],
  [x, y + a],
  [x, y],
];

export const geojson: Kind = {
  seeds: {
    rooms: seed(5, 5000, (n) =>
      collection(
        list(n, (i) =>
          feature({ element: 'zone', id: `z${i}`, kind: 'office', level: 'F' }, 'Polygon', [
            square(i % 60, Math.floor(i / 60), 1),
          ]),
        ),
      ),
    ),
    overlapping: seed(5, 3000, (n) =>
      collection(
        list(n, (i) =>
          feature({ element: 'zone', id: `z${i}`, kind: 'restroom', level: 'F' }, 'Polygon', [
            square(i / 1000, i / 1000, 30),
          ]),
        ),
      ),
    ),
    holes: seed(5, 8000, (n) =>
      collection([
        feature({ element: 'zone', id: 'z', kind: 'lobby', level: 'F' }, 'Polygon', [
          square(0, 0, 200),
          ...list(n, (i) => square(1 + (i % 90) * 2, 1 + Math.floor(i / 90) * 2, 1).reverse()),
        ]),
      ]),
    ),
    overlappingHoles: seed(5, 8000, (n) =>
      collection([
        feature({ element: 'zone', id: 'z', kind: 'lobby', level: 'F' }, 'Polygon', [
          square(0, 0, 200),
          ...list(n, (i) => square(1 + i / 100, 1 + i / 100, 20).reverse()),
        ]),
      ]),
    ),
    parts: seed(5, 8000, (n) =>
      collection([
        feature(
          { element: 'zone', id: 'z', kind: 'lobby', level: 'F' },
          'MultiPolygon',
          list(n, (i) => [square((i % 90) * 2, Math.floor(i / 90) * 2, 1)]),
        ),
      ]),
    ),
    corners: seed(5, 30_000, (n) =>
      collection([
        feature({ element: 'zone', id: 'z', kind: 'lobby', level: 'F' }, 'Polygon', [
          [...circle(n + 3, 50), circle(n + 3, 50)[0]],
        ]),
        ...list(20, (i) => feature({ element: 'device', id: `d${i}`, type: 'p', level: 'F' }, 'Point', [60 + i, 60])),
      ]),
    ),
    wgs84: seed(5, 5000, (n) =>
      collection(
        list(n, (i) =>
          feature({ element: 'zone', id: `z${i}`, kind: 'office', level: 'F' }, 'Polygon', [
            square(111 + (i % 60) / 1e5, 40 + Math.floor(i / 60) / 1e5, 1e-5),
          ]),
        ),
        { coordinates: 'wgs84' },
      ),
    ),
    devices: seed(5, 5000, (n) =>
      collection([
        feature({ element: 'zone', id: 'z', kind: 'lobby', level: 'F' }, 'Polygon', [square(0, 0, 100)]),
        ...list(n, (i) =>
          feature({ element: 'device', id: `d${i}`, type: 'c', heading: i % 360, level: 'F' }, 'Point', [
            1 + (i % 98),
            1 + Math.floor(i / 98),
          ]),
        ),
      ]),
    ),
    strays: seed(5, 8000, (n) =>
      collection(list(n, (i) => feature({ element: `zon${i}`, id: `z${i}` }, 'Point', [i, 0]))),
    ),
    nullGeometry: seed(5, 8000, (n) =>
      collection(list(n, (i) => ({ type: 'Feature', properties: { element: 'zone', id: `z${i}` }, geometry: null }))),
    ),
    deepCoordinates: seed(5, 90, (n) =>
      collection([
        feature(
          { element: 'zone', id: 'z' },
          'Polygon',
          list(n, (i) => i).reduce<unknown>((inner) => [inner], 1),
        ),
      ]),
    ),
    geometryCollections: seed(5, 30, (n) =>
      collection(
        [
          {
            type: 'Feature',
            properties: { element: 'zone', id: 'z' },
            geometry: list(n, (i) => i).reduce<Value>(
              (inner) => ({ type: 'GeometryCollection', geometries: [inner, inner] }),
              { type: 'Point', coordinates: [1, 1] },
            ),
          },
        ].slice(0, n > 14 ? 0 : 1),
      ),
    ),
    nearlyStraight: seed(5, 20_000, (n) =>
      collection([
        feature({ element: 'zone', id: 'z', kind: 'lobby', level: 'F' }, 'Polygon', [
          [[0, 0], ...list(n, (i) => [1 + i / 100, (i % 2) * 1e-9]), [n, 10], [0, 0]],
        ]),
        feature({ element: 'device', id: 'd', type: 'p', level: 'F' }, 'Point', [3, 3]),
      ]),
    ),
    wallLines: seed(5, 20_000, (n) => {
      const next = chance();
      return collection([
        feature(
          { element: 'wall', id: 'w', level: 'F' },
          'LineString',
          list(n + 2, () => [cm(next() * 100), cm(next() * 100)]),
        ),
        feature({ element: 'zone', id: 'z', kind: 'lobby', level: 'F' }, 'Polygon', [square(0, 0, 100)]),
      ]);
    }),
    collinear: seed(5, 8000, (n) =>
      collection(
        list(n, (i) =>
          feature({ element: 'wall', id: `w${i}`, level: 'F' }, 'LineString', [
            [0, 0],
            [1 + i / 100, 0],
          ]),
        ),
      ),
    ),
    sparseIds: seed(5, 8000, (n) =>
      collection(
        list(n, () => feature({ element: 'zone', id: 'z', kind: 'office', level: 'F' }, 'Polygon', [square(0, 0, 5)])),
      ),
    ),
  },
  jobOf: (document) => lint('plan.geojson', document),
};
