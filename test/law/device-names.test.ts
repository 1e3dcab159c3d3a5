import { describe, expect, it } from 'vitest';
import { capabilityMeantByName, type DeviceMeaning, meaningsOfName } from '../../src/law/names/devices.js';

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

describe('what else a name means', () => {
  const MEANINGS: readonly (readonly [DeviceMeaning, readonly string[], readonly string[]])[] = [
    [
      'robot',
      ['巡逻机器人', '1号清洁机器人', 'AGV-2', 'Patrol robot'],
      ['机器人展区', '机器人充电间', '机器人维修枪机', 'agvance'],
    ],
    ['drone', ['无人机', '无人机机巢', 'drone 3'], ['无人机反制设备', 'drone jammer']],
    [
      'bodyWorn',
      ['执法记录仪', '随身摄像机', '随身佩戴式1', '随身记录仪', '随身式', '肩灯', 'body-worn camera'],
      ['行车记录仪', '随身物品检查枪机', '随身行李枪机'],
    ],
    [
      'handheld',
      ['手持终端', '手机3号', '平板电脑', '平板2', '布控球', 'tablet'],
      ['手机柜', '手机信号屏蔽器', '平板车', '手机专柜', '手机维修摊位枪机', '手机摊枪机', '卫生间平板闸机球机'],
    ],
    [
      'ptz',
      ['走廊高速球', '一层球机', '云台', '转台', '电动转台枪机', 'PTZ', 'DS-2DE4425IW'],
      ['半球机', '云台支架', 'optz', '中转台枪机', '周转台枪机'],
    ],
    ['allRound', ['鱼眼', '全景摄像机', '全景01', '360°摄像机', 'panoramic'], ['营业厅全景', '全景电梯', '鱼眼展厅']],
    ['several', ['走廊双目', '四目拼接', '枪球联动', 'multi-sensor'], ['双目人脸终端', '双目客流统计', '拼接屏']],
    ['zoom', ['电动镜头', '20倍', '2.8-12mm', '手动变焦', 'varifocal dome'], ['数字变倍', '4mm', '双目']],
    ['soundSuffix', ['DS-2CD2T47G2-LU', 'DS-2DE4225IW-U', 'IPC-1234-LU'], ['DS-2CD2T47G2-L', 'dome-u', 'menu-u']],
    ['hidden', ['镜后', '单向镜', '针孔', '伪装', 'covert camera'], ['暗装半球', '镜前灯']],
    ['household', ['智慧屏', '会议一体机', '智能音箱', '电视', 'smart TV'], ['闭路电视', '电视墙', 'CCTV', '有线电视']],
    ['images', ['可视猫眼', '可视门铃', '人脸门禁', '人证核验', '访客机'], ['门禁读卡器', '不带人脸的门禁', '访客室']],
    ['sound', ['对讲分机', '对讲主机', '语音对讲', '智能音箱'], ['语音提示器', '无对讲', '语音播报']],
  ];

  it.each(MEANINGS)('%s', (meaning, meant, others) => {
    expect(meant.filter((name) => !meaningsOfName(name).has(meaning))).toEqual([]);
    expect(others.filter((name) => meaningsOfName(name).has(meaning))).toEqual([]);
  });
});
