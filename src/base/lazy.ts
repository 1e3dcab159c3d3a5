// Objects with members that are worked out when they are first read.

/** What the lazy members of an object are worked out from; copies share it. */
const LATER = Symbol('later');

interface Later {
  readonly [LATER]: { readonly names: readonly string[]; make: () => object; made?: object };
}

/** Readers by name: objects with the same members in the same order share their shape. */
const readers = new Map<string, (this: Later) => unknown>();

function readerOf(name: string): (this: Later) => unknown {
  const known = readers.get(name);
  if (known !== undefined) return known;
  const reader = function (this: Later): unknown {
    const later = this[LATER];
    later.made ??= later.make();
    return Reflect.get(later.made, name);
  };
  readers.set(name, reader);
  return reader;
}

/**
 * Returns `own` with further members, all of which are worked out by one call of `make` when the first of them is read.
 * A copy by `{...it}` reads them; {@link amended} doesn't.
 */
export function lazily<T extends object, L extends object>(own: T, names: readonly string[], make: () => L): T & L {
  return withLater({ ...own }, { names, make }) as T & L;
}

function withLater(target: object, later: Later[typeof LATER]): object {
  for (const name of later.names) {
    if (!Object.hasOwn(target, name)) {
      Object.defineProperty(target, name, { enumerable: true, configurable: true, get: readerOf(name) });
    }
  }
  return Object.defineProperty(target, LATER, { value: later });
}

/** Returns the members of an object that are worked out already, or never were to be: all but the lazy ones. */
export function settledOf<T extends object>(object: T): T {
  if (!(LATER in object)) return object;
  const settled: Record<string, unknown> = {};
  for (const name of Object.keys(object)) if (!isLate(object, name)) settled[name] = Reflect.get(object, name);
  // What is missing may be missing: a caller that names lazy members knows that they are.
  return settled as T;
}

/** Returns the names of an object's lazy members. */
export function lazyNames(object: object): string[] {
  return LATER in object ? Object.keys(object).filter((name) => isLate(object, name)) : [];
}

/** True if a member of that name is one that is worked out when it is read. */
export function isLate(object: object, name: string): boolean {
  return Object.getOwnPropertyDescriptor(object, name)?.get !== undefined;
}

/** Returns a copy with some members changed or added; lazy ones that aren't among them stay lazy. */
export function amended<T extends object, C extends object>(object: T, changes: C): T & C {
  if (!(LATER in object)) return { ...object, ...changes };
  return withLater({ ...settledOf(object), ...changes }, (object as Later)[LATER]) as T & C;
}
