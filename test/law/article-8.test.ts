import { describe, expect, test } from 'vitest';
import { loadPack } from '../../src/law/load.js';
import { category } from '../../src/law/lookup.js';
import type { Selector } from '../../src/law/types.js';

const pack = loadPack('nm-2017');

/** The table of Art. 8 as it was decided: what a site of each category must declare, what is named, what is related. */
interface Row {
  readonly item: number;
  readonly categories: readonly string[];
  /** Each: the tokens of which any one declares it. */
  readonly declared: readonly string[];
  readonly named: readonly string[];
  readonly related: readonly string[];
}

const MONEY = 'vault business-hall counter self-service-bank cash-loading cash-vehicle important'.split(' ');
const TABLE: readonly Row[] = [
  {
    item: 1,
    categories: ['broadcasting', 'television', 'telecom', 'postal'],
    declared: ['important'],
    named: ['important'],
    related: ['machine-room', 'control-room'],
  },
  {
    item: 2,
    categories: ['defence-industry'],
    declared: ['research|production'],
    named: ['research', 'production'],
    related: ['store', 'gate', 'perimeter'],
  },
  {
    item: 3,
    categories: ['bank'],
    declared: ['business-hall|counter|self-service-bank'],
    named: MONEY,
    related: ['entrance', 'main-entrance', 'control-room'],
  },
  {
    item: 3,
    categories: ['cash-transport'],
    declared: ['cash-vehicle'],
    named: MONEY,
    related: ['entrance', 'main-entrance', 'control-room'],
  },
  {
    item: 3,
    categories: ['insurance', 'securities'],
    declared: [],
    named: MONEY,
    related: ['entrance', 'main-entrance', 'control-room'],
  },
  {
    item: 4,
    categories: ['civil-airport', 'station', 'road-traffic', 'rail-transit', 'logistics-park'],
    declared: ['important'],
    named: ['important'],
    related: ['waiting-hall', 'platform', 'entrance', 'main-entrance'],
  },
  {
    item: 4,
    categories: ['public-transport-vehicle'],
    declared: ['vehicle-interior'],
    named: ['vehicle-interior'],
    related: ['waiting-hall', 'platform', 'entrance', 'main-entrance'],
  },
  // As Order 799 names them: each is a 车站 or a 公共交通工具, in the words of the item.
  {
    item: 4,
    categories: ['railway-passenger-station', 'coach-station', 'urban-rail-station'],
    declared: ['important'],
    named: ['important'],
    related: ['waiting-hall', 'platform', 'entrance', 'main-entrance'],
  },
  {
    item: 4,
    categories: ['passenger-train', 'passenger-vehicle', 'urban-rail-vehicle', 'passenger-ship'],
    declared: ['vehicle-interior'],
    named: ['vehicle-interior'],
    related: ['waiting-hall', 'platform', 'entrance', 'main-entrance'],
  },
  // By a reading of ours a 车站, and parts of 道路交通.
  {
    item: 4,
    categories: ['port-passenger-terminal', 'main-road', 'border-road', 'bridge', 'tunnel'],
    declared: ['important'],
    named: ['important'],
    related: ['waiting-hall', 'platform', 'entrance', 'main-entrance'],
  },
  {
    item: 5,
    categories: ['strategic-warehouse', 'grain-depot'],
    declared: ['store'],
    named: ['store'],
    related: ['gate', 'perimeter'],
  },
  {
    item: 6,
    categories: ['hazardous-goods'],
    declared: ['research|production|sales|store'],
    named: ['research', 'production', 'sales', 'store'],
    related: ['gate', 'perimeter'],
  },
  {
    item: 6,
    categories: ['pathogen-laboratory'],
    declared: ['important'],
    named: ['important'],
    related: ['gate', 'perimeter'],
  },
  {
    item: 7,
    categories: [
      'large-energy-facility',
      'hydraulic-works',
      'city-water-supply',
      'city-power-supply',
      'city-oil-supply',
      'city-gas-supply',
      'city-heat-supply',
    ],
    declared: ['plant'],
    named: ['plant'],
    related: ['control-room', 'gate', 'perimeter'],
  },
  {
    item: 8,
    categories: ['hotel', 'shopping-mall', 'trade-centre', 'tourist-attraction', 'cultural-entertainment-venue'],
    declared: ['main-entrance', 'passage@level'],
    named: ['main-entrance', 'stairs, not secondary', 'passage, not secondary'],
    related: ['passage, secondary', 'elevator-car'],
  },
  {
    item: 9,
    categories: ['museum', 'archive', 'key-heritage-unit', 'memorial-hall', 'exhibition-venue'],
    declared: ['exhibition-hall|collection-store'],
    named: ['exhibition-hall', 'collection-store'],
    related: ['main-entrance', 'perimeter'],
  },
  {
    item: 10,
    categories: [
      'school',
      'kindergarten',
      'hospital',
      'educational-institution',
      'medical-institution',
      'welfare-institution',
      'park',
      'city-square',
      'stadium',
      'pedestrian-underpass',
      'other-crowded-place',
      'convention-centre',
    ],
    declared: ['crowd-area'],
    named: ['crowd-area', 'playground', 'waiting-hall'],
    related: ['main-entrance', 'passage', 'gate'],
  },
  {
    item: 11,
    categories: [
      'state-organ',
      'government-service-hall',
      'people-organisation',
      'public-institution',
      'large-enterprise',
    ],
    declared: ['public'],
    named: [
      'public, stated',
      ...'gate entrance main-entrance lobby corridor waiting-hall reception yard car-park crowd-area'
        .split(' ')
        .map((kind) => `${kind}, public`),
      'public',
    ],
    related: [],
  },
  {
    item: 11,
    categories: ['residential-area'],
    declared: ['public'],
    named: [
      'public, stated',
      ...'gate entrance main-entrance lobby corridor elevator-lobby stairs yard car-park playground'
        .split(' ')
        .map((kind) => `${kind}, public`),
      'public',
    ],
    related: [],
  },
  { item: 12, categories: ['key-unit'], declared: ['designated'], named: ['designated'], related: [] },
];

