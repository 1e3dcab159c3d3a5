// Zones of unknown use: those whose kind nobody could tell.
import type { Localized } from '../i18n/locale.js';
import type { Ground } from '../plan/ground.js';
import type { Zone } from '../plan/model.js';
import { memoizeOnGround } from './memo.js';
import { prohibitionOn } from './protection/site.js';
import { t } from './texts.js';

/**
 * Returns the zones of unknown use, each once, in the plan's order. A zone whose name means a private kind isn't among
 * them, since it is judged as that kind. A verdict that depends on the use of one of these zones is `open`.
 */
export const unsettledZones: (site: Ground) => readonly Zone[] = memoizeOnGround((site) =>
  site.levels
    .flatMap((level) => level.zones)
    .filter(
      ({ kindUnknown, namedKind }) =>
        kindUnknown !== undefined && (namedKind === undefined || prohibitionOn(site, namedKind.id) === undefined),
    ),
);

const ids: (site: Ground) => ReadonlySet<string> = memoizeOnGround(
  (site) => new Set(unsettledZones(site).map((zone) => zone.id)),
);

/** True if `zone` is one of unknown use. */
export function hasUnknownUse(site: Ground, zone: Zone): boolean {
  return ids(site).has(zone.id);
}

/**
 * Returns the word for the zone's use in its source, in brackets to append: （来源写作“unspecified”）. If the source gives
 * none, the brackets say so.
 */
export function inItsSource({ kindUnknown = '' }: Zone): Localized {
  return kindUnknown === '' ? t.useUnsaid : t.useWritten({ word: kindUnknown });
}

/** Template of advice to the author: state the use of the zone whose label is `zone` and whose id is `id`. */
export const STATE_USE_ADVICE = {
  zh: '认定“{zone}”的用途，在图中写明其类型（kind），或者在 overrides 中为“{id}”写明；类型表见 schema。',
  en: "Find out what '{zone}' is for and state its kind in the plan, there or for '{id}' in overrides; the kinds are in the schema.",
} as const;
