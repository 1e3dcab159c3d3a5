import type { Localized } from '../../i18n/locale.js';
import type { Pack } from '../../law/types.js';

/** What a kind of zone is called; its id where the pack doesn't know it. */
export function kindName(kind: string, { zoneKinds }: Pack): Localized {
  return zoneKinds.find(({ id }) => id === kind)?.name ?? { zh: kind, en: kind };
}
