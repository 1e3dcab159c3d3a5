import { hash } from 'node:crypto';
import type { Rule, RuleContext, Statement, WaiverAccount } from '../rules/rule.js';
import type { Judged } from './types.js';

/** sha256 of rule NUL subject, hex: what a baseline or a code-scanning service knows a finding by. */
export function fingerprint(rule: string, subject: string): string {
  return hash('sha256', `${rule}\0${subject}`, 'hex');
}

/** Every rule's verdicts on the site, with rule, level and fingerprint filled in. */
export function runRules(rules: readonly Rule[], context: RuleContext): Judged[] {
  return rules.flatMap((rule) => rule.check(context).map((statement) => sign(rule, statement)));
}

/** What the rules on waivers say, once every waiver is accounted for. */
export function auditWaivers(
  rules: readonly Rule[],
  context: RuleContext,
  accounts: readonly WaiverAccount[],
): Judged[] {
  return rules.flatMap((rule) => (rule.audit?.(context, accounts) ?? []).map((statement) => sign(rule, statement)));
}

function sign(rule: Rule, statement: Statement): Judged {
  return { ...statement, rule: rule.id, level: rule.level, fingerprint: fingerprint(rule.id, statement.subject) };
}
