/** A catalogue of three made-up models, which plans name and of which the test gives sitecam the same. */
export const MODELS = [
  {
    brand: '甲',
    model: 'QX-1',
    form: 'fixed',
    resolution: [2560, 1440],
    lenses: [
      { mm: 2.8, hfov: 102 },
      { mm: 6, hfov: 54 },
    ],
    audio: 'none',
    source: '说明书',
    date: '2026-01-01',
  },
  {
    brand: '甲',
    model: 'QX-2',
    form: 'ptz',
    resolution: [1920, 1080],
    zoom: [4.5, 58],
    source: '说明书',
    date: '2026-01-01',
  },
  {
    brand: '甲',
    model: 'QX-3',
    form: 'fixed',
    resolution: [1920, 1080],
    lenses: [{ mm: 4, hfov: 84 }],
    audio: 'microphone',
    source: '说明书',
    date: '2026-01-01',
  },
] as const;

type Keys = { readonly [key: string]: unknown };

/** The keys of a device with what the catalogue has of its model, where neither it nor its type says otherwise. */
export function withModel(stated: Keys): Keys {
  const record = MODELS.find(({ model }) => model === stated.model);
  if (record === undefined) return stated;
  const heard = 'audio' in record ? { audio: record.audio } : {};
  const all: Keys = { kind: 'camera', ...heard, ...stated };
  if (stated.sensors !== undefined) return all;
  const own =
    stated.form ?? (stated.ptz !== undefined ? 'ptz' : stated.varifocal !== undefined ? 'varifocal' : undefined);
  const seen: Keys = { form: record.form, resolution: record.resolution, ...all };
  if (record.form === 'ptz') {
    const ptz = typeof stated.ptz === 'object' ? stated.ptz : {};
    return (own ?? 'ptz') === 'ptz' ? { ...seen, ptz: { hfov: record.zoom, ...ptz } } : seen;
  }
  const isField = stated.hfov !== undefined || (stated.focalLength !== undefined && stated.sensor !== undefined);
  if (stated.varifocal !== undefined || isField) return seen;
  const mm = stated.lens ?? stated.focalLength;
  const fields = record.lenses.filter((lens) => mm === undefined || lens.mm === mm).map(({ hfov }) => hfov);
  // Which lens is fitted isn't said: it may be any.
  if (fields.length > 1) return { ...seen, varifocal: { hfov: [Math.min(...fields), Math.max(...fields)] } };
  return fields.length === 0 ? seen : { ...seen, hfov: fields[0] };
}
