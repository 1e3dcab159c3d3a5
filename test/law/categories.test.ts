// Every kind of site that a plan may name is one that each regulation on protection speaks of, or surely isn't.
import { describe, expect, test } from 'vitest';
import { loadPack, packIds } from '../../src/law/load.js';

/** Categories that no item of the regulation has a word for, and why. */
const UNNAMED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'hen-2016': {
    'cash-transport': '“金融单位”是银行等，押运公司不在其中',
    'large-enterprise': '条文没有企业',
    'logistics-park': '“大型物资储备单位”储备物资，园区转运货物',
    'other-crowded-place': '条文没有“人员较多的场所”',
    'passenger-ship': '“公交车辆”不包括船舶',
    'passenger-train': '“公交车辆”不包括列车',
    'people-organisation': '条文没有人民团体',
    'public-institution': '教育、科研、医疗单位按其业务列举，事业单位没有列举',
    'residential-area': '第九条只作鼓励',
    restaurant: '条文没有饭店',
    'service-area': '条文没有服务区',
    'state-organ': '条文没有国家机关',
    'tourist-attraction': '条文没有旅游景区',
    'welfare-institution': '条文没有社会福利机构',
    'government-service-hall': '条文没有国家机关及其大厅',
  },
  'nm-2017': {
    'border-port': '第（四）项没有口岸',
    'navigation-structure': '第（四）项没有船闸等通航建筑物',
    'public-car-park': '条文没有停车场',
    restaurant: '第（八）项为旅店，没有饭店；人员较多的，另载明 other-crowded-place',
    'service-area': '第（四）项没有服务区',
  },
};

/** Ids of what plans may name by the laws of the whole country. */
const shared = loadPack('cn-799-2025').categories.map(({ id }) => id);

const regional = packIds
  .map((id) => loadPack(id))
  .filter(({ protects, applies }) => protects !== undefined && applies.regions.some((code) => /^\d/.test(code)));

describe.each(regional.map((pack) => [pack.id, pack] as const))('categories of %s', (id, pack) => {
  const unnamed = Object.keys(UNNAMED[id] ?? {});
  const named = new Set(pack.categories.flatMap((row) => (row.clause === undefined ? [] : [row.id])));

  test('hold each that a plan may name, but for those with a reason', () => {
    expect(shared.filter((each) => !named.has(each)).sort()).toEqual(unnamed.sort());
  });

  test('that the order has besides have its names', () => {
    const order = new Map(loadPack('cn-799-2025').categories.map((row) => [row.id, row.name]));
    const other = pack.categories.filter((row) => order.has(row.id) && order.get(row.id)?.zh !== row.name.zh);
    expect(other.map((row) => row.id)).toEqual([]);
  });
});

test('there are such regulations', () => {
  expect(regional.map(({ id }) => id)).toEqual(expect.arrayContaining(['hen-2016', 'nm-2017']));
});
