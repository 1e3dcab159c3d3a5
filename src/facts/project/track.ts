// Tracks: which requirements of a law apply to a site, by its categories and by documents.
import { joined, type Text } from '../../i18n/catalogue.js';
import { namesSomething } from '../../i18n/content.js';
import { countedList, type Enumeration } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import { category, cite, clause, includesClause, paragraphOf } from '../../law/lookup.js';
import { clausesNamed } from '../../law/named.js';
import { isPublicBody } from '../../law/names/public-body.js';
import { foldName } from '../../law/names/text.js';
import type { Requirement } from '../../law/requirement.js';
import type { Basis, Category, ClauseId, Pack, Track } from '../../law/types.js';
import type { Site } from '../../plan/model.js';
import type { Fact } from '../../plan/project/model.js';
import type { Place } from '../../source/types.js';
import { articleOf } from '../protection/site.js';
import { t } from '../texts.js';

/** A statement in the plan about the site's track, with the document it comes from. */
export interface StatedTrack {
  /** The track's clause, as written. */
  readonly clause: ClauseId;
  /** Title of the document. */
  readonly document: string;
  /** The body that issued it. */
  readonly by: string;
  /** Place of the statement in the plan's files. */
  readonly place?: Place;
}

/** The part of a site that decides its tracks; the plan's statements are in `project.tracks`. */
export type TrackedSite = Pick<Site, 'categories'> & {
  readonly project?:
    | { readonly tracks?: readonly StatedTrack[]; readonly facts?: readonly Pick<Fact, 'path' | 'value'>[] }
    | undefined;
};

/** One category of the site and the track that its name puts it on. */
export interface CategoryTrack {
  readonly id: string;
  readonly place: Place;
  /** The pack's category; undefined if the pack doesn't have it. */
  readonly category: Category | undefined;
  /** Undefined: no track names the category. */
  readonly track?: Track;
  /** `law`: a word of the law names the category; `reading`: a word that may, by a reading of ours. */
  readonly basis: Basis;
}

/** Returns the site's categories with their tracks, each once, in the plan's order. */
export function categoryTracks({ categories }: TrackedSite, pack: Pack): readonly CategoryTrack[] {
  const first = new Map(categories.toReversed().map((each) => [each.id, each] as const));
  return categories
    .filter((each) => first.get(each.id) === each)
    .map(({ id, place }) => {
      const known = category(pack, id);
      const track = pack.tracks?.find(({ clause }) => clause === known?.clause);
      return { id, place, category: known, basis: known?.basis ?? 'reading', ...(track !== undefined && { track }) };
    });
}

/**
 * Returns the track that `written` names: by its clause id, or by a citation or another spelling that names no other
 * track as well. A paragraph with four tracks names none. Undefined: none, or several.
 */
export function trackNamed(pack: Pack, written: string): Track | undefined {
  const { tracks = [] } = pack;
  const exact = tracks.find(({ clause }) => clause === written);
  if (exact !== undefined || tracks.length === 0) return exact;
  // Only the law with the tracks is meant: the same article of another law changes nothing.
  const laws = new Set(tracks.map((track) => clause(pack, track.clause).instrument));
  const named = clausesNamed(written, { ...pack, clauses: pack.clauses.filter((each) => laws.has(each.instrument)) });
  const [only, ...others] = tracks.filter((track) => named.some(({ id }) => id === track.clause));
  return others.length === 0 ? only : undefined;
}

/** A category that a statement contradicts, and the clause whose words it contradicts. */
interface Contrary {
  readonly category: Category;
  readonly clause: ClauseId;
  /** `public`: the clause calls the place public and puts it on no track. */
  readonly as: 'track' | 'public';
}

/**
 * Returns the first category with which the law's own words contradict `track`: they put the category on another
 * track, or call it a public place while `track` is for places that aren't public. Undefined if there is none. Until
 * a person decides, the law's words count.
 */
export function contraryTo(categories: readonly CategoryTrack[], track: Track): Contrary | undefined {
  return categories.map((each) => contraryOf(each, track)).find((each) => each !== undefined);
}

