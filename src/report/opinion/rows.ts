// The rows of the form: one for each cause, the gravest first, and those that have no room.
import { groupBy } from '../../base/arrays.js';
import { deviceOf } from '../../findings/groups.js';
import type { Report } from '../../lint/types.js';
import type { FormFact, Listed } from './facts.js';
import type { RowFacts } from './sentences.js';

/** A row of the form. */
export interface FormRow {
  /** Number on the form and on its figure, from 1 through both tables. */
  readonly number: number;
  readonly outcome: Listed;
  readonly facts: RowFacts;
  /** The device that is the cause; undefined for places and papers. */
  readonly device: string | undefined;
}

/** The rows of the form and the numbers of findings without a row. */
export interface FormRows {
  readonly problems: readonly FormRow[];
  readonly questions: readonly FormRow[];
  readonly left: { readonly problems: number; readonly questions: number };
}

/** Most rows of each table: what two pages hold. */
const MOST = { problems: 10, questions: 8 } as const;

/** Returns the rows: fails, then open points; then questions for the reviewer. A fail never gives way to an open point. */
export function rowsOf(facts: readonly FormFact[], report: Report): FormRows {
  const causes = [...groupBy(facts, (fact) => causeOf(fact)).values()].flatMap(([first, ...rest]): RowFacts[] =>
    first === undefined ? [] : [[first, ...rest]],
  );
  const problems = causes.filter(([{ outcome }]) => outcome !== 'review');
  const questions = causes.filter(([{ outcome }]) => outcome === 'review');
  const shown = [...problems.slice(0, MOST.problems), ...questions.slice(0, MOST.questions)].map(
    (row, n): FormRow => ({
      number: n + 1,
      outcome: row[0].outcome,
      facts: row,
      device: causingDevice(row[0], report),
    }),
  );
  return {
    problems: shown.filter(({ outcome }) => outcome !== 'review'),
    questions: shown.filter(({ outcome }) => outcome === 'review'),
    left: {
      problems: countOf(problems.slice(MOST.problems)),
      questions: countOf(questions.slice(MOST.questions)),
    },
  };
}

function countOf(rows: readonly RowFacts[]): number {
  return rows.reduce((sum, row) => sum + row.length, 0);
}

/** Returns a text that is the same for findings with one cause: a device, else places in the same state, or a paper. */
function causeOf({ verdict, outcome, leads, others }: FormFact): string {
  const { rule, subject, message, existing } = verdict;
  const device = deviceOf(subject);
  const state = device === undefined ? [message.id, ONE_EACH.test(rule) ? subject : ''] : [isNear(message.id)];
  return JSON.stringify([rule, outcome, leads, others, existing === true, device ?? '', ...state]);
}

/** Rules whose findings never share a row: each is about another paper or role. */
const ONE_EACH = /^(?:project\/|coverage\/declared$)/;

/** True if a message is about a device beside a place rather than inside it. */
function isNear(message: string): boolean {
  return message.startsWith('near');
}

function causingDevice({ verdict }: FormFact, { site }: Report): string | undefined {
  const id = deviceOf(verdict.subject) ?? verdict.subject;
  return site.levels.some(({ devices }) => devices.some((device) => device.id === id)) ? id : undefined;
}
