// Texts on camera models and on the files that hold them.

import { catalogue, joined } from '../i18n/catalogue.js';
import { type Localized, verbatim } from '../i18n/locale.js';
import { plainFigure } from '../i18n/number.js';
import type { CameraModel, ModelLens } from './types.js';

/** Texts on the faults of a catalogue. */
export const modelText = catalogue('models', {
  file: { zh: 'sitecam的型号资料', en: "a catalogue of sitecam's of camera models" },
  twice: {
    zh: '型号“{model}”已有一条资料，请只保留一条。',
    en: "There is a record of the model '{model}' already: keep one of the two.",
  },
  day: { zh: '“{date}”不是日期：应写作 YYYY-MM-DD。', en: "'{date}' is no day: write it as YYYY-MM-DD." },
  zoom: {
    zh: 'zoom写作[长焦, 广角]，前值不得大于后值。',
    en: 'zoom is [tele, wide]: the first may not be larger than the second.',
  },
});

/** Words for the facts of a model. */
const t = catalogue('model', {
  comma: { zh: '，', en: ', ' },
  items: { zh: '、', en: ', ' },
  resolution: { zh: '分辨率{size}', en: 'resolution {size}' },
  field: { zh: '水平视场角{fields}', en: 'horizontal field of view {fields}' },
  zoom: { zh: '{tele}°至{wide}°', en: '{tele}° to {wide}°' },
  lens: { zh: '{hfov}°（{mm} mm）', en: '{hfov}° ({mm} mm)' },
  lensUnknown: { zh: '{mm} mm未载', en: '{mm} mm not known' },
});

/** Names of the forms of a camera. */
export const FORM_NAMES = catalogue('model-form', {
  fixed: { zh: '定焦', en: 'fixed lens' },
  varifocal: { zh: '变焦', en: 'varifocal' },
  ptz: { zh: '云台', en: 'PTZ' },
  fisheye: { zh: '鱼眼', en: 'fisheye' },
  'multi-sensor': { zh: '多目', en: 'several sensors' },
});

/** Names of what a model does with sound. */
export const MODEL_AUDIO = catalogue('model-audio', {
  none: { zh: '无拾音', en: 'no sound' },
  microphone: { zh: '有拾音', en: 'microphone' },
  'two-way': { zh: '有双向对讲', en: 'two-way sound' },
});

/** Returns fields of view by lens, such as 103°（2.8 mm）、84°（4 mm）. */
export function lensesText(lenses: readonly ModelLens[]): Localized {
  return joined(
    lenses.map(({ mm, hfov }) =>
      hfov === undefined
        ? t.lensUnknown({ mm: plainFigure(mm) })
        : t.lens({ mm: plainFigure(mm), hfov: plainFigure(hfov) }),
    ),
    t.items,
  );
}

/** Returns the horizontal fields of view of a zoom lens, given as [tele, wide] in degrees, as text. */
export function zoomText([tele, wide]: readonly [number, number]): Localized {
  return t.zoom({ tele: plainFigure(tele), wide: plainFigure(wide) });
}

/** Returns a picture size, given as [across, down] in px, as text: 2560×1440. */
export function resolutionText([across, down]: readonly [number, number]): Localized {
  return verbatim(`${plainFigure(across)}×${plainFigure(down)}`);
}

/** What of a record is shown: all of it, unless these parts are named. */
type Part = 'form' | 'resolution' | 'hfov' | 'zoom' | 'audio';

const ALL: readonly Part[] = ['form', 'zoom', 'hfov', 'resolution', 'audio'];

/**
 * Returns facts of a model in one line.
 *
 * @param parts the facts to show, if they are known; absent: all
 * @param lens focal length in mm of the only lens to show; absent: all
 */
export function factsText(record: CameraModel, parts: readonly Part[] = ALL, lens?: number): Localized {
  const { form, resolution, lenses, zoom, audio } = record;
  const shown = lenses?.filter(({ mm }) => lens === undefined || mm === lens);
  const texts: Readonly<Record<Part, Localized | undefined>> = {
    form: form && FORM_NAMES[form],
    zoom: zoom && t.field({ fields: zoomText(zoom) }),
    hfov: shown && t.field({ fields: lensesText(shown) }),
    resolution: resolution && t.resolution({ size: resolutionText(resolution) }),
    audio: audio && MODEL_AUDIO[audio],
  };
  const facts = ALL.flatMap((part) => (parts.includes(part) ? (texts[part] ?? []) : []));
  return joined(facts, t.comma);
}