function contraryOf({ category, track: own, basis }: CategoryTrack, track: Track): Contrary | undefined {
  if (category === undefined || basis !== 'law') return undefined;
  if (own !== undefined) return own.clause === track.clause ? undefined : { category, clause: own.clause, as: 'track' };
  const { publicBy } = category;
  return publicBy === undefined || track.public === true ? undefined : { category, clause: publicBy, as: 'public' };
}

/**
 * True if the report follows the track that the plan states as `written`: the law has that track, and its words put no
 * category of the site on another.
 */
export function isAdopted(site: TrackedSite, pack: Pack, written: string): boolean {
  const track = trackNamed(pack, written);
  return track !== undefined && contraryTo(categoryTracks(site, pack), track) === undefined;
}

/** True if the statement names a document and the body that issued it. */
export function isFounded({ document, by }: StatedTrack): boolean {
  return namesSomething(document) && namesSomething(by);
}

/** A statement of the plan, and the track of this pack that it names. */
interface TrackStatement {
  /** The statement. */
  readonly stated: StatedTrack;
  /** The track it names. */
  readonly track: Track;
}

/**
 * Returns the statements that the report follows: with a document, by an organ of the state other than the operator
 * (nobody can exempt itself from a law), and not contrary to the law's words. Only on tracks of this pack, in the
 * plan's order.
 */
export function statedTracks(site: TrackedSite, pack: Pack): readonly TrackStatement[] {
  const categories = categoryTracks(site, pack);
  return saidTracks(site, pack).filter(
    ({ stated, track }) => isOthersWord(site, stated) && contraryTo(categories, track) === undefined,
  );
}

/** True if `by` is an organ of the state other than the operator itself. */
export function isOthersWord({ project }: TrackedSite, { by }: Pick<StatedTrack, 'by'>): boolean {
  const operator = project?.facts?.find(({ path }) => path === 'operator.name')?.value;
  return isPublicBody(by) && !(typeof operator === 'string' && foldName(operator) === foldName(by));
}

/** Returns the statements with a document and its issuer, whoever that is. */
function saidTracks(site: TrackedSite, pack: Pack): readonly TrackStatement[] {
  return (site.project?.tracks ?? []).filter(isFounded).flatMap((stated) => {
    const track = trackNamed(pack, stated.clause);
    return track === undefined ? [] : [{ stated, track }];
  });
}

/** The tracks that a site may be on, and whether it is a public place. */
interface Standing {
  /** Tracks it is on, by the law's words, a statement, or a reading of ours. */
  readonly on: readonly Track[];
  /** All tracks that it may be on. */
  readonly possible: readonly Track[];
  /** Whether the law's words say so, or a reading of ours. */
  readonly basis: Basis;
}

/** Returns the tracks that the site is on or may be on. The law's words count first, then statements, then readings. */
function standingOf(site: TrackedSite, pack: Pack): Standing {
  const { tracks = [] } = pack;
  const stated = statedTracks(site, pack).map(({ track }) => track);
  const named = categoryTracks(site, pack);
  const byWord = named.filter(({ basis }) => basis === 'law');
  const sure = [...new Set([...tracksIn(byWord), ...stated])];
  const isWhole = stated.length > 0 || (named.length > 0 && tracksIn(byWord).length === named.length);
  if (isWhole) return { on: sure, possible: sure, basis: 'law' };
  const isPublic =
    sure.some((track) => track.public) || byWord.some(({ category }) => category?.publicBy !== undefined);
  const open = (only: boolean) => tracks.filter((track) => !only || track.public === true);
  if (sure.length > 0 || isPublic)
    return { on: sure, possible: [...new Set([...sure, ...open(isPublic)])], basis: 'law' };
  const read = tracksIn(named);
  return { on: read, possible: [...new Set([...read, ...open(read.some((track) => track.public))])], basis: 'reading' };
}

function tracksIn(named: readonly CategoryTrack[]): Track[] {
  return named.flatMap(({ track }) => track ?? []);
}

