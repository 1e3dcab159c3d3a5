import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it, test } from 'vitest';
import { render } from '../../src/i18n/locale.js';
import { kindOfRoom, nearestKind, type RoomKind } from '../../src/import/kinds/kind.js';
import { kindByCategoryWords } from '../../src/import/kinds/kind-from-words.js';
import { isPrivate } from '../../src/import/kinds/named.js';
import { mappingFor } from '../../src/import/mapping/defaults/defaults.js';
import type { Mapping } from '../../src/import/mapping/types.js';
import type { ImportFormat, Properties } from '../../src/import/types.js';
import { DATA, dataFiles, file, hasData, make, outcomes, pack } from './support.js';

function room(format: ImportFormat, properties: Properties, own?: Partial<Mapping>): RoomKind {
  const origin = { path: 'a.geojson', pointer: '/features/0' };
  const feature = { format, system: 'wgs84' as const, id: undefined, properties, shapes: [], levels: [], origin };
  return kindOfRoom(feature, mappingFor(format, own === undefined ? undefined : { rules: [], ...own }), pack);
}

/** Kind and, in English, what is told of it. */
function told(format: ImportFormat, properties: Properties, own?: Partial<Mapping>): string {
  const { kind, untold, note } = room(format, properties, own);
  const said = note === undefined ? '' : `; ${note.sort}: ${render(note.message, 'en')}`;
  return `${kind}${untold === undefined ? '' : ` (${untold})`}${said}`;
}

