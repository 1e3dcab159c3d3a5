import { describe, expect, test } from 'vitest';
import { governs } from '../../src/law/force.js';
import { loadPack, packIds } from '../../src/law/load.js';
import * as law from '../../src/law/lookup.js';

const pack = loadPack('nm-2017');
const kindIds = new Set(pack.zoneKinds.map(({ id }) => id));
const WORDS = new Set(['important', 'public', 'designated', 'passage', 'any']);

function duplicates(ids: readonly string[]): string[] {
  return ids.filter((id, i) => ids.indexOf(id) !== i);
}

describe.each(packIds.map((id) => [id, loadPack(id)] as const))('cross references of %s', (_, pack) => {
  const clauseIds = new Set(pack.clauses.map(({ id }) => id));
  const kindIds = new Set(pack.zoneKinds.map(({ id }) => id));

  test('every id is there once', () => {
    for (const rows of [
      pack.instruments,
      pack.clauses,
      pack.zoneKinds,
      pack.categories,
      pack.prohibitions,
      pack.densityLevels,
      pack.criteria,
    ]) {
      expect(duplicates(rows.map(({ id }: { readonly id: string }) => id))).toEqual([]);
    }
  });

  test('every clause that is named exists', () => {
    const named = [
      ...pack.penalties.flatMap(({ clause, punishes }) => [clause, ...punishes]),
      ...pack.categories.flatMap(({ clause }) => clause ?? []),
      ...pack.prohibitions.flatMap((row) => [row.clause, ...row.viewClauses, ...row.insideReferences]),
      ...(pack.protects === undefined ? [] : [pack.protects]),
      ...(pack.capture === undefined ? [] : [pack.capture.prohibition, pack.capture.duty]),
      ...Object.values(pack.capture?.images ?? {}),
      ...(pack.tracks ?? []).flatMap(({ clause, spared = [], only = [] }) => [clause, ...spared, ...only]),
      ...pack.prohibitions.flatMap(({ clearDoors }) => clearDoors?.reference ?? []),
    ];
    expect(named.filter((id) => !clauseIds.has(id))).toEqual([]);
  });

  test('every token is a zone kind or one of the five words', () => {
    const tokens = [
      ...pack.categories.flatMap(({ declared }) => declared.flatMap(({ anyOf }) => anyOf)),
      ...pack.categories.flatMap(({ declared }) => declared.map(({ role }) => role)),
      ...pack.categories.flatMap(({ named, related }) => [...named, ...related].map(({ token }) => token)),
      ...pack.pointProtection.flatMap((row) => row.tokens),
      ...pack.criteria.flatMap((row) => row.tokens),
    ];
    expect(tokens.filter((token) => !kindIds.has(token) && !WORDS.has(token))).toEqual([]);
    expect([...kindIds].filter((id) => WORDS.has(id))).toEqual([]);
  });

  test('every kind of a prohibition, every expected private kind, every category exists', () => {
    const privateKinds = pack.prohibitions.flatMap(({ kinds }) => kinds);
    expect(privateKinds.filter((kind) => !kindIds.has(kind))).toEqual([]);
    const expected = pack.categories.flatMap(({ expectedPrivate }) => expectedPrivate.map(({ kind }) => kind));
    expect(expected.filter((kind) => !privateKinds.includes(kind))).toEqual([]);
    const limited = pack.prohibitions.flatMap((row) => [...row.categories, ...(row.clearDoors?.categories ?? [])]);
    expect(limited.filter((id) => law.category(pack, id) === undefined)).toEqual([]);
  });

  test('a clause lies in its article, and its instrument is one of the pack', () => {
    for (const { id, instrument, article, paragraph, item } of pack.clauses) {
      expect(pack.instruments.some((each) => each.id === instrument)).toBe(true);
      const part = `${paragraph === undefined ? '' : `.${paragraph}`}${item === undefined ? '' : `(${item})`}`;
      expect(id).toBe(`${instrument}/${article}${part}`);
    }
  });
});

