// Walls, columns and curtain walls of a building model as bodies.

import { counterClockwise } from '../../../geometry/shapes/ring.js';
import type { Point, Segment } from '../../../geometry/types.js';
import type { IfcElement } from './model.js';
import { heightsOf, type Shadow, shadowOf } from './shadow.js';
import type { Storey, Storeys } from './storeys.js';

/**
 * m: a wall whose lower edge is this high above the floor or higher hangs, since people stand under it; it isn't on
 * that storey.
 */
export const HANGING = 1.5;

/** Metres that a body must rise above a floor to stand on the storey. */
const RISES = 0.3;

/** m²: smaller parts of a body are scraps. */
const SCRAP = 0.0005;

/** Metres below the ceiling from which a wall isn't one to the ceiling. */
const LOW = 0.3;

/** A wall, column or curtain wall on one storey: its outline in plan and its heights. */
export interface IfcBody {
  readonly thing: IfcElement;
  readonly storey: Storey;
  readonly shadows: readonly Shadow[];
  /** m above the storey's floor. */
  readonly low: number;
  readonly high: number;
  /** Height in m, if it doesn't reach the ceiling. */
  readonly height: number | undefined;
}

/** The walls of a building model, sorted by whether they become walls of the plan. */
export interface IfcBodies {
  readonly bodies: readonly IfcBody[];
  readonly hanging: readonly IfcElement[];
  readonly shapeless: readonly IfcElement[];
  /** Bodies on storeys that are no levels. */
  readonly astray: readonly IfcElement[];
}

const TYPES: ReadonlySet<string> = new Set(['IfcWall', 'IfcColumn', 'IfcCurtainWall']);

/**
 * Returns the bodies of the walls, on each storey that they stand on.
 *
 * @param ceilings m from the floor of a level to its highest ceiling, by the level's key; for a level without one, the
 *   floor of the next level is taken for its ceiling
 */
export function bodiesOf(
  things: readonly IfcElement[],
  storeys: Storeys,
  ceilings: ReadonlyMap<string, number>,
): IfcBodies {
  const bodies: IfcBody[] = [];
  const found = { hanging: [] as IfcElement[], shapeless: [] as IfcElement[], astray: [] as IfcElement[] };
  for (const thing of things) {
    if (!TYPES.has(thing.type)) continue;
    const heights = heightsOf(thing.mesh);
    const shadows = shadowOf(thing.mesh).filter(({ area }) => area > SCRAP);
    if (heights === undefined || shadows.length === 0) {
      found.shapeless.push(thing);
      continue;
    }
    const [bottom, top] = heights;
    const own = storeys.containing(thing);
    const over = storeys.all.filter(({ elevation, next }) => top > elevation + RISES && bottom < next - RISES);
    // Storeys at one height are wings of a building: a wall stands on its own one.
    const on = over.filter((one) => one === own || own === undefined || Math.abs(one.elevation - own.elevation) > 0.01);
    const standing = on.filter(({ elevation }) => bottom < elevation + HANGING);
    if (standing.length === 0) (on.length === 0 ? found.astray : found.hanging).push(thing);
    for (const storey of standing) {
      const [low, high] = [bottom - storey.elevation, top - storey.elevation];
      const ceiling = ceilings.get(storey.key) ?? storey.next - storey.elevation;
      const height = high < ceiling - LOW ? high : undefined;
      bodies.push({ thing, storey, shadows, low, high, height });
    }
  }
  return { bodies, ...found };
}

/** A face of a body in plan; the body lies on its left. */
export type Face = Segment;

/** Returns the faces of a body. */
export function facesOf({ shadows }: Pick<IfcBody, 'shadows'>): Face[] {
  return shadows.flatMap(({ rings: [outer, ...holes] }) =>
    [counterClockwise(outer), ...holes.map((hole) => counterClockwise(hole).toReversed())].flatMap((ring) =>
      ring.map((a, i): Face => ({ a, b: ring[(i + 1) % ring.length] as Point })),
    ),
  );
}
