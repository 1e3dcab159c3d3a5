import { describe, expect, it } from 'vitest';
import { importBuilding } from '../../src/import/import.js';
import type { Mapping } from '../../src/import/mapping/types.js';
import { storeyNamed } from '../../src/import/read/storeys.js';
import { type Drawn, drawn, feature, mapping, rectangle } from './drawn.js';
import { dxf, polyline } from './dxf-support.js';
import { dataFiles, file, hasData, type Made, make, pack } from './support.js';

const plane: Mapping = { coordinates: 'metres', rules: [] };
const collection = (features: readonly object[], more: object = {}) => ({
  type: 'FeatureCollection',
  ...more,
  features,
});
const room = (id: string, properties: object = {}, x = 0) => ({
  type: 'Feature',
  id,
  properties,
  geometry: rectangle(x, 0, 4, 3),
});
const levels = (made: Made) => made.building.identified.levels.map(({ id, ordinal }) => [id, ordinal]);
const zones = (made: Made) => made.building.identified.draft.zones;
const told = (made: Made) =>
  made.building.notes.map(({ sort, message, count = 1 }) => `${sort} ${message.id} ×${count}`);

describe('plain GeoJSON', () => {
  describe('knows a level', () => {
    it('by a property, in order of its number or of the storey it names', () => {
      const made = make([file('a.geojson', collection([room('a', { level: 2 }), room('b', { floor: 'B1' }), room('c', { storey: '1F' })]))], { mapping: plane }); // biome-ignore format: one file
      expect(levels(made)).toEqual([['B1', -1], ['F1', 0], ['L2', 2]]); // biome-ignore format: a table
      expect(zones(made).map(({ id, level }) => [id, level])).toEqual([['a', 'L2'], ['b', 'B1'], ['c', 'F1']]); // biome-ignore format: a table
    });

    it('by a property that spells one storey in several ways, but of one building', () => {
      const made = (...of: string[]) =>
        make([file('a.geojson', collection(of.map((level, i) => room(`r${i}`, { level }, 5 * i))))], {
          mapping: plane,
        });
      expect(zones(made('1F', '一层', 'F1', '地下一层', 'B1')).map(({ level }) => level)).toEqual(['F1', 'F1', 'F1', '地下一层', '地下一层']); // biome-ignore format: a row
      expect(levels(made('A座1F', 'B座1F', '一层', '1F夹层'))).toHaveLength(4);
    });

    it.each(['Level', 'FLOOR', '楼层', '所在楼层'])('by the property %s without a mapping of keys', (key) => {
      const made = make([file('a.geojson', collection([room('a', { [key]: '2F' }), room('b', { [key]: '地下一层' }), room('c', { [key]: '1F', 房间名称: '更衣室' })]))], { mapping: plane }); // biome-ignore format: one file
      expect(levels(made).map(([, ordinal]) => ordinal)).toEqual([-1, 0, 1]);
      expect(zones(made).find(({ id }) => id === 'c')).toMatchObject({ kind: 'changing-room', name: '更衣室' });
    });

    it('by a bare number under a Chinese name, which counts from the first floor', () => {
      const made = (...of: (string | number)[]) =>
        make([file('a.geojson', collection(of.map((n, i) => room(`r${i}`, { 楼层: n }, 5 * i))))], { mapping: plane });
      expect(levels(made(2, 1, -1, '1F'))).toEqual([['B1', -1], ['F1', 0], ['F2', 1]]); // biome-ignore format: a table
      // Files of these storeys keep their levels.
      const files = [1, 2].map((n) => file(`${n}F.geojson`, collection([room(`r${n}`, { 楼层: n }, 5 * n)])));
      expect(levels(make(files, { mapping: plane }))).toEqual([['F1', 0], ['F2', 1]]); // biome-ignore format: a table
    });

    it('by the storey in the name of the file, where devices alone name levels by a property', () => {
      const at = (level: string | number, x: number) => ({ type: 'Feature', properties: { type: 'camera', 楼层: level }, geometry: { type: 'Point', coordinates: [x, 1] } }); // biome-ignore format: a point
      const made = (...of: (string | number)[]) =>
        make([file('1F.geojson', collection([room('a', {})])), file('2F.geojson', collection([room('b', {}, 5)])), file('cameras.geojson', collection(of.map((level, i) => at(level, 1 + 5 * i))))], { mapping: { ...plane, rules: [{ where: { type: 'camera' }, as: 'device' }] } }); // biome-ignore format: three files
      for (const one of [made('一层', '二层'), made(1, 2)]) {
        expect(levels(one).map(([id, ordinal]) => [id, ordinal])).toEqual([['F1', 0], ['F2', 1]]); // biome-ignore format: a table
        expect(zones(one).map(({ level }) => level)).toEqual(['F1', 'F2']);
        expect(one.building.identified.draft.devices.map(({ level }) => level)).toEqual(['F1', 'F2']);
      }
    });

    describe('by no word that grades a device', () => {
      const rules: Mapping['rules'] = [{ where: { type: 'camera' }, as: 'device' }];
      const camera = (x: number, properties: object) => ({ type: 'Feature', id: `c${x}`, properties: { type: 'camera', ...properties }, geometry: { type: 'Point', coordinates: [x, 1] } }); // biome-ignore format: a point
      const made = (features: readonly object[], more: Partial<Mapping> = {}, path = 'a.geojson') =>
        make([file(path, collection(features))], { mapping: { ...plane, ...more, rules } });
      const at = (one: Made) => one.building.identified.draft.devices.map(({ id, level }) => `${id} ${level}`);

      it('its level is that of its place or another property, which a person is told', () => {
        const one = made([room('a'), room('b', {}, 5), camera(1, { level: 'high' }), camera(6, { LEVEL: 'low' }), camera(7, { level: '重要' })]); // biome-ignore format: one file
        expect([levels(one), at(one)]).toEqual([[['F1', 0]], ['c1 F1', 'c6 F1', 'c7 F1']]);
        expect(told(one)).toContain('unknown plain/grade ×3');
        const two = made([room('a', { level: '1F' }), room('b', { level: '2F' }, 5), camera(1, { level: 'high' }), camera(2, { level: 'low', floor: '2F' })]); // biome-ignore format: one file
        expect([levels(two), at(two)]).toEqual([[['F1', 0], ['F2', 1]], ['c1 F1', 'c2 F2']]); // biome-ignore format: a table
      });

      it('in a list of cameras beside a drawing', () => {
        const drawing = dxf({ entities: [polyline('房间', [[0, 0], [9, 0], [9, 6], [0, 6]])] }, '一层.dxf'); // biome-ignore format: a ring
        const list = file('cameras.geojson', collection([camera(1, { level: 'high' }), camera(6, { level: 'low' })]));
        const mapping: Mapping = { ...plane, rules };
        const both = importBuilding([{ format: 'dxf', files: [drawing] }, { format: 'geojson', files: [list] }], { mapping, pack, strict: false }); // biome-ignore format: a row
        expect(both.ok && both.building.identified.draft.devices.map(({ level }) => level)).toEqual(['F1', 'F1']);
      });

      it('unless the mapping lists it, or rooms are on it', () => {
        expect(at(made([room('a', { level: '1F' }), camera(1, { level: 'high' })], { levels: [{ key: '1F' }, { key: 'high' }] }))).toEqual(['c1 high']); // biome-ignore format: a row
        expect(at(made([room('a', { level: 'low' }), room('b', { level: 'high' }), camera(1, { level: 'high' })]))).toEqual(['c1 high']); // biome-ignore format: a row
      });

      it('but by any other word, which a person is told if no room is on it and it is no roof', () => {
        for (const [level, times] of [
          ['屋顶', 0],
          ['吊顶', 1],
          ['3F', 1],
        ] as const) {
          // biome-ignore format: a table
          const one = made([room('a', { level: '1F' }), camera(1, { level }), camera(2, { level }), camera(3, { level: '1F' })]); // biome-ignore format: one file
          expect(at(one)[0]).not.toBe('c1 F1');
          expect(told(one).filter((note) => note === 'unknown strays/no-rooms ×2')).toHaveLength(times);
        }
        expect(told(made([camera(1, { level: '3F' })])).join()).not.toContain('strays');
      });
    });

    describe('of devices outdoors', () => {
      const rules: Mapping['rules'] = [{ where: { type: 'camera' }, as: 'device' }];
      const camera = (x: number, level: string) => ({ type: 'Feature', id: `c${x}`, properties: { type: 'camera', 楼层: level }, geometry: { type: 'Point', coordinates: [x, 1] } }); // biome-ignore format: a point
      const at = (features: readonly object[], more: Partial<Mapping> = {}) => {
        const made = make([file('a.geojson', collection(features))], { mapping: { ...plane, ...more, rules } });
        return [...made.building.identified.draft.devices.map(({ level }) => level), ...told(made).filter((one) => one.includes('strays/'))]; // biome-ignore format: a row
      };

      it('which is the ground floor, on record', () => {
        const rooms = [room('a', { 楼层: '1F' }), room('b', { 楼层: 'B1' }), room('c', { 楼层: '二层' })];
        expect(at([...rooms, camera(20, '室外'), camera(21, 'outdoor')])).toEqual(['F1', 'F1', 'assumed strays/outdoors ×1', 'assumed strays/outdoors ×1']); // biome-ignore format: a row
      });

      it('but a level of its own where rooms are on it, the mapping lists it, no room is near, or none is on the ground', () => {
        expect(at([room('a', { 楼层: '1F' }), room('b', { 楼层: '室外' }, 9), camera(20, '室外')])).toEqual(['室外']);
        expect(at([room('a', { 楼层: '1F' }), camera(20, '室外')], { levels: [{ key: '1F' }, { key: '室外' }] })[0]).toBe('室外'); // biome-ignore format: a row
        expect(at([room('a', { 楼层: '1F' }), camera(900, '室外')])).toEqual(['室外', 'unknown strays/no-rooms ×1']);
        expect(at([room('a', { 楼层: '2F' }), room('b', { 楼层: '3F' }), camera(20, '室外')])[0]).toBe('室外');
      });
    });

    describe('by no number of storeys of a building', () => {
      const rules: Mapping['rules'] = [{ where: { type: 'camera' }, as: 'device' }, { where: { building: true }, as: 'wall' }]; // biome-ignore format: rules
      const made = (...features: object[]) =>
        make([file('a.geojson', collection(features))], { mapping: { ...plane, rules } });
      const camera = { type: 'Feature', id: 'c', properties: { type: 'camera' }, geometry: { type: 'Point', coordinates: [6, 1] } }; // biome-ignore format: a point

      it.each([
        { building: 'yes', 楼层: 6 },
        { building: true, floor: '18' },
        { type: 'building', level: 3 },
        { 用途: '建筑物', 楼层: 6 },
        { type: '办公', 楼层: '共6层' },
        { 楼层: '地上6层地下1层' },
      ])('%j, which a person is told', (properties) => {
        const one = made(room('b', properties), room('r', { 楼层: 1 }, 5), camera);
        expect(levels(one)).toEqual([['F1', 0]]);
        expect(told(one)).toContain('unknown plain/storeys ×1');
      });

      it('but by the number of a room, and by the storey that a building names', () => {
        expect(levels(made(room('r', { type: 'office', 楼层: 6 }))).map(([id]) => id)).toEqual(['F6']);
        expect(levels(made(room('b', { building: 'yes', 楼层: '6F' }))).map(([id]) => id)).toEqual(['F6']);
        expect(levels(made(room('r', { building: '1号楼', 楼层: 6 }))).map(([id]) => id)).toEqual(['F6']);
        expect(
          levels(made(room('r', { type: 'office', 楼层: '地上二层' }), room('s', { 楼层: '一层' }, 5))),
        ).toHaveLength(2);
      });
    });

    it('by the files that the mapping says hold it, with what it says of it', () => {
      const own: Mapping = {
        ...plane,
        levels: [
          { key: 'low', id: 'B1', name: '地下一层', files: ['cellar*'], elevation: -3.2, ceiling: 2.6 },
          { key: 'high', id: 'F1', files: ['hall.geojson', 'rooms.geojson'], elevation: 0 },
        ],
      };
      const files = ['hall', 'rooms', 'cellar-2020'].map((name, i) =>
        file(`plans/${name}.geojson`, collection([room(name, {}, 5 * i)])),
      );
      const made = make(files, { mapping: own });
      expect(zones(made).map(({ id, level }) => [id, level])).toEqual([['hall', 'F1'], ['rooms', 'F1'], ['cellar-2020', 'B1']]); // biome-ignore format: a table
      expect(made.plan).toContain('- id: "B1"\n    name: "地下一层"\n    elevation: -3.2\n    ceiling: 2.6\n');
      expect(told(made)).not.toContain('assumed plain/by-file ×3');
    });

    it('that the mapping lists in another spelling', () => {
      const rooms = collection(
        ['一层', '1F', 'B1', '地下一层', 'F2'].map((level, i) => room(`r${i}`, { level }, 5 * i)),
      );
      const own: Mapping = { ...plane, levels: [{ key: 'B1' }, { key: 'F1' }, { key: 'F2' }] };
      const made = make([file('a.geojson', rooms)], { mapping: own });
      expect(levels(made)).toEqual([['B1', -1], ['F1', 0], ['F2', 1]]); // biome-ignore format: a table
      expect(zones(made).map(({ level }) => level)).toEqual(['F1', 'F1', 'B1', 'B1', 'F2']);
    });

    it('that the mapping lists not: it stands a storey above those listed', () => {
      const rooms = collection(['B1', '1F', '1F夹层', 'X'].map((level) => room(`r${level}`, { level })));
      const own: Mapping = { ...plane, levels: [{ key: 'B1' }, { key: '1F' }, { key: '1F夹层' }] };
      expect(make([file('a.geojson', rooms)], { mapping: own }).building.identified.levels.map(({ ordinal }) => ordinal)).toEqual([-1, 0, 0.5, 1]); // biome-ignore format: a row
    });

    it('by the storey in the name of its file, where nothing else names any', () => {
      const files = ['A-2F-rooms', 'A-1F-rooms', 'A-1F-points', 'A-B1-rooms'].map((name, i) =>
        file(`${name}.geojson`, collection([room(name, {}, 5 * i)])),
      );
      const made = make(files, { mapping: plane });
      expect(levels(made)).toEqual([['B1', -1], ['F1', 0], ['F2', 1]]); // biome-ignore format: a table
      expect(zones(made).map(({ level }) => level)).toEqual(['F2', 'F1', 'F1', 'B1']);
      expect(told(made)).toContain('assumed plain/by-file ×4');
    });

    it('by all digits of the storey: 101F is neither 1F nor 01F', () => {
      const files = ['1F', '101F', '100F', '-10F'].map((name) =>
        file(`${name}.geojson`, collection([room(`r${name}`)])),
      );
      const made = make(files, { mapping: plane });
      expect(levels(made)).toEqual([['L-10F', -10], ['F1', 0], ['F100', 99], ['F101', 100]]); // biome-ignore format: a table
      expect(zones(made).map(({ level }) => level)).toEqual(['F1', 'F101', 'F100', 'L-10F']);
    });

    it('as its file, where names tell no storeys; a single file is one level', () => {
      const files = ['east', 'west'].map((name) => file(`${name}.geojson`, collection([room(name)])));
      expect(levels(make(files, { mapping: plane }))).toEqual([['east', 0], ['west', 1]]); // biome-ignore format: a table
      expect(levels(make([file('a.geojson', collection([room('a')]))], { mapping: plane }))).toEqual([['F1', 0]]);
    });

    it('as its file, which lies where the storey in its name says, whatever building that says', () => {
      const files = ['主楼一层', '主楼三层', '主楼二层', '主楼地下一层', '附楼一层'].map((name, i) =>
        file(`${name}.geojson`, collection([room(`r${i}`)])),
      );
      expect(levels(make(files, { mapping: plane }))).toEqual([['主楼地下一层', -1], ['主楼一层', 0], ['附楼一层', 0], ['主楼二层', 1], ['主楼三层', 2]]); // biome-ignore format: a table
    });

    it('by nothing that becomes no part of the plan', () => {
      const route = { type: 'Feature', id: 'l', properties: { level: '9F' }, geometry: { type: 'LineString', coordinates: [[0, 0], [3, 3]] } }; // biome-ignore format: a line
      expect(levels(make([file('a.geojson', collection([room('a', { level: '1F' }), route]))], { mapping: plane }))).toEqual([['F1', 0]]); // biome-ignore format: one file
    });

    it('as the lowest, on record, where a thing names none and others do', () => {
      const made = make([file('a.geojson', collection([room('a', { level: 1 }), room('b', { level: 0 }), room('c', {}, 9)]))], { mapping: plane }); // biome-ignore format: one file
      expect(zones(made).at(-1)).toMatchObject({ id: 'c', level: 'L0' });
      expect(told(made)).toContain('assumed plain/lowest ×1');
    });

    it.each([
      ['R3-1F-Polygon.geojson', '1F', 1],
      ['floor-gf.geojson', 'gf', 0],
      ['plans/floor_12.geojson', '12', 12],
      ['house-floor-2-paths.geojson', '2', 2],
      ['Level -1.geojson', '-1', -1],
      ['B2.json', 'B2', -2],
      ['主楼-3层.geojson', '3层', 3],
      ['主楼_地下1层.geojson', '地下1层', -1],
      ['一层.geojson', '一层', 1],
      ['二层平面图.geojson', '二层', 2],
      ['主楼_十二楼.geojson', '十二楼', 12],
      ['地下一层.geojson', '地下一层', -1],
      ['地下-1层.geojson', '地下-1层', -1],
      ['主楼_地下第-2层平面图.geojson', '地下第-2层', -2],
      ['地下室-1层.geojson', '地下室-1层', -1],
      ['地库-1层.geojson', '地库-1层', -1],
      ['主楼_车库-2F.geojson', '车库-2F', -2],
      ['地下2-3号楼一层.geojson', '地下2-3号楼一层', -1],
      ['首层.geojson', '首层', 1],
      ['101F.geojson', '101F', 101],
      ['A-100F-rooms.geojson', '100F', 100],
      ['F101.geojson', 'F101', 101],
      ['101层.geojson', '101层', 101],
      ['主楼_118楼.geojson', '118楼', 118],
      ['-10F.geojson', '-10F', -10],
      ['主楼_-10层.geojson', '-10层', -10],
      ['一层夹层.geojson', '一层夹层', 1.5],
      ['主楼-1F-夹层.geojson', '1F夹层', 1.5],
      ['地下一层夹层平面图.geojson', '地下一层夹层', -0.5],
      ['EG.geojson', 'EG', 0],
      ['2OG.geojson', '2OG', 2],
    ])('%s is %s', (name, key, number) => expect(storeyNamed(name)).toEqual({ key, number }));

    it.each(['rooms-2020.geojson', 'east.geojson', 'R3_point.geojson', 'b.geojson'])('%s tells none', (name) =>
      expect(storeyNamed(name)).toBeUndefined(),
    );
  });

  describe('of cameras beside rooms', () => {
    const rule: Mapping = { ...plane, rules: [{ where: { type: 'camera' }, as: 'device', kind: 'camera' }] };
    const points = (...places: readonly (readonly [number, number])[]) =>
      collection(places.map(([x, y]) => feature('camera', `c${x}`, { type: 'Point', coordinates: [x, y] })));
    const cameras = (made: Made) => made.building.identified.draft.devices.map(({ id, level }) => [id, level]);
    const from = (...files: readonly (readonly [name: string, content: object])[]) =>
      make(
        files.map(([name, content]) => file(`${name}.geojson`, content)),
        { mapping: rule },
      );
    const rooms = (id: string, x = 0) => collection([room(id, {}, x)]);

    it('is no level of its own: they are on the level of the rooms', () => {
      const made = from(['rooms', rooms('a')], ['cameras', points([1, 1])]);
      expect(levels(made)).toEqual([['F1', 0]]);
      expect(cameras(made)).toEqual([['c1', 'F1']]);
      expect(told(made)).not.toContain('assumed plain/by-file ×2');
    });

    it('is the storey that its name says, however it spells it', () => {
      const made = from(['cameras-2F', points([1, 1])], ['一层', rooms('a')], ['二层', rooms('b')]);
      expect(levels(made)).toEqual([['一层', 0], ['二层', 1]]); // biome-ignore format: a table
      expect(cameras(made)).toEqual([['c1', '二层']]);
    });

    it('is on the level that its rooms lie on, where they lie apart', () => {
      const made = from(['1F', rooms('a')], ['2F', rooms('b', 20)], ['cameras', points([24.5, 1], [21, 1])]);
      expect(cameras(made)).toEqual([['c24.5', 'F2'], ['c21', 'F2']]); // biome-ignore format: a table
      expect(told(made)).toContain('assumed strays/joined ×2');
      const both = from(['east', rooms('a')], ['west', rooms('b', 20)], ['cameras', points([1, 1], [21, 1])]);
      expect(cameras(both)).toEqual([['c1', 'east'], ['c21', 'west']]); // biome-ignore format: a table
    });

    it('is on the lowest where nothing tells its level, which a person is told', () => {
      const made = from(['1F', rooms('a')], ['2F', rooms('b')], ['cameras', points([1, 1])]);
      expect(cameras(made)).toEqual([['c1', 'F1']]);
      expect(told(made)).toContain('unknown strays/undecided ×1');
      expect(told(made).join()).not.toContain('plain/lowest');
    });

    it('is not silently on the only level where its name says another storey', () => {
      const both = from(['rooms', rooms('a')], ['cameras-1F', points([1, 1])], ['cameras-2F', points([2, 1])]);
      expect(levels(both)).toEqual([['F1', 0], ['F2', 1]]); // biome-ignore format: a table
      expect(cameras(both)).toEqual([['c1', 'F1'], ['c2', 'F2']]); // biome-ignore format: a table
      expect(told(both)).toContain('assumed plain/lowest ×1');
      const upper = from(['rooms', rooms('a')], ['cameras-2F', points([2, 1])]);
      const called = from(['rooms', collection([room('a', { level: '1F' })])], ['cameras-2F', points([2, 1])]);
      for (const made of [upper, called]) {
        expect(cameras(made)).toEqual([['c2', 'F1']]);
        expect(told(made)).toContain('unknown strays/no-storey ×1');
      }
    });

    it('is on the only level where its name says that storey or none, and nothing is said', () => {
      for (const made of [
        from(['rooms', rooms('a')], ['cameras-1F', points([1, 1])]),
        from(['rooms', collection([room('a', { level: '1F' })])], ['cameras-一层', points([1, 1])]),
        from(['rooms', collection([room('a', { level: '1F' })])], ['cameras', points([1, 1])]),
      ]) {
        expect(cameras(made)).toEqual([['c1', 'F1']]);
        expect(told(made).join()).not.toMatch(/strays|by-file|lowest/);
      }
    });

    it('names a storey that none of the levels is: a person is told so', () => {
      const floors = (x: number) => collection([room('a', { level: '1F' }), room('b', { level: '2F' }, x)]);
      for (const x of [0, 20]) {
        const made = from(['rooms', floors(x)], ['cameras-3F', points([1, 1])]);
        expect(cameras(made)).toEqual([['c1', 'F1']]);
        const strays = made.building.notes.filter(({ message }) => message.id.startsWith('strays/'));
        expect(strays).toMatchObject([{ sort: 'unknown', message: { id: 'strays/no-storey', params: { storey: '3F' } } }]); // biome-ignore format: one note
      }
    });

    it.each([
      [[0, 1], 'cameras-2F', 'L1', []],
      [[-1, 0, 1], 'cameras-B1', 'L-1', []],
      [[0, 1], '首层摄像机', 'L0', []],
      [[0, 1], 'cameras-GF', 'L0', []],
      [[1, 2], 'cameras-2F', 'L2', ['assumed strays/numbered ×1']],
      // The second floor, or the second above the ground floor.
      [[0, 1, 2], 'cameras-L2', 'L0', ['unknown strays/no-storey ×1']],
      [['1F', '2F'], 'cameras-GF', 'F1', []],
      [['GF', '1F'], 'cameras-1F', 'F1', []],
    ])('beside rooms whose levels are %j, %s is on %s', (storeys, name, level, notes) => {
      const made = from(['rooms', collection(storeys.map((one) => room(`r${one}`, { level: one })))], [name, points([1, 1])]); // biome-ignore format: two files
      expect(cameras(made)).toEqual([['c1', level]]);
      expect(told(made).filter((one) => one.includes('strays/'))).toEqual(notes);
    });

    it('is one level with rooms of another format', () => {
      const osm = (tags: object) => collection([{ type: 'Feature', id: 'node/1', properties: { man_made: 'surveillance', ...tags }, geometry: { type: 'Point', coordinates: [111.70001, 40.80001] } }]); // biome-ignore format: a point
      const degrees = (...names: readonly string[]) =>
        names.map((name) =>
          file(`${name}.geojson`, collection([{ ...room(name), geometry: rectangle(111.7, 40.8, 1e-4, 1e-4) }])),
        );
      const both = (tags: object, ...names: readonly string[]) => {
        const inputs = [
          { format: 'geojson', files: degrees(...names) },
          { format: 'osm', files: [file('cameras.geojson', osm(tags))] },
        ] as const;
        const imported = importBuilding(inputs, { mapping: undefined, pack, strict: false });
        if (!imported.ok) throw new Error('unreadable');
        const { identified, notes } = imported.building;
        return [identified.levels.map(({ id }) => id), identified.draft.devices.map(({ level }) => level), notes.flatMap(({ message: { id } }) => (id.startsWith('strays/') ? [id] : []))]; // biome-ignore format: a row
      };
      expect(both({}, 'rooms')).toEqual([['F1'], ['F1'], ['strays/joined']]);
      expect(both({}, '1F', '2F')).toEqual([['F1', 'F2'], ['F1'], ['strays/undecided']]);
      expect(both({ level: '1' }, '1F', '2F')).toEqual([['F1', 'F2'], ['F2'], []]);
      // A number beside numbers is none of them by its order: 1 stays, and 0 is no other 1.
      expect(both({ level: '0' }, '1', '2')).toEqual([['L0', 'L1', 'L2'], ['L0'], ['strays/alone']]);
      expect(both({ level: '7' }, '1F', '2F')).toEqual([['F1', 'F2', 'L7'], ['L7'], ['strays/alone']]);
    });

    it.each([
      // From the ground floor or from 1: nothing says which.
      [
        [1, 2],
        [
          ['L1', 'L2'],
          ['unknown strays/alone', 'unknown strays/alone'],
        ],
      ],
      [
        [0, 1],
        [
          ['F1', 'F2'],
          ['assumed strays/numbered from 0', 'assumed strays/numbered from 0'],
        ],
      ],
      [
        [2, 3],
        [
          ['F2', 'F3'],
          ['assumed strays/numbered from 1', 'assumed strays/numbered from 1'],
        ],
      ],
      [
        ['2F', '1F'],
        [['F2', 'F1'], []],
      ],
      // A basement has the same number, whatever the others count from.
      [
        [-1, 1],
        [['B1', 'L1'], ['unknown strays/alone']],
      ],
    ])('with the levels %j are on those of drawings only where one reading fits, on record', (storeys, expected) => {
      const room = polyline('ROOM', [[0, 0], [6, 0], [6, 4], [0, 4]]); // biome-ignore format: a ring
      const at = (level: number | string) => ({ ...feature('camera', `c${level}`, { type: 'Point', coordinates: [1, 1] }), properties: { type: 'camera', level } }); // biome-ignore format: a point
      const inputs = [
        {
          format: 'dxf',
          files: ['地下一层', '一层', '二层', '三层'].map((name) => dxf({ entities: [room] }, `${name}.dxf`)),
        },
        { format: 'geojson', files: [file('cameras.geojson', collection(storeys.map(at)))] },
      ] as const;
      const imported = importBuilding(inputs, { mapping: rule, pack, strict: false });
      if (!imported.ok) throw new Error('unreadable');
      const { identified, notes } = imported.building;
      const strays = notes.flatMap(({ sort, message: { id, params } }) =>
        id.startsWith('strays/') ? [`${sort} ${id}${params.from === undefined ? '' : ` from ${params.from}`}`] : [],
      );
      expect([identified.draft.devices.map(({ level }) => level), strays]).toEqual(expected);
    });

    describe('with numbers for levels, in a file of its own', () => {
      const of = (...of: (number | string)[]) =>
        collection(of.map((level) => ({ ...feature('camera', `c${level}`, { type: 'Point', coordinates: [1, 1] }), properties: { type: 'camera', level } }))); // biome-ignore format: points
      const beside = (rooms: readonly (number | string)[], ...cameras: (number | string)[]) => {
        const made = from(['rooms', collection(rooms.map((level) => room(`r${level}`, { level })))], ['cameras', of(...cameras)]); // biome-ignore format: two files
        const strays = told(made).filter((one) => one.includes('strays/'));
        return [made.building.identified.draft.devices.map(({ level }) => level), strays];
      };

      it.each([
        // Both count from 0, or from 1; or only one reading fits.
        [[0, 1, 2], [0, 1], ['L0', 'L1'], []],
        [[1, 2], [1, 2], ['L1', 'L2'], []],
        [[-1, 0, 1], [-1, 0], ['L-1', 'L0'], []],
        [[-1, 1, 2], [-1], ['L-1'], []],
        // The cameras may count from 1, or the rooms.
        [[0, 1, 2], [1, 2], ['L1', 'L2'], ['assumed strays/alike ×2']],
        [[0, 1, 2], [2], ['L2'], ['assumed strays/alike ×1']],
        [[-1, 0, 1], [-1, 1], ['L-1', 'L1'], ['assumed strays/alike ×1']],
        [
          [1, 2],
          [0, 1],
          ['L0', 'L1'],
          ['unknown strays/alone ×1', 'assumed strays/alike ×1'],
        ],
        [
          [0, 1],
          [1, 2],
          ['L1', 'L2'],
          ['unknown strays/alone ×1', 'assumed strays/alike ×1'],
        ],
      ])('rooms on %j and cameras on %j', (rooms, cameras, levels, notes) => {
        expect(beside(rooms, ...cameras)).toEqual([levels, notes]);
      });

      it('of storeys by name are on them where one reading fits', () => {
        expect(beside(['1F', '2F'], 2)).toEqual([['F2'], ['assumed strays/numbered ×1']]);
        expect(beside(['1F', '2F', '3F'], 1, 2)).toEqual([['L1', 'L2'], ['unknown strays/alone ×1', 'unknown strays/alone ×1']]); // biome-ignore format: a row
      });
    });

    it('with numbers of which some are those of rooms, the others do not count from 1', () => {
      const rooms = [0, 1, 2].map((level) => ({ type: 'Feature', id: `way/${level}`, properties: { indoor: 'room', level: `${level}` }, geometry: rectangle(111.7, 40.8, 1e-4, 1e-4) })); // biome-ignore format: a room
      const at = (level: number) => ({ ...feature('camera', `c${level}`, { type: 'Point', coordinates: [111.70001, 40.80001] }), properties: { type: 'camera', level } }); // biome-ignore format: a point
      const inputs = [
        { format: 'osm', files: [file('rooms.geojson', collection(rooms))] },
        { format: 'geojson', files: [file('cameras.geojson', collection([1, 2, 3].map(at)))] },
      ] as const;
      const imported = importBuilding(inputs, { mapping: rule, pack, strict: false });
      if (!imported.ok) throw new Error('unreadable');
      const { identified, notes } = imported.building;
      const strays = notes.flatMap(({ message: { id } }) => (id.startsWith('strays/') ? [id] : []));
      expect([identified.draft.devices.map(({ level }) => level), strays]).toEqual([
        ['L1', 'L2', 'L3'],
        ['strays/alone', 'strays/alike'],
      ]);
    });
  });

  describe('is refused', () => {
    const problem = (content: object, own?: Mapping) => {
      const text = JSON.stringify(content, null, 1);
      const read = importBuilding([{ format: 'geojson', files: [file('a.geojson', text)] }], { mapping: own, pack, strict: false }); // biome-ignore format: one import
      if (read.ok) return undefined;
      const [{ at, message }] = read.problems;
      return [at?.line, message.zh];
    };
    const crs = (name: string) => ({ crs: { type: 'name', properties: { name } } });
    const degrees = { ...room('a'), geometry: rectangle(111.7, 40.8, 1e-4, 1e-4) };
    const national = { ...room('a'), geometry: rectangle(530_412.1, 4_519_233.7, 4, 3) };

    it('with a projected coordinate reference system, at its line', () => {
      const told = problem(collection([degrees], crs('urn:ogc:def:crs:EPSG::4547')));
      expect(told?.[0]).toBe(3);
      expect(told?.[1]).toContain('“urn:ogc:def:crs:EPSG::4547”不是经纬度');
    });

    it('with numbers beyond longitude and latitude, at the thing that has them', () => {
      const told = problem(collection([degrees, national]));
      expect(told?.[0]).toBe(37);
      expect(told?.[1]).toContain('coordinates: metres');
    });

    it('in metres that could be degrees, if these were farther apart than any site', () => {
      const told = problem(collection([room('a'), room('b', {}, 5)]));
      expect(told?.[0]).toBe(5);
      expect(told?.[1]).toMatch(/相距999千米.*coordinates: metres.*--mapping/);
      // A line that no rule takes may lie anywhere.
      const far = feature('x', 'p', { type: 'LineString', coordinates: [[0, 0], [1, 1]] }); // biome-ignore format: a line
      expect(problem(collection([degrees, far]))).toBeUndefined();
    });

    it('in files that lie farther apart than any site, whatever their formats', () => {
      const far = file('b.geojson', collection([{ ...degrees, geometry: rectangle(7.4, 43.7, 1e-4, 1e-4) }]));
      const osm = file('c.geojson', collection([{ type: 'Feature', id: 'node/1', properties: { man_made: 'surveillance' }, geometry: { type: 'Point', coordinates: [7.4, 43.7] } }])); // biome-ignore format: a point
      const of = (...inputs: Parameters<typeof importBuilding>[0]) => {
        const read = importBuilding(inputs, { mapping: undefined, pack, strict: false });
        return read.ok ? undefined : read.problems.map(({ message }) => message.zh);
      };
      const near = file('a.geojson', collection([degrees]));
      const told = [expect.stringContaining('“a.geojson”、')];
      expect(of({ format: 'geojson', files: [near, far] })).toEqual(told);
      expect(of({ format: 'geojson', files: [near] }, { format: 'osm', files: [osm] })).toEqual(told);
    });

    it('with latitude before longitude', () => {
      const swapped = { ...room('a'), geometry: rectangle(40.8, 111.7, 1e-4, 1e-4) };
      expect(problem(collection([swapped]))?.[1]).toContain('经度在前');
      expect(problem(collection([swapped, room('b')]))?.[1]).toContain('coordinates: metres');
    });

    it('in degrees that the mapping calls metres', () => {
      expect(problem(collection([degrees]), plane)?.[1]).toContain('coordinates: wgs84');
      expect(problem(collection([{ ...degrees, geometry: { type: 'Point', coordinates: [111.7, 40.8] } }]), plane)?.[1]).not.toContain('wgs84'); // biome-ignore format: a point
    });

    it('in units that make a plan of no size, with the unit as the reason', () => {
      const told = problem(collection([room('a'), room('b', {}, 5)]), { ...plane, unit: 0.001 });
      expect(told?.[1]).toMatch(/按 unit 换算.*更正 unit/);
      expect(told?.[1]).not.toContain('应为经纬度');
    });

    it('not where its system is geographic, or the mapping says that they are metres', () => {
      expect(problem(collection([degrees], crs('urn:ogc:def:crs:OGC:1.3:CRS84')))).toBeUndefined();
      expect(problem(collection([degrees], crs('EPSG:4490')))).toBeUndefined();
      expect(problem(collection([national], crs('EPSG:4547')), plane)).toBeUndefined();
    });
  });

  it('is taken in metres whatever its unit', () => {
    const made = make([file('a.geojson', collection([{ ...room('a'), geometry: rectangle(1000, 0, 4000, 3000) }]))], { mapping: { ...plane, unit: 0.001 } }); // biome-ignore format: one file
    expect([...zones(made)[0].rings[0]].sort()).toEqual([[1, 0], [1, 3], [5, 0], [5, 3]]); // biome-ignore format: a ring
  });

  it('is taken flat: heights are dropped, with one note', () => {
    const points = [1, 2].map((x) => feature('cloakroom', `p${x}`, { type: 'Point', coordinates: [x, 1, 3.5] }));
    const made = make([file('a.geojson', collection([room('a'), ...points]))], { mapping: plane });
    expect(told(made)).toContain('left-out plain/heights ×2');
  });

  it('has a wall for each line of several that are one thing', () => {
    const lines = [[[0, 5], [4, 5]], [[6, 5], [9, 5]]]; // biome-ignore format: two lines
    const both = feature('wall', 'w', { type: 'MultiLineString', coordinates: lines });
    const { walls } = make([drawn([['room', 0, 0, 4, 3]], [both])], { mapping }).building.identified.draft;
    expect(walls.map(({ line }) => line)).toEqual(lines);
  });

  it('says what a room is under any of the usual keys, however they are spelled', () => {
    const spelled = [{ type: 'Toilet' }, { Type: 'Toilet' }, { category: 'toilet' }, { class: '卫生间' }];
    const features = spelled.map((properties, i) => room(`r${i}`, properties, 5 * i));
    const made = make([file('a.geojson', collection(features))], { mapping: plane });
    expect(zones(made).map(({ kind }) => kind)).toEqual(Array(4).fill('restroom'));
  });

  it('says of a wall or a door without a rule that it is no zone, and what a mapping calls it', () => {
    const features = ['wall', 'Windows', '门', 'building_outline', 'wallaby'].map((kind, i) => room(`r${i}`, { kind }, 5 * i)); // biome-ignore format: a list
    const { notes } = make([file('a.geojson', collection(features))], { mapping: plane }).building;
    const said = notes.flatMap(({ message }) =>
      message.id === 'kinds/unknown' ? [(message.params.hint as { readonly zh: string }).zh] : [],
    );
    expect(said.map((text) => /as: (\w+)/.exec(text)?.[1])).toEqual(['wall', 'opening', 'opening', 'outline', undefined]); // biome-ignore format: a list
  });

  describe('points', () => {
    const rooms: readonly Drawn[] = [
      ['room', 0, 0, 4, 3],
      ['room', 5, 0, 4, 3, '会议室'],
    ];
    const withPoints = (...points: Drawn[]) => make([drawn([...rooms, ...points])], { mapping });

    it('say of the room they lie in what it lacks', () => {
      const made = withPoints(['room', 1, 1, 0, 0, '女更衣室']);
      expect(zones(made).map(({ kind, name }) => [kind, name])).toEqual([
        ['changing-room', '女更衣室'],
        ['meeting-room', '会议室'],
      ]);
      const taken = made.building.notes.filter(({ message }) => message.id === 'labels/taken');
      expect(taken).toMatchObject([{ sort: 'assumed', ids: ['room1'], count: 1 }]);
    });

    it('are not believed against the room itself, nor against each other', () => {
      const against = withPoints(['room', 6, 1, 0, 0, '厨房']);
      expect(zones(against)[1]).toMatchObject({ kind: 'meeting-room', name: '会议室' });
      expect(told(against)).toContain('left-out labels/differ ×1');
      const each = withPoints(['room', 1, 1, 0, 0, '厨房'], ['room', 2, 1, 0, 0, '会议室']);
      expect(zones(each)[0]).toMatchObject({ kind: 'other', name: undefined });
      expect(zones(each)[0].untold).not.toBeUndefined();
      expect(told(each)).toContain('unknown labels/several ×1');
    });

    it('that say nothing, or lie in no room, are left out and counted by what they say', () => {
      const made = withPoints(['room', 6, 1, 0, 0, '会议室'], ['room', 20, 1, 0, 0], ['room', 21, 1, 0, 0]);
      expect(told(made)).toContain('left-out labels/idle ×1');
      expect(told(made)).toContain('left-out labels/outside ×2');
      const point = { type: 'Feature', id: 'p', properties: {}, geometry: { type: 'Point', coordinates: [1, 1] } };
      const nothing = told(make([file('a.geojson', collection([room('a'), point]))], { mapping: plane }));
      expect(nothing).toContain('left-out labels/idle ×1');
      expect(nothing.join()).not.toContain('labels/taken');
    });

    it('that lie in no room are told by the words that the source has', () => {
      const points = ['厨房', '小厨房', '厨房', '一号厨房', '西厨房'].map(
        (name, n): Drawn => ['room', 20 + n, 1, 0, 0, name],
      );
      const { notes } = withPoints(...points).building;
      const outside = notes.filter(({ message }) => message.id === 'labels/outside');
      expect(outside.map(({ message: { zh }, count }) => [zh, count])).toEqual([
        ['点“厨房、小厨房、一号厨房等（厨房）”不在任何房间内', 5],
      ]);
    });

    it('are told in one sentence where nothing else is in the source', () => {
      const points = ['会议室', '女更衣室', '甲'].map((name, n) =>
        feature('room', `p${n}`, { type: 'Point', coordinates: [n, 1] }, name),
      );
      const made = importBuilding([{ format: 'geojson', files: [file('a.geojson', collection(points))] }], { mapping: plane, pack, strict: false }); // biome-ignore format: one call
      expect(made.ok ? [] : made.notes?.map(({ message: { id, zh }, count }) => [id, zh, count])).toEqual([
        ['labels/alone', '只有点“会议室、女更衣室、甲”，没有画出可以对应的房间', 3],
      ]);
    });

    it('are not believed where their level is ours: they may stand in a room of another', () => {
      const point = feature('corridor', 'p', { type: 'Point', coordinates: [1, 1] });
      const files = [
        file('1F.geojson', collection([room('a')])),
        file('2F.geojson', collection([room('b', {}, 10)])),
        file('points.geojson', collection([point])),
      ];
      const made = make(files, { mapping: plane });
      expect(zones(made)[0]).toMatchObject({ id: 'a', level: 'F1', kind: 'other', untold: '' });
      expect(told(made)).toContain('left-out labels/astray ×1');
      expect(told(made).join()).not.toContain('labels/taken');
      const [, ...one] = files;
      expect(zones(make([file('1F.geojson', collection([room('a'), point])), ...one.slice(0, 1)], { mapping: plane }))[0].kind).toBe('corridor'); // biome-ignore format: one file
    });

    it('are told of in Chinese words, not by the ids of kinds', () => {
      const texts = (made: Made) => made.building.notes.map(({ message: { zh } }) => zh).join('\n');
      const all = texts(withPoints(['room', 6, 1, 0, 0, '厨房'], ['room', 20, 1, 0, 0, '室外'], ['room', 21, 1, 0, 0, '女更衣室'])); // biome-ignore format: one plan
      const each = texts(withPoints(['room', 1, 1, 0, 0, '厨房'], ['room', 2, 1, 0, 0, '会议室']));
      expect(all).toContain('点称其所在房间为“厨房”，房间自身为“会议室”');
      expect(each).toContain('点称其用途不一（厨房、会议室）');
      expect(all + each).not.toMatch(/yard|changing-room|meeting-room/);
    });

    it('that name a private place where no room is drawn are each said by name: nothing is judged there', () => {
      const made = withPoints(['room', 20, 1, 0, 0, '女更衣室'], ['room', 21, 1, 0, 0, '厨房']);
      const { notes } = made.building;
      expect(notes.filter(({ message }) => message.id === 'labels/private')).toMatchObject([
        {
          sort: 'unknown',
          message: { params: { name: '女更衣室', kind: { zh: '更衣室', en: 'changing-room' } } },
          level: '1F',
        },
      ]);
      expect(told(made)).toContain('left-out labels/outside ×1');
    });
  });

  it('leaves nothing out without saying so: what no rule takes is counted by what it is called', () => {
    const way = (id: string, type: string) => feature(type, id, { type: 'LineString', coordinates: [[0, 0], [1, 1]] }); // biome-ignore format: a line
    const features = [room('a'), way('1', 'route'), way('2', 'route'), way('3', 'cable')];
    const made = make([file('a.geojson', collection(features))], { mapping: plane });
    const out = made.building.notes.filter(({ sort }) => sort === 'left-out');
    expect(out.map(({ message: { params }, count }) => [params.value, count])).toEqual([['route', 2], ['cable', 1]]); // biome-ignore format: a table
  });
});

