// The starter plan of a category.

import { building } from './building.js';
import { ground } from './ground.js';
import { hall } from './hall.js';
import type { Brief } from './types.js';
import { wholeProgramme } from './whole-programme.js';
import { type StarterHead, yamlOf } from './write.js';

/**
 * Returns a small plan of a site of `brief.category` that lints without a finding: YAML with a comment on every line,
 * in the brief's language. It is made from what the pack asks of such a site, so that it follows the pack.
 */
export function starterPlan(brief: Brief, head: StarterHead): string {
  const { shape, rooms } = wholeProgramme(brief);
  const draw = { building, ground, hall, vehicle: hall }[shape];
  return yamlOf(brief, draw(brief, rooms), head);
}
