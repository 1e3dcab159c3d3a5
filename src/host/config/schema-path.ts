// The reference to the schema that a new plan starts with.

import type { Io } from '../io.js';
import { packagePath } from '../package.js';

const FILE = 'plan.schema.json';
const INSTALLED = 'node_modules/sitecam-lint/schemas';

/** Path of the schema, from the plan's folder, for a plan near which sitecam isn't installed: beside the plan. */
export const SCHEMA_BESIDE_PLAN = `./${FILE}`;

/**
 * Returns the value of `$schema=` for a plan at `plan`, such that the plan can be committed and opened elsewhere: never
 * a path that only this machine has.
 *
 * - Where sitecam is installed in the project, in this folder or one above: the relative path into node_modules, which
 *   is there for everybody who has installed the project.
 * - In a clone of sitecam itself: the relative path to its schemas.
 * - Otherwise (an offline archive, a global installation, npx): beside the plan, where `sitecam schema plan` can write
 *   it.
 */
export function schemaFor(plan: string, io: Io): string {
  const folder = plan.replace(/[^/\\]*$/, '') || './';
  const depth = io.real(folder).split(/[/\\]/).filter(Boolean).length;
  const own = io.real(packagePath('schemas'));
  for (let up = 0; up <= depth; up++) {
    const above = '../'.repeat(up);
    const reach = up === 0 ? './' : above;
    if (io.isFolder(`${folder}${above}${INSTALLED}`)) return `${reach}${INSTALLED}/${FILE}`;
    if (io.isFolder(`${folder}${above}schemas`) && io.real(`${folder}${above}schemas`) === own) {
      return `${reach}schemas/${FILE}`;
    }
  }
  return SCHEMA_BESIDE_PLAN;
}
