// Building of walls, openings and signs.

import type { Point } from '../../geometry/types.js';
import { openingKind } from '../kinds.js';
import type { Opening, Sign, Wall } from '../model.js';
import type { RawOpening, RawSign, RawWall } from '../read/document.js';
import { type BuildContext, placeAt, planPoints } from './context.js';
import { openingKindHint } from './kinds.js';
import { planHeading } from './lenses.js';
import { cleanLine } from './points.js';

/** Returns the wall that `raw`, at JSON pointer `pointer` of the plan, draws on the level with the id `level`. */
export function buildWall(raw: RawWall, level: string, pointer: string, context: BuildContext): Wall {
  return {
    id: raw.id,
    level,
    line: cleanLine(planPoints(context, `${pointer}/line`, raw.line)),
    height: raw.height,
    thickness: raw.thickness,
    material: raw.material ?? 'opaque',
    place: context.placeOf(pointer),
  };
}

/**
 * Returns the opening that `raw`, at JSON pointer `pointer` of the plan, draws on the level with the id `level`. An
 * unknown kind is taken for a door; the fault leaves its level's verdicts open.
 */
export function buildOpening(raw: RawOpening, level: string, pointer: string, context: BuildContext): Opening {
  const kind = openingKind(raw.kind);
  if (kind === undefined) {
    const params = { id: raw.id, kind: raw.kind, hint: openingKindHint(raw.kind) };
    context.faults.add('plan/unknown-kind', raw.id, 'opening', params, placeAt(context, pointer, 'kind'), {
      levels: [level],
    });
  }
  const [start, end]: readonly Point[] = planPoints(context, `${pointer}/line`, raw.line);
  return {
    id: raw.id,
    level,
    kind: kind ?? 'door',
    name: raw.name,
    line: [start, end],
    sill: raw.sill,
    head: raw.head,
    thickness: raw.thickness,
    normallyOpen: raw.normallyOpen ?? false,
    film: raw.film !== undefined,
    fixed: raw.fixed ?? false,
    glazing: raw.glazing,
    ...(raw.lock !== undefined && { lock: raw.lock }),
    ...(raw.unsure === true && { unsure: true }),
    place: context.placeOf(pointer),
  };
}

/** Returns the sign that `raw`, at JSON pointer `pointer` of the plan, draws on the level with the id `level`. */
export function buildSign(raw: RawSign, level: string, pointer: string, context: BuildContext): Sign {
  const [point]: readonly Point[] = planPoints(context, `${pointer}/at`, [raw.at]);
  return {
    id: raw.id,
    level,
    name: raw.name,
    at: point,
    heading: planHeading(raw.heading, context.frame.north),
    height: raw.height,
    text: raw.text,
    status: raw.status ?? 'planned',
    ...(raw.status === undefined && { statusUnsaid: true as const }),
    place: context.placeOf(pointer),
  };
}
