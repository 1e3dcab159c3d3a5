import type { Localized } from '../../../i18n/locale.js';
import { clause, covers, penaltiesFor } from '../../../law/lookup.js';
import type { Capture, ClauseId, Pack } from '../../../law/types.js';
import type { Device } from '../../../plan/model.js';
import { takesPictures, takesSound } from './devices.js';
import { citation } from './labels.js';

/** Whether the pack bars capturing anywhere. */
export function barsCapture({ capture }: Pack): boolean {
  return capture !== undefined;
}

/** Whether what it bars includes capturing sound alone. */
export function barsSound({ capture }: Pack): boolean {
  return capture?.captures === 'sound-or-image';
}

/** What the pack bars. Throws where it bars no capturing: no rule of capture/* asks one that doesn't. */
export function captureOf({ id, capture }: Pack): Capture {
  if (capture === undefined) throw new Error(`pack '${id}' bars no capturing`);
  return capture;
}

/** Whether the device certainly captures what the law speaks of. */
export function captures(pack: Pack, device: Device): boolean {
  return takesPictures(device) || (barsSound(pack) && takesSound(device));
}

/** Whether anything it may have could capture what the law speaks of. */
export function mayCapture(pack: Pack, device: Device): boolean {
  return device.video !== 'none' || (barsSound(pack) && device.audio !== 'none');
}

/** What it captures, as the law names it: 音视频采集 covers either, 视频 and 音频 one; 图像 where only that is meant. */
export function capability(pack: Pack, device: Device): Localized {
  const sound = barsSound(pack);
  if (sound && takesPictures(device) && takesSound(device)) return { zh: '音视频采集', en: 'sound and image capture' };
  const picture = sound ? '视频' : '图像';
  if (device.video === 'thermal') return { zh: `${picture}（热成像）采集`, en: 'image capture (thermal)' };
  if (device.video === 'visible') return { zh: `${picture}采集`, en: 'image capture' };
  if (sound && takesSound(device)) return { zh: '音频采集', en: 'sound capture' };
  return { zh: '深度图像采集', en: 'depth capture' };
}

/** What the plan doesn't say of it, of what the law asks. */
export function unsaid(pack: Pack, video: boolean, audio: boolean): Localized {
  if (video && audio) return { zh: '音频或者视频采集', en: 'sound or image capture' };
  if (video) return { zh: barsSound(pack) ? '视频采集' : '图像采集', en: 'image capture' };
  return { zh: '音频采集', en: 'sound capture' };
}

/** （不具有）音视频采集（功能） / captures neither sound nor image. */
export function capturingNothing(pack: Pack): Localized {
  const { zh } = captureOf(pack).words.capture;
  return { zh, en: barsSound(pack) ? 'captures neither sound nor image' : 'captures no image' };
}

/** （可能具有）音视频采集（功能） / may capture sound or image. */
export function perhapsCapturing(pack: Pack): Localized {
  const { zh } = captureOf(pack).words.capture;
  return { zh, en: barsSound(pack) ? 'may capture sound or image' : 'may capture images' };
}

/** Whether `id` is of the prohibition that is about devices that take images alone. */
export function isOfImages(pack: Pack, id: ClauseId): boolean {
  const images = captureOf(pack).images?.prohibition;
  return images !== undefined && covers(images, id);
}

/** The prohibition and its items: what a rule on what it bars may cite. */
export function barredBy(pack: Pack): ClauseId[] {
  const own = pack.prohibitions.map((row) => row.clause);
  return pack.capture === undefined ? [] : [...new Set([pack.capture.prohibition, ...own])];
}

/** What else a device inside may breach, what punishes it, and the duty to report it. */
export function barredElsewhere(pack: Pack): ClauseId[] {
  const others = pack.prohibitions.flatMap((row) => row.insideReferences);
  const duty = pack.capture?.images?.reporting;
  const punished = [...barredBy(pack), ...others.filter((id) => isOfImages(pack, id))];
  const all = [...others, ...punishing(pack, punished), ...(duty === undefined ? [] : [duty])];
  return [...new Set(all)];
}

/** What a view from outside may breach. */
export function viewDuties(pack: Pack): ClauseId[] {
  return pack.prohibitions.flatMap((row) => row.viewClauses);
}

/** What a view from outside may breach, and what punishes it. */
export function viewsBarredBy(pack: Pack): ClauseId[] {
  const duties = viewDuties(pack);
  const doors = pack.prohibitions.flatMap((row) => row.clearDoors?.reference ?? []);
  return [...new Set([...duties, ...punishing(pack, duties), ...doors])];
}

/** What punishes a breach of any of `clauses`, each once. */
export function punishing(pack: Pack, clauses: readonly ClauseId[]): ClauseId[] {
  return penaltiesFor(pack, clauses).map((penalty) => penalty.clause);
}

/** 第九条: the article that the prohibition is part of. */
export function wholeArticle(pack: Pack): Localized {
  const { prohibition } = captureOf(pack);
  const { instrument, article } = clause(pack, prohibition);
  return citation(pack, `${instrument}/${article}`);
}
