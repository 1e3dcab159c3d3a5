// Prohibitions of capture in a law pack: whether, of what, in which words, by which clauses.
import { type Localized, withChinese } from '../../i18n/locale.js';
import { includesClause, penaltyClauses } from '../../law/lookup.js';
import type { Capture, ClauseId, Pack } from '../../law/types.js';
import type { Device } from '../../plan/model.js';
import { t } from '../texts.js';
import { takesPictures, takesSound } from './devices.js';

/** True if the pack prohibits capturing anywhere. */
export function prohibitsCapture({ capture }: Pack): boolean {
  return capture !== undefined;
}

/**
 * True if the pack prohibits capturing sound as well as images, so that a device that captures sound alone is in breach
 * too.
 */
export function prohibitsSound({ capture }: Pack): boolean {
  return capture?.captures === 'sound-or-image';
}

/**
 * Returns the pack's prohibition of capture, with its words and clauses. Throws if the pack prohibits no capture; rules
 * of capture/* aren't run by such a pack.
 */
export function captureOf({ id, capture }: Pack): Capture {
  if (capture === undefined) throw new Error(`pack '${id}' bars no capturing`);
  return capture;
}

/** True if the device certainly captures what the law speaks of: images or, if the pack prohibits that too, sound. */
export function captures(pack: Pack, device: Device): boolean {
  return takesPictures(device) || (prohibitsSound(pack) && takesSound(device));
}

/**
 * True if the device captures what the law speaks of, or may: the plan doesn't say, or its images are of depth alone.
 */
export function mayCaptureUnder(pack: Pack, device: Device): boolean {
  return device.video !== 'none' || (prohibitsSound(pack) && device.audio !== 'none');
}

/**
 * Returns the device's capability in the law's words: 音视频采集 for sound and image; 视频采集 or 音频采集 for one of them; 图像采集 for
 * images if the law speaks of images alone. Thermal images are marked （热成像）; a device of depth alone has 深度图像采集. Right
 * only for a device of which the plan states what it captures.
 */
export function capability(pack: Pack, device: Device): Localized {
  const sound = prohibitsSound(pack);
  if (sound && takesPictures(device) && takesSound(device)) return t.soundAndImage;
  if (device.video === 'thermal') return sound ? t.thermalVideo : t.thermalImage;
  if (device.video === 'visible') return sound ? t.video : t.image;
  return sound && takesSound(device) ? t.sound : t.depth;
}

/**
 * Returns the words for the capability that the plan doesn't state of a device: 音频或者视频采集, 音频采集, 视频采集, or 图像采集 if the
 * law speaks of images alone.
 *
 * @param video true if the plan doesn't say whether the device captures images
 * @param audio true if the plan doesn't say whether it captures sound; one of the two must be true
 */
export function unstatedCapture(pack: Pack, video: boolean, audio: boolean): Localized {
  if (!video) return t.sound;
  if (audio) return t.soundOrVideo;
  return prohibitsSound(pack) ? t.video : t.image;
}

/**
 * Returns the phrase for a device that captures nothing of what the law speaks of. The Chinese stands between 不具有 and
 * 功能: 音视频采集 / captures neither sound nor image.
 */
export function capturingNothing(pack: Pack): Localized {
  const { capture } = captureOf(pack).words;
  return withChinese(prohibitsSound(pack) ? t.capturesNeither : t.capturesNoImage, capture.zh);
}

/**
 * Returns the phrase for a device that may capture what the law speaks of. The Chinese stands between 可能具有 and 功能:
 * 音视频采集 / may capture sound or image.
 */
export function perhapsCapturing(pack: Pack): Localized {
  const { capture } = captureOf(pack).words;
  return withChinese(prohibitsSound(pack) ? t.mayCaptureBoth : t.mayCaptureImages, capture.zh);
}

/**
 * True if clause `id` is, or is part of, the pack's prohibition that is about capturing images and not sound. A device
 * that takes no images can't breach it.
 */
export function isOfImages(pack: Pack, id: ClauseId): boolean {
  const images = captureOf(pack).images?.prohibition;
  return images !== undefined && includesClause(images, id);
}

/**
 * Returns the clause by which the pack prohibits capture, and the items that say where: the clauses that rules on
 * capture may cite. [] if the pack prohibits no capture.
 */
export function prohibitedClauses(pack: Pack): ClauseId[] {
  const own = pack.prohibitions.map((row) => row.clause);
  return pack.capture === undefined ? [] : [...new Set([pack.capture.prohibition, ...own])];
}

/**
 * Returns the clauses that a device inside a private place may breach beside the prohibition: those of other laws, the
 * penalty clauses, and the duty to report such a device.
 */
export function relatedProhibitions(pack: Pack): ClauseId[] {
  const others = pack.prohibitions.flatMap((row) => row.insideReferences);
  const duty = pack.capture?.images?.reporting;
  const punished = [...prohibitedClauses(pack), ...others.filter((id) => isOfImages(pack, id))];
  const all = [...others, ...penaltyClauses(pack, punished), ...(duty === undefined ? [] : [duty])];
  return [...new Set(all)];
}

/** Returns the clauses that a view from outside into a private place may breach. */
export function viewDuties(pack: Pack): ClauseId[] {
  return pack.prohibitions.flatMap((row) => row.viewClauses);
}

/**
 * Returns the clauses that a view from outside may breach, their penalty clauses, and clauses of other laws that
 * order doors one can see through.
 */
export function viewClauses(pack: Pack): ClauseId[] {
  const duties = viewDuties(pack);
  const doors = pack.prohibitions.flatMap((row) => row.clearDoors?.reference ?? []);
  return [...new Set([...duties, ...penaltyClauses(pack, duties), ...doors])];
}
