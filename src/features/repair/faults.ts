import type { LintResult } from '../../lint/types.js';
import type { Place } from '../../source/types.js';

/** A fault of either class, as repairs know it. */
export interface NamedFault {
  /** What tells it from others: what is said, and where. */
  readonly name: string;
  readonly id: string;
  readonly place: Place;
}

/** The faults of a plan, of whichever class there are. */
export function faultsIn(result: LintResult): NamedFault[] {
  return result.ok
    ? result.site.faults.map(({ rule, message, place }) => known(`${rule} ${message.id}`, place))
    : result.unreadable.map(({ code, place, at }) => known(code, place, at && `${at.line}:${at.column}`));
}

function known(id: string, place: Place, at = ''): NamedFault {
  return { id, place, name: faultName(id, place, at) };
}

/** The name of a fault: `id` is its code, or its rule and message. Subjects aren't in it, for ids are what is repaired. */
export function faultName(id: string, { path, pointer, key }: Place, at = ''): string {
  return [id, path, pointer, key === true ? 'key' : '', at].join('\0');
}
