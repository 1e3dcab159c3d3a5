import { describe, expect, it } from 'vitest';
import type { Note } from '../../src/import/notes.js';
import { importedArchive, type Unit } from './imdf-support.js';

const room = (id: string, more: Partial<Unit> = {}): Unit => ({ id, category: 'room', ...more });

/** Kinds of zones by id. */
function kinds(units: readonly Unit[], files: Readonly<Record<string, readonly object[]>> = {}): object {
  return Object.fromEntries(importedArchive({ units, files }).zones.map(({ id, kind }) => [id, kind]));
}

function said(notes: readonly Note[], id: string): readonly Note[] {
  return notes.filter(({ message }) => message.id === id);
}

describe('what amenities and occupants tell of a unit', () => {
  const amenity = (category: string, ...unit_ids: string[]) => ({ properties: { category, unit_ids } });

  it.each([
    ['restroom.female', 'restroom'],
    ['mothersroom', 'nursing-room'],
    ['babychanging', 'nursing-room'],
    ['fittingroom', 'fitting-room'],
    ['sleepbox', 'guest-room'],
    ['shower', 'public-bathroom'],
  ])('an amenity %s makes a room whose category says nothing a %s', (category, kind) => {
    expect(kinds([room('a'), room('b')], { amenity: [amenity(category, 'a')] })).toEqual({ a: kind, b: 'other' });
  });

  it('a category that says what a unit is for goes before an amenity', () => {
    expect(kinds([room('a', { category: 'walkway' })], { amenity: [amenity('restroom', 'a')] })).toEqual({
      a: 'corridor',
    });
  });

  it('of several amenities the first that tells anything counts', () => {
    const files = { amenity: [amenity('drinkingfountain', 'a'), amenity('restroom', 'a')] };
    expect(kinds([room('a')], files)).toEqual({ a: 'restroom' });
  });

  const anchor = { id: 'anchor-1', properties: { unit_id: 'a' } };
  const occupant = (properties: object) => ({ properties: { anchor_id: 'anchor-1', ...properties } });

  it('an occupant gives its name, and its category where the unit has none', () => {
    const files = {
      anchor: [anchor],
      occupant: [occupant({ category: 'library', name: { en: 'Books', zh: '书斋' } })],
    };
    const [zone] = importedArchive({ units: [room('a')], files }).zones;
    expect([zone?.kind, zone?.name]).toEqual(['classroom', '书斋']);
  });

  it('its own name goes before that of an occupant, and both before its other names', () => {
    const files = { anchor: [anchor], occupant: [occupant({ name: { en: 'Tenant' } })] };
    const named = (names: object) => importedArchive({ units: [room('a', names)], files }).zones[0]?.name;
    expect(named({ name: { en: 'Own' }, alt_name: { en: 'Other' } })).toBe('Own');
    expect(named({ name: null, alt_name: { en: 'Other' } })).toBe('Tenant');
  });

  it('an occupant whose anchor or unit is not there is on record', () => {
    const files = {
      anchor: [{ id: 'anchor-1', properties: { unit_id: 'gone' } }],
      occupant: [occupant({ name: { en: 'Tenant' } }), { id: 'o2', properties: { anchor_id: 'none' } }],
    };
    expect(said(importedArchive({ units: [room('a')], files }).notes, 'imdf/homeless')).toMatchObject([
      { sort: 'left-out', count: 2 },
    ]);
  });
});

describe('names in languages', () => {
  const named = (name: unknown) => importedArchive({ units: [room('a', { name })] }).zones[0]?.name;

  it.each([
    [{ ru: 'Комната', en: 'Room', 'zh-Hant': '房間', 'zh-Hans': '房间' }, '房间'],
    [{ en: 'Room', zh_CN: '房间' }, '房间'],
    [{ en: 'Room', 'zh-TW': '房間' }, '房間'],
    [{ ru: 'Комната', en: 'Room' }, 'Room'],
    [{ ru: 'Комната' }, 'Комната'],
    ['Sala', 'Sala'],
    [{ zha: 'Rug', en: 'Room' }, 'Room'],
  ])('%j is called %s', (name, expected) => {
    expect(named(name)).toBe(expected);
  });
});

