// Doubts about elements that are left out of the model since another one has their id. `as` is their id in variants.

import type { DoubtParts } from '../check/faults.js';
import type { Device, Opening, Wall, Zone } from '../model.js';
import { segmentsOf } from '../walls/plane.js';
import { openingSegment } from '../walls/walls.js';
import { wallsAlong } from './outline.js';

/**
 * Returns the doubt about a wall that isn't in the model since another element has its id: the hiding variant adds it,
 * with the id `as`.
 */
export function wallLeftOut(wall: Wall, as: string): DoubtParts {
  return standing(wall.id, [wall.level], [{ ...wall, id: as }]);
}

/**
 * Returns the doubt about the walls of a zone that isn't in the model since another element has its id: the hiding
 * variant adds them, with ids that begin with `as`. Undefined if the zone has no walls.
 */
export function zoneLeftOut({ id, levels, region, enclosed, place }: Zone, as: string): DoubtParts | undefined {
  if (!enclosed) return undefined;
  const walls = wallsAlong(as, region, levels[0] ?? '', place);
  return standing(id, levels, walls);
}

/**
 * Returns the doubt about an opening that isn't in the model since another element has its id: the passing variant adds
 * it, with the id `as`.
 */
export function openingLeftOut(opening: Opening, as: string): DoubtParts {
  return {
    id: opening.id,
    levels: [opening.level],
    where: [openingSegment(opening)],
    passing: { openings: [{ ...opening, id: as }] },
  };
}

/**
 * Returns the doubt about a device that isn't in the model since another element has its id: the passing variant adds
 * it, with the id `as`. Undefined for a device of status `removed`.
 */
export function deviceLeftOut(device: Device, as: string): DoubtParts | undefined {
  if (device.status === 'removed') return undefined;
  const { id, level, at } = device;
  return { id, levels: [level], where: [{ a: at, b: at }], passing: { devices: [{ ...device, id: as }] } };
}

function standing(id: string, levels: readonly string[], walls: readonly Wall[]): DoubtParts {
  return { id, levels, where: walls.flatMap(({ line }) => segmentsOf(line)), hiding: { walls } };
}

/**
 * Returns the id that variants give to an element left out of the model since others have its id: `id/n`, where it is
 * the `nth` element with that id (2 or more). No element of a plan can have it, as ids contain no `/`.
 */
export function another(id: string, nth: number): string {
  return `${id}/${nth}`;
}
