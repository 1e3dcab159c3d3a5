import type { Site } from '../plan/model.js';
import type { Rule } from '../rules/rule.js';
import type { ViewshedMaker } from '../sight/scene/scene.js';
import { createSight } from '../sight/sight.js';
import { locate } from '../source/place/locate.js';
import type { Place, Span } from '../source/types.js';
import { type AssessTerms, assess } from './assess.js';
import type { Report } from './types.js';

export interface JudgeOptions {
  /** YYYY-MM-DD */
  readonly today: string;
  readonly rules: readonly Rule[];
  readonly terms?: AssessTerms;
  /** How viewsheds are made, where not by triangular expansion alone. */
  readonly viewsheds?: ViewshedMaker;
}

/** Judges a plan that was read: every rule's verdict on it, ordered as in the file, with what the reports print. */
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
