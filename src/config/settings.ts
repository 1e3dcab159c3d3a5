// The settings of one plan, resolved from all layers of a configuration.

import { isNamedBy, rolesOf } from '../law/roles.js';
import type { Criterion, Pack, Parameter } from '../law/types.js';
import { child } from '../source/place/pointer.js';
import type { Place } from '../source/types.js';
import { selectsPlan } from './globs.js';
import { listOf } from './load.js';
import type {
  ConfigLayer,
  ConfigRule,
  Configuration,
  ConfiguredLevel,
  ConfiguredValue,
  RawConfig,
  RawSettings,
  Settings,
  Sourced,
} from './types.js';

/** The plan that settings are resolved for, with the pack and rules that a configuration can change. */
export interface ConfigQuery {
  /** Absolute path of the plan, `/`-separated. */
  readonly path: string;
  /** Categories of the plan's site; [] if the plan can't be read. */
  readonly categories: readonly string[];
  readonly pack: Pack;
  readonly rules: readonly ConfigRule[];
}

/**
 * Returns the settings of one plan. A layer is a configuration file; later ones win over earlier ones. Within a file,
 * the items of `overrides` that select the plan win over the rest, and later items over earlier ones.
 */
export function settingsFor(configuration: Configuration, asked: ConfigQuery): Settings {
  const { layers } = configuration;
  const said = layers.flatMap((layer) => statements(layer, asked));
  const levels = new Map<string, Sourced<ConfiguredLevel>>();
  const parameters = new Map<string, Sourced<number>>();
  let profile: Sourced<string> = { value: 'default' };
  for (const { settings, place } of said) {
    for (const [id, value] of Object.entries(settings.rules ?? {})) {
      levels.set(id, { value, place: below(place, 'rules', id) });
    }
    for (const [name, value] of Object.entries(settings.parameters ?? {})) {
      parameters.set(name, { value, place: below(place, 'parameters', name) });
    }
    if (settings.profile !== undefined) profile = { value: settings.profile, place: below(place, 'profile') };
  }
  const changed = changedParameters(parameters, asked.pack);
  const pack = overlaid(asked.pack, changed, profile, layers);
  return {
    pack,
    profile: { ...profile, loosened: asksLess(pack, asked.pack) },
    levels: changedLevels(levels, asked.rules),
    parameters: changed,
    files: layers.map(({ file }) => file),
  };
}

/**
 * Returns the value of `key` in the last layer that sets it, with that layer and the place of the value; undefined if
 * no layer sets it. These keys hold for the whole run, not for single plans.
 */
export function configuredValue<K extends 'packs' | 'onlyPacks' | 'failOn' | 'baseline' | 'waivers' | 'catalogue'>(
  { layers }: Configuration,
  key: K,
): (Sourced<NonNullable<RawConfig[K]>> & { readonly layer: ConfigLayer }) | undefined {
  for (const layer of layers.toReversed()) {
    const value = layer.value[key];
    if (value !== undefined) return { value, layer, place: { path: layer.file.path, pointer: child('', key) } };
  }
  return undefined;
}

function statements(layer: ConfigLayer, { path, categories }: ConfigQuery): { settings: RawSettings; place: Place }[] {
  const place: Place = { path: layer.file.path, pointer: '' };
  const overrides = (layer.value.overrides ?? []).flatMap((override, index) => {
    const files = listOf(override.files);
    const holds =
      (files.length === 0 || selectsPlan(files, layer.folder, path)) &&
      (override.categories === undefined || override.categories.some((one) => categories.includes(one)));
    return holds ? [{ settings: override, place: { ...place, pointer: child('/overrides', index) } }] : [];
  });
  return [{ settings: layer.value, place }, ...overrides];
}

function below({ path, pointer }: Place, ...keys: readonly string[]): Place {
  return { path, pointer: child(pointer, ...keys) };
}

const WEIGHT: Readonly<Record<ConfiguredLevel, number>> = { off: 0, warning: 1, error: 2 };

