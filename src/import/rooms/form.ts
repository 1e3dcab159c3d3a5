// The stage that forms rooms from walls.

import { groupBy } from '../../base/arrays.js';
import { LENGTH_TOLERANCE } from '../../base/threshold.js';
import { interiorPoint } from '../../geometry/area/interior.js';
import { coveredArea } from '../../geometry/area/measure.js';
import { boxesOverlap, boxOfRing, NO_BOX, regionOf } from '../../geometry/shapes/ring.js';
import type { Point, Ring } from '../../geometry/types.js';
import type { Text } from '../../i18n/catalogue.js';
import { metres } from '../../i18n/number.js';
import { inRings } from '../../plan/inside.js';
import { CLOSED_AREA } from '../bodies/limits.js';
import { isHollow, isNamed, namesOn, openingBarrier, roomTest } from '../bodies/rooms.js';
import { edgesOfWide, isWide } from '../bodies/walls/filled.js';
import type { DraftOpening, DraftWall, DraftZone, PlanDraft } from '../draft.js';
import { roundedTo } from '../frame.js';
import type { Note } from '../notes.js';
import type { Stage, StageOptions, StageResult } from '../stage.js';
import { type Grid, withoutGrids } from './cells.js';
import { isAtEdge } from './edges.js';
import {
  fillerOf,
  isDrawnInRooms,
  isMissing,
  isOn,
  regionOfZone,
  type SourceZone,
  sourceZonesOn,
} from './source-zones.js';
import {
  type Barrier,
  ELSEWHERE,
  type Enclosed,
  LEAST_AREA,
  LEAST_WIDTH,
  type Space,
  spacesBetween,
} from './spaces.js';
import { isPlain, standingWalls, type WallsToWrite } from './standing.js';
import { t } from './texts.js';

/**
 * Length in m of edge without a wall from which a room is not enclosed: narrower than anybody passes. Chosen by
 * sitecam.
 */
const UNWALLED = 0.3;

/**
 * Forms rooms on storeys where a source draws walls, doors and windows but few rooms: the spaces that these enclose
 * with doors shut. A zone that fills most of a room gives its use; another zone stays inside the room, without walls.
 * Rooms are drawn along the inner faces of walls. A wall or pillar with such rooms all round is left out, since a plan
 * would take it for a second wall in front of their windows. A gap without a door joins the spaces on both sides.
 *
 * Where a source draws most of its rooms, only the missing ones are formed: in a building model where a door or passage
 * leads into them, in a drawing where a door, window, name or device tells a room, from other sources if they draw some
 * opening as an area (`patch`) or the storey's outline.
 */
export const formRooms: Stage = (draft, options) => {
  // Walls alone enclose courtyards, not rooms: the buildings of a town are drawn like that.
  const levels = new Set([...draft.openings, ...draft.outlines].map(({ level }) => level));
  // A drawing that has layers of walls is of a building, whether or not it has doors.
  for (const level of draft.drawings ?? []) levels.add(level);
  let formed = draft;
  const notes: Note[] = [];
  for (const level of levels) {
    const on = draft.walls.some((wall) => wall.level === level) ? formOn(level, formed, options) : undefined;
    if (on === undefined) continue;
    formed = on.draft;
    notes.push(...on.notes);
  }
  return { draft: formed, notes };
};

