// Finds zones, devices and other things by their bounding boxes.
import { boxesMeet, boxOfRegion } from '../../geometry/index.js';
import type { Box } from '../../geometry/types.js';
import type { Zone } from '../../plan/model.js';
import { meeting as meetingAny } from '../../plan/nearby.js';

/**
 * Things with a bounding box, found by it in the order given. `meeting` returns those whose box meets another; [] for
 * undefined.
 */
export interface Boxes<T> {
  meeting(box: Box | undefined): readonly T[];
}

/** Things that are looked up many times within the same box. */
export interface IndexedBoxes<T> extends Boxes<T> {
  /** Returns the same things, found faster for boxes that lie in this one. */
  about(box: Box): Boxes<T>;
}

/** Returns an index of things by their boxes; a thing without a box is never found. */
export function boxesOf<T>(things: readonly T[], boxOf: (thing: T) => Box | undefined): IndexedBoxes<T> {
  const boxed: { readonly thing: T; readonly box: Box }[] = [];
  for (const thing of things) {
    const box = boxOf(thing);
    if (box !== undefined) boxed.push({ thing, box });
  }
  const find = meetingAny(boxed.map(({ box }) => box));
  const meeting = (box: Box | undefined): readonly T[] => {
    const met: T[] = [];
    for (const i of box === undefined ? [] : find(box)) {
      met.push(boxed[i].thing);
    }
    return met;
  };
  return {
    meeting,
    about(round) {
      let near: (typeof boxed)[number][] | undefined;
      return {
        meeting(box) {
          if (box === undefined || !liesIn(box, round)) return meeting(box);
          near ??= find(round).map((i) => boxed[i]);
          const met: T[] = [];
          for (const one of near) if (boxesMeet(one.box, box)) met.push(one.thing);
          return met;
        },
      };
    },
  };
}

function liesIn(a: Box, b: Box): boolean {
  return a.minX >= b.minX && a.minY >= b.minY && a.maxX <= b.maxX && a.maxY <= b.maxY;
}

/** Returns an index of zones by their boxes. */
export function zonesByPlace(zones: readonly Zone[]): Boxes<Zone> {
  return boxesOf(zones, (zone) => boxOfRegion(zone.region));
}
