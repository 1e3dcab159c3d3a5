import { expect, test } from 'vitest';
import { isOthersWord } from '../../../src/facts/project/track.js';
import { isPolice, isPublicBody } from '../../../src/law/names/public-body.js';

test.each([
  '某旗公安局',
  '某局',
  '新城区公安分局',
  '新城区公安局治安管理大队',
  '某镇派出所（盖章）',
  '内蒙古自治区公安厅',
  '内蒙古自治区文化和旅游厅',
  '某旗人民政府',
  '某市卫生健康委员会',
  '某街道办事处',
  'Xincheng Public Security Bureau',
  "People's Government of Some Banner",
])('%s is an organ of the state', (name) => {
  expect(isPublicBody(name)).toBe(true);
});

test.each([
  '本单位',
  '建设单位',
  '青城宾馆有限公司',
  '青城宾馆工程部',
  '某餐厅',
  '大歌厅',
  '某书局',
  '某小区业主委员会',
  '某村居民委员会',
  '公安局宾馆公安局有限公司',
  '公安局家属院',
  '某医院',
  'the operator',
  'Police Club Ltd',
  '—',
])('%s is none', (name) => {
  expect(isPublicBody(name)).toBe(false);
});

test.each([
  '某旗公安局',
  '新城区公安分局',
  '新城区公安局治安管理大队（技防办）',
  '当地公安机关',
  '某镇派出所',
  '某市交警支队',
  '内蒙古自治区公安厅',
  'Xincheng Public Security Bureau',
  'local police',
  'Hohhot PSB',
  'Public-Security Bureau of Xincheng',
])('%s is an organ of the police', (name) => {
  expect(isPolice(name)).toBe(true);
});

test.each([
  '消防救援支队',
  '某区人民政府',
  '某街道办事处',
  '某物业服务有限公司',
  '公安器材有限公司',
  '公安局家属院',
  '警官学院',
  '建设单位',
  'Some Banner Government',
  'Police Club Ltd',
])('%s is no organ of the police', (name) => {
  expect(isPolice(name)).toBe(false);
});

test('an organ that runs the place itself has no word in it', () => {
  const run = (name: string) => ({ categories: [], project: { facts: [{ path: 'operator.name', value: name }] } });
  expect(isOthersWord(run('某旗公安局'), { by: '某旗 公安局' })).toBe(false);
  expect(isOthersWord(run('某公司'), { by: '某旗公安局' })).toBe(true);
});
