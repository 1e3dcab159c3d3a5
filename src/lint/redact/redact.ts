// Redaction of a run, so that its report can leave the hands of those who hold the plans.

import { byCodeUnit } from '../../base/order.js';
import { textOf } from '../../i18n/catalogue.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { isPackPath } from '../../law/read/path.js';
import type { Pack } from '../../law/types.js';
import type { Site, Waiver } from '../../plan/model.js';
import type { LegalBasis } from '../../rules/verdict.js';
import { problemOf, type SourceProblem } from '../../source/problem.js';
import type { Place } from '../../source/types.js';
import type { ResolvedFinding } from '../baseline/types.js';
import { engineText, sharedTemplates } from '../notes/texts.js';
import { REGION_FAULTS } from '../region.js';
import { fingerprint } from '../run.js';
import { INTERNAL_ERROR } from '../support/internal-error.js';
import type { Caution, Decision, LintOptions, LintResult, LintVerdict, Report, ReportInput } from '../types.js';
import { type Names, opaqueNames, type PlanNames, planName, type SubjectMention, sortable } from './names.js';
import { redactedCaution, redactText } from './texts.js';

export type { PlanNames } from './names.js';

/** A redacted run, which may be shown without the plans, and the key to its opaque names, which may not. */
export interface Redacted {
  readonly input: ReportInput;
  /** The key to each plan's names, in the order of the results. */
  readonly names: readonly PlanNames[];
}

/** Placeholder for a redacted text that can't be left out. */
const HIDDEN = '***';

/**
 * Returns the run reduced to rule, clause, verdict, level and opaque names, so that a report in any format reveals
 * nothing else of a plan. Built from what may be shown, never by removing what may not: whatever is added to reports
 * later stays out until it is let through here. Verdicts, counts and exit codes stay the same.
 */
export function redact(input: ReportInput): Redacted {
  const titles = new Map(input.rules.map(({ id, title }) => [id, title]));
  const { shard } = input;
  const all = shard?.all ?? input.results.length;
  // Shards count every plan of the run, so that their reports can be put together.
  const nameAt = (n: number) => planName(shard === undefined ? n + 1 : n * shard.of + shard.index, all);
  const plans = new Map(input.results.map(({ path }, n) => [path, nameAt(n)]));
  const redacted = input.results.map((result, n) => redactedResult(result, nameAt(n), plans, titles));
  return {
    input: {
      tool: input.tool,
      results: redacted.map(({ result }) => result),
      ...(input.misconfigured && {
        misconfigured: {
          problems: redactedProblems(input.misconfigured.problems, 'configuration', 'redactedConfiguration'),
          files: [],
        },
      }),
      rules: input.rules,
      today: input.today,
      ...(shard && { shard }),
      ...(input.asked && { asked: { ...input.asked, options: redactedAsked(input.asked.options) } }),
      redacted: true,
    },
    names: redacted.map(({ names }) => names),
  };
}

/** Returns which options were given, without the names of files among them. */
function redactedAsked(options: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const isFile = (name: string, value: unknown) =>
    typeof value === 'string'
      ? ['config', 'waivers', 'decisions', 'baseline'].includes(name) || isPackPath(value)
      : false;
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => {
      if (Array.isArray(value)) return [name, value.map((one) => (isFile(name, one) ? HIDDEN : one))];
      return [name, isFile(name, value) ? HIDDEN : value];
    }),
  );
}

/**
 * Returns the codes of the problems, placed in a file called `name`, without anything that they quote. `kind` is the
 * text that stands in place of their messages.
 */
export function redactedProblems(
  problems: readonly SourceProblem[],
  name: string,
  kind: 'redactedPlan' | 'redactedConfiguration' | 'redactedTerms',
): SourceProblem[] {
  return problems.map(({ code }) => ({
    ...problemOf(code === INTERNAL_ERROR ? engineText.fault : redactText[kind], name),
    code: Object.hasOwn(sharedTemplates, code) ? code : HIDDEN,
  }));
}

type Titles = ReadonlyMap<string, Localized>;

