// Trials all round a camera, for the rose drawing.

import { bearing } from '../../plan/read/frame.js';
import type { PoseQuery } from './search.js';
import { tried } from './trial.js';
import type { Ray } from './types.js';

/** Degrees between the headings of a rose, and between the tilts tried at each. */
const STEP = { heading: 5, tilt: 15 } as const;

/**
 * Returns what the camera covers and sees at headings all round, or as far round as it can be turned, at the drawn
 * tilt and others. For viewing only, no proof.
 */
export function raysOf({ trial, poses, needs }: PoseQuery): Ray[] {
  const { lens, north } = trial;
  const [from, to] = poses.headings ?? [lens.heading - 180, lens.heading + 179];
  const tilts = [lens.tilt, ...[15, 30, 45].filter((tilt) => Math.abs(tilt - lens.tilt) >= STEP.tilt / 2)];
  const rays: Ray[] = [];
  for (
    let by = -STEP.heading * Math.floor((lens.heading - from) / STEP.heading);
    lens.heading + by <= to;
    by += STEP.heading
  ) {
    const heading = bearing(lens.heading + by + north);
    const all = tilts.map((tilt) => tried(trial, { heading, tilt }, needs));
    rays.push({
      heading,
      covers: all.some(({ covers }) => covers),
      clear: all.some(({ clear }) => clear),
      both: all.some(({ covers, clear }) => covers && clear),
    });
  }
  return rays;
}
