// From a site that was read to its report.
import type { Site } from '../plan/model.js';
import type { Rule } from '../rules/rule.js';
import type { ViewshedMaker } from '../sight/scene/scene.js';
import { createSight } from '../sight/sight.js';
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
}

/**
 * Returns the report on a plan that was read: the verdicts of every rule, in file order, and all that reports print.
 */
export function judge(site: Site, options: JudgeOptions): Report {
  return assess(site, createSight(site, options.viewsheds), { ...options, spanOf: spansIn(site) });
}

function spansIn(site: Site): (place: Place) => Span | undefined {
  const files = new Map(site.files.map((file) => [file.path, file]));
  return (place) => {
    const file = files.get(place.path);
    return file && locate(file, place);
  };
}
