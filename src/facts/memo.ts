// Memo of values that are computed once for each plan and pack.
import { memoize } from '../base/memo.js';
import type { RuleContext } from './context.js';

/**
 * Wraps `make` so that it runs once for each pair of Sight and site; a site belongs to one pack. Several rules ask for
 * the value, each for many zones.
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
