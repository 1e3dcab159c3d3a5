// The stage that reads labels: points that describe the room they lie in.

import { addTo, groupBy } from '../../base/arrays.js';
import { ringArea } from '../../geometry/shapes/ring.js';
import { joined, type Text } from '../../i18n/catalogue.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import type { Pack } from '../../law/types.js';
import { holdersAmong } from '../../plan/inside.js';
import type { DraftLabel, DraftZone } from '../draft.js';
import { isPrivate } from '../kinds/named.js';
import { conflictNote, isPrivateRoom, kindWords, privateWithin, type Within } from '../kinds/private.js';
import type { Note } from '../notes.js';
import type { Stage } from '../stage.js';
import { isAtEdge } from './edges.js';
import { isOn } from './source-zones.js';
import { labels as t } from './texts.js';

/**
 * Distance in m from an edge at which a point may belong to the room on either side. More than a plan welds; no door is
 * closer to its frame. Chosen by sitecam.
 */
const BESIDE = 0.05;

/**
 * Gives rooms the names and kinds of the labels in them: a name to a room without one, a kind to a room of unknown
 * use. The room's own facts win over a label, except that a private kind wins as kinds/private.ts says. A label of a
 * private kind that may belong to several rooms leaves their use open, unless one is private itself; where people pass
 * or gather it is only a direction sign. Labels of other kinds that contradict each other are ignored, and so is a
 * label that may stand on another level. A label of a private kind outside any drawn room names a place that nobody
 * will judge: it gets a note of its own, by name.
 */
export const labelRooms: Stage = (draft, { pack }) => {
  const { labels = [], zones } = draft;
  if (labels.length === 0) return { draft, notes: [] };
  if ([zones, draft.walls, draft.openings, draft.devices].every((all) => all.length === 0)) {
    return {
      draft: { ...draft, labels: [] },
      notes: noteOf('left-out', t.alone({ said: allPrivate(labels, pack) }), labels),
    };
  }
  const found = new Map<DraftZone, DraftLabel[]>();
  const doubtful = new Map<DraftZone, DraftLabel[]>();
  const outside: DraftLabel[] = [];
  const astray: DraftLabel[] = [];
  const roomAt = roomsAt(zones);
  for (const label of labels) {
    const candidates =
      isSecret(label, pack) && isPrivateRoom(label.kind, pack) ? candidatesFor(label, zones, roomAt) : [];
    const [own] = candidates.filter((zone) => zone.untold === undefined && isPrivate(zone.kind, pack));
    const zone = own ?? (candidates.length === 1 ? candidates[0] : roomAt(label));
    // An amenity of a single room has given its use already.
    if (candidates.length === 1 && label.of?.includes(candidates[0]?.id ?? '')) continue;
    if (label.astray) astray.push(label);
    else if (own === undefined && candidates.length > 1) for (const one of candidates) addTo(doubtful, one, label);
    else if (zone === undefined) outside.push(label);
    else addTo(found, zone, label);
  }
  const taken: DraftZone[] = [];
  const idle: DraftLabel[] = [];
  const notes: Note[] = [];
  const labelled = zones.map((zone) => {
    const [own, doubts] = [found.get(zone), doubtful.get(zone)];
    if (own === undefined && doubts === undefined) return zone;
    const told = own === undefined ? { zone, notes: [] } : withLabels(zone, own, pack);
    notes.push(...told.notes);
    if (told.zone === zone) idle.push(...(own ?? []).filter((label) => !differs(label, zone)));
    else if (!told.won) taken.push(zone);
    if (doubts === undefined) return told.zone;
    const left = leftOpen(told.zone, doubts, pack);
    notes.push(...left.notes);
    return left.zone;
  });
  const isHeard = ({ quiet }: DraftLabel) => quiet === undefined;
  return {
    draft: { ...draft, zones: labelled, labels: [] },
    notes: [
      ...notes,
      ...outside.filter((label) => isSecret(label, pack)).map((label) => undrawnPrivate(label, pack)),
      ...noteOf('assumed', t.taken, taken),
      ...bySaying('astray', astray.filter(isHeard), pack),
      ...bySaying('idle', idle.filter(isHeard), pack),
      ...bySaying(
        'outside',
        outside.filter((label) => isHeard(label) && !isSecret(label, pack)),
        pack,
      ),
    ],
  };
};

/** True if a point gives a private kind. */
function isSecret({ kind, untold }: DraftLabel, pack: Pack): boolean {
  return untold === undefined && isPrivate(kind, pack);
}

/**
 * Returns the rooms that a point may describe: those the source names, else those whose edge it stands at; empty if
 * there are none.
 */
