// Merges JSON logs into one record.

import { isSameJson } from '../../base/equality.js';
import { recordParts } from '../../report/json/json.js';
import { objectParts } from '../../report/json/write.js';
import type { JsonLog, PlanPart } from './log.js';
import { parsed } from './pieces.js';
import { inOneRun } from './plans.js';

/**
 * Returns one record of several, as one run would have written it. Throws a MergeRefusal if two logs contradict each
 * other.
 */
export function mergeJson(logs: readonly JsonLog[]): { plans: readonly PlanPart[]; parts: Iterable<string> } {
  const plans = inOneRun(
    logs.flatMap(({ plans }) => plans),
    (one, other) => isSameJson([...parsed(one.pieces)], [...parsed(other.pieces)]),
  );
  return { plans, parts: recordParts(logs[0].common, texts(plans)) };
}

function* texts(plans: readonly PlanPart[]): Generator<Iterable<string>> {
  for (const { pieces } of plans) for (const plan of parsed(pieces)) yield objectParts(plan, 2);
}
