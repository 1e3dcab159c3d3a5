// What an open plan says of itself, however broken its text is.
import { memoize } from '../base/memo.js';
import type { Circumstances } from '../law/force.js';
import type { Pack } from '../law/types.js';
import { settingsOf } from '../lint/support/terms.js';
import { isRecord, listIn, memberOf, textIn, type Unchecked } from '../plan/read/unknown.js';
import { jsonValueOf } from '../source/parse/json-value.js';
import { yamlDocument } from '../source/parse/yaml.js';
import type { SourceFile } from '../source/types.js';
import type { OpenPlan } from './types.js';

/** Returns the file in a format in which it can be read: broken JSON as YAML, whose reader tolerates more. */
export const asRead = memoize((file: SourceFile): SourceFile => {
  return file.format === 'json' && jsonValueOf(file) === undefined ? { ...file, format: 'yaml' } : file;
});

/**
 * Returns the value of a file as far as it can be read; {} if it is no map. A key or value that is being typed may be
 * missing from it.
 */
export const contentOf = memoize((file: SourceFile): Unchecked => {
  const read = asRead(file);
  try {
    const value: unknown =
      read.format === 'json' ? jsonValueOf(read)?.value : yamlDocument(read).toJS({ maxAliasCount: 100 });
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
});

/** Returns the members of the plan itself: of a GeoJSON plan those of its key `sitecam`. */
export function planOf({ files: [plan] }: OpenPlan): Unchecked {
  const value = contentOf(plan);
  if (memberOf(value, 'type') !== 'FeatureCollection') return value;
  const own = memberOf(value, 'sitecam');
  return isRecord(own) ? own : {};
}

/** Returns the law pack that the plan is judged by, from its region and categories as far as they can be read. */
export function packOf(plan: OpenPlan): Pack {
  const site = memberOf(planOf(plan), 'site');
  const { region, categories } = isRecord(site)
    ? { region: textIn(site, 'region'), categories: listIn(site, 'categories') ?? [] }
    : { region: undefined, categories: [] };
  return packFor(plan, { region, categories: categories.filter((one): one is string => typeof one === 'string') });
}

/** Returns the law pack by which the plan would be judged if its region and categories were those of `site`. */
export function packFor({ files: [plan], options }: OpenPlan, site: Omit<Circumstances, 'today'>): Pack {
  return settingsOf(options, plan.path, site).pack;
}
