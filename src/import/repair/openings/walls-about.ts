// The walls that an opening may lie in, as the plan reader sees them.

import { containsPoint } from '../../../geometry/index.js';
import type { Point, Segment } from '../../../geometry/types.js';
import type { Pack } from '../../../law/types.js';
import { boxOfSegment, meeting } from '../../../plan/nearby.js';
import { runsAlongFace, stretchAlong } from '../../../plan/walls/along.js';
import { fromFrame, type LineFrame, SLIVER } from '../../../plan/walls/plane.js';
import type { PlanDraft } from '../../draft.js';
import { type EdgesNear, edgesOf } from '../../openings/edges.js';
import { roomsOf, zoneLevels } from '../rings/room.js';
import { OPENING_REACH } from '../tolerances.js';

/** Walls that an opening may lie in, as the plan reader sees them. */
export interface WallsAbout {
  /** Edges of enclosed rooms and of walls. */
  readonly edges: EdgesNear;
  /** True if an opening lies on the edge of an unenclosed zone with nothing drawn beyond: an entrance from outside. */
  readonly onOuterEdge: (level: string, at: Segment, frame: LineFrame, thickness: number) => boolean;
}

/** Returns the walls of a draft that openings may lie in. */
export function wallsAbout(draft: PlanDraft, pack: Pack): WallsAbout {
  const rooms = roomsOf(draft.zones, pack);
  const of = (enclosed: boolean) => rooms.filter((room) => room.enclosed === enclosed).map(({ zone }) => zone);
  const openEdges = edgesOf({ zones: of(false), walls: [] });
  const meet = meeting(rooms.map(({ box }) => box));
  const isDrawn = (level: string, point: Point): boolean =>
    meet(boxOfSegment({ a: point, b: point })).some((i) => {
      const room = rooms[i];
      return room !== undefined && zoneLevels(room.zone).includes(level) && containsPoint(room.region, point);
    });
  return {
    edges: edgesOf({ zones: of(true), walls: draft.walls }),
    onOuterEdge: (level, at, frame, thickness) =>
      openEdges(level, at, Math.max(OPENING_REACH, thickness)).some((edge) => {
        const part = runsAlongFace(edge, frame, thickness) ? stretchAlong(edge, frame) : undefined;
        if (part === undefined) return false;
        const [s, d] = [(part.from + part.to) / 2, (part.dFrom + part.dTo) / 2];
        const beside = SLIVER + 0.001;
        return ![1, -1].every((side) => isDrawn(level, fromFrame(frame, s, d + side * beside)));
      }),
  };
}