function redactedResult(
  result: LintResult,
  name: string,
  plans: ReadonlyMap<string, string>,
  titles: Titles,
): { readonly result: LintResult; readonly names: PlanNames } {
  const { path } = result;
  if (!result.ok) {
    const { terms } = result;
    const unreadable =
      terms === undefined
        ? redactedProblems(result.unreadable, name, 'redactedPlan')
        : result.unreadable.flatMap((fault) =>
            redactedProblems([fault], REGION_FAULTS.has(fault.code) ? name : 'configuration', 'redactedTerms'),
          );
    const shared = terms && { terms: { plans: terms.plans.flatMap((plan) => plans.get(plan) ?? []) } };
    return { result: { ok: false, path: name, unreadable, files: [], ...shared }, names: { name, path, subjects: {} } };
  }
  const names = opaqueNames(result.site, mentionsOf(result, titles));
  return { result: redactedReport(result, name, names, titles), names: { name, path, subjects: names.subjects } };
}

function mentionsOf({ verdicts, baseline }: Report, titles: Titles): SubjectMention[] {
  return [
    ...verdicts.map((verdict) => ({ subject: verdict.subject, said: saidOf(verdict) })),
    ...(baseline?.gone ?? []).map((gone) => ({ subject: gone.subject, said: saidOfGone(gone, titles) })),
  ];
}

/** Returns all that a redacted report shows of a verdict except its subject. Equal texts give equal bytes. */
function saidOf({ rule, outcome, level, lowered, bases, since, waiver, decision }: LintVerdict): string {
  const answer = decision && [decision.decision, decision.lapsed];
  return JSON.stringify([rule, outcome, level, lowered, bases.map(redactedBasis), since, waiver !== undefined, answer]);
}

function saidOfGone({ rule, outcome, now }: ResolvedFinding, titles: Titles): string {
  return JSON.stringify(['gone', knownRule(rule, titles), outcome, now]);
}

/** Returns the rule's id, or the placeholder for a rule that sitecam doesn't know: a baseline may name any. */
function knownRule(rule: string, titles: Titles): string {
  return titles.has(rule) ? rule : HIDDEN;
}

function redactedReport(report: Report, name: string, names: Names, titles: Titles): Report {
  const { pack, today, summary, baseline } = report;
  const place: Place = { path: name, pointer: '' };
  const law = lawOf(pack);
  const waivers = new Map(report.site.waivers.map((waiver) => [waiver, redactedWaiver(waiver, place)]));
  const verdicts = named(report.verdicts, names, saidOf).map(([verdict, subject]) =>
    redactedVerdict(verdict, subject, place, waivers, titles),
  );
  return {
    ok: true,
    path: name,
    site: emptySite(name, place, law, [...waivers.values()]),
    pack: law,
    today,
    files: [],
    verdicts,
    summary: {
      counts: summary.counts,
      warnings: summary.warnings,
      waived: summary.waived,
      undecided: summary.undecided,
      grazes: summary.grazes,
    },
    checklist: report.checklist.map(({ rule, clause, item }) => ({ rule, subject: HIDDEN, clause, item })),
    assumptions: [],
    cautions: redactedCautions(report),
    ...(report.options && { options: redactedOptions(report.options, law) }),
    ...(baseline && {
      baseline: {
        file: { path: HIDDEN, sha256: undefined },
        known: baseline.known,
        counts: baseline.counts,
        unjudged: baseline.unjudged,
        gone: named(baseline.gone, names, (gone) => saidOfGone(gone, titles)).map(([gone, subject]) =>
          redactedGone(gone, subject, titles),
        ),
      },
    }),
  };
}

/** Returns the options that change verdicts and reveal nothing of the plan. */
function redactedOptions({ today, distrust, noWaivers }: LintOptions, pack: Pack): LintOptions {
  return { pack, today, ...(distrust && { distrust }), ...(noWaivers && { noWaivers }) };
}

/**
 * Returns `items` with their opaque names, ordered by name, then by what is shown of them, so that the order reveals
 * nothing more.
 */
