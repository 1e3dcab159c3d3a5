import { readFileSync } from 'node:fs';
import type { Feature } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/lint/types.js';
import { deriveWalls } from '../../src/plan/walls/walls.js';
import { at, doorsOf, line, node, osm, room, told, way } from './osm-support.js';
import { file, type Made, make } from './support.js';

const BUILDING = 'fixtures/import/osm/building.geojson';

/** Ids of the zones on each level. */
function zonesOn({ site }: Report): Record<string, string[]> {
  const zones = site.levels.flatMap((level) => level.zones);
  return Object.fromEntries(
    site.levels.map(({ id }) => [id, zones.filter(({ levels }) => levels.includes(id)).map((zone) => zone.id)]),
  );
}

describe('a small building of two storeys', () => {
  const made = make([file('building.geojson', readFileSync(BUILDING, 'utf8'))]);

  it('imports without anything refused or unknown, and lints without a fault', () => {
    expect(told(made)).toEqual({
      'assumed classify/assumed-door': 11,
      'assumed classify/assumed-pillar': 1,
      'left-out osm/no-part': 1,
      'left-out osm/outdoors': 2,
    });
    expect(made.lint().site.faults).toEqual([]);
  });

  it('is called as its building, and its storeys as they are', () => {
    expect(made.building.name).toBe('青山社区活动中心');
    expect(made.building.identified.levels).toMatchObject([
      { id: 'F1', key: '0', name: '一层', ordinal: 0 },
      { id: 'F2', key: '1', name: '二层', ordinal: 1 },
    ]);
  });

  it('has rooms of the kinds their tags or names say', () => {
    const kinds = made.building.identified.draft.zones.map(({ name, kind, level }) => [level, name, kind]);
    expect(kinds).toEqual([
      ['F1', '走廊', 'corridor'],
      ['F1', '门厅', 'lobby'],
      ['F1', '101 办公室', 'office'],
      ['F1', '102 会议室', 'meeting-room'],
      ['F1', '库房', 'store'],
      ['F2', '库房', 'store'],
      ['F1', '男卫生间', 'restroom'],
      ['F1', '女卫生间', 'restroom'],
      ['F1', '楼梯间', 'stairs'],
      ['F1', '电梯', 'elevator-car'],
      ['F1', '103 教室', 'classroom'],
      ['F1', '接待处', 'reception'],
      ['F2', '走廊', 'corridor'],
      ['F2', '201 办公室', 'office'],
      ['F2', '202 会议室', 'meeting-room'],
      ['F2', '卫生间', 'restroom'],
      ['F2', '203 教室', 'classroom'],
    ]);
  });

  it('an area has no walls, a private office is not public', () => {
    const zones = new Map(made.lint().site.levels.flatMap(({ zones: all }) => all.map((zone) => [zone.id, zone])));
    expect(zones.get('way-1016')).toMatchObject({ enclosed: false });
    expect(zones.get('way-1003')).toMatchObject({ enclosed: true, public: false });
    expect(zones.get('way-1001')).toMatchObject({ enclosed: true, public: true });
  });

  it('every door joins the rooms it stands between, as wide as it is tagged', () => {
    const door = (level: string, kind: string, width: number, ...joins: string[]) => ({ level, kind, width, joins });
    expect(doorsOf(made)).toEqual({
      'node-2001': door('F1', 'glass-door', 1.8, 'way-1002'),
      'node-2002': door('F1', 'passage', 2, 'way-1001', 'way-1002'),
      'node-2003': door('F1', 'door', 0.9, 'way-1001', 'way-1003'),
      'node-2004': door('F1', 'glass-door', 1.2, 'way-1001', 'way-1004'),
      'node-2005': door('F1', 'door', 0.8, 'way-1001', 'way-1005'),
      'node-2005@1': door('F2', 'door', 0.8, 'way-1005@1', 'way-1011'),
      'node-2006': door('F1', 'door', 0.9, 'way-1001', 'way-1006'),
      'node-2007': door('F1', 'door', 0.9, 'way-1001', 'way-1007'),
      'node-2008': door('F1', 'door', 0.9, 'way-1001', 'way-1008'),
      'node-2008@1': door('F2', 'door', 0.9, 'way-1008', 'way-1011'),
      'node-2009': door('F1', 'door', 0.9, 'way-1001', 'way-1009'),
      'node-2009@1': door('F2', 'door', 0.9, 'way-1009', 'way-1011'),
      'node-2010': door('F1', 'door', 0.9, 'way-1001', 'way-1010'),
      'node-2011': door('F1', 'door', 0.9, 'way-1001', 'way-1010'),
      'node-2012': door('F1', 'door', 1.2, 'way-1001'),
      'node-2013': door('F1', 'window', 2.4, 'way-1010'),
      'node-2021': door('F2', 'door', 0.9, 'way-1011', 'way-1012'),
      'node-2022': door('F2', 'door', 0.9, 'way-1011', 'way-1013'),
      'node-2023': door('F2', 'door', 0.9, 'way-1011', 'way-1014'),
      'node-2024': door('F2', 'door', 0.9, 'way-1011', 'way-1015'),
    });
  });

  it('glass and pillars are walls, the glass clear', () => {
    const walls = made.lint().site.levels[0].walls.map(({ id, material, line: { length } }) => [id, material, length]);
    expect(walls).toEqual([
      ['way-1017', 'clear', 2],
      ['way-1018', 'opaque', 5],
      ['node-2031', 'opaque', 5],
    ]);
  });

  it('is the same however the program that exported it spells ids and tags', () => {
    const { features }: { features: Feature[] } = JSON.parse(readFileSync(BUILDING, 'utf8'));
    const spellings: Record<string, (feature: Feature, id: string, tags: object) => object> = {
      'ids in properties': ({ id: _, ...feature }, id, tags) => ({ ...feature, properties: { ...tags, '@id': id } }),
      'tags within properties': (feature, id, tags) => {
        const [type, number] = id.split('/');
        return { ...feature, id, properties: { type, id: Number(number), tags, relations: [], meta: {} } };
      },
      'tags beside properties': (feature, id, tags) => ({ ...feature, id, properties: {}, tags }),
      'ids as a letter and a number': ({ id: _, ...feature }, id, tags) => ({
        ...feature,
        properties: { full_id: `${id[0]}${id.split('/')[1]}`, ...tags },
      }),
      'tags as text': ({ id: _, ...feature }, id, tags) => {
        const pairs = Object.entries(tags).map(([key, value]) => `"${key}"=>"${value}"`);
        const [osm_type, osm_id] = id.split('/');
        return { ...feature, properties: { osm_type, osm_id, other_tags: pairs.join(',') } };
      },
      'levels as numbers': (feature, id, { level, ...tags }: { level?: string }) => {
        const number = level !== undefined && /^\d+$/.test(level) ? Number(level) : level;
        return { ...feature, id, properties: { ...tags, ...(number === undefined ? {} : { level: number }) } };
      },
    };
    for (const [name, spell] of Object.entries(spellings)) {
      const spelled = features.map((feature) => {
        const { '@id': id, ...tags } = feature.properties ?? {};
        return spell(feature, String(id), tags);
      });
      const again = make([file('building.geojson', { type: 'FeatureCollection', features: spelled })]);
      expect([name, again.plan, again.geometry]).toEqual([name, made.plan, made.geometry]);
    }
  });
});

