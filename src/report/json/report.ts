import { verdictGroup } from '../../findings/tally.js';
import { zoneOf } from '../../findings/wording/subject.js';
import type { Pack } from '../../law/types.js';
import { packHashes } from '../../lint/support/pack-hash.js';
import type { Assumption, Report, Summary } from '../../lint/types.js';
import { directoryOf } from '../../plan/directory.js';

/** What was judged by: the instruments with the version of the text relied on, the one judged by first. */
export function packRecord(pack: Pack) {
  const { id, name, notice, instruments, densityLevels, parameters, parts } = pack;
  return {
    id,
    packs: packHashes(pack),
    name,
    notice,
    ...(parts && {
      parts: parts.map((part) => ({ id: part.id, name: part.name, instrument: part.instruments[0]?.id ?? null })),
    }),
    instruments: instruments.map(({ id, name, short, textVersion }) => ({ id, name, short, textVersion })),
    densityLevels: densityLevels.map(({ id, name, density, source }) => ({ id, name, density, source })),
    parameters: Object.fromEntries(
      Object.entries(parameters).map(([name, { value, unit, what, basis }]) => [name, { value, unit, what, basis }]),
    ),
  };
}

/** One line of the page of assumptions. */
export function assumptionRecord({ what, value, origin }: Assumption) {
  return { what, value, origin };
}

/** What was asked for that decides verdicts beyond the plan and the pack; the files of the configuration by their hashes. */
export function termsRecord({ options }: Report) {
  return {
    reviewer: options?.distrust === true,
    noWaivers: options?.noWaivers === true,
    configuration: (options?.configuration?.layers ?? []).map(({ file: { path, sha256 } }) => ({ path, sha256 })),
  };
}

/** What is said before anything else; nothing where there is none. */
export function cautionsRecord({ cautions }: Report) {
  return cautions === undefined ? {} : { cautions: cautions.map(({ kind, text }) => ({ kind, text })) };
}

/** The baseline that was compared with, and what of it is gone; nothing without one. */
export function baselineRecord({ baseline }: Report) {
  if (baseline === undefined) return {};
  const { file, known, counts, unjudged, gone } = baseline;
  return {
    baseline: { file: file.path, sha256: file.sha256 ?? null, known, ...counts, gone: gone.length, unjudged },
    gone: gone.map(({ rule, subject, outcome, fingerprint, now }) => ({
      rule,
      subject,
      outcome,
      fingerprint,
      now: now ?? null,
    })),
  };
}

/** Each zone whose coverage was measured, by every rule that measured it. Fractions 0–1, m². */
export function coverageRecords({ site, verdicts }: Report) {
  const { zones } = directoryOf(site);
  return verdicts.flatMap((verdict) => {
    const { coverage, uncovered } = verdict.evidence ?? {};
    if (coverage === undefined) return [];
    const zone = zoneOf(verdict.subject, site) ?? zones.get(verdict.subject);
    return [
      {
        rule: verdict.rule,
        subject: verdict.subject,
        ...(zone === undefined ? {} : { zone: zone.id, levels: zone.levels }),
        density: coverage.level,
        threshold: coverage.threshold,
        fraction: coverage.fraction,
        area: coverage.area,
        covered: coverage.covered,
        largestBlindArea: uncovered?.[0]?.area ?? null,
        group: verdictGroup(verdict),
        fingerprint: verdict.fingerprint,
      },
    ];
  });
}

/** Every verdict counted once: those of the five outcomes, less the waived, and the waived. */
export function summaryRecord({ counts, warnings, waived, grazes }: Summary, verdicts: number) {
  return { verdicts, ...counts, waived, warnings, grazes };
}

/** For how many findings edits were looked for, found and left out; nothing where that wasn't asked. */
export function fixesRecord({ fixes }: Report) {
  if (fixes === undefined) return {};
  return { fixes: { tried: fixes.tried, found: fixes.of.size, untried: fixes.untried } };
}
