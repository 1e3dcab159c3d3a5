import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { containsPoint } from '../../src/geometry/index.js';
import type { Mapping, MappingRule } from '../../src/import/mapping/types.js';
import type { Note } from '../../src/import/notes.js';
import { createSight } from '../../src/sight/sight.js';
import { mappingOf } from './buildings.js';
import { dataFiles, file, hasData, type Made, make } from './support.js';

const FIXTURES = 'fixtures/import/cameras';
const fixture = (name: string) => ({ path: name, bytes: readFileSync(join(FIXTURES, name)) });
/** Points of OSM's surveillance cameras, 8 m apart. */
function cameras(...tags: readonly object[]): Made {
  const features = tags.map((properties, index) => ({
    type: 'Feature',
    id: `node/${index + 1}`,
    properties: { man_made: 'surveillance', ...properties },
    geometry: { type: 'Point', coordinates: [111.7 + index * 1e-4, 40.8] },
  }));
  return make([file('cameras.geojson', { type: 'FeatureCollection', features })], { category: 'city-square' });
}

/** What the plan is told of each device, without what all of them have. */
const devices = (made: Made) =>
  made.building.identified.draft.devices.map(({ kind, name, keys: { status, ...keys } }) => ({
    kind,
    ...(name === undefined ? {} : { name }),
    ...keys,
  }));

const said = ({ building }: Made) => building.notes.map(brief);
const brief = ({ sort, message, count }: Note) => `${sort} ${message.id}${count === undefined ? '' : ` ×${count}`}`;

describe('a camera of OSM', () => {
  it.each<[what: string, tags: object, keys: object, notes: readonly string[]]>([
    ['looks one way', { 'camera:type': 'fixed', direction: '240' }, { form: 'fixed', heading: 240 }, []],
    [
      'is as wide as its range, which it looks along the middle of',
      { 'surveillance:type': 'ALPR', direction: '338-23' },
      { heading: 0.5, hfov: 45 },
      [],
    ],
    [
      'is several where it looks several ways',
      { direction: '10-55;180;nw' },
      { form: 'multi-sensor', sensors: [{ heading: 32.5, hfov: 45 }, { heading: 180 }, { heading: 315 }] },
      [],
    ],
    [
      'pans over its range where it turns',
      { 'camera:type': 'panning', direction: '340-100' },
      { form: 'ptz', ptz: { pan: [340, 460] } },
      [],
    ],
    ['may turn inside a dome', { 'camera:type': 'dome' }, { form: 'ptz' }, []],
    [
      'turns where no lens is so wide',
      { direction: '0-360' },
      { form: 'ptz', ptz: { pan: [0, 360] } },
      ['assumed device/turning'],
    ],
    [
      'turns, and looks several ways',
      { 'camera:type': 'panning', direction: '10;200' },
      { form: 'ptz' },
      ['left-out device/several'],
    ],
    ['of unknown form may turn', { 'camera:type': 'balloon' }, { form: 'ptz' }, ['unknown device/form']],
    [
      'that is fixed says where it looks, or else that is on record',
      { 'camera:type': 'fixed' },
      { form: 'fixed' },
      ['unknown device/no-direction'],
    ],
    ['of which nothing is told lacks nothing', {}, {}, []],
    [
      'has one key before the other, where they differ',
      { 'camera:direction': '90', direction: '270' },
      { heading: 90 },
      ['left-out device/two-directions'],
    ],
    ['says the same twice', { 'camera:direction': 'E', direction: '90' }, { heading: 90 }, []],
    [
      'has the key that can be read',
      { 'camera:direction': 'forward', direction: '90' },
      { heading: 90 },
      ['refused device/direction'],
    ],
    ['has no heading that was guessed', { direction: '90100' }, {}, ['refused device/direction']],
    ['turned left of north', { direction: '-30' }, { heading: 330 }, ['mended device/negative']],
    [
      'has a tilt and a height',
      { direction: '0', 'camera:angle': '20°', height: '4,5 m' },
      { heading: 0, tilt: 20, height: 4.5 },
      [],
    ],
    ['has a height in feet', { height: "10'" }, { height: 3.048 }, []],
    [
      'has no tilt and no height that none can have',
      { 'camera:angle': '120', height: 'roof' },
      {},
      ['refused device/figure', 'refused device/figure'],
    ],
    ['is called by its operator', { operator: 'Road office' }, { name: 'Road office' }, []],
    ['is called by its number rather', { operator: 'Road office', ref: 'K-1' }, { name: 'K-1' }, []],
  ])('%s', (_, tags, keys, notes) => {
    const made = cameras(tags);
    expect(devices(made)).toEqual([{ kind: 'camera', ...keys }]);
    expect(said(made)).toEqual(notes);
  });

  it('is there already, and the plan made of it can be read without a fault', () => {
    const made = cameras(
      { direction: '10-55;180;nw' },
      { 'camera:type': 'panning', direction: '340-100' },
      { direction: '0-360' },
      { direction: '-30', 'camera:angle': '-20', height: '3 m' },
      { 'camera:type': 'fisheye', direction: '0-270' },
    );
    const { site } = made.lint();
    expect(site.faults).toEqual([]);
    expect(site.levels[0].devices.map(({ status }) => status)).toEqual(Array(5).fill('existing'));
    expect(site.levels[0].devices.map(({ lenses }) => lenses.length)).toEqual([3, 1, 1, 1, 1]);
  });

  it('a microphone that listens for shots is no camera, and a guard is no device', () => {
    const made = cameras({ 'surveillance:type': 'gunshot_detector' }, { 'surveillance:type': 'guard' });
    expect(devices(made)).toEqual([{ kind: 'microphone' }]);
  });

  it('what is the same of many is said once', () => {
    const made = cameras(...Array(4).fill({ 'camera:type': 'fixed' }), { direction: 'null' }, { direction: 'null' });
    expect(said(made)).toEqual(['unknown device/no-direction ×4', 'refused device/direction ×2']);
    expect(made.building.notes.map(({ origin }) => origin?.pointer)).toEqual(['/features/0', '/features/4']);
  });

  it('two in one place stay two', () => {
    const at = { type: 'Point', coordinates: [111.7, 40.8] };
    const properties = { man_made: 'surveillance' };
    const features = [1, 2].map((n) => ({ type: 'Feature', id: `node/${n}`, properties, geometry: at }));
    const made = make([file('cameras.geojson', { type: 'FeatureCollection', features })]);
    expect(made.building.identified.draft.devices).toHaveLength(2);
    expect(made.building.notes).toMatchObject([{ sort: 'assumed', ids: ['node/1', 'node/2'] }]);
  });

  it('what the source does not say of sound and picture is left to the kind', () => {
    const [device] = cameras({ direction: '90' }).lint().site.levels[0].devices;
    expect(device).toMatchObject({ audio: 'unknown', video: 'visible', height: undefined });
    expect(device?.lenses[0]).toMatchObject({ heading: 90, tilt: undefined, hfov: undefined, resolution: undefined });
  });
});

