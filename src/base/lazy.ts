// Objects with members that are worked out when they are first read.

/** What the lazy members of an object are worked out by, a method for each, and those that are; copies share it. */
const LATER = Symbol('later');

interface Later {
  readonly [LATER]: {
    readonly names: readonly string[];
    /** Absent once all are made: makers hold all that they make from. */
    makers?: object | undefined;
    readonly made: Map<string, unknown>;
  };
}

/** Readers by name: objects with the same members in the same order share their shape. */
const readers = new Map<string, (this: Later) => unknown>();

function readerOf(name: string): (this: Later) => unknown {
  const known = readers.get(name);
  if (known !== undefined) return known;
  const reader = function (this: Later): unknown {
    return madeIn(this[LATER], name);
  };
  readers.set(name, reader);
  return reader;
}

function madeIn(later: Later[typeof LATER], name: string): unknown {
  const { made, makers, names } = later;
  if (makers !== undefined && !made.has(name)) {
    made.set(name, Reflect.apply(Reflect.get(makers, name), makers, []));
    if (names.every((one) => made.has(one))) later.makers = undefined;
  }
  return made.get(name);
}

/** Methods without parameters that return the members of `L`, by name. */
export type Makers<L> = { readonly [Name in keyof L]: () => L[Name] };

/**
 * Returns a copy of `own` with the members `names` added, each computed by the maker of its name when it is first read.
 * A copy by spread (`{...object}`) computes all of them; use {@link amended} to copy without computing.
 *
 * @param makers best an instance of a class: its methods cost less than new functions for each object
 */
export function lazily<T extends object, L extends object>(own: T, names: readonly string[], makers: Makers<L>): T & L {
  return withLater({ ...own }, { names, makers, made: new Map() }) as T & L;
}

function withLater(target: object, later: Later[typeof LATER]): object {
  for (const name of later.names) {
    if (!Object.hasOwn(target, name)) {
      Object.defineProperty(target, name, { enumerable: true, configurable: true, get: readerOf(name) });
    }
  }
  return Object.defineProperty(target, LATER, { value: later });
}

/**
 * Returns a copy of an object without its lazy members, whether or not they were computed; the object itself if it
 * has none.
 */
export function settledOf<T extends object>(object: T): T {
  if (!(LATER in object)) return object;
  const settled: Record<string, unknown> = {};
  for (const name of Object.keys(object)) if (!isLate(object, name)) settled[name] = Reflect.get(object, name);
  // What is missing may be missing: a caller that names lazy members knows that they are.
  return settled as T;
}

/**
 * Computes all lazy members of an object now. The object then keeps their values alone, and no longer holds in memory
 * what they are computed from.
 */
export function settle(object: object): void {
  if (!(LATER in object)) return;
  const later = (object as Later)[LATER];
  for (const name of later.names) madeIn(later, name);
}

/** Returns the names of an object's lazy members. */
export function lazyNames(object: object): string[] {
  return LATER in object ? Object.keys(object).filter((name) => isLate(object, name)) : [];
}

/** True if the object's member of that name is lazy: a getter that computes it when it is read. */
export function isLate(object: object, name: string): boolean {
  return Object.getOwnPropertyDescriptor(object, name)?.get !== undefined;
}

/**
 * Returns a copy of `object` with the members of `changes`. Other lazy members aren't computed: they stay lazy in the
 * copy.
 */
export function amended<T extends object, C extends object>(object: T, changes: C): T & C {
  if (!(LATER in object)) return { ...object, ...changes };
  return withLater({ ...settledOf(object), ...changes }, (object as Later)[LATER]) as T & C;
}

/**
 * Returns a copy of `object` with further members, each computed by the maker of its name when it is first read. Lazy
 * members of `object` stay lazy in the copy.
 */
export function amendedLazily<T extends object, L extends object>(object: T, makers: Makers<L>): T & L {
  const names = [...lazyNames(object), ...Object.keys(makers)];
  const read = Object.fromEntries(lazyNames(object).map((name) => [name, () => Reflect.get(object, name)]));
  const made = lazily(settledOf(object), names, { ...read, ...makers } as Makers<L>);
  origins.set(made, originOf(object));
  return made;
}

const origins = new WeakMap<object, object>();

/**
 * Returns the object from which `amendedLazily` made this one; any other object itself. For caches whose values don't
 * depend on the members added.
 */
export function originOf(object: object): object {
  return origins.get(object) ?? object;
}