describe('levels', () => {
  const level = (id: string, ordinal: number, more: object = {}) => ({ id, properties: { ordinal, ...more } });
  const ids = (levels: readonly object[], building: readonly object[] = []) =>
    importedArchive({ units: [], levels, files: { building } }).levels.map(({ id, name }) => [id, name]);

  it('an id is made of the short name, from below upwards', () => {
    expect(ids([level('b', 1, { short_name: { en: '2' } }), level('a', 0, { short_name: { zh: '一层' } })])).toEqual([
      ['一层', undefined],
      ['L2', undefined],
    ]);
  });

  it('without a short name a number of the source gives way to the ordinal', () => {
    expect(ids([level('2f0e755c-3993-4667-a616-c79bd2b7985e', -1), level('ground', 0)])).toEqual([
      ['L-1', undefined],
      ['ground', undefined],
    ]);
  });

  const buildings = [
    { id: 'north', properties: { name: { en: 'North wing' } } },
    { id: 'south', properties: { name: { en: 'South' } } },
  ];
  const of = (building: string, short: string) => ({
    building_ids: [building],
    short_name: { en: short },
    name: { en: `Floor ${short}` },
  });

  it('storeys that two buildings call alike are told apart by the building', () => {
    const levels = [level('a', 0, of('north', '1')), level('b', 0, of('south', '1')), level('c', 1, of('south', '2'))];
    expect(ids(levels, buildings)).toEqual([
      ['L1-North-wing', 'North wing Floor 1'],
      ['L1-South', 'South Floor 1'],
      ['L2-South', 'South Floor 2'],
    ]);
  });

  it('where no two are called alike, no building is named', () => {
    expect(ids([level('a', 0, of('north', '1')), level('b', 0, of('south', '2'))], buildings)).toEqual([
      ['L1', 'Floor 1'],
      ['L2', 'Floor 2'],
    ]);
  });

  it('alike in one building, or in buildings without a name, the next is numbered', () => {
    const levels = [level('a', 0, { short_name: { en: '1' } }), level('b', 0, { short_name: { en: '1' } })];
    expect(ids(levels).map(([id]) => id)).toEqual(['L1', 'L1-2']);
  });

  it('their polygons are outlines, and one that is drawn nowhere is no fault', () => {
    const { outlines, notes } = importedArchive({ units: [room('a')], levels: [level('ground', 0)] });
    expect([outlines, notes.filter(({ sort }) => sort === 'refused')]).toEqual([[], []]);
    const drawn = { ...level('ground', 0), geometry: { type: 'Polygon', coordinates: [square(111.7, 40.8)] } };
    expect(importedArchive({ units: [], levels: [drawn] }).outlines).toHaveLength(1);
  });

  it('a room on a level that is not there is told, and linting the plan finds it', () => {
    const made = importedArchive({ units: [room('a'), room('b', { level_id: 'gone' })] });
    expect(said(made.notes, 'imdf/unknown-level')).toMatchObject([
      { sort: 'refused', ids: ['b'], count: 1, message: { params: { level: 'gone' } } },
    ]);
    expect(made.lint().site.faults.map(({ rule, subject }) => [rule, subject])).toEqual([
      ['plan/unknown-reference', 'b'],
    ]);
  });

  it('two levels of one id become one, which is told', () => {
    const made = importedArchive({ units: [room('a')], levels: [level('ground', 0), level('ground', 1)] });
    expect(made.levels).toHaveLength(1);
    expect(said(made.notes, 'imdf/level-twice')).toMatchObject([{ sort: 'refused', ids: ['ground'] }]);
  });

  it('a room that names no level is not put on any', () => {
    const made = importedArchive({ units: [room('a'), room('b', { level_id: null })] });
    expect(said(made.notes, 'imdf/no-level')).toMatchObject([{ sort: 'refused', ids: ['b'] }]);
    expect(made.lint().site.levels.flatMap(({ zones }) => zones.map(({ id }) => id))).toEqual(['a']);
  });
});

describe('what becomes of the rest', () => {
  it('a restricted unit is not public, and that is told', () => {
    const made = importedArchive({ units: [room('a', { category: 'lobby', restriction: 'employeesonly' })] });
    expect(made.lint().site.levels[0]?.zones[0]?.public).toBe(false);
    expect(said(made.notes, 'imdf/restricted')).toMatchObject([{ sort: 'assumed', ids: ['a'] }]);
  });

  it('an unenclosed area has no walls', () => {
    const made = importedArchive({ units: [room('a', { category: 'unenclosedarea' })] });
    expect(made.lint().site.levels[0]?.zones[0]?.enclosed).toBe(false);
  });

  it('a walkway of an outdoor level has none either, a kiosk or toilet there has', () => {
    const made = importedArchive({
      units: [room('a', { category: 'walkway' }), room('b', { category: 'restroom' })],
      levels: [{ id: 'ground', properties: { ordinal: 0, outdoor: true } }],
    });
    expect(made.lint().site.levels[0]?.zones.map(({ enclosed }) => enclosed)).toEqual([false, true]);
  });

  it('an archive without a level can not be read', () => {
    expect(() => importedArchive({ units: [room('a')], levels: [] })).toThrow('import/imdf-no-levels');
  });

  it('a fixture that is a wall is a wall; a desk is left out, on record', () => {
    const line = { type: 'LineString', coordinates: square(111.7, 40.8).slice(0, 3) };
    const fixture = (id: string, category: string) => ({
      id,
      geometry: line,
      properties: { category, level_id: 'ground' },
    });
    const made = importedArchive({
      units: [room('a')],
      files: { fixture: [fixture('w', 'wall'), fixture('d', 'desk'), fixture('e', 'desk')] },
    });
    expect(made.walls.map(({ id }) => id)).toEqual(['w']);
    expect(said(made.notes, 'classify/left-out')).toMatchObject([
      { sort: 'left-out', count: 2, message: { params: { value: 'fixture desk' } } },
    ]);
  });

  it('features that no plan is made of are counted, whatever is in them', () => {
    const files = {
      section: [{ properties: {} }, { properties: {} }],
      geofence: [{}],
      enviroment: [{ properties: {} }],
    };
    const { notes } = importedArchive({ units: [room('a')], files });
    const left = notes.map(({ sort, message, count }) => [sort, message.id, message.params.type, count]);
    expect(left.filter(([sort]) => sort === 'left-out')).toEqual([
      ['left-out', 'imdf/apart', 'section', 2],
      ['left-out', 'imdf/apart', 'geofence', 1],
      ['left-out', 'imdf/extension', 'enviroment', 1],
    ]);
  });

  it('main entrances are pointed at, since a plan shows them as zones', () => {
    const opening = {
      id: 'main',
      geometry: { type: 'LineString', coordinates: square(111.7, 40.8).slice(0, 2) },
      properties: { category: 'pedestrian.principal', level_id: 'ground' },
    };
    const { notes } = importedArchive({ units: [room('a')], files: { opening: [opening] } });
    expect(said(notes, 'imdf/principal')).toMatchObject([{ ids: ['main'] }]);
  });
});

function square(x: number, y: number): [number, number][] {
  const size = 5e-5;
  return [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ];
}
