// Work that is done once for each key.

interface Store<K, V> {
  get(key: K): { readonly value: V } | undefined;
  set(key: K, kept: { readonly value: V }): unknown;
}

/** Returns `make` with its result cached per key. An entry lives as long as its key object. */
/* @__NO_SIDE_EFFECTS__ */
export function memoize<K extends object, V>(make: (key: K) => V): (key: K) => V {
  return memoizeIn(new WeakMap(), make);
}

/** Returns `make` with its result cached per text or number, as long as the function lives. */
/* @__NO_SIDE_EFFECTS__ */
export function memoizeByName<K extends string | number | boolean, V>(make: (name: K) => V): (name: K) => V {
  return memoizeIn(new Map(), make);
}

/** Returns `make` with its result cached per object and name, as long as the object lives. */
/* @__NO_SIDE_EFFECTS__ */
export function memoizeNamed<K extends object, N extends string | number | boolean, V>(
  make: (key: K, name: N) => V,
): (key: K, name: N) => V {
  const byName = memoize((key: K) => memoizeByName((name: N) => make(key, name)));
  return (key, name) => byName(key)(name);
}

/** Returns a function that calls `make` when it is first called, and then returns what that returned. */
/* @__NO_SIDE_EFFECTS__ */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function memoizeIn<K, V>(known: Store<K, V>, make: (key: K) => V): (key: K) => V {
  return (key) => {
    let kept = known.get(key);
    if (kept === undefined) {
      kept = { value: make(key) };
      known.set(key, kept);
    }
    return kept.value;
  };
}
