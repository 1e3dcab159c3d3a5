// Rooms of a building model.

import { spendBudget } from '../../../base/budget.js';
import { uncoveredPieces } from '../../../geometry/area/pieces.js';
import { straightened } from '../../../geometry/shapes/straight.js';
import type { IfcElement } from './model.js';
import { areaOf, heightsOf, regionOfShadow, type Shadow, shadowOf } from './shadow.js';
import type { Storey, Storeys } from './storeys.js';

/** m²: smaller parts of a room's shadow are scraps of its mesh. */
const SCRAP = 0.05;

/** Share of a higher storey's height that a room must reach through to be on it too. */
const REACHES = 0.6;

/** A room of a building model: its storeys, its outline in plan and its heights. */
export interface IfcRoom {
  readonly thing: IfcElement;
  readonly storey: Storey;
  /** Higher storeys that it reaches. */
  readonly spans: readonly Storey[];
  readonly shadows: readonly Shadow[];
  /** Heights in m, in the coordinates of the model. */
  readonly low: number;
  readonly high: number;
  /** True if it is only the part of a room of a lower storey that is open up to this one. */
  readonly isWell?: true;
}

/** The spaces of a building model, sorted by whether and how they become rooms. */
export interface IfcRooms {
  readonly rooms: readonly IfcRoom[];
  /** Parts of rooms that are open up to a higher storey. */
  readonly wells: readonly IfcRoom[];
  /** Spaces that only count areas. */
  readonly areas: readonly IfcElement[];
  readonly shapeless: readonly IfcElement[];
  readonly astray: readonly IfcElement[];
}

/** Returns the rooms of a model: the shadows of its spaces. */
export function roomsOf(things: readonly IfcElement[], storeys: Storeys): IfcRooms {
  const rooms: IfcRoom[] = [];
  const found = { areas: [] as IfcElement[], shapeless: [] as IfcElement[], astray: [] as IfcElement[] };
  for (const thing of things) {
    if (thing.type !== 'IfcSpace') continue;
    if (/^GFA$/i.test(String(thing.properties.PredefinedType))) {
      found.areas.push(thing);
      continue;
    }
    const heights = heightsOf(thing.mesh);
    const shadows = shadowOf(thing.mesh).filter(({ area }, at) => at === 0 || area > SCRAP);
    const storey = storeys.of(thing);
    if (heights === undefined || shadows.length === 0) found.shapeless.push(thing);
    else if (storey === undefined) found.astray.push(thing);
    else {
      const [low, high] = heights;
      const spans = storeys.all.filter(
        ({ elevation, next }) =>
          elevation > storey.elevation + 0.01 &&
          high > elevation + REACHES * (Math.min(next, elevation + 3) - elevation),
      );
      rooms.push({ thing, storey, spans, shadows, low, high });
    }
  }
  const all = rooms.map((room) => fitted(room, rooms));
  return { rooms: all.map(({ room }) => room), wells: all.flatMap(({ wells }) => wells), ...found };
}

/** Share of a room that must be free of rooms on a higher storey for it to reach that storey. */
const FREE = 0.2;

/**
 * Returns a room without the higher storeys on which it lies under other rooms too, and the part of it that is free
 * there: a stairwell is longer below than above, and a zone has one outline.
 */
function fitted(
  room: IfcRoom,
  rooms: readonly IfcRoom[],
): { readonly room: IfcRoom; readonly wells: readonly IfcRoom[] } {
  const spans: Storey[] = [];
  const wells: IfcRoom[] = [];
  for (const storey of room.spans) {
    spendBudget(rooms.length);
    const above = rooms.filter((other) => other !== room && other.storey === storey);
    const covers = above.flatMap(({ shadows }) => shadows.map(regionOfShadow));
    const parts = room.shadows.flatMap((shadow) => uncoveredPieces(regionOfShadow(shadow), covers));
    const shadows = parts
      .filter(({ area }) => area > SCRAP)
      .map(({ outline, area }) => ({ rings: outline.map(straightened), area }));
    const [free, all] = [areaOf(shadows), areaOf(room.shadows)];
    if (free > all - SCRAP) spans.push(storey);
    else if (free > FREE * all) wells.push({ ...room, storey, spans: [], shadows, isWell: true });
  }
  return { room: { ...room, spans }, wells };
}
