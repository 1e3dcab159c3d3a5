// Whether a plan lies where its law pack holds.
import { list } from '../i18n/list.js';
import { verbatim } from '../i18n/locale.js';
import { governs } from '../law/load.js';
import type { Pack } from '../law/types.js';
import type { Site, Unreadable } from '../plan/model.js';
import { child } from '../source/place/pointer.js';

/** Code, and message, of a plan of a region that the pack doesn't govern. */
export const FOREIGN_REGION = 'engine/region';

/** Returns why a site can't be judged by a pack that doesn't govern its region; undefined where it can, or names no region. */
export function foreignRegion({ region, place }: Site, pack: Pack): Unreadable | undefined {
  if (region === undefined || governs(pack, region)) return undefined;
  const regions = { zh: list(pack.regions, 'zh-CN'), en: list(pack.regions, 'en') };
  const message = { id: FOREIGN_REGION, params: { region: verbatim(region), pack: pack.id, regions } };
  return { code: FOREIGN_REGION, message, place: { ...place, pointer: child(place.pointer, 'region') } };
}
