// The input of a rule: the site, its Sight and the law pack to judge by.
import { partsOf } from '../law/compose.js';
import type { Pack } from '../law/types.js';
import { type Ground, underPack } from '../plan/ground.js';
import type { Site } from '../plan/model.js';
import type { Sight } from '../sight/types.js';

/** The input of a rule's check: site, sight, law pack and day. */
export interface RuleContext {
  /** The typed model of the plan. */
  readonly site: Site;
  /** Views, coverage and geometry of the site, worked out when asked. */
  readonly sight: Sight;
  /** The law pack to judge by; several packs may be composed into one. */
  readonly pack: Pack;
  /** Day of the run, YYYY-MM-DD; rules read no clock. */
  readonly today: string;
}

/**
 * Input of a fact that is cached per ground (the site without its devices). It gives access to no device, except one
 * passed as an argument: so when a device moves, facts about the others stay cached.
 */
export interface GroundContext {
  readonly site: Ground;
  /** Views of single devices, and geometry; not what all devices together cover. */
  readonly sight: Omit<Sight, 'coverage' | 'moved'>;
  readonly pack: Pack;
}

/**
 * Returns one context for each pack that `context.pack` is composed of. All share the Sight: views don't depend on the
 * law.
 */
export function byPack(context: RuleContext): readonly RuleContext[] {
  const { site, pack } = context;
  return partsOf(pack).map((part) =>
    part === pack ? context : { ...context, pack: part, site: underPack(site, part) },
  );
}
