import type { Fault, Site } from '../plan/model.js';
import type { Judged } from './types.js';

/**
 * Turns verdicts that rest on a faulty part of the plan into `open`, keeping what the rule would have said. A verdict
 * that is already open stays as it is, since it says more exactly what is missing; so does the finding that reports a
 * fault, which doesn't rest on what it reports.
 */
export function taint(verdicts: readonly Judged[], site: Site): Judged[] {
  const reported = new Set(site.faults.map(keyOf));
  return verdicts.map((verdict) => {
    if (verdict.outcome === 'open' || reported.has(keyOf(verdict))) return verdict;
    const faults = site.faults.filter((fault) => touches(fault, verdict));
    return faults.length === 0 ? verdict : opened(verdict, faults);
  });
}

function keyOf({ rule, subject }: { readonly rule: string; readonly subject: string }): string {
  return `${rule}\0${subject}`;
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
