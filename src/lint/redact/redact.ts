import { byCodeUnit } from '../../base/order.js';
import { configMessages } from '../../config/messages.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import type { Message } from '../../i18n/message.js';
import { packMessages } from '../../law/read/messages.js';
import type { Pack } from '../../law/types.js';
import type { Site, Waiver } from '../../plan/model.js';
import { unreadableMessages } from '../../plan/read/messages.js';
import type { SourceProblem } from '../../source/problem.js';
import type { Place } from '../../source/types.js';
import { baselineMessages } from '../baseline/messages.js';
import type { ResolvedFinding } from '../baseline/types.js';
import { FOREIGN_REGION } from '../region.js';
import { fingerprint } from '../run.js';
import { INTERNAL_ERROR } from '../support/internal-error.js';
import type { LintOptions, LintResult, LintVerdict, Report, ReportInput } from '../types.js';
import { redactedCautions } from './cautions.js';
import { type Names, opaqueNames, type PlanNames, planName, type SubjectMention, sortable } from './names.js';

export type { PlanNames } from './names.js';

/** What may be shown where the plans may not, and what its names stand for, which may not either. */
export interface Redacted {
  readonly input: ReportInput;
  /** Of each plan, in the order of the results. */
  readonly names: readonly PlanNames[];
}

/** Codes of sitecam's own, which tell nothing of a plan. */
const OWN_CODES: ReadonlySet<string> = new Set([INTERNAL_ERROR, FOREIGN_REGION, 'engine/unusable']);

/** In place of a text that there must be one of. */
const HIDDEN = '***';

/**
 * A run of which rule, clause, verdict, level and opaque names are left: a report made of it tells nothing else of a plan,
 * in any format. Built up from what may be told, never by taking away what may not: what is added to a report some day is
 * left out until somebody lets it through here. Verdicts and their counts are the same, and so are their exit codes.
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
          problems: redactedProblems(input.misconfigured.problems, 'configuration', 'engine/redacted-configuration'),
          files: [],
        },
      }),
      rules: input.rules,
      today: input.today,
      ...(shard && { shard }),
      redacted: true,
    },
    names: redacted.map(({ names }) => names),
  };
}

/** What kinds of problems there are, in a file called `name`, and nothing of what they quote. */
export function redactedProblems(
  problems: readonly SourceProblem[],
  name: string,
  message: 'engine/redacted-plan' | 'engine/redacted-configuration' | 'engine/redacted-terms',
): SourceProblem[] {
  const known = { ...unreadableMessages, ...configMessages, ...packMessages, ...baselineMessages };
  return problems.map(({ code }) => ({
    code: OWN_CODES.has(code) || Object.hasOwn(known, code) ? code : HIDDEN,
    message: { id: code === INTERNAL_ERROR ? INTERNAL_ERROR : message, params: {} },
    place: { path: name, pointer: '' },
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
        ? redactedProblems(result.unreadable, name, 'engine/redacted-plan')
        : result.unreadable.flatMap((fault) =>
            redactedProblems([fault], fault.code === FOREIGN_REGION ? name : 'configuration', 'engine/redacted-terms'),
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

/** All that a redacted report shows of a verdict but its subject: equal texts, equal bytes. */
function saidOf({ rule, outcome, level, lowered, clauses, decides, since, waiver }: LintVerdict): string {
  return JSON.stringify([rule, outcome, level, lowered, clauses, decides, since, waiver !== undefined]);
}

function saidOfGone({ rule, outcome, now }: ResolvedFinding, titles: Titles): string {
  return JSON.stringify(['gone', knownRule(rule, titles), outcome, now]);
}

/** A baseline may name a rule that nobody has heard of. */
function knownRule(rule: string, titles: Titles): string {
  return titles.has(rule) ? rule : HIDDEN;
}

function redactedReport(report: Report, name: string, names: Names, titles: Titles): Report {
  const { pack, today, summary, baseline } = report;
  const place: Place = { path: name, pointer: '' };
  const law = lawOf(pack, report.options?.pack);
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
    summary: { counts: summary.counts, warnings: summary.warnings, waived: summary.waived, grazes: summary.grazes },
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

/** What was asked for: it says how verdicts come about, and nothing of the plan. */
function redactedOptions({ today, distrust, noWaivers }: LintOptions, pack: Pack): LintOptions {
  return { pack, today, ...(distrust && { distrust }), ...(noWaivers && { noWaivers }) };
}

/** `items` with their opaque names, in an order that tells no more than what is shown: by name, then by what is said. */
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
  { rule, pack, outcome, clauses, decides, level, lowered, since, waiver }: LintVerdict,
  subject: string,
  place: Place,
  waivers: ReadonlyMap<Waiver, Waiver>,
  titles: Titles,
): LintVerdict {
  const message: Message = { id: 'engine/redacted', params: { rule: titles.get(rule) ?? verbatim(rule) } };
  return {
    rule,
    subject,
    outcome,
    message,
    clauses,
    ...(decides && { decides }),
    // What may follow hangs on whether a device is there already, which is the plan's to tell.
    penalties: [],
    place,
    related: [],
    dependsOn: { levels: [], devices: [] },
    level,
    ...(lowered && { lowered }),
    ...(pack !== undefined && { pack }),
    fingerprint: fingerprint(rule, subject, pack),
    ...(since && { since }),
    ...(waiver && { waiver: waivers.get(waiver) ?? redactedWaiver(waiver, place) }),
  };
}

/** That there is one, and whether in the plan. */
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

function redactedGone({ rule, pack, outcome, now }: ResolvedFinding, subject: string, titles: Titles): ResolvedFinding {
  const known = knownRule(rule, titles);
  return {
    rule: known,
    subject,
    ...(pack !== undefined && { pack }),
    outcome,
    fingerprint: fingerprint(known, subject, pack),
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

/** The pack as it comes, without the figures and criteria that a configuration gave it. */
function lawOf(judgedBy: Pack, own: Pack | undefined): Pack {
  if (own !== undefined) return own;
  return {
    ...judgedBy,
    criteria: judgedBy.criteria.filter(({ profile }) => profile === undefined),
    parameters: Object.fromEntries(
      Object.entries(judgedBy.parameters).filter(([, { configured }]) => configured === undefined),
    ),
  };
}
