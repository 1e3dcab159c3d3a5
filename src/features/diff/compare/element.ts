import type { Point } from '../../../geometry/types.js';
import type { Device, Opening, Sign, Site, Wall, Zone } from '../../../plan/model.js';

/** An element of either plan, whatever it is. */
export type DiffElement =
  | { readonly of: 'zone'; readonly it: Zone; readonly level: string }
  | { readonly of: 'wall'; readonly it: Wall; readonly level: string }
  | { readonly of: 'opening'; readonly it: Opening; readonly level: string }
  | { readonly of: 'device'; readonly it: Device; readonly level: string }
  | { readonly of: 'sign'; readonly it: Sign; readonly level: string };

/** All that a plan is drawn with, level by level. */
export function planElements({ levels }: Site): DiffElement[] {
  return levels.flatMap(({ id: level, zones, walls, openings, devices, signs }) => [
    ...zones.map((it): DiffElement => ({ of: 'zone', it, level })),
    ...walls.map((it): DiffElement => ({ of: 'wall', it, level })),
    ...openings.map((it): DiffElement => ({ of: 'opening', it, level })),
    ...devices.map((it): DiffElement => ({ of: 'device', it, level })),
    ...signs.map((it): DiffElement => ({ of: 'sign', it, level })),
  ]);
}

/** Where it is drawn, point by point. */
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