describe.skipIf(!hasData('rooms-ncu-r3'))('two floors of a university as room polygons', () => {
  const made = (wanted: RegExp) => make(dataFiles('rooms-ncu-r3', wanted));

  it('has 28 and 42 rooms on two levels told by the names of its files, four of them restrooms', () => {
    const floors = made(/Polygon/);
    expect(levels(floors)).toEqual([['F1', 0], ['F2', 1]]); // biome-ignore format: a table
    const count = (id: string) => zones(floors).filter(({ level }) => level === id).length;
    expect([count('F1'), count('F2')]).toEqual([28, 42]);
    expect(zones(floors).filter(({ kind }) => kind === 'restroom')).toHaveLength(4);
    expect(floors.building.notes.filter(({ sort }) => sort === 'refused')).toEqual([]);
    expect(floors.lint().site.faults).toEqual([]);
  });

  it('gains nothing by its 109 points in space: each is left out with a reason', () => {
    const all = made(/R3-/);
    expect(zones(all)).toHaveLength(70);
    const labels = all.building.notes.filter(({ message }) => message.id.startsWith('labels/'));
    expect(labels.reduce((sum, { count = 1 }) => sum + count, 0)).toBe(109);
    expect(new Set(labels.map(({ sort }) => sort))).toEqual(new Set(['left-out']));
    expect(told(all)).toContain('left-out plain/heights ×109');
  });

  it('takes no use from the points of both floors in one file, which names no storey', () => {
    const all = make(dataFiles('rooms-ncu-r3', /R3/));
    expect(zones(all).filter(({ kind }) => kind === 'other')).toHaveLength(54);
    expect(told(all).join()).not.toContain('labels/taken');
  });
});
