// Names of files as arguments and messages give them.

import { sep } from 'node:path';
import { basename } from '../../base/posix.js';
import { SITECAM_FILES } from '../../plan/file-names.js';
import { planFileText } from '../../plan/read/texts.js';
import type { PlanInput } from './types.js';

/** Endings of plan files, as messages list them. */
export const PLAN_ENDINGS = '.yaml, .yml, .json, .geojson';

/** True if the file with this real path bears one of the names in SITECAM_FILES, whatever link leads to it. */
export function hasSitecamName(real: string): boolean {
  const name = basename(slashed(real)).toLowerCase();
  return SITECAM_FILES.some((own) => own === name);
}

/** Returns the input, with a fault, for an argument that names a file of sitecam's (SITECAM_FILES) as if it were a plan. */
export function sitecamFileFault(path: string): PlanInput {
  return { path, fault: planFileText.ownFile({ file: path }) };
}

/**
 * Returns a path with `/` in place of the separator of this system. Elsewhere than on Windows `\` is part of a name and
 * stays.
 */
export function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
