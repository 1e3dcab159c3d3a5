// A level divided into plots to walk on, and the borders and thresholds between them.
import { spendBudget } from '../../base/budget.js';
import { facesOf, NO_FACE } from '../../geometry/arrangement/faces.js';
import { boxOf, containsPoint, grow, interiorPoint, prepareWalls } from '../../geometry/index.js';
import type { Point, Region, Segment } from '../../geometry/types.js';
import type { Opening, Zone } from '../../plan/model.js';
import { stretchAlong } from '../../plan/walls/along.js';
import { edgesOf, fromFrame, type LineFrame, lineFrame, zoneFinder } from '../../plan/walls/plane.js';
import { type Cut, jambs, openingSegment } from '../../plan/walls/walls.js';
import { boxesOf } from '../scene/box-index.js';
import type { Scene } from '../scene/scene.js';
import type { Walking } from '../types.js';
import type { Noticed } from './notice.js';

/**
 * Part of a level that nothing divides: no wall, no edge of a zone, no edge of a region from which a sign is noticed.
 */
export interface Plot {
  readonly region: Region;
  /** The innermost zone; undefined where none is drawn, as within a doorway. */
  readonly zone: Zone | undefined;
  /** True if a sign is noticed from it. */
  readonly noticed: boolean;
}

/** Line that people step over from one side to the other: an opening, or the edge of a zone. */
export interface Threshold {
  /** The opening; undefined for an open edge of a zone. */
  readonly opening: Opening | undefined;
  readonly frame: LineFrame;
  /** Zones on its left and on its right. */
  readonly zones: readonly [Zone | undefined, Zone | undefined];
  /** Metres that the wall which the opening leads through reaches to the left and to the right of the line. */
  readonly depth: readonly [number, number];
}

/**
 * Stretch of a line between two plots: `plots` are the indices of those on its left and on its right, OUTSIDE if there
 * is none.
 */
export interface Border {
  readonly segment: Segment;
  readonly plots: readonly [number, number];
  /** The threshold that it is part of, and whether both run in the same direction; undefined: of none. */
  readonly threshold: { readonly of: Threshold; readonly along: boolean } | undefined;
  /** True if nothing stands on it, and it is no outer edge of a zone. */
  readonly open: boolean;
  /** True if a wall stands on it. */
  readonly walled: boolean;
}

/** A level as people walk on it. */
export interface Ground {
  readonly scene: Scene;
  readonly plots: readonly Plot[];
  readonly borders: readonly Border[];
  readonly thresholds: readonly Threshold[];
  readonly side: (zone: Zone | undefined) => Side;
  /** The innermost zone at a point; undefined where none is drawn. */
  readonly zoneAt: (point: Point) => Zone | undefined;
  /** Returns the last point on the straight line from `from` to `to` that is reached before an obstacle. */
  until(from: Point, to: Point): Point;
}

/** wall, pane: what stands on the line. edge: the outer edge of a zone, over which nobody goes without a threshold. */
type Tag = 'wall' | 'pane' | 'edge' | 'free';

interface Drawn extends Segment {
  readonly tag: Tag;
  readonly threshold?: Threshold;
}

/** m: distance past an open edge, or past an opening in one, at which the zone on that side is looked up. */
const BESIDE = 0.06;
/** m: nearer to where one sets out nothing is in the way. */
const AT_FOOT = 1e-3;

