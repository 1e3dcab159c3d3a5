// Memos of values that are computed once: for each plan and pack, for each ground, for each device or place on it.
import { isSameList } from '../base/equality.js';
import { memoize } from '../base/memo.js';
import { type Ground, groundOf } from '../plan/ground.js';
import type { GroundContext, RuleContext } from './context.js';

/**
 * Returns `make` with its result cached per Sight and site (which has the pack), so that all rules share it. The value
 * must not depend on the day. What doesn't depend on other devices is cached per ground instead.
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

/** Returns `make` with its result cached per ground of the site, which includes the pack: moving a device keeps it. */
export function memoizeOnGround<V>(make: (ground: Ground) => V): (site: Ground) => V {
  const known = memoize(make);
  return (site) => known(groundOf(site));
}

type GroundSight = GroundContext['sight'];

/** The first Sight of each ground, by those that share what is remembered with it. */
const origins = new WeakMap<GroundSight, GroundSight>();

/** Returns `sight`, changed to share the values that are cached per ground with `known`, a Sight of the same ground. */
export function sharing<S extends GroundSight>(sight: S, known: GroundSight): S {
  origins.set(sight, origins.get(known) ?? known);
  return sight;
}

/** Returns a function that makes one object for each ground and Sight; Sights that share have one. */
function perGround<T>(make: () => T): (context: GroundContext) => T {
  const known = memoize((_: GroundSight) => memoize((__: Ground) => make()));
  // Thousands of questions are asked in one context.
  return memoize(({ site, sight }) => known(origins.get(sight) ?? sight)(groundOf(site)));
}

/** Returns `make` with its result cached per ground of the plan, pack and Sight, so that moving a device keeps it. */
export function memoizePerGround<V>(make: (context: GroundContext) => V): (context: GroundContext) => V {
  const known = perGround((): { value?: { readonly is: V } } => ({}));
  return (context) => {
    const kept = known(context);
    kept.value ??= { is: make(context) };
    return kept.value.is;
  };
}

/**
 * Returns `make` with its result cached per ground, pack, Sight and key object: a device, or a value that is itself
 * cached by device or ground. An entry lives as long as its key.
 */
export function memoizeOnGroundBy<K extends object, V>(
  make: (context: GroundContext, key: K) => V,
): (context: GroundContext, key: K) => V {
  const known = perGround(() => new WeakMap<K, { readonly is: V }>());
  return (context, key) => {
    const own = known(context);
    const kept = own.get(key) ?? { is: make(context, key) };
    own.set(key, kept);
    return kept.is;
  };
}

/**
 * Returns `make` with its last result cached per ground, pack, Sight and key object. The cached result is used as long
 * as all `inputs` are the same, lists being compared by their items. For facts that depend on some devices: `make` may
 * read nothing of devices but its inputs.
 */
export function memoizeByInputs<K extends object, I extends readonly unknown[], V>(
  make: (context: GroundContext, key: K, ...inputs: I) => V,
): (context: GroundContext, key: K, ...inputs: I) => V {
  const known = memoizeOnGroundBy((_, __: K): { last?: { readonly inputs: I; readonly is: V } } => ({}));
  return (context, key, ...inputs) => {
    const kept = known(context, key);
    const { last } = kept;
    if (last?.inputs.every((input, i) => isSame(input, inputs[i]))) return last.is;
    const is = make(context, key, ...inputs);
    kept.last = { inputs, is };
    return is;
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || (Array.isArray(one) && Array.isArray(other) && isSameList(one, other));
}
