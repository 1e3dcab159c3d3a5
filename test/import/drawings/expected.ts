// What a person counts in a drawing.

import { type Plan, wayOf, type XY } from './plan.js';
import { type Component, Raster } from './raster.js';

/** A room: a name of its own, a point in it, and the name that the drawing gives it, if it does. */
interface Room {
  readonly name: string;
  readonly label?: string | undefined;
  readonly at: XY;
  /** m². */
  readonly area: number;
}

/** What a person counts in a drawing. Metres of the drawing's own coordinates; m². */
export interface Expected {
  /** Metres per unit of the drawing. */
  readonly unit: number;
  readonly rooms: readonly Room[];
  /** Openings that join two rooms. */
  readonly inner: readonly { readonly rooms: readonly [string, string]; readonly at: XY; readonly is: string }[];
  /** Openings between a room and what lies outside. */
  readonly outside: readonly { readonly room: string; readonly at: XY; readonly is: string }[];
  readonly devices: readonly { readonly number: string; readonly kind: string; readonly at: XY }[];
  /** Points in closets and the like: a room there is neither right nor false, nor is an opening to it. */
  readonly minor?: readonly XY[];
}

/**
 * Counts the building: floods it with all openings shut. Throws an Error if a named room is open to the outside or to
 * another, or if a place of 0.8 m² and more has no name.
 *
 * @param thin walls are drawn as one line, and rooms reach up to it
 */
export function counted(plan: Plan, unit: number, shift: XY, thin: boolean): Expected {
  const raster = new Raster(plan, thin);
  const rooms = plan.rooms.map(({ name, label, at }) => ({ name, label, at, part: raster.at(at) }));
  for (const [index, { name, part }] of rooms.entries()) {
    if (part === undefined || part.isOutside) throw new Error(`${name} leaks, or lies in a wall`);
    const other = rooms.findIndex((room) => room.part === part);
    if (other !== index) throw new Error(`${name} is one with ${rooms[other]?.name}`);
  }
  const known = new Map<Component, string>(rooms.flatMap(({ part, name }) => (part ? [[part, name] as const] : [])));
  const lost = raster.components.find((part) => !part.isOutside && part.area >= 0.8 && !known.has(part));
  if (lost !== undefined) throw new Error(`no name for ${lost.area.toFixed(1)} m² at ${lost.seed}`);
  const moved = ([x, y]: XY): XY => [rounded(x + shift[0]), rounded(y + shift[1])];
  const sides = plan.openings.map((opening) => {
    const [u, v] = wayOf(opening.wall);
    const off = opening.wall.thickness / 2 + 0.1;
    const beside = [off, -off].map((by): XY => [opening.at[0] - v * by, opening.at[1] + u * by]);
    const names = beside.map((point) => {
      const part = raster.at(point);
      const name = part === undefined ? undefined : known.get(part);
      if (name === undefined && part?.isOutside !== true)
        throw new Error(`nothing beside the opening at ${opening.at}`);
      return name;
    });
    return { is: opening.leaf, at: moved(opening.at), names: names.filter((name) => name !== undefined).sort() };
  });
  return {
    unit,
    rooms: rooms.map(({ name, label, at, part }) => ({
      name,
      label,
      at: moved(at),
      area: Math.round((part?.area ?? 0) * 10) / 10,
    })),
    inner: sides.flatMap(({ is, at, names: [a, b] }) =>
      a !== undefined && b !== undefined && a !== b ? [{ rooms: [a, b] as const, at, is }] : [],
    ),
    outside: sides.flatMap(({ is, at, names: [a, b] }) =>
      a !== undefined && b === undefined ? [{ room: a, at, is }] : [],
    ),
    devices: plan.devices.map(({ number, kind, at }) => ({ number, kind, at: moved(at) })),
  };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
