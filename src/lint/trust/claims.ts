// Author's claims that could make a verdict pass.

import { byPack, type RuleContext } from '../../facts/context.js';
import { conditionReads } from '../../facts/project/condition.js';
import { inPhase } from '../../facts/project/stated-facts.js';
import { isAdopted, statedTracks } from '../../facts/project/track.js';
import { isFoundedAbsence } from '../../facts/protection/site.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { partsOf } from '../../law/compose.js';
import { cite, prohibitionOf } from '../../law/lookup.js';
import type { Phase } from '../../law/requirement.js';
import type { Site, Zone } from '../../plan/model.js';
import { factName, meaningAt } from '../../plan/project/names.js';
import { rule } from '../../rules/project/requirement.js';
import type { Statement } from '../../rules/verdict.js';
import { deviceClaims } from '../notes/author-claims.js';
import { placeName } from '../notes/names.js';
import { claims } from './texts.js';

/** An author's claim that verdicts rest on, with all elements that it is about. */
export interface AuthorClaim {
  readonly what: Localized;
  /** Ids, or words of the plan; at least one. */
  readonly of: readonly Localized[];
}

/**
 * Returns the author's claims that could be made in order to pass: that an element isn't there, isn't what it is
 * called, is no public place. Excludes claims that improve no verdict (validity in time, a room's name).
 */
export function claimsOf(context: RuleContext): AuthorClaim[] {
  const { site } = context;
  const zones = [...new Map(site.levels.flatMap((level) => level.zones).map((zone) => [zone.id, zone])).values()];
  const openings = site.levels.flatMap((level) => level.openings);
  const devices = site.levels.flatMap((level) => level.devices);
  const ofZones = (holds: (zone: Zone) => boolean) => zones.filter(holds).map(({ id }) => verbatim(id));
  const onSite = (holds: boolean) => (holds ? [verbatim(site.name)] : []);
  const all: (readonly [what: Localized, of: readonly Localized[]])[] = [
    [claims.absent, site.absent.filter(isFoundedAbsence).map(({ role }) => placeName(site.pack, role))],
    [claims.noItems, onSite(site.keepsImportantItems === false)],
    [claims.noDance, onSite(site.songAndDance === false)],
    [claims.north, site.north === undefined ? [] : [verbatim(String(site.north))]],
    [claims.renamed, ofZones(({ kindConfirmed }) => kindConfirmed !== undefined)],
    [
      claims.other,
      ofZones(
        ({ kind, kindUnknown, namedKind }) => kind === 'other' && kindUnknown === undefined && namedKind === undefined,
      ),
    ],
    [
      claims.notPublic,
      ofZones(
        ({ publicDeclared, public: isPublic, saidNotPublic, kind }) =>
          (publicDeclared && !isPublic) ||
          (saidNotPublic === true && prohibitionOf(site.pack, kind)?.publicOnly !== undefined),
      ),
    ],
    [claims.notEnclosed, ofZones(({ enclosed, spec }) => !enclosed && spec?.enclosed === true)],
    [claims.secondary, ofZones(({ secondary }) => secondary)],
    [
      claims.holes,
      ofZones(({ kind, region }) => region.shadows.length > 0 && prohibitionOf(site.pack, kind) !== undefined),
    ],
    [claims.sparing, sparing(site)],
    ...deferred(context),
    ...deviceClaims(devices).map(([what, named]) => [what, named.map(({ id }) => verbatim(id))] as const),
    [claims.panes, openings.filter(({ film, glazing }) => film || glazing === 'opaque').map(({ id }) => verbatim(id))],
    [claims.locks, openings.filter(({ lock }) => lock === 'outer' || lock === 'none').map(({ id }) => verbatim(id))],
  ];
  return all.flatMap(([what, of]) => (of.length === 0 ? [] : [{ what, of }]));
}

/** Stated facts by which the law asks less. */
const SPARING: ReadonlySet<string> = new Set([
  'works=none',
  'designReview.required=none',
  'risk.published=none',
  'units.design=none',
  'units.construction=none',
  'units.supervision=none',
  'units.maintenance=none',
  'neighbours.secretUnits=none',
  'antiTerrorKeyTarget=none',
]);

function sparing(site: Site): Localized[] {
  const isTrack = (path: string, value: unknown) =>
    /^tracks\.\d+\.clause$/.test(path) &&
    typeof value === 'string' &&
    partsOf(site.pack).some(
      (pack) => isAdopted(site, pack, value) && statedTracks(site, pack).some(({ stated }) => stated.clause === value),
    );
  const conditions = partsOf(site.pack).flatMap(({ requirements = [] }) =>
    requirements.flatMap(({ cases }) => cases.flatMap(({ when }) => when ?? [])),
  );
  const asked = new Set(conditions.flatMap((when) => conditionReads(when).paths));
  // `units.maintenance=none` spares a row that may only ask for facts below that path.
  const isAskedFor = (path: string) => [...asked].some((one) => one === path || one.startsWith(`${path}.`));
  return (site.project?.facts ?? [])
    .filter(({ path, value }) => (SPARING.has(`${path}=${value}`) && isAskedFor(path)) || isTrack(path, value))
    .map(({ path }) => factName(path));
}

/** The last phase, in which every requirement on a system applies. */
const LAST: Phase = 'in-use';

/**
 * Returns the claim that the phase defers clauses, in whole or in part: citations in the packs' order, each once. Empty
 * if the plan states no project, the system is in use, or nothing depends on the phase.
 */
function deferred(context: RuleContext): (readonly [what: Localized, of: readonly Localized[]])[] {
  const { project } = context.site;
  if (project === undefined || project.phase === LAST) return [];
  const last = inPhase(project, LAST);
  const clauses = byPack(context).flatMap((each) => {
    if (each.pack.requirements === undefined) return [];
    const later = new Map(
      rule.check({ ...each, site: { ...each.site, project: last } }).map((said) => [said.subject, said] as const),
    );
    return rule
      .check(each)
      .filter((said) => isBetter(said, later.get(said.subject)))
      .flatMap(({ clauses: [main] }) => (main === undefined ? [] : [cite(each.pack, main)]));
  });
  const distinct = [...new Map(clauses.map((each) => [each.zh, each])).values()];
  return distinct.length === 0 ? [] : [[claims.deferred({ phase: meaningAt('phase', project.phase) }), distinct]];
}

/** Messages on a phase that is contradicted, or may be: such a phase defers nothing. */
const UNDECIDED: ReadonlySet<string> = new Set(['doubtful', 'ofEither', 'ifInstalled']);

/**
 * True if the phase spares the site something of this requirement. A statement that contradicts the phase is open all
 * the same.
 */
function isBetter({ message }: Statement, later: Statement | undefined): boolean {
  return !UNDECIDED.has(message.id) && JSON.stringify(message) !== JSON.stringify(later?.message);
}