describe('several storeys', () => {
  it('what reaches through levels is one room on all of them, and what repeats is one on each', () => {
    const made = osm(
      room(1, [0, 0, 4, 4], { level: '-1-1', stairs: 'yes' }),
      room(2, [4, 0, 4, 4], { level: '0', repeat_on: '1;-1', room: 'office' }),
      node(3, 4, 2, { door: 'yes', level: '-1-1' }),
    );
    expect(zonesOn(made.lint())).toEqual({
      'L-1': ['way-1', 'way-2@-1'],
      L0: ['way-2', 'way-1'].reverse(),
      L1: ['way-1', 'way-2@1'],
    });
    expect(doorsOf(made)).toMatchObject({
      'node-3': { level: 'L-1', joins: ['way-1', 'way-2@-1'] },
      'node-3@0': { level: 'L0', joins: ['way-1', 'way-2'] },
      'node-3@1': { level: 'L1', joins: ['way-1', 'way-2@1'] },
    });
    expect(made.lint().site.faults).toEqual([]);
  });

  it('of what reaches through several levels, repeat_on names the lowest', () => {
    const made = osm(
      room(1, [0, 0, 4, 4], { level: '0-1', repeat_on: '2', stairs: 'yes' }),
      room(2, [4, 0, 4, 4], { level: '0', repeat_on: '1-3', indoor: 'corridor' }),
    );
    const zones = made.building.identified.draft.zones.map(({ id, level, spans }) => [id, level, spans]);
    expect(zones.slice(0, 2)).toEqual([
      ['way-1', 'L0', ['L1']],
      ['way-1@2', 'L2', ['L3']],
    ]);
  });

  it('a repetition on its own level is no second room', () => {
    const made = osm(room(1, [0, 0, 4, 4], { level: '0', repeat_on: '0-2' }));
    expect(zonesOn(made.lint())).toEqual({ L0: ['way-1'], L1: ['way-1@1'], L2: ['way-1@2'] });
    expect(told(made)).toEqual({ 'unknown kinds/untold': 3 });
  });

  it('a camera on several levels is one, on the lowest', () => {
    const made = osm(
      room(1, [0, 0, 4, 4], { level: '0-1' }),
      node(2, 2, 2, { man_made: 'surveillance', level: '0-1', 'camera:type': 'dome' }),
    );
    expect(made.building.identified.draft.devices.map(({ id, level }) => [id, level])).toEqual([['node-2', 'L0']]);
  });

  it('levels that the building leaves out are neither there nor counted', () => {
    const made = osm(
      way(
        9,
        [
          [-1, -1],
          [20, -1],
          [20, 20],
          [-1, 20],
        ],
        {
          building: 'yes',
          name: 'Tower',
          min_level: '-1',
          max_level: '15',
          non_existent_levels: '13;14',
        },
      ),
      room(1, [0, 0, 4, 4], { level: '-1-15', stairs: 'yes' }),
    );
    const levels = made.building.identified.levels.map(({ key, ordinal }) => [key, ordinal]);
    expect(levels.slice(0, 3)).toEqual([
      ['-1', -1],
      ['0', 0],
      ['1', 1],
    ]);
    expect(levels.slice(-2)).toEqual([
      ['12', 12],
      ['15', 13],
    ]);
    expect(made.building.name).toBe('Tower');
  });

  it('a level beyond the building is said', () => {
    const tower = way(
      9,
      [
        [-1, -1],
        [20, -1],
        [20, 20],
        [-1, 20],
      ],
      { building: 'yes', min_level: 0, max_level: 2 },
    );
    const made = osm(tower, room(1, [0, 0, 4, 4], { level: '20' }), room(2, [4, 0, 4, 4]));
    expect(made.building.notes).toContainEqual({
      sort: 'unknown',
      message: expect.objectContaining({ id: 'osm/outside', params: { level: '20', lowest: '0', highest: '2' } }),
      level: '20',
      ids: ['way/1'],
      count: 1,
    });
  });

  it('a door on the landing is on its half level, where the stairs are too', () => {
    const made = osm(
      room(1, [0, 0, 4, 4], { level: '0-1', stairs: 'yes' }),
      node(2, 2, 0, { door: 'yes', level: '0,5' }),
    );
    expect(zonesOn(made.lint())).toEqual({ L0: ['way-1'], 'L0.5': ['way-1'], L1: ['way-1'] });
    expect(doorsOf(made)).toMatchObject({ 'node-2': { level: 'L0.5', joins: ['way-1'] } });
  });

  it('a level that cannot be read is refused with its place, and nothing about it passes', () => {
    const made = osm(room(1, [0, 0, 4, 4], { level: 'EG', amenity: 'toilets' }), room(2, [4, 0, 4, 4]));
    expect(made.building.notes).toContainEqual({
      sort: 'refused',
      message: expect.objectContaining({
        id: 'osm/level',
        params: { id: 'way/1', key: 'level', value: 'EG', rest: 'EG' },
      }),
      origin: { path: 'osm.geojson', pointer: '/features/0/properties/level' },
      ids: ['way/1'],
    });
    const report = made.lint();
    expect(report.site.faults).toMatchObject([
      { rule: 'plan/unknown-reference', subject: 'way-1', taints: { site: true } },
    ]);
    expect(report.verdicts.filter(({ outcome }) => outcome === 'pass')).toEqual([]);
  });

  it('a repetition that cannot be read is refused, and the room stays where it surely is', () => {
    const made = osm(room(1, [0, 0, 4, 4], { repeat_on: '1 to 3' }));
    expect(told(made)).toMatchObject({ 'refused osm/level': 1 });
    expect(zonesOn(made.lint())).toEqual({ L0: ['way-1'] });
    expect(made.lint().site.faults.map(({ rule, subject }) => [rule, subject])).toEqual([
      ['plan/unknown-reference', 'way-1@1-to-3'],
    ]);
  });
});

