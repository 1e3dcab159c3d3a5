// Maker of the rules that report faults found while a plan is read.
import { templatesOf } from '../../i18n/catalogue.js';
import { type FaultRule, faultTexts } from '../../plan/check/texts.js';
import type { Fault } from '../../plan/model.js';
import { defineRule, type Rule, type RuleDocs } from '../rule.js';
import { type Outcome, type Statement, statement } from '../verdict.js';

/**
 * Faults for which nothing in the plan need be wrong: it says of a gap that it isn't known, or of a device what nobody
 * here knows, or what a third party knows otherwise.
 */
const OUTCOMES: Readonly<Record<string, Outcome>> = {
  'plan/drawn-elsewhere': 'open',
  'plan/unsure-opening': 'open',
  'plan/model-unclear': 'open',
  'plan/model-differs': 'review',
};

/**
 * Returns the finding on one fault: the plan must be corrected, and nothing is stated about the law. It depends on
 * nothing, since the fault stands whatever else is wrong, its own taint included.
 */
function finding(fault: Fault, subject: string): Statement {
  return statement({
    subject,
    outcome: OUTCOMES[fault.rule] ?? 'fail',
    message: fault.message,
    place: fault.place,
    related: fault.related,
  });
}

/**
 * Returns the rule `id`, which reports the faults of that name that were found while a plan was read. If several have
 * one subject, the later ones get a number: `W1/2`. `docs` is the page in both languages; `plan`, an example as a
 * yaml block, is added to both.
 */
export function faultRule(id: FaultRule, docs: RuleDocs, plan?: string, level: Rule['level'] = 'error'): Rule {
  const { title, texts } = faultTexts[id];
  return defineRule({
    id,
    level,
    title,
    waivable: true,
    messages: templatesOf(texts),
    docs: plan === undefined ? docs : { zh: `${docs.zh}\n\n${plan}`, en: `${docs.en}\n\n${plan}` },
    check: ({ site }) => {
      const seen = new Map<string, number>();
      return site.faults
        .filter((fault) => fault.rule === id)
        .map((fault) => {
          const count = (seen.get(fault.subject) ?? 0) + 1;
          seen.set(fault.subject, count);
          return finding(fault, count === 1 ? fault.subject : `${fault.subject}/${count}`);
        });
    },
  });
}
