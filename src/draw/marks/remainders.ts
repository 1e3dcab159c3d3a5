// Blind areas that a design criterion is judged on.
import type { RuleContext } from '../../facts/context.js';
import { criterionFor } from '../../facts/protection/criterion.js';
import { excludedAreas } from '../../facts/protection/protection.js';
import { densityLevel } from '../../law/lookup.js';
import type { LintVerdict } from '../../lint/types.js';
import type { Level, Zone } from '../../plan/model.js';
import type { Evidence } from '../../rules/verdict.js';
import type { DrawnRemainder } from '../model.js';

/**
 * Returns the blind areas of the level's zones that a design criterion wants covered.
 *
 * @param zones all on the level, also those of other levels that span it
 * @param verdicts all of the report, which hold the blind areas
 */
export function remaindersOn(
  context: RuleContext,
  level: Level,
  zones: readonly Zone[],
  verdicts: readonly LintVerdict[],
): DrawnRemainder[] {
  const judged = new Map(
    verdicts.filter(({ rule }) => rule === 'coverage/criterion').map(({ subject, evidence }) => [subject, evidence]),
  );
  return zones.flatMap((zone) => {
    const uncovered = judged.get(zone.id)?.uncovered;
    if (uncovered === undefined) return [];
    const pieces = zone.levels.length < 2 ? uncovered : uncoveredOn(context, level, zone);
    const outlines = pieces.flatMap(({ outline }) => outline);
    return outlines.length === 0 ? [] : [{ zone: zone.id, outlines }];
  });
}

/**
 * Returns the blind areas of a zone on this level. For a zone on several levels they are computed anew, since its
 * evidence doesn't tell levels apart.
 */
function uncoveredOn(context: RuleContext, level: Level, zone: Zone): NonNullable<Evidence['uncovered']> {
  const criterion = criterionFor(context.site, zone);
  if (criterion === undefined) return [];
  const { density } = densityLevel(context.pack, criterion.level);
  const here: Zone = { ...zone, levels: [level.id] };
  return context.sight.coverage(here, density, { detectors: false, minus: excludedAreas(context, zone) }).uncovered;
}
