import { describe, expect, test } from 'vitest';
import { loadPack } from '../../src/law/load.js';
import { kindMeantByName, kindsNamed } from '../../src/law/names/kind-of-name.js';

const pack = loadPack('nm-2017');

const MEANT: readonly [string, string][] = [
  ['女卫生间', 'restroom'],
  ['男卫生间2', 'restroom'],
  ['卫生间', 'restroom'],
  ['卫生间（女）', 'restroom'],
  ['卫生间-男', 'restroom'],
  ['卫生间A', 'restroom'],
  ['卫生间内', 'restroom'],
  ['一层东侧公共卫生间', 'restroom'],
  ['无障碍卫生间', 'restroom'],
  ['第三卫生间', 'restroom'],
  ['客房卫生间', 'restroom'],
  ['女廁', 'restroom'],
  ['女卫', 'restroom'],
  ['卫', 'restroom'],
  ['1号卫', 'restroom'],
  ['卫2', 'restroom'],
  ['二层厕', 'restroom'],
  ['公厕3号', 'restroom'],
  ['洗手间', 'restroom'],
  ['卫 生 间', 'restroom'],
  ['卫\u200b生\u200d间', 'restroom'],
  ['衛生間', 'restroom'],
  ['ＷＣ', 'restroom'],
  ['女ＷＣ', 'restroom'],
  ['W.C.', 'restroom'],
  ['W/C', 'restroom'],
  ['库房（女卫生间）', 'restroom'],
  ['库房 Women’s toilet', 'restroom'],
  ['女卫生间 Women’s Toilet', 'restroom'],
  ['女卫生间✿', 'restroom'],
  ['男/女卫生间', 'restroom'],
  ['卫生间（男/女）', 'restroom'],
  ['主卫', 'restroom'],
  ['3F-卫生间-02A', 'restroom'],
  ['female_restroom', 'restroom'],
  ['ChangingRoom2', 'changing-room'],
  ['更衣室-女-01', 'changing-room'],
  ['标准客房A1型', 'guest-room'],
  ['宿舍4人间', 'dormitory-room'],
  ['更衣室', 'changing-room'],
  ['女更衣室1', 'changing-room'],
  ['员工更衣室', 'changing-room'],
  ['更衣室兼库房', 'changing-room'],
  ['更衣室/库房', 'changing-room'],
  ['B1层男更衣间', 'changing-room'],
  ['试衣间3', 'fitting-room'],
  ['母婴室', 'nursing-room'],
  ['化妆间', 'make-up-room'],
  ['公共浴室', 'public-bathroom'],
  ['女浴室', 'public-bathroom'],
  ['客房', 'guest-room'],
  ['101（客房）', 'guest-room'],
  ['南向客房', 'guest-room'],
  ['KTV包间', 'entertainment-private-room'],
  ['包厢8', 'entertainment-private-room'],
  ['学生宿舍', 'dormitory-room'],
  ['急诊室', 'consulting-room'],
  ['Exam 3', 'consulting-room'],
  ['3号诊室', 'consulting-room'],
  ['重症病房', 'ward'],
  ['第一手术室', 'operating-room'],
  ['1号柜台密码键盘区', 'customer-information-area'],
  ['填单台', 'customer-information-area'],
  ['选举箱B1', 'ballot-box'],
  ['秘密写票处', 'writing-place'],
  ['举报箱', 'report-box'],
  ['Women’s toilet', 'restroom'],
  ["Women's Toilets", 'restroom'],
  ['Toilets large', 'restroom'],
  ['Toilets (men)', 'restroom'],
  ['Restroom - Women', 'restroom'],
  ['MENS RR / WC 2', 'restroom'],
  ['Ladies', 'restroom'],
  ['Loos 2', 'restroom'],
  ['Ground floor WC', 'restroom'],
  ['Toilet for women', 'restroom'],
  ['Staff changing rooms', 'changing-room'],
  ['Locker Room 1', 'changing-room'],
  ['Fitting rooms', 'fitting-room'],
  ['Make-up room', 'make-up-room'],
  ["Mothers' room", 'nursing-room'],
  ['Guest room 101', 'guest-room'],
  ['Ward 3', 'ward'],
  ['Ballot boxes', 'ballot-box'],
];

