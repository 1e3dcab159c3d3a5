// What rules are given: the site, what is seen of it, and the law pack it is judged by.
import { partsOf } from '../law/compose.js';
import type { Pack } from '../law/types.js';
import type { Site } from '../plan/model.js';
import type { Sight } from '../sight/types.js';

export interface RuleContext {
  readonly site: Site;
  readonly sight: Sight;
  readonly pack: Pack;
  /** YYYY-MM-DD */
  readonly today: string;
}

/** The plan judged by each of the packs that `context.pack` is made of, in turn: what is seen of it is the same. */
export function byPack(context: RuleContext): readonly RuleContext[] {
  const { site, pack } = context;
  return partsOf(pack).map((part) =>
    part === pack ? context : { ...context, pack: part, site: { ...site, pack: part } },
  );
}