/** Returns a level divided by everything drawn on it and by where signs are noticed from. Exact: nothing is sampled. */
export function groundOf(scene: Scene, walking: Walking, noticed: readonly Noticed[]): Ground {
  const { zones, walls, level } = scene;
  const side = siding(zones, walking);
  const zoneAt = zoneFinder(zones);
  const doors = level.openings.filter(isWalked);
  const cuts = new Map(walls.cuts.map((cut) => [cut.opening.id, cut]));
  const gates = doors.flatMap((opening) => gateOf(opening, cuts.get(opening.id), walls.edges, zoneAt) ?? []);
  const entered = new Set(gates.filter(({ zones: [a, b] }) => a === undefined || b === undefined).flatMap(namesOf));
  const sills = walls.edges.flatMap((edge): Threshold[] => {
    const zone = zones.find(({ id }) => id === edge.zone);
    const isWay = zone !== undefined && walking.entrances.has(zone.kind) && !zone.enclosed && !entered.has(zone.id);
    const frame = isWay ? lineFrame(edge) : undefined;
    if (frame === undefined) return [];
    const left = zoneAt(fromFrame(frame, frame.length / 2, BESIDE)) !== undefined;
    return [{ opening: undefined, frame, zones: left ? [zone, undefined] : [undefined, zone], depth: [0, 0] }];
  });
  const verges = zones.flatMap((zone) =>
    [...zone.region.rings, ...zone.region.shadows].flatMap(edgesOf).flatMap((edge): Threshold[] => {
      const frame = lineFrame(edge);
      return frame === undefined ? [] : [{ opening: undefined, frame, zones: [undefined, undefined], depth: [0, 0] }];
    }),
  );
  const standing: Drawn[] = [
    ...walls.faces.map(({ a, b }): Drawn => ({ a, b, tag: 'wall' })),
    ...walls.cuts.flatMap((cut) =>
      jambs(cut, 'may').flatMap(({ a, b, out }): Drawn[] => (out === undefined ? [{ a, b, tag: 'wall' }] : [])),
    ),
    ...level.openings
      .filter((opening) => !isWalked(opening))
      .map((opening): Drawn => ({ ...openingSegment(opening), tag: 'pane' })),
  ];
  const drawn: Drawn[] = [
    ...standing,
    ...walls.edges.map(({ a, b }): Drawn => ({ a, b, tag: 'edge' })),
    ...gates.map((threshold): Drawn => ({ ...segmentOf(threshold), tag: 'free', threshold })),
    ...sills.map((threshold): Drawn => ({ ...segmentOf(threshold), tag: 'free', threshold })),
    ...verges.map((threshold): Drawn => ({ ...segmentOf(threshold), tag: 'free', threshold })),
    ...noticed
      .flatMap(({ region }) => [...region.rings, ...region.shadows].flatMap(edgesOf))
      .map((edge): Drawn => ({ ...edge, tag: 'free' })),
  ];
  const prepared = prepareWalls(drawn, { closeGaps: true });
  const { faces, sides } = facesOf(prepared);
  spendBudget(200 * faces.length + 40 * drawn.length);
  const plots = faces.map(({ rings: [outer = [], ...holes] }): Plot => {
    const region = { rings: [outer], shadows: holes };
    const point = interiorPoint(region);
    const zone = point && zoneAt(point);
    return { region, zone, noticed: point !== undefined && noticed.some((one) => containsPoint(one.region, point)) };
  });
  const borders = sides.flatMap(([left, right], index): Border[] => {
    if (left === right) return [];
    const sources = (prepared.origin[index] ?? []).flatMap((source) => drawn[source] ?? []);
    const segment = prepared.segmentAt(index);
    // An opening before the edge of a zone that runs along it.
    const of = sources.find(({ threshold }) => threshold?.opening !== undefined)?.threshold;
    const over = of ?? sources.find(({ threshold }) => threshold !== undefined)?.threshold;
    const open =
      sources.length > 0 && sources.every(({ tag }) => tag === 'free' || (tag === 'pane' && of !== undefined));
    return [
      {
        segment,
        plots: [left, right],
        threshold: over && { of: over, along: runsAlong(segment, over.frame) },
        open,
        walled: sources.some(({ tag }) => tag === 'wall'),
      },
    ];
  });
  const inTheWay = boxesOf(standing, ({ a, b }) => boxOf([a, b]));
  return {
    scene,
    plots,
    borders,
    thresholds: [...gates, ...sills],
    side,
    zoneAt,
    until(from, to) {
      const box = boxOf([from, to]);
      const way = { a: from, b: to };
      const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
      const stops = inTheWay.meeting(box && grow(box, AT_FOOT)).flatMap((wall) => crossedAt(way, wall) ?? []);
      const nearest = Math.min(1, ...stops.filter((t) => t * length > AT_FOOT));
      return [from[0] + nearest * (to[0] - from[0]), from[1] + nearest * (to[1] - from[1])];
    },
  };
}

