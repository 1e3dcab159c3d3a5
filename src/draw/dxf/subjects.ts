// The drawn things that findings on a level are about.

import { deviceOf } from '../../findings/groups.js';
import { type Box, boxOf, boxOfRings, type Point } from '../../geometry/index.js';
import type { Level } from '../../plan/model.js';
import type { DrawnFinding } from '../marks/findings.js';
import type { LevelDrawing } from '../model.js';

/** The subject of a finding on a level: its id ('' if only its place is known) and its bounding box in plan metres. */
export interface DrawnSubject {
  readonly id: string;
  readonly box: Box;
}

/** Returns a function that gives the subject of a finding as drawn on `level`; undefined if it has no place there. */
export function subjectsOn(
  level: Level,
  { zones, openings, devices, signs }: LevelDrawing,
): (finding: DrawnFinding) => DrawnSubject | undefined {
  const lines: (readonly [id: string, lines: readonly (readonly Point[])[]])[] = [
    ...level.walls.map(({ id, line }) => [id, [line]] as const),
    ...openings.map(({ id, line }) => [id, [line]] as const),
    ...zones.map(({ id, outline }) => [id, outline] as const),
    ...[...devices, ...signs].map(({ id, at }) => [id, [[at]]] as const),
  ];
  const boxes = new Map(
    lines.flatMap(([id, drawn]) => {
      const box = boxOfRings(drawn);
      return box === undefined ? [] : [[id, box] as const];
    }),
  );
  return ({ subject, at }) => {
    // A camera on another level is not here, but what it sees is.
    const ids = [deviceOf(subject) ?? subject, subject.slice(subject.indexOf('>') + 1)];
    for (const id of ids) {
      const box = boxes.get(id);
      if (box !== undefined) return { id, box };
    }
    const box = at === undefined ? undefined : boxOf([at]);
    return box === undefined ? undefined : { id: '', box };
  };
}
