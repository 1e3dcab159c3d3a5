// Proof of fixes: the edited plan is linted again and compared.
import { sharing } from '../../facts/memo.js';
import { directoryOf } from '../../plan/directory.js';
import { withDevices } from '../../plan/ground.js';
import type { Device } from '../../plan/model.js';
import { createSight } from '../../sight/sight.js';
import type { TextEdit } from '../../source/edit/splice.js';
import { judgeMoved, lintPlan } from '../lint.js';
import { readerOf } from '../support/drawn.js';
import { sightForReport } from '../support/report-sight.js';
import type { LintVerdict, Report } from '../types.js';
import { graverIn, gravity, nameOf } from './gravity.js';

/** Returns the report on the plan with `edits` applied; undefined if the edited plan can't be read. */
export function relint(report: Report, edits: readonly TextEdit[]): Report | undefined {
  const { pack, today, options = { pack, today } } = report;
  const result = lintPlan(report.path, readerOf(report, edits), { ...options, verify: false });
  return result.ok ? result : undefined;
}

/**
 * Returns the report as it would be with `device` in place of the device of that id, or added last on its level if
 * there is none. It equals, byte for byte, the report on a plan drawn that way, except that the faults of the plan
 * stay as read. Faster than judging such a plan: the views of other devices are reused.
 */
export function withDevice(report: Report, device: Device): Report {
  const known = directoryOf(report.site).devices.get(device.id);
  const isHere = known?.level === device.level;
  const site = withDevices(report.site, ({ id, devices }) => {
    if (isHere) return devices.map((one) => (one.id === device.id ? device : one));
    const others = devices.filter((one) => one.id !== device.id);
    return id === device.level ? [...others, device] : others;
  });
  // A Sight keeps the order in which it knows the devices, so one that changed levels needs another.
  const stays = isHere || known === undefined;
  const drawn = sightForReport(report);
  return judgeMoved(report, site, sharing(stays ? drawn.moved(device) : createSight(site), drawn));
}

/**
 * Returns the report as it would be without the device `id`. Computes the views of all other devices again, but
 * reuses how these were graded (finding, sliver, graze or nothing).
 */
export function withoutDevice(report: Report, id: string): Report {
  const site = withDevices(report.site, ({ devices }) => devices.filter((one) => one.id !== id));
  return judgeMoved(report, site, sharing(createSight(site), sightForReport(report)));
}

/**
 * Tolerances of `improves`: growth of the seen area that counts as rounding, m², and loss of coverage allowed in a zone
 * that falls short already (0–1).
 */
const SPECK = { area: 0.01, fraction: 0.1 };

/** True if the second verdict finds more than the first by its own figures: more seen, or less covered. */
function hasGrown(before: LintVerdict, after: LintVerdict): boolean {
  const [seen, sees] = [before.evidence?.sightLine?.area, after.evidence?.sightLine?.area];
  if (seen !== undefined && sees !== undefined && sees > seen + SPECK.area) return true;
  const [covered, covers] = [before.evidence?.coverage?.fraction, after.evidence?.coverage?.fraction];
  return covered !== undefined && covers !== undefined && covers < covered - SPECK.fraction;
}

function worstByName(report: Report): ReadonlyMap<string, LintVerdict> {
  const worst = new Map<string, LintVerdict>();
  for (const verdict of report.verdicts) {
    const name = nameOf(verdict);
    const known = worst.get(name);
    if (known === undefined || gravity(verdict) > gravity(known)) worst.set(name, verdict);
  }
  return worst;
}

/**
 * True if the `settled` findings are gone in `after` and nothing else is worse than `before`: no finding is new or
 * graver, by any law, and none that stays sees more, or covers less by more than a tenth of its zone.
 */
export function improves(before: Report, after: Report, settled: readonly LintVerdict[]): boolean {
  const was = worstByName(before);
  const is = worstByName(after);
  const stays = (one: LintVerdict) => {
    const now = is.get(nameOf(one));
    return now !== undefined && gravity(now) > 0;
  };
  if (settled.some(stays) || graverIn(before, after).length > 0) return false;
  return [...is].every(([name, verdict]) => {
    const known = was.get(name);
    return gravity(verdict) === 0 || known === undefined || !hasGrown(known, verdict);
  });
}