function named<T extends { readonly subject: string }>(
  items: readonly T[],
  names: Names,
  said: (item: T) => string,
): (readonly [item: T, name: string])[] {
  return items
    .map((item) => {
      const name = names.of(item.subject);
      return { item, name, key: `${sortable(name)}\0${said(item)}` };
    })
    .sort((a, b) => byCodeUnit(a.key, b.key))
    .map(({ item, name }) => [item, name]);
}

function redactedVerdict(
  { rule, class: findingClass, outcome, bases, level, lowered, since, waiver, decision }: LintVerdict,
  subject: string,
  place: Place,
  waivers: ReadonlyMap<Waiver, Waiver>,
  titles: Titles,
): LintVerdict {
  return {
    rule,
    subject,
    outcome,
    message: redactText.redacted({ rule: titles.get(rule) ?? verbatim(rule) }),
    class: findingClass,
    says: [],
    bases: bases.map(redactedBasis),
    place,
    related: [],
    dependsOn: { levels: [], devices: [] },
    level,
    ...(lowered && { lowered }),
    fingerprint: fingerprint(rule, subject),
    ...(since && { since }),
    ...(waiver && { waiver: waivers.get(waiver) ?? redactedWaiver(waiver, place) }),
    ...(decision && { decision: redactedDecision(decision, place) }),
  };
}

/**
 * Returns a basis without its reason, and without penalties: they depend on whether a device is installed already, which
 * would reveal the plan.
 */
function redactedBasis({ clause, law, role, outcome, basis }: LegalBasis): LegalBasis {
  return { clause, law, role, outcome, basis, penalties: [], duties: [] };
}

/** Returns a waiver that shows only that there is one, and whether it is in the plan. */
function redactedWaiver({ outside }: Waiver, place: Place): Waiver {
  return {
    rule: HIDDEN,
    subject: HIDDEN,
    reason: HIDDEN,
    by: HIDDEN,
    document: undefined,
    until: HIDDEN,
    place,
    ...(outside && { outside }),
  };
}

/** Returns a decision that shows only what it decides and whether it holds: both count for the exit code. */
function redactedDecision({ decision, lapsed }: Decision, place: Place): Decision {
  return {
    decision,
    by: HIDDEN,
    document: HIDDEN,
    date: HIDDEN,
    reason: HIDDEN,
    place,
    ...(lapsed && { lapsed }),
  };
}

function redactedGone({ rule, outcome, now }: ResolvedFinding, subject: string, titles: Titles): ResolvedFinding {
  const known = knownRule(rule, titles);
  return {
    rule: known,
    subject,
    outcome,
    fingerprint: fingerprint(known, subject),
    ...(now && { now }),
  };
}

function emptySite(name: string, place: Place, pack: Pack, waivers: readonly Waiver[]): Site {
  return {
    name,
    categories: [],
    region: undefined,
    absent: [],
    designation: undefined,
    keepsImportantItems: undefined,
    coordinates: 'metres',
    origin: undefined,
    shift: [0, 0],
    levels: [],
    waivers,
    faults: [],
    place,
    pack,
    files: [],
  };
}

/** Returns the pack as shipped, without figures and criteria of a configuration. */
function lawOf(judgedBy: Pack): Pack {
  return judgedBy.unchanged ?? judgedBy;
}

/**
 * Returns the cautions of `report` without what they quote, each kind once, in their order; the first says that the
 * report is redacted.
 */
function redactedCautions({ cautions = [], baseline }: Report): Caution[] {
  const kinds = [...new Set(cautions.map(({ kind }) => kind))];
  return [
    { kind: 'redacted', text: redactedCaution.redacted },
    ...kinds.flatMap((kind): Caution[] => {
      if (kind === 'redacted' || (kind === 'compared' && baseline === undefined)) return [];
      const n = cautions.filter((one) => one.kind === kind).length;
      const key = kind === 'compared' && baseline?.known === false ? 'comparedWithout' : kind;
      return [{ kind, text: textOf(redactedCaution, key, { n }) }];
    }),
  ];
}