function candidatesFor(label: DraftLabel, zones: readonly DraftZone[], roomAt: RoomAt): readonly DraftZone[] {
  const said = zones.filter(({ id }) => label.of?.includes(id));
  if (said.length > 0) return said;
  const { at } = label;
  const isBeside = ({ rings }: DraftZone) => at !== undefined && isAtEdge(at, rings, BESIDE);
  const beside = zones.filter((zone) => isOn(zone, label.level) && isBeside(zone));
  if (beside.length === 0) return [];
  const within = roomAt(label, beside);
  // On the outline of a room inside another one it may belong to either.
  return within === undefined ? beside : [...beside, within];
}

/** Returns a room whose neighbour the points may describe: its use is open, unless people pass or gather there. */
function leftOpen(zone: DraftZone, labels: readonly DraftLabel[], pack: Pack): Told {
  const [label] = labels;
  if (label === undefined || zone.untold !== undefined || isPrivate(zone.kind, pack)) return { zone, notes: [] };
  return ended(privateWithin(zone.kind, pack) === 'sign' ? 'sign' : 'open', zone, label, pack);
}

interface Told {
  readonly zone: DraftZone;
  readonly notes: readonly Note[];
  /** True if a private point decided, which has a note of its own. */
  readonly won?: true;
}

/** Returns a room whose harmless kind a private point contradicts, with the note on it. */
function ended(end: Within, zone: DraftZone, label: DraftLabel, pack: Pack): Told {
  const [given, said] = [called(zone, pack), called(label, pack)];
  const note = conflictNote(end, { given, said, kind: label.kind }, pack);
  const about: Note = { ...note, level: zone.level, origin: label.origin, ids: [zone.id] };
  switch (end) {
    case 'won':
      return { zone: { ...zone, kind: label.kind, toldBy: undefined }, notes: [about], won: true };
    case 'open':
      // The stage noteUnknownKinds reports it with all rooms of unknown use.
      return {
        zone: { ...zone, kind: 'other', untold: `${zone.kind} / ${label.kind}`, toldBy: note },
        notes: [],
        won: true,
      };
    case 'sign':
      return { zone, notes: [about] };
  }
}

/** Returns name and kind of a room or point as text. */
function called({ name, kind }: Pick<DraftZone, 'name' | 'kind'>, pack: Pack): Localized {
  const words = kindWords(kind, pack);
  return name === undefined ? words : t.called({ name: verbatim(name), kind: words });
}

function noteOf(sort: Note['sort'], message: Text, of: readonly { readonly id: string }[]): Note[] {
  const ids = of.map((one) => one.id);
  return of.length === 0 ? [] : [{ sort, message, ids, count: of.length }];
}

function undrawnPrivate({ id, level, origin, kind, name }: DraftLabel, pack: Pack): Note {
  const words = kindWords(kind, pack);
  const message = t.private({ name: name ?? words, kind: words });
  return { sort: 'unknown', message, level, origin, ids: [id] };
}

/** Returns one note for all points with the same word, the most frequent first. */
function bySaying(id: 'astray' | 'idle' | 'outside', of: readonly DraftLabel[], pack: Pack): Note[] {
  const saying = groupBy(of, ({ untold, kind, name }) => (untold ?? kind) || (name ?? '–'));
  return [...saying]
    .sort(([, p], [, q]) => q.length - p.length)
    .map(([said, labels]) => ({
      sort: 'left-out',
      message: t[id]({ said: labels[0].untold === undefined ? wordsOf(labels, pack) : said }),
      ids: labels.map((label) => label.id),
      count: labels.length,
    }));
}

/** Number of names of points that one note gives, but for private ones of rooms that aren't drawn. */
const MOST_NAMES = 3;

/** Returns the name of a kind, with the words that points of this kind have in the source. */
function wordsOf(labels: readonly DraftLabel[], pack: Pack): Localized {
  const [{ kind }] = labels;
  const words = kindWords(kind, pack);
  const isOther = labels.some(({ name }) => name !== undefined && name !== words.zh && name !== words.en);
  return isOther ? t.called({ name: namesOf(labels, pack), kind: words }) : words;
}

/** Returns the first few names of points, of one without a name its kind. */
function namesOf(labels: readonly DraftLabel[], pack: Pack): Localized {
  const names = wordsByName(labels, pack);
  return few([...names.values()].slice(0, MOST_NAMES), names.size);
}

/** Returns the first few names of points, and all that give a private kind. */
function allPrivate(labels: readonly DraftLabel[], pack: Pack): Localized {
  const names = wordsByName(labels, pack);
  const secret = wordsByName(
    labels.filter((label) => isSecret(label, pack)),
    pack,
  );
  const others = [...names.keys()].filter((name) => !secret.has(name));
  const last = new Set(others.slice(Math.max(0, MOST_NAMES - secret.size)));
  const kept = [...names].flatMap(([name, words]) => (last.has(name) ? [] : [words]));
  return few(kept, names.size);
}

