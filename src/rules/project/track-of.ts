import { localizedList } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import { category, cite, clause, covers, paragraphOf } from '../../law/lookup.js';
import { clausesNamed } from '../../law/named.js';
import { isPublicBody } from '../../law/names/public-body.js';
import { foldName } from '../../law/names/text.js';
import type { Basis, Category, ClauseId, Pack, Track } from '../../law/types.js';
import type { Site } from '../../plan/model.js';
import { namesSomething } from '../../plan/project/content.js';
import type { Fact } from '../../plan/project/model.js';
import type { Place } from '../../source/types.js';

/** What the plan's author says of the track a place is on, with the document that says so. */
export interface StatedTrack {
  readonly clause: ClauseId;
  readonly document: string;
  readonly by: string;
  readonly place?: Place;
}

/** A site as far as its tracks go: what the plan states of them stands in `project.tracks`. */
export type TrackedSite = Pick<Site, 'categories'> & {
  readonly project?:
    | { readonly tracks?: readonly StatedTrack[]; readonly facts?: readonly Pick<Fact, 'path' | 'value'>[] }
    | undefined;
};

/** One category of the site and the track that its word puts it on. */
export interface CategoryTrack {
  readonly id: string;
  readonly place: Place;
  readonly category: Category | undefined;
  /** Absent: no track names it. */
  readonly track?: Track;
  /** `law`: a word of the law names it; `sitecam`: a word that may, by a reading of ours. */
  readonly basis: Basis;
}

/** The track of each of the site's categories, in the plan's order, each once. */
export function categoryTracks({ categories }: TrackedSite, pack: Pack): readonly CategoryTrack[] {
  const first = new Map(categories.toReversed().map((each) => [each.id, each] as const));
  return categories
    .filter((each) => first.get(each.id) === each)
    .map(({ id, place }) => {
      const known = category(pack, id);
      const track = pack.tracks?.find(({ clause }) => clause === known?.clause);
      return { id, place, category: known, basis: known?.basis ?? 'sitecam', ...(track !== undefined && { track }) };
    });
}

/**
 * The track that a plan means by `written`: a track's clause itself, or a citation or another spelling of one that names
 * no other track along with it. 第七条第二款 names four, and so none.
 */
export function trackNamed(pack: Pack, written: string): Track | undefined {
  const { tracks = [] } = pack;
  const exact = tracks.find(({ clause }) => clause === written);
  if (exact !== undefined || tracks.length === 0) return exact;
  // Only the law that has the tracks is meant: another law's 第九条 beside it changes nothing.
  const laws = new Set(tracks.map((track) => clause(pack, track.clause).instrument));
  const named = clausesNamed(written, { ...pack, clauses: pack.clauses.filter((each) => laws.has(each.instrument)) });
  const [only, ...others] = tracks.filter((track) => named.some(({ id }) => id === track.clause));
  return others.length === 0 ? only : undefined;
}

/** Of the categories, the one that the law's own words put on another track than `track`: until a person decides, they hold. */
export function contraryTo(
  categories: readonly CategoryTrack[],
  { clause }: Track,
): (CategoryTrack & { readonly track: Track; readonly category: Category }) | undefined {
  return categories
    .flatMap((each) =>
      each.track !== undefined && each.category !== undefined
        ? [{ ...each, track: each.track, category: each.category }]
        : [],
    )
    .find(({ track, basis }) => basis === 'law' && track.clause !== clause);
}

/** Whether the report goes by what the plan states of its track: the law has it, and no word of the law says otherwise. */
export function isAdopted(site: TrackedSite, pack: Pack, written: string): boolean {
  const track = trackNamed(pack, written);
  return track !== undefined && contraryTo(categoryTracks(site, pack), track) === undefined;
}

/** Whether the statement names a document and whose it is. */
export function isFounded({ document, by }: StatedTrack): boolean {
  return namesSomething(document) && namesSomething(by);
}

/** A statement, and the track of this pack that it names. */
export interface Said {
  readonly stated: StatedTrack;
  readonly track: Track;
}

