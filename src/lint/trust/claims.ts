// Author's claims that could make a verdict pass.

import { byPack, type RuleContext } from '../../facts/context.js';
import { conditionReads } from '../../facts/project/condition.js';
import { inPhase } from '../../facts/project/stated-facts.js';
import { isAdopted, statedTracks } from '../../facts/project/track.js';
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

/** An author's claim that verdicts rest on, with all elements it is made of. */
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
  const ofZones = (zh: string, en: string, claims: (zone: Zone) => boolean): AuthorClaim => ({
    what: { zh, en },
    of: zones.filter(claims).map(({ id }) => verbatim(id)),
  });
  const said: AuthorClaim[] = [
    {
      what: { zh: '载明无此部位', en: 'stated to have none' },
      of: site.absent.map(({ role }) => placeName(site.pack, role)),
    },
    {
      what: { zh: '载明未存放重要物品', en: 'stated to keep no important items' },
      of: site.keepsImportantItems === false ? [verbatim(site.name)] : [],
    },
    {
      what: { zh: '载明不是歌舞娱乐场所', en: 'stated to be no song-and-dance venue' },
      of: site.songAndDance === false ? [verbatim(site.name)] : [],
    },
    {
      what: { zh: '图面上方偏离正北的角度（north，度）', en: 'degrees by which the top of the drawing is off north' },
      of: site.north === undefined ? [] : [verbatim(String(site.north))],
    },
    ofZones(
      '名称与类型不一致而以书面说明为准的区域',
      'zones whose name does not agree with their kind, explained in writing',
      ({ kindConfirmed }) => kindConfirmed !== undefined,
    ),
    ofZones(
      '类型为“其他”、不按第八条和第九条审查的区域',
      "zones of kind 'other', of which neither Art. 8 nor Art. 9 asks anything",
      ({ kind, kindUnknown, namedKind }) => kind === 'other' && kindUnknown === undefined && namedKind === undefined,
    ),
    ofZones(
      '标明为非公共区域的区域',
      'zones stated not to be public',
      ({ publicDeclared, public: isPublic, saidNotPublic, kind }) =>
        (publicDeclared && !isPublic) ||
        (saidNotPublic === true && prohibitionOf(site.pack, kind)?.publicOnly !== undefined),
    ),
    ofZones(
      '标明不封闭（按类型通常封闭）的区域',
      'zones stated not to be enclosed, which their kind usually is',
      ({ enclosed, spec }) => !enclosed && spec?.enclosed === true,
    ),
    ofZones('标明为次要通道的区域', 'passages stated to be secondary', ({ secondary }) => secondary),
    ofZones(
      '挖有孔洞（holes）的涉及个人隐私的区域',
      'private places with holes cut out of them',
      ({ kind, region }) => region.shadows.length > 0 && prohibitionOf(site.pack, kind) !== undefined,
    ),
    {
      what: {
        zh: '仅由设计人员载明、据此不审查有关条文的项目事项',
        en: 'facts of the project by which articles are not asked, on the author’s word alone',
      },
      of: sparing(site),
    },
    ...deferred(context),
    ...deviceClaims(devices).map(([zh, en, named]) => ({ what: { zh, en }, of: named.map(({ id }) => verbatim(id)) })),
    {
      what: {
        zh: '标明固定且不透视（磨砂、贴膜、不透明）的门窗',
        en: 'panes stated to be fixed and not to be seen through',
      },
      of: openings.filter(({ film, glazing }) => film || glazing === 'opaque').map(({ id }) => verbatim(id)),
    },
    {
      what: { zh: '标明不能自内锁闭的门', en: 'doors stated not to lock from inside' },
      of: openings.filter(({ lock }) => lock === 'outer' || lock === 'none').map(({ id }) => verbatim(id)),
    },
  ];
  return said.filter(({ of }) => of.length > 0);
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

/** Returns the claim that the phase defers requirements, if any depend on it. */
function deferred(context: RuleContext): AuthorClaim[] {
  const found = deferredBy(context);
  if (found === undefined) return [];
  const { phase, clauses } = found;
  const what = {
    zh: `项目所处阶段为${phase.zh}，据此尚不审查或者只审查一部分的条款`,
    en: `that the project is in its phase '${phase.en}', for which provisions are not asked yet, or in part`,
  };
  return [{ what, of: clauses }];
}

/** The clauses that the stated phase keeps from being judged, in whole or in part. */
interface Deferred {
  /** Name of the stated phase. */
  readonly phase: Localized;
  /** Citations of the clauses that would ask more if the system were in use; in the packs' order, each once. */
  readonly clauses: readonly Localized[];
}

/** The last phase, in which every requirement on a system applies. */
const LAST: Phase = 'in-use';

/**
 * Returns the clauses deferred by the phase alone. Undefined if the plan states no project, the system is in use, or
 * nothing depends on the phase.
 */
function deferredBy(context: RuleContext): Deferred | undefined {
  const { project } = context.site;
  if (project === undefined || project.phase === LAST) return undefined;
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
  return distinct.length === 0 ? undefined : { phase: meaningAt('phase', project.phase), clauses: distinct };
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
