// Names of plan files and of sitecam's own files.

import { sep } from 'node:path';
import { planFileText } from '../../plan/read/texts.js';
import type { PlanInput } from './types.js';

/** Matches the endings of plan files. */
export const PLAN_ENDING = /\.(?:ya?ml|(?:geo)?json)$/i;

/** Matches names that say that a file is a plan, whatever is in it: hotel.sitecam.yaml. Its geometry may be beside it. */
const PLAN_NAME = /[^/\\]\.sitecam\.(?:ya?ml|json)$/i;

/** True if a file, by its name, is meant to be a plan. Others are told by their keys. */
export function isNamedPlan(path: string): boolean {
  return PLAN_NAME.test(path) && !isSitecamFile(path);
}

/** Endings of plan files, as messages list them. */
export const PLAN_ENDINGS = '.yaml, .yml, .json, .geojson';

/** Names of sitecam's own files, which hold for the plans of their folder and of those below it. */
export const SITECAM_FILES = [
  'sitecam.config.yaml',
  'sitecam.config.yml',
  'sitecam.waivers.yaml',
  'sitecam.waivers.yml',
  'sitecam.decisions.yaml',
  'sitecam.decisions.yml',
  'sitecam.baseline.json',
] as const;

/** True if a file, by its name, is one of sitecam's own (configuration, waivers, baseline) and so never a plan. */
export function isSitecamFile(path: string): boolean {
  const name = fileName(path).toLowerCase();
  return SITECAM_FILES.some((own) => own === name) || name.endsWith('.baseline.json');
}

/** True if the file with this real path bears one of the names in SITECAM_FILES, whatever link leads to it. */
export function hasSitecamName(real: string): boolean {
  const name = fileName(slashed(real)).toLowerCase();
  return SITECAM_FILES.some((own) => own === name);
}

/** Returns the last part of a path with `/`. */
function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Returns the fault for one of sitecam's own files that was named as a plan. */
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
