// Work that is done once for each key, as long as the key lives.
/** Returns `make` with its result cached per key. An entry lives as long as its key object. */
export function memoize<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const found = known.get(key) ?? { value: make(key) };
    known.set(key, found);
    return found.value;
  };
}
