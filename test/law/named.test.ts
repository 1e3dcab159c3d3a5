import { describe, expect, test } from 'vitest';
import { compose } from '../../src/law/compose.js';
import { allPacks, loadPack } from '../../src/law/load.js';
import { clausesNamed } from '../../src/law/named.js';

const pack = loadPack('nm-2017');
const named = (text: string) => clausesNamed(text, pack).map(({ id }) => id);

describe('a clause', () => {
  test.each([
    ['nm-2017/9.2(3)'],
    ['9.2(3)'],
    ['第九条第二款第（三）项'],
    ['第九条第二款第三项'],
    ['第9条第2款第3项'],
    ['九条二款三项'],
    ['条例第九条第二款第(三)项'],
    ['9.2.3'],
    ['9(2)(3)'],
    ['Art. 9(2)(3)'],
    ['Article 9(2)(3)'],
  ])('is found by %s', (text) => {
    expect(named(text)).toEqual(['nm-2017/9.2(3)']);
  });

  test.each([
    ['民法典的数字', '第一千零三十三条第二项', 'cn-civil-code/1033(2)'],
    ['十、十几、二十几', '第十九条第三项', 'nm-2017/19(3)'],
    ['二十几', '二十四条', 'nm-2017/24'],
  ])('with larger numbers: %s', (_, text, id) => {
    expect(named(text)).toContain(id);
  });

  test.each([
    ['国务院令第799号第八条第一款第（四）项', 'cn-799-2025/8.1(4)'],
    ['民法典第一千零三十三条第（三）项', 'cn-civil-code/1033(3)'],
  ])('is found as a report cites it: %s', (text, id) => {
    expect(named(text)).toEqual([id]);
  });

  test('an article brings its paragraphs and items along', () => {
    const found = named('Article 9').filter((id) => id.startsWith('nm-2017/'));
    expect(found).toEqual(pack.clauses.map(({ id }) => id).filter((id) => /^nm-2017\/9(?!\d)/.test(id)));
    expect(found.length).toBeGreaterThan(6);
  });

  test.each([['第九十九条'], ['九条九款'], ['9.2.9'], ['款'], [''], ['第条'], ['capture'], ['9.'], ['8.3x']])(
    'is not guessed from %j',
    (text) => {
      expect(named(text)).toEqual([]);
    },
  );

  test('a paragraph is not an item: 第八条第三款 is not 第八条第（三）项', () => {
    expect(named('第八条第三项')).toContain('nm-2017/8(3)');
    expect(named('第八条第三款')).not.toContain('nm-2017/8(3)');
  });
});

describe('a clause of a law named before it', () => {
  const all = compose(allPacks());
  const meant = (text: string) => clausesNamed(text, all).map(({ id }) => id);

  test.each([
    ['799/8.2', 'cn-799-2025/8.2'],
    ['cn-799/17', 'cn-799-2025/17'],
    ['cn-799-2025/7.2(4)', 'cn-799-2025/7.2(4)'],
    ['国务院令第799号第八条第二款', 'cn-799-2025/8.2'],
    ['国务院令第799号第8条第2款', 'cn-799-2025/8.2'],
    ['《公共安全视频图像信息系统管理条例》第十七条', 'cn-799-2025/17'],
    ['内蒙古自治区公共安全技术防范管理条例第九条第一款', 'nm-2017/9.1'],
    ['民法典1033(2)', 'cn-civil-code/1033(2)'],
  ])('%s', (text, id) => {
    expect(meant(text)).toEqual([id]);
  });

  test('without a law it may be of several', () => {
    expect(meant('第十七条')).toEqual(['cn-799-2025/17', 'cn-entertainment/17', 'hen-2016/17']);
    expect(meant('第十条')).toEqual(['nm-2017/10', 'cn-799-2025/10', 'hen-2016/10']);
  });

  test.each([['800/8'], ['799/99'], ['国务院令第799号'], ['799/']])('is not guessed from %j', (text) => {
    expect(meant(text)).toEqual([]);
  });
});
