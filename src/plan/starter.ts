import { wholeProgramme } from './starter/asked.js';
import { building } from './starter/building.js';
import { ground } from './starter/ground.js';
import { hall } from './starter/hall.js';
import type { Brief } from './starter/types.js';
import { type Head, yamlOf } from './starter/write.js';

/**
 * A small plan of a site of `brief.category` that lints without a finding: YAML with a comment on every line, in the
 * brief's language. Made from what the pack asks such a site to show, so that it follows the pack.
 */
export function starterPlan(brief: Brief, head: Head): string {
  const { shape, rooms } = wholeProgramme(brief);
  const draw = { building, ground, hall, vehicle: hall }[shape];
  return yamlOf(brief, draw(brief, rooms), head);
}
