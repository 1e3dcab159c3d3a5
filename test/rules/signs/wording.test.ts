import { describe, expect, it } from 'vitest';
import { type Wording, wordingOf } from '../../../src/rules/signs/wording.js';

const TEXTS: Readonly<Record<Wording, readonly string[]>> = {
  capture: [
    '您已进入视频监控区域',
    '本区域24小时监控',
    '內設監控，請微笑',
    '本场所已安装摄像头',
    '此处采集图像，仅用于维护公共安全',
    '图像采集区域',
    '人脸识别区域',
    '监 控 区 域',
    '视频监控区域 禁止吸烟',
    '禁止吸烟，您已进入监控区域',
    '请勿遮挡摄像头',
    '无死角监控',
    '无人值守，视频监控中',
    '您已进入监控区域，请勿拍照、摄像',
    'CCTV in operation',
    'ＣＣＴＶ 24h',
    'CCTV',
    'Video surveillance',
    'Smile, you are on camera',
    'No smoking. Cameras in use',
    'Zone sous vidéoprotection',
    'Kameraüberwachung',
  ],
  unsaid: ['', '—', '无', '?', 'ᠬᠢᠨᠠᠯᠲᠠ', 'Хяналт'],
  unclear: [
    '监控室',
    '监控中心 闲人免进',
    '视频会议室',
    '录像厅',
    '放射影像科',
    '禁止拍照、摄像',
    '请勿在馆内摄影或录像',
    '严禁摄像',
    '本区域无监控',
    '此处没有视频监控',
    '智慧安防覆盖区',
    '公安提示：注意财物安全',
    'No cameras, photos or filming',
    'Video recording is strictly prohibited',
    'No CCTV',
    'This area is monitored',
    'Security',
    'Espace surveillé',
    'Rauchen verboten',
  ],
  other: [
    '禁止吸烟',
    '禁\u200b止 吸 烟',
    '小心地滑',
    '安全出口',
    '欢迎光临',
    '卫生间',
    '推',
    '收银台',
    'No smoking',
    'EXIT ONLY',
    'Caution: wet floor',
    'Welcome to our hotel',
  ],
};

describe('what a sign says', () => {
  it.each(Object.entries(TEXTS).flatMap(([wording, texts]) => texts.map((text) => [text, wording])))(
    '%s: %s',
    (text, wording) => {
      expect(wordingOf({ text })).toBe(wording);
    },
  );

  it('is unsaid where the plan gives no text', () => {
    expect(wordingOf({ text: undefined })).toBe('unsaid');
  });
});
