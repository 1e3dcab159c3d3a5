import type { Localized } from '../../../i18n/locale.js';
import type { Device, Site } from '../../../plan/model.js';

/** Devices of the site that are installed or planned; what is removed captures nothing any more. */
export function devicesOf(site: Site): readonly Device[] {
  return site.levels.flatMap((level) => level.devices).filter((device) => device.status !== 'removed');
}

/** Whether it certainly takes pictures: visible light or heat. */
export function takesPictures(device: Device): boolean {
  return device.video === 'visible' || device.video === 'thermal';
}

/** Whether it certainly takes sound. */
export function takesSound(device: Device): boolean {
  return device.audio === 'microphone' || device.audio === 'two-way';
}

/** Whether it certainly has 音视频采集功能. */
export function captures(device: Device): boolean {
  return takesPictures(device) || takesSound(device);
}

/** Whether anything it may have could capture: what Art. 9 can be about at all. */
export function mayCapture(device: Device): boolean {
  return device.video !== 'none' || device.audio !== 'none';
}

/** What it captures, as the law names it: 音视频 covers either, 视频 and 音频 one. */
export function capability(device: Device): Localized {
  if (takesPictures(device) && takesSound(device)) return { zh: '音视频采集', en: 'sound and image capture' };
  if (device.video === 'thermal') return { zh: '视频（热成像）采集', en: 'image capture (thermal)' };
  if (device.video === 'visible') return { zh: '视频采集', en: 'image capture' };
  if (takesSound(device)) return { zh: '音频采集', en: 'sound capture' };
  return { zh: '深度图像采集', en: 'depth capture' };
}

/** What the plan doesn't say of it. */
export function unsaid(video: boolean, audio: boolean): Localized {
  if (video && audio) return { zh: '音频或者视频采集', en: 'sound or image capture' };
  return video ? { zh: '视频采集', en: 'image capture' } : { zh: '音频采集', en: 'sound capture' };
}
