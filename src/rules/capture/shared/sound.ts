import { parameter } from '../../../law/lookup.js';
import type { Device } from '../../../plan/model.js';
import type { Reach } from '../../../sight/types.js';
import type { RuleContext } from '../../rule.js';
import { insideOf, ownRegion, type PrivateZone } from './private-zones.js';

/**
 * What the device's pickup reaches of a private zone it stands outside of, supposing that it takes sound; of a ballot
 * box and the like what is near it, where people speak. Undefined: nothing.
 */
export function heardBy(context: RuleContext, device: Device, target: PrivateZone): Reach | undefined {
  const { zone, prohibition } = target;
  if (!zone.levels.includes(device.level) || insideOf(context, device, target) !== undefined) return undefined;
  const region =
    prohibition.regime === 'anchor'
      ? context.sight.near(zone, parameter(context.pack, 'nearRadius'))
      : ownRegion(context, target);
  return context.sight.hear(device, device.level, region);
}
