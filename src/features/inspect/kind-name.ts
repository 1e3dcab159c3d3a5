// Names of zone kinds.

import type { Localized } from '../../i18n/locale.js';
import type { Pack } from '../../law/types.js';

/** Returns the name of a zone kind; its id if the pack doesn't have it. */
export function kindName(kind: string, { zoneKinds }: Pack): Localized {
  return zoneKinds.find(({ id }) => id === kind)?.name ?? { zh: kind, en: kind };
}
