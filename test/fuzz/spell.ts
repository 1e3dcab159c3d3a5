import { stringify } from 'yaml';
import type { Point } from '../../src/geometry/types.js';
import { rectPoints } from '../../src/plan/build/zone.js';
import { unproject } from '../../src/plan/read/frame.js';
import type { Dice } from './dice.js';
import type { LevelDoc, PlanDoc, XY } from './document.js';

/** A plan as the files that hold it, by their paths; the first is the plan. */
export type Files = ReadonlyMap<string, Uint8Array>;

const encoder = new TextEncoder();

/** Where plans in degrees lie: Hohhot, the edge of a hemisphere, a place with no town. */
const ORIGINS: readonly XY[] = [
  [111.67, 40.82],
  [0, 0],
  [179.999, 40],
  [100, 69.5],
];

/** The plan in one of the ways it may be written. Degrees are only for plans without north and rotation of their own. */
export function spelt(doc: PlanDoc, dice: Dice): Files {
  return dice.way<() => Files>([
    [60, () => one('plan.json', JSON.stringify(doc))],
    [12, () => one('plan.yaml', stringify(doc))],
    [10, () => one('plan.geojson', JSON.stringify(collection(doc, undefined)))],
    [10, () => one('plan.geojson', JSON.stringify(collection(doc, dice.pick(ORIGINS))))],
    [8, () => parted(doc)],
  ])();
}

export function one(path: string, text: string): Files {
  return new Map([[path, encoder.encode(text)]]);
}

/** As GeoJSON, in metres or in degrees about an origin. */
export function collection(doc: PlanDoc, origin: XY | undefined): object {
  const { sitecam, levels, north, coordinates: _, ...more } = doc;
  const features = levels.flatMap((level) =>
    featuresOf(level, (point) => (origin === undefined ? point : unproject(point, origin))),
  );
  const bare = levels.map(({ id, name, elevation, ceiling }) => ({ id, name, elevation, ceiling }));
  const system = origin === undefined ? { coordinates: 'metres', north } : { origin };
  return { type: 'FeatureCollection', sitecam: { version: sitecam, levels: bare, ...more, ...system }, features };
}

function featuresOf(level: LevelDoc, place: (point: XY) => Point): object[] {
  const feature = (element: string, more: object, type: string, coordinates: unknown) => ({
    type: 'Feature',
    properties: { element, level: level.id, ...more },
    geometry: { type, coordinates },
  });
  const closed = (ring: readonly XY[]) => [...ring, ring[0]].map(place);
  return [
    ...level.zones.map(({ polygon, rect, holes, ...more }) => {
      const outer = polygon ?? rectPoints({ id: '', kind: '', rect: rect as [number, number, number, number] });
      return feature('zone', more, 'Polygon', [outer as XY[], ...(holes ?? [])].map(closed));
    }),
    ...level.walls.map(({ line, ...more }) => feature('wall', more, 'LineString', line.map(place))),
    ...level.openings.map(({ line, ...more }) => feature('opening', more, 'LineString', line.map(place))),
    ...level.devices.map(({ at, masks, ...more }) => {
      const placed = masks?.map((mask) => ({ ...mask, polygon: mask.polygon.map(place) }));
      return feature('device', { ...more, masks: placed }, 'Point', place(at));
    }),
  ];
}

/** YAML, with the geometry of its first level in a file of its own. */
function parted(doc: PlanDoc): Files {
  const [first, ...others] = doc.levels;
  const { id, name, elevation, ceiling, devices } = first;
  const drawn = collection({ ...doc, levels: [{ ...first, devices: [] }] }, undefined) as { sitecam: object };
  const plan = { ...doc, levels: [{ id, name, elevation, ceiling, geometry: 'part.geojson', devices }, ...others] };
  const { sitecam: _, ...part } = drawn;
  return new Map([
    ['plan.yaml', encoder.encode(stringify(plan))],
    ['part.geojson', encoder.encode(JSON.stringify({ ...part, sitecam: { version: 1, coordinates: 'metres' } }))],
  ]);
}
