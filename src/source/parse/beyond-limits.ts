// Holds parsed values to the limits on texts and aliases.

import { verbatim } from '../../i18n/locale.js';
import { type LimitName, type Limits, limitParams } from '../limits.js';
import { child } from '../place/pointer.js';
import { firstOf, problemOf, type SourceProblem } from '../problem.js';
import { limitText, sourceText } from '../texts.js';
import type { SourceFile } from '../types.js';
import { DEEPEST } from './json.js';

/** Keys whose texts name something, and so are repeated by every message about it. */
const NAMES: ReadonlySet<string> = new Set(['id', 'name', 'kind', 'type', 'level', 'opening', 'rule', 'subject', 'by']);

/**
 * Returns the problems of a value that exceeds limits: texts and keys that are too long, values nested too deeply, and
 * aliases that repeat too much. What aliases repeat is examined once.
 *
 * @param anyText true: texts may be of any length
 */
export function beyondLimits(file: SourceFile, value: unknown, limits: Limits, anyText: boolean): SourceProblem[] {
  const { path } = file;
  const found: SourceProblem[] = [];
  const beyond = (name: LimitName & ('name' | 'text'), length: number, pointer: string, key: boolean): void => {
    const message = limitText[name]({ found: verbatim(`${length}`), ...limitParams(name, limits[name]) });
    found.push(problemOf(message, key ? { path, pointer, key } : { path, pointer }));
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
      if (!deep) found.push(problemOf(sourceText.tooDeep, { path, pointer: pointer() }));
      deep = true;
      return;
    }
    // An object met before was examined then: only how much it repeats still counts.
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
      ? sourceText.yamlAliases
      : limitText.aliases(limitParams('aliases', limits.aliases));
    found.push(problemOf(message, path));
  }
  return firstOf(found);
}

/** Counts values that are met again: an alias is the same object as its anchor. */
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

  /** True if an object contains itself. */
  areEndless(): boolean {
    return this.repeated === Number.POSITIVE_INFINITY;
  }

  /** Returns the number of values in an object and all it contains; repeated ones count as often as they occur. */
  private sizeOf(held: object): number {
    const known = this.sizes.get(held) ?? 0;
    if (known > 0) return known;
    // Until it is computed: an object that contains itself has no end.
    this.sizes.set(held, Number.POSITIVE_INFINITY);
    let size = 1;
    for (const member of Object.values(held)) {
      size += typeof member === 'object' && member !== null ? this.sizeOf(member) : 1;
    }
    this.sizes.set(held, size);
    return size;
  }
}