/** Index of a plot that stands for outside of everything drawn. */
export { NO_FACE as OUTSIDE };

function namesOf({ opening, zones }: Threshold): string[] {
  return opening === undefined ? [] : zones.flatMap((zone) => zone?.id ?? []);
}

/** Returns the line of a threshold. */
export function segmentOf({ frame }: Threshold): Segment {
  return { a: frame.origin, b: fromFrame(frame, frame.length, 0) };
}

function runsAlong({ a, b }: Segment, { along: [ux, uy] }: LineFrame): boolean {
  return (b[0] - a[0]) * ux + (b[1] - a[1]) * uy > 0;
}

/** Returns an opening as a threshold: in the wall that it cuts, or in the outer edge of a zone without walls. */
function gateOf(
  opening: Opening,
  cut: Cut | undefined,
  edges: readonly Segment[],
  zoneAt: (point: Point) => Zone | undefined,
): Threshold | undefined {
  if (cut !== undefined) {
    const { frame, spans, joins } = cut;
    const [left, right] = [Math.max(spans[0][1], spans[1][1]), Math.max(-spans[0][0], -spans[1][0])];
    return { opening, frame, zones: joins, depth: [left, right] };
  }
  const line = lineFrame(openingSegment(opening));
  if (line === undefined) return undefined;
  for (const edge of edges) {
    const part = stretchAlong(edge, line);
    if (part === undefined || Math.abs(part.dFrom) > BESIDE || Math.abs(part.dTo) > BESIDE) continue;
    const frame = lineFrame({ a: fromFrame(line, part.from, part.dFrom), b: fromFrame(line, part.to, part.dTo) });
    if (frame === undefined) continue;
    const beside = (d: number) => zoneAt(fromFrame(frame, frame.length / 2, d));
    return { opening, frame, zones: [beside(BESIDE), beside(-BESIDE)], depth: [0, 0] };
  }
  return undefined;
}

/** Returns where along a way (0–1) it meets a wall; undefined if it doesn't. */
function crossedAt({ a, b }: Segment, { a: p, b: q }: Segment): number | undefined {
  const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], q[0] - p[0], q[1] - p[1]];
  const cross = rx * sy - ry * sx;
  if (cross === 0) return undefined;
  const [ox, oy] = [p[0] - a[0], p[1] - a[1]];
  const t = (ox * sy - oy * sx) / cross;
  const u = (ox * ry - oy * rx) / cross;
  return t >= 0 && t <= 1 && u >= -1e-9 && u <= 1 + 1e-9 ? t : undefined;
}

/** Side of a zone for a person who walks in: still outside, inside, or closed to the public. */
type Side = 'outside' | 'inside' | 'closed';

/** m: a doorway begins no higher above the floor and ends no lower. */
const STEP = 0.5;
const LINTEL = 1.5;

/** True if people walk through an opening: not through a window, a fixed pane or a hatch. */
function isWalked({ kind, fixed, normallyOpen, sill = 0, head = Number.POSITIVE_INFINITY }: Opening): boolean {
  if (kind === 'window' || (fixed && !normallyOpen)) return false;
  return sill <= STEP && head >= LINTEL;
}

/** Returns a function that sorts zones into outside, inside and closed. Where no zone is drawn is outside. */
function siding(zones: readonly Zone[], walking: Walking): (zone: Zone | undefined) => Side {
  const roofed = new Set(zones.filter(({ enclosed }) => enclosed).flatMap(({ nested }) => nested));
  return (zone) => {
    if (zone === undefined) return 'outside';
    const { id, kind, enclosed } = zone;
    if (walking.open.has(kind) && !enclosed && !roofed.has(id)) return 'outside';
    if (walking.ladders.has(kind) || zone.public || !enclosed) return 'inside';
    return walking.unsettled && zone.kindUnknown !== undefined ? 'inside' : 'closed';
  };
}