describe('what does not say its level', () => {
  it('is on the only one there is, on record', () => {
    const made = osm(room(1, [0, 0, 4, 4], { level: '2' }), room(2, [4, 0, 4, 4], { level: undefined }));
    expect(zonesOn(made.lint())).toEqual({ L2: ['way-1', 'way-2'] });
    expect(made.building.notes).toContainEqual({
      sort: 'assumed',
      message: expect.objectContaining({ id: 'osm/only-level', params: {} }),
      ids: ['way/2'],
      count: 1,
    });
  });

  it('is refused where there are several, and linting says so', () => {
    const made = osm(
      room(1, [0, 0, 4, 4]),
      room(2, [0, 0, 4, 4], { level: '1' }),
      room(3, [4, 0, 4, 4], { level: undefined, amenity: 'toilets' }),
    );
    expect(told(made)).toMatchObject({ 'refused osm/no-level': 1 });
    expect(made.lint().site.faults.map(({ rule, subject }) => [rule, subject])).toEqual([
      ['plan/unknown-reference', 'way-3'],
    ]);
  });

  it('is on the ground floor, if it is a camera that may be on several, which a person is told', () => {
    const camera = (id: number, x: number) => node(id, x, 1, { man_made: 'surveillance', 'surveillance:type': 'camera' }); // biome-ignore format: a point
    const on = (made: Made) => made.building.identified.draft.devices.map(({ level }) => level);
    const levels = (made: Made) => made.building.identified.levels.map(({ id }) => id);
    const floors = (...of: string[]) => of.map((level, i) => room(i + 1, [0, 0, 4, 4], { level }));
    const ground = osm(...floors('-1', '0', '1'), camera(8, 1), camera(9, 30));
    expect([on(ground), told(ground)]).toMatchObject([['L0', 'L0'], { 'unknown strays/undecided': 2 }]);
    // There is no level 0 to be on.
    const upper = osm(...floors('1', '2'), camera(9, 1));
    expect([levels(upper), on(upper), told(upper)]).toMatchObject([['L1', 'L2'], ['L1'], { 'unknown strays/undecided': 1 }]); // biome-ignore format: a row
    const apart = osm(room(1, [0, 0, 4, 4]), room(2, [20, 0, 4, 4], { level: '1' }), camera(9, 21));
    expect([on(apart), told(apart)]).toMatchObject([['L1'], { 'assumed strays/joined': 1 }]);
    const only = osm(...floors('2'), camera(9, 1));
    expect([on(only), told(only)]).toMatchObject([['L2'], { 'assumed osm/only-level': 1 }]);
  });

  it('is on the levels of the rooms it is a corner of, if it is a door; outdoors, if it is of none', () => {
    const wide = (id: number, level: string) =>
      way(
        id,
        [
          [0, 0],
          [2, 0],
          [4, 0],
          [4, 4],
          [0, 4],
        ],
        { indoor: 'room', level },
      );
    const made = osm(
      wide(1, '0'),
      wide(2, '1'),
      node(3, 2, 0, { door: 'yes' }),
      node(4, 30, 30, { entrance: 'yes' }),
      node(5, 31, 30, { door: 'yes' }),
    );
    expect(Object.keys(doorsOf(made))).toEqual(['node-3', 'node-3@1']);
    expect(made.building.notes).toContainEqual({
      sort: 'left-out',
      message: expect.objectContaining({ id: 'osm/door-outdoors', params: {} }),
      ids: ['node/4', 'node/5'],
      count: 2,
    });
  });

  it('is left out with a count, if it is outdoors', () => {
    const made = osm(
      room(1, [0, 0, 4, 4]),
      node(2, 10, 10, { amenity: 'bench' }),
      line(
        3,
        [
          [10, 10],
          [20, 10],
        ],
        { highway: 'footway' },
      ),
    );
    expect(told(made)).toMatchObject({ 'left-out osm/outdoors': 2 });
    expect(made.building.identified.draft.zones).toHaveLength(1);
  });
});

