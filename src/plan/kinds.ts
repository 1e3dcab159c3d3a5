// Kinds of devices and openings, and what each captures by default.

import { catalogue } from '../i18n/catalogue.js';
import type { AudioTrait, DeviceKind, OpeningKind, VideoTrait } from './model.js';

/** Images and sound that each kind of device captures unless the plan says otherwise. */
export const TRAITS: Readonly<Record<DeviceKind, { readonly video: VideoTrait; readonly audio: AudioTrait }>> = {
  camera: { video: 'visible', audio: 'unknown' },
  microphone: { video: 'none', audio: 'microphone' },
  intercom: { video: 'unknown', audio: 'two-way' },
  'face-terminal': { video: 'visible', audio: 'unknown' },
  'intrusion-detector': { video: 'none', audio: 'none' },
  'panic-button': { video: 'none', audio: 'none' },
  'access-reader': { video: 'none', audio: 'none' },
  'door-contact': { video: 'none', audio: 'none' },
  'metal-detector': { video: 'none', audio: 'none' },
  'xray-scanner': { video: 'none', audio: 'none' },
  'smoke-detector': { video: 'none', audio: 'none' },
  other: { video: 'unknown', audio: 'unknown' },
};

/** All kinds of opening. */
export const OPENING_KINDS = [
  'passage',
  'door',
  'curtain',
  'glass-door',
  'window',
] as const satisfies readonly OpeningKind[];

/** Names of the kinds of opening as a reviewer writes them. */
export const OPENING_NAMES = catalogue('opening', {
  passage: { zh: '敞口', en: 'passage' },
  door: { zh: '门', en: 'door' },
  curtain: { zh: '帘', en: 'curtain' },
  'glass-door': { zh: '玻璃门', en: 'glass door' },
  window: { zh: '窗', en: 'window' },
});

/** All kinds of device. */
export const DEVICE_KINDS: readonly string[] = Object.keys(TRAITS);

/** Returns `text` as a kind of device; undefined if it is none. */
export function deviceKind(text: string): DeviceKind | undefined {
  return isDeviceKind(text) ? text : undefined;
}

function isDeviceKind(text: string): text is DeviceKind {
  return Object.hasOwn(TRAITS, text);
}

/** Returns `text` as a kind of opening; undefined if it is none. */
export function openingKind(text: string): OpeningKind | undefined {
  return OPENING_KINDS.find((kind) => kind === text);
}

/** Kind of device or opening by each of its everyday names, in Chinese or in lower case. */
export const CALLED: Readonly<Record<string, string>> = {
  摄像机: 'camera',
  摄像头: 'camera',
  监控: 'camera',
  cctv: 'camera',
  拾音器: 'microphone',
  对讲设备: 'intercom',
  人脸识别终端: 'face-terminal',
  入侵探测器: 'intrusion-detector',
  pir: 'intrusion-detector',
  紧急报警装置: 'panic-button',
  出入口识读装置: 'access-reader',
  读卡器: 'access-reader',
  门磁开关: 'door-contact',
  门磁: 'door-contact',
  金属探测门: 'metal-detector',
  安检机: 'xray-scanner',
  烟感: 'smoke-detector',
  门: 'door',
  窗: 'window',
  玻璃门: 'glass-door',
  帘: 'curtain',
  敞口: 'passage',
  洞口: 'passage',
};

/** Returns the kind of device or opening that `word`, in any case, is an everyday name of; undefined if it is none. */
export function kindCalled(word: string): string | undefined {
  const key = word.toLowerCase();
  return Object.hasOwn(CALLED, key) ? CALLED[key] : undefined;
}

/** Returns the everyday names of a kind of device or opening, in Chinese or in lower case. */
export function everydayNames(kind: string): readonly string[] {
  return Object.keys(CALLED).filter((name) => CALLED[name] === kind);
}
