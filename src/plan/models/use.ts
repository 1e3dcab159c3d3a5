// What the catalogue of models adds to a device, and what of it is unclear or contradicts the plan.

import { findModel } from '../../models/find.js';
import { lensesText, zoomText } from '../../models/texts.js';
import type { CameraModel } from '../../models/types.js';
import { type BuildContext, placeAt } from '../build/context.js';
import { hfovOf } from '../build/lenses.js';
import type { ModelKey, ModelUse } from '../model.js';
import type { RawDevice } from '../read/document.js';
import type { ModelNote } from './tell.js';

/** Largest difference of focal lengths that are one lens, mm. */
const SAME_LENS = 0.05;
/** Largest difference of fields of view that is no contradiction, degrees. Makers and reports round to whole degrees. */
const SAME_FIELD = 1;

/** A device with what the catalogue adds to it. */
interface WithModel {
  readonly keys: RawDevice;
  /** Absent: no model is named, or it isn't found. */
  readonly use: ModelUse | undefined;
}

/**
 * Returns the device with what the catalogue knows of its model in the keys that neither it nor its type states. Sound
 * is only taken from the record of exactly this model. Notes what is unclear, and what the plan states otherwise.
 *
 * @param stated the keys of the device, merged with its type, at JSON pointer `pointer` of the plan
 * @param type the device type that names the model; undefined if the device does
 */
export function withModel(
  stated: RawDevice,
  type: string | undefined,
  pointer: string,
  context: BuildContext,
): WithModel {
  const { model: name, id } = stated;
  const { files, shipped } = context.catalogues;
  if (name === undefined || (files.length === 0 && !shipped)) return { keys: stated, use: undefined };
  const place =
    type === undefined ? placeAt(context, pointer, 'model') : placeAt(context, '', 'deviceTypes', type, 'model');
  // A finding on a type of forty devices is one.
  const owner = type === undefined || /[>/\s]/u.test(type) ? id : type;
  const note = (what: ModelNote['what']): void => {
    context.faults.models.push({ owner, id, place, name, what });
  };
  const found = findModel(name, context.catalogues);
  if (found === undefined || 'several' in found) {
    if (found !== undefined) note({ is: 'several', of: found.several });
    else if (isIncomplete(stated)) note({ is: 'unknown' });
    return { keys: stated, use: undefined };
  }
  const { record, by, path } = found;
  const keys: Mutable<RawDevice> = { ...stated };
  const taken: ModelKey[] = [];
  const take = <K extends keyof RawDevice>(key: K, value: RawDevice[K], as: ModelKey) => {
    keys[key] = value;
    taken.push(as);
  };
  keys.kind ??= 'camera';
  const alias = by === 'alias';
  if (stated.audio !== undefined) {
    if (!alias && record.audio !== undefined && record.audio !== stated.audio && stated.audio !== 'unknown')
      note({ is: 'audio', stated: stated.audio, known: record.audio });
  } else if (!alias && record.audio !== undefined) take('audio', record.audio, 'audio');
  const lens = stated.lens ?? found.lens ?? stated.focalLength;
  const chosen = opticsFrom(stated, record, lens, take, note);
  return { keys, use: { record, alias, taken, ...(path !== undefined && { path }), ...chosen } };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** True if the plan leaves something open that a record of the model would give. */
function isIncomplete(keys: RawDevice): boolean {
  const { audio, resolution, sensors, varifocal, ptz } = keys;
  if (audio === undefined) return true;
  if (sensors !== undefined) return false;
  const field = hfovOf(keys) ?? varifocal ?? ptz?.hfov;
  return resolution === undefined || field === undefined;
}

type Take = <K extends keyof RawDevice>(key: K, value: RawDevice[K], as: ModelKey) => void;

/** Takes form, resolution and field of view. A device whose lenses are given one by one needs none of the record's. */
function opticsFrom(
  stated: RawDevice,
  record: CameraModel,
  lens: number | undefined,
  take: Take,
  note: (what: ModelNote['what']) => void,
): Pick<ModelUse, 'lens' | 'lensUnsaid'> {
  if (stated.sensors !== undefined) return {};
  const { form, resolution, lenses, zoom } = record;
  const own =
    stated.form ?? (stated.ptz !== undefined ? 'ptz' : stated.varifocal !== undefined ? 'varifocal' : undefined);
  if (own === undefined && form !== undefined) take('form', form, 'form');
  else if (own !== undefined && form !== undefined && own !== form) note({ is: 'form', stated: own, known: form });
  if (resolution !== undefined) {
    if (stated.resolution === undefined) take('resolution', resolution, 'resolution');
    // A recorded stream may be smaller than the largest picture, never larger, also if it is turned upright.
    else if (inOrder(stated.resolution).some((pixels, n) => pixels > inOrder(resolution)[n]))
      note({ is: 'resolution', stated: stated.resolution, known: resolution });
  }
  // The record's fields of view are those across a picture that isn't turned.
  if (isUpright(stated.resolution) && !isUpright(resolution)) return {};
  const field = hfovOf(stated);
  const range = zoom !== undefined && (own ?? form) === form ? zoom : undefined;
  if (range !== undefined) {
    if (field !== undefined && !isWithin(field, range)) note({ is: 'field', stated: field, known: zoomText(range) });
    const rest = { ...stated.ptz, hfov: range };
    if (form === 'ptz' && stated.ptz?.hfov === undefined) take('ptz', rest, 'zoom');
    if (form === 'varifocal' && stated.varifocal === undefined) take('varifocal', { hfov: range }, 'zoom');
    return {};
  }
  if (lenses === undefined || stated.varifocal !== undefined) return {};
  const choices = lens === undefined ? lenses : lenses.filter(({ mm }) => Math.abs(mm - lens) <= SAME_LENS);
  if (field !== undefined) {
    const known = choices.flatMap(({ hfov }) => (hfov === undefined ? [] : [hfov]));
    // A lens of which nothing is known may have any field of view.
    if (known.length === choices.length && known.length > 0 && known.every((one) => Math.abs(one - field) > SAME_FIELD))
      note({ is: 'field', stated: field, known: lensesText(choices) });
    return {};
  }
  const [only, ...others] = choices;
  if (only === undefined || (others.length === 0 && only.hfov === undefined)) {
    note({ is: 'lens', lens: lens ?? only?.mm ?? 0, of: lenses });
    return {};
  }
  if (others.length === 0 && only.hfov !== undefined) {
    take('hfov', only.hfov, 'hfov');
    return { lens: only.mm };
  }
  const fields = choices.flatMap(({ hfov }) => (hfov === undefined ? [] : [hfov]));
  // Which lens is fitted isn't said: as a zoom lens that may be set to any of them.
  if (fields.length === choices.length) take('varifocal', { hfov: [Math.min(...fields), Math.max(...fields)] }, 'hfov');
  note({ is: 'lenses', of: choices });
  return { lensUnsaid: true };
}

type Pixels = readonly [number, number];

function isUpright([across, down]: Pixels = [1, 0]): boolean {
  return across < down;
}

function inOrder([across, down]: Pixels): Pixels {
  return across < down ? [across, down] : [down, across];
}

function isWithin(field: number, [tele, wide]: readonly [number, number]): boolean {
  return field >= tele - SAME_FIELD && field <= wide + SAME_FIELD;
}
