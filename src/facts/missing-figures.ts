// Figures of devices that the plan leaves out and on which what they see or detect depends.

import { memoize } from '../base/memo.js';
import { catalogue } from '../i18n/catalogue.js';
import { localizedList } from '../i18n/list.js';
import type { Localized } from '../i18n/locale.js';
import type { Device, Optics } from '../plan/model.js';

const figures = catalogue('missing', {
  height: { zh: '安装高度', en: 'mounting height' },
  heading: { zh: '朝向', en: 'heading' },
  tilt: { zh: '俯角', en: 'tilt' },
  hfov: { zh: '水平视场角', en: 'field of view' },
  resolution: { zh: '录像分辨率', en: 'recorded resolution' },
  range: { zh: '探测距离', en: 'detection range' },
  home: { zh: '云台的默认预置位', en: 'home preset' },
});

const keyed = catalogue('missing/key', {
  key: { zh: '{figure}（{key}）', en: '{figure} ({key})' },
});

/** Name of a figure of a device that a plan may leave out, such as `height` or `hfov`. */
export type Figure = keyof typeof figures;

/** Key of the plan under which each figure is written, where it differs from the figure's name. */
const KEYS: Partial<Readonly<Record<Figure, string>>> = { home: 'ptz.home' };

/**
 * Returns the figures, missing from the plan, without which it isn't certain that the device covers anything; [] if
 * none is missing, or if the device is neither a camera (visible or thermal) nor a detector.
 */
export const missingForCoverage = memoize(({ kind, video, height, range, lenses }: Device): readonly Figure[] => {
  const missing = new Set<Figure>();
  const takesImages = video === 'visible' || video === 'thermal';
  if (!takesImages && kind !== 'intrusion-detector') return [];
  if (takesImages && height === undefined) missing.add('height');
  if (!takesImages && range === undefined) missing.add('range');
  for (const lens of lenses) for (const figure of takesImages ? ofCamera(lens) : ofDetector(lens)) missing.add(figure);
  return [...missing];
});

function ofCamera(lens: Optics): Figure[] {
  const { form, ptz, heading, tilt, hfov, resolution } = lens;
  const without = (figure: Figure, value: unknown): Figure[] => (value === undefined ? [figure] : []);
  const sharp = without('resolution', resolution);
  if (form === 'ptz')
    return [...(heading === undefined || tilt === undefined ? without('home', ptz?.home) : []), ...sharp];
  const zoom = form === 'varifocal' ? (hfov ?? lens.varifocal?.hfov) : hfov;
  const aimed = form === 'fisheye' ? [] : without('heading', heading);
  return [...aimed, ...without('tilt', tilt), ...without('hfov', zoom), ...sharp];
}

function ofDetector({ heading, hfov }: Optics): Figure[] {
  const round = hfov !== undefined && hfov >= 360;
  return [
    ...(heading === undefined && !round ? (['heading'] as const) : []),
    ...(hfov === undefined ? (['hfov'] as const) : []),
  ];
}

/** Width and height in px below which no camera's picture is, for lenses whose resolution the plan doesn't give. */
const LEAST_PICTURE = [160, 90] as const;

/**
 * Returns the device with only those lenses whose aim and angle of view the plan states, a missing resolution replaced
 * by the least one: what this device sees, the real one sees whatever the missing figures are. Undefined if the plan
 * states all figures that decide what the lenses may see; of a PTZ only the resolution counts.
 */
export const asStated = memoize((device: Device): Device | undefined => {
  const { lenses } = device;
  if (lenses.every((lens) => missingForView(lens).length === 0)) return undefined;
  const aimed = lenses.filter((lens) => missingForView(lens).every((figure) => figure === 'resolution'));
  return { ...device, lenses: aimed.map((lens) => ({ ...lens, resolution: lens.resolution ?? LEAST_PICTURE })) };
});

/**
 * Returns the figures, missing from the plan, without which it isn't certain what the device may see; [] if none is
 * missing. Of a PTZ only the resolution counts, since it turns anyway.
 */
export function missingForViews({ lenses }: Device): readonly Figure[] {
  return [...new Set(lenses.flatMap(missingForView))];
}

function missingForView(lens: Optics): Figure[] {
  return lens.form === 'ptz' ? (lens.resolution === undefined ? ['resolution'] : []) : ofCamera(lens);
}

/** Returns the figures' names as a list. */
export function figureNames(missing: readonly Figure[]): Localized {
  return localizedList(missing.map((figure) => figures[figure]));
}

/** Returns the figures' names as a list, each with its key of the plan. */
export function figureKeys(missing: readonly Figure[]): Localized {
  return localizedList(missing.map((figure) => keyed.key({ figure: figures[figure], key: KEYS[figure] ?? figure })));
}
