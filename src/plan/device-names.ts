// Names in reports of device kinds, of what a device captures, and of its status.

import { catalogue } from '../i18n/catalogue.js';

/** Names of the device kinds as a reviewer writes them. */
export const DEVICE_NAMES = catalogue('device', {
  camera: { zh: '摄像机', en: 'camera' },
  microphone: { zh: '拾音器', en: 'microphone' },
  intercom: { zh: '对讲设备', en: 'intercom' },
  'face-terminal': { zh: '人脸识别终端', en: 'face terminal' },
  'intrusion-detector': { zh: '入侵探测器', en: 'intrusion detector' },
  'panic-button': { zh: '紧急报警装置', en: 'panic button' },
  'access-reader': { zh: '出入口识读装置', en: 'access reader' },
  'door-contact': { zh: '门磁开关', en: 'door contact' },
  'metal-detector': { zh: '金属探测门', en: 'metal detector' },
  'xray-scanner': { zh: 'X射线安全检查设备', en: 'X-ray scanner' },
  'smoke-detector': { zh: '感烟火灾探测器（非技防）', en: 'smoke detector (not a security device)' },
  other: { zh: '其他设备', en: 'other device' },
});

/** Names of what a device captures as image. */
export const VIDEO = catalogue('video', {
  none: { zh: '无', en: 'none' },
  visible: { zh: '可见光', en: 'visible' },
  thermal: { zh: '热成像', en: 'thermal' },
  depth: { zh: '深度', en: 'depth' },
  unknown: { zh: '未注明', en: 'unknown' },
});

/** Names of a device's pickup of sound. */
export const AUDIO = catalogue('audio', {
  none: { zh: '无', en: 'none' },
  microphone: { zh: '拾音', en: 'microphone' },
  'two-way': { zh: '双向', en: 'two-way' },
  unknown: { zh: '未注明', en: 'unknown' },
});

/** Names of a device's status of installation. */
export const STATUS = catalogue('status', {
  planned: { zh: '拟装', en: 'planned' },
  existing: { zh: '已装', en: 'existing' },
  removed: { zh: '拆除', en: 'removed' },
});
