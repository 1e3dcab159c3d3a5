// Verdicts by device, for the schedule.
import { sinceMark } from '../../findings/baseline-words.js';
import { deviceOf } from '../../findings/groups.js';
import { VERDICT_GROUPS, type VerdictGroup, verdictGroup } from '../../findings/tally.js';
import { SHORT_OUTCOMES } from '../../findings/wording/terms.js';
import { inLocale, type Locale } from '../../i18n/locale.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { directoryOf } from '../../plan/directory.js';

/** One verdict in a device's record. */
export interface DeviceVerdict {
  readonly group: VerdictGroup;
  /**
   * Returns the verdict in words, such as 不符合 capture/view-into-private-zone C2>wc; undefined if it passed or isn't
   * applicable.
   */
  readonly text: (locale: Locale) => string | undefined;
}

/** Returns the verdicts about each device, by its id, the worst first. */
export function verdictsByDevice(report: Report): ReadonlyMap<string, readonly DeviceVerdict[]> {
  const { devices } = directoryOf(report.site);
  return byDevice(report, (id) => devices.has(id));
}

/** Returns the verdicts of a redacted report about each device, by opaque name, the worst first. */
export function verdictsByName(report: Report): ReadonlyMap<string, readonly DeviceVerdict[]> {
  return byDevice(report, (id) => /^device-\d+$/.test(id));
}

function byDevice(report: Report, isDevice: (id: string) => boolean): ReadonlyMap<string, readonly DeviceVerdict[]> {
  const found = new Map<string, DeviceVerdict[]>();
  for (const verdict of report.verdicts) {
    const id = deviceOf(verdict.subject) ?? verdict.subject;
    if (!isDevice(id)) continue;
    const known = found.get(id);
    if (known === undefined) found.set(id, [said(verdict)]);
    else known.push(said(verdict));
  }
  for (const verdicts of found.values())
    verdicts.sort((a, b) => VERDICT_GROUPS.indexOf(a.group) - VERDICT_GROUPS.indexOf(b.group));
  return found;
}

function said(verdict: LintVerdict): DeviceVerdict {
  const group = verdictGroup(verdict);
  return {
    group,
    text: (locale) =>
      group === 'pass' || group === 'notApplicable'
        ? undefined
        : `${inLocale(SHORT_OUTCOMES[group], locale)}${sinceMark(verdict, locale)} ${verdict.rule} ${verdict.subject}`,
  };
}

/** Returns the worst outcome on a device. A device without verdicts must not read as one that complies. */
export function conclusionOf(verdicts: readonly DeviceVerdict[], locale: Locale): string {
  const worst = verdicts[0]?.group;
  if (worst === undefined) return locale === 'en' ? 'no verdict of its own' : '无单独判定';
  return inLocale(SHORT_OUTCOMES[worst], locale);
}
