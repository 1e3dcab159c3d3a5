import type { Localized } from '../../../i18n/locale.js';
import { verbatim } from '../../../i18n/locale.js';
import { clause, instrumentOf } from '../../../law/lookup.js';
import type { ClauseId, Pack } from '../../../law/types.js';
import { DEVICE_NAMES } from '../../../plan/device-names.js';
import type { Device, Opening, Site, Zone } from '../../../plan/model.js';

export const NOTHING: Localized = verbatim('');

/** `parts` one after another in each language. */
export function joined(...parts: readonly Localized[]): Localized {
  return { zh: parts.map((part) => part.zh).join(''), en: parts.map((part) => part.en).join('') };
}

export function deviceKind(device: Device): Localized {
  return DEVICE_NAMES[device.kind];
}

/** Kinds are named with a capital in English; inside a sentence they have none. */
export function midSentence({ zh, en }: Localized): Localized {
  return { zh, en: `${en.charAt(0).toLowerCase()}${en.slice(1)}` };
}

/** What a reader of the drawing knows the zone by. */
export function zoneLabel(zone: Zone): string {
  return zone.name ?? zone.id;
}

export function openingLabel(opening: Opening): string {
  return opening.name ?? opening.id;
}

/** 设于“走廊” / stands in 'Corridor': where the device is, in the words of the innermost zone that holds it. */
export function standsIn(site: Site, device: Device): Localized {
  const level = site.levels.find((candidate) => candidate.id === device.level);
  const id = device.zones[0];
  const zone = site.levels.flatMap((candidate) => candidate.zones).find((candidate) => candidate.id === id);
  if (zone !== undefined) return { zh: `“${zoneLabel(zone)}”`, en: `'${zoneLabel(zone)}'` };
  const name = level?.name ?? device.level;
  return { zh: `“${name}”未划定区域处`, en: `undrawn space of '${name}'` };
}

/** 第九条第二款第（三）项 / Art. 9(2)(3). */
export function citation(pack: Pack, id: ClauseId): Localized {
  return clause(pack, id).citation;
}

/** With the instrument's short name where it isn't the one judged by: 国务院令第799号第八条第二款. */
export function fullCitation(pack: Pack, id: ClauseId): Localized {
  const cited = citation(pack, id);
  const instrument = instrumentOf(pack, id);
  if (instrument === pack.instruments[0]) return cited;
  return { zh: `${instrument.short.zh}${cited.zh}`, en: `${instrument.short.en} ${cited.en}` };
}

/** `ids`, each once, in order. */
export function distinctClauses(ids: readonly ClauseId[]): ClauseId[] {
  return [...new Set(ids)];
}
