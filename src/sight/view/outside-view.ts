// The part of a room that a person standing outside its glazing certainly sees.
import { containsPoint, measure } from '../../geometry/index.js';
import type { Point, Region } from '../../geometry/types.js';
import type { Opening, Zone } from '../../plan/model.js';
import { fromFrame } from '../../plan/walls/plane.js';
import { type Cut, TUNNEL } from '../../plan/walls/walls.js';
import type { Scene } from '../scene/scene.js';
import type { LookedIn, Onlooker } from '../types.js';

/** Places in front of a pane, as parts of its width: a person who looks in moves from one end of it to the other. */
const PLACES = [0.05, 0.275, 0.5, 0.725, 0.95];

/**
 * Returns how much of `room` a person sees who stands outside any of the `panes`, doors closed. A lower bound: only
 * what every wall, sill and lintel leaves in sight counts.
 *
 * @param minus parts of the room that don't count
 */
export function lookInto(
  scene: Scene,
  room: Zone,
  panes: readonly Opening[],
  minus: readonly Region[],
  onlooker: Onlooker,
): LookedIn {
  const { rings, shadows } = room.region;
  const target = { rings, shadows: [...shadows, ...minus.flatMap((region) => region.rings)] };
  const before = panes.flatMap((pane) => {
    const cut = scene.walls.cuts.find(({ opening }) => opening.id === pane.id);
    const eyes = cut === undefined ? [] : eyesBefore(cut, room, onlooker.distance);
    return eyes.length === 0 ? [] : [eyes];
  });
  const seen = before.flat().map((eye) => seenFrom(scene, eye, onlooker));
  const { area, covered, bound } = measure(target, seen);
  return {
    area,
    fraction: area === 0 ? 0 : covered / area,
    bound: area === 0 ? 0 : bound / area,
    panes: before.length,
  };
}

function seenFrom(scene: Scene, at: Point, { eye, target }: Onlooker): Region {
  const heights = { eye, target: [target, target] as const };
  const ring = scene.viewshed('must', heights, at);
  return { rings: [ring], shadows: scene.shadows('must', heights, at, ring) };
}

/**
 * Returns points in front of the opening on the side away from the room, within the zone drawn there; [] if none is.
 */
function eyesBefore({ frame, spans, joins, opening }: Cut, room: Zone, distance: number): Point[] {
  const inside = joins.findIndex(
    (zone) => zone !== undefined && (zone.id === room.id || room.nested.includes(zone.id)),
  );
  const outside = joins[1 - inside];
  if (inside < 0 || outside === undefined) return [];
  const half = (opening.thickness ?? TUNNEL.must) / 2;
  // Of the frame left is positive, and the zone on the left comes first.
  const left = inside === 1;
  const face = left ? Math.max(half, ...spans.map(([, far]) => far)) : Math.min(-half, ...spans.map(([near]) => near));
  return PLACES.map((part) => fromFrame(frame, part * frame.length, face + (left ? distance : -distance))).filter(
    (at) => containsPoint(outside.region, at),
  );
}
