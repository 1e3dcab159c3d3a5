import { hash } from 'node:crypto';
import type { ConfiguredLevel, Settings } from '../config/types.js';
import { spend } from '../geometry/effort.js';
import type { Rule, RuleContext, RuleLevel, Statement, WaiverAccount } from '../rules/rule.js';
import type { Judged } from './types.js';

/** sha256 of rule NUL subject, hex: what a baseline or a code-scanning service knows a finding by. */
export function fingerprint(rule: string, subject: string): string {
  return hash('sha256', `${rule}\0${subject}`, 'hex');
}

/** The level of a rule that a configuration gives another than its own; `off`: it isn't run. */
export type Levels = ReadonlyMap<string, ConfiguredLevel>;

export function levelsOf(changed: Settings['levels'] = []): Levels {
  return new Map(changed.map(({ name, value }) => [name, value]));
}

/** Every rule's verdicts on the site, with rule, level and fingerprint filled in; one of each error rule that is off. */
export function runRules(rules: readonly Rule[], context: RuleContext, levels: Levels): Judged[] {
  return [
    ...run(rules, levels, (rule) => rule.check(context)),
    ...rules
      .filter(({ id, level }) => levels.get(id) === 'off' && level === 'error')
      .map((rule) => sign(rule, 'warning', notRun(rule, context))),
  ];
}

/** What nobody looked at isn't a pass: its clauses are open. */
function notRun({ title, clauses }: Rule, { site, pack }: RuleContext): Statement {
  return {
    subject: 'off',
    outcome: 'open',
    message: { id: 'engine/off', params: { rule: title } },
    clauses: clauses.filter((id) => pack.clauses.some((clause) => clause.id === id)),
    penalties: [],
    place: site.categories[0]?.place ?? site.place,
    related: [],
    dependsOn: { levels: [], devices: [] },
  };
}

/** What the rules on waivers say, once every waiver is accounted for. */
export function auditWaivers(
  rules: readonly Rule[],
  context: RuleContext,
  accounts: readonly WaiverAccount[],
  levels: Levels,
): Judged[] {
  return run(rules, levels, (rule) => rule.audit?.(context, accounts) ?? []);
}

function run(rules: readonly Rule[], levels: Levels, said: (rule: Rule) => readonly Statement[]): Judged[] {
  return rules.flatMap((rule) => {
    const level = levels.get(rule.id) ?? rule.level;
    return level === 'off' ? [] : said(rule).map((statement) => sign(rule, level, statement));
  });
}

/** Steps that a statement costs, with ordering and printing it. */
const [SETTLED, FOUND] = [400, 20_000];

function sign(rule: Rule, level: RuleLevel, statement: Statement): Judged {
  spend(statement.outcome === 'pass' || statement.outcome === 'notApplicable' ? SETTLED : FOUND);
  const lowered: true | undefined = rule.level === 'error' && level === 'warning' ? true : undefined;
  return {
    ...statement,
    rule: rule.id,
    level,
    ...(lowered && { lowered }),
    fingerprint: fingerprint(rule.id, statement.subject),
  };
}
