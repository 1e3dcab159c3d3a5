// Messages that name the action of a fix.
import type { Messages } from '../../i18n/message.js';

/** Messages that name the action of a fix, each a part of a sentence. */
export const fixMessages = {
  'engine/fix-audio': {
    zh: '换用不带拾音器的型号（audio: none）',
    en: 'use a model without the microphone (audio: none)',
  },
  'engine/fix-video': {
    zh: '换用不带摄像功能的型号（video: none）',
    en: 'use a model without the camera (video: none)',
  },
  'engine/fix-capture': {
    zh: '换用不具有音视频采集功能的型号（audio: none，video: none）',
    en: 'use a model that captures neither sound nor image (audio: none, video: none)',
  },
  'engine/fix-left': {
    zh: '向左（逆时针）转{degrees}°',
    en: 'turn it {degrees}° to the left',
  },
  'engine/fix-right': {
    zh: '向右（顺时针）转{degrees}°',
    en: 'turn it {degrees}° to the right',
  },
  'engine/fix-mask': {
    zh: '设永久遮蔽',
    en: 'set a permanent mask',
  },
  'engine/fix-limit': {
    zh: '将“{key}”由{from}改为限位值{to}',
    en: "change '{key}' from {from} to its limit {to}",
  },
} as const satisfies Messages;