/** Returns what points are called, each name once. */
function wordsByName(labels: readonly DraftLabel[], pack: Pack): Map<string, Localized> {
  return new Map(
    labels.map(({ name, kind, untold }) => {
      const words =
        name === undefined && untold === undefined ? kindWords(kind, pack) : verbatim(name ?? (untold || '–'));
      return [words.zh, words];
    }),
  );
}

function few(names: readonly Localized[], all: number): Localized {
  const words = joined(names, t.between);
  return names.length < all ? t.others({ names: words }) : words;
}

/** Returns the innermost zone that contains a point and is none of `except`; undefined if there is none. */
type RoomAt = (label: DraftLabel, except?: readonly DraftZone[]) => DraftZone | undefined;

function roomsAt(zones: readonly DraftZone[]): RoomAt {
  const holdersOf = holdersAmong(zones.map(({ rings }) => rings));
  return ({ at, level }, except = []) => {
    if (at === undefined) return undefined;
    let innermost: DraftZone | undefined;
    for (const i of holdersOf(at)) {
      const zone = zones[i];
      if (!isOn(zone, level) || except.includes(zone)) continue;
      if (innermost === undefined || ringArea(zone.rings[0]) < ringArea(innermost.rings[0])) innermost = zone;
    }
    return innermost;
  };
}

/** Returns a room with the facts of the points in it; the same object if they add nothing. */
function withLabels(zone: DraftZone, all: readonly DraftLabel[], pack: Pack): Told {
  const labels = all.filter(({ quiet }) => quiet === undefined);
  const { level, untold } = zone;
  const names = different(labels.map(({ name }) => name));
  const kinds = different(labels.map((label) => (label.untold === undefined ? label.kind : undefined)));
  const name = zone.name ?? (names.length === 1 ? names[0] : undefined);
  const secret = all.find((label) => isSecret(label, pack) && isPrivateRoom(label.kind, pack));
  if (untold === undefined) {
    const wins = secret !== undefined && !isPrivate(zone.kind, pack);
    const differing = labels.filter((label) => differs(label, zone) && !(wins && isPrivate(label.kind, pack)));
    const said = kindsIn(different(differing.map(({ kind }) => kind)), pack);
    const message = t.differ({ kind: kindWords(zone.kind, pack), said });
    const differ: Note = { sort: 'left-out', message, level, ids: [zone.id], count: differing.length };
    const notes = differing.length === 0 ? [] : [differ];
    const named = name === zone.name ? zone : { ...zone, name };
    if (!wins) return { zone: named, notes };
    const told = ended(privateWithin(zone.kind, pack), zone, secret, pack);
    const changed = told.zone === zone ? named : { ...told.zone, name };
    return { ...told, zone: changed, notes: [...told.notes, ...notes] };
  }
  if (zone.toldBy?.message.id === 'labels/private-open') return { zone, notes: [] };
  const others = kinds.filter((kind) => kind !== secret?.kind);
  if (secret !== undefined && others.length > 0) {
    const said = called(secret, pack);
    const given = kindsIn(others, pack);
    const note = conflictNote('won', { given, said, kind: secret.kind }, pack);
    const about: Note = { ...note, level, origin: secret.origin, ids: [zone.id] };
    return { zone: { ...zone, name, kind: secret.kind, untold: undefined }, notes: [about], won: true };
  }
  const kind = secret?.kind ?? (kinds.length === 1 ? kinds[0] : undefined);
  if (kind !== undefined) return { zone: { ...zone, name, kind, untold: undefined }, notes: [] };
  const said = different(kinds.length > 1 ? kinds : labels.map((label) => label.untold)).join(' / ');
  const several: Note = { sort: 'unknown', message: t.several({ said: kindsIn(kinds, pack) }), level, ids: [zone.id] };
  const same = name === zone.name && (said === '' || untold !== '');
  return {
    zone: same ? zone : { ...zone, name, untold: untold === '' ? said : untold },
    notes: kinds.length > 1 ? [several] : [],
  };
}

/** Returns the names of kinds, one after another. */
function kindsIn(kinds: readonly string[], pack: Pack): Localized {
  return joined(
    kinds.map((kind) => kindWords(kind, pack)),
    t.between,
  );
}

/** True if both the point and the room have a known kind, and the kinds differ. */
function differs(label: DraftLabel, zone: DraftZone): boolean {
  return zone.untold === undefined && label.untold === undefined && label.kind !== zone.kind;
}

function different(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.flatMap((text) => (text === undefined || text === '' ? [] : [text])))];
}
