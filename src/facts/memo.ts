// Work that is done once for a plan as it is seen and as one pack judges it.
import { onceFor } from '../base/memo.js';
import type { RuleContext } from './context.js';

/** What is worked out once for a plan as it is seen and as it is judged by one pack: several rules ask, and each of many zones. */
export function oncePerPlan<V>(make: (context: RuleContext) => V): (context: RuleContext) => V {
  const bySight = onceFor((_: RuleContext['sight']) => new WeakMap<RuleContext['site'], { readonly value: V }>());
  return (context) => {
    const known = bySight(context.sight);
    const found = known.get(context.site) ?? { value: make(context) };
    known.set(context.site, found);
    return found.value;
  };
}
