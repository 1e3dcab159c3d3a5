import { type Asked, settingsFor } from '../config/settings.js';
import type { Configuration, Settings } from '../config/types.js';
import { type WaiverFile, waiversFor } from '../config/waivers.js';
import type { Localized } from '../i18n/locale.js';
import type { Pack } from '../law/types.js';
import type { Site, Waiver } from '../plan/model.js';
import { rules } from '../rules/index.js';

/** On what terms a plan is judged, beyond its own words: plain data, the same for every plan of a run. */
export interface Terms {
  readonly configuration?: Configuration;
  readonly waivers?: readonly WaiverFile[];
  /** Waivers, of the plan too, are listed and never applied. */
  readonly noWaivers?: boolean;
  /** What was found and not taken, said first in the report: the author's files, for a reviewer. */
  readonly refused?: readonly Localized[];
}

/** What the configuration comes to for the plan at `path` (absolute). Without one, the pack as it is. */
export function settingsOf(
  { configuration }: Terms,
  path: string,
  categories: readonly string[],
  pack: Pack,
): Settings {
  const asked: Asked = { path, categories, pack, rules };
  return settingsFor(configuration ?? { layers: [] }, asked);
}

/** The site with the waivers kept outside its plan behind its own, and their files among its files. */
export function withOutsideWaivers(site: Site, path: string, files: readonly WaiverFile[] = []): Site {
  const outside = files.flatMap((one) => {
    const waivers = waiversFor(one, path).map(({ waiver: { plan: _, ...waiver }, place }): Waiver => {
      return { ...waiver, document: waiver.document, place, outside: true };
    });
    return waivers.length === 0 ? [] : [{ file: one.file, waivers }];
  });
  if (outside.length === 0) return site;
  return {
    ...site,
    waivers: [...site.waivers, ...outside.flatMap(({ waivers }) => waivers)],
    files: [...site.files, ...outside.map(({ file }) => file)],
  };
}
