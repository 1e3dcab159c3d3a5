// Which borders between plots people can step over, and over which they come in.
import type { Zone } from '../../plan/model.js';
import { type Border, type Ground, OUTSIDE } from './ground.js';

/**
 * Returns what crossing a border of a level does. 'through': people can step over it, and both sides are inside. An
 * approach, if they come in over it from outside: `subject` is its id, `zone` the zone that they come into, and
 * `toLeft` says that they go from right to left of the border. Undefined if neither.
 */
export function wayOver(
  { plots, side }: Ground,
  { plots: [left, right], threshold, open, walled }: Border,
): 'through' | { readonly subject: string; readonly toLeft: boolean; readonly zone: Zone } | undefined {
  const of = threshold?.of;
  const drawn = of !== undefined && (of.opening !== undefined || of.zones.some((zone) => zone !== undefined));
  if (drawn && threshold !== undefined) {
    if (of.opening === undefined && walled) return undefined;
    const [a, b] = threshold.along ? of.zones : [of.zones[1], of.zones[0]];
    const [onLeft, onRight] = [side(a), side(b)];
    const subject = of.opening?.id ?? `${(a ?? b)?.id ?? ''}/edge`;
    if (onLeft === 'inside' && onRight === 'outside' && a !== undefined && left !== OUTSIDE)
      return { subject, toLeft: true, zone: a };
    if (onRight === 'inside' && onLeft === 'outside' && b !== undefined && right !== OUTSIDE)
      return { subject, toLeft: false, zone: b };
    return open && onLeft === 'inside' && onRight === 'inside' && left !== OUTSIDE && right !== OUTSIDE
      ? 'through'
      : undefined;
  }
  if (!open || left === OUTSIDE || right === OUTSIDE) return undefined;
  const [a, b] = [plots[left]?.zone, plots[right]?.zone];
  if (a === undefined || b === undefined) return 'through';
  const [onLeft, onRight] = [side(a), side(b)];
  if (onLeft === 'closed' || onRight === 'closed') return undefined;
  if (onLeft === onRight) return onLeft === 'inside' ? 'through' : undefined;
  return onLeft === 'inside'
    ? { subject: `${a.id}/edge`, toLeft: true, zone: a }
    : { subject: `${b.id}/edge`, toLeft: false, zone: b };
}