describe('the tracks of Order 799', () => {
  const order = loadPack('cn-799-2025');
  const on = (basis: string, item: string) =>
    order.categories.flatMap(({ id, ...row }) =>
      row.basis === basis && row.clause === `cn-799-2025/${item}` ? [id] : [],
    );

  test('hold a category only where the law has a word for it, or where a reading of ours says so', () => {
    expect(on('law', '7.1')).toEqual([
      'city-square',
      'pedestrian-underpass',
      'main-road',
      'border-road',
      'bridge',
      'tunnel',
    ]);
    expect(on('reading', '7.1')).toEqual(['road-traffic']);
    expect(on('law', '7.2(1)').slice(0, 7)).toEqual([
      'tourist-attraction',
      'cultural-entertainment-venue',
      'school',
      'kindergarten',
      'hospital',
      'park',
      'stadium',
    ]);
    expect(on('law', '7.2(2)')).toContain('civil-airport');
    expect(on('reading', '7.2(2)')).toEqual(['station', 'rail-transit']);
    expect(on('reading', '7.2(3)')).toEqual(['public-transport-vehicle']);
    expect(on('law', '7.2(4)')).toEqual(['service-area']);
  });

  test('name no bank or housing, which the plan has to state; hotels and restaurants are public by Art. 8(1)(1)', () => {
    // Of organs the law names the service hall, of key units what surrounds them.
    for (const id of ['bank', 'residential-area', 'large-enterprise', 'state-organ', 'key-unit']) {
      expect(law.category(order, id)).toMatchObject({ basis: 'reading' });
      expect(law.category(order, id)?.clause).toBeUndefined();
      expect(law.category(order, id)?.publicBy).toBeUndefined();
    }
    for (const id of ['hotel', 'restaurant']) {
      expect(law.category(order, id)).toMatchObject({ basis: 'law', publicBy: 'cn-799-2025/8.1(1)' });
      expect(law.category(order, id)?.clause).toBeUndefined();
    }
  });

  test('words of its own are in the text of their item', () => {
    const shared = new Set(pack.categories.map(({ id }) => id));
    for (const { id, name, clause: named, publicBy, basis } of order.categories) {
      const clause = named ?? publicBy;
      if (shared.has(id) || basis !== 'law') continue;
      expect(law.clause(order, clause ?? '').text.zh.replaceAll(/[（）]/g, '')).toContain(
        name.zh.replaceAll(/[（）]/g, ''),
      );
    }
  });
});

