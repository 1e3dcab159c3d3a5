// Convex polygons on the grid, and lines against them.
/**
 * A convex polygon, counter-clockwise: x, y of each vertex in grid units. A point and a segment count as polygons too.
 */
export type Convex = readonly number[];

/** The directed line through (x, y) along (dx, dy), in grid units. */
export interface DirectedLine {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}

/** Returns a positive number if (x, y) lies left of the line: its distance times the length of the direction. */
export function leftOfLine(line: DirectedLine, x: number, y: number): number {
  return line.dx * (y - line.y) - line.dy * (x - line.x);
}

/** Returns the vertex of the polygon that lies furthest along (dx, dy). */
export function furthest(convex: Convex, dx: number, dy: number): readonly [x: number, y: number] {
  let best = Number.NEGATIVE_INFINITY;
  let [x, y] = [0, 0];
  for (let i = 0; i < convex.length; i += 2) {
    const along = dx * convex[i] + dy * convex[i + 1];
    if (along > best) [best, x, y] = [along, convex[i], convex[i + 1]];
  }
  return [x, y];
}

/** Returns the part of the polygon left of the line. */
export function clipLeft(convex: Convex, line: DirectedLine): Convex {
  const out: number[] = [];
  let px = convex[convex.length - 2];
  let py = convex[convex.length - 1];
  let p = leftOfLine(line, px, py);
  for (let i = 0; i < convex.length; i += 2) {
    const qx = convex[i];
    const qy = convex[i + 1];
    const q = leftOfLine(line, qx, qy);
    if ((p > 0 && q < 0) || (p < 0 && q > 0)) out.push(px + (p / (p - q)) * (qx - px), py + (p / (p - q)) * (qy - py));
    if (q >= 0) out.push(qx, qy);
    [px, py, p] = [qx, qy, q];
  }
  return out;
}

/**
 * True if a strip wider than `gap` grid units separates the polygon from the segment (sx, sy)–(tx, ty). False if they
 * touch.
 */
export function isStripBetween(convex: Convex, sx: number, sy: number, tx: number, ty: number, gap = 0): boolean {
  const along = (nx: number, ny: number): boolean => {
    const s = nx * sx + ny * sy;
    const t = nx * tx + ny * ty;
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < convex.length; i += 2) {
      const at = nx * convex[i] + ny * convex[i + 1];
      if (at < low) low = at;
      if (at > high) high = at;
    }
    const least = gap * Math.hypot(nx, ny);
    return Math.min(s, t) - high > least || low - Math.max(s, t) > least;
  };
  const dx = tx - sx;
  const dy = ty - sy;
  if (along(-dy, dx) || along(dx, dy)) return true;
  for (let i = 0, j = convex.length - 2; i < convex.length; j = i, i += 2) {
    const ex = convex[i] - convex[j];
    const ey = convex[i + 1] - convex[j + 1];
    if (along(ey, -ex) || along(ex, ey)) return true;
  }
  return false;
}

/** Returns the mean of the vertices, which lies inside. */
export function middleOf(convex: Convex): readonly [x: number, y: number] {
  let [x, y] = [0, 0];
  for (let i = 0; i < convex.length; i += 2) {
    x += convex[i] - convex[0];
    y += convex[i + 1] - convex[1];
  }
  return [convex[0] + (2 * x) / convex.length, convex[1] + (2 * y) / convex.length];
}

/** Returns the distance from (x, y) to the furthest vertex. */
export function radiusAbout(convex: Convex, x: number, y: number): number {
  let most = 0;
  for (let i = 0; i < convex.length; i += 2) most = Math.max(most, Math.hypot(convex[i] - x, convex[i + 1] - y));
  return most;
}
