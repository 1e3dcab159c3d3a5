import { ringArea } from '../../geometry/ring.js';
import { prohibitionOf } from '../../law/lookup.js';
import { inRing } from '../../plan/inside.js';
import type { DraftLabel, DraftZone } from '../draft.js';
import type { Note, NoteMessages } from '../notes.js';
import type { Stage } from '../stage.js';

/**
 * Lets points in rooms say what the rooms are: a point gives a name to a room that has none, and a kind to one whose kind
 * couldn't be told. What the outline of a room says goes before what a point in it says; of points that contradict each other
 * none is believed, nor is one that may well stand on another level. A private place that a point names where no room is drawn
 * is one that nobody will judge: said by its name, and not among what is merely left out.
 */
export const labelRooms: Stage = (draft, { pack }) => {
  const { labels = [], zones } = draft;
  if (labels.length === 0) return { draft, notes: [] };
  const found = new Map<DraftZone, DraftLabel[]>();
  const outside: DraftLabel[] = [];
  const astray: DraftLabel[] = [];
  for (const label of labels) {
    const zone = roomAt(label, zones);
    if (label.astray) astray.push(label);
    else if (zone === undefined) outside.push(label);
    else found.set(zone, [...(found.get(zone) ?? []), label]);
  }
  const taken: DraftZone[] = [];
  const idle: DraftLabel[] = [];
  const notes: Note[] = [];
  const labelled = zones.map((zone) => {
    const own = found.get(zone);
    if (own === undefined) return zone;
    const told = withLabels(zone, own);
    notes.push(...told.notes);
    if (told.zone === zone) idle.push(...own.filter((label) => !differs(label, zone)));
    else taken.push(zone);
    return told.zone;
  });
  const isPrivate = ({ kind, untold }: DraftLabel) => untold === undefined && prohibitionOf(pack, kind) !== undefined;
  return {
    draft: { ...draft, zones: labelled, labels: [] },
    notes: [
      ...notes,
      ...outside.filter(isPrivate).map(undrawnPrivate),
      ...noteOf('assumed', 'labels/taken', taken),
      ...bySaying('labels/astray', astray),
      ...bySaying('labels/idle', idle),
      ...bySaying(
        'labels/outside',
        outside.filter((label) => !isPrivate(label)),
      ),
    ],
  };
};

function noteOf(sort: Note['sort'], id: keyof typeof labelMessages, of: readonly { readonly id: string }[]): Note[] {
  const ids = of.map((one) => one.id);
  return of.length === 0 ? [] : [{ sort, message: { id, params: {} }, ids, count: of.length }];
}

function undrawnPrivate({ id, level, origin, kind, name = kind }: DraftLabel): Note {
  return { sort: 'unknown', message: { id: 'labels/private', params: { name, kind } }, level, origin, ids: [id] };
}

/** One note for all points that say the same, the most first. */
function bySaying(id: keyof typeof labelMessages, of: readonly DraftLabel[]): Note[] {
  const saying = new Map<string, DraftLabel[]>();
  for (const label of of) {
    const said = (label.untold ?? label.kind) || (label.name ?? '–');
    saying.set(said, [...(saying.get(said) ?? []), label]);
  }
  return [...saying]
    .sort(([, p], [, q]) => q.length - p.length)
    .map(([said, labels]) => ({
      sort: 'left-out',
      message: { id, params: { said } },
      ids: labels.map((label) => label.id),
      count: labels.length,
    }));
}

/** The innermost zone that holds a point. */
function roomAt({ at, level }: DraftLabel, zones: readonly DraftZone[]): DraftZone | undefined {
  let innermost: DraftZone | undefined;
  for (const zone of zones) {
    if (zone.level !== level && !zone.spans.includes(level)) continue;
    if (zone.rings.filter((ring) => inRing(ring, at)).length % 2 === 0) continue;
    if (innermost === undefined || ringArea(zone.rings[0]) < ringArea(innermost.rings[0])) innermost = zone;
  }
  return innermost;
}

/** A room with what points in it add, the same object where they add nothing. */
function withLabels(zone: DraftZone, labels: readonly DraftLabel[]): { zone: DraftZone; notes: readonly Note[] } {
  const { level, untold } = zone;
  const names = different(labels.map(({ name }) => name));
  const kinds = different(labels.map((label) => (label.untold === undefined ? label.kind : undefined)));
  const name = zone.name ?? (names.length === 1 ? names[0] : undefined);
  if (untold === undefined) {
    const differing = labels.filter((label) => differs(label, zone));
    const params = { kind: zone.kind, said: different(differing.map(({ kind }) => kind)).join(' / ') };
    const message = { id: 'labels/differ', params };
    const differ: Note = { sort: 'left-out', message, level, ids: [zone.id], count: differing.length };
    return { zone: name === zone.name ? zone : { ...zone, name }, notes: differing.length === 0 ? [] : [differ] };
  }
  if (kinds.length === 1) return { zone: { ...zone, name, kind: kinds[0], untold: undefined }, notes: [] };
  const said = different(kinds.length > 1 ? kinds : labels.map((label) => label.untold)).join(' / ');
  const several: Note = { sort: 'unknown', message: { id: 'labels/several', params: { said } }, level, ids: [zone.id] };
  const same = name === zone.name && (said === '' || untold !== '');
  return {
    zone: same ? zone : { ...zone, name, untold: untold === '' ? said : untold },
    notes: kinds.length > 1 ? [several] : [],
  };
}

/** Whether a point knows what its room is, and means another kind than the room itself. */
function differs(label: DraftLabel, zone: DraftZone): boolean {
  return zone.untold === undefined && label.untold === undefined && label.kind !== zone.kind;
}

function different(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.flatMap((text) => (text === undefined || text === '' ? [] : [text])))];
}

export const labelMessages = {
  'labels/taken': {
    zh: '房间按其内的点命名或者认定用途',
    en: 'rooms that a point in them names or says the use of',
  },
  'labels/idle': {
    zh: '点“{said}”未说明所在房间尚缺的名称或者用途',
    en: "points '{said}' that say nothing of their room that it lacks",
  },
  'labels/astray': {
    zh: '点“{said}”未注明楼层，可能在别的楼层，不据以认定房间的名称和用途',
    en: "points '{said}' that name no level, and may stand on another: not taken to say what a room is",
  },
  'labels/private': {
    zh: '“{name}”（{kind}）处没有画出房间，设计图中没有该区域，不会按其审查：请补画该房间的轮廓',
    en: "no room is drawn where '{name}' ({kind}) stands: the plan has no such zone and nothing is judged by it; draw its outline",
  },
  'labels/outside': { zh: '点“{said}”不在任何房间内', en: "points '{said}' that lie in no room" },
  'labels/differ': {
    zh: '点称其所在房间为“{said}”，房间自身为“{kind}”，以房间自身为准',
    en: "a point calls its room '{said}', the room itself is '{kind}': the room is believed",
  },
  'labels/several': {
    zh: '同一房间内的点称其用途不一（{said}），用途未认定',
    en: 'points in one room say different things of it ({said}): its kind is not told',
  },
} as const satisfies NoteMessages;
