import { takesPictures, takesSound } from '../../facts/capture/devices.js';
import { directoryOf } from '../../plan/directory.js';
import type { Device, DeviceKind } from '../../plan/model.js';
import { setMember } from '../../source/edit/splice.js';
import type { LintVerdict, Report } from '../types.js';
import { deviceKeysPlace } from './places.js';
import type { Proposal } from './types.js';

const INSIDE = 'capture/device-in-private-zone';
const SOUND = 'capture/sound-from-private-zone';

/** Kinds that are for speaking or listening: without a microphone they would be something else. */
const FOR_SOUND: ReadonlySet<DeviceKind> = new Set(['microphone', 'intercom', 'other']);

/** The device a verdict on `device>zone` is about. */
export function subjectDevice({ subject }: LintVerdict, report: Report): Device | undefined {
  const at = subject.indexOf('>');
  return at < 0 ? undefined : directoryOf(report.site).devices.get(subject.slice(0, at));
}

/** Kinds that are there for something else than pictures or sound. */
const SENSES: ReadonlySet<DeviceKind> = new Set([
  'intrusion-detector',
  'panic-button',
  'access-reader',
  'door-contact',
  'metal-detector',
  'smoke-detector',
]);

/**
 * The microphone left out of a device that captures sound where nobody may, and is there for something else; of a detector
 * in such a place the camera too. Not of one that is installed: what it has in it is a fact, and no edit of the plan takes
 * it out.
 */
export function withoutCapture(verdict: LintVerdict, report: Report): Proposal[] {
  if (verdict.rule !== INSIDE && verdict.rule !== SOUND) return [];
  const device = subjectDevice(verdict, report);
  if (device === undefined || device.status === 'existing') return [];
  const audio = takesSound(device) && !FOR_SOUND.has(device.kind);
  const video = verdict.rule === INSIDE && takesPictures(device) && SENSES.has(device.kind);
  if (!audio && !video) return [];
  const { file, pointer } = deviceKeysPlace(device, report);
  const edits = [...(audio ? ['audio'] : []), ...(video ? ['video'] : [])].map((key) =>
    setMember(file, pointer, key, 'none'),
  );
  const whole = edits.filter((edit) => edit !== undefined);
  if (whole.length < edits.length) return [];
  const id = audio && video ? 'engine/fix-capture' : audio ? 'engine/fix-audio' : 'engine/fix-video';
  return [{ message: { id, params: {} }, edits: whole, settles: [verdict] }];
}
