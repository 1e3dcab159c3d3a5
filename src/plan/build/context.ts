import type { Point } from '../../geometry/types.js';
import type { Pack } from '../../law/types.js';
import { child } from '../../source/place/pointer.js';
import type { Place } from '../../source/types.js';
import type { Faults } from '../check/faults.js';
import type { System } from '../read/assemble.js';
import type { RawPoint } from '../read/document.js';
import type { PlanFrame } from '../read/frame.js';

/** What building the model needs beside the document. */
export interface BuildContext {
  readonly pack: Pack;
  readonly faults: Faults;
  readonly frame: PlanFrame;
  /** The place a pointer into the assembled document stands for. */
  placeOf(pointer: string): Place;
  /** How the numbers at that pointer are meant. */
  systemOf(pointer: string): System;
}

/** Points of the element at `pointer`, in plan metres. */
export function planPoints(context: BuildContext, pointer: string, points: readonly RawPoint[]): Point[] {
  const system = context.systemOf(pointer);
  return points.map((point) => context.frame.toPlan(system, point));
}

/** The place of a member of the element at `pointer`. */
export function placeAt(context: BuildContext, pointer: string, ...path: readonly (string | number)[]): Place {
  return context.placeOf(child(pointer, ...path));
}
