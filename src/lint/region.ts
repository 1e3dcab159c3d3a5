// The check that a plan lies in a region that its law pack governs.

import { dayText } from '../i18n/day.js';
import { localizedList, quoted } from '../i18n/list.js';
import { type Localized, verbatim } from '../i18n/locale.js';
import { partsOf } from '../law/compose.js';
import { governs, judgingPack } from '../law/force.js';
import type { Pack } from '../law/types.js';
import type { Site, Unreadable } from '../plan/model.js';
import { child } from '../source/place/pointer.js';
import { problemOf } from '../source/problem.js';
import { engineText } from './notes/texts.js';
import { whereaboutsOf } from './support/terms.js';
import type { LintOptions } from './types.js';

/**
 * Ids (codes and message ids at once) of the two faults of region: the pack doesn't govern the plan's region; no
 * shipped law does.
 */
export const REGION_FAULTS: ReadonlySet<string> = new Set(['engine/region', 'engine/no-law']);

/** What a message on packs that don't govern a region says of them. */
interface ForeignPacks {
  /** Their ids in quotes. */
  readonly packs: Localized;
  /** Codes of the regions that they govern. */
  readonly regions: Localized;
  /** The options to judge by them all the same. */
  readonly options: string;
}

/** Returns those packs of which `pack` is composed that don't govern the region; undefined if all do. */
export function foreignPacks(region: string, pack: Pack): ForeignPacks | undefined {
  const foreign = partsOf(pack).filter((part) => !governs(part, region));
  if (foreign.length === 0) return undefined;
  return {
    packs: localizedList(foreign.map(({ id }) => quoted(id))),
    regions: localizedList([...new Set(foreign.flatMap(({ applies }) => applies.regions))]),
    options: foreign.map(({ id, written }) => `--pack ${written?.path ?? id}`).join(' '),
  };
}

/**
 * Returns the fault that the pack doesn't govern the site's region. Undefined if it does, or if the plan names no
 * region.
 */
function foreignRegion({ region, place }: Site, pack: Pack): Unreadable | undefined {
  const foreign = region === undefined ? undefined : foreignPacks(region, pack);
  if (region === undefined || foreign === undefined) return undefined;
  const message = engineText.region({ region: verbatim(region), ...foreign });
  return problemOf(message, { ...place, pointer: child(place.pointer, 'region') });
}

/**
 * Returns the fault that keeps the site from being judged: a pack that the user named doesn't govern its region (if
 * `regionChecked`), or no law is in force there on the day. Undefined if a law judges the site.
 */
export function regionFault(
  site: Site,
  options: Pick<LintOptions, 'pack' | 'added' | 'regionChecked' | 'today'>,
): Unreadable | undefined {
  const { pack, added, regionChecked, today } = options;
  const named = pack ?? added;
  const foreign = regionChecked === true && named !== undefined ? foreignRegion(site, named) : undefined;
  if (foreign !== undefined) return foreign;
  return judgingPack(options, { ...whereaboutsOf(site), today }) === undefined ? noLaw(site, today) : undefined;
}

/** Returns the fault that no shipped law is in force for the site on the day. */
function noLaw({ region = '', place }: Site, today: string): Unreadable {
  const pointer = region === '' ? place.pointer : child(place.pointer, 'region');
  return problemOf(engineText.noLaw({ region: verbatim(region), day: dayText(today) }), { ...place, pointer });
}
