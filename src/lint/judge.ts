// From a site that was read to its report.
import type { Timing } from '../base/timing.js';
import type { Site } from '../plan/model.js';
import type { Rule } from '../rules/rule.js';
import type { ViewshedMaker } from '../sight/scene/scene.js';
import { createSight } from '../sight/sight.js';
import type { Sight } from '../sight/types.js';
import { locate } from '../source/place/locate.js';
import type { Place, Span } from '../source/types.js';
import { type AssessTerms, assess } from './assess.js';
import type { Report } from './types.js';

/** Inputs of `judge` beside the site. */
export interface JudgeOptions {
  /** Day of the run, YYYY-MM-DD. */
  readonly today: string;
  readonly rules: readonly Rule[];
  readonly terms?: AssessTerms;
  /** Makes viewsheds. Absent: triangular expansion alone; the cross-check of `--verify` passes another maker. */
  readonly viewsheds?: ViewshedMaker;
  /** Takes the time of each rule, and of what rules ask of sight as the part `sight`. */
  readonly timing?: Timing | undefined;
}

/**
 * Returns the report on a plan that was read: the verdicts of every rule, in file order, and all that reports print.
 */
export function judge(site: Site, options: JudgeOptions): Report {
  const sight = createSight(site, options.viewsheds);
  const { timing } = options;
  return assess(site, timing === undefined ? sight : timedSight(sight, timing), { ...options, spanOf: spansIn(site) });
}

/** Returns `sight` with the time of every question to it taken. */
function timedSight(sight: Sight, timing: Timing): Sight {
  return new Proxy(sight, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...args: readonly unknown[]): unknown =>
        timing.measure('sight', () => Reflect.apply(member, target, args));
    },
  });
}

function spansIn(site: Site): (place: Place) => Span | undefined {
  const files = new Map(site.files.map((file) => [file.path, file]));
  return (place) => {
    const file = files.get(place.path);
    return file && locate(file, place);
  };
}
