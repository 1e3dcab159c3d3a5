import {
  boxesOverlap,
  boxOf,
  boxOfRegion,
  clipConvex,
  convexHull,
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
import type { Uncut } from './geos.js';
import { office, randomFrom } from './offices.js';

/** A zone and what covers it; the covers once more as they were before they were cut to a footprint. */
export interface RandomZone {
  readonly target: Region;
  readonly cover: readonly Region[];
  readonly uncut: readonly Uncut[];
}

type Random = () => number;

/** Zones to a plan: viewsheds cost more than zones. */
const PER_PLAN = 100;

/**
 * Zones with views from real viewsheds, and with star polygons in their place, turned by 0°, 17° or any angle: rooms whose
 * edges lie on the walls, and rectangles, stars and Ls anywhere, some with holes; views whole and cut to footprints, with
 * the shadows of masks and low walls, now and then a hundred of them, or a hundred views on one zone.
 */
export function* randomZones(seed: number): Generator<RandomZone> {
  for (let plan = 0; ; plan += 1) {
    const random = randomFrom(seed * 1_000_003 + plan);
    const turned = [0, (17 * Math.PI) / 180, 2 * Math.PI * random()][plan % 3];
    const views = plan % 4 === 3 ? stars(random) : seen(seed + plan, turned, random);
    const { zones } = office(seed + plan, 2, 16, 0, turned);
    for (let i = 0; i < PER_PLAN; i += 1) yield zoneAmong(views, zones, random);
  }
}

function zoneAmong(views: readonly Uncut[], zones: readonly Region[], random: Random): RandomZone {
  const room = zones[Math.floor(zones.length * random())];
  const [, [x, y] = [0, 0]] = room.rings[0];
  const target = random() < 0.5 ? room : anyZone([x, y], random);
  const box = boxOfRegion(target);
  const near = views.filter(({ ring }) => {
    const own = boxOf(ring);
    return box !== undefined && own !== undefined && boxesOverlap(box, own);
  });
  const from = near.length === 0 ? views : near;
  const count = random() < 0.002 ? 100 : 1 + Math.floor(6 * random());
  const uncut = Array.from({ length: count }, (): Uncut => {
    const view = from[Math.floor(from.length * random())];
    const shadows = random() < 0.3 ? shadowsAbout([x, y], random) : [];
    return { ...view, shadows };
  });
  const cover = uncut.map(({ ring, within, shadows }): Region => {
    const cut = within === undefined ? ring : clipConvex(ring, within);
    return { rings: cut.length < 3 ? [] : [cut], shadows };
  });
  return { target, cover, uncut };
}

/** Views of eyes in an office of two rows, all round and within a window, half of them cut to a footprint. */
function seen(seed: number, turned: number, random: Random): Uncut[] {
  const { walls } = office(seed, 2, 16, 0, turned);
  const more = Array.from({ length: 4 }, (): Segment => {
    const [a, b] = [spot(random), spot(random)];
    return { a, b };
  });
  const prepared = prepareWalls([...walls, ...more], { closeGaps: false });
  const bounds = { minX: -30, minY: -30, maxX: 30, maxY: 30 };
  const sweep = createSweep(prepared, bounds).among(new Uint8Array(prepared.segments.length).fill(1));
  return Array.from({ length: 24 }, (): Uncut => {
    const [eye] = rotate([spot(random)], turned);
    const from = 2 * Math.PI * random();
    const window = random() < 0.3 ? undefined : { from, to: from + 1.2 + 0.7 * random() };
    const ring = sweep.viewshed(eye, window);
    const within = random() < 0.5 ? undefined : footprint(eye, window?.from ?? from, random);
    return { ring, within, shadows: [] };
  }).filter(({ ring }) => ring.length > 2);
}

function footprint(eye: Point, from: number, random: Random): Ring {
  const range = 4 + 8 * random();
  if (random() < 0.5) return sectorInscribed(eye, range, { from, to: from + 1 + random() });
  const far = 1 + 8 * random();
  return convexHull(
    Array.from({ length: 6 }, (): Point => {
      const angle = from + 1.2 * random();
      const distance = far + range * random();
      return [eye[0] + distance * Math.cos(angle), eye[1] + distance * Math.sin(angle)];
    }),
  );
}

/** Star polygons about some points, of 5 to 40 corners. */
function stars(random: Random): Uncut[] {
  return Array.from({ length: 24 }, () => {
    const ring = star(spot(random), 5 + Math.floor(35 * random()), 6, random);
    return { ring, within: undefined, shadows: [] };
  });
}

function star([x, y]: Point, corners: number, size: number, random: Random): Ring {
  return Array.from({ length: corners }, (_, i): Point => {
    const angle = (2 * Math.PI * (i + 0.9 * random())) / corners;
    const distance = size * (0.1 + random());
    return [x + distance * Math.cos(angle), y + distance * Math.sin(angle)];
  });
}

function spot(random: Random): Point {
  return [16 * random(), 15 * random()];
}

/** A rectangle, an L or a star at a point, turned by some angle, perhaps with a hole. */
function anyZone([x, y]: Point, random: Random): Region {
  const [w, h] = [0.5 + 7 * random() ** 2, 0.5 + 7 * random() ** 2];
  const turned = random() < 0.3 ? 0 : 2 * Math.PI * random();
  const kind = random();
  if (kind < 0.3) return regionOf(star([x, y], 4 + Math.floor(7 * random()), 4, random));
  const outer = kind < 0.6 ? ell(x, y, w, h) : rectangle(x, y, w, h);
  const hole = rectangle(x + w / 8, y + h / 8, w / 4, h / 8);
  return regionOf(rotate(outer, turned, [x, y]), random() < 0.3 ? [rotate(hole, turned, [x, y])] : []);
}

function ell(x: number, y: number, w: number, h: number): Ring {
  return [
    [x, y],
    [x + w, y],
    [x + w, y + h / 3],
    [x + w / 2, y + h / 3],
    [x + w / 2, y + h],
    [x, y + h],
  ];
}

function rectangle(x: number, y: number, w: number, h: number): Ring {
  return [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
  ];
}

/** Strips and triangles near a point. */
function shadowsAbout([x, y]: Point, random: Random): Ring[] {
  const count = random() < 0.002 ? 100 : 1 + Math.floor(3 * random());
  return Array.from({ length: count }, (): Ring => {
    const at: Point = [x + 8 * (random() - 0.5), y + 8 * (random() - 0.5)];
    if (random() < 0.3) return star(at, 3, 2, random);
    return rotate(rectangle(at[0], at[1], 0.1 + 3 * random(), 0.1 + random()), 2 * Math.PI * random(), at);
  });
}
