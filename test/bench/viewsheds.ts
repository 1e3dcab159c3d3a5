import { createRequire } from 'node:module';
import Flatbush from 'flatbush';
import { createSweep } from '../../src/geometry/area/sweep.js';
import type { Box, Point, PreparedWalls, Ring, Segment, Viewshed, Window } from '../../src/geometry/index.js';
import { prepareWalls } from '../../src/geometry/index.js';
import { createExpansion } from '../../src/geometry/visibility/expansion/expansion.js';
import { drawPlan, type PlanOptions, segmentsOf } from './plans.js';

/** The parts of the npm package that are used: it has no types of its own. */
interface VisibilityPolygon {
  compute(eye: readonly [number, number], segments: readonly (readonly [Point, Point])[]): [number, number][];
  breakIntersections(segments: readonly (readonly [Point, Point])[]): [Point, Point][];
}

const npm: VisibilityPolygon = createRequire(import.meta.url)('visibility-polygon');

/** m: how far a camera of 25 px/m sees, about. */
export const RANGE = 20;

/** Medians in µs. */
export interface ViewshedFigures {
  readonly walls: number;
  readonly prepare: number;
  readonly triangulate: number;
  readonly must: number;
  readonly may: number;
  readonly allRound: number;
  readonly sweep: number;
  readonly npm: number;
  readonly npmCulled: number;
}

interface Query {
  readonly eye: Point;
  readonly window: Window;
}

/** Views of the same cameras by the expansion, the sweep and `visibility-polygon`, on a generated plan. */
export function viewshedFigures(options: PlanOptions): ViewshedFigures {
  const drawing = drawPlan({ ...options, cameras: Math.min(2000, Math.ceil(options.walls / 25)) });
  const [open, shut] = [segmentsOf(drawing, 'open'), segmentsOf(drawing, 'shut')];
  const queries = drawing.cameras.map(({ at, heading }): Query => {
    const axis = ((90 - heading) * Math.PI) / 180;
    // Clear of the wall it is on, so that no window has to be cut: that is measured with the engine.
    const eye: Point = [at[0] + 0.1 * Math.cos(axis), at[1] + 0.1 * Math.sin(axis)];
    return { eye, window: { from: axis - 0.855, to: axis + 0.855 } };
  });
  const bounds = boundsOf(shut);
  const start = performance.now();
  const walls = prepareWalls(shut, { closeGaps: true });
  const prepared = performance.now();
  const expansion = createExpansion(walls, bounds);
  const [must, may] = [expansion.among(all(walls)), expansion.among(among(walls, open.length))];
  must.viewshed(queries[0]?.eye ?? [0, 0]);
  const triangulated = performance.now();
  const sweep = createSweep(walls, bounds).among(all(walls));
  const few = queries.slice(0, 200);
  return {
    walls: walls.segments.length,
    prepare: (prepared - start) * 1000,
    triangulate: (triangulated - prepared) * 1000,
    must: median(queries, ({ eye, window }) => must.viewshed(eye, window, RANGE), 15),
    may: median(queries, ({ eye, window }) => may.viewshed(eye, window), 15),
    allRound: median(queries, ({ eye }) => may.viewshed(eye), 5),
    sweep: median(few, ({ eye, window }) => sweep.viewshed(eye, window, RANGE), 5),
    ...npmFigures(walls, bounds, queries),
  };
}

function npmFigures(walls: PreparedWalls, bounds: Box, queries: readonly Query[]) {
  const segments = walls.segments.map(({ a, b }): [Point, Point] => [a, b]);
  const edge = framed(bounds);
  const index = new Flatbush(segments.length);
  for (const [a, b] of segments)
    index.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
  index.finish();
  const culled = ({ eye: [x, y] }: Query): [Point, Point][] => {
    const near = index.search(x - RANGE, y - RANGE, x + RANGE, y + RANGE).flatMap((i) => {
      const segment = segments[i];
      return segment === undefined ? [] : [segment];
    });
    return [...near, ...edge];
  };
  const whole = [...segments, ...edge];
  const sample = queries.slice(0, 40).map((query) => ({ query, near: culled(query) }));
  return {
    npm: median(queries.slice(0, walls.segments.length > 20_000 ? 5 : 20), ({ eye }) => npm.compute(eye, whole), 1),
    npmCulled: median(sample, ({ query, near }) => npm.compute(query.eye, near), 1),
  };
}

/** Median over items of the mean over rounds, µs, after one round to warm up. */
export function median<T>(items: readonly T[], work: (item: T) => unknown, rounds: number): number {
  for (const item of items.slice(0, 500)) work(item);
  const times = items.map((item) => {
    const start = performance.now();
    for (let i = 0; i < rounds; i += 1) work(item);
    return ((performance.now() - start) * 1000) / rounds;
  });
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

function all({ segments }: PreparedWalls): Uint8Array {
  return new Uint8Array(segments.length).fill(1);
}

/** Those that stand with the doors open. */
function among({ origin }: PreparedWalls, open: number): Uint8Array {
  return Uint8Array.from(origin, (sources) => (sources.some((source) => source < open) ? 1 : 0));
}

function boundsOf(segments: readonly Segment[]): Box {
  const points = segments.flatMap(({ a, b }) => [a, b]);
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  }
  return { minX: minX - 1, minY: minY - 1, maxX: maxX + 1, maxY: maxY + 1 };
}

function framed({ minX, minY, maxX, maxY }: Box): [Point, Point][] {
  const corners: Ring = [
    [minX, minY],
    [maxX, minY],
    [maxX, maxY],
    [minX, maxY],
  ];
  return corners.map((a, i) => [a, corners[(i + 1) % 4] ?? a]);
}

export type { Viewshed };