function words({ token, secondary, public: open }: Selector): string {
  if (secondary !== undefined) return `${token}, ${secondary ? '' : 'not '}secondary`;
  return open === undefined ? token : `${token}, ${open === 'any' ? 'public' : open}`;
}

describe.each(TABLE.flatMap((row) => row.categories.map((id) => [row.item, id, row] as const)))(
  'item (%i), %s',
  (item, id, row) => {
    const found = category(pack, id);

    test('is of its item', () => {
      expect(found?.clause).toBe(`nm-2017/8(${item})`);
    });

    test('asks for what the table asks for', () => {
      const declared = found?.declared.map((each) => each.anyOf.join('|') + (each.perLevelWithRooms ? '@level' : ''));
      expect(declared).toEqual(row.declared);
      expect(found?.named.map(words)).toEqual(row.named);
      expect(found?.related.map(words)).toEqual(row.related);
    });

    test('what is only related is never called the words of the law', () => {
      expect(found?.related.filter(({ basis }) => basis === 'law')).toEqual([]);
    });
  },
);

describe('the categories of Art. 8', () => {
  test('are those of the table and no others, all twelve items', () => {
    expect(pack.categories.map(({ id }) => id)).toEqual(TABLE.flatMap((row) => row.categories));
    expect([...new Set(TABLE.map((row) => row.item))]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  test('only what we read into the law is review when bare', () => {
    const review = pack.categories.filter(({ bare }) => bare === 'review').map(({ id }) => id);
    expect(review).toEqual([
      'insurance',
      'securities',
      'port-passenger-terminal',
      'main-road',
      'border-road',
      'bridge',
      'tunnel',
      'trade-centre',
      'educational-institution',
      'medical-institution',
      'other-crowded-place',
      'convention-centre',
      'government-service-hall',
    ]);
    expect(pack.categories.filter(({ basis }) => basis === 'reading').map(({ id }) => id)).toEqual(review);
  });

  test('conditions: important items kept, designation by a government', () => {
    const conditions = pack.categories.flatMap(({ id, condition }) =>
      condition === undefined ? [] : [[id, condition]],
    );
    expect(conditions).toEqual([
      ['memorial-hall', 'keepsImportantItems'],
      ['exhibition-venue', 'keepsImportantItems'],
      ['key-unit', 'designation'],
    ]);
  });

  test('the place as a whole is named in items (9) and (10) and nowhere else, in words that stand there', () => {
    const whole = pack.categories.filter((each) => each.wholePlace);
    expect([...new Set(whole.map((each) => each.clause))]).toEqual(['nm-2017/8(9)', 'nm-2017/8(10)']);
    expect(whole).toHaveLength(17);
    for (const { clause, placeWords } of whole) {
      const [, quoted = ''] = /“(.+)”/.exec(placeWords?.zh ?? '') ?? [];
      expect(pack.clauses.find(({ id }) => id === clause)?.text.zh).toContain(quoted);
      expect(quoted).not.toBe('');
    }
  });

  test('what others may read otherwise is contested', () => {
    const contested = (id: string) =>
      [...(category(pack, id)?.named ?? []), ...(category(pack, id)?.related ?? [])]
        .filter(({ basis }) => basis === 'contested')
        .map(words);
    expect(contested('hotel')).toEqual(['stairs, not secondary', 'passage, secondary', 'elevator-car']);
    expect(contested('museum')).toEqual(['main-entrance', 'perimeter']);
    expect(contested('school')).toEqual(['main-entrance', 'passage', 'gate']);
    expect(contested('state-organ')).toEqual(['public']);
    expect(contested('residential-area')).toEqual(['public']);
    expect(contested('bank')).toEqual([]);
  });

  test('only tenants of a residential compound are left out', () => {
    expect(pack.categories.filter(({ notMeant }) => notMeant !== undefined).map(({ id }) => id)).toEqual([
      'residential-area',
    ]);
  });

  test('expected private kinds: a hotel has guest rooms and restrooms, a bank must say where customers are overlooked', () => {
    const expected = (id: string) =>
      category(pack, id)?.expectedPrivate.map(({ kind, missing }) => `${kind} ${missing}`);
    expect(expected('hotel')).toEqual(['guest-room review', 'restroom review']);
    expect(expected('bank')).toEqual(['customer-information-area open']);
    expect(expected('insurance')).toEqual(['customer-information-area open']);
    expect(expected('school')).toEqual(['restroom review', 'dormitory-room review']);
    expect(expected('cultural-entertainment-venue')).toEqual(['entertainment-private-room review', 'restroom review']);
    const open = pack.categories.filter((each) => each.expectedPrivate.some(({ missing }) => missing === 'open'));
    expect(open.map(({ id }) => id)).toEqual(['bank', 'insurance', 'securities']);
  });

  test("an item's words stand behind what is called the law's", () => {
    const passages = pack.categories.filter(({ clause }) => clause === 'nm-2017/8(8)');
    for (const each of passages) expect(each.named.map(({ basis }) => basis)).toEqual(['law', 'contested', 'reading']);
    const vaults = category(pack, 'bank')?.named.map(({ token, basis }) => `${token} ${basis}`);
    expect(vaults).toEqual([
      'vault law',
      'business-hall law',
      'counter reading',
      'self-service-bank reading',
      'cash-loading reading',
      'cash-vehicle law',
      'important law',
    ]);
  });
});