function changedLevels(
  levels: ReadonlyMap<string, Sourced<ConfiguredLevel>>,
  rules: readonly ConfigRule[],
): ConfiguredValue<ConfiguredLevel>[] {
  return rules.flatMap(({ id, level }) => {
    const said = levels.get(id);
    if (said?.place === undefined || said.value === level) return [];
    const { value, place } = said;
    return [{ name: id, value, otherwise: level, place, loosened: WEIGHT[value] < WEIGHT[level] }];
  });
}

function changedParameters(parameters: ReadonlyMap<string, Sourced<number>>, pack: Pack): ConfiguredValue<number>[] {
  return Object.entries(pack.parameters).flatMap(([name, own]) => {
    const said = parameters.get(name);
    if (said?.place === undefined || said.value === own.value) return [];
    const { value, place } = said;
    return [{ name, value, otherwise: own.value, place, loosened: !isStricter(value, own) }];
  });
}

/**
 * True if `value` certainly finds no less than the pack's own. False for a parameter without a stricter side: whichever
 * way it moves, it may find less.
 */
function isStricter(value: number, { value: own, stricter }: Parameter): boolean {
  return stricter === 'higher' ? value > own : stricter === 'lower' && value < own;
}

/**
 * Returns the pack with the configured parameters and criteria in place of its own. Rules and reports read this pack,
 * so they need no knowledge of configuration.
 */
function overlaid(
  pack: Pack,
  changed: readonly ConfiguredValue<number>[],
  profile: Sourced<string>,
  layers: readonly ConfigLayer[],
): Pack {
  if (changed.length === 0 && profile.value === 'default') return pack;
  const parameters = Object.fromEntries(
    changed
      .filter(({ name }) => Object.hasOwn(pack.parameters, name))
      .map(({ name, value }) => [name, { ...pack.parameters[name], value, configured: true as const }]),
  );
  const parts = pack.parts?.map((part) => overlaid(part, changed, profile, layers));
  return {
    ...pack,
    unchanged: pack.unchanged ?? pack,
    criteria: criteriaOf(profile.value, pack, layers),
    parameters: { ...pack.parameters, ...parameters },
    ...(parts && { parts }),
  };
}

function criteriaOf(profile: string, pack: Pack, layers: readonly ConfigLayer[]): readonly Criterion[] {
  if (profile === 'default') return pack.criteria;
  const defined = layers.findLast(({ value }) => Object.hasOwn(value.profiles ?? {}, profile));
  const rows = defined?.value.profiles?.[profile] ?? [];
  return rows.map(({ zones, fraction, level }, index) => ({
    id: `${profile}-${index + 1}`,
    tokens: zones,
    fraction,
    level,
    profile,
  }));
}

/**
 * True if the configured criteria ask less coverage or density than the pack's own of any zone that the pack can tell: of
 * any kind, with any role. Of each list the first criterion that matches a zone holds.
 */
function asksLess({ criteria }: Pack, own: Pack): boolean {
  if (criteria === own.criteria) return false;
  const density = ({ level }: Criterion) => own.densityLevels.find(({ id }) => id === level)?.density ?? 0;
  const isLess = (asked: Criterion | undefined, row: Criterion) =>
    asked === undefined || asked.fraction < row.fraction || density(asked) < density(row);
  const ranks = [
    ...own.zoneKinds.map(
      ({ id }) =>
        (token: string) =>
          isNamedBy(token, id),
    ),
    ...[...rolesOf(own)].map((role) => (token: string) => token === role),
  ].map((names): readonly [own: number, asked: number] => [firstOf(own.criteria, names), firstOf(criteria, names)]);
  const distinct = [...new Map(ranks.map((rank) => [rank.join(), rank])).values()];
  // A zone has a kind and roles: what comes first in either list, two of its names decide.
  return distinct.some(([ownA, askedA]) =>
    distinct.some(([ownB, askedB]) => {
      const row = own.criteria[Math.min(ownA, ownB)];
      return row !== undefined && isLess(criteria[Math.min(askedA, askedB)], row);
    }),
  );
}

/** Returns the index of the first criterion for a zone that such tokens name; the number of criteria if there is none. */
function firstOf(criteria: readonly Criterion[], names: (token: string) => boolean): number {
  const index = criteria.findIndex(({ tokens }) => tokens.some((token) => token === 'any' || names(token)));
  return index < 0 ? criteria.length : index;
}
