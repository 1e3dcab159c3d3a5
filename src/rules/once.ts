import type { RuleContext } from '../facts/context.js';

/** What is worked out once for each of some objects, and kept as long as that. */
export function onceFor<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const found = known.get(key) ?? { value: make(key) };
    known.set(key, found);
    return found.value;
  };
}

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
