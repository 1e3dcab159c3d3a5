import { describe, expect, it } from 'vitest';
import { categoryCalled, categoryOfSiteNamed, isSongAndDanceNamed, widerThan } from '../../src/law/categories.js';
import { loadPack } from '../../src/law/load.js';

const pack = loadPack('nm-2017');

describe('the category that the name of a site means', () => {
  it.each([
    ['青城宾馆', 'hotel'],
    ['青城宾馆（新城店）', 'hotel'],
    ['机场宾馆二期', 'hotel'],
    ['赛罕寄宿学校', 'school'],
    ['内蒙古大学附属医院', 'hospital'],
    ['旗下营镇卫生院', 'hospital'],
    ['草原银行城南支行', 'bank'],
    ['阴山博物馆', 'museum'],
    ['青城家园小区', 'residential-area'],
    ['欢乐KTV', 'cultural-entertainment-venue'],
    ['维多利购物中心', 'shopping-mall'],
    ['呼和浩特东客运站', 'station'],
    ['天津港客运站', 'port-passenger-terminal'],
    ['海口秀英港口客运站', 'port-passenger-terminal'],
    ['玉泉区敬老院', 'welfare-institution'],
    ['自治区体育馆', 'stadium'],
    ['大召旅游区', 'tourist-attraction'],
    ['\u3000青城宾馆 ', 'hotel'],
    ['青城宾馆 （新城店） 二期 ', 'hotel'],
  ])('%s: %s', (name, id) => {
    expect(categoryOfSiteNamed(pack, name)?.id).toBe(id);
  });

  it.each(['驿站小住', '医院路综合楼', '学校食堂', '宾馆用品库', '银行街便利店', '101', ''])(
    '%s means none',
    (name) => {
      expect(categoryOfSiteNamed(pack, name)).toBeUndefined();
    },
  );
});

describe('what people call a site', () => {
  it.each([
    ['民宿', 'hotel'],
    ['大超市', 'shopping-mall'],
    ['网吧', 'cultural-entertainment-venue'],
    ['幼儿园（托儿班）', 'kindergarten'],
    ['教学楼', 'school'],
    ['门诊部', 'hospital'],
    ['写字楼', 'large-enterprise'],
    ['高铁站', 'station'],
    ['轻轨', 'rail-transit'],
    ['机场', 'civil-airport'],
    ['敬老院', 'welfare-institution'],
    ['体育馆', 'stadium'],
    ['住宅', 'residential-area'],
    ['机关', 'state-organ'],
    ['景点', 'tourist-attraction'],
    ['驿站', undefined],
  ])('%s: %s', (text, id) => {
    expect(categoryCalled(text)).toBe(id);
  });
});

describe('a category that one law lists more narrowly', () => {
  it.each([
    ['railway-passenger-station', ['station']],
    ['coach-station', ['station']],
    ['urban-rail-station', ['station', 'rail-transit']],
    ['passenger-train', ['public-transport-vehicle']],
    ['passenger-vehicle', ['public-transport-vehicle']],
    ['urban-rail-vehicle', ['public-transport-vehicle']],
    ['passenger-ship', ['public-transport-vehicle']],
    ['hotel', []],
  ])('%s is also of the other law’s %j', (id, wider) => {
    expect(widerThan(id)).toEqual(wider);
    const known = loadPack('nm-2017+cn-799-2025').categories.map((one) => one.id);
    expect(known).toEqual(expect.arrayContaining([id, ...wider]));
  });
});

describe('names of song-and-dance venues and their rooms', () => {
  it.each([
    '敕勒川KTV',
    'K歌之王',
    'K歌房1',
    '纯K',
    '纯 K（新城店）',
    '唱吧',
    '慢摇吧',
    '麦霸',
    '金柜量贩',
    '练歌房',
    '草原歌城',
    '红月亮舞厅',
    '迪吧',
    '歌友会',
    '欢唱包厢',
    '夜店',
    'Nightclub',
  ])('%s is one', (name) => {
    expect(isSongAndDanceNamed(name)).toBe(true);
  });

  it.each([
    '敕勒川台球会馆',
    '蓝天网吧',
    '棋牌室',
    '酒吧驻唱',
    '酒吧',
    '歌舞剧院',
    '剧本杀',
    '儿童乐园',
    '合唱吧台',
    '诗歌房',
    '阴山厅',
    'K1',
    '书吧',
    '茶吧',
  ])('%s is none', (name) => {
    expect(isSongAndDanceNamed(name)).toBe(false);
  });
});
