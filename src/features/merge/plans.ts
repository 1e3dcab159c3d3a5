// Puts the plans of all logs in the order of one run.
import { byCodeUnit } from '../../base/order.js';
import type { Localized } from '../../i18n/locale.js';
import { plainText } from '../../render/escape.js';
import type { PlanPart } from './log.js';
import { MergeRefusal } from './refusal.js';

/**
 * Returns the plans of all logs in the order of one run. A plan in several logs is returned once if they agree on it;
 * else a MergeRefusal that names every such plan is thrown.
 */
export function inOneRun<P extends PlanPart>(plans: readonly P[], same: (one: P, other: P) => boolean): P[] {
  const known = new Map<string, P>();
  const texts: Localized[] = [];
  for (const plan of plans) {
    const other = known.get(plan.path);
    if (other === undefined) known.set(plan.path, plan);
    else if (!same(other, plan)) texts.push(contradiction(other, plan));
  }
  if (texts.length > 0) throw new MergeRefusal('unreadable', texts);
  return [...known.values()].sort((a, b) => byCodeUnit(a.path, b.path));
}

function contradiction(one: PlanPart, other: PlanPart): Localized {
  const path = plainText(one.path);
  return {
    zh: `设计图“${path}”在“${one.log}”和“${other.log}”中的内容不同，无从取舍；请重新审查。`,
    en: `'${one.log}' and '${other.log}' don't say the same of plan '${path}', and which to believe can't be told; lint again.`,
  };
}
