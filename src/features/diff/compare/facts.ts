// The edits of facts that aren't drawn: site, levels, declarations, waivers, project, configuration.
import { byCodeUnit } from '../../../base/order.js';
import { settingsOf, whereaboutsOf } from '../../../lint/support/terms.js';
import type { Report } from '../../../lint/types.js';
import type { Place } from '../../../source/types.js';
import { isSameData } from './element.js';
import type { Renames } from './elements.js';
import type { FactEdit, FactGroup } from './types.js';

/** Something stated that isn't drawn. */
interface Fact {
  readonly group: FactGroup;
  readonly path: string;
  readonly about: string;
  readonly value: unknown;
  readonly place: Place | undefined;
}

/**
 * Returns what the plans and their configurations state differently: site, levels, declarations, waivers, project,
 * parameters.
 */
export function factEdits(old: Report, now: Report, renames: Renames): Omit<FactEdit, 'number'>[] {
  const [before, after] = [factsOf(old, renames), factsOf(now)].map(
    (facts) => new Map(facts.map((fact) => [fact.path, fact])),
  );
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((path) => {
    const [from, to] = [before.get(path), after.get(path)];
    const known = to ?? from;
    if (known === undefined || isSameData(from?.value, to?.value)) return [];
    const { group, about, place } = known;
    const side = to === undefined ? 'old' : 'new';
    return [{ of: 'fact', group, path, about, from: from?.value, to: to?.value, side, place } as const];
  });
}

/**
 * Returns the facts of a report in the order in which they are listed.
 *
 * @param renames ids of the other plan by those of this one
 */
function factsOf(report: Report, renames: Renames = new Map()): Fact[] {
  return [
    ...siteFacts(report),
    ...levelFacts(report, renames),
    ...declarations(report, renames),
    ...projectFacts(report),
    ...configuration(report),
  ];
}

function siteFacts({ site }: Report): Fact[] {
  const { place, name, region, designation, keepsImportantItems, songAndDance, coordinates, north, categories } = site;
  const of = (path: string, value: unknown, at: Place = place): Fact => {
    return { group: 'site', path, about: path, value, place: at };
  };
  return [
    of('site.name', name),
    of('site.region', region),
    ...categories.map((one) => ({ ...of(`site.categories[${one.id}]`, one.id, one.place), about: one.id })),
    of('site.keepsImportantItems', keepsImportantItems),
    of('site.songAndDance', songAndDance),
    of('site.designation', designation),
    of('coordinates', coordinates),
    of('north', north ?? 0),
  ];
}

function levelFacts({ site }: Report, renames: Renames): Fact[] {
  return site.levels.flatMap(({ id: own, name, elevation, ceiling, place }) => {
    const id = renames.get(own) ?? own;
    const of = (key: string, value: unknown): Fact => {
      return { group: 'level', path: `levels[${id}].${key}`, about: id, value, place };
    };
    return [of('id', own), of('name', name), of('elevation', elevation), of('ceiling', ceiling)];
  });
}

function declarations({ site }: Report, renames: Renames): Fact[] {
  const absent = site.absent.map(({ role, reason, by, place }): Fact => {
    return { group: 'absent', path: `site.absent[${role}]`, about: role, value: { reason, by }, place };
  });
  const waivers = site.waivers.map(({ rule, subject, reason, by, document, until, place }): Fact => {
    const about = `${rule} ${renamed(subject, renames)}`;
    return { group: 'waiver', path: `waivers[${about}]`, about, value: { reason, by, document, until }, place };
  });
  const overrides = (site.overrides ?? []).map(({ id: own, key, to, leftOut, place }): Fact => {
    const id = renames.get(own) ?? own;
    const value = leftOut === undefined ? to : { [key]: to, reason: leftOut.reason };
    return { group: 'override', path: `overrides[${id}].${key}`, about: id, value, place };
  });
  return [...absent, ...waivers, ...overrides];
}

function projectFacts({ site: { project } }: Report): Fact[] {
  if (project === undefined) return [];
  const facts = project.facts.flatMap(({ path, value, place }): Fact[] => {
    const about = path.split('.')[0] ?? path;
    // Tracks are listed below by their clauses, whatever their order.
    return about === 'tracks' ? [] : [{ group: 'project', path: `project.${path}`, about, value, place }];
  });
  const tracks = project.tracks.map(({ clause, document, by, place }, index): Fact => {
    // One clause may be stated twice.
    const before = project.tracks.slice(0, index).filter((one) => one.clause === clause).length;
    const path = `project.tracks[${clause}]${before === 0 ? '' : `[${before}]`}`;
    return { group: 'project', path, about: clause, value: { document, by }, place };
  });
  return [...facts, ...tracks];
}

/** Returns what verdicts rest on that the plan doesn't contain: law pack, parameters, criteria, levels of severity. */
function configuration({ pack, options, path, site }: Report): Fact[] {
  const of = (name: string, about: string, value: unknown): Fact => {
    return { group: 'configuration', path: name, about, value, place: undefined };
  };
  const levels = options === undefined ? [] : settingsOf(options, path, whereaboutsOf(site)).levels;
  return [
    of('pack', 'pack', pack.id),
    ...Object.entries(pack.parameters)
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([name, { value }]) => of(`parameters.${name}`, name, value)),
    ...pack.criteria.map(({ id, tokens, fraction, level }) =>
      of(`criteria[${id}]`, 'criteria', { tokens, fraction, level }),
    ),
    ...levels.map(({ name, value }) => of(`rules.${name}`, name, value)),
  ];
}

/** Returns a subject with ids of the new plan in place of those of the old one. */
export function renamed(subject: string, renames: Renames): string {
  return renames.size === 0
    ? subject
    : subject
        .split(/([>/:])/)
        .map((part) => renames.get(part) ?? part)
        .join('');
}
