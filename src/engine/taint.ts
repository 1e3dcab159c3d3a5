import type { Fault, Site } from '../plan/model.js';
import type { Judged } from './types.js';

/**
 * Turns verdicts that rest on a faulty part of the plan into `open`, keeping what the rule would have said. A verdict
 * that is already open stays as it is, since it says more exactly what is missing; so do the findings that report
 * faults, which don't rest on what they report.
 */
export function taint(verdicts: readonly Judged[], site: Site): Judged[] {
  const reporting = new Set(site.faults.map(({ rule }) => rule));
  return verdicts.map((verdict) => {
    if (verdict.outcome === 'open' || reporting.has(verdict.rule)) return verdict;
    const faults = site.faults.filter((fault) => touches(fault, verdict));
    return faults.length === 0 ? verdict : opened(verdict, faults);
  });
}

/** What a site is decides which items of the law speak of it: a fault in that leaves nothing settled. */
function touches({ taints }: Fault, { dependsOn }: Judged): boolean {
  return (
    taints.site === true ||
    dependsOn.levels.some((level) => taints.levels.includes(level)) ||
    dependsOn.devices.some((device) => taints.devices.includes(device))
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
