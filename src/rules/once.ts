import type { RuleContext } from './rule.js';

/** What is worked out once for each of some objects, and kept as long as that. */
export function onceFor<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const found = known.get(key) ?? { value: make(key) };
    known.set(key, found);
    return found.value;
  };
}

/** What is worked out once for a plan as it is judged: several rules ask, and each of many zones. */
export function oncePerPlan<V>(make: (context: RuleContext) => V): (context: RuleContext) => V {
  const known = new WeakMap<RuleContext['sight'], { readonly value: V }>();
  return (context) => {
    const found = known.get(context.sight) ?? { value: make(context) };
    known.set(context.sight, found);
    return found.value;
  };
}
