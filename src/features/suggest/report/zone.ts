// A suggestion for one zone as data for a page: what it rests on, what is found, and the change that draws it.

import { bandsOf } from '../../../draw/bands.js';
import type { Ring } from '../../../geometry/types.js';
import { bothLanguages, type Localized, verbatim } from '../../../i18n/locale.js';
import { percent, plainFigure } from '../../../i18n/number.js';
import type { Report } from '../../../lint/types.js';
import type { Zone } from '../../../plan/model.js';
import type { Change } from '../../../plan/write/types.js';
import { plainText } from '../../../render/escape.js';
import type { Suggested } from '../suggest.js';
import type { SuggestedCamera, Suggestion } from '../types.js';
import { drawing } from '../write.js';
import { camerasOn, levelsOf, type RequirementRow, requirementRows } from './answer.js';
import { zoneName } from './place.js';
import {
  barredText,
  cameraPlace,
  conclusion,
  coversText,
  detailText,
  mountText,
  premises,
  remainingTexts,
  shareText,
  shortfalls,
  unknownUseText,
} from './sentences.js';
import { t } from './texts.js';

/** The answer for one zone, for the page: sentences, cameras and the change that draws them. */
export interface ZoneSuggestion {
  /** What was found, in sentences. */
  readonly texts: readonly Localized[];
  /** What it rests on: label and text. */
  readonly premises: readonly (readonly [label: Localized, text: Localized])[];
  /** The cameras; [] if there is nothing to draw. */
  readonly cameras: readonly ShownCamera[];
  /** The change that draws them; absent if there is nothing to draw. */
  readonly change?: Change;
}

/** A suggested camera as plain data for the page: place, view and text. */
export interface ShownCamera {
  readonly id: string;
  /** Id of its level. */
  readonly level: string;
  /** Number on the drawing, from 1. */
  readonly number: number;
  /** Plan metres. */
  readonly at: readonly [x: number, y: number];
  /** Degrees clockwise from true north. */
  readonly heading: number;
  /** Outlines of what it certainly sees at the density asked, plan metres, even-odd. */
  readonly outlines: readonly Ring[];
  /** Its type, where it is mounted, and what it covers. */
  readonly text: Localized;
}

/** Returns a suggestion without cameras, with `texts` as the explanation. */
export function nothingSuggested(...texts: readonly Localized[]): ZoneSuggestion {
  return { texts: texts.map(bothLanguages), premises: [], cameras: [] };
}

/** Returns the suggestion for one zone. Cameras are offered only if a lint of the plan with them accepted them. */
export function zoneSuggestion(zone: Zone, { suggestion, edits }: Suggested): ZoneSuggestion {
  const rows = requirementRows(suggestion);
  if (rows.length === 0) return nothingSuggested(t.zoneNothing({ zone: zoneName(zone) }));
  const { parts, after } = suggestion;
  if (parts.length === 0) {
    const isMet = suggestion.met.every((one) => one.isMet);
    return nothingSuggested(t[isMet ? 'zoneMet' : 'zoneUnjudged']({ zone: zoneName(zone) }));
  }
  const cameras = edits === undefined || after === undefined ? [] : shown(suggestion, after);
  const { types, mounting } = premises(suggestion);
  const notes = [barredText(suggestion), unknownUseText(suggestion)].filter((text) => text !== undefined);
  return {
    texts: [
      conclusion({ ...suggestion, kept: [] }, rows, t.zoneScope),
      ...shortfalls(suggestion).map(({ text }) => text),
      ...(cameras.length === 0 ? remainingTexts(suggestion) : reached(rows, suggestion)),
      ...(cameras.length === 0 || suggestion.signs.length === 0 ? [] : [t.signDue({ n: suggestion.signs.length })]),
      ...notes,
    ].map(bothLanguages),
    premises: [
      [t.typesLabel, types],
      [t.mountingLabel, mounting],
    ].map(([label, text]) => [bothLanguages(label), bothLanguages(text)] as const),
    cameras: cameras.map(({ one }) => one),
    ...(cameras.length > 0 && {
      change: drawing(
        suggestion.before,
        cameras.map(({ camera: { device, type } }) => ({ id: device.id, device, type })),
      ),
    }),
  };
}

function reached(rows: readonly RequirementRow[], { before }: Suggestion): Localized[] {
  return rows.flatMap(({ requirement, drawn, met }) => {
    if (met === undefined) return [];
    const { zone, share } = requirement;
    return t.zoneReached({
      zone: zoneName(zone),
      before: percent(drawn, share, 1),
      after: percent(met.share, share, 1),
      share: shareText(share),
      at: detailText(requirement, before.pack),
    });
  });
}

/** Returns the cameras of a design as the plan that was read again has them. */
function shown(
  suggestion: Suggestion,
  after: Report,
): { readonly one: ShownCamera; readonly camera: SuggestedCamera }[] {
  const devices = new Map(after.site.levels.flatMap((level) => level.devices.map((one) => [one.id, one] as const)));
  return levelsOf(suggestion).flatMap((level) =>
    camerasOn(suggestion, level.id).map(({ number, camera }) => {
      const { id } = camera.device;
      const device = devices.get(id) ?? camera.device;
      const density = Math.min(...camera.covers.map(({ requirement }) => requirement.density));
      const band = bandsOf(after, device, level.id).find((one) => one.density >= density);
      const text = t.zoneCamera({
        type: verbatim(plainText(camera.type.id)),
        place: cameraPlace(camera, suggestion.before),
        mounted: mountText(camera),
        heading: plainFigure(camera.heading),
        tilt: plainFigure(camera.tilt),
        covers: coversText(camera),
      });
      const one: ShownCamera = {
        id,
        level: level.id,
        number,
        at: [device.at[0], device.at[1]],
        heading: camera.heading,
        outlines: (band?.must.outlines ?? []).map((ring) => ring.map(([x, y]) => [inCentimetres(x), inCentimetres(y)])),
        text: bothLanguages(text),
      };
      return { one, camera };
    }),
  );
}

function inCentimetres(metres: number): number {
  return Math.round(metres * 100) / 100;
}
