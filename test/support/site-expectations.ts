// The file `<plan>.expected.json` beside a site's plan: its shape, and the one way to write it.
import type { Outcome } from '../../src/rules/verdict.js';

/** One verdict, as a person writes it down. */
export interface Said {
  readonly rule: string;
  readonly subject: string;
  readonly outcome: Outcome;
  /** Outcomes by laws that decide otherwise than the verdict, by the id of their pack. */
  readonly laws?: Readonly<Record<string, Outcome>>;
}

/** Number of verdicts by outcome. */
export type Tally = Partial<Record<Outcome, number>>;

/** Every verdict on a plan, with a reason for each that is no plain pass. */
export interface Expected {
  /** `rule subject` → the reason for a finding that is no mistake drawn on purpose. */
  readonly why: Readonly<Record<string, string>>;
  /** Mistakes drawn into a violations plan, each with the verdict that must report it. */
  readonly mistakes?: readonly (Said & { readonly what: string })[];
  readonly verdicts: readonly Said[];
  readonly counts: { readonly outcomes: Tally; readonly items: Readonly<Record<string, Tally>> };
}

/** Returns the key of a verdict: `rule subject`. */
export function nameOf({ rule, subject }: Omit<Said, 'outcome'>): string {
  return `${rule} ${subject}`;
}

/** True if a person must look at the verdict, so that it needs a reason on record. */
export function isFinding({ outcome }: Said): boolean {
  return outcome !== 'pass' && outcome !== 'notApplicable';
}

/**
 * Returns `expected` with the current `verdicts` and `counts`. A finding without a reason gets an empty one, for a
 * person to fill in; the reason of a finding that is gone is dropped.
 */
export function recorded(expected: Expected, verdicts: readonly Said[], counts: Expected['counts']): Expected {
  const findings = new Set(verdicts.filter(isFinding).map(nameOf));
  const mistakes = new Set((expected.mistakes ?? []).map(nameOf));
  const kept = Object.entries(expected.why).filter(([name]) => findings.has(name));
  const added = [...findings]
    .filter((name) => !mistakes.has(name) && !(name in expected.why))
    .map((name) => [name, '']);
  return { ...expected, why: Object.fromEntries([...kept, ...added]), verdicts, counts };
}

const OUTCOMES: readonly Outcome[] = ['fail', 'open', 'review', 'pass', 'notApplicable'];

/** Returns JSON with one verdict, reason or count per line: verdicts sorted by rule and subject, clauses by number. */
export function written({ why, mistakes, verdicts, counts }: Expected): string {
  const bySubject = (a: Said, b: Said) =>
    a.rule === b.rule ? (a.subject < b.subject ? -1 : 1) : a.rule < b.rule ? -1 : 1;
  const items = Object.entries(counts.items).sort(([a], [b]) => byNumber(a, b));
  const parts = [
    `"why": ${block(
      '{}',
      Object.entries(why).map(([name, reason]) => `${quoted(name)}: ${quoted(reason)}`),
    )}`,
    ...(mistakes === undefined ? [] : [`"mistakes": ${block('[]', mistakes.map(row))}`]),
    `"verdicts": ${block(
      '[]',
      verdicts
        .toSorted(bySubject)
        .map(({ rule, subject, outcome, laws }) => row({ rule, subject, outcome, ...(laws && { laws }) })),
    )}`,
    `"counts": ${block(
      '{}',
      [
        `"outcomes": ${row(inOrder(counts.outcomes))}`,
        `"items": ${block(
          '{}',
          items.map(([item, tally]) => `${quoted(item)}: ${row(inOrder(tally))}`),
          '    ',
        )}`,
      ],
      '  ',
    )}`,
  ];
  return `${block('{}', parts, '')}\n`;
}

const quoted = (text: string) => JSON.stringify(text);

function row(of: object): string {
  return `{${Object.entries(of)
    .map(([key, value]) => `${quoted(key)}: ${JSON.stringify(value)}`)
    .join(', ')}}`;
}

function block(brackets: '{}' | '[]', entries: readonly string[], indent = '  '): string {
  if (entries.length === 0) return brackets;
  return `${brackets[0]}\n${entries.map((entry) => `${indent}  ${entry}`).join(',\n')}\n${indent}${brackets[1]}`;
}

function inOrder(tally: Tally): Tally {
  return Object.fromEntries(OUTCOMES.flatMap((one) => (tally[one] === undefined ? [] : [[one, tally[one]]])));
}

/** Compares items such as `8(2)` and `8(10)` by their numbers. */
function byNumber(a: string, b: string): number {
  const [one, other] = [a, b].map((item) => [...item.matchAll(/\d+/g)].map(Number));
  const index = one.findIndex((number, at) => number !== other[at]);
  return index < 0 ? one.length - other.length : one[index] - (other[index] ?? -1);
}
