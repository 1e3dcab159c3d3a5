import type { LevelData, Path } from '../data.js';
import type { Box, Path2, Scene, Shape, Win } from './dom.js';

/**
 * A level made ready for drawing: what lies near to one another in one path, so that what is out of sight costs nothing.
 * Runs in the browser: it may use nothing but what it is given.
 */
export function readLevel(win: Win, data: LevelData): Scene {
  const [width, height] = data.size;

  /** Plain coordinates of a path told in steps. */
  function plain(path: Path): number[] {
    const out: number[] = [];
    for (let i = 0, x = 0, y = 0; i < path.length; i += 2) {
      x += path[i] ?? 0;
      y += path[i + 1] ?? 0;
      out.push(x, y);
    }
    return out;
  }

  function boxOf(paths: readonly Path[]): Box {
    let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const path of paths) {
      for (let i = 0, x = 0, y = 0; i < path.length; i += 2) {
        x += path[i] ?? 0;
        y += path[i + 1] ?? 0;
        minX = Math.min(minX, x);
        maxX = Math.max(maxX, x);
        minY = Math.min(minY, y);
        maxY = Math.max(maxY, y);
      }
    }
    return [minX, minY, maxX, maxY];
  }

  function trace(into: Path2, path: Path, closed: boolean): void {
    let [x, y] = [path[0] ?? 0, path[1] ?? 0];
    into.moveTo(x, y);
    for (let i = 2; i < path.length; i += 2) {
      x += path[i] ?? 0;
      y += path[i + 1] ?? 0;
      into.lineTo(x, y);
    }
    if (closed) into.closePath();
  }

  const corners = (paths: readonly Path[]) => paths.reduce((sum, path) => sum + path.length / 2, 0);
  const all = [...data.walls, ...data.openings].reduce((sum, paths) => sum + corners(paths), 0);
  const across = Math.max(1, Math.ceil(Math.sqrt((all + 4 * data.zones.length) / 600)));
  const drafts = new Map<number, { box: number[]; weights: [number, number, number]; paths: Path2[] }>();

  /** Paths of a cell: three of zones, three of walls, five of openings, one of short walls. */
  const [PATHS, SHORT] = [12, 11];
  /** cm */
  const STRIDE = 130;

  function put(paths: readonly Path[], slot: number, closed: boolean): void {
    const box = boxOf(paths);
    const column = Math.min(across - 1, Math.floor((((box[0] + box[2]) / 2) * across) / (width || 1)));
    const row = Math.min(across - 1, Math.floor((((box[1] + box[3]) / 2) * across) / (height || 1)));
    const key = Math.max(0, row) * across + Math.max(0, column);
    const cell = drafts.get(key) ?? {
      box: [Infinity, Infinity, -Infinity, -Infinity],
      weights: [0, 0, 0],
      paths: Array.from({ length: PATHS }, () => new win.Path2D()),
    };
    drafts.set(key, cell);
    for (const i of [0, 1]) cell.box[i] = Math.min(cell.box[i] ?? 0, box[i] ?? 0);
    for (const i of [2, 3]) cell.box[i] = Math.max(cell.box[i] ?? 0, box[i] ?? 0);
    cell.weights[slot < 3 ? 0 : slot === SHORT ? 2 : 1] += corners(paths);
    const into = cell.paths[slot];
    if (into !== undefined) for (const path of paths) trace(into, path, closed);
  }

  for (const [, status, rings] of data.zones) put(rings, status, true);
  data.walls.forEach((paths, n) => {
    for (const path of paths) {
      const isShort = n === 0 && path.length === 4 && Math.hypot(path[2] ?? 0, path[3] ?? 0) < STRIDE;
      put([path], isShort ? SHORT : 3 + n, false);
    }
  });
  data.openings.forEach((paths, n) => {
    for (const path of paths) put([path], 6 + n, false);
  });

  function shape(outlines: readonly Path[]): Shape {
    let made: Path2 | undefined;
    return {
      box: boxOf(outlines),
      weight: corners(outlines),
      path: () => {
        if (made === undefined) {
          made = new win.Path2D();
          for (const path of outlines) trace(made, path, true);
        }
        return made;
      },
    };
  }

  /** Where a name is written: in the widest stretch of the zone at half its height; in a corner, not in an L's hole. */
  function place(rings: readonly Path[], box: Box): { x: number; y: number; width: number } {
    const y = (box[1] + box[3]) / 2 + 0.37;
    const cuts: number[] = [];
    for (const ring of rings) {
      const at = plain(ring);
      for (let i = 0; i < at.length; i += 2) {
        const [ax, ay] = [at[i] ?? 0, at[i + 1] ?? 0];
        const [bx, by] = [at[(i + 2) % at.length] ?? 0, at[(i + 3) % at.length] ?? 0];
        if (ay > y !== by > y) cuts.push(ax + ((y - ay) * (bx - ax)) / (by - ay));
      }
    }
    cuts.sort((a, b) => a - b);
    let best = { x: (box[0] + box[2]) / 2, y, width: 0 };
    for (let i = 0; i + 1 < cuts.length; i += 2) {
      const [from, to] = [cuts[i] ?? 0, cuts[i + 1] ?? 0];
      if (to - from > best.width) best = { x: (from + to) / 2, y, width: to - from };
    }
    return best;
  }

  const boxes = data.zones.map(([, , rings]) => boxOf(rings.slice(0, 1)));
  const frameOf = (line: Path, x: number, y: number): Box => {
    if (line.length > 2) return boxOf([line]);
    let frame: Box = [x, y, x, y];
    let least = Infinity;
    for (const box of boxes) {
      const area = (box[2] - box[0]) * (box[3] - box[1]);
      if (area >= least || x < box[0] || x > box[2] || y < box[1] || y > box[3]) continue;
      [frame, least] = [box, area];
    }
    return frame;
  };

  return {
    data,
    cells: [...drafts.values()].map(({ box, weights, paths }) => ({
      box: [box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0],
      weights,
      zones: paths.slice(0, 3),
      walls: paths.slice(3, 6),
      openings: paths.slice(6, SHORT),
      short: paths[SHORT] ?? new win.Path2D(),
    })),
    labels: data.zones
      .map(([text, , rings]) => {
        const box = boxOf(rings.slice(0, 1));
        return { text, height: box[3] - box[1], ...place(rings, box) };
      })
      .sort((a, b) => b.width - a.width),
    views: data.views.map(([device, world, outlines]) => ({ ...shape(outlines), device, world })),
    remainders: data.remainders.map((outlines) => shape(outlines)),
    frames: data.marks.map(([, , , line, x, y]) => frameOf(line, x, y)),
    lines: data.marks.map(([, , , line]) => plain(line)),
  };
}
