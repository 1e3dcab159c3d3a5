import {
  clipConvex,
  createSweep,
  type Point,
  prepareWalls,
  type Region,
  type Ring,
  regionOf,
  rotate,
  type Segment,
  sectorInscribed,
} from '../../src/geometry/index.js';
/** Numbers in [0, 1), the same for the same seed (Steele and Vigna's SplitMix, 32 bits). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32;
  };
}
/** Metres. */
const DEPTH = 5;
const CORRIDOR = 2.4;
const DOOR = 1;
/**
 * Rows of rooms along corridors, 3–6 m wide, each with a door; rooms have 4, 6, 8 or 10 corners, since some have pillars
 * in their corners, and some furniture to the ceiling. Corridors are zones too.
 *
 * @param turned radians, about the origin
 */
export function office(
  seed: number,
  rows: number,
  length: number,
  cameras: number,
  turned = 0,
): { readonly walls: readonly Segment[]; readonly zones: readonly Region[]; readonly views: readonly Region[] } {
  const random = randomFrom(seed);
  const walls: Segment[] = [];
  const zones: Ring[] = [];
  for (let row = 0; row < rows; row += 1) {
    const bottom = row * (DEPTH + CORRIDOR);
    for (let left = 0; left < length; ) {
      const right = Math.min(length, left + 3 + 3 * random());
      const room = roomOf(left, bottom, right - left < 3 ? left + 3 : right, random);
      zones.push(room);
      walls.push(...wallsOf(room, random));
      left = right - left < 3 ? left + 3 : right;
      for (const y of [1, 3]) walls.push(...cupboard(left - 2.5, bottom + y + random(), random));
    }
    zones.push(box(0, bottom + DEPTH, length, bottom + DEPTH + CORRIDOR));
  }
  const height = rows * (DEPTH + CORRIDOR);
  const about: Point = [0, 0];
  const turn = (ring: Ring): Ring => (turned === 0 ? ring : rotate(ring, turned, about));
  const placed = walls.map(({ a, b }) => {
    const [p = a, q = b] = turn([a, b]);
    return { a: p, b: q };
  });
  const sees = cameraAmong(placed, Math.hypot(length, height) + 10);
  const views = Array.from({ length: cameras }, () => {
    const [eye = about] = turn([[length * random(), height * random()]]);
    return sees(eye, random);
  }).filter(({ rings }) => rings.length > 0);
  return { walls: placed, zones: zones.map((ring) => regionOf(turn(ring))), views };
}
/** A square hall with a pillar every 10 m, and cameras anywhere in it. */
export function hall(seed: number, size: number, cameras: number): { readonly zone: Region; readonly views: Region[] } {
  const random = randomFrom(seed);
  const rings = [box(0, 0, size, size)];
  for (let x = 5; x < size; x += 10) for (let y = 5; y < size; y += 10) rings.push(box(x, y, x + 0.5, y + 0.5));
  const walls = rings.flatMap((ring) => ring.map((a, i): Segment => ({ a, b: ring[(i + 1) % ring.length] ?? a })));
  const sees = cameraAmong(walls, size + 1);
  return {
    zone: regionOf(box(0, 0, size, size)),
    views: Array.from({ length: cameras }, () => sees([size * random(), size * random()], random)),
  };
}

/** What a camera sees that looks somewhere from a point, 70–110° wide, to 10–20 m. */
function cameraAmong(walls: readonly Segment[], reach: number): (eye: Point, random: () => number) => Region {
  const prepared = prepareWalls(walls, { closeGaps: false });
  const bounds = { minX: -reach, minY: -reach, maxX: reach, maxY: reach };
  const sweep = createSweep(prepared, bounds).among(new Uint8Array(prepared.segments.length).fill(1));
  return (eye, random) => {
    const from = 2 * Math.PI * random();
    const window = { from, to: from + 1.2 + 0.7 * random() };
    const range = 10 + 10 * random();
    const seen = clipConvex(sweep.viewshed(eye, window, range), sectorInscribed(eye, range, window, 0.2));
    return { rings: seen.length > 2 ? [seen] : [], shadows: [] };
  };
}

function box(x0: number, y0: number, x1: number, y1: number): Ring {
  return [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ];
}
/** A room with a pillar in 0 to 3 of its corners. */
function roomOf(x0: number, y0: number, x1: number, random: () => number): Ring {
  const y1 = y0 + DEPTH;
  const s = 0.3 + 0.3 * random();
  const pillars = Math.floor(4 * random());
  const ring: Point[] = [];
  if (pillars > 0) ring.push([x0, y0 + s], [x0 + s, y0 + s], [x0 + s, y0]);
  else ring.push([x0, y0]);
  if (pillars > 1) ring.push([x1 - s, y0], [x1 - s, y0 + s], [x1, y0 + s]);
  else ring.push([x1, y0]);
  ring.push([x1, y1]);
  if (pillars > 2) ring.push([x0 + s, y1], [x0 + s, y1 - s], [x0, y1 - s]);
  else ring.push([x0, y1]);
  return ring;
}
/** The room's edges, with a door in the upper one. */
function wallsOf(room: Ring, random: () => number): Segment[] {
  return room.flatMap((a, i) => {
    const b = room[(i + 1) % room.length] ?? a;
    if (a[1] !== b[1] || a[0] - b[0] < 2) return [{ a, b }];
    const door = b[0] + 0.5 + (a[0] - b[0] - 1 - DOOR) * random();
    return [
      { a, b: [door + DOOR, a[1]] },
      { a: [door, a[1]], b },
    ];
  });
}
function cupboard(x: number, y: number, random: () => number): Segment[] {
  const ring = box(x, y, x + 0.4 + random(), y + 0.4);
  return ring.map((a, i) => ({ a, b: ring[(i + 1) % ring.length] ?? a }));
}
