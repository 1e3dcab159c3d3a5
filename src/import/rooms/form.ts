import { interiorPoint } from '../../geometry/interior.js';
import { coveredArea } from '../../geometry/measure.js';
import { boxesOverlap, boxOfRing, regionOf, ringArea } from '../../geometry/ring.js';
import type { Region, Ring } from '../../geometry/types.js';
import { metres } from '../../i18n/number.js';
import type { Draft, DraftZone } from '../draft.js';
import { rounded } from '../frame.js';
import type { Note, NoteMessages } from '../notes.js';
import type { Stage, Staged, StageOptions } from '../stage.js';
import { barriersOn } from './barriers.js';
import { ELSEWHERE, LEAST_AREA, LEAST_WIDTH, type Space, spacesBetween } from './spaces.js';

/** Share of a storey that the source's own rooms hold where it knows its rooms and walls only add to them. Ours: half. */
const KNOWN = 0.5;

/** Share of a formed room that a zone of the source must hold to say what the room is. Ours: most of it. */
const FILLS = 0.5;

/** m of a room's edge without a wall, from which on the room is not enclosed. Ours: less than anybody gets through. */
const UNWALLED = 0.3;

/**
 * Forms rooms on storeys where a source draws walls, doors and windows but few rooms: what they enclose together, doors shut.
 * A zone of the source that fills most of a room says what it is; one that doesn't stays within it, without walls. Rooms are
 * drawn by the inner faces of walls; a wall or pillar with such rooms all round isn't written besides, since a plan would take it
 * for one that stands before their windows. Where no door is drawn in a gap, the spaces on both sides are one room.
 */
export const formRooms: Stage = (draft, options) => {
  // Walls alone enclose courtyards, not rooms: the buildings of a town are drawn so too.
  const levels = new Set([...draft.openings, ...draft.outlines].map(({ level }) => level));
  let formed = draft;
  const notes: Note[] = [];
  for (const level of levels) {
    const on = formOn(level, formed, options);
    formed = on.draft;
    notes.push(...on.notes);
  }
  return { draft: formed, notes };
};

function formOn(level: string, draft: Draft, { strict, pack }: StageOptions): Staged {
  const { zones } = draft;
  const has = (elements: readonly { readonly level: string }[]) => elements.some((one) => one.level === level);
  // The houses of a town are walls too: without a door, a window or an outline nothing says that there is an inside.
  if (!has(draft.walls) || !(has(draft.openings) || has(draft.outlines))) return { draft, notes: [] };
  const barriers = barriersOn(level, draft);
  const { rooms, scraps, gaps, bounds } = spacesBetween(barriers, { close: !strict });
  const own = zones.filter((zone) => isOn(zone, level)).map((zone) => ({ zone, region: regionOfZone(zone) }));
  if (rooms.length === 0 || isKnown(rooms, own)) return { draft, notes: [] };
  const fills = rooms.map((space) => fillerOf(space, own));
  const made = rooms.map((space, i): DraftZone => {
    const filler = fills[i];
    const base = filler ?? nameless(space, level, draft);
    const kind = pack.zoneKinds.find(({ id }) => id === base.kind);
    const { enclosed: _, ...others } = base.keys;
    const enclosed = space.open < UNWALLED;
    const keys = kind?.enclosed === enclosed ? others : { ...others, enclosed };
    return { ...base, keys, level, spans: [], rings: space.rings };
  });
  const isWithin = (at: number) => [...bounds[at]].every((room) => room !== ELSEWHERE && rooms[room].open < UNWALLED);
  const within = new Set(barriers.flatMap(({ walls }, at) => (isWithin(at) ? walls : [])));
  const fillers = new Set(fills);
  const nested = own.flatMap(({ zone }) => (fillers.has(zone) ? [] : [zone]));
  const kept = zones.flatMap((zone) => {
    if (!isOn(zone, level)) return [zone];
    return fillers.has(zone) ? elsewhere(zone, level) : [{ ...zone, keys: { ...zone.keys, enclosed: false } }];
  });
  const count = (sort: Note['sort'], id: string, of: readonly { readonly id: string }[]): Note[] =>
    of.length === 0
      ? []
      : [{ sort, message: { id, params: {} }, level, ids: of.map((one) => one.id), count: of.length }];
  const few = { level, least: `${LEAST_AREA}`, width: `${LEAST_WIDTH}` };
  return {
    draft: { ...draft, zones: [...kept, ...made], walls: draft.walls.filter((wall) => !within.has(wall)) },
    notes: [
      { sort: 'assumed', message: { id: 'rooms/formed', params: { level } }, level, count: rooms.length },
      ...gaps.map(
        ({ at, width }): Note => ({
          sort: strict ? 'refused' : 'mended',
          message: { id: strict ? 'rooms/open-gap' : 'rooms/gap', params: { level, width: metres(width, 3) } },
          level,
          size: rounded(width, 4),
          at: [rounded(at[0], 2), rounded(at[1], 2)],
        }),
      ),
      ...count(
        'assumed',
        'rooms/named',
        own.flatMap(({ zone }) => (fillers.has(zone) ? [zone] : [])),
      ),
      ...count('assumed', 'rooms/nested', nested),
      ...count(
        'assumed',
        'rooms/unwalled',
        made.filter((_, i) => rooms[i].open >= UNWALLED),
      ),
      ...count('left-out', 'rooms/walls', [...within]),
      ...(scraps.length === 0
        ? []
        : [
            {
              sort: 'left-out',
              message: { id: 'rooms/scraps', params: few },
              level,
              count: scraps.length,
            } satisfies Note,
          ]),
    ],
  };
}