describe('walls', () => {
  it('a room of glass is walled in by glass', () => {
    const made = osm(room(1, [0, 0, 4, 4], { material: 'glass' }), room(2, [10, 0, 4, 4]));
    const [level] = made.lint().site.levels;
    const { faces, panes } = deriveWalls(level);
    expect(panes.map(({ face }) => face.material)).toEqual(['clear', 'clear', 'clear', 'clear']);
    expect(faces.filter(({ material }) => material === 'opaque')).toHaveLength(4);
  });

  it('a pillar is as large as it says, or as assumed', () => {
    const made = osm(
      room(1, [0, 0, 9, 9]),
      node(2, 3, 3, { indoor: 'wall', level: '0', 'wall:type': 'pillar', width: '60 cm' }),
      node(3, 6, 3, { indoor: 'column', level: '0' }),
      node(4, 6, 6, { indoor: 'column', level: '0', width: 'thick' }),
    );
    const sides = made.lint().site.levels[0].walls.map(({ id, line: [a, b] }) => [id, Math.round((b[0] - a[0]) * 100)]);
    expect(sides).toEqual([
      ['node-2', 60],
      ['node-3', 40],
      ['node-4', 40],
    ]);
    expect(told(made)).toMatchObject({ 'assumed classify/assumed-pillar': 2, 'unknown classify/width': 1 });
  });

  it('a wall on several levels is there on each', () => {
    const made = osm(
      room(1, [0, 0, 4, 4], { level: '0-1' }),
      line(
        2,
        [
          [0, 2],
          [2, 2],
        ],
        { indoor: 'wall', level: '0-1' },
      ),
    );
    expect(made.lint().site.levels.map(({ walls }) => walls.map(({ id }) => id))).toEqual([['way-2'], ['way-2@1']]);
  });
});

