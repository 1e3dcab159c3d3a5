import type { Point, Segment } from '../../src/geometry/index.js';
import { rotate } from '../../src/geometry/index.js';
import { CAMERA_TYPES, Draft, type Drawing, type DrawnCamera, type Rect, seeded } from './draft.js';
import { drawHall } from './hall.js';
import { drawOffices } from './office.js';

export { CAMERA_TYPES, type Drawing, seeded } from './draft.js';

export interface PlanOptions {
  /**
   * office: hotels and offices of one corridor each, yards between; hall: one open hall of pillars, counters and
   * partitions, shops on two sides; corridor: corridors of 300 m, back to back.
   */
  readonly kind: 'office' | 'hall' | 'corridor';
  /** Straight pieces of wall drawn, an opening counting as one. What rooms don't need is furniture. */
  readonly walls: number;
  /** At most; a tenth of the walls when absent. */
  readonly zones?: number;
  /** None when absent. */
  readonly cameras?: number;
  /** Degrees the plan is turned counter-clockwise; turned coordinates are rounded to 0.1 mm. */
  readonly rotation?: number;
  readonly seed?: number;
}

/** A plan that people could have drawn, as large as asked for and the same for the same options. */
export function drawPlan(options: PlanOptions): Drawing {
  const { kind, walls, zones = Math.round(walls / 10), cameras = 0, rotation = 0, seed = 20171201 } = options;
  const draft = new Draft(seeded(seed));
  const rooms = kind === 'hall' ? drawHall(draft, zones) : drawOffices(draft, SHAPES[kind], zones);
  furnish(draft, rooms, walls);
  return turned({ ...draft, cameras: camerasOf(draft, cameras) }, rotation);
}

const SHAPES = { office: { length: 78, yard: 8 }, corridor: { length: 300, yard: 0 } } as const;

/**
 * The drawing's walls as straight pieces, not yet prepared, metres: those of rooms, those drawn on their own, and the
 * lines of openings where doors are shut.
 */
export function segmentsOf(drawing: Drawing, doors: 'open' | 'shut'): Segment[] {
  const own = drawing.walls.flatMap(({ line }) => line.slice(1).map((b, i) => ({ a: line[i] ?? b, b })));
  const shut = doors === 'open' ? [] : drawing.openings.map(({ line: [a, b] }) => ({ a, b }));
  return [...drawing.solid, ...own, ...shut];
}

/** The drawing as a plan in GeoJSON, a feature a line. */
export function geoJsonOf({ zones, walls, openings, cameras }: Drawing): string {
  const level = 'F1';
  const feature = (properties: object, type: string, coordinates: unknown): string =>
    JSON.stringify({ type: 'Feature', properties, geometry: { type, coordinates } });
  const features = [
    ...zones.map(({ ring, ...rest }) =>
      feature({ element: 'zone', level, ...rest }, 'Polygon', [[...ring, ...ring.slice(0, 1)]]),
    ),
    ...walls.map(({ line, ...rest }) => feature({ element: 'wall', level, ...rest }, 'LineString', line)),
    ...openings.map(({ line, ...rest }) => feature({ element: 'opening', level, ...rest }, 'LineString', line)),
    ...cameras.map(({ at, ...rest }) => feature({ element: 'device', level, ...rest }, 'Point', at)),
  ];
  const types = Object.entries(CAMERA_TYPES).map(([name, optics]) => {
    return [name, { kind: 'camera', form: 'fixed', audio: 'none', ...optics }] as const;
  });
  const member = JSON.stringify({
    version: 1,
    site: { name: '青城园区', categories: ['hotel'], region: '150102' },
    coordinates: 'metres',
    levels: [{ id: level, name: '一层', elevation: 0, ceiling: 3 }],
    deviceTypes: Object.fromEntries(types),
  });
  return `{"type": "FeatureCollection",\n"sitecam": ${member},\n"features": [\n${features.join(',\n')}\n]}\n`;
}

/** m: sides of the cells in which one piece of furniture stands. */
const CELL = 0.9;
const DESK = 0.65;

/** Sets up columns and partitions, a room at a time and round by round, until there are so many pieces of wall. */
function furnish(draft: Draft, rooms: readonly Rect[], walls: number): void {
  for (let round = 0; draft.pieces < walls; round += 1) {
    const before = draft.pieces;
    for (const { x, y, w, d } of rooms) {
      if (draft.pieces >= walls) return;
      const columns = Math.floor(w / CELL);
      const row = Math.floor(round / columns);
      if (columns === 0 || (row + 1) * CELL > d) continue;
      const [cx, cy] = [x + (round % columns) * CELL, y + row * CELL];
      const corner: Point[] = [
        [cx, cy + DESK],
        [cx, cy],
        [cx + DESK, cy],
      ];
      const line = corner.slice(0, Math.min(3, walls - draft.pieces + 1));
      if (draft.random() < 0.5) draft.extra(line, { height: 1.4, thickness: 0.04 });
      else draft.extra(line, { thickness: 0.04 });
    }
    if (draft.pieces === before) throw new RangeError(`these rooms hold no more than ${before} walls`);
  }
}

/** Cameras spread evenly over the places for them. */
function camerasOf({ mounts }: Draft, count: number): DrawnCamera[] {
  if (count > mounts.length) throw new RangeError(`there is room for no more than ${mounts.length} cameras`);
  const types = ['dome-4mp', 'bullet-5mp', 'wide-8mp'] as const;
  return Array.from({ length: count }, (_, i) => mounts[Math.floor((i * mounts.length) / count)]).flatMap((mount, i) =>
    mount === undefined ? [] : [{ id: `c${i + 1}`, type: types[i % 3] ?? 'dome-4mp', ...mount }],
  );
}

function turned(drawing: Drawing, degrees: number): Drawing {
  const turn = (points: readonly Point[]): Point[] =>
    (degrees === 0 ? points : rotate(points, (degrees * Math.PI) / 180)).map(([x, y]) => [written(x), written(y)]);
  const one = ([a, b]: readonly [Point, Point]): readonly [Point, Point] => {
    const [p = a, q = b] = turn([a, b]);
    return [p, q];
  };
  return {
    zones: drawing.zones.map((zone) => ({ ...zone, ring: turn(zone.ring) })),
    walls: drawing.walls.map((wall) => ({ ...wall, line: turn(wall.line) })),
    openings: drawing.openings.map((opening) => ({ ...opening, line: one(opening.line) })),
    cameras: drawing.cameras.map((camera) => ({
      ...camera,
      at: one([camera.at, camera.at])[0],
      heading: (camera.heading + 360 - degrees) % 360,
    })),
    solid: drawing.solid.map(({ a, b }) => {
      const [p, q] = one([a, b]);
      return { a: p, b: q };
    }),
  };
}

/** Tenths of a millimetre, as a drawing is exported. */
function written(metres: number): number {
  return Math.round(metres * 1e4) / 1e4 + 0;
}