function formOn(level: string, draft: PlanDraft, { strict }: StageOptions): StageResult | undefined {
  const barriers = barriersOn(level, draft);
  const isDrawing = draft.drawings?.has(level) === true;
  const isModel = draft.models?.has(level) === true;
  const isRoom = isDrawing || isModel ? roomTest(namesOn(level, draft)) : undefined;
  const spaces = spacesBetween(barriers, { close: !strict, isRoom });
  const { spaces: enclosed, grids } = isDrawing ? withoutCells(level, draft, spaces, barriers) : { spaces, grids: [] };
  const own = sourceZonesOn(level, draft.zones);
  if (isDrawing && enclosed.rooms.every(({ area }) => area < CLOSED_AREA)) return undefined;
  if (!isModel && !isDrawnInRooms(enclosed.rooms, own)) {
    const formed = formAll(level, draft, { barriers, enclosed, own, strict });
    const told = [...gapNotes(level, enclosed, strict), ...formed.notes, ...gridNotes(level, grids), ...scrapNotes(enclosed)]; // biome-ignore format: one line
    return { draft: formed.draft, notes: told };
  }
  const isPlan =
    draft.outlines.some((one) => one.level === level) || draft.openings.some(({ shape }) => shape.type === 'patch');
  const isEntered = isModel ? entrancesOn(level, draft) : undefined;
  // Windows of its own rooms look into a light well, a yard or a cavity too.
  const inner = barriers.map((one, at) =>
    one.opening?.kind === 'window' && !enclosed.bounds[at]?.has(ELSEWHERE) ? { ...one, opening: undefined } : one,
  );
  const isBare = isDrawing ? bareOn(level, draft, enclosed, inner) : undefined;
  const wanted = enclosed.rooms.filter((space, n) => isEntered?.(space) !== false && isBare?.(n) !== true);
  const missing = isPlan || isModel || isDrawing ? wanted.filter((space) => isMissing(space, own, isModel)) : [];
  if (missing.length === 0) return undefined;
  const isStairs = stairsOn(level, draft);
  const unnamed = (space: Space) => ({ ...nameless(space, level, draft), ...(isStairs(space) ? STAIRS : {}) });
  const zones = missing.map((space) => roomOf(space, unnamed(space), level));
  return {
    draft: { ...draft, zones: [...draft.zones, ...zones] },
    notes: [...gapNotes(level, enclosed, strict), ...noteOf(level, 'assumed', t.missing, zones)],
  };
}

interface Found {
  readonly barriers: readonly DraftBarrier[];
  readonly enclosed: Enclosed;
  readonly own: readonly SourceZone[];
  readonly strict: boolean;
}

/** Returns the draft with all rooms of a level formed anew, using the facts of its own zones. */
function formAll(level: string, draft: PlanDraft, { barriers, enclosed, own, strict }: Found): StageResult {
  const { rooms, bounds } = enclosed;
  const fillers = rooms.map((space) => fillerOf(space, own));
  const isStairs = stairsOn(level, draft);
  const unnamed = (space: Space) => {
    const zone = nameless(space, level, draft);
    return isStairs(space) ? { ...zone, ...STAIRS } : zone;
  };
  const made = rooms.map((space, i) => roomOf(space, fillers[i] ?? unnamed(space), level));
  const isWithin = (at: number) => [...bounds[at]].every((room) => room !== ELSEWHERE && !isOpen(rooms[room]));
  const within = new Set(barriers.flatMap(({ walls }, at) => (isWithin(at) ? walls.filter(isPlain) : [])));
  const all = draft.walls.filter((wall) => wall.level === level);
  const { walls, gone, closed }: WallsToWrite =
    draft.drawings?.has(level) === true
      ? standingWalls(all, barriers, enclosed, isOpen)
      : { walls: all.filter((wall) => !within.has(wall)), gone: [...within], closed: [] };
  const ends = (strict ? [] : closed).map((line) => endOf(line, level, draft));
  const isFree = (at: number) => [...bounds[at]].every((room) => room === ELSEWHERE);
  const across = barriers.flatMap(({ opening }, at) =>
    opening !== undefined && isFree(at) ? wallAcross(opening) : [],
  );
  const named = own.flatMap(({ zone }) => (fillers.includes(zone) ? [zone] : []));
  const nested = own.flatMap(({ zone }) => (fillers.includes(zone) ? [] : [zone]));
  const kept = draft.zones.flatMap((zone) => {
    if (!isOn(zone, level) || zone.rings.length === 0) return [zone];
    return fillers.includes(zone) ? elsewhere(zone, level) : [{ ...zone, keys: { ...zone.keys, enclosed: false } }];
  });
  return {
    draft: {
      ...draft,
      zones: [...kept, ...made],
      walls: [...draft.walls.filter((wall) => wall.level !== level), ...walls, ...ends, ...across],
    },
    notes: [
      ...noteOf(level, 'assumed', t.formed, made),
      ...noteOf(level, 'assumed', t.named, named),
      ...noteOf(level, 'assumed', t.nested, nested),
      ...noteOf(
        level,
        'assumed',
        t.unwalled,
        made.filter((_, i) => isOpen(rooms[i])),
      ),
      ...noteOf(
        level,
        'left-out',
        t.walls,
        gone.filter((wall) => within.has(wall)),
      ),
      ...noteOf(
        level,
        'left-out',
        t.inner,
        gone.filter((wall) => !within.has(wall)),
      ),
      ...noteOf(level, 'mended', t.ends, ends),
      ...noteOf(level, 'assumed', t.across, across),
    ],
  };
}

