import { describe, expect, it } from 'vitest';
import { categoryOfSiteNamed } from '../../src/law/categories.js';
import { loadPack } from '../../src/law/load.js';

const pack = loadPack('nm-2017');

describe('the category that the name of a site means', () => {
  it.each([
    ['青城宾馆', 'hotel'],
    ['青城宾馆（新城店）', 'hotel'],
    ['机场宾馆二期', 'hotel'],
    ['赛罕寄宿学校', 'school'],
    ['内蒙古大学附属医院', 'hospital'],
    ['草原银行城南支行', 'bank'],
    ['阴山博物馆', 'museum'],
    ['青城家园小区', 'residential-area'],
    ['欢乐KTV', 'cultural-entertainment-venue'],
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
