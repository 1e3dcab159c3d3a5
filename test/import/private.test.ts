// A private meaning wins on import, whoever says it: what becomes of rooms whose source says two things of them.

import type { Feature } from 'geojson';
import { describe, expect, it, test } from 'vitest';
import { render } from '../../src/i18n/locale.js';
import { importBuilding } from '../../src/import/import.js';
import { kindOfRoom } from '../../src/import/kinds/kind.js';
import { isPrivateRoom, privateWithin } from '../../src/import/kinds/private.js';
import { mappingFor } from '../../src/import/mapping/defaults/defaults.js';
import type { Mapping } from '../../src/import/mapping/types.js';
import type { ImportFormat, Properties } from '../../src/import/types.js';
import { dxfText, line, polyline, text } from './dxf-support.js';
import { rooms } from './imdf-rooms.js';
import { node, osm, room } from './osm-support.js';
import { file, type Made, make, outcomes, pack } from './support.js';

const INSIDE = 'capture/device-in-private-zone';

/** Kinds by id, with what the source calls those that are open. */
function kinds({ building }: Made): Record<string, string> {
  const { zones } = building.identified.draft;
  return Object.fromEntries(
    zones.map(({ id, kind, untold }) => [id, untold === undefined ? kind : `${kind} (${untold})`]),
  );
}

/** What is told of private meanings, in English, and of which rooms. */
function said({ building }: Made): string[] {
  return building.notes
    .filter(({ message }) => /^labels\/(?:private|sign)|contradiction/.test(message.id))
    .map(({ sort, message, ids = [] }) => `${sort} ${ids.join()}: ${render(message, 'en')}`);
}

/** A camera in the middle of the room `id`. */
function watched(made: Made, id: string, rule = INSIDE): Record<string, string> {
  const zone = made.building.identified.draft.zones.find((one) => one.id === id);
  const ring = zone?.rings[0] ?? [];
  const middle = [0, 1].map((axis) => ring.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / ring.length);
  const camera = { id: 'C1', kind: 'camera', at: middle, height: 2.7, hfov: 90, resolution: [2560, 1440], audio: 'none', heading: 0 }; // biome-ignore format: one device
  return outcomes(made.lint(zone?.level, [camera]), rule);
}

const amenity = (category: string, unit_ids: readonly string[], coordinates?: readonly number[]) => ({
  type: 'Feature',
  id: `amenity-${category}-${unit_ids.join('-')}`,
  properties: { category, unit_ids },
  geometry: coordinates === undefined ? null : { type: 'Point', coordinates },
});

/** An IMDF archive of rooms in a row and of amenities. */
function imdf(units: readonly [id: string, category: string][], ...amenities: object[]): Made {
  const files = rooms(units.map(([id, category], cell) => ({ id, cell, category })));
  return make([...files, file('amenity.geojson', { type: 'FeatureCollection', features: amenities })], {
    format: 'imdf',
  });
}

/** Longitude and latitude of the middle of the room in a cell. */
function inCell(cell: number): readonly number[] {
  const north = 1 / 111_052;
  return [111.7 + ((cell * 10 + 3) * north) / Math.cos((40.8 * Math.PI) / 180), 40.8 + 3 * north];
}

describe('an amenity of an IMDF archive', () => {
  it('restroom.male makes an office a restroom, and a camera in there fails', () => {
    const made = imdf([['a', 'office'], ['b', 'office']], amenity('restroom.male', ['a'])); // biome-ignore format: a row
    expect(kinds(made)).toEqual({ a: 'restroom', b: 'office' });
    expect(said(made)).toEqual([
      "assumed a: the source calls one room 'office' and also 'restroom.male': taken as restroom, the private one; check it",
    ]);
    expect(Object.values(watched(made, 'a'))).toContain('fail');
    expect(Object.values(watched(made, 'b'))).not.toContain('fail');
  });

  it('does so by where it stands, where it names no unit', () => {
    const made = imdf([['a', 'office'], ['b', 'office']], amenity('restroom.male', [], inCell(1))); // biome-ignore format: a row
    expect(kinds(made)).toEqual({ a: 'office', b: 'restroom' });
    expect(said(made)).toHaveLength(1);
  });

  it('is of the unit it names, not of the one it stands in', () => {
    const made = imdf([['a', 'restroom'], ['b', 'office']], amenity('restroom', ['a'], inCell(1))); // biome-ignore format: a row
    expect(kinds(made)).toEqual({ a: 'restroom', b: 'office' });
  });

  it('of several units leaves them open, unless one of them is private by itself', () => {
    const open = imdf([['a', 'office'], ['b', 'office'], ['c', 'office']], amenity('restroom', ['a', 'b'])); // biome-ignore format: a row
    expect(kinds(open)).toEqual({ a: 'other (office / restroom)', b: 'other (office / restroom)', c: 'office' });
    expect(said(open)[0]).toMatch(/^unknown a,b: .*its use is left open/);
    expect(Object.values(watched(open, 'a', 'capture/unknown-use'))).toContain('open');
    const known = imdf([['a', 'office'], ['b', 'restroom']], amenity('restroom', ['a', 'b'])); // biome-ignore format: a row
    expect(kinds(known)).toEqual({ a: 'office', b: 'restroom' });
    expect(said(known)).toEqual([]);
  });

  it('is a sign where people pass, and leaves a shop open: its fitting room is a part that nobody drew', () => {
    const made = imdf(
      [['w', 'walkway'], ['s', 'store']], // biome-ignore format: a row
      amenity('restroom', ['w']),
      amenity('fittingroom', ['s']),
    );
    expect(kinds(made)).toEqual({ w: 'corridor', s: 'other (store / fittingroom)' });
    expect(said(made).sort()).toEqual([
      "assumed w: 'restroom' stands in 'walkway', where people pass or gather: taken for a sign, and the kind stays; where there is a restroom, draw its outline",
      expect.stringMatching(/^unknown s: /),
    ]);
  });

  it('that is not private changes nothing', () => {
    const made = imdf([['a', 'office'], ['b', 'lobby']], amenity('atm', ['a']), amenity('information', [], inCell(1))); // biome-ignore format: a row
    expect(kinds(made)).toEqual({ a: 'office', b: 'lobby' });
    expect(said(made)).toEqual([]);
  });
});

