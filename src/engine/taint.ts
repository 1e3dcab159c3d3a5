import type { Fault, Site } from '../plan/model.js';
import type { Judged } from './types.js';

/**
 * Turns verdicts that rest on a faulty part of the plan into `open`, keeping what the rule would have said. A verdict
 * that is already open stays as it is: it says more exactly what is missing.
 */
export function taint(verdicts: readonly Judged[], site: Site): Judged[] {
  return verdicts.map((verdict) => {
    const faults = site.faults.filter((fault) => touches(fault, verdict));
    return faults.length === 0 || verdict.outcome === 'open' ? verdict : opened(verdict, faults);
  });
}

function touches({ taints, rule, subject }: Fault, verdict: Judged): boolean {
  // The finding that reports the fault doesn't rest on what it reports.
  if (rule === verdict.rule && subject === verdict.subject) return false;
  const { levels, devices } = verdict.dependsOn;
  const rests = levels.length > 0 || devices.length > 0;
  return (
    (taints.site === true && rests) ||
    levels.some((level) => taints.levels.includes(level)) ||
    devices.some((device) => taints.devices.includes(device))
  );
}

function opened(verdict: Judged, faults: readonly Fault[]): Judged {
  const by = [...new Set(faults.map(({ rule, subject }) => `${rule} ${subject}`))].sort();
  const params = { faults: by.join('; ') };
  return {
    ...verdict,
    outcome: 'open',
    message: { id: 'engine/tainted', params },
    advice: { id: 'engine/correct', params },
    penalties: [],
    related: [...verdict.related, ...faults.map(({ place, subject }) => ({ place, caption: captionOf(subject) }))],
    tainted: { outcome: verdict.outcome, message: verdict.message, by },
  };
}

function captionOf(subject: string) {
  return { zh: `图中有误的内容“${subject}”`, en: `the faulty part '${subject}'` };
}
