import { describe, expect, test } from 'vitest';
import { claimClauses, claimsOn } from '../../../src/facts/protection/absence-claims.js';
import { criterionFor } from '../../../src/facts/protection/criterion.js';
import {
  articleOf,
  categoryStatuses,
  devicesOn,
  isExisting,
  isPrivateZone,
  itemOf,
  mistakenFor,
  zonesOf,
} from '../../../src/facts/protection/site.js';
import { matchesToken, selects } from '../../../src/facts/protection/tokens.js';
import { bothLanguages } from '../../../src/i18n/locale.js';
import { penaltyClauses } from '../../../src/law/lookup.js';
import type { Category, Selector } from '../../../src/law/types.js';
import type { Device, Site, Zone } from '../../../src/plan/model.js';
import { deviceList, zoneList, zoneTitle } from '../../../src/rules/coverage/wording/labels.js';
import { planOf, siteFrom } from '../../rules/coverage/support.js';

const site = siteFrom(planOf('hotel', 'kind: store', ['{id: D1, kind: camera, at: [1, 1]}']));
const [zone] = zonesOf(site);
const [device] = site.levels[0].devices;
const zoneWith = (more: Partial<Zone>): Zone => ({ ...zone, ...more });

describe('what a token speaks of', () => {
  const NONE = { important: false, public: false, designated: false, secondary: false, roles: [] };

  test.each<[string, Partial<Zone>, boolean]>([
    ['any', {}, true],
    ['store', {}, true],
    ['vault', {}, false],
    ['vault', { roles: ['vault'] }, true],
    ['important', {}, false],
    ['important', { important: true }, true],
    ['public', {}, false],
    ['public', { public: true }, true],
    ['designated', {}, false],
    ['designated', { designated: true }, true],
    ['important', { public: true, designated: true }, false],
    ['public', { important: true, designated: true }, false],
    ['designated', { important: true, public: true }, false],
    ['passage', {}, false],
    ['passage', { kind: 'corridor' }, true],
    ['passage', { kind: 'stairs' }, true],
    ['passage', { kind: 'elevator-lobby' }, true],
    ['passage', { kind: 'elevator-car' }, false],
    ['passage', { roles: ['passage'] }, true],
    ['passage', { important: true, public: true, designated: true }, false],
    ['nothing-known', { important: true, public: true, designated: true }, false],
  ])('%s, of a store with %j: %s', (token, more, wanted) => {
    expect(matchesToken(zoneWith({ ...NONE, ...more }), token)).toBe(wanted);
  });

  test('a selector may ask for secondary places, or for others', () => {
    const asked = (secondary: boolean | undefined, is: boolean, token = 'any') =>
      selects(
        { token, ...(secondary === undefined ? {} : { secondary }) } as Selector,
        zoneWith({ ...NONE, secondary: is }),
      );
    expect([asked(undefined, true), asked(undefined, false)]).toEqual([true, true]);
    expect([asked(true, true), asked(true, false), asked(false, true), asked(false, false)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(asked(true, true, 'vault')).toBe(false);
  });
});

describe('the site’s categories', () => {
  const of = (yaml: string) => siteFrom(planOf('hotel', 'kind: store').replace('categories: [hotel]', yaml));
  const said = (yaml: string) => categoryStatuses(of(yaml)).map(({ category, state }) => `${category.id} ${state}`);

  test('each once, in the plan’s order, less those the pack doesn’t know', () => {
    expect(said('categories: [school, hotel, bazaar, school]')).toEqual(['school in', 'hotel in']);
  });

  test('stand as the plan says', () => {
    expect(said('categories: [memorial-hall]')).toEqual(['memorial-hall unknown']);
    expect(said('categories: [memorial-hall], keepsImportantItems: true')).toEqual(['memorial-hall in']);
    expect(said('categories: [memorial-hall], keepsImportantItems: false')).toEqual(['memorial-hall out']);
    expect(said('categories: [hotel], keepsImportantItems: false')).toEqual(['hotel in']);
    const designated = site.pack.categories.find(({ condition }) => condition === 'designation')?.id;
    expect(said(`categories: [${designated}]`)).toEqual([`${designated} unknown`]);
    expect(said(`categories: [${designated}], keepsImportantItems: false`)).toEqual([`${designated} unknown`]);
    expect(
      said(`categories: [${designated}], designation: {document: 某号, by: 某人民政府, date: "2025-01-01"}`),
    ).toEqual([`${designated} in`]);
  });

  test('ask for what they name, the weightiest first', () => {
    const category = (id: string, more: Partial<Category>): Category =>
      ({
        ...site.pack.categories[0],
        id,
        clause: `nm-2017/8(${id})`,
        condition: undefined,
        named: [],
        related: [],
        ...more,
      }) as Category;
    const ANY: Selector = { token: 'any', basis: 'law' } as Selector;
    const OURS: Selector = { token: 'any', basis: 'reading' } as Selector;
    const categories = [
      category('1', { related: [OURS], bare: 'fail' }),
      category('2', { named: [ANY], bare: 'review' }),
      category('3', { named: [OURS], bare: 'fail' }),
      category('4', { named: [ANY], bare: 'fail' }),
      category('5', { named: [ANY], bare: 'fail', condition: 'designation' }),
      category('6', { named: [{ token: 'vault', basis: 'law' } as Selector], bare: 'fail' }),
      category('7', { named: [ANY], related: [OURS], bare: 'fail', condition: 'keepsImportantItems' }),
      category('8', { named: [ANY], bare: 'review', condition: 'designation' }),
    ];
    const asking: Site = {
      ...site,
      keepsImportantItems: false,
      categories: categories.map(({ id }) => ({ id, place: site.place })),
      pack: { ...site.pack, categories: categories as unknown as Site['pack']['categories'] },
    };
    const claims = claimsOn(asking, zone);
    expect(claims.map(({ category: { id }, bare, named, basis }) => `${id} ${bare} ${named} ${basis}`)).toEqual([
      '3 fail true reading',
      '4 fail true law',
      '5 open true law',
      '2 review true law',
      '8 review true law',
      '1 review false reading',
    ]);
    expect(claimClauses([...claims, ...claims])).toEqual(
      ['3', '4', '5', '2', '8', '1'].map((id) => `nm-2017/8(${id})`),
    );
  });

  test('a criterion is asked of what an item names, not of what is only suggested', () => {
    const asked = (kind: string) => {
      const plan = siteFrom(planOf('hotel', `kind: ${kind}`));
      return criterionFor(plan, zonesOf(plan)[0]) !== undefined;
    };
    expect([asked('main-entrance'), asked('elevator-car'), asked('store')]).toEqual([true, false, false]);
  });
});

describe('private places', () => {
  const of = (more: string) => {
    const plan = siteFrom(planOf('hotel', more));
    return { plan, zone: zonesOf(plan)[0] };
  };

  test('are so by kind, or by a name that means one', () => {
    const private_ = (more: string) => {
      const { plan, zone: one } = of(more);
      return [isPrivateZone(plan.pack, one), mistakenFor(plan.pack, one)?.id];
    };
    expect(private_('kind: store')).toEqual([false, undefined]);
    expect(private_('kind: restroom')).toEqual([true, undefined]);
    expect(private_('kind: store, name: 女卫生间')).toEqual([true, 'restroom']);
  });

  test('being public doesn’t make a restroom one of the public zones that must be protected', () => {
    const claims = (more: string) => {
      const { plan, zone: one } = of(more);
      return claimsOn({ ...plan, categories: [{ id: 'state-organ', place: plan.place }] }, one).length > 0;
    };
    expect([claims('kind: office, public: true'), claims('kind: restroom, public: true')]).toEqual([true, false]);
  });
});

test('clauses: the item, its article, and the penalties of either', () => {
  expect([itemOf('nm-2017/8(8)'), itemOf('nm-2017/8')]).toEqual(['8(8)', '8']);
  expect(['nm-2017/8(8)', 'nm-2017/8', 'nm-2017/9.2(3)', 'nm-2017/9.1'].map(articleOf)).toEqual([
    'nm-2017/8',
    'nm-2017/8',
    'nm-2017/9',
    'nm-2017/9',
  ]);
  expect(penaltyClauses(site.pack, ['nm-2017/8(8)'])).toEqual(['nm-2017/23']);
  expect(penaltyClauses(site.pack, [])).toEqual([]);
});

describe('the devices of a site', () => {
  const two = siteFrom(`sitecam: 1
site: {name: 示例, categories: [hotel]}
coordinates: metres
levels:
  - id: F1
    zones: [{id: a, kind: stairs, rect: [0, 0, 4, 4], levels: [F1, F2]}]
    devices: [{id: D1, kind: camera, at: [1, 1], status: existing}, {id: D2, kind: camera, at: [1, 1], status: removed}]
  - id: F2
    elevation: 4
    zones: [{id: b, kind: store, rect: [9, 0, 4, 4]}]
    devices: [{id: D3, kind: camera, at: [1, 1], status: existing}]
`);

  test('are those on the levels asked for that are or will be there', () => {
    expect([devicesOn(two, ['F1']), devicesOn(two, ['F2']), devicesOn(two, ['F1', 'F2']), devicesOn(two, [])]).toEqual([
      ['D1'],
      ['D3'],
      ['D1', 'D3'],
      [],
    ]);
    expect(devicesOn(two, ['F1'])).toEqual(['D1']);
  });

  test('exist already where all do that aren’t removed, and there is one', () => {
    const marked = (statuses: readonly Device['status'][]) => {
      const [first] = two.levels;
      const devices = statuses.map((status, index) => ({ ...device, id: `D${index}`, status }));
      return isExisting({ ...two, levels: [{ ...first, devices }] });
    };
    expect(isExisting(two)).toBe(true);
    expect(marked(['existing', 'planned'])).toBe(false);
    expect(marked(['planned'])).toBe(false);
    expect(marked(['removed'])).toBe(false);
    expect(marked([])).toBe(false);
  });

  test('zones of several levels are counted once', () => {
    expect(zonesOf(two).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('what a reader knows a place by', () => {
  test('its name, else its kind and id, else its id', () => {
    expect(bothLanguages(zoneTitle(zoneWith({ name: '库房' })))).toEqual({ zh: '库房', en: '库房' });
    expect(bothLanguages(zoneTitle(zoneWith({ name: '' })))).toEqual({ zh: '库房z1', en: 'Store z1' });
    expect(bothLanguages(zoneTitle(zoneWith({ name: undefined })))).toEqual({ zh: '库房z1', en: 'Store z1' });
    expect(bothLanguages(zoneTitle(zoneWith({ name: undefined, spec: undefined })))).toEqual({ zh: 'z1', en: 'z1' });
  });

  test('beyond five the rest is counted', () => {
    const list = (count: number) =>
      zoneList(Array.from({ length: count }, (_, index) => zoneWith({ name: `Z${index + 1}` })));
    expect(list(1)).toEqual({ zh: '“Z1”', en: "'Z1'" });
    expect(list(5)).toEqual({ zh: '“Z1”、“Z2”、“Z3”、“Z4”、“Z5”', en: "'Z1', 'Z2', 'Z3', 'Z4' and 'Z5'" });
    expect(list(6)).toEqual({
      zh: '“Z1”、“Z2”、“Z3”、“Z4”、“Z5”等共6项',
      en: "'Z1', 'Z2', 'Z3', 'Z4', 'Z5' and 1 more",
    });
    expect(list(9).en).toBe("'Z1', 'Z2', 'Z3', 'Z4', 'Z5' and 4 more");
  });

  test('a name with an “and” in it stays whole', () => {
    const names = ['A and B', 'C', 'D', 'E', 'F and G', 'H'];
    expect(zoneList(names.map((name) => zoneWith({ name }))).en).toBe("'A and B', 'C', 'D', 'E', 'F and G' and 1 more");
  });

  test('devices are named with what they are', () => {
    expect(deviceList([device])).toEqual({ zh: '“D1”（摄像机）', en: "'D1' (camera)" });
    const six = Array.from({ length: 6 }, (_, index) => ({ ...device, id: `D${index + 1}` }));
    expect(deviceList(six).en).toBe(
      "'D1' (camera), 'D2' (camera), 'D3' (camera), 'D4' (camera), 'D5' (camera) and 1 more",
    );
  });
});
