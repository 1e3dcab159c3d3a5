import type { Localized } from '../../i18n/locale.js';
import { child } from '../../source/place/pointer.js';

/** A value in a log isn't what a log of sitecam's has there. */
export class ShapeFault extends Error {
  override readonly name = 'ShapeFault';
  readonly pointer: string;
  readonly expected: Localized;

  constructor(pointer: string, expected: Localized) {
    super(`${pointer}: expected ${expected.en}`);
    this.pointer = pointer;
    this.expected = expected;
  }
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value of a log with where it stands. What isn't as it should be is thrown as a ShapeFault. */
export class At {
  constructor(
    readonly value: unknown,
    readonly pointer = '',
  ) {}

  get object(): JsonObject {
    if (isObject(this.value)) return this.value;
    throw this.fault({ zh: '一个对象', en: 'an object' });
  }

  get text(): string {
    if (typeof this.value === 'string') return this.value;
    throw this.fault({ zh: '一段文本', en: 'a text' });
  }

  get count(): number {
    if (typeof this.value === 'number' && Number.isInteger(this.value) && this.value >= 0) return this.value;
    throw this.fault({ zh: '一个非负整数', en: 'a whole number' });
  }

  get list(): readonly unknown[] {
    if (Array.isArray(this.value)) return this.value;
    throw this.fault({ zh: '一个列表', en: 'a list' });
  }

  get items(): readonly At[] {
    return this.list.map((item, n) => new At(item, child(this.pointer, n)));
  }

  /** A member of an object, whether it is there or not. */
  member(...path: readonly (string | number)[]): At {
    let at: At = this;
    for (const name of path) {
      const inside = typeof name === 'number' ? at.list[name] : own(at.object, name);
      at = new At(inside, child(at.pointer, name));
    }
    return at;
  }

  /** A member that may be missing. */
  maybe(name: string): At | undefined {
    const member = this.member(name);
    return member.value === undefined ? undefined : member;
  }

  oneOf<T extends string>(choices: readonly T[]): T {
    const found = choices.find((choice) => choice === this.value);
    if (found !== undefined) return found;
    throw this.fault({ zh: choices.map((one) => `“${one}”`).join('或者'), en: choices.join(' or ') });
  }

  fault(expected: Localized): ShapeFault {
    return new ShapeFault(this.pointer, expected);
  }
}

function own(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
