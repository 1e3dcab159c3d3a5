// Elements of a draft as the plan's files hold them.

import type { Position as GeoPosition } from 'geojson';
import type { Point } from '../../geometry/types.js';
import { distance } from '../../geometry/vector.js';
import type { DraftOpening, DraftZone, PlanDraft } from '../draft.js';
import type { ImportFrame } from '../frame.js';

/** An element of the plan as written: its keys, and its geometry in source coordinates. */
export interface WrittenElement {
  readonly element: 'zone' | 'wall' | 'opening' | 'device';
  readonly level: string;
  readonly id: string;
  /** Keys without `id`, `level` and geometry. */
  readonly keys: Readonly<Record<string, unknown>>;
  /** null if the element belongs in the plan but has no usable geometry. */
  readonly geometry:
    | null
    | { readonly type: 'Polygon'; readonly coordinates: GeoPosition[][] }
    | { readonly type: 'LineString'; readonly coordinates: GeoPosition[] }
    | { readonly type: 'Point'; readonly coordinates: GeoPosition };
}

/** Returns the elements of `draft` in the order they are written, in the coordinates of `frame`. */
export function writtenElements(draft: PlanDraft, frame: ImportFrame): WrittenElement[] {
  const at = (point: Point): GeoPosition => [...frame.toSource(point)];
  const line = (points: readonly Point[]) =>
    points.slice(1).some((point) => distance(point, points[0]) > 0)
      ? { type: 'LineString' as const, coordinates: points.map(at) }
      : null;
  const polygon = (rings: DraftZone['rings']) =>
    rings.length === 0
      ? null
      : { type: 'Polygon' as const, coordinates: rings.map((ring) => [...ring, ...ring.slice(0, 1)].map(at)) };
  return [
    ...draft.zones.map(
      ({ id, level, kind, name, untold, spans, rings, keys }): WrittenElement => ({
        element: 'zone',
        level,
        id,
        keys: {
          kind,
          ...(name === undefined ? {} : { name }),
          ...(untold === undefined ? {} : { kindUnknown: untold }),
          ...(spans.length === 0 ? {} : { levels: spans }),
          ...keys,
        },
        geometry: polygon(rings),
      }),
    ),
    ...draft.walls.map(
      ({ id, level, line: points, keys }): WrittenElement => ({
        element: 'wall',
        level,
        id,
        keys,
        geometry: line(points),
      }),
    ),
    ...draft.openings.map(
      ({ id, level, kind, name, shape, keys }: DraftOpening): WrittenElement => ({
        element: 'opening',
        level,
        id,
        keys: { kind, ...(name === undefined ? {} : { name }), ...keys },
        geometry: line(shape.type === 'line' ? shape.line : []),
      }),
    ),
    ...draft.devices.map(
      ({ id, level, kind, name, at: foot, keys }): WrittenElement => ({
        element: 'device',
        level,
        id,
        keys: { kind, ...(name === undefined ? {} : { name }), ...keys },
        geometry: { type: 'Point', coordinates: at(foot) },
      }),
    ),
  ];
}
