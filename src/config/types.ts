// Types of configuration files and of the settings they resolve to.

import type { Localized } from '../i18n/locale.js';
import type { DensityLevel, Pack } from '../law/types.js';
import type { Place, SourceFile } from '../source/types.js';

/** Levels of severity that a configuration may give a rule. `off`: the rule isn't run. */
export const LEVELS = ['off', 'warning', 'error'] as const;
/** A level of severity that a configuration gives a rule. `off`: the rule isn't run. */
export type ConfiguredLevel = (typeof LEVELS)[number];

/** The part of a rule that config needs (id, level, title); `config` may not import `rules`. */
export interface ConfigRule {
  readonly id: string;
  /** Level of severity unless configured otherwise. */
  readonly level: 'error' | 'warning';
  readonly title: Localized;
}

/** Settings that a configuration file may give for all plans or, in an item of `overrides`, for some of them. */
export interface RawSettings {
  /** Levels by rule id. */
  readonly rules?: Readonly<Record<string, ConfiguredLevel>>;
  /** Values by parameter name, each in the unit that the pack gives. */
  readonly parameters?: Readonly<Record<string, number>>;
  /** Name of the profile of design criteria. */
  readonly profile?: string;
}

/**
 * Settings for the plans that match any of `files` and whose site has any of `categories`. If one of the two is
 * absent, only the other selects.
 */
export interface RawOverride extends RawSettings {
  /** Globs, read from the folder of the configuration file. */
  readonly files?: string | readonly string[];
  /** Category ids. */
  readonly categories?: readonly string[];
}

/** One design criterion as written in a configuration file, where a profile is a list of criteria with a name. */
export interface RawCriterion {
  /** Roles or kinds of zones that the criterion is for. */
  readonly zones: readonly string[];
  /** Share of the zone that must be covered, 0 to 1. */
  readonly fraction: number;
  /** Level of detail that the covered share must reach. */
  readonly level: DensityLevel['id'];
}

/** A configuration file that passed the schema: what schemas/config.schema.json allows. */
export interface RawConfig extends RawSettings {
  readonly extends?: string | readonly string[];
  readonly packs?: string | readonly string[];
  readonly onlyPacks?: string | readonly string[];
  readonly failOn?: 'error' | 'warning' | 'review' | 'never';
  readonly profiles?: Readonly<Record<string, readonly RawCriterion[]>>;
  readonly baseline?: string;
  readonly waivers?: string | readonly string[];
  readonly catalogue?: string | readonly string[];
  readonly overrides?: readonly RawOverride[];
}

/** One configuration file that takes part in a configuration, with its folder. */
export interface ConfigLayer {
  readonly file: SourceFile;
  /** Absolute, `/`-separated folder of the file; its globs and paths are relative to it. */
  readonly folder: string;
  readonly value: RawConfig;
}

/** The files of a configuration as plain data. Files come after those they extend, and later ones win. */
export interface Configuration {
  readonly layers: readonly ConfigLayer[];
}

/** A setting's value and the place where it was set. */
export interface Sourced<T> {
  readonly value: T;
  /** Place in a configuration file; absent for sitecam's default and for values of the command line. */
  readonly place?: Place;
}

/** A rule level or parameter that the configuration changes for one plan. */
export interface ConfiguredValue<T> {
  /** Rule id or parameter name. */
  readonly name: string;
  readonly value: T;
  /** The value without configuration. */
  readonly otherwise: T;
  readonly place: Place;
  /** True if the change may find less than the default would. The report says so in its first lines. */
  readonly loosened: boolean;
}

/** The settings of one plan, resolved from a configuration. */
export interface Settings {
  /** The pack with the configured parameters and criteria in place of its own. */
  readonly pack: Pack;
  /** Name of the profile; `loosened` if it asks less than the pack's own criteria. */
  readonly profile: Sourced<string> & { readonly loosened: boolean };
  /** Rule levels that differ from the default. */
  readonly levels: readonly ConfiguredValue<ConfiguredLevel>[];
  /** Parameters that differ from the pack's. */
  readonly parameters: readonly ConfiguredValue<number>[];
  /** All files of the configuration, for the places above. */
  readonly files: readonly SourceFile[];
}