interface Own {
  readonly zone: DraftZone;
  readonly region: Region;
}

function isOn(zone: DraftZone, level: string): boolean {
  return zone.level === level || zone.spans.includes(level);
}

/** What is left of a zone that a storey has as rooms of its own: on its other storeys it stays. */
function elsewhere(zone: DraftZone, level: string): DraftZone[] {
  const [first, ...rest] = [zone.level, ...zone.spans].filter((key) => key !== level);
  return first === undefined ? [] : [{ ...zone, level: first, spans: rest }];
}

function regionOfZone({ rings: [outer = [], ...holes] }: Pick<DraftZone, 'rings'>): Region {
  return regionOf(outer, holes);
}

/** Whether the source draws most of the storey as rooms itself: names of areas without walls are none. */
function isKnown(rooms: readonly Space[], own: readonly Own[]): boolean {
  const drawn = own.filter(({ zone }) => zone.keys.enclosed !== false).map(({ region }) => region);
  const held = drawn.reduce((sum, region) => sum + areaOf(region), 0);
  const free = rooms.reduce((sum, space) => sum + space.area - coveredArea(regionOfZone(space), drawn).covered, 0);
  return held >= KNOWN * (held + free);
}

function areaOf({ rings, shadows }: Region): number {
  const sum = (all: readonly Ring[]) => all.reduce((area, ring) => area + ringArea(ring), 0);
  return sum(rings) - sum(shadows);
}

/** The smallest zone that holds most of a space. */
function fillerOf(space: Space, own: readonly Own[]): DraftZone | undefined {
  const region = regionOfZone(space);
  const box = boxOfRing(region.rings[0]);
  let filler: DraftZone | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { zone, region: held } of own) {
    const other = boxOfRing(held.rings[0]);
    if (box === undefined || other === undefined || !boxesOverlap(box, other)) continue;
    if (coveredArea(region, [held]).covered < FILLS * space.area) continue;
    const area = areaOf(held);
    if (area < least) [filler, least] = [zone, area];
  }
  return filler;
}

/**
 * A room that the source doesn't know: named by where it is (whole metres of its middle east and north of the origin), so that
 * its id stays when rooms elsewhere come and go.
 */
function nameless(space: Space, level: string, { walls }: Draft): DraftZone {
  const [x, y] = interiorPoint(regionOfZone(space)) ?? space.rings[0][0];
  return {
    id: `${level}-x${Math.round(x)}y${Math.round(y)}`,
    level,
    origin: { path: walls.find((wall) => wall.level === level)?.origin.path ?? '', pointer: '' },
    kind: 'other',
    untold: '',
    name: undefined,
    spans: [],
    rings: space.rings,
    keys: {},
  };
}

export const roomMessages = {
  'rooms/formed': {
    zh: '楼层“{level}”：来源未画房间，由墙、门、窗围成（没有画门的洞口两侧算作一间）',
    en: "level '{level}': rooms formed of walls, doors and windows, since the source draws none (two are one through a gap without a door)",
  },
  'rooms/gap': {
    zh: '楼层“{level}”：墙、门、窗之间{width}的缝隙已闭合，否则两侧连成一间',
    en: "level '{level}': a gap of {width} between walls, doors or windows is closed: through it two rooms would be one",
  },
  'rooms/open-gap': {
    zh: '楼层“{level}”：墙、门、窗之间有{width}的缝隙，两侧连成一间',
    en: "level '{level}': through a gap of {width} between walls, doors or windows two rooms are one",
  },
  'rooms/named': {
    zh: '楼层“{level}”：来源所画区域占房间大半，房间即按其名称和用途，轮廓取墙的内侧',
    en: "level '{level}': zones of the source that fill most of a room: the room is what they are, drawn by its walls' inner faces",
  },
  'rooms/nested': {
    zh: '楼层“{level}”：来源所画区域只占房间一部分，保留在房间内，四周不算有墙（enclosed: false）',
    en: "level '{level}': zones of the source that fill only a part of a room: kept within it, without walls (enclosed: false)",
  },
  'rooms/unwalled': {
    zh: '楼层“{level}”：房间有一段边上没有墙、门、窗，不算围合（enclosed: false）',
    en: "level '{level}': rooms with a stretch of edge where no wall, door or window stands: not enclosed (enclosed: false)",
  },
  'rooms/walls': {
    zh: '楼层“{level}”：墙和柱四周都是房间，其线已是房间的边界，不另写为墙',
    en: "level '{level}': walls and pillars with rooms all round: their faces are the edges of the rooms, so they are no walls besides",
  },
  'rooms/scraps': {
    zh: '楼层“{level}”：围成的空隙不足{least} m²或者处处窄于{width} m，不作房间',
    en: "level '{level}': what is enclosed is less than {least} m² or nowhere wider than {width} m: no room",
  },
} as const satisfies NoteMessages;