describe('what is drawn otherwise than as an area', () => {
  it('a closed way is a room all the same', () => {
    const ring = [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [0, 0],
    ] as const;
    const made = osm(line(1, ring, { indoor: 'room', level: '0' }), line(2, ring, { indoor: 'wall', level: '0' }));
    const { zones, walls } = made.building.identified.draft;
    expect([zones.map(({ id }) => id), walls.map(({ id }) => id)]).toEqual([['way-1'], ['way-2']]);
  });

  it('a room that is a line or nowhere is refused, and linting finds it', () => {
    const nowhere = { ...room(3, [0, 0, 4, 4]), geometry: null };
    const made = osm(
      room(4, [0, 0, 4, 4]),
      line(
        2,
        [
          [0, 0],
          [4, 0],
          [4, 4],
        ],
        { indoor: 'room', level: '0' },
      ),
      nowhere as unknown as Feature,
    );
    const refused = made.building.notes.filter(({ sort }) => sort === 'refused');
    expect(refused.map(({ message }) => [message.id, message.params.id])).toEqual([
      ['classify/open', 'way/2'],
      ['classify/nowhere', 'way/3'],
    ]);
    expect(made.lint().site.faults.map(({ rule, subject }) => [rule, subject])).toEqual([
      ['plan/no-geometry', 'way-2'],
      ['plan/no-geometry', 'way-3'],
    ]);
  });

  it('a point says what the room about it is: a room, or toilets, whatever the room itself says', () => {
    const made = osm(
      room(1, [0, 0, 4, 4]),
      room(2, [4, 0, 4, 4]),
      room(3, [8, 0, 4, 4], { room: 'office' }),
      room(4, [0, 0, 4, 4], { level: '1' }),
      node(5, 2, 2, { indoor: 'room', room: 'storage', level: '0' }),
      node(6, 6, 2, { amenity: 'toilets', level: '0' }),
      node(7, 9, 2, { amenity: 'toilets', level: '0' }),
      node(8, 2, 2, { amenity: 'toilets' }),
    );
    const kinds = made.building.identified.draft.zones.map(({ id, kind }) => [id, kind]);
    expect(kinds).toEqual([
      ['way-1', 'store'],
      ['way-2', 'restroom'],
      ['way-3', 'restroom'],
      ['way-4', 'other'],
    ]);
  });

  it('an area of toilets or of a room is a zone, whether or not it says that it is indoors', () => {
    const made = osm(
      room(1, [0, 0, 4, 4], { indoor: undefined, amenity: 'toilets', level: '0' }),
      room(2, [4, 0, 4, 4], { indoor: undefined, room: 'toilet', level: '0' }),
      room(3, [8, 0, 4, 4], { indoor: 'yes', room: 'office', level: '0' }),
      room(4, [12, 0, 4, 4], { indoor: 'yes', level: '0' }),
    );
    const kinds = made.building.identified.draft.zones.map(({ id, kind }) => [id, kind]);
    expect(kinds).toEqual([
      ['way-1', 'restroom'],
      ['way-2', 'restroom'],
      ['way-3', 'office'],
    ]);
  });

  it('an area indoors that is used for something is a zone, with no walls said, but furniture is none', () => {
    const made = osm(
      room(1, [0, 0, 4, 4], { indoor: 'yes', shop: 'books', level: '0' }),
      room(2, [4, 0, 4, 4], { indoor: 'yes', amenity: 'restaurant', level: '0' }),
      room(3, [8, 0, 4, 4], { indoor: 'yes', office: 'company', level: '0' }),
      room(4, [12, 0, 4, 4], { indoor: 'yes', amenity: 'bench', level: '0' }),
      room(5, [16, 0, 4, 4], { indoor: 'yes', amenity: 'cafe', level: undefined }),
      room(6, [20, 0, 4, 4], { indoor: 'yes', office: 'company', access: 'private', level: '0' }),
      room(7, [24, 0, 4, 4], { indoor: 'yes', shop: 'vacant', level: '0' }),
      room(8, [28, 0, 4, 4], { indoor: 'yes', amenity: 'parcel_locker', level: '0' }),
      room(9, [32, 0, 4, 4], { indoor: 'yes', outdoor: 'yes', amenity: 'restaurant', level: '0' }),
    );
    const zones = made.building.identified.draft.zones.map(({ id, kind, keys }) => [
      id,
      kind,
      keys.enclosed,
      keys.public,
    ]);
    expect(zones).toEqual([
      ['way-1', 'shop', false, undefined],
      ['way-2', 'dining-room', false, undefined],
      ['way-3', 'office', false, undefined],
      ['way-6', 'office', false, false],
    ]);
  });

  it('a way to walk through a corridor is none', () => {
    const made = osm(
      room(1, [0, 0, 9, 4], { indoor: 'corridor' }),
      line(
        2,
        [
          [0, 2],
          [9, 2],
        ],
        { indoor: 'corridor', highway: 'footway', level: '0' },
      ),
    );
    expect(told(made)).toMatchObject({ 'left-out osm/no-part': 1 });
    expect(made.lint().site.faults).toEqual([]);
  });
});