describe('what the pack holds', () => {
  test('the articles that reports cite, by paragraph and item', () => {
    const articles = (instrument: string) => [
      ...new Set(pack.clauses.filter((each) => each.instrument === instrument).map(({ article }) => Number(article))),
    ];
    expect(articles('nm-2017')).toEqual([2, 3, 8, 9, 10, 13, 14, 15, 18, 19, 20, 23, 24, 25, 26, 27]);
    expect(articles('cn-799-2025')).toEqual([8, 13, 27]);
    expect(articles('cn-civil-code')).toEqual([1033]);
    expect(articles('cn-entertainment')).toEqual([15, 16]);
    const within = (whole: string) => pack.clauses.filter(({ id }) => id.startsWith(`${whole}`) && id !== whole).length;
    expect(within('nm-2017/8(')).toBe(12);
    expect(within('nm-2017/9.2(')).toBe(6);
    expect(within('nm-2017/13.')).toBe(5);
    expect(within('nm-2017/19(')).toBe(6);
    expect(within('cn-799-2025/8.1(')).toBe(4);
    expect(within('cn-civil-code/1033(')).toBe(6);
  });

  test('every zone kind of the vocabulary', () => {
    const named =
      'machine-room control-room research production store gate perimeter business-hall counter self-service-bank vault ' +
      'cash-loading cash-vehicle entrance waiting-hall platform vehicle-interior sales plant main-entrance corridor stairs ' +
      'elevator-lobby elevator-car exhibition-hall collection-store crowd-area playground guest-room ' +
      'entertainment-private-room dormitory-room apartment-room nursing-room public-bathroom changing-room make-up-room ' +
      'restroom customer-information-area ballot-box report-box writing-place polling-hall private-area ward ' +
      'consulting-room operating-room fitting-room dining-private-room staff-rest-room washroom dwelling lobby reception ' +
      'laboratory classroom office meeting-room kitchen dining-room shop car-park yard shaft other ' +
      'nap-room massage-room leisure-room care-room locker-area opinion-box';
    expect([...kindIds].sort()).toEqual(named.split(' ').sort());
  });

  test('the figures that are ours', () => {
    const figures = Object.entries(pack.parameters).map(([name, { value, unit }]) => `${name} ${value}${unit}`);
    expect(figures).toEqual([
      'nearRadius 3m',
      'protectedFraction 0.5',
      'pointRoomArea 30m²',
      'privacyDensity 12.5px/m',
      'faceDistance 0.3m',
      'viewArea 0.05m²',
      'viewDepth 0.1m',
      'nothingArea 0.0001m²',
      'grazeDepth 1m',
      'grazeFraction 0.05',
      'pickup 5m',
      'mayTunnel 0.1m',
      'mustTunnel 0.3m',
      'personHeight 2m',
      'targetHeight 1.5m',
      'undrawnArea 2m²',
      'welding 0.005m',
      'lightLeak 0.05m',
      'onWall 0.05m',
    ]);
    expect(Object.values(pack.parameters).every(({ basis }) => basis === 'sitecam')).toBe(true);
  });

  test('levels of detail, and the design criterion', () => {
    expect(pack.densityLevels.map(({ id, density }) => [id, density])).toEqual([
      ['monitor', 12.5],
      ['detect', 25],
      ['observe', 62.5],
      ['recognise', 125],
      ['identify', 250],
    ]);
    expect(pack.criteria.map(({ tokens, fraction, level }) => [tokens, fraction, level])).toEqual([
      [['main-entrance'], 0.95, 'recognise'],
      [['passage'], 0.9, 'observe'],
      [['vault', 'counter'], 0.95, 'recognise'],
      [['any'], 0.8, 'detect'],
    ]);
  });
});

describe('zone kinds', () => {
  const ids = (test: (kind: (typeof pack.zoneKinds)[number]) => boolean) =>
    pack.zoneKinds.filter(test).map(({ id }) => id);

  test('what is not a room has no walls of its own', () => {
    expect(ids(({ enclosed }) => !enclosed).sort()).toEqual(
      (
        'customer-information-area ballot-box report-box opinion-box writing-place private-area main-entrance entrance ' +
        'gate elevator-lobby reception counter cash-loading platform perimeter crowd-area playground car-park yard'
      )
        .split(' ')
        .sort(),
    );
  });

  test('nothing private is public, and no room one stays in lacks walls', () => {
    const privateKinds = pack.prohibitions.flatMap(({ kinds }) => kinds);
    expect(ids((kind) => kind.public && privateKinds.includes(kind.id))).toEqual([]);
    expect(ids((kind) => kind.room === true && !kind.enclosed)).toEqual([]);
  });

  test('anchors are those of item (5), without walls', () => {
    expect(ids(({ anchor }) => anchor === true)).toEqual(['ballot-box', 'report-box', 'opinion-box', 'writing-place']);
    expect(ids(({ anchor, enclosed }) => anchor === true && enclosed)).toEqual([]);
  });

  test('a category of IMDF or a tag of OSM gives one kind', () => {
    expect(duplicates(pack.zoneKinds.flatMap(({ imdf }) => imdf))).toEqual([]);
    expect(duplicates(pack.zoneKinds.flatMap(({ osm }) => osm))).toEqual([]);
  });

  test('every restroom of IMDF is private, and what is no room gives no zone', () => {
    const imdf = new Map(pack.zoneKinds.flatMap(({ id, imdf }) => imdf.map((category) => [category, id] as const)));
    expect([...imdf].filter(([category]) => category.startsWith('restroom')).map(([, id]) => id)).toEqual(
      Array(11).fill('restroom'),
    );
    expect(imdf.get('mothersroom')).toBe('nursing-room');
    expect(imdf.get('shower')).toBe('public-bathroom');
    expect(imdf.get('walkway')).toBe('corridor');
    for (const solid of ['brick', 'column', 'concrete', 'drywall', 'glass', 'structure', 'wood']) {
      expect(imdf.get(solid)).toBeUndefined();
    }
  });
});

