import Flatbush from 'flatbush';
import { boxOfRegion } from '../geometry/index.js';
import type { Box, Region } from '../geometry/types.js';
import type { Zone } from '../plan/model.js';

/** Things with a box, found by it; in the order given. */
export interface Boxes<T> {
  meeting(box: Box | undefined): readonly T[];
}

export function boxesOf<T>(things: readonly T[], boxOf: (thing: T) => Box | undefined): Boxes<T> {
  const boxed = things.flatMap((thing) => {
    const box = boxOf(thing);
    return box === undefined ? [] : [{ thing, box }];
  });
  if (boxed.length === 0) return { meeting: () => [] };
  const index = new Flatbush(boxed.length);
  for (const { box } of boxed) index.add(box.minX, box.minY, box.maxX, box.maxY);
  index.finish();
  return {
    meeting(box) {
      if (box === undefined) return [];
      const found = index.search(box.minX, box.minY, box.maxX, box.maxY).sort((a, b) => a - b);
      return found.flatMap((i) => boxed[i]?.thing ?? []);
    },
  };
}

/** Zones by where they are. */
export function zonesByPlace(zones: readonly Zone[]): Boxes<Zone> {
  return boxesOf(zones, (zone) => boxOfRegion(zone.region));
}

/** Box round several regions. */
export function boxOfAll(regions: readonly Region[]): Box | undefined {
  return boxOfRegion({ rings: regions.flatMap(({ rings }) => rings), shadows: [] });
}
