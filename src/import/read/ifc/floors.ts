// Stairs, lifts and holes in floors of a building model, as zones.

import { spendBudget } from '../../../base/budget.js';
import { coveredArea } from '../../../geometry/area/measure.js';
import { coveredPieces, uncoveredPieces } from '../../../geometry/area/pieces.js';
import { regionOf } from '../../../geometry/shapes/ring.js';
import { straightened } from '../../../geometry/shapes/straight.js';
import type { IfcElement } from './model.js';
import { areaOf, regionOfShadow, type Shadow, shadowOf } from './shadow.js';
import type { IfcRoom } from './spaces.js';
import type { Storey, Storeys } from './storeys.js';

/** m²: smaller stairs and holes don't become zones. */
export const LEAST_HOLE = 0.5;

/** Share of a stair that must lie in one room to be a place in it. */
const WITHIN = 0.9;

/** Share of a room from which a stair or lift in it is what the room is for. */
const FILLS = 0.5;

/** Words by which a room is a stairwell or a lift already. */
const STAIRS =
  /stair|steps|treppe|escalier|escalera|лестни|楼梯|梯间|lift|elevator|aufzug|ascens|лифт|电梯|shaft|schacht|井/i;

/** A stair, a lift or a hole in a floor as a zone. */
export interface IfcFloor {
  readonly thing: IfcElement;
  readonly storey: Storey;
  readonly shadows: readonly Shadow[];
}

/** Stairs, lifts and holes of floors in a building model, sorted by whether and how they become zones. */
export interface IfcFloors {
  readonly floors: readonly IfcFloor[];
  /** The stair or lift that fills a room, by the room's space. */
  readonly filled: ReadonlyMap<IfcElement, IfcElement>;
  /** Stairs and lifts in rooms whose own name already says that they are such. */
  readonly named: readonly IfcElement[];
  /** Stairs and lifts that don't lie in a single room. */
  readonly loose: readonly IfcElement[];
  readonly small: readonly IfcElement[];
  readonly shapeless: readonly IfcElement[];
}

const MOVING: ReadonlySet<string> = new Set(['IfcStair', 'IfcRamp', 'IfcTransportElement']);

/**
 * Returns the stairs, lifts and holes of floor slabs among all `things` of a model. `rooms`: the rooms that they may
 * lie in or fill, with the wells (`isWell`), where a room of a lower storey is open to the storey above.
 */
export function floorsOf(things: readonly IfcElement[], rooms: readonly IfcRoom[], storeys: Storeys): IfcFloors {
  const found = {
    floors: [] as IfcFloor[],
    filled: new Map<IfcElement, IfcElement>(),
    named: [] as IfcElement[],
    loose: [] as IfcElement[],
    small: [] as IfcElement[],
    shapeless: [] as IfcElement[],
  };
  for (const thing of things) {
    const isHole = thing.type === 'IfcOpeningElement' && /^IfcSlab/i.test(thing.hostType ?? '');
    if (!isHole && !MOVING.has(thing.type)) continue;
    const shadows = shadowOf(thing.mesh);
    const area = areaOf(shadows);
    const upper = storeys.of(isHole ? { ...thing, storey: undefined } : thing);
    if (upper === undefined || shadows.length === 0) found.shapeless.push(thing);
    else if (area < LEAST_HOLE) found.small.push(thing);
    else if (isHole) {
      const isLowest = !storeys.all.some(({ elevation }) => elevation < upper.elevation - 0.5);
      const parts = isLowest ? [] : holesIn(shadows, upper, on(upper));
      if (parts.length > 0) found.floors.push({ thing, storey: upper, shadows: parts });
    } else {
      const room = roomOf(
        shadows,
        area,
        on(upper).filter(({ isWell }) => isWell !== true),
      );
      if (room === undefined) found.loose.push(thing);
      else if (area > FILLS * areaOf(room.shadows)) found.filled.set(room.thing, thing);
      else if (isStairs(room)) found.named.push(thing);
      else {
        const parts = coveredPieces(regionOfShadow(room.shadows[0]), shadows.map(regionOfShadow));
        const inside = parts
          .filter((part) => part.area > LEAST_HOLE)
          .map(({ outline, area: of }) => ({ rings: outline, area: of }));
        found.floors.push({ thing, storey: upper, shadows: inside.slice(0, 1) });
      }
    }
  }
  return found;

  function on(storey: Storey): IfcRoom[] {
    spendBudget(rooms.length);
    return rooms.filter((room) => room.storey === storey || room.spans.includes(storey));
  }
}

/**
 * Returns the parts of a hole on the storey whose floor it is in, each wholly in one room or in none: zones must lie apart
 * or in each other. A room that reaches both storeys is a hole already.
 */
function holesIn(shadows: readonly Shadow[], upper: Storey, rooms: readonly IfcRoom[]): Shadow[] {
  const through = rooms.filter(({ isWell, storey }) => isWell === true || storey !== upper);
  const own = rooms.filter((room) => !through.includes(room));
  const regions = (of: readonly IfcRoom[]) => of.flatMap((room) => room.shadows.map(regionOfShadow));
  return shadows
    .flatMap((shadow) => uncoveredPieces(regionOfShadow(shadow), regions(through)))
    .map(({ outline }) => regionOf(outline[0], outline.slice(1)))
    .flatMap((part) => [
      ...own.flatMap((room) => coveredPieces(part, regions([room]))),
      ...uncoveredPieces(part, regions(own)),
    ])
    .filter(({ area }) => area >= LEAST_HOLE)
    .map(({ outline, area }) => ({ rings: outline.map(straightened), area }));
}

function isStairs({ thing: { properties } }: IfcRoom): boolean {
  return [properties.LongName, properties.Name, properties.ObjectType].some((text) => STAIRS.test(String(text ?? '')));
}

function roomOf(shadows: readonly Shadow[], area: number, rooms: readonly IfcRoom[]): IfcRoom | undefined {
  const regions = shadows.map(regionOfShadow);
  return rooms.find((room) => {
    const of = room.shadows.map(regionOfShadow);
    return regions.reduce((sum, region) => sum + coveredArea(region, of).covered, 0) > WITHIN * area;
  });
}
