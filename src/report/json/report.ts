// Parts of a report as JSON records: rules, clauses, pack, terms, assumptions, counts.

import { citableClauses } from '../../findings/laws.js';
import { verdictGroup, verdictsByGroup } from '../../findings/tally.js';
import { zoneOf } from '../../findings/wording/subject.js';
import { bothLanguages } from '../../i18n/locale.js';
import { cite, printedText } from '../../law/lookup.js';
import type { ClauseId, Pack } from '../../law/types.js';
import { packHashes } from '../../lint/support/pack-hash.js';
import type { Assumption, ChecklistItem, Report, ReportInput } from '../../lint/types.js';
import { directoryOf } from '../../plan/directory.js';
import { clausesOf, penaltiesOf } from '../../rules/bases.js';
import type { SourceFile } from '../../source/types.js';

/**
 * Returns what the JSON report says of the law pack: its laws with the version of the text relied on, the one judged by
 * first, the hash of each pack, levels of detail and parameters.
 */
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

/** Returns an assumption as the JSON report gives it: label and value in both languages, and the origin. */
export function assumptionRecord({ what, value, origin }: Assumption) {
  return { what: bothLanguages(what), value: bothLanguages(value), origin };
}

/** Returns a tick box of the checklist as the JSON report gives it: clause, paper, and what the plan states of it. */
export function checklistRecord({ clause, item, stated }: ChecklistItem) {
  return { clause, item: bothLanguages(item), ...(stated && { stated: bothLanguages(stated) }) };
}

/**
 * Returns what the JSON report says of the options and files, beyond plan and pack, that affect verdicts. Files of the
 * configuration, of decisions and of the catalogue stand with path and hash.
 */
export function termsRecord({ options }: Report) {
  return {
    reviewer: options?.distrust === true,
    noWaivers: options?.noWaivers === true,
    configuration: (options?.configuration?.layers ?? []).map(({ file: { path, sha256 } }) => ({ path, sha256 })),
    ...(options?.decisions && { decisions: fileRecord(options.decisions.file) }),
    ...(options?.catalogues?.shipped === false && { noCatalogue: true as const }),
    ...((options?.catalogues?.files.length ?? 0) > 0 && {
      catalogue: options?.catalogues?.files.map(({ file }) => fileRecord(file)),
    }),
  };
}

function fileRecord({ path, sha256 }: SourceFile) {
  return { path, sha256 };
}

/** Returns the cautions as the member `cautions` of the JSON report; an empty object if there are none. */
export function cautionsRecord({ cautions }: Report) {
  return cautions === undefined
    ? {}
    : { cautions: cautions.map(({ kind, text }) => ({ kind, text: bothLanguages(text) })) };
}

/**
 * Returns the baseline that was compared with and its resolved findings, as the members `baseline` and `gone` of the
 * JSON report; an empty object without a baseline.
 */
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

/** Returns an object of the JSON report for each verdict with a measured coverage. Coverage 0–1, areas in m². */
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

/**
 * Returns the counts, each verdict once: the five outcomes without waived findings, and the waived ones; beside them the
 * counts of the headline by group.
 */
export function summaryRecord(report: Report) {
  const { counts, warnings, waived, undecided, grazes } = report.summary;
  const groups = Object.entries(verdictsByGroup(report)).map(([group, { length }]) => [group, length]);
  return {
    verdicts: report.verdicts.length,
    ...counts,
    waived,
    undecided,
    warnings,
    grazes,
    groups: Object.fromEntries(groups),
  };
}

/**
 * Returns, as the member `fixes` of the JSON report, for how many findings fixes were looked for, found and not looked
 * for; an empty object if nobody asked for fixes.
 */
export function fixesRecord({ fixes }: Report) {
  if (fixes === undefined) return {};
  return { fixes: { tried: fixes.tried, found: fixes.of.size, untried: fixes.untried } };
}

/** Returns all rules of the run, with or without verdicts, as the JSON report gives them: id, level, title, clauses. */
export function ruleRecords(input: ReportInput) {
  return input.rules.map((rule) => {
    const { id, level, title, waivable } = rule;
    return { id, level, title, clauses: citableClauses(input, rule), waivable };
  });
}

/**
 * Returns the clauses that verdicts and checklist name, by id and in the pack's order: citation and words of each, in
 * both languages.
 */
export function clauseRecords({ pack, verdicts, checklist }: Report) {
  const named = new Set<ClauseId>(checklist.map(({ clause }) => clause));
  for (const verdict of verdicts) for (const id of [...clausesOf(verdict), ...penaltiesOf(verdict)]) named.add(id);
  const known = pack.clauses.filter(({ id }) => named.has(id));
  const summaries = new Map(pack.penalties.map(({ clause, summary }) => [clause, summary]));
  return Object.fromEntries(
    known.map((clause) => {
      const { id, instrument, lead, corrected, derived } = clause;
      const penalty = summaries.get(id);
      const words = {
        instrument,
        citation: cite(pack, id),
        ...(lead && { lead }),
        text: { zh: printedText(clause), en: clause.text.en },
        ...(derived && { derived }),
        ...(corrected && { corrected: { from: clause.text.zh, note: corrected.note } }),
        ...(penalty && { penalty }),
      };
      return [id, words];
    }),
  );
}
