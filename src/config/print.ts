// The effective configuration of one plan, printed with the origin of each value.

import { joined } from '../i18n/catalogue.js';
import { type Locale, render, verbatim } from '../i18n/locale.js';
import { partsOf } from '../law/compose.js';
import { locate } from '../source/place/locate.js';
import type { Place, SourceFile } from '../source/types.js';
import { printText } from './texts.js';
import type { ConfigRule, Settings, Sourced } from './types.js';

/** Input of `printedConfig`: the settings of one plan, and the values that hold for the whole run. */
export interface Printed {
  /** Path of the plan, as shown to people. */
  readonly plan: string;
  readonly settings: Settings;
  /** Every rule, with the level it has unless configured. */
  readonly rules: readonly ConfigRule[];
  /**
   * Packs added to the laws in force, source by source: a value of the whole run, as are `onlyPacks`, `failOn`, `baseline`
   * and `waivers`. A value without a place comes from the command line if `given` names its key, and is a default otherwise.
   */
  readonly packs: readonly Sourced<readonly string[]>[];
  /** Packs that alone judge, whatever is in force. */
  readonly onlyPacks: readonly Sourced<readonly string[]>[];
  /** Least severe outcome that makes the run exit with 1. */
  readonly failOn: Sourced<string>;
  /** Path of the baseline; undefined if there is none. */
  readonly baseline: Sourced<string> | undefined;
  /** Paths of the waivers files. */
  readonly waivers: readonly string[];
  /** Paths of the catalogues of models. */
  readonly catalogue: readonly string[];
  /** Categories of the plan's site; undefined if the plan can't be read, so that overrides by category are left out. */
  readonly categories: readonly string[] | undefined;
  /** True if no law judges the plan: lint decides nothing on it. */
  readonly unjudged: boolean;
  /** Keys that the command line set. */
  readonly given: ReadonlySet<string>;
}

interface Line {
  readonly text: string;
  readonly from?: string;
}

/**
 * Returns the configuration that applies to one plan, as YAML of a configuration file. A comment on each line gives the
 * origin of the value: file, line and column, command line, or default.
 */
export function printedConfig(printed: Printed, locale: Locale): string {
  const { settings, rules, categories, given } = printed;
  const { pack } = settings;
  const from = (place: Place | undefined, key?: string) =>
    place !== undefined
      ? spot(place, settings.files)
      : key !== undefined && given.has(key)
        ? render(printText.commandLine, locale)
        : render(printText.defaulted, locale);
  const lines: Line[] = [
    ...packLines('packs', printed.packs, from),
    ...packLines('onlyPacks', printed.onlyPacks, from),
    { text: `failOn: ${printed.failOn.value}`, from: from(printed.failOn.place, 'failOn') },
    ...(printed.baseline === undefined
      ? []
      : [{ text: `baseline: ${scalar(printed.baseline.value)}`, from: from(printed.baseline.place, 'baseline') }]),
    ...(printed.waivers.length === 0
      ? []
      : [{ text: 'waivers:' }, ...printed.waivers.map((file) => ({ text: `  - ${scalar(file)}` }))]),
    ...(printed.catalogue.length === 0
      ? []
      : [{ text: 'catalogue:' }, ...printed.catalogue.map((file) => ({ text: `  - ${scalar(file)}` }))]),
    { text: 'rules:' },
    ...rules.map(({ id, level }) => {
      const changed = settings.levels.find(({ name }) => name === id);
      return { text: `  ${id}: ${changed?.value ?? level}`, from: from(changed?.place) };
    }),
    { text: 'parameters:' },
    ...Object.entries(pack.parameters).flatMap(([name, { value, unit, range }]) => {
      if (range === undefined) return [];
      const changed = settings.parameters.find((one) => one.name === name);
      const origin = from(changed?.place);
      return [
        {
          text: `  ${name}: ${value}`,
          from: unit === '' ? origin : `${unit}${render(printText.semicolon, locale)}${origin}`,
        },
      ];
    }),
    { text: `profile: ${scalar(settings.profile.value)}`, from: from(settings.profile.place) },
    ...criteria(settings),
  ];
  const width = Math.max(...lines.map(({ text }) => (text.length > WIDEST ? 0 : text.length)));
  const head = [
    printText.head({ plan: verbatim(printed.plan) }),
    categories === undefined
      ? printText.unread
      : printText.categories({ categories: joined(categories.map(verbatim), { zh: '、', en: ', ' }) }),
    printed.unjudged
      ? printText.noLaw
      : printText.judgedBy({
          packs: joined(
            partsOf(pack).map(({ id }) => verbatim(id)),
            { zh: '、', en: ', ' },
          ),
        }),
  ].map((text) => render(text, locale));
  return `${[...head, ...lines.map(({ text, from: origin }) => (origin === undefined ? text : `${text.padEnd(width)}  # ${origin}`))].join('\n')}\n`;
}

function packLines(
  key: 'packs' | 'onlyPacks',
  named: readonly Sourced<readonly string[]>[],
  from: (place: Place | undefined, key: string) => string,
): Line[] {
  const [first, ...others] = named.filter(({ value }) => value.length > 0);
  if (first === undefined) return [];
  if (others.length === 0)
    return [{ text: `${key}: [${first.value.map(scalar).join(', ')}]`, from: from(first.place, key) }];
  const packs = [first, ...others].flatMap(({ value, place }) => value.map((pack) => ({ pack, place })));
  return [
    { text: `${key}:` },
    ...packs.map(({ pack, place }) => ({ text: `  - ${scalar(pack)}`, from: from(place, key) })),
  ];
}

/**
 * Most characters of a line that is counted for the column of comments. Longer lines don't push all comments to the
 * right.
 */
const WIDEST = 48;

function criteria({ pack, profile }: Settings): Line[] {
  if (profile.value === 'default' || profile.value === 'none') return [];
  return [
    { text: 'profiles:' },
    { text: `  ${scalar(profile.value)}:` },
    ...pack.criteria.map(({ tokens, fraction, level }) => ({
      text: `    - {zones: [${tokens.join(', ')}], fraction: ${fraction}, level: ${level}}`,
    })),
  ];
}

function spot(place: Place, files: readonly SourceFile[]): string {
  const file = files.find(({ path }) => path === place.path);
  if (file === undefined) return place.path;
  const { start } = locate(file, place);
  return `${place.path}:${start.line}:${start.column}`;
}

/** Returns `text` as a YAML scalar that reads back as the same text. */
function scalar(text: string): string {
  return /^[A-Za-z0-9./][\w./-]*$/.test(text) ? text : JSON.stringify(text);
}