describe('the kind of a room', () => {
  test.each<[string, ImportFormat, Properties, Partial<Mapping> | undefined, string]>([
    [
      'the mapping before all',
      'imdf',
      { category: 'restroom', name: 'B-12' },
      { kinds: { restroom: 'store' } },
      'store',
    ],
    ['a pattern of it', 'geojson', { type: 'wc-12' }, { kinds: { 'WC*': 'restroom' } }, 'restroom'],
    [
      'its very word before a pattern',
      'geojson',
      { type: 'wc' },
      { kinds: { '*': 'store', wc: 'restroom' } },
      'restroom',
    ],
    ['one property alone', 'osm', { room: 'x', office: 'x' }, { kinds: { 'office=x': 'shop' } }, 'shop'],
    [
      'not of another',
      'osm',
      { room: 'x' },
      { kinds: { 'office=x': 'shop' } },
      "other (x); unknown: unknown use 'x': taken as 'other'",
    ],
    ['the category', 'imdf', { category: 'restroom.male', name: 'B-12' }, undefined, 'restroom'],
    ['the category above it', 'imdf', { category: 'foodservice.coffee' }, undefined, 'dining-room'],
    ['a tag of OSM', 'osm', { indoor: 'room', amenity: 'toilets' }, undefined, 'restroom'],
    ['any value of a tag', 'osm', { indoor: 'room', shop: 'books' }, undefined, 'shop'],
    ['the name where the category says nothing', 'imdf', { category: 'room', name: 'Ward 7' }, undefined, 'ward'],
    ['in its Russian', 'imdf', { category: 'nonpublic', 'name.ru': 'Раздевалка' }, undefined, 'changing-room'],
    [
      'the private one of several names',
      'imdf',
      { category: 'room', 'name.en': 'Store', 'name.ja': '更衣室' },
      undefined,
      'changing-room',
    ],
    ['the name that is a category', 'geojson', { name: 'Library' }, undefined, 'classroom'],
    ['words of a category that no list has', 'geojson', { type: 'Accessible_Restroom' }, undefined, 'restroom'],
    ['in any language', 'geojson', { type: 'Umkleide' }, undefined, 'changing-room'],
    [
      "the user's words before others",
      'imdf',
      { category: 'room', name: '谈心室 3' },
      { names: { 谈心室: 'consulting-room' } },
      'consulting-room',
    ],
    [
      'the longest of them',
      'imdf',
      { category: 'room', name: '谈心室' },
      { names: { 心室: 'ward', 谈心室: 'consulting-room', 室: 'office' } },
      'consulting-room',
    ],
    [
      'what stands in a unit, where a list has it',
      'imdf',
      { category: 'room', amenity: 'atm;shower' },
      undefined,
      'public-bathroom',
    ],
    [
      'not by its words',
      'imdf',
      { category: 'room', amenity: 'atm' },
      undefined,
      "other (room); unknown: rooms whose use the source doesn't say, and no name tells: taken as 'other'",
    ],
    [
      "the user's pattern",
      'imdf',
      { category: 'room', name: 'Spind 3 Süd' },
      { names: { 'SPIND*': 'changing-room' } },
      'changing-room',
    ],
    [
      'a word is not the end of another',
      'imdf',
      { category: 'room', name: 'Kettenspind' },
      { names: { spind: 'changing-room' } },
      "other (Kettenspind); unknown: the name 'Kettenspind' tells no use: taken as 'other'",
    ],
    ['a kind the pack has none for', 'imdf', { category: 'theater' }, undefined, 'other'],
    ['unless the name tells', 'imdf', { category: 'theater', name: '礼堂' }, undefined, 'crowd-area'],
  ])('%s', (_, format, properties, own, expected) => {
    expect(told(format, properties, own)).toBe(expected);
  });

  test.each<[string, ImportFormat, Properties, string]>([
    [
      'a name linting reads too',
      'imdf',
      { category: 'office', name: '更衣室' },
      "changing-room; assumed: the source gives '更衣室' as office and names it like changing-room: taken as changing-room, the private one",
    ],
    [
      'a name it does not read',
      'imdf',
      { category: 'office', name: 'Umkleide' },
      "changing-room; assumed: the source gives 'Umkleide' as office and names it like changing-room: taken as changing-room, the private one",
    ],
    ['two private ones', 'imdf', { category: 'shower', name: 'Umkleide' }, 'public-bathroom'],
    ['two that are not', 'imdf', { category: 'office', name: 'Besprechungsraum' }, 'office'],
    [
      'words of a private category',
      'geojson',
      { type: 'changing_room', name: 'Lager 2' },
      "changing-room; assumed: the source gives 'Lager 2' as changing-room and names it like store: taken as changing-room, the private one",
    ],
  ])('where category and name contradict each other, with %s', (_, format, properties, expected) => {
    expect(told(format, properties)).toBe(expected);
  });

  test.each<[Properties, string]>([
    [
      { category: 'administration', name: '12' },
      "other (administration); unknown: unknown use 'administration': taken as 'other'; nearest: office",
    ],
    [
      { category: 'labratory' },
      "other (labratory); unknown: unknown use 'labratory': taken as 'other'; nearest: laboratory",
    ],
    [{ category: 'quarterdeck' }, "other (quarterdeck); unknown: unknown use 'quarterdeck': taken as 'other'"],
    [
      { category: 'room', name: 'Bluebird 12' },
      "other (Bluebird 12); unknown: the name 'Bluebird' tells no use: taken as 'other'",
    ],
    [
      { category: 'room', name: 'TR-0' },
      "other (room); unknown: rooms whose use the source doesn't say, and no name tells: taken as 'other'",
    ],
    [{ name: '101' }, "other (); unknown: rooms whose use the source doesn't say, and no name tells: taken as 'other'"],
    [{}, "other (); unknown: rooms whose use the source doesn't say, and no name tells: taken as 'other'"],
  ])('%j can not be told', (properties, expected) => {
    expect(told('imdf', properties)).toBe(expected);
  });
});

describe('what a word may have been meant for', () => {
  test.each([
    ['Toliet', 'restroom'],
    ['chaning_room', 'changing-room'],
    ['ofice', 'office'],
    ['走郎', undefined],
    ['wardrobe', 'store'],
    ['locker area', 'changing-room'],
    // A slip or two from "wash room", "bar", "ward", "mess": other words, not slips.
    ['wasp room', undefined],
    ['car', undefined],
    ['yarn', undefined],
    ['misc', undefined],
    ['x', undefined],
    ['', undefined],
  ])('%s: %s', (word, kind) => {
    expect(nearestKind(word, pack)?.id).toBe(kind);
  });
});