/** Metres beside its wall at which a door is asked where it leads. */
const STEP = 0.15;

/** Returns a test for spaces that a door or a passage of the storey leads into. */
function entrancesOn(level: string, { openings }: PlanDraft): (space: Space) => boolean {
  const places = openings.flatMap(({ level: on, kind, shape, keys }): Point[] => {
    if (on !== level || kind === 'window' || shape.type !== 'line') return [];
    const [[ax, ay], [bx, by]] = shape.line;
    const length = Math.hypot(bx - ax, by - ay);
    if (length === 0) return [];
    const off = ((typeof keys.thickness === 'number' ? keys.thickness : 0) / 2 + STEP) / length;
    return [off, -off].map((k): Point => [(ax + bx) / 2 - k * (by - ay), (ay + by) / 2 + k * (bx - ax)]);
  });
  return ({ rings }) => places.some((at) => inRings(rings, at));
}

/** Returns the end or corner of a body that no line draws. Its id gives its place. */
function endOf(line: readonly Point[], level: string, { walls }: PlanDraft): DraftWall {
  const [[x, y]] = line;
  const id = `${level}-wall-x${Math.round(10 * x)}y${Math.round(10 * y)}`;
  return { id, level, origin: { path: pathOn(level, walls), pointer: '' }, keys: {}, line };
}

function pathOn(level: string, walls: readonly DraftWall[]): string {
  return walls.find((wall) => wall.level === level)?.origin.path ?? '';
}

/** Returns the wall that a door or window stands in where no room ends at it: drawings break walls at openings. */
function wallAcross({ id, level, origin, shape, keys: { thickness } }: DraftOpening): DraftWall[] {
  const keys = thickness === undefined ? {} : { thickness };
  return shape.type === 'line' ? [{ id: `${id}-wall`, level, origin, keys, line: shape.line }] : [];
}

/**
 * Returns a space as a room with the facts of `zone`; enclosed if walls stand all round. The key is there even if the
 * kind implies the same: a label or an override may change the kind, and the walls stay as drawn.
 */
function roomOf(space: Space, zone: DraftZone, level: string): DraftZone {
  return { ...zone, level, spans: [], rings: space.rings, keys: { ...zone.keys, enclosed: !isOpen(space) } };
}

/** Share of a room under flights of stairs from which it is stairs: a hall with an open stair isn't. */
const UNDER_FLIGHTS = 0.6;

const STAIRS = { kind: 'stairs', untold: undefined, toldBy: { sort: 'assumed', message: t.stairs } } as const;

/** Returns a test for spaces that lie under flights of stairs for the most part and that nothing names. */
function stairsOn(level: string, { flights = [], labels = [] }: PlanDraft): (space: Space) => boolean {
  const here = flights.flatMap((flight) => (flight.level === level ? [regionOf(flight.ring, [])] : []));
  const named = labels.flatMap(({ level: on, at }) => (on === level && at !== undefined ? [at] : []));
  return (space) => {
    const box = boxOfRing(space.rings[0]);
    const under = here.filter(({ rings: [ring] }) => boxesOverlap(boxOfRing(ring) ?? NO_BOX, box ?? NO_BOX));
    if (under.length === 0 || named.some((at) => inRings(space.rings, at))) return false;
    return coveredArea(regionOfZone(space), under).covered >= UNDER_FLIGHTS * space.area;
  };
}

function isOpen({ open }: Space): boolean {
  return open >= UNWALLED;
}

/** Returns what remains of a zone whose rooms on `level` were formed anew: it stays on its other storeys. */
function elsewhere(zone: DraftZone, level: string): DraftZone[] {
  const [first, ...rest] = [zone.level, ...zone.spans].filter((key) => key !== level);
  return first === undefined ? [] : [{ ...zone, level: first, spans: rest }];
}

