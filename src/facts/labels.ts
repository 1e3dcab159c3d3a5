// Labels of devices, zones, openings, levels and clauses for messages.
import { joined } from '../i18n/catalogue.js';
import { quoted } from '../i18n/list.js';
import { type Localized, verbatim } from '../i18n/locale.js';
import { cite, clause } from '../law/lookup.js';
import type { ClauseId, Pack } from '../law/types.js';
import { DEVICE_NAMES } from '../plan/device-names.js';
import type { Ground } from '../plan/ground.js';
import type { Device, Opening, Zone } from '../plan/model.js';
import { memoizeOnGround } from './memo.js';
import { t } from './texts.js';

/** The empty text, in both languages. */
export const EMPTY: Localized = verbatim('');

/** Returns the name of the device's kind. */
export function deviceKindName(device: Device): Localized {
  return DEVICE_NAMES[device.kind];
}

/** Returns the name of a kind for use inside a sentence: in English with a small first letter. */
export function midSentence({ zh, en }: Localized): Localized {
  return { zh, en: `${en.charAt(0).toLowerCase()}${en.slice(1)}` };
}

/** Returns the zone's name, by which a reader of the drawing knows it; its id if it has none. */
export function zoneLabel(zone: Zone): string {
  return zone.name ?? zone.id;
}

/** Returns the opening's name; its id if it has none. */
export function openingLabel(opening: Opening): string {
  return opening.name ?? opening.id;
}

/** Returns where the device is: the innermost zone that holds it, in quotes, or the undrawn space of its level. */
export function standsIn(site: Ground, device: Device): Localized {
  const zone = zonesById(site).get(device.zones[0] ?? '');
  if (zone !== undefined) return quoted(zoneLabel(zone));
  return t.undrawn({ level: levelLabel(site, device.level) });
}

/** Returns the zones of the site by id. */
export const zonesById: (site: Ground) => ReadonlyMap<string, Zone> = memoizeOnGround(
  (site) => new Map(site.levels.flatMap((level) => level.zones).map((zone) => [zone.id, zone])),
);

/** Returns the name of level `id`, by which a reader of the drawing knows it; the id if it has none. */
export function levelLabel(site: Ground, id: string): string {
  return site.levels.find((level) => level.id === id)?.name ?? id;
}

/** Returns the quoted names of the levels: “一层”、“二层” / 'F1', 'F2'. */
export function levelNames(site: Ground, ids: readonly string[]): Localized {
  return joined(
    ids.map((id) => quoted(levelLabel(site, id))),
    t.comma,
  );
}

/** Returns where the device is, and its level if that isn't `level`: “大堂”（一层） / 'Lobby' (F1). */
export function standsOn(site: Ground, device: Device, level: string): Localized {
  const where = standsIn(site, device);
  if (level === device.level) return where;
  return t.onLevel({ where, level: verbatim(levelLabel(site, device.level)) });
}

/**
 * Returns the citation of the clause. The short name of its law comes first only if the plan is judged by `pack`
 * beside a main law (`pack.beside`).
 */
export function citation(pack: Pack, id: ClauseId): Localized {
  return pack.beside === true ? cite(pack, id) : clause(pack, id).citation;
}

/**
 * Returns the citation of the clause. The short name of its law comes first, unless that is the main law by which the
 * plan is judged: it does for a clause of another law, and for every clause of a pack used beside the main one.
 */
export function fullCitation(pack: Pack, id: ClauseId): Localized {
  return cite(pack, id);
}

/** Returns `ids` in order, each once. */
export function distinctClauses(ids: readonly ClauseId[]): ClauseId[] {
  return [...new Set(ids)];
}