describe('a node of OSM', () => {
  const building = (...nodes: readonly Feature[]) =>
    osm(
      room(1, [0, 0, 4, 4], { room: 'office' }),
      room(2, [4, 0, 4, 4], { room: 'office' }),
      room(3, [0, 4, 8, 2], { indoor: 'corridor' }),
      ...nodes,
    );

  it.each([
    ['toilets', 'restroom'],
    ['changing_rooms', 'changing-room'],
    ['shower', 'public-bathroom'],
  ])('amenity=%s makes an office private, and a camera in there fails', (tag, kind) => {
    const made = building(node(9, 2, 2, { amenity: tag, level: '0' }));
    expect(kinds(made)).toEqual({ 'way-1': kind, 'way-2': 'office', 'way-3': 'corridor' });
    expect(said(made)).toHaveLength(1);
    expect(Object.values(watched(made, 'way-1'))).toContain('fail');
  });

  it('room=toilets does so too, as does a second tag of the room itself', () => {
    expect(kinds(building(node(9, 2, 2, { room: 'toilets', level: '0' })))['way-1']).toBe('restroom');
    const tagged = osm(room(1, [0, 0, 4, 4], { room: 'office', amenity: 'toilets' }));
    expect(kinds(tagged)).toEqual({ 'way-1': 'restroom' });
    expect(said(tagged)).toEqual([
      "assumed way/1: the source calls one room 'office' and also 'toilets': taken as restroom, the private one; check it",
    ]);
  });

  it('on the wall of two rooms leaves both open; of a room and a corridor the room alone', () => {
    const between = building(node(9, 4, 2, { amenity: 'toilets', level: '0' }));
    expect(kinds(between)).toEqual({
      'way-1': 'other (office / restroom)',
      'way-2': 'other (office / restroom)',
      'way-3': 'corridor',
    });
    expect(Object.values(watched(between, 'way-2', 'capture/unknown-use'))).toContain('open');
    const door = building(node(9, 2, 4, { amenity: 'toilets', level: '0' }));
    expect(kinds(door)).toMatchObject({ 'way-1': 'other (office / restroom)', 'way-3': 'corridor' });
  });

  it('at the door of toilets that are drawn says nothing of the corridor before it', () => {
    const made = osm(
      room(1, [0, 0, 4, 4], { room: 'toilets' }),
      room(2, [0, 4, 4, 2], { indoor: 'room', room: 'office' }),
      node(9, 2, 4, { amenity: 'toilets', level: '0' }),
    );
    expect(kinds(made)).toEqual({ 'way-1': 'restroom', 'way-2': 'office' });
    expect(said(made)).toEqual([]);
  });

  it('in a corridor is a sign', () => {
    const made = building(node(9, 2, 5, { amenity: 'toilets', level: '0' }));
    expect(kinds(made)['way-3']).toBe('corridor');
    expect(said(made)).toEqual([expect.stringMatching(/^assumed way\/3: .*taken for a sign/)]);
  });
});

