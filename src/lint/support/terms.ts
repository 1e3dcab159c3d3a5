// Settings and waivers that the run's files give to one plan.
import { settingsFor } from '../../config/settings.js';
import type { Settings } from '../../config/types.js';
import { type WaiverFile, waiversFor } from '../../config/waivers.js';
import { type Circumstances, judgingPack } from '../../law/force.js';
import { DEFAULT_PACK, loadPack } from '../../law/load.js';
import type { Site, Waiver } from '../../plan/model.js';
import { rules } from '../../rules/registry.gen.js';
import type { LintOptions } from '../types.js';

/**
 * Returns the law pack by which the plan at `path` (as shown) is judged, given the region and categories of its site,
 * with the levels of rules and the figures that the configuration changes. If no law is in force for the site, the pack
 * is the default one.
 */
export function settingsOf(
  options: Pick<LintOptions, 'pack' | 'added' | 'absolute' | 'configuration' | 'today'>,
  path: string,
  { region, categories }: Omit<Circumstances, 'today'>,
): Settings {
  const { configuration = { layers: [] }, today } = options;
  const pack = judgingPack(options, { region, categories, today }) ?? loadPack(DEFAULT_PACK);
  return settingsFor(configuration, { path: absoluteOf(options, path), categories, pack, rules });
}

/** Returns the path that globs are matched with: the plan's absolute path, else `/` and the path as shown. */
export function absoluteOf({ absolute }: Pick<LintOptions, 'absolute'>, path: string): string {
  return absolute ?? `/${path}`;
}

/** Returns what laws are chosen by: a site's region and the ids of its categories. */
export function whereaboutsOf({ region, categories }: Pick<Site, 'region' | 'categories'>) {
  return { region, categories: categories.map(({ id }) => id) };
}

/**
 * Returns the site with those waivers in `files` that apply to the plan at `path` (absolute) appended to its own, and
 * their files to its files.
 */
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
