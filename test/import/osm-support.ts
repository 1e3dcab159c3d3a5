import type { Feature, Position } from 'geojson';
import { createSight } from '../../src/sight/sight.js';
import { file, type Made, make } from './support.js';

/** Longitude and latitude of metres east and north of a corner: good to a millimetre over a building. */
export function at(x: number, y: number): Position {
  return [111.75 + x / 84_300, 40.85 + y / 111_050];
}

export type Tags = Readonly<Record<string, unknown>>;

/** A closed way through corners, in metres. */
export function way(id: number, corners: readonly (readonly [number, number])[], tags: Tags): Feature {
  const ring = [...corners, ...corners.slice(0, 1)].map(([x, y]) => at(x, y));
  return { type: 'Feature', id: `way/${id}`, properties: tags, geometry: { type: 'Polygon', coordinates: [ring] } };
}

/** A room with the corners of a rectangle, and those of its doors. */
export function room(id: number, [x, y, w, h]: readonly [number, number, number, number], tags: Tags = {}): Feature {
  const corners = [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
  ] as const;
  return way(id, corners, { indoor: 'room', level: '0', ...tags });
}

export function line(id: number, points: readonly (readonly [number, number])[], tags: Tags): Feature {
  const coordinates = points.map(([x, y]) => at(x, y));
  return { type: 'Feature', id: `way/${id}`, properties: tags, geometry: { type: 'LineString', coordinates } };
}

export function node(id: number, x: number, y: number, tags: Tags): Feature {
  return { type: 'Feature', id: `node/${id}`, properties: tags, geometry: { type: 'Point', coordinates: at(x, y) } };
}

export function osm(...features: readonly Feature[]): Made {
  return make([file('osm.geojson', { type: 'FeatureCollection', features })], { format: 'osm' });
}

/** Notes as `sort id`, with how many things each is of. */
export function told({ building }: Made): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { sort, message, count = 1 } of building.notes) {
    const name = `${sort} ${message.id}`;
    counts[name] = (counts[name] ?? 0) + count;
  }
  return counts;
}

export interface Door {
  readonly level: string;
  readonly kind: string;
  /** m */
  readonly width: number;
  /** Ids of the rooms on its sides, in order. */
  readonly joins: readonly string[];
}

/** The openings as the linter sees them, by id. */
export function doorsOf(made: Made): Record<string, Door> {
  const { site } = made.lint();
  const sight = createSight(site);
  return Object.fromEntries(
    site.levels.flatMap(({ openings }) =>
      openings.map((opening): [string, Door] => {
        const {
          id,
          level,
          kind,
          line: [a, b],
        } = opening;
        const joins = sight.joins(opening).flatMap((zone) => (zone === undefined ? [] : [zone.id]));
        return [
          id,
          { level, kind, width: Math.round(Math.hypot(b[0] - a[0], b[1] - a[1]) * 100) / 100, joins: joins.sort() },
        ];
      }),
    ),
  );
}