describe('points and nothing else', () => {
  const files = [fixture('points.geojson')];

  it('are cameras where a mapping says so; that they are no valid GeoJSON is said once', () => {
    const made = make(files, { mapping: mappingOf(`${FIXTURES}/points.mapping.yaml`) });
    expect(devices(made)).toEqual(Array(3).fill({ kind: 'camera' }));
    expect(said(made)).toEqual(['mended read/no-properties ×3']);
    expect(made.building.notes[0]?.origin).toEqual({ path: 'points.geojson', pointer: '/features/0' });
    expect(made.lint().site.faults).toEqual([]);
  });

  it('are nothing where none does, and nothing is mended where nothing may be', () => {
    expect(() => make(files)).toThrow('import/nothing');
    const strict = make(files, { mapping: mappingOf(`${FIXTURES}/points.mapping.yaml`), strict: true });
    expect(said(strict)).toEqual(['refused read/no-properties ×3']);
  });

  it('of a list are told by the columns that a mapping names', () => {
    const features = [
      { Richtung: 'N', Höhe: 4, Modell: 'Bullet' },
      { Richtung: '90-180', Höhe: '400 cm', Modell: 'X-100' },
    ].map((properties) => ({ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [1, 2] } }));
    const mapping: Mapping = {
      coordinates: 'metres',
      rules: [
        {
          where: { Modell: true },
          as: 'device',
          kind: 'camera',
          keys: { height: 9, audio: 'none' },
          from: { heading: ['Richtung'], height: ['Höhe'], type: ['Modell'] },
        },
      ],
    };
    const made = make([file('list.geojson', { type: 'FeatureCollection', features })], { mapping });
    expect(devices(made)).toEqual([
      { kind: 'camera', audio: 'none', form: 'fixed', heading: 0, height: 4 },
      { kind: 'camera', audio: 'none', type: 'X-100', heading: 135, hfov: 90, height: 4 },
    ]);
  });
});

describe('what a mapping says of devices', () => {
  const point = (properties: object) => ({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', id: 'D1', properties, geometry: { type: 'Point', coordinates: [1, 2] } }],
  });
  const made = (properties: object, rule: Omit<MappingRule, 'where' | 'as'>) =>
    make([file('list.geojson', point(properties))], {
      mapping: { coordinates: 'metres', rules: [{ where: { geometry: 'Point' }, as: 'device', ...rule }] },
    });

  it('is how their directions are to be understood', () => {
    const turning = made({ direction: '340-100' }, { kind: 'camera', keys: { form: 'ptz' } });
    expect(devices(turning)).toEqual([{ kind: 'camera', form: 'ptz', ptz: { pan: [340, 460] } }]);
    const all = made({ direction: '0-360' }, { kind: 'intrusion-detector' });
    expect(devices(all)).toEqual([{ kind: 'intrusion-detector', heading: 180, hfov: 360 }]);
    expect(said(all)).toEqual([]);
    expect(all.lint().site.faults).toEqual([]);
  });
});