it('a level under another name is read where the mapping says so', () => {
  const features = [room(1, [0, 0, 4, 4], { level: undefined, floor: '2' })];
  const keys = { level: ['floor'] };
  const made = make([file('a.geojson', { type: 'FeatureCollection', features })], { mapping: { keys, rules: [] } });
  expect(zonesOn(made.lint())).toEqual({ L2: ['way-1'] });
});

it('of a mapping, a rule that leaves things out is in use, one with a slip of the pen is not', () => {
  const features = [room(1, [0, 0, 4, 4]), node(2, 1, 1, { amenity: 'bench', level: '0' })];
  const unused = (amenity: string): readonly string[] => {
    const mapping = { rules: [{ where: { amenity }, as: 'none' as const }] };
    const made = make([file('a.geojson', { type: 'FeatureCollection', features })], { mapping });
    return made.building.notes.map(({ message }) => message.id).filter((id) => id.startsWith('mapping/'));
  };
  expect(unused('bench')).toEqual([]);
  expect(unused('bensh')).toEqual(['mapping/unused-rule']);
});

it('a thing that two files have is there once', () => {
  const feature = room(1, [0, 0, 4, 4]);
  const collection = { type: 'FeatureCollection', features: [feature] };
  const made = make([file('a.geojson', collection), file('b.geojson', collection)]);
  expect(made.building.identified.draft.zones).toHaveLength(1);
});

