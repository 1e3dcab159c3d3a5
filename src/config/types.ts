import type { Localized } from '../i18n/locale.js';
import type { DensityLevel, Pack } from '../law/types.js';
import type { Place, SourceFile } from '../source/types.js';

/** What a configuration may say of a rule: its level, or that it isn't run. */
export const LEVELS = ['off', 'warning', 'error'] as const;
export type ConfiguredLevel = (typeof LEVELS)[number];

/** What configuration knows of a rule: rules stand on a floor above. */
export interface ConfigRule {
  readonly id: string;
  readonly level: 'error' | 'warning';
  readonly title: Localized;
}

/** What may be set for all plans, or by an override for some of them. */
export interface RawSettings {
  readonly rules?: Readonly<Record<string, ConfiguredLevel>>;
  readonly parameters?: Readonly<Record<string, number>>;
  readonly profile?: string;
}

export interface RawOverride extends RawSettings {
  readonly files?: string | readonly string[];
  readonly categories?: readonly string[];
}

export interface RawCriterion {
  readonly zones: readonly string[];
  readonly fraction: number;
  readonly level: DensityLevel['id'];
}

/** A configuration file after the schema's check: what schemas/config.schema.json allows. */
export interface RawConfig extends RawSettings {
  readonly extends?: string | readonly string[];
  readonly pack?: string | readonly string[];
  readonly failOn?: 'error' | 'warning' | 'review' | 'never';
  readonly profiles?: Readonly<Record<string, readonly RawCriterion[]>>;
  readonly baseline?: string;
  readonly waivers?: string | readonly string[];
  readonly overrides?: readonly RawOverride[];
}

/** One file of a configuration. */
export interface ConfigLayer {
  readonly file: SourceFile;
  /** Absolute, `/`-separated: where its globs and paths begin. */
  readonly folder: string;
  readonly value: RawConfig;
}

/** The files of a configuration, those extended before those that extend them: later ones win. Plain data. */
export interface Configuration {
  readonly layers: readonly ConfigLayer[];
}

/** Where a value comes from: a place in a configuration; absent: sitecam's own default. */
export interface Sourced<T> {
  readonly value: T;
  readonly place?: Place;
}

/** A value as configured for one plan, with what sitecam would take without. */
export interface ConfiguredValue<T> {
  readonly name: string;
  readonly value: T;
  readonly otherwise: T;
  readonly place: Place;
  /** Finds less than without: said in a report's first lines. */
  readonly loosened: boolean;
}

/** What a configuration comes to for one plan. */
export interface Settings {
  /** With the configured parameters and criteria in place of its own. */
  readonly pack: Pack;
  readonly profile: Sourced<string> & { readonly loosened: boolean };
  readonly levels: readonly ConfiguredValue<ConfiguredLevel>[];
  readonly parameters: readonly ConfiguredValue<number>[];
  /** The files that said any of it, and those that they extend. */
  readonly files: readonly SourceFile[];
}
