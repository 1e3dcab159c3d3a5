import { sep } from 'node:path';
import type { PlanInput } from './types.js';

/** What plans end in. */
export const PLAN_ENDING = /\.(?:ya?ml|(?:geo)?json)$/i;

/** The same, as messages say it. */
export const PLAN_ENDINGS = '.yaml, .yml, .json, .geojson';

/** sitecam's own files, which hold for the plans of their folder and of those below it. */
export const SITECAM_FILES = [
  'sitecam.config.yaml',
  'sitecam.config.yml',
  'sitecam.waivers.yaml',
  'sitecam.waivers.yml',
  'sitecam.baseline.json',
] as const;

/** Whether a file is sitecam's own (configuration, waivers, baseline), by its name: never a plan. */
export function isSitecamFile(path: string): boolean {
  const name = fileName(path).toLowerCase();
  return SITECAM_FILES.some((own) => own === name) || name.endsWith('.baseline.json');
}

/** Whether a file bears one of OWN_NAMES itself, whatever leads to it. */
export function hasSitecamName(real: string): boolean {
  const name = fileName(slashed(real)).toLowerCase();
  return SITECAM_FILES.some((own) => own === name);
}

/** The last part of a path as shown. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** sitecam's own file where a plan was asked for. */
export function sitecamFileFault(path: string): PlanInput {
  return { path, fault: { id: 'source/own-file', params: { file: path } } };
}

/** A path with `/`, on machines where folders are divided by something else; elsewhere `\\` is part of a name. */
export function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
