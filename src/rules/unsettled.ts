import { onceFor } from '../base/memo.js';
import { quote } from '../i18n/list.js';
import type { Localized } from '../i18n/locale.js';
import { prohibitionOf } from '../law/lookup.js';
import type { Site, Zone } from '../plan/model.js';

/**
 * Zones whose kind couldn't be told and whose name doesn't mean a private kind either (that one is judged as what its name
 * means), each once, in the plan's order. What hangs on their kind is open.
 */
export const unsettledZones: (site: Site) => readonly Zone[] = onceFor((site) =>
  site.levels
    .flatMap((level) => level.zones)
    .filter(
      ({ kindUnknown, namedKind }) =>
        kindUnknown !== undefined && (namedKind === undefined || prohibitionOf(site.pack, namedKind.id) === undefined),
    ),
);

const ids: (site: Site) => ReadonlySet<string> = onceFor(
  (site) => new Set(unsettledZones(site).map((zone) => zone.id)),
);

/** Whether the kind of `zone` is one that couldn't be told. */
export function isUnsettled(site: Site, zone: Zone): boolean {
  return ids(site).has(zone.id);
}

/** （来源写作“unspecified”）: what the source calls it; empty where it calls it nothing. */
export function inItsSource({ kindUnknown = '' }: Zone): Localized {
  if (kindUnknown === '') return { zh: '（来源未写明）', en: ' (its source does not say)' };
  return {
    zh: `（来源写作${quote(kindUnknown, 'zh-CN')}）`,
    en: ` (its source calls it ${quote(kindUnknown, 'en')})`,
  };
}

/** What the author does about it. */
export const SETTLE_KIND = {
  zh: '认定“{zone}”的用途，在图中写明其类型（kind），或者在 overrides 中为“{id}”写明；类型表见 schema。',
  en: "Find out what '{zone}' is for and state its kind in the plan, there or for '{id}' in overrides; the kinds are in the schema.",
};
