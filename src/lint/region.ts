// The check that a plan lies in a region that its law pack governs.

import { dayText } from '../i18n/day.js';
import { localizedList } from '../i18n/list.js';
import { verbatim } from '../i18n/locale.js';
import { governs } from '../law/force.js';
import type { Pack } from '../law/types.js';
import type { Site, Unreadable } from '../plan/model.js';
import { child } from '../source/place/pointer.js';
import { problemOf } from '../source/problem.js';
import { engineText } from './notes/texts.js';

/** Codes and message ids of the faults that the packs, or no shipped law, govern the plan's region. */
export const REGION_FAULTS: ReadonlySet<string> = new Set(['engine/region', 'engine/no-law']);

/**
 * Returns the fault that the pack doesn't govern the site's region. Undefined if it does, or if the plan names no
 * region.
 */
export function foreignRegion({ region, place }: Site, pack: Pack): Unreadable | undefined {
  if (region === undefined || governs(pack, region)) return undefined;
  const regions = localizedList(pack.applies.regions.map(verbatim));
  const message = engineText.region({ region: verbatim(region), pack: pack.id, regions });
  return problemOf(message, { ...place, pointer: child(place.pointer, 'region') });
}

/** Returns the fault that no shipped law is in force for the site on the day. */
export function noLaw({ region = '', place }: Site, today: string): Unreadable {
  const pointer = region === '' ? place.pointer : child(place.pointer, 'region');
  return problemOf(engineText.noLaw({ region: verbatim(region), day: dayText(today) }), { ...place, pointer });
}
