// Comparison with a baseline in SARIF.

import type { Result } from 'sarif';
import { memoize } from '../../base/memo.js';
import { goneWas } from '../../findings/baseline-words.js';
import type { LocalView } from '../../findings/local.js';
import { subjectText } from '../../findings/wording/subject.js';
import type { Text } from '../../i18n/catalogue.js';
import type { ResolvedFinding, Since } from '../../lint/baseline/types.js';
import { engineText } from '../../lint/notes/texts.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { directoryOf } from '../../plan/directory.js';
import { plainText } from '../../render/escape.js';
import type { Place } from '../../source/types.js';
import { logicalLocations } from './evidence.js';
import { sarifMessage } from './message.js';
import type { SarifWriter } from './result.js';

const STATES: Readonly<Record<Since, Result.baselineState>> = {
  new: 'new',
  changed: 'updated',
  unchanged: 'unchanged',
};

/** True if the run has a baseline. Every result then has a baseline state, else none has. */
export function isCompared({ input }: SarifWriter): boolean {
  return input.results.some((result) => result.ok && result.baseline !== undefined);
}

/**
 * Returns the baseline state of a result. A baseline holds findings alone, so a verdict that is no finding or is waived
 * is `unchanged`, or `updated` if the baseline has a finding in its place.
 */
export function baselineState({ rule, subject, since }: LintVerdict, report: Report): Result.baselineState {
  if (since !== undefined) return STATES[since];
  return goneKeys(report).has(`${rule}\0${subject}`) ? 'updated' : 'unchanged';
}

const goneKeys = memoize(
  ({ baseline }: Report) => new Set(baseline?.gone.map(({ rule, subject }) => `${rule}\0${subject}`)),
);

/**
 * Returns the result of a resolved finding as it was, located at its subject if that is still drawn, else at the plan.
 */
export function absentResult(gone: ResolvedFinding, report: Report, writer: SarifWriter): Result {
  const { view, places } = writer;
  const { rule, subject, outcome, fingerprint } = gone;
  const message = sarifMessage(view, rule, goneMessage(gone, report, view));
  return {
    ruleId: rule,
    ruleIndex: view.ruleIndex(rule),
    kind: outcome,
    level: outcome === 'fail' ? (view.rule(rule)?.level ?? 'error') : 'none',
    baselineState: 'absent',
    // A rule that only another version of sitecam has comes without message templates.
    message: view.rule(rule) === undefined ? { text: message.text } : message,
    locations: [{ ...places.physical(subjectPlace(subject, report)), logicalLocations: logicalLocations({ subject }) }],
    partialFingerprints: { 'ruleAndSubject/v1': fingerprint },
    suppressions: [],
    properties: { plan: plainText(report.path), subject: plainText(subject) },
  };
}

/** Returns the message on a resolved finding. */
function goneMessage(gone: ResolvedFinding, { site }: Report, view: LocalView): Text {
  return engineText.gone({ subject: subjectText(gone.subject, site), outcome: goneWas(gone, view) });
}

/** Returns the place of the device or zone that a subject names; else the place of the site. */
export function subjectPlace(subject: string, { site }: Pick<Report, 'site'>): Place {
  const { devices, zones } = directoryOf(site);
  const [first = '', ...rest] = subject.split('>');
  return (devices.get(first) ?? zones.get(rest.at(-1) ?? first))?.place ?? site.place;
}
