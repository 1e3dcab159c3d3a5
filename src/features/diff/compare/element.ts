// Elements of a plan of any kind: zones, walls, openings, devices, signs.
import type { Point } from '../../../geometry/types.js';
import type { Device, Opening, Sign, Site, Wall, Zone } from '../../../plan/model.js';

/** Element of either plan with its kind and the id of its level. */
export type DiffElement =
  | { readonly of: 'zone'; readonly it: Zone; readonly level: string }
  | { readonly of: 'wall'; readonly it: Wall; readonly level: string }
  | { readonly of: 'opening'; readonly it: Opening; readonly level: string }
  | { readonly of: 'device'; readonly it: Device; readonly level: string }
  | { readonly of: 'sign'; readonly it: Sign; readonly level: string };

/** Returns all elements of a plan, level by level. */
export function planElements({ levels }: Site): DiffElement[] {
  return levels.flatMap(({ id: level, zones, walls, openings, devices, signs }) => [
    ...zones.map((it): DiffElement => ({ of: 'zone', it, level })),
    ...walls.map((it): DiffElement => ({ of: 'wall', it, level })),
    ...openings.map((it): DiffElement => ({ of: 'opening', it, level })),
    ...devices.map((it): DiffElement => ({ of: 'device', it, level })),
    ...signs.map((it): DiffElement => ({ of: 'sign', it, level })),
  ]);
}

/** Returns the points of an element as drawn, plan metres. */
export function pointsOf({ of, it }: DiffElement): readonly Point[] {
  switch (of) {
    case 'zone':
      return it.region.rings.flat();
    case 'wall':
    case 'opening':
      return it.line;
    case 'device':
    case 'sign':
      return [it.at];
  }
}
