// Openings that lead against an uncut wall.

import { addTo } from '../../base/arrays.js';
import { compareLength, LENGTH_TOLERANCE } from '../../base/threshold.js';
import type { Opening } from '../model.js';
import type { Stretches } from '../nearby.js';
import { type FaceStretch, isFarFrom, stretchAlong } from './along.js';
import { BEYOND, type Cut, openingSegment, type PlacedCut } from './cut.js';
import type { Face } from './face.js';
import { fromFrame, SAME_LINE, type ZoneAt } from './plane.js';

/** An opening that leads nowhere: right behind it stands a face that it doesn't cut, so that no sight passes. */
export interface Blind {
  readonly opening: Opening;
  /** Id of the room that the opening doesn't open, or of the wall drawn across it. */
  readonly against: string;
  /** Kind of `against`: a zone, or a drawn wall. */
  readonly is: Face['source'];
  /** The faces that block it, and the metres from its line to the farthest point of them. */
  readonly faces: readonly Face[];
  readonly reach: number;
}

/** Metres: two faces further apart than this don't belong to one wall. */
const THICKEST = 0.6;

/** Metres: nobody gets through a door with a wall this near behind it. */
const CLOSE = 0.3;

/** Share of an opening from which on a wall across it blocks it. Ours: half. */
const MOST = 0.5;

/**
 * Returns the openings that cut one room's face while an uncut face of another room stands within 0.6 m behind it, with
 * no zone between. This happens if rooms are drawn by their inner faces and a door doesn't give its wall's thickness.
 * Sight ends there in every world, so verdicts on such rooms would be too favourable. Openings with an opaque wall
 * drawn across at least half of them count too.
 *
 * @param faces all faces that remain once openings are cut out
 */
export function blindOpenings(cuts: readonly PlacedCut[], faces: Stretches<Face>, zoneAt: ZoneAt): Blind[] {
  const blind: Blind[] = [];
  for (const { cut, about } of cuts) {
    const left = outermost(cut, 1);
    const right = outermost(cut, -1);
    const reach = Math.max(Math.abs(left), Math.abs(right)) + THICKEST + LENGTH_TOLERANCE;
    const near = reach <= about.by ? faces.pieces(about.numbers) : faces.near(openingSegment(cut.opening), reach);
    const behind = [...behindIt(cut, 1, near, left), ...behindIt(cut, -1, near, right)];
    if (behind.length === 0) continue;
    const of = (is: Blind['is'], ids: readonly string[]): void => {
      for (const against of [...new Set(ids)].sort()) {
        const blocking = behind.filter(({ face }) => face.source === is && face.owners.includes(against));
        const reach = blocking.reduce((most, { offset }) => Math.max(most, offset), 0);
        blind.push({ opening: cut.opening, against, is, faces: blocking.map(({ face }) => face), reach });
      }
    };
    of('zone', [...blockedBy(cut, 1, left, behind, zoneAt), ...blockedBy(cut, -1, right, behind, zoneAt)]);
    of('wall', standingAcross(cut, behind));
  }
  return blind;
}

/** A face behind an opening, on one side of it. */
interface Behind {
  readonly face: Face;
  readonly side: 1 | -1;
  /** Metres from the outermost face that the opening cuts to the farthest point of this one. */
  readonly past: number;
  /** Metres from the opening's line to that point. */
  readonly offset: number;
}

function blockedBy(cut: Cut, side: 1 | -1, last: number, faces: readonly Behind[], zoneAt: ZoneAt): string[] {
  const { frame, owners } = cut;
  const closed = faces.filter(
    ({ face, side: on }) =>
      on === side && face.source === 'zone' && !face.owners.some((owner) => owners.includes(owner)),
  );
  if (closed.length === 0) return [];
  const behind = zoneAt(fromFrame(frame, frame.length / 2, side * (last + BEYOND)));
  // A zone that contains the room, such as a campus or a building, isn't a zone between.
  return closed.flatMap(({ face }) =>
    face.owners.filter((owner) => behind === undefined || behind.nested.includes(owner)),
  );
}

/** Returns the ids of walls close behind an opening that stand across most of it. A pillar before a window doesn't. */
function standingAcross({ frame }: Cut, behind: readonly Behind[]): string[] {
  const across = new Map<string, FaceStretch[]>();
  for (const { face, past } of behind) {
    const part = compareLength(past, CLOSE) !== 'above' && isFullWall(face) ? stretchAlong(face, frame) : undefined;
    if (part === undefined) continue;
    for (const owner of face.owners) addTo(across, owner, part);
  }
  return [...across].flatMap(([owner, parts]) =>
    compareLength(lengthOf(parts), MOST * frame.length) === 'below' ? [] : [owner],
  );
}

/** Returns the length (m) that the stretches cover. Overlaps count once, since a wall has a face on either side. */
function lengthOf(stretches: readonly FaceStretch[]): number {
  let length = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const { from, to } of [...stretches].sort((p, q) => p.from - q.from)) {
    length += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return length;
}

function isFullWall({ source, material, height }: Face): boolean {
  return source === 'wall' && material === 'opaque' && height === undefined;
}

/** Returns the distance (m) from the opening's line to the outermost face it cuts, on the given side. */
function outermost({ faces: [start, end] }: Cut, side: 1 | -1): number {
  return side === 1 ? Math.max(start[1], end[1]) : Math.max(-start[0], -end[0]);
}

/**
 * Returns the faces that run along an opening, past the last one it cuts on a side, and within one wall's thickness of
 * it.
 */
function behindIt({ frame }: Cut, side: 1 | -1, near: readonly Face[], last: number): Behind[] {
  const reach = Math.abs(last) + THICKEST + LENGTH_TOLERANCE;
  const behind: Behind[] = [];
  for (const face of near) {
    if (isFarFrom(face, frame, reach)) continue;
    const part = stretchAlong(face, frame);
    if (part === undefined || compareLength(part.to - part.from, SAME_LINE) === 'below') continue;
    const start = side * part.dFrom;
    const end = side * part.dTo;
    const farthest = Math.max(start, end);
    if (Math.min(start, end) <= last || compareLength(farthest - last, THICKEST) === 'above') continue;
    behind.push({ face, side, past: farthest - last, offset: farthest });
  }
  return behind;
}