/**
 * What the report goes by of what the plan states: with a document, and by an organ of the state. Nobody takes itself out
 * of a law by its own word. Of the tracks this pack has, in the plan's order.
 */
export function statedTracks(site: TrackedSite, pack: Pack): readonly Said[] {
  return saidTracks(site, pack).filter(({ stated }) => isOthersWord(site, stated));
}

/** Whether an organ of the state says it, and one that isn't the operator itself. */
export function isOthersWord({ project }: TrackedSite, { by }: Pick<StatedTrack, 'by'>): boolean {
  const operator = project?.facts?.find(({ path }) => path === 'operator.name')?.value;
  return isPublicBody(by) && !(typeof operator === 'string' && foldName(operator) === foldName(by));
}

/** What the plan states with a document and whose, whoever that is. */
function saidTracks(site: TrackedSite, pack: Pack): readonly Said[] {
  return (site.project?.tracks ?? []).filter(isFounded).flatMap((stated) => {
    const track = trackNamed(pack, stated.clause);
    return track === undefined ? [] : [{ stated, track }];
  });
}

/** The statement, whoever's, by which what `id` says isn't asked of the site; undefined where there is none, or a word of the law or another statement asks it all the same. */
export function saidNotAsked(site: TrackedSite, pack: Pack, id: ClauseId): StatedTrack | undefined {
  const said = saidTracks(site, pack);
  const on = [...tracksOf(site, pack).on, ...said.map(({ track }) => track)];
  return on.some((track) => isAskedOn(track, id)) ? undefined : said[0]?.stated;
}

/**
 * Which tracks the site is on as far as the law's own words and the plan's statement say, and whether that is all: where
 * a category of it has no word and no statement stands, it may be on any other as well.
 */
export function tracksOf(site: TrackedSite, pack: Pack): { readonly on: readonly Track[]; readonly sure: boolean } {
  const stated = statedTracks(site, pack).map(({ track }) => track);
  const named = categoryTracks(site, pack);
  const byWord = named.flatMap(({ track, basis }) => (track !== undefined && basis === 'law' ? [track] : []));
  const sure = stated.length > 0 || (named.length > 0 && byWord.length === named.length);
  return { on: [...new Set([...byWord, ...stated])], sure };
}

/** 国务院令第799号第七条第二款、第九条第一款: the clauses of some tracks, items by their paragraph, the law once. */
export function trackNames(pack: Pack, tracks: readonly Track[]): Localized {
  return citedTogether(pack, trackClauses(pack, tracks));
}

/** Clauses of one law one after another, the law, where it is named, before the first alone. */
export function citedTogether(pack: Pack, ids: readonly ClauseId[]): Localized {
  return localizedList(ids.map((id, index) => (index === 0 ? cite(pack, id) : clause(pack, id).citation)));
}

/** The clauses of some tracks, items by their paragraph, each once. */
export function trackClauses(pack: Pack, tracks: readonly Track[]): ClauseId[] {
  return [...new Set(tracks.map((track) => paragraphOf(pack, track.clause)))];
}

/** Whether a place on `track` is asked what clause `id` says. */
export function isAskedOn({ spared = [], only }: Track, id: ClauseId): boolean {
  return only === undefined ? !spared.some((whole) => covers(whole, id)) : only.some((whole) => covers(whole, id));
}

/**
 * Whether what `id` says is asked of the site: `yes` where a track that it is on asks it, `no` where none does and
 * there is no other it may be on, else `unknown`. A pack without tracks asks everything of every place.
 */
export function trackAsks(site: TrackedSite, pack: Pack, id: ClauseId): 'yes' | 'no' | 'unknown' {
  const { tracks } = pack;
  if (tracks === undefined) return 'yes';
  const { on, sure } = tracksOf(site, pack);
  if (on.some((track) => isAskedOn(track, id))) return 'yes';
  if (sure) return 'no';
  return tracks.every((track) => isAskedOn(track, id)) ? 'yes' : 'unknown';
}
