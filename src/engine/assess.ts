import type { Site } from '../plan/model.js';
import type { Rule, RuleContext } from '../rules/rule.js';
import type { Sight } from '../sight/types.js';
import type { Place, Span } from '../source/types.js';
import { assumptionsOf } from './assumptions.js';
import { order } from './order.js';
import { auditWaivers, runRules } from './run.js';
import { summarise } from './summary.js';
import { taint } from './taint.js';
import type { Report } from './types.js';
import { accountFor, waive } from './waivers.js';

export interface AssessOptions {
  readonly today: string;
  readonly rules: readonly Rule[];
  readonly spanOf: (place: Place) => Span | undefined;
}

/** The engine itself: rules → taint → waivers → what is said of the waivers → order → summary and assumptions. */
export function assess(site: Site, sight: Sight, { today, rules, spanOf }: AssessOptions): Report {
  const context: RuleContext = { site, sight, pack: site.pack, today };
  const found = taint(runRules(rules, context), site);
  const accounts = accountFor(site.waivers, found, rules, today);
  const verdicts = order([...waive(found, accounts), ...auditWaivers(rules, context, accounts)], spanOf);
  return {
    ok: true,
    path: site.place.path,
    site,
    sight,
    pack: site.pack,
    today,
    files: site.files,
    verdicts,
    summary: summarise(verdicts),
    assumptions: assumptionsOf(site, today),
  };
}