describe('lookups', () => {
  test('the pack governs codes that start with 15', () => {
    expect(packIds).toEqual(['cn-421-2004', 'cn-799-2025', 'cn-entertainment', 'hen-2016', 'nm-2017']);
    expect(governs(pack, '150102')).toBe(true);
    expect(governs(pack, '110101')).toBe(false);
    expect(governs(pack, '115000')).toBe(false);
  });

  test('the national order governs everywhere, and beside the regulation only where that does', () => {
    expect(governs(loadPack('cn-799-2025'), '110101')).toBe(true);
    expect(governs(loadPack('nm-2017+cn-799-2025'), '110101')).toBe(false);
    expect(governs(loadPack('nm-2017+cn-799-2025'), '150102')).toBe(true);
  });

  test('penalties are those the law has, and there are none for the rest', () => {
    const penalties = (...ids: string[]) => law.penaltiesFor(pack, ids).map(({ clause }) => clause);
    expect(penalties('nm-2017/8(8)')).toEqual(['nm-2017/23']);
    expect(penalties('nm-2017/9.2(3)')).toEqual(['nm-2017/24']);
    expect(penalties('nm-2017/9.2(3)', 'cn-799-2025/8.1(3)')).toEqual(['nm-2017/24', 'cn-799-2025/27.1']);
    expect(penalties('cn-799-2025/8.2')).toEqual(['cn-799-2025/27.2']);
    expect(penalties('nm-2017/13.5')).toEqual(['nm-2017/25']);
    expect(penalties('nm-2017/15')).toEqual(['nm-2017/26']);
    expect(penalties('nm-2017/19(2)')).toEqual(['nm-2017/27']);
    const none = ['9.1', '10', '13.1', '13.2', '13.3', '13.4', '14', '18.1', '18.2', '20'].map((id) => `nm-2017/${id}`);
    expect(penalties(...none)).toEqual([]);
  });

  test('printed text is corrected, quoted words are found by id, unknown ids are faults', () => {
    expect(law.printedText(law.clause(pack, 'nm-2017/24'))).toContain('并处1万元以上3万元以下罚款');
    expect(law.printedText(law.clause(pack, 'nm-2017/8(5)'))).toBe('重要物资仓库和粮库；');
    expect(law.instrumentOf(pack, 'cn-799-2025/8.2').short.zh).toBe('国务院令第799号');
    expect(() => law.clause(pack, 'nm-2017/8(13)')).toThrow("'nm-2017/8(13)'");
    expect(() => loadPack('toString')).toThrow("no pack 'toString'");
    expect(law.zoneKind(pack, 'toilet')).toBeUndefined();
    expect(law.prohibitionOf(pack, 'corridor')).toBeUndefined();
  });
});

test('a kind of which a pack doesn’t say what it is for is private if it is prohibited, public if its doors are', () => {
  const useOf = (id: string) => {
    const kind = pack.zoneKinds.find((one) => one.id === id) ?? expect.fail(id);
    const { use: _, ...silent } = kind;
    return [law.useOfKind(pack, kind), law.useOfKind(pack, silent)];
  };
  expect(useOf('restroom')).toEqual(['private', 'private']);
  expect(useOf('lobby')).toEqual(['public', 'public']);
  expect(useOf('store')).toEqual(['work', 'work']);
  expect(useOf('other')).toEqual(['unstated', 'work']);
});
