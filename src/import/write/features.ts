// Elements of a draft as the plan's files hold them.

import type { Position as GeoPosition } from 'geojson';
import type { Point } from '../../geometry/types.js';
import { distance } from '../../geometry/vector.js';
import type { DraftElement, DraftZone, PlanDraft } from '../draft.js';
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
    ...draft.zones.map((zone) => {
      const kindUnknown = zone.untold === undefined ? {} : { kindUnknown: zone.untold };
      const levels = zone.spans.length === 0 ? {} : { levels: zone.spans };
      return written('zone', zone, { ...named(zone), ...kindUnknown, ...levels, ...zone.keys }, polygon(zone.rings));
    }),
    ...draft.walls.map((wall) => written('wall', wall, wall.keys, line(wall.line))),
    ...draft.openings.map((opening) => {
      const { shape, keys } = opening;
      return written('opening', opening, { ...named(opening), ...keys }, line(shape.type === 'line' ? shape.line : []));
    }),
    ...draft.devices.map((device) => {
      const geometry = { type: 'Point' as const, coordinates: at(device.at) };
      return written('device', device, { ...named(device), ...device.keys }, geometry);
    }),
  ];
}

function named({ kind, name }: { readonly kind: string; readonly name?: string | undefined }) {
  return name === undefined ? { kind } : { kind, name };
}

function written(
  element: WrittenElement['element'],
  { id, level }: DraftElement,
  keys: WrittenElement['keys'],
  geometry: WrittenElement['geometry'],
): WrittenElement {
  return { element, level, id, keys, geometry };
}
