// What an open plan says of itself, however broken its text is.
import type { Circumstances } from '../law/force.js';
import type { Pack } from '../law/types.js';
import { settingsOf } from '../lint/support/terms.js';
import { isRecord, listIn, memberOf, textIn, type Unchecked } from '../plan/read/unknown.js';
import { yamlDocument } from '../source/parse/yaml.js';
import type { SourceFile } from '../source/types.js';
import type { OpenPlan } from './types.js';

/** Returns the value of a file as far as it can be read. A key or value that is being typed may be missing from it. */
export function contentOf(file: SourceFile): Unchecked {
  if (file.format === 'json') {
    try {
      const value: unknown = JSON.parse(file.text);
      return isRecord(value) ? value : {};
    } catch {
      // Broken JSON is read as YAML, which takes it as it comes.
    }
  }
  try {
    const value: unknown = yamlDocument(file).toJS({ maxAliasCount: 100 });
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

/** Returns the members of the plan itself: of a GeoJSON plan those of its key `sitecam`. */
export function planOf({ files: [plan] }: OpenPlan): Unchecked {
  const value = contentOf(plan);
  if (memberOf(value, 'type') !== 'FeatureCollection') return value;
  const own = memberOf(value, 'sitecam');
  return isRecord(own) ? own : {};
}

/** Returns the law that the plan is judged by: what kinds, categories and clauses there are. */
export function packOf(plan: OpenPlan): Pack {
  const site = memberOf(planOf(plan), 'site');
  const { region, categories } = isRecord(site)
    ? { region: textIn(site, 'region'), categories: listIn(site, 'categories') ?? [] }
    : { region: undefined, categories: [] };
  return packFor(plan, { region, categories: categories.filter((one): one is string => typeof one === 'string') });
}

/** Returns the law that the plan is judged by if that is its site. */
export function packFor({ files: [plan], options }: OpenPlan, site: Omit<Circumstances, 'today'>): Pack {
  return settingsOf(options, plan.path, site).pack;
}
