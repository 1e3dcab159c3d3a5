// Texts that name the action of a fix.
import { catalogue } from '../../i18n/catalogue.js';

/** Texts that name the action of a fix, each a part of a sentence. */
export const fixText = catalogue('engine', {
  fixAudio: {
    zh: '换用不带拾音器的型号（audio: none）',
    en: 'use a model without the microphone (audio: none)',
  },
  fixVideo: {
    zh: '换用不带摄像功能的型号（video: none）',
    en: 'use a model without the camera (video: none)',
  },
  fixCapture: {
    zh: '换用不具有音视频采集功能的型号（audio: none，video: none）',
    en: 'use a model that captures neither sound nor image (audio: none, video: none)',
  },
  fixLeft: {
    zh: '向左（逆时针）转{degrees}°',
    en: 'turn it {degrees}° to the left',
  },
  fixRight: {
    zh: '向右（顺时针）转{degrees}°',
    en: 'turn it {degrees}° to the right',
  },
  fixMask: {
    zh: '设永久遮蔽',
    en: 'set a permanent mask',
  },
  fixLimit: {
    zh: '将“{key}”由{from}改为限位值{to}',
    en: "change '{key}' from {from} to its limit {to}",
  },
});
