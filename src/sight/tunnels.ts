import type { Point } from '../geometry/types.js';
import type { Span } from '../plan/walls.js';
import { type Frame, toFrame } from '../plan/walls-plane.js';
import type { Barrier } from './barriers.js';

/** The sides of openings' tunnels that stand out of the walls as drawn. */
export interface Tunnels {
  /** Indices of those that an eye at `at` is as near to their wall as: it is on the same wall, and they hide nothing. */
  beside(at: Point): ReadonlySet<number>;
}

/** Tunnel sides along one straight wall. */
interface Row {
  readonly frame: Frame;
  readonly span: Span;
  readonly barriers: number[];
}

const NONE: ReadonlySet<number> = new Set();

/** Many doors lie in a few straight walls: what an eye is beside is told once a wall. */
export function createTunnels(barriers: readonly Barrier[]): Tunnels {
  const rows = new Map<string, Row>();
  barriers.forEach(({ standsOut }, i) => {
    if (standsOut === undefined) return;
    const { frame, span } = standsOut;
    const key = lineKey(frame, span);
    const row = rows.get(key);
    if (row === undefined) rows.set(key, { frame, span, barriers: [i] });
    else row.barriers.push(i);
  });
  const all = [...rows.values()];
  return {
    beside(at) {
      let found: Set<number> | undefined;
      for (const { frame, span, barriers: sides } of all) {
        const [, across] = toFrame(frame, at);
        if (across < span[0] - ON_FACE || across > span[1] + ON_FACE) continue;
        found ??= new Set();
        for (const side of sides) found.add(side);
      }
      return found ?? NONE;
    },
  };
}

/** m: rounding, across a face. */
const ON_FACE = 1e-6;

/** Frames along one line, in one direction, with the same offsets across it, to a tenth of that rounding. */
function lineKey({ origin, along }: Frame, span: Span): string {
  const offset = origin[1] * along[0] - origin[0] * along[1];
  return [along[0] * 1e3, along[1] * 1e3, offset, ...span].map((value) => Math.round(value * 1e7)).join();
}
