// The faces of a level's walls: stretches on which a device may be mounted, clear of corners and ends.

import { spendBudget } from '../../base/budget.js';
import { azimuthOf, boxesOverlap, boxOf, distance, distanceToSegment, grow, lengthOf } from '../../geometry/index.js';
import type { Point, Segment } from '../../geometry/types.js';
import type { Scene } from './scene.js';

/** A stretch of one side of a wall. */
export interface Face extends Segment {
  /** Direction away from the wall, radians counter-clockwise from +x. */
  readonly normal: number;
}

/**
 * Metres: least distance of a mounted device from any other wall and from a wall's free end. Nearer, it would be in a
 * corner, where its window is another one.
 */
export const OFF_CORNERS = 0.08;

/** m: what rounding may take of it. */
const SPARE = 1e-3;

/** Sine of the angle up to which two walls run along one line. */
const PARALLEL = 0.01;

/**
 * Returns the faces of all walls that hide in may-see at `height` m above the floor, both sides of each: without what
 * lies within {@link OFF_CORNERS} of another wall or of a free end.
 */
export function facesOf(scene: Scene, height: number): readonly Face[] {
  const selections = scene.selections();
  const { segments } = selections.all;
  const mounts = selections.mountable(
    'mounts',
    segments.map((_, wall) => wall),
    height,
  );
  const isMount = new Set(mounts.map((wall) => segments[wall]));
  const boxes = segments.map((wall) => boxOf([wall.a, wall.b]));
  spendBudget(segments.length * mounts.length);
  return mounts.flatMap((index) => {
    const wall = segments[index];
    const own = boxes[index];
    if (wall === undefined || own === undefined) return [];
    const reach = grow(own, OFF_CORNERS + SPARE);
    const near = segments.filter((_, i) => {
      const box = boxes[i];
      return i !== index && box !== undefined && boxesOverlap(reach, box);
    });
    return freeOf(wall, near, isMount).flatMap((stretch) => sidesOf(stretch));
  });
}

function sidesOf({ a, b }: Segment): Face[] {
  const along = azimuthOf(a, b);
  return [
    { a, b, normal: along + Math.PI / 2 },
    { a: b, b: a, normal: along - Math.PI / 2 },
  ];
}

/** Returns the stretches of a wall that keep clear of the walls near it. */
function freeOf(wall: Segment, near: readonly Segment[], isMount: ReadonlySet<Segment | undefined>): Segment[] {
  const length = lengthOf(wall);
  const isLong = (other: Segment) =>
    Math.abs(Math.sin(azimuthOf(wall.a, wall.b) - azimuthOf(other.a, other.b))) < PARALLEL;
  const goesOn = (end: Point) => near.some((other) => isLong(other) && isMount.has(other) && touches(other, end));
  let free: [number, number][] = [
    [goesOn(wall.a) ? 0 : OFF_CORNERS + SPARE, length - (goesOn(wall.b) ? 0 : OFF_CORNERS + SPARE)],
  ];
  for (const other of near) {
    if (isLong(other)) continue;
    const [from, to] = nearTo(wall, other, OFF_CORNERS + SPARE) ?? [0, 0];
    if (to <= from) continue;
    free = free.flatMap(([start, end]) =>
      to <= start || from >= end
        ? [[start, end] as [number, number]]
        : (
            [
              [start, from],
              [to, end],
            ] as [number, number][]
          ).filter(([low, high]) => high > low),
    );
  }
  return free
    .filter(([from, to]) => to - from > SPARE)
    .map(([from, to]) => ({ a: pointAt(wall, from), b: pointAt(wall, to) }));
}

function touches({ a, b }: Segment, [x, y]: Point): boolean {
  return [a, b].some((end) => end[0] === x && end[1] === y);
}

/** Returns the point that lies `at` m along a segment. */
export function pointAt({ a, b }: Segment, at: number): Point {
  const part = at / distance(a, b);
  return [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])];
}

/** Halvings that find where a distance is reached, down to less than a grid unit. */
const HALVINGS = 40;

/**
 * Returns the stretch of a wall, in m along it, that lies within `most` m of another segment; undefined if none does. The
 * distance to a convex set is a convex function along a line, so that it is one stretch.
 */
function nearTo(wall: Segment, other: Segment, most: number): [number, number] | undefined {
  const length = lengthOf(wall);
  const far = (at: number) => distanceToSegment(pointAt(wall, at), other);
  let [low, high] = [0, length];
  for (let i = 0; i < 2 * HALVINGS; i++) {
    const [one, two] = [low + (high - low) / 3, high - (high - low) / 3];
    if (far(one) <= far(two)) high = two;
    else low = one;
  }
  const least = (low + high) / 2;
  if (far(least) > most) return undefined;
  const edge = (from: number, to: number): number => {
    let [inside, outside] = [from, to];
    if (far(outside) <= most) return outside;
    for (let i = 0; i < HALVINGS; i++) {
      const middle = (inside + outside) / 2;
      if (far(middle) <= most) inside = middle;
      else outside = middle;
    }
    return outside;
  };
  return [edge(least, 0), edge(least, length)];
}
