// Faults by name, so that those before and after a repair can be compared.

import type { LintResult } from '../../lint/types.js';
import type { Place } from '../../source/types.js';

/** A fault of either class, with a name to compare by. */
export interface NamedFault {
  /** Unique name: the message and its place. */
  readonly name: string;
  /** Code, or rule and message. */
  readonly id: string;
  readonly place: Place;
}

/** Returns the faults of a plan, class A or class B. */
export function faultsIn(result: LintResult): NamedFault[] {
  return result.ok
    ? result.site.faults.map(({ rule, message, place }) => known(`${rule} ${message.id}`, place))
    : result.unreadable.map(({ code, place, at }) => known(code, place, at && `${at.line}:${at.column}`));
}

function known(id: string, place: Place, at = ''): NamedFault {
  return { id, place, name: faultName(id, place, at) };
}

/**
 * Returns the name of a fault; `id` is its code, or its rule and message. Subjects aren't in it, since ids get
 * repaired.
 */
export function faultName(id: string, { path, pointer, key }: Place, at = ''): string {
  return [id, path, pointer, key === true ? 'key' : '', at].join('\0');
}