it('a building drawn as a multipolygon, and one among several, gives the site its name', () => {
  const far = way(
    8,
    [
      [90, 90],
      [99, 90],
      [99, 99],
      [90, 99],
    ],
    { building: 'yes', name: 'Other' },
  );
  const near = {
    type: 'Feature' as const,
    id: 'relation/7',
    properties: { type: 'multipolygon', building: 'yes', name: 'Here' },
    geometry: {
      type: 'MultiPolygon' as const,
      coordinates: [[[at(-1, -1), at(9, -1), at(9, 9), at(-1, 9), at(-1, -1)]]],
    },
  };
  expect(osm(far, near, room(1, [0, 0, 4, 4])).building.name).toBe('Here');
  // Of two that hold nothing, the first.
  expect(osm(far, { ...near, id: 'relation/6' }, room(1, [40, 40, 4, 4])).building.name).toBe('Other');
});

describe('a position that is nowhere on the earth', () => {
  it('costs its own shape, and not the place of everything else', () => {
    const wall = line(
      9,
      [
        [0, 0],
        [4, 0],
      ],
      { indoor: 'wall', level: '0' },
    );
    const lost: Feature = { ...wall, geometry: { type: 'LineString', coordinates: [[-1e308, 40.85], at(4, 0)] } };
    const rooms = [room(1, [0, 0, 4, 5]), room(2, [4, 0, 4, 5])];
    const [made, without] = [osm(...rooms, lost), osm(...rooms)];
    expect(told(made)).toMatchObject({ 'refused read/off-earth': 1 });
    expect(made.building.identified.draft.zones).toEqual(without.building.identified.draft.zones);
    expect(made.lint().site.origin).toEqual(without.lint().site.origin);
  });
});
