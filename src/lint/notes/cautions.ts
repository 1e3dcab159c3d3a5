// Cautions that a report opens with, and assumptions that come from a configuration.
import { groupBy } from '../../base/arrays.js';
import type { ConfiguredValue, Settings } from '../../config/types.js';
import { unsettledZones } from '../../facts/unknown-use.js';
import { joined } from '../../i18n/catalogue.js';
import { localizedList } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { partsOf } from '../../law/compose.js';
import { cite } from '../../law/lookup.js';
import type { Pack } from '../../law/types.js';
import type { Site } from '../../plan/model.js';
import { clausesUnder, type Rule } from '../../rules/rule.js';
import { locate } from '../../source/place/locate.js';
import type { Place } from '../../source/types.js';
import type { Assumption, Caution, LintTerms } from '../types.js';
import { assumed, type Row } from './assumptions.js';
import { withUnit } from './figures.js';
import { lawCautions } from './law-cautions.js';
import { leftOutElements, relabelledText, relabelledZones, withdrawnUse } from './overrides.js';
import { elements, LEVEL_NAMES, t } from './texts.js';

type LineOf = (place: Place) => string;

/** Returns a function that writes a place in a configuration as `path:line`. */
function linesOf({ files }: Settings): LineOf {
  return (place) => {
    const file = files.find(({ path }) => path === place.path);
    return file === undefined ? place.path : `${place.path}:${locate(file, place).start.line}`;
  };
}

/**
 * Returns what the reader must know before the first verdict: laws not judged by, foreign packs, loosened rules, users'
 * own packs, refused files (`refused`), waivers not applied (`noWaivers`), elements left out, overridden places, unknown
 * uses, and the caution `exit` on the exit code. `distrust`: true if the run is a reviewer's.
 */
export function cautionsOf(
  settings: Settings,
  site: Site,
  { refused = [], noWaivers = false, distrust, exit }: Pick<LintTerms, 'refused' | 'noWaivers' | 'distrust' | 'exit'>,
  rules: readonly Rule[],
  today: string,
): Caution[] {
  const lineOf = linesOf(settings);
  const loose = [
    ...settings.levels.filter(({ loosened }) => loosened).map((one) => levelText(one, rules, site.pack, lineOf)),
    ...settings.parameters.filter(({ loosened }) => loosened).map((one) => parameterText(one, site.pack, lineOf)),
    ...(settings.profile.loosened ? [profileText(settings.profile, lineOf)] : []),
  ];
  const waivers = noWaivers && site.waivers.length > 0 ? [t.unapplied({ n: site.waivers.length })] : [];
  return [
    ...lawCautions(site, today, distrust === true),
    ...loose.map((what): Caution => ({ kind: 'loosened', text: t.loosened({ what }) })),
    ...writtenCautions(site),
    ...[...refused, ...waivers].map((text): Caution => ({ kind: 'refused', text })),
    ...leftOutCautions(site),
    ...relabelledCaution(site),
    ...unstatedCaution(site),
    ...unsettledCaution(site),
    ...(exit === undefined ? [] : [{ kind: 'exit' as const, text: exit }]),
  ];
}

/** Returns cautions on packs that sitecam doesn't ship: nobody here has checked their account of the law. */
function writtenCautions({ pack }: Site): Caution[] {
  return partsOf(pack).flatMap(({ id, written }): Caution[] => {
    if (written === undefined) return [];
    const [first, ...others] = written.sources;
    const hash = first === undefined || others.length > 0 ? t.hashesBelow : verbatim(`SHA-256 ${first.sha256}`);
    return [{ kind: 'written', text: t.written({ id, path: written.path, hash }) }];
  });
}

/**
 * Returns a caution for each kind of element that the author leaves out, so that a camera isn't hidden among many walls.
 */
function leftOutCautions(site: Site): Caution[] {
  return [...groupBy(leftOutElements(site), ({ element }) => element)].map(([element, all]) => {
    const items = joined(
      all.slice(0, MOST_LEFT_OUT).map(({ text }) => text),
      t.semicolon,
    );
    const more = all.length > MOST_LEFT_OUT ? t.leftOutMore : verbatim('');
    return { kind: 'left-out', text: t.leftOutOf({ sort: elements[element], n: all.length, items, more }) };
  });
}

