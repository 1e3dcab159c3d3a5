// Reads values of a log with their places, and reports those of the wrong shape.
import type { Localized } from '../../i18n/locale.js';
import { child } from '../../source/place/pointer.js';

/** Error for a value in a log that isn't what sitecam writes there. */
export class ShapeFault extends Error {
  override readonly name = 'ShapeFault';
  /** JSON pointer to the value. */
  readonly pointer: string;
  /** Phrase for what was expected there. */
  readonly expected: Localized;

  constructor(pointer: string, expected: Localized) {
    super(`${pointer}: expected ${expected.en}`);
    this.pointer = pointer;
    this.expected = expected;
  }
}

/** Object of parsed JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** True if a value of parsed JSON is an object and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value of a log with its JSON pointer. Reading a value of the wrong shape throws a ShapeFault. */
export class At {
  constructor(
    readonly value: unknown,
    readonly pointer = '',
  ) {}

  /** Returns the value if it is an object, else throws. */
  get object(): JsonObject {
    if (isObject(this.value)) return this.value;
    throw this.fault({ zh: '一个对象', en: 'an object' });
  }

  /** Returns the value if it is a text, else throws. */
  get text(): string {
    if (typeof this.value === 'string') return this.value;
    throw this.fault({ zh: '一段文本', en: 'a text' });
  }

  /** Returns the value if it is a whole number of at least 0, else throws. */
  get count(): number {
    if (typeof this.value === 'number' && Number.isInteger(this.value) && this.value >= 0) return this.value;
    throw this.fault({ zh: '一个非负整数', en: 'a whole number' });
  }

  /** Returns the value if it is a list, else throws. */
  get list(): readonly unknown[] {
    if (Array.isArray(this.value)) return this.value;
    throw this.fault({ zh: '一个列表', en: 'a list' });
  }

  /** Returns the items of a list with their places. */
  get items(): readonly At[] {
    return this.list.map((item, n) => new At(item, child(this.pointer, n)));
  }

  /**
   * Returns the member at a path, undefined inside if it is missing. Throws if something on the way is no object or
   * list.
   */
  member(...path: readonly (string | number)[]): At {
    let at: At = this;
    for (const name of path) {
      const inside = typeof name === 'number' ? at.list[name] : own(at.object, name);
      at = new At(inside, child(at.pointer, name));
    }
    return at;
  }

  /** Returns a member, or undefined if it is missing. */
  maybe(name: string): At | undefined {
    const member = this.member(name);
    return member.value === undefined ? undefined : member;
  }

  /** Returns the value if it is one of the choices, else throws. */
  oneOf<T extends string>(choices: readonly T[]): T {
    const found = choices.find((choice) => choice === this.value);
    if (found !== undefined) return found;
    throw this.fault({ zh: choices.map((one) => `“${one}”`).join('或者'), en: choices.join(' or ') });
  }

  /** Returns the error for this value. */
  fault(expected: Localized): ShapeFault {
    return new ShapeFault(this.pointer, expected);
  }
}

function own(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
