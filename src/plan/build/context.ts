// The context that the builders of all elements share.

import type { Point } from '../../geometry/types.js';
import type { Pack } from '../../law/types.js';
import type { Catalogues } from '../../models/types.js';
import { child } from '../../source/place/pointer.js';
import type { Place } from '../../source/types.js';
import type { Faults } from '../check/faults.js';
import type { Site } from '../model.js';
import type { System } from '../read/assemble.js';
import type { RawPoint } from '../read/document.js';
import type { PlanFrame } from '../read/frame.js';

/** Everything that building the model of a plan needs beside what its files spell (`PlanDocument`). */
export interface BuildContext {
  readonly pack: Pack;
  readonly faults: Faults;
  readonly frame: PlanFrame;
  /** Coordinate system of the plan's main file. */
  readonly coordinates: Site['coordinates'];
  /** Categories of the site, as written. */
  readonly categories: readonly string[];
  /** Where the models that devices name are looked for. */
  readonly catalogues: Catalogues;
  /** An earlier version of the site, whose parts take the place of equal ones. */
  readonly before?: Site | undefined;
  /** Returns the place in the sources that a pointer into the assembled plan stands for. */
  placeOf(pointer: string): Place;
  /** Returns the coordinate system of the numbers at a pointer. */
  systemOf(pointer: string): System;
}

/** Returns `points`, as the file of the element or list at `pointer` gives them (metres or degrees), in plan metres. */
export function planPoints(context: BuildContext, pointer: string, points: readonly RawPoint[]): Point[] {
  const system = context.systemOf(pointer);
  return points.map((point) => context.frame.toPlan(system, point));
}

/** Returns the source place of the member at `path` below the element at `pointer`. */
export function placeAt(context: BuildContext, pointer: string, ...path: readonly (string | number)[]): Place {
  return context.placeOf(child(pointer, ...path));
}
