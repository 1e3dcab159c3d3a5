// Memo of values that are computed once for each plan and pack.
import { memoize } from '../base/memo.js';
import type { RuleContext } from './context.js';

/**
 * Returns a function that calls `make` once for each plan and pack and remembers the value, however many rules and
 * zones ask for it. The value is remembered by `sight` and `site` (which has the pack), so it must not depend on the
 * day.
 */
export function memoizePerPlan<V>(make: (context: RuleContext) => V): (context: RuleContext) => V {
  const bySight = memoize((_: RuleContext['sight']) => new WeakMap<RuleContext['site'], { readonly value: V }>());
  return (context) => {
    const known = bySight(context.sight);
    const found = known.get(context.site) ?? { value: make(context) };
    known.set(context.site, found);
    return found.value;
  };
}
