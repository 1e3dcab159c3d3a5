// What the words of a drawing say of a device.
import { describe, expect, it } from 'vitest';
import {
  type BlockWords,
  deviceNumberIn,
  deviceOf,
  deviceOfNumber,
  isDeviceLayer,
} from '../../../src/import/devices/vocabulary.js';
import data from '../../../src/import/devices/vocabulary.json' with { type: 'json' };
import { kindByWords } from '../../../src/import/kinds/named.js';
import { DEVICE_KINDS } from '../../../src/plan/kinds.js';
import { pack } from '../support.js';

const named = (words: BlockWords) => {
  const found = deviceOf(words);
  return found === undefined ? undefined : [found.kind, ...(found.form === undefined ? [] : [found.form])].join(' ');
};

it('each entry is of a kind that plans have', () => {
  for (const { kind } of data.entries) expect([...DEVICE_KINDS, 'none']).toContain(kind);
});

describe('a block', () => {
  it.each([
    ['SXJ-QJ', 'camera'],
    ['sxj_01', 'camera'],
    ['ＳＸＪ', 'camera'],
    ['枪式摄像机', 'camera'],
    ['海螺半球', 'camera'],
    ['高清半球机', 'camera'],
    ['球机', 'camera ptz'],
    ['SPEED_DOME', 'camera ptz'],
    ['DOME-2', 'camera'],
    ['QIUJI', 'camera ptz'],
    ['全景摄像机', 'camera fisheye'],
    ['IPCAMERA01', 'camera'],
    ['DS-2CD2145FWD', 'camera'],
    ['DS-2DE4425', 'camera ptz'],
    ['DKQ', 'access-reader'],
    ['JJAN', 'panic-button'],
    ['手动报警按钮', 'panic-button'],
    ['HW-TCQ', 'intrusion-detector'],
    ['YG-TCQ', 'smoke-detector'],
    ['SYQ', 'microphone'],
    ['门口机', 'intercom'],
    ['门磁', 'door-contact'],
    ['CMAN', 'none'],
    ['MJ-CMAN', 'none'],
    ['门禁电锁', 'none'],
    ['监控交换机', 'none'],
    ['CCTV-NVR', 'none'],
    ['手报', 'none'],
    ['消防紧急按钮', 'none'],
  ])('%s is %s by its name alone', (block, kind) => expect(named({ block, layer: '0' })).toBe(kind));

  it.each([
    ['EXIT_CAM', 'camera'],
    ['CCTV-EXIT', 'camera'],
    ['出门按钮摄像机', 'camera'],
    ['可视对讲电锁', 'intercom'],
  ])('%s takes images or sound, whatever else its name holds', (block, kind) => {
    expect(named({ block, layer: '0' })).toBe(kind);
  });

  it.each([
    ['QJ', undefined],
    ['DK-1', undefined],
    ['BOX', undefined],
    ['监控台1号', 'none'],
    ['监控', undefined],
    ['微波炉', 'none'],
    ['SUBJECT', undefined],
    ['A$C3F2B1', undefined],
    ['KITCHEN', undefined],
    ['SURFACE', undefined],
    ['床', undefined],
  ])('%s alone is %s', (block, kind) => expect(named({ block, layer: '0' })).toBe(kind));

  it.each(['QJ', 'BQ', 'DK', 'AN', 'HW', 'MC', 'DJ'])('%s needs a device layer or its number', (block) => {
    const kind = deviceOfNumber(`${block}-01`)?.kind;
    expect(kind).toBeDefined();
    expect(named({ block, layer: '家具' })).toBeUndefined();
    expect(named({ block, layer: '弱电-设备' })).toBe(kind);
    expect(named({ block, layer: '家具', number: `${block}-01` })).toBe(kind);
    expect(named({ block, layer: '家具', number: 'ZZ-01' })).toBeUndefined();
  });

  it('BQ on a layer of texts is a label, whatever number stands there', () => {
    expect(named({ block: 'BQ', layer: 'PUB_TEXT', number: 'BQ-01' })).toBeUndefined();
    expect(named({ block: 'BQ', layer: 'BQ', number: 'BQ-01' })).toBeUndefined();
  });

  it('DS is a lock, but not in the model of a camera or a terminal', () => {
    expect(named({ block: 'DS', layer: '安防' })).toBe('none');
    expect(named({ block: 'DS-K1T671', layer: '安防' })).toBeUndefined();
    expect(named({ block: 'X', attributes: ['DS-2CD2145'], layer: '安防' })).toBe('camera');
  });

  it('on a layer of fire protection is none unless it takes images or sound, or senses smoke', () => {
    expect(named({ block: '红外探测器', layer: '消防' })).toBe('none');
    expect(named({ block: '紧急按钮', layer: '火灾报警' })).toBe('none');
    expect(named({ block: 'Q7', layer: '消防-设备' })).toBe('none');
    expect(named({ block: '感烟探测器', layer: '消防' })).toBe('smoke-detector');
    expect(named({ block: '枪机', layer: '消防监控' })).toBe('camera');
  });

  it('of no name is what its dynamic block or its layer is called', () => {
    expect(named({ block: '*U7', dynamic: '球机', layer: '0' })).toBe('camera ptz');
    expect(named({ block: 'Q7', layer: '摄像机' })).toBe('camera');
    expect(named({ block: 'Q7', layer: '视频监控' })).toBeUndefined();
    expect(named({ block: 'Q7', layer: '门禁' })).toBeUndefined();
  });
});

it.each([
  ['弱电-设备', true],
  ['E-SAFE-DEVC', true],
  ['技防', true],
  ['设备', true],
  ['暖通设备', false],
  ['消防报警', false],
  ['0', false],
])('layer %s is one of devices: %s', (layer, is) => expect(isDeviceLayer(layer)).toBe(is));

it.each([
  ['QJ-01', 'QJ-01'],
  [' qj 01 ', 'QJ 01'],
  ['ＱＪ－０１', 'QJ-01'],
  ['C1', 'C1'],
  ['AN-2-1', 'AN-2-1'],
  ['枪机3', '枪机3'],
  ['高清摄像机-12', '高清摄像机-12'],
  ['诊室1', undefined],
  ['监控室2', undefined],
  ['紧急出口1', undefined],
  ['12.9m2', undefined],
  ['15000', undefined],
  ['GB50348', undefined],
])('%j is the number %j', (text, number) => expect(deviceNumberIn(text)).toBe(number));

it('no letters of a device number name a room', () => {
  const devices = data.entries.filter(({ kind }) => kind !== 'none');
  const letters = devices.flatMap(({ pinyin, en }) => [...pinyin, ...en.filter((word) => !word.includes(' '))]);
  expect(letters.filter((word) => kindByWords(`${word}-01`, pack) !== undefined)).toEqual([]);
});