/** Most elements of one kind that the caution on them names; the assumptions list all. */
const MOST_LEFT_OUT = 30;

/** Returns the caution on zones of unknown use: there may be more findings than those listed. */
function unsettledCaution(site: Site): Caution[] {
  const zones = unsettledZones(site).map(({ id }) => id);
  if (zones.length === 0) return [];
  return [{ kind: 'unsettled', text: t.unsettled({ n: zones.length, zones: firstOf(zones) }) }];
}

/**
 * Returns the caution on private places that overrides relabel, such as a restroom called a store and judged as one.
 */
function relabelledCaution(site: Site): Caution[] {
  const all = relabelledZones(site);
  if (all.length === 0) return [];
  const shown = joined(all.slice(0, MOST_NAMED).map(relabelledText), t.comma);
  const zones = all.length > MOST_NAMED ? joined([shown, t.etc]) : shown;
  return [{ kind: 'overridden', text: t.relabelled({ n: all.length, zones }) }];
}

/**
 * Returns the caution on zones whose unknown use an override withdrew without stating a use: they are no longer open,
 * yet nobody said what they are for.
 */
function unstatedCaution(site: Site): Caution[] {
  const ids = withdrawnUse(site);
  if (ids.length === 0) return [];
  return [{ kind: 'overridden', text: t.unstated({ n: ids.length, zones: firstOf(ids) }) }];
}

/** Most zones that a caution names; the assumptions list all. */
const MOST_NAMED = 5;

/** Returns the first of `ids` as an enumeration that tells if there are more. */
function firstOf(ids: readonly string[]): Localized {
  if (ids.length <= MOST_NAMED) return localizedList(ids);
  return joined([joined(ids.slice(0, MOST_NAMED).map(verbatim), t.comma), t.etc]);
}

/** Returns the clause that a rule judges by, in parentheses; empty if it has none in the pack. */
function provisionOf(id: string, rules: readonly Rule[], pack: Pack): Localized {
  const rule = rules.find((each) => each.id === id);
  const main = rule === undefined ? undefined : clausesUnder(rule, pack)[0]?.replace(/\([^)]*\)$/, '');
  if (main === undefined || !pack.clauses.some((clause) => clause.id === main)) return verbatim('');
  return t.provision({ clause: cite(pack, main) });
}

function levelText(
  { name, value, otherwise, place }: ConfiguredValue<'off' | 'warning' | 'error'>,
  rules: readonly Rule[],
  pack: Pack,
  lineOf: LineOf,
): Localized {
  return t.level({
    rule: name,
    provision: provisionOf(name, rules, pack),
    was: LEVEL_NAMES[otherwise],
    now: LEVEL_NAMES[value],
    line: lineOf(place),
  });
}

function parameterText(
  { name, value, otherwise, place }: ConfiguredValue<number>,
  pack: Pack,
  lineOf: LineOf,
): Localized {
  const { what, unit } = pack.parameters[name];
  return t.parameter({ name, what, was: withUnit(otherwise, unit), now: withUnit(value, unit), line: lineOf(place) });
}

function profileText({ value, place }: Settings['profile'], lineOf: LineOf): Localized {
  return t.profile({ profile: value, line: place === undefined ? '' : lineOf(place) });
}

/** Returns the rows on every value that a configuration sets in place of sitecam's, with its place in the file. */
export function configuredAssumptions(settings: Settings, rules: readonly Rule[], pack: Pack): Assumption[] {
  const lineOf = linesOf(settings);
  const { value: profile, place } = settings.profile;
  return assumed('run', [
    ...settings.files.map(({ path, sha256 }): Row => [t.configurationFile({ path }), verbatim(sha256)]),
    ...settings.levels.map((one): Row => [t.configuredLevel, levelText(one, rules, pack, lineOf)]),
    ...settings.parameters.map((one): Row => [t.configuredParameter, parameterText(one, pack, lineOf)]),
    ...(place === undefined ? [] : [[t.configuredProfile, t.profileAt({ profile, line: lineOf(place) })] as const]),
  ]);
}