describe('a building', () => {
  const at = (x: number) =>
    [
      [x, 0],
      [x + 4, 0],
      [x + 4, 4],
      [x, 4],
      [x, 0],
    ].map(([east, north]) => [111 + east * 1e-5, 40 + north * 1e-5]);
  const rooms = (...all: object[]) =>
    file('rooms.geojson', {
      type: 'FeatureCollection',
      features: all.map((properties, index) => ({
        type: 'Feature',
        id: `r${index}`,
        properties,
        geometry: { type: 'Polygon', coordinates: [at(index * 4)] },
      })),
    });

  it('names each unknown value once with its count, and rooms that say nothing in one line', () => {
    const { building } = make([
      rooms({ type: 'spa' }, { type: 'spa' }, { type: 'Gizmo' }, { name: 'Aula 1' }, { name: '1' }, { name: '2' }, {}),
    ]);
    expect(building.notes.map(({ message, count }) => [message.params.value ?? message.id, count])).toEqual([
      ['kinds/untold', 3],
      ['spa', 2],
      ['Gizmo', 1],
    ]);
  });

  it('does not call unknown what a point in the room tells', () => {
    const point = (x: number, name: string) => ({
      type: 'Feature',
      properties: { name, label: true },
      geometry: { type: 'Point', coordinates: [111 + (x + 2) * 1e-5, 40 + 2e-5] },
    });
    const labels = file('labels.geojson', {
      type: 'FeatureCollection',
      features: [point(0, 'Umkleide'), point(4, 'Gizmo')],
    });
    const { building } = make([rooms({ type: 'room' }, { type: 'room' }, { type: 'room' }), labels], {
      format: 'geojson',
      mapping: { rules: [{ where: { label: true }, as: 'zone' }], levels: [{ key: '0', files: ['*'] }] },
    });
    expect(building.identified.draft.zones.map(({ kind, untold }) => [kind, untold])).toEqual([
      ['changing-room', undefined],
      ['other', 'room'],
      ['other', 'room'],
    ]);
    expect(building.notes.filter(({ sort }) => sort === 'unknown')).toMatchObject([
      { message: { id: 'kinds/untold' }, count: 2 },
    ]);
  });

  it('keeps what its source calls a room of unknown use, and is judged by what was told', () => {
    const made = make([rooms({ type: 'Gizmo' }, { type: 'Umkleide' })]);
    expect(
      JSON.parse(made.geometry).features.map(({ properties }: { properties: object }) => properties),
    ).toMatchObject([{ kind: 'other', kindUnknown: 'Gizmo' }, { kind: 'changing-room' }]);
    const camera = {
      id: 'C1',
      kind: 'camera',
      audio: 'none',
      at: [4.2, 2],
      height: 2.6,
      heading: 90,
      hfov: 60,
      tilt: 20,
      resolution: [1920, 1080],
    };
    const { identified } = made.building;
    expect(outcomes(made.lint(identified.levels[0].id, [camera]), 'capture/device-in-private-zone')).toMatchObject({
      'C1>r1': 'fail',
    });
  });
});

const BUILDINGS = [
  ['imdf-spbstu-campus', /geojson$/, 20],
  ['osm-apb-dresden', /geojson$/, 30],
  ['rooms-ncu-r3', /Polygon/, 4],
] as const;