describe('texts of a drawing', () => {
  const inRoom = (...texts: Parameters<typeof text>[]) =>
    make(
      [
        file(
          'a.dxf',
          dxfText({
            entities: [
              polyline('ROOM', [[0, 0], [6, 0], [6, 4], [0, 4]]), // biome-ignore format: a ring
              ...texts.map((one) => text(...one)),
            ],
          }),
        ),
      ],
      { mapping: { rules: [{ where: { layer: 'ROOM' }, as: 'zone' }] } },
    );

  it('the largest names the room, and a small one says that it is private', () => {
    const made = inRoom(['TEXT', [2, 3], '办公室', 0.5], ['TEXT', [2, 1], '女卫生间', 0.2]);
    expect(made.building.identified.draft.zones).toMatchObject([{ name: '办公室', kind: 'restroom' }]);
    expect(said(made)[0]).toMatch(/'办公室' and also '女卫生间': taken as restroom/);
  });

  it('of one size name it together, and each has its say', () => {
    const made = inRoom(['TEXT', [1, 3], '更衣室', 0.3], ['TEXT', [1, 1], '办公室', 0.3]);
    expect(made.building.identified.draft.zones).toMatchObject([{ name: '更衣室 办公室', kind: 'changing-room' }]);
  });

  it('that are harmless don’t name a use that the name doesn’t tell', () => {
    const made = inRoom(['TEXT', [2, 3], '甲区', 0.5], ['TEXT', [2, 1], '会议室', 0.2]);
    expect(made.building.identified.draft.zones).toMatchObject([{ kind: 'other', untold: '甲区' }]);
  });

  it('in rooms that walls form: a private one of two wins', () => {
    const corners: readonly (readonly [number, number])[] = [[0, 0], [6, 0], [6, 4], [0, 4]]; // biome-ignore format: a ring
    const walls = corners.map((corner, index) => line('WALL', corner, corners[(index + 1) % 4] ?? corner));
    const texts = [text('TEXT', [2, 3], '会议室'), text('TEXT', [2, 1], '男更衣室')];
    const entities = [...walls, line('DOOR', [1, 0], [2, 0]), ...texts];
    const made = make([file('a.dxf', dxfText({ entities }))]);
    expect(made.building.identified.draft.zones).toMatchObject([{ kind: 'changing-room' }]);
    expect(said(made)).toHaveLength(1);
  });
});

describe('a rule of the mapping that says what its rooms are', () => {
  const kind = (format: ImportFormat, properties: Properties, where: Mapping['rules'][number]['where']): string => {
    const rule = { where, as: 'zone', kind: 'office' } as const;
    const origin = { path: 'a.geojson', pointer: '/features/0' };
    const feature = { format, system: 'wgs84' as const, id: undefined, properties, shapes: [], levels: [], origin };
    return kindOfRoom(feature, mappingFor(format, { rules: [rule] }), pack, rule).kind;
  };

  test.each<[string, Properties, Mapping['rules'][number]['where'], string]>([
    ['is believed', { layer: 'R', name: 'Lager' }, { layer: 'R' }, 'office'],
    ['not against a private name', { layer: 'R', name: 'Umkleide' }, { layer: 'R' }, 'changing-room'],
    ['nor against a private category', { layer: 'R', type: 'toilet' }, { layer: 'R' }, 'restroom'],
    ['but of what it asks for it has the say', { type: 'toilet' }, { type: 'toilet' }, 'office'],
  ])('%s', (_, properties, where, expected) => {
    expect(kind('geojson', properties, where)).toBe(expected);
  });
});

test('every kind that the law keeps private wins within a room, and the rest never does', () => {
  for (const { id, anchor } of pack.zoneKinds) {
    const isKept = pack.prohibitions.some((row) => row.kinds.includes(id)) && anchor !== true;
    expect([id, isPrivateRoom(id, pack)]).toEqual([id, isKept]);
  }
  expect(['office', 'store', 'other', 'kitchen'].map((kind) => privateWithin(kind, pack))).toEqual(
    Array(4).fill('won'),
  );
  expect(['corridor', 'lobby', 'stairs'].map((kind) => privateWithin(kind, pack))).toEqual(Array(3).fill('sign'));
  expect(['shop', 'dining-room'].map((kind) => privateWithin(kind, pack))).toEqual(Array(2).fill('open'));
});

describe('names alone, without a room drawn', () => {
  const mapping: Mapping = { rules: [{ where: { layer: 'NAME', label: true }, as: 'zone' }] };
  const told = (...names: readonly string[]) => {
    const bytes = new TextEncoder().encode(dxfText({ entities: names.map((name, n) => text('NAME', [n, 0], name)) }));
    const imported = importBuilding([{ format: 'dxf', files: [{ path: 'a.dxf', bytes }] }], {
      mapping,
      pack,
      strict: false,
    });
    const notes = (imported.ok ? imported.building.notes : imported.notes) ?? [];
    return notes.flatMap(({ message }) => (message.id === 'labels/alone' ? [render(message, 'zh-CN')] : []));
  };

  it('are named a few, every private one among them', () => {
    const harmless = ['办公室', '大堂', '走廊', '机房'];
    expect(told(...harmless)).toEqual([expect.stringContaining('“办公室、大堂、走廊等”')]);
    expect(told(...harmless, '女卫生间')).toEqual([expect.stringContaining('“办公室、大堂、女卫生间等”')]);
    const secret = ['男卫生间', '女卫生间', '男更衣室', '女更衣室'];
    expect(told(...harmless, ...secret)).toEqual([expect.stringContaining(`“${secret.join('、')}等”`)]);
    expect(told(...secret)).toEqual([expect.stringContaining(`“${secret.join('、')}”`)]);
  });
});
