import { describe, expect, it } from 'vitest';
import { capabilityMeantByName } from '../../src/law/names/devices.js';

const NOTHING = { images: false, sound: false };

describe('what a product of some name captures', () => {
  it.each([
    '摄像机',
    '针孔摄像头3',
    '一层东端球机',
    '枪机02',
    '红外抓拍',
    '人脸识别闸机',
    '可视对讲门口机',
    '视频复核探测器',
    'Camera 2',
    'IP cam',
    'CCTV-4',
    'dome 4MP',
    'DS-2CD2145FWD-I',
    'hallway_cam',
    '摄\u200b像机',
    '摄 像 机',
    '攝像機',
  ])('%j takes images', (name) => {
    expect(capabilityMeantByName(name).images).toBe(true);
  });

  it.each(['拾音器', '带拾音摄像机', '监听头', 'dome-audio', 'ceiling_mic', 'Microphone 1'])(
    '%j takes sound',
    (name) => {
      expect(capabilityMeantByName(name).sound).toBe(true);
    },
  );

  it.each([
    '红外双鉴探测器',
    '门磁',
    '感烟探测器',
    '摄像机电源',
    '摄像机支架',
    '监控中心',
    '录像机',
    '无拾音',
    '不带摄像头的探测器',
    '紧急按钮',
    'camera power supply',
    'no-audio',
    'dome-audio-none',
    'without microphone',
    'campus gate',
    'Scampi bar',
    'PIR-12',
    'ADS-2CX',
    '110dB 4mm',
    '',
  ])('%j says nothing of the sort', (name) => {
    expect(capabilityMeantByName(name)).toEqual(NOTHING);
  });
});
