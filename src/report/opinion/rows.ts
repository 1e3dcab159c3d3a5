// The rows of the form: one for each cause, the gravest first, and those that have no room.
import { groupBy } from '../../base/arrays.js';
import { deviceOf } from '../../findings/groups.js';
import type { ReportView } from '../../findings/view.js';
import type { Localized } from '../../i18n/locale.js';
import type { Report } from '../../lint/types.js';
import type { FormFact, Listed } from './facts.js';
import { rowHeight } from './room.js';
import { type RowFacts, remedyOf, sentenceOf } from './sentences.js';

/** A numbered row of the form of an opinion: one problem or question. */
export interface FormRow {
  /** Number on the form and on its figure, from 1 through both tables. */
  readonly number: number;
  readonly outcome: Listed;
  readonly facts: RowFacts;
  readonly text: Localized;
  /** What to do about it. Not printed for questions. */
  readonly remedy: Localized;
  /** The device that is the cause; undefined for places and papers. */
  readonly device: string | undefined;
}

/** The rows of the form, and how many findings have none (`left`). */
export interface FormRows {
  readonly problems: readonly FormRow[];
  readonly questions: readonly FormRow[];
  readonly left: { readonly fails: number; readonly opens: number; readonly questions: number };
}

/** Most rows of each table; what is left out is counted below it. */
const MOST = { problems: 10, questions: 8 } as const;

/**
 * Returns the rows of the form: fails, then open points (10 rows at most); then questions for the reviewer (8 at most).
 * If they are taller than `room` (mm), the last open points and questions are left out too, but no fail. What is left
 * out is only counted.
 */
export function rowsOf(facts: readonly FormFact[], report: Report, view: ReportView, room: number): FormRows {
  const rows = [...groupBy(facts, (fact) => causeOf(fact)).values()].flatMap(([first, ...rest]): FormRow[] => {
    if (first === undefined) return [];
    const row: RowFacts = [first, ...rest];
    return [
      {
        number: 0,
        outcome: first.outcome,
        facts: row,
        text: sentenceOf(row, report, view),
        remedy: remedyOf(row, report, view),
        device: causingDevice(first, report),
      },
    ];
  });
  const problems = rows.filter(({ outcome }) => outcome !== 'review');
  const questions = rows.filter(({ outcome }) => outcome === 'review');
  const shown = fitting(problems.slice(0, MOST.problems), questions.slice(0, MOST.questions), room);
  const numbered = [...shown.problems, ...shown.questions].map((row, n) => ({ ...row, number: n + 1 }));
  return {
    problems: numbered.slice(0, shown.problems.length),
    questions: numbered.slice(shown.problems.length),
    left: {
      fails: countOf(problems.slice(shown.problems.length).filter(({ outcome }) => outcome === 'fail')),
      opens: countOf(problems.slice(shown.problems.length).filter(({ outcome }) => outcome === 'open')),
      questions: countOf(questions.slice(shown.questions.length)),
    },
  };
}

/** Returns as many rows as fit: while they don't, the last open point or question goes, of what there is more. */
function fitting(
  problems: readonly FormRow[],
  questions: readonly FormRow[],
  room: number,
): Pick<FormRows, 'problems' | 'questions'> {
  const opens = problems.filter(({ outcome }) => outcome === 'open').length;
  const height =
    problems.reduce((sum, { text, remedy }) => sum + rowHeight(text, remedy), 0) +
    questions.reduce((sum, { text }) => sum + rowHeight(text), 0);
  if (height <= room || opens + questions.length === 0) return { problems, questions };
  return opens > questions.length
    ? fitting(problems.slice(0, -1), questions, room)
    : fitting(problems, questions.slice(0, -1), room);
}

function countOf(rows: readonly FormRow[]): number {
  return rows.reduce((sum, { facts }) => sum + facts.length, 0);
}

/** Returns a text that is the same for findings with one cause: a device, else places in the same state, or a paper. */
function causeOf({ verdict, outcome, leads, others }: FormFact): string {
  const { rule, subject, message, existing } = verdict;
  const device = deviceOf(subject);
  const state = device === undefined ? [message.id, ONE_EACH.test(rule) ? message.params : ''] : [isNear(message.id)];
  return JSON.stringify([rule, outcome, leads, others, existing === true, device ?? '', ...state]);
}

/** Rules whose findings share a row only if they say the same: each is about another paper or role. */
const ONE_EACH = /^(?:project\/|coverage\/declared$)/;

/** True if a message is about a device beside a place rather than inside it. */
function isNear(message: string): boolean {
  return message.startsWith('near');
}

function causingDevice({ verdict }: FormFact, { site }: Report): string | undefined {
  const id = deviceOf(verdict.subject) ?? verdict.subject;
  return site.levels.some(({ devices }) => devices.some((device) => device.id === id)) ? id : undefined;
}
