import { building } from './building.js';
import { ground } from './ground.js';
import { hall } from './hall.js';
import type { Brief } from './types.js';
import { wholeProgramme } from './whole-programme.js';
import { type StarterHead, yamlOf } from './write.js';

/**
 * A small plan of a site of `brief.category` that lints without a finding: YAML with a comment on every line, in the
 * brief's language. Made from what the pack asks such a site to show, so that it follows the pack.
 */
export function starterPlan(brief: Brief, head: StarterHead): string {
  const { shape, rooms } = wholeProgramme(brief);
  const draw = { building, ground, hall, vehicle: hall }[shape];
  return yamlOf(brief, draw(brief, rooms), head);
}
