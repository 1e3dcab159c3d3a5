import { DEEPEST } from './json.js';
import { type LimitName, type Limits, limitParams } from './limits.js';
import { child } from './pointer.js';
import { firstOf, type SourceProblem } from './problem.js';
import type { SourceFile } from './types.js';

/** Keys whose texts name something, and so are repeated by whatever is said of it. */
const NAMES: ReadonlySet<string> = new Set(['id', 'name', 'kind', 'type', 'level', 'opening', 'rule', 'subject', 'by']);

/**
 * What in a value goes beyond limits: texts and keys that are too long, and aliases that repeat too much, which are looked
 * no further into.
 *
 * @param anyText whether texts may be as long as they like
 */
export function beyondLimits(file: SourceFile, value: unknown, limits: Limits, anyText: boolean): SourceProblem[] {
  const { path } = file;
  const found: SourceProblem[] = [];
  const beyond = (name: LimitName & ('name' | 'text'), length: number, pointer: string, key: boolean): void => {
    const params = { found: { zh: `${length}`, en: `${length}` }, ...limitParams(name, limits[name]) };
    const place = key ? { path, pointer, key } : { path, pointer };
    found.push({ code: `limit/${name}`, message: { id: `limit/${name}`, params }, place });
  };
  const repeats = file.format === 'yaml' ? new Repeats(limits.aliases) : undefined;
  let deep = false;
  const look = (held: unknown, pointer: () => string, key: string, depth: number): void => {
    if (typeof held === 'string') {
      const name = NAMES.has(key) ? 'name' : 'text';
      if (!anyText && held.length > limits[name]) beyond(name, held.length, pointer(), false);
    }
    if (typeof held !== 'object' || held === null) return;
    if (depth > DEEPEST) {
      if (!deep) found.push(tooDeep(path, pointer()));
      deep = true;
      return;
    }
    // What was met before has been looked at: how much it repeats is all there is to know.
    if (repeats?.isAgain(held) === true) return;
    if (Array.isArray(held)) {
      for (let i = 0; i < held.length; i += 1)
        if (typeof held[i] !== 'number') look(held[i], () => child(pointer(), i), '', depth + 1);
      return;
    }
    for (const [name, member] of Object.entries(held)) {
      const at = () => child(pointer(), name);
      if (name.length > limits.name) beyond('name', name.length, at(), true);
      if (typeof member !== 'number') look(member, at, name, depth + 1);
    }
  };
  look(value, () => '', '', 0);
  if (repeats?.areTooMany() === true) {
    const message = repeats.areEndless()
      ? { id: 'source/yaml-aliases', params: {} }
      : { id: 'limit/aliases', params: limitParams('aliases', limits.aliases) };
    found.push({ code: message.id, message, place: { path, pointer: '' } });
  }
  return firstOf(found);
}

function tooDeep(path: string, pointer: string): SourceProblem {
  return { code: 'source/too-deep', message: { id: 'source/too-deep', params: {} }, place: { path, pointer } };
}

/** Counts what is met again: an alias stands for the very object that its anchor does. */
class Repeats {
  private readonly sizes = new Map<object, number>();
  private repeated = 0;

  constructor(private readonly most: number) {}

  isAgain(held: object): boolean {
    const known = this.sizes.has(held);
    if (known) this.repeated += this.sizeOf(held);
    else this.sizes.set(held, 0);
    return known;
  }

  areTooMany(): boolean {
    return this.repeated > this.most;
  }

  /** Whether something holds itself. */
  areEndless(): boolean {
    return this.repeated === Number.POSITIVE_INFINITY;
  }

  /** Values in an object and all it holds, what is repeated in it as often as it is. */
  private sizeOf(held: object): number {
    const known = this.sizes.get(held) ?? 0;
    if (known > 0) return known;
    // Until it is known: what holds itself has no end.
    this.sizes.set(held, Number.POSITIVE_INFINITY);
    let size = 1;
    for (const member of Object.values(held)) {
      size += typeof member === 'object' && member !== null ? this.sizeOf(member) : 1;
    }
    this.sizes.set(held, size);
    return size;
  }
}
