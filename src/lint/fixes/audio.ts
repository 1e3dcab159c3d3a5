// Fixes that remove a microphone, or a detector's camera, from a device in a private place.

import { takesPictures, takesSound } from '../../facts/capture/devices.js';
import { directoryOf } from '../../plan/directory.js';
import type { Device, DeviceKind } from '../../plan/model.js';
import { setMember } from '../../source/edit/splice.js';
import type { LintVerdict, Report } from '../types.js';
import { keysPlace } from './places.js';
import { fixText } from './texts.js';
import type { Proposal } from './types.js';

const INSIDE = 'capture/device-in-private-zone';
const SOUND = 'capture/sound-from-private-zone';

/** Kinds made for speaking or listening: without a microphone they would be another kind of device. */
const FOR_SOUND: ReadonlySet<DeviceKind> = new Set(['microphone', 'intercom', 'other']);

/** Returns the device that a verdict on `device>zone` is about; undefined if the subject is no such pair. */
export function subjectDevice({ subject }: LintVerdict, report: Report): Device | undefined {
  const at = subject.indexOf('>');
  return at < 0 ? undefined : directoryOf(report.site).devices.get(subject.slice(0, at));
}

/** Kinds that serve neither for images nor for sound. */
const SENSES: ReadonlySet<DeviceKind> = new Set([
  'intrusion-detector',
  'panic-button',
  'access-reader',
  'door-contact',
  'metal-detector',
  'smoke-detector',
]);

/**
 * Returns the edit that takes away what a device captures, for a finding on a device that stands in a private place or
 * hears one. It removes the microphone, unless the device's kind is made for sound (microphone, intercom, other); and
 * the camera of a detector, reader, button or contact that stands in the place. Empty for any other finding, and for an
 * installed device: no edit of the plan changes what that contains.
 */
export function withoutCapture(verdict: LintVerdict, report: Report): Proposal[] {
  if (verdict.rule !== INSIDE && verdict.rule !== SOUND) return [];
  const device = subjectDevice(verdict, report);
  if (device === undefined || device.status === 'existing') return [];
  const audio = takesSound(device) && !FOR_SOUND.has(device.kind);
  const video = verdict.rule === INSIDE && takesPictures(device) && SENSES.has(device.kind);
  if (!audio && !video) return [];
  const { file, pointer } = keysPlace(device, report);
  const edits = [...(audio ? ['audio'] : []), ...(video ? ['video'] : [])].map((key) =>
    setMember(file, pointer, key, 'none'),
  );
  const whole = edits.filter((edit) => edit !== undefined);
  if (whole.length < edits.length) return [];
  const message = audio && video ? fixText.fixCapture : audio ? fixText.fixAudio : fixText.fixVideo;
  return [{ message, edits: whole, settles: [verdict] }];
}