test.each(BUILDINGS.filter(([name]) => hasData(name)))(
  'every room of %s whose kind is unknown is in the record',
  (name, wanted, restrooms) => {
    const { building } = make(dataFiles(name, wanted));
    const { zones } = building.identified.draft;
    const told = building.notes.filter(({ sort, message }) => sort === 'unknown' && message.id.startsWith('kinds/'));
    const unknown = zones.filter(({ untold }) => untold !== undefined);
    expect(told.reduce((sum, { count = 1 }) => sum + count, 0)).toBe(unknown.length);
    expect(new Set(unknown.map(({ kind }) => kind))).toEqual(new Set(['other']));
    expect(zones.filter(({ kind }) => kind === 'restroom')).toHaveLength(restrooms);
  },
);

(hasData('vocab') ? describe : describe.skip)('the vocabularies of real data', () => {
  if (!hasData('vocab')) return it('are not here', () => undefined);
  const table = (name: string): Record<string, string>[] =>
    parse(readFileSync(`${DATA}/vocab/${name}`), { columns: true, relax_quotes: true, relax_column_count: true });
  const units = table('imdf-categories.csv').filter(({ feature_type }) => feature_type === 'unit');
  const observed = table('observed-categories.csv').filter(({ feature_type }) => feature_type === 'unit');
  const { silent = [], rules } = mappingFor('imdf', undefined);
  const walls = rules.flatMap(({ where, as }) => (as === 'wall' ? [where.category].flat() : []));

  it('every category of units in IMDF is told, is a wall, or says nothing', () => {
    expect(units.length).toBe(63);
    const unknown = units
      .map(({ category }) => category)
      .filter((category) => !walls.includes(category) && !silent.includes(category))
      .filter((category) => room('imdf', { category }).untold !== undefined);
    expect(unknown).toEqual([]);
  });

  it('what the suggestion has for private, is private', () => {
    const rows = table('zone-kind-mapping-suggestion.csv').filter(
      ({ source, match, suggested_zone_kind: kind, confidence }) =>
        confidence === 'high' &&
        isPrivate(kind, pack) &&
        source !== 'westport' &&
        /^(?:unit\.category|amenity|room)=/.test(match),
    );
    const values = rows.flatMap(({ match }) => match.split('|').map((part) => part.replaceAll(/"|\*$/g, '')));
    expect(values.length).toBeGreaterThan(6);
    const not = values.filter((text) => {
      const [key, value] = text.split('=');
      const properties = key === 'unit.category' ? { category: value } : { [key]: value };
      return !isPrivate(room(key === 'unit.category' ? 'imdf' : 'osm', properties).kind, pack);
    });
    expect(not).toEqual([]);
  });

  it('what was seen beside the list is told where its words are clear, and suggested where they are a slip away', () => {
    const beside = observed.filter(({ in_imdf_list }) => in_imdf_list === 'false').map(({ category }) => category);
    const kinds = Object.fromEntries(beside.map((category) => [category, room('imdf', { category }).kind]));
    expect(kinds).toMatchObject({
      accesible_restroom: 'restroom',
      'accessible restroom': 'restroom',
      female_restroom: 'restroom',
      changing_room: 'changing-room',
      meeting_room: 'meeting-room',
      'foodservice.coffee': 'dining-room',
      security: 'control-room',
      shop: 'shop',
      store: 'shop',
      'ticket office': 'counter',
      'information desk': 'reception',
      courtyard: 'yard',
      atrium: 'lobby',
      emergency_exit: 'entrance',
      workshop: 'production',
      administration: 'other',
      wardrobe: 'other',
      staff_room: 'other',
    });
    expect(nearestKind('labpratory', pack)?.id).toBe('laboratory');
  });

  it('what OSM tags rooms with is told or named', () => {
    expect(kindByCategoryWords('class', pack)).toBe('classroom');
    const seen =
      table('sit-keys.csv')
        .find(({ key }) => key === 'room')
        ?.value.split('|')
        .map((value) => value.trim()) ?? [];
    const kinds = seen
      .filter((value) => /^\w+$/.test(value))
      .map((value) => [value, room('osm', { room: value }).kind]);
    expect(kinds.length).toBeGreaterThan(5);
    expect(kinds.filter(([, kind]) => kind === 'other')).toEqual([]);
  });
});
