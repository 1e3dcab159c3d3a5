import type { Point } from '../../../geometry/types.js';
import type { Device, Opening, Sign, Site, Wall, Zone } from '../../../plan/model.js';

/** An element of either plan, whatever it is. */
export type Element =
  | { readonly of: 'zone'; readonly it: Zone; readonly level: string }
  | { readonly of: 'wall'; readonly it: Wall; readonly level: string }
  | { readonly of: 'opening'; readonly it: Opening; readonly level: string }
  | { readonly of: 'device'; readonly it: Device; readonly level: string }
  | { readonly of: 'sign'; readonly it: Sign; readonly level: string };

/** All that a plan is drawn with, level by level. */
export function elementsOf({ levels }: Site): Element[] {
  return levels.flatMap(({ id: level, zones, walls, openings, devices, signs }) => [
    ...zones.map((it): Element => ({ of: 'zone', it, level })),
    ...walls.map((it): Element => ({ of: 'wall', it, level })),
    ...openings.map((it): Element => ({ of: 'opening', it, level })),
    ...devices.map((it): Element => ({ of: 'device', it, level })),
    ...signs.map((it): Element => ({ of: 'sign', it, level })),
  ]);
}

/** Where it is drawn, point by point. */
export function pointsOf({ of, it }: Element): readonly Point[] {
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
