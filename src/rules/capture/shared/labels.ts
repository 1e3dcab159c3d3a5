import { onceFor } from '../../../base/memo.js';
import { quote, quoted } from '../../../i18n/list.js';
import { type Localized, verbatim } from '../../../i18n/locale.js';
import { cite, clause } from '../../../law/lookup.js';
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
  const zone = zonesById(site).get(device.zones[0] ?? '');
  if (zone !== undefined) return quoted(zoneLabel(zone));
  const name = levelLabel(site, device.level);
  return { zh: `${quote(name, 'zh-CN')}未划定区域处`, en: `undrawn space of ${quote(name, 'en')}` };
}

/** Zones of the site by id. */
export const zonesById: (site: Site) => ReadonlyMap<string, Zone> = onceFor(
  (site) => new Map(site.levels.flatMap((level) => level.zones).map((zone) => [zone.id, zone])),
);

/** What a reader of the drawing knows the level by. */
export function levelLabel(site: Site, id: string): string {
  return site.levels.find((level) => level.id === id)?.name ?? id;
}

/** “一层”、“二层” / 'F1', 'F2'. */
export function levelNames(site: Site, ids: readonly string[]): Localized {
  const names = ids.map((id) => levelLabel(site, id));
  return {
    zh: names.map((name) => quote(name, 'zh-CN')).join('、'),
    en: names.map((name) => quote(name, 'en')).join(', '),
  };
}

/** “大堂”（一层） / 'Lobby' (F1): where the device is, with its level where what it is about is on another one. */
export function standsOn(site: Site, device: Device, level: string): Localized {
  const where = standsIn(site, device);
  if (level === device.level) return where;
  const name = levelLabel(site, device.level);
  return { zh: `${where.zh}（${name}）`, en: `${where.en} (${name})` };
}

/** 第九条第二款第（三）项 / Art. 9(2)(3). */
export function citation(pack: Pack, id: ClauseId): Localized {
  return pack.beside === true ? cite(pack, id) : clause(pack, id).citation;
}

/** With the instrument's short name where it isn't the one judged by: 国务院令第799号第八条第二款. */
export function fullCitation(pack: Pack, id: ClauseId): Localized {
  return cite(pack, id);
}

/** `ids`, each once, in order. */
export function distinctClauses(ids: readonly ClauseId[]): ClauseId[] {
  return [...new Set(ids)];
}