/**
 * Returns a room that the source doesn't know. Its id gives its place (whole metres east and north), so that it stays
 * when rooms elsewhere come and go.
 */
function nameless(space: Space, level: string, { walls }: PlanDraft): DraftZone {
  const [x, y] = interiorPoint(regionOfZone(space)) ?? space.rings[0][0];
  return {
    id: `${level}-x${Math.round(x)}y${Math.round(y)}`,
    level,
    origin: { path: pathOn(level, walls), pointer: '' },
    kind: 'other',
    untold: '',
    name: undefined,
    spans: [],
    rings: space.rings,
    keys: {},
  };
}

function noteOf(level: string, sort: Note['sort'], message: Text, of: readonly { readonly id: string }[]): Note[] {
  const ids = of.map((one) => one.id);
  return of.length === 0 ? [] : [{ sort, message, level, ids, count: of.length }];
}

function gapNotes(level: string, { gaps }: Enclosed, strict: boolean): Note[] {
  return gaps.map(({ at: [x, y], width }) => ({
    sort: strict ? 'refused' : 'mended',
    message: t[strict ? 'open-gap' : 'gap']({ width: metres(width, 3) }),
    level,
    size: roundedTo(width, 4),
    at: [roundedTo(x, 2), roundedTo(y, 2)],
  }));
}

/** Returns one note on spaces that are too small for a room. */
function scrapNotes({ scraps }: Enclosed): Note[] {
  const message = t.scraps({ least: LEAST_AREA, width: LEAST_WIDTH });
  return scraps.length === 0 ? [] : [{ sort: 'left-out', message, count: scraps.length }];
}

function gridNotes(level: string, grids: readonly Grid[]): Note[] {
  return grids.map(({ cells, space, isPart }) => {
    const [x, y] = interiorPoint(regionOfZone(space)) ?? space.rings[0][0];
    const message = t[isPart ? 'grid-part' : 'grid']({ cells });
    return { sort: 'assumed', message, level, at: [roundedTo(x, 2), roundedTo(y, 2)] };
  });
}

/** Returns the spaces of a drawing without cells of grids, and without spaces that nobody enters; and the grids. */
function withoutCells(level: string, draft: PlanDraft, spaces: Enclosed, barriers: readonly DraftBarrier[]) {
  const { spaces: whole, grids } = withoutGrids(spaces, barriers, bareOn(level, draft, spaces, barriers));
  return { spaces: withoutHollows(whole, barriers, toldOn(level, draft)), grids };
}

/** Returns a test for the numbers of spaces that have no door, window, name or device. */
function bareOn(level: string, draft: PlanDraft, spaces: Enclosed, barriers: readonly DraftBarrier[]) {
  const entered = enteredOf(spaces, barriers);
  const places = [...namesOn(level, draft), ...devicesOn(level, draft)];
  return (n: number) => !entered.has(n) && !places.some((at) => inRings(spaces.rooms[n].rings, at));
}

/** Returns where a level's devices are drawn. */
function devicesOn(level: string, draft: PlanDraft): Point[] {
  return draft.devices.flatMap(({ level: on, at }) => (on === level ? [at] : []));
}

/** m: a device no further from the edge of a hollow may hang on the other side of its wall. Chosen by sitecam. */
const CLEAR = 0.1;

/** Returns a test for small spaces that something in them tells for rooms: a name, or a device clear of their walls. */
function toldOn(level: string, draft: PlanDraft): (space: Space) => boolean {
  const [names, devices] = [namesOn(level, draft), devicesOn(level, draft)];
  const isClear = (at: Point, { rings }: Space) => inRings(rings, at) && !isAtEdge(at, rings, CLEAR + LENGTH_TOLERANCE);
  return (space) => isNamed(space, names) || devices.some((at) => isClear(at, space));
}

/** Returns the numbers of the spaces that have a door or window. */
function enteredOf({ bounds }: Enclosed, barriers: readonly DraftBarrier[]): ReadonlySet<number> {
  return new Set(bounds.flatMap((rooms, at) => (barriers[at]?.opening !== undefined ? [...rooms] : [])));
}