describe('cameras among buildings', () => {
  it('that stand inside one are named', () => {
    const [inside, courtyard, outside] = [
      [50, 50],
      [20, 20],
      [200, 20],
    ].map((coordinates, index) => ({
      type: 'Feature',
      id: `C${index}`,
      properties: { man_made: 'surveillance' },
      geometry: { type: 'Point', coordinates },
    }));
    const square = (from: number, to: number) => [
      [from, from],
      [to, from],
      [to, to],
      [from, to],
      [from, from],
    ];
    const geometry = { type: 'Polygon', coordinates: [square(0, 100), square(10, 30)] };
    const house = { type: 'Feature', id: 'house', properties: { building: 'yes' }, geometry };
    const features = [inside, courtyard, outside, house];
    const mapping = { ...mappingOf(`${FIXTURES}/buildings.mapping.yaml`), coordinates: 'metres' as const };
    const made = make([file('town.geojson', { type: 'FeatureCollection', features })], { mapping, format: 'osm' });
    expect(made.building.notes.map(({ message: { id, params } }) => ({ id, params }))).toEqual([
      { id: 'device/inside', params: { id: 'C0', wall: 'house' } },
      { id: 'mapping/unused-rules', params: { n: '2', rules: { zh: '1、3', en: '1 and 3' } } },
    ]);
  });

  it('do not see through them', () => {
    const made = make([fixture('street.geojson')], { mapping: mappingOf(`${FIXTURES}/buildings.mapping.yaml`) });
    expect(devices(made)).toEqual([
      { kind: 'camera', name: 'K-1', form: 'fixed', heading: 90, tilt: 20, height: 4.5 },
      { kind: 'camera', name: 'Road office', heading: 0.5, hfov: 45 },
      { kind: 'camera', form: 'ptz' },
    ]);
    const { site } = made.lint();
    expect(site.faults).toEqual([]);
    const [level] = site.levels;
    expect(level.walls.map(({ line }) => line.length)).toEqual([5, 2]);
    const [camera] = level.devices;
    const view = createSight(site).view(camera, level.id, 0.001, 'may');
    const [x, y] = camera.at;
    // The house begins 17 m to the east.
    expect([10, 30, 60].map((metres) => view.some((look) => containsPoint(look, [x + metres, y])))).toEqual([
      true,
      false,
      false,
    ]);
  });
});

const real = (name: string) => (hasData(name) ? describe : describe.skip);

real('cameras-dakar')('103 points without properties', () => {
  if (!hasData('cameras-dakar')) return it('is not here', () => undefined);

  it('are read with one finding', () => {
    const made = make(dataFiles('cameras-dakar'), {
      mapping: mappingOf(`${FIXTURES}/points.mapping.yaml`),
      category: 'city-square',
    });
    expect(devices(made)).toHaveLength(103);
    expect(made.building.notes).toMatchObject([{ sort: 'mended', message: { id: 'read/no-properties' }, count: 103 }]);
    expect(made.lint().site.faults).toEqual([]);
  });
});

real('cameras-greenville')('190 cameras that read number plates', () => {
  if (!hasData('cameras-greenville')) return it('is not here', () => undefined);

  it('are aimed as their tags say', () => {
    const made = make(dataFiles('cameras-greenville'), { category: 'city-square' });
    const found = devices(made);
    expect(found).toHaveLength(190);
    const aimed = (test: (keys: Record<string, unknown>) => boolean) => found.filter(test).length;
    expect([
      aimed(({ heading, hfov }) => heading !== undefined && hfov === undefined),
      aimed(({ hfov }) => hfov !== undefined),
      aimed(({ sensors }) => sensors !== undefined),
      aimed(({ heading, sensors }) => heading === undefined && sensors === undefined),
    ]).toEqual([162, 16, 7, 5]);
    expect(said(made)).toEqual([
      'unknown device/no-direction ×5',
      'mended device/negative',
      'assumed device/one-place',
      'assumed device/one-place',
      'assumed device/one-place',
    ]);
    expect(made.lint().site.faults).toEqual([]);
  });
});

real('cameras-monaco')('16 cameras among the buildings of a town', () => {
  if (!hasData('cameras-monaco')) return it('is not here', () => undefined);

  it('are there with every building above ground; one of them stands inside a house', () => {
    const mapping = mappingOf(`${FIXTURES}/buildings.mapping.yaml`);
    const made = make(dataFiles('cameras-monaco'), { mapping, category: 'city-square' });
    const { devices: cameras, walls } = made.building.identified.draft;
    // Three of the 404 buildings lie below ground; three walls stand alone.
    const solids = new Set(walls.map(({ origin }) => origin.pointer)).size;
    expect([cameras.length, solids]).toEqual([16, 404]);
    expect(said(made)).toEqual(['left-out osm/outdoors ×3', 'unknown device/inside']);
    expect(made.lint().site.faults).toEqual([]);
  });
});
