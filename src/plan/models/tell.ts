// Faults that tell what is unclear of the models of devices, or contradicts the plan.

import { groupBy } from '../../base/arrays.js';
import { memoizeByName } from '../../base/memo.js';
import { localizedList } from '../../i18n/list.js';
import { plainFigure } from '../../i18n/number.js';
import { nearestModel } from '../../models/find.js';
import { FORM_NAMES, lensesText, MODEL_AUDIO, resolutionText } from '../../models/texts.js';
import type { CameraModel, ModelLens } from '../../models/types.js';
import { didYouMean } from '../../source/hint.js';
import type { Place } from '../../source/types.js';
import type { BuildContext } from '../build/context.js';

/** A note on the camera model of one device: unknown, or in contradiction to the plan's own figures. */
export interface ModelNote {
  /** Id of the type or device that names the model. */
  readonly owner: string;
  /** Id of the device. */
  readonly id: string;
  readonly place: Place;
  /** The model as written. */
  readonly name: string;
  readonly what:
    | { readonly is: 'unknown' }
    | { readonly is: 'several'; readonly of: readonly CameraModel[] }
    | { readonly is: 'lens'; readonly lens: number; readonly of: readonly ModelLens[] }
    | { readonly is: 'lenses'; readonly of: readonly ModelLens[] }
    | { readonly is: 'form'; readonly stated: keyof typeof FORM_NAMES; readonly known: keyof typeof FORM_NAMES }
    | { readonly is: 'audio'; readonly stated: keyof typeof MODEL_AUDIO; readonly known: keyof typeof MODEL_AUDIO }
    | { readonly is: 'resolution'; readonly stated: Pixels; readonly known: Pixels }
    | { readonly is: 'field'; readonly stated: number; readonly known: ReturnType<typeof lensesText> };
}

type Pixels = readonly [number, number];

/**
 * Adds the faults that all notes on models so far amount to. Notes on the same fact of the same type (or of the same
 * device, if it names the model itself) become one fault, which lists the devices.
 *
 * @param types ids of the plan's device types. If a model is one of them, the fault's hint says that the key `type` was
 * probably meant.
 */
export function tellModels(context: BuildContext, types: readonly string[]): void {
  const { faults, catalogues } = context;
  const hintOf = memoizeByName((name: string) =>
    didYouMean(types.includes(name) ? `type: ${name}` : nearestModel(name, catalogues)),
  );
  for (const [, notes] of groupBy(faults.models, ({ owner, name, what }) => JSON.stringify([owner, name, what]))) {
    const [{ owner, name, what, place }] = notes;
    const common = { devices: localizedList(notes.map(({ id }) => id)), model: name };
    const subject = `${owner}/${what.is}`;
    const unclear = 'plan/model-unclear';
    const differs = 'plan/model-differs';
    switch (what.is) {
      case 'unknown':
        faults.add(unclear, owner, 'unknown', { ...common, hint: hintOf(name) }, place, {});
        break;
      case 'several': {
        const names = localizedList(what.of.map(({ brand, model }) => `${brand} ${model}`));
        faults.add(unclear, owner, 'several', { ...common, names }, place, {});
        break;
      }
      case 'lens': {
        const params = { ...common, lens: plainFigure(what.lens), known: lensesText(what.of) };
        faults.add(unclear, owner, 'lens', params, place, {});
        break;
      }
      case 'lenses': {
        const known = { ...common, known: lensesText(what.of) };
        const isKnown = what.of.every(({ hfov }) => hfov !== undefined);
        faults.add(unclear, owner, isKnown ? 'lenses' : 'lensesUnknown', known, place, {});
        break;
      }
      case 'field':
        faults.add(
          differs,
          subject,
          'field',
          { ...common, stated: plainFigure(what.stated), known: what.known },
          place,
          {},
        );
        break;
      case 'resolution': {
        const params = { ...common, stated: resolutionText(what.stated), known: resolutionText(what.known) };
        faults.add(differs, subject, 'resolution', params, place, {});
        break;
      }
      case 'form': {
        const params = { ...common, stated: FORM_NAMES[what.stated], known: FORM_NAMES[what.known] };
        faults.add(differs, subject, 'form', params, place, {});
        break;
      }
      case 'audio': {
        const params = { ...common, stated: MODEL_AUDIO[what.stated], known: MODEL_AUDIO[what.known] };
        faults.add(differs, subject, 'audio', params, place, {});
        break;
      }
    }
  }
}
