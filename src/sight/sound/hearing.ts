// The sound that a device hears, and the evidence of sound that it picks up from a region.
import { boxOfRegion, distanceToBox } from '../../geometry/index.js';
import type { Point, Region } from '../../geometry/types.js';
import type { Device } from '../../plan/model.js';
import type { Scene } from '../scene/scene.js';
import type { Reach } from '../types.js';
import { reachOf, seenIn } from '../view/reach.js';
import { outlooks } from '../view/views.js';
import { earshot, type Heard, wayTo } from './sound.js';

/** True if the region's bounding box comes within `radius` m of a point. */
export function isNear(region: Region, point: Point, radius: number): boolean {
  const box = boxOfRegion(region);
  return box !== undefined && distanceToBox(box, point) <= radius;
}

/**
 * Returns what a device hears by the shortest way through openings, doors as in `world`. `pickup` (m) must already
 * include the position tolerance: a device elsewhere within it has ways that are shorter by at most as much.
 */
export function hearingOf(scene: Scene, device: Device, world: 'may' | 'standing', pickup: number): readonly Heard[] {
  // Only what reaches the ceiling parts the sides of what it is mounted on, whatever its own height.
  const ears = outlooks(scene, { ...device, height: undefined }, device.lenses[0], world);
  return earshot(scene.room(world), ears, pickup);
}

/**
 * Returns the evidence of sound picked up from a region; undefined if none is. `heard` gives what is heard in each
 * world.
 */
export function heardReach(
  scene: Scene,
  device: Device,
  region: Region,
  heard: (world: 'may' | 'standing') => readonly Heard[],
): Reach | undefined {
  return reachOf({
    scene,
    device,
    region,
    view: heard('may'),
    wayTo: (point) => wayTo(heard('may'), point),
    densityAt: () => undefined,
    largestDensity: () => undefined,
    standingArea: () => seenIn(region, heard('standing')),
  });
}