const NOT_MEANT: readonly string[] = [
  '卫生间门口走廊',
  '更衣室清洁用品库',
  '公共卫生间前室',
  '卫生间门口',
  '卫生间外',
  '通往卫生间',
  '走廊至卫生间',
  '走廊（通往卫生间）',
  '走廊（卫生间）',
  '厕所/浴室走廊',
  '更衣室、卫生间门口走廊',
  '非更衣室',
  '化妆品店',
  '化妆品专柜',
  '客房部',
  '客房服务台',
  '客房走廊',
  '宿舍管理员办公室',
  '公寓大堂',
  '病房楼走廊',
  '候诊室',
  '会诊室',
  '安全检查室',
  '贵宾休息室',
  '成品检查室',
  '废票箱',
  '卫生间管井',
  '卫生间上空',
  '母婴用品店',
  '客户内部通道',
  '洗衣间',
  '茶水间',
  '保洁间',
  '卫生间用品库',
  '浴室锅炉房',
  'WC走廊',
  '投票站',
  '大堂',
  '101',
  '',
  'Toilet corridor',
  'Changing room cleaning store',
  'Corridor to toilets',
  'Corridor by the changing rooms',
  'Store for restrooms',
  'Toilet paper store',
  'Nursing station',
  'Shop ladies',
  'Make-up shop',
  'Water treatment room',
  'Delivery room',
  'Disaster recovery room',
  'Flat roof',
  'Warden',
  'Ward corridor',
  'Dormitory office',
  'Restaurant',
];

describe('a name that means a private kind', () => {
  test.each(MEANT)('%s is %s', (name, kind) => {
    expect(kindMeantByName(pack, name)?.id).toBe(kind);
    expect(kindMeantByName(pack, name, 'store')?.id).toBe(kind);
    expect(kindMeantByName(pack, name, kind)?.id).toBe(kind);
  });

  test.each(NOT_MEANT)('%s means none', (name) => {
    expect(kindMeantByName(pack, name)?.id).toBeUndefined();
  });

  test('a name without end is read by its end', () => {
    expect(kindMeantByName(pack, `${'女'.repeat(1_000_000)}卫生间`)?.id).toBe('restroom');
    expect(kindMeantByName(pack, '('.repeat(1_000_000))).toBeUndefined();
  });

  test('of the kinds that share a word, the declared one is meant', () => {
    expect(kindMeantByName(pack, '包间3', 'dining-private-room')?.id).toBe('dining-private-room');
    expect(kindMeantByName(pack, '浴室', 'restroom')?.id).toBe('restroom');
    expect(kindMeantByName(pack, '包间3', 'store')?.id).toBe('entertainment-private-room');
  });

  test.each(pack.zoneKinds.map((kind) => [kind.id, kind] as const))(
    'no word of %s accuses it of another kind',
    (id, kind) => {
      const words = [kind.name.zh, kind.name.en, ...kind.synonyms.zh, ...kind.synonyms.en];
      const accused = words.filter((word) => (kindMeantByName(pack, word, id)?.id ?? id) !== id);
      expect(accused).toEqual([]);
    },
  );

  test.each(pack.zoneKinds.map((kind) => [kind.id, kind] as const))('every word of %s means it', (id, kind) => {
    const words = [kind.name.zh, kind.name.en, ...kind.synonyms.zh, ...kind.synonyms.en];
    expect(words.filter((word) => !kindsNamed(pack, word)?.some((named) => named.id === id))).toEqual([]);
  });
});

test('a name that ends in a known word and yet means no kind isn’t one of which nothing is known', () => {
  expect(kindsNamed(pack, '非更衣室')).toEqual([]);
  expect(kindsNamed(pack, '听雨')).toBeUndefined();
  expect(kindsNamed(pack, '非更衣室/库房')?.map(({ id }) => id)).toEqual(['store']);
});
