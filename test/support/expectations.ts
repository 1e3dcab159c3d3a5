/**
 * Expected verdicts of a rule, written in a plan's first comments: in the plans of `fixtures/rules` and in the examples
 * of rules' documentation.
 *
 *     # packs: nm-2017, cn-799-2025
 *     # => fail C1>room
 *     # => review C1>room (cn-799-2025)
 *     # 一句话说明本例，可有可无
 *     sitecam: 1
 *
 * - `# => OUTCOME SUBJECT`, once or more: a verdict of the rule. OUTCOME is pass, fail, open, review or notApplicable, or
 *   tick for a tick box of the checklist.
 *   SUBJECT has no spaces and is written as the verdict has it, parentheses and all: `hotel/8(8)/passage@F2`.
 * - ` (PACK)` after it: the pack of the verdict, if several packs judge and it isn't nm-2017.
 * - `# packs: PACK, PACK`, once at most: the packs that judge the plan, if they aren't the usual ones. Usual for a fixture
 *   is nm-2017; for an example, nm-2017 or, if the rule doesn't apply by it, the packs by which it does.
 * - Any other comment is prose. It neither holds `=>` nor begins with a Latin word and a colon, so a slip is never taken
 *   for prose.
 *
 * These lines stand before the first line that is no comment; a `# =>` below it is an error.
 */
import { readFileSync } from 'node:fs';
import { DEFAULT_PACK, packIds } from '../../src/law/load.js';
import type { Report } from '../../src/lint/types.js';
import type { Outcome } from '../../src/rules/verdict.js';

/** One expected verdict or tick box of the rule. */
export interface Expected {
  readonly subject: string;
  readonly outcome: Outcome | 'tick';
  /** Pack of the verdict; undefined for nm-2017 or the only pack. */
  readonly pack?: string;
}

/** Expected verdicts of a rule on one plan, and the ids of the packs that judge the plan. */
export interface Expectation {
  readonly packs: readonly string[];
  readonly verdicts: readonly Expected[];
}

const OUTCOMES: readonly Expected['outcome'][] = ['pass', 'fail', 'open', 'review', 'notApplicable', 'tick'];

/**
 * Reads the first comments of a plan; `usual` are the packs of a plan that names none. Throws an error that names the
 * line it can't read.
 */
export function expectationIn(plan: string, usual: readonly string[]): Expectation {
  const lines = plan.split(/\r?\n/);
  const body = lines.findIndex((line) => !line.startsWith('#'));
  const head = body < 0 ? lines : lines.slice(0, body);
  const fault = (index: number, why: string) => new Error(`line ${index + 1}, "${lines[index]}": ${why}`);

  const below = lines.findIndex((line, index) => index >= head.length && /^\s*#\s*=>/.test(line));
  if (below >= 0) throw fault(below, 'stands below the first line of the plan; move it above');

  let packs: readonly string[] | undefined;
  const marks: { readonly index: number; readonly verdict: Expected }[] = [];
  for (const [index, line] of head.entries()) {
    const named = /^# packs: (\S+(?:, \S+)*)$/.exec(line);
    const mark = /^# => (\S+) (\S+)(?: \((\S+)\))?$/.exec(line);
    if (named) {
      if (packs !== undefined) throw fault(index, 'packs are named twice');
      packs = named[1].split(', ');
      const unknown = packs.find((id) => !packIds.includes(id));
      if (unknown !== undefined) throw fault(index, `no pack "${unknown}"; there are ${packIds.join(', ')}`);
    } else if (mark) {
      const [, word, subject, pack] = mark;
      const outcome = OUTCOMES.find((one) => one === word);
      if (outcome === undefined) throw fault(index, `no outcome "${word}"; there are ${OUTCOMES.join(', ')}`);
      marks.push({ index, verdict: { outcome, subject, ...(pack !== undefined && { pack }) } });
    } else if (line.includes('=>') || /^#\s*[A-Za-z][\w-]*\s*:/.test(line)) {
      throw fault(index, 'expected "# => OUTCOME SUBJECT", "# => OUTCOME SUBJECT (PACK)" or "# packs: PACK, PACK"');
    }
  }

  if (marks.length === 0) throw new Error('says nothing of what is found: begin it with "# => OUTCOME SUBJECT"');
  const judging = packs ?? usual;
  for (const { index, verdict } of marks) {
    if (verdict.pack === undefined) continue;
    if (judging.length < 2) throw fault(index, `only ${judging.join('')} judges this plan; leave the pack out`);
    if (verdict.pack === DEFAULT_PACK)
      throw fault(index, `${DEFAULT_PACK} is meant where no pack stands; leave it out`);
    if (!judging.includes(verdict.pack)) throw fault(index, `this plan is judged by ${judging.join(', ')}`);
  }
  return { packs: judging, verdicts: marks.map(({ verdict }) => verdict) };
}

/** Returns the tick boxes of `rule` in a report. */
export function ticksOf(rule: string, { checklist }: Pick<Report, 'checklist'>): Expected[] {
  return checklist.flatMap((one) => (one.rule === rule ? [{ subject: one.subject, outcome: 'tick' }] : []));
}

/** Returns the verdicts and tick boxes of `rule` in a report. */
export function saidBy(rule: string, report: Pick<Report, 'verdicts' | 'checklist'>): Expected[] {
  return [...report.verdicts.filter((verdict) => verdict.rule === rule), ...ticksOf(rule, report)];
}

/** Reads the expectation of the rule fixture at `path` from its first comments. */
export function expectationOf(path: string): Expectation {
  return expectationIn(readFileSync(path, 'utf8'), [DEFAULT_PACK]);
}