/** Returns the tracks the site is on by the law's own words and the plan's statements. */
export function tracksOf(site: TrackedSite, pack: Pack): readonly Track[] {
  const { on, basis } = standingOf(site, pack);
  return basis === 'law' ? on : [];
}

/**
 * Returns the citations of the tracks' clauses as a list. An item is cited by the paragraph or article that it belongs
 * to; the name of the law, if needed, stands before the first alone.
 */
export function trackNames(pack: Pack, tracks: readonly Track[]): Localized {
  return citedTogether(pack, trackClauses(pack, tracks));
}

/** Returns the citations of clauses of one law as a list; the law, if named, stands before the first alone. */
export function citedTogether(pack: Pack, ids: readonly ClauseId[]): Enumeration {
  return countedList(citations(pack, ids));
}

function citations(pack: Pack, ids: readonly ClauseId[]): Localized[] {
  return ids.map((id, index) => (index === 0 ? cite(pack, id) : clause(pack, id).citation));
}

/** Returns the clauses of the tracks, each once; for an item, the paragraph or article that it belongs to. */
export function trackClauses(pack: Pack, tracks: readonly Track[]): ClauseId[] {
  return [...new Set(tracks.map((track) => paragraphOf(pack, track.clause)))];
}

/** True if clause `id` is required of a place on `track`. */
function isRequiredOn({ spared = [], only }: Track, id: ClauseId): boolean {
  return only === undefined
    ? !spared.some((whole) => includesClause(whole, id))
    : only.some((whole) => includesClause(whole, id));
}

/** Answer to whether a law asks something of a site, with its basis: the law's words, or a reading of ours. */
export interface Applicability {
  readonly is: 'yes' | 'no' | 'unknown';
  readonly basis: Basis;
}

const SURELY: Applicability = { is: 'yes', basis: 'law' };

/** Returns whether what `asks` asks of a track is asked of the site: `unknown` if it may be on a track that differs. */
function askedBy(site: TrackedSite, pack: Pack, asks: (track: Track) => boolean): Applicability {
  if (pack.tracks === undefined) return SURELY;
  const { on, possible, basis } = standingOf(site, pack);
  if (on.some(asks)) return { is: 'yes', basis };
  if (possible.every(asks)) return { is: 'yes', basis: possible.length === pack.tracks.length ? 'law' : basis };
  return { is: possible.some(asks) ? 'unknown' : 'no', basis };
}

/**
 * Returns whether the law asks clause `id` of the site: `yes` if a track of the site requires it, or all tracks that
 * it may be on do; `no` if none of these does; else `unknown`. Without tracks in the pack always `yes`.
 */
export function trackAsks(site: TrackedSite, pack: Pack, id: ClauseId): Applicability {
  return askedBy(site, pack, (track) => isRequiredOn(track, id));
}

/**
 * Returns whether the law makes this requirement of the site: a track of the site must require the requirement's
 * first clause, and be one of those that the requirement is limited to, if it is. `yes` for a requirement without
 * clauses.
 */
export function rowApplies(site: TrackedSite, pack: Pack, { clauses: [main], tracks }: Requirement): Applicability {
  return main === undefined
    ? SURELY
    : askedBy(site, pack, (track) => isRequiredOn(track, main) && tracks?.includes(track.clause) !== false);
}

/** Returns whether the site is a public place in the sense of the law, by its tracks. */
export function publicPlace(site: TrackedSite, pack: Pack): Applicability {
  return askedBy(site, pack, (track) => track.public === true);
}

/**
 * Returns a sentence on what the plan has to state for the law to be applied: whether the site is a public place, if
 * that is unknown, and which article it falls under. Undefined if it certainly is no public place.
 */
export function trackQuestion(site: TrackedSite, pack: Pack): Text | undefined {
  const { is } = publicPlace(site, pack);
  if (is === 'no') return undefined;
  const articles = [
    ...new Set((pack.tracks ?? []).flatMap((track) => (track.public ? [articleOf(track.clause)] : []))),
  ];
  const names = { articles: joined(citations(pack, articles), t.or) };
  return is === 'yes' ? t.whichArticle(names) : t.whetherPublic(names);
}