/**
 * Returns the spaces of a drawing without those that nobody enters and nothing tells: they stay with the walls
 * around them.
 */
function withoutHollows(
  spaces: Enclosed,
  barriers: readonly DraftBarrier[],
  isTold: (space: Space) => boolean,
): Enclosed {
  const entered = enteredOf(spaces, barriers);
  const numbers = new Map<number, number>();
  const rooms = spaces.rooms.filter((space, at) => {
    if (isHollow(space, entered.has(at) || isTold(space))) return false;
    numbers.set(at, numbers.size);
    return true;
  });
  const bounds = spaces.bounds.map((before) => new Set([...before].map((at) => numbers.get(at) ?? ELSEWHERE)));
  const hollows = spaces.rooms.filter((space) => !rooms.includes(space));
  const scraps = [...hollows, ...spaces.scraps];
  const numberOf = new Map([...rooms, ...scraps].map((space, number) => [space, number]));
  const before = [...spaces.rooms, ...spaces.scraps];
  const now = (side: number) => (side < 0 || side >= before.length ? side : (numberOf.get(before[side]) ?? ELSEWHERE));
  const borders = () =>
    spaces.borders().map((one) => ({ ...one, sides: [now(one.sides[0]), now(one.sides[1])] as const }));
  return { ...spaces, rooms, bounds, scraps, borders };
}

/** A barrier with the walls it is made of. */
interface DraftBarrier extends Barrier {
  readonly walls: readonly DraftWall[];
  /** A door or window of a drawing. */
  readonly opening?: DraftOpening | undefined;
}

/** Returns the barriers of a storey: walls, doors, windows and outlines. */
function barriersOn(
  level: string,
  { walls, openings, outlines, drawings, models, bodies = [] }: PlanDraft,
): DraftBarrier[] {
  const here = <T extends { readonly level: string }>(all: readonly T[]) => all.filter((one) => one.level === level);
  // In a drawing a closed line is a face, of which bodies are already formed.
  const isDrawing = drawings?.has(level) === true;
  const isModel = models?.has(level) === true;
  const isSolid = ({ solid }: DraftWall) => solid === true && !isDrawing;
  // Outer ring and holes of one polygon are separate walls; together they enclose the solid part.
  const polygons = groupBy(here(walls).filter(isSolid), sourceOf);
  const barriers: DraftBarrier[] = here(bodies).map(({ level: _, ring, ...fill }) => ({
    as: 'solid',
    lines: [ring],
    walls: [],
    ...fill,
  }));
  for (const rings of polygons.values()) {
    barriers.push({ as: 'solid', lines: rings.map(({ line }) => opened(line)), walls: rings });
  }
  for (const wall of here(walls)) {
    if (isSolid(wall)) continue;
    // The axis of a wide line lies inside its body, and bounds no room.
    const lines = isDrawing && isWide(wall) ? edgesOfWide(wall) : [wall.line];
    barriers.push({ as: 'line', lines, walls: [wall] });
  }
  for (const opening of here(openings)) {
    const { shape, keys } = opening;
    const [a, b] = shape.type === 'line' ? shape.line : [];
    if (shape.type === 'patch') barriers.push({ as: 'solid', lines: [opened(shape.ring)], walls: [] });
    if ((isDrawing || isModel) && a !== undefined && b !== undefined) {
      const thickness = typeof keys.thickness === 'number' ? keys.thickness : 0;
      barriers.push({ ...openingBarrier({ a, b }, thickness), walls: [], opening });
    } else if (shape.type === 'line') barriers.push({ as: 'line', lines: [shape.line], walls: [] });
  }
  for (const { ring } of here(outlines)) barriers.push({ as: 'outline', lines: [opened(ring)], walls: [] });
  return barriers;
}

function sourceOf({ origin: { path, pointer } }: DraftWall): string {
  return `${path}#${pointer}`;
}

/** Returns a ring without its closing point. */
function opened(ring: Ring): Ring {
  const [first, last] = [ring[0], ring.at(-1)] as readonly (Point | undefined)[];
  const closed = ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return closed ? ring.slice(0, -1) : ring;
}
