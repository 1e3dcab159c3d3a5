// Names of plan files and of sitecam's own files.
import { basename } from '../base/posix.js';

/** Matches the endings of plan files. */
export const PLAN_ENDING = /\.(?:ya?ml|(?:geo)?json)$/i;

/** Matches the endings of drawings and building models, of which an import makes plans. */
export const DRAWING_ENDING = /\.(?:dxf|dwg|ifc|ifczip)$/i;

/** Matches names that say that a file is a plan, whatever is in it: hotel.sitecam.yaml. Its geometry may be beside it. */
const PLAN_NAME = /[^/\\]\.sitecam\.(?:ya?ml|json)$/i;

/**
 * True if a file's name says that it is a plan, as hotel.sitecam.yaml does. Whether another file is a plan shows in its
 * keys.
 */
export function isNamedPlan(path: string): boolean {
  return PLAN_NAME.test(path) && !isSitecamFile(path);
}

/**
 * Names of the files that set how the plans of their folder, and of those below it, are judged: configuration, waivers,
 * decisions, baseline.
 */
export const TERM_FILES = [
  'sitecam.config.yaml',
  'sitecam.config.yml',
  'sitecam.waivers.yaml',
  'sitecam.waivers.yml',
  'sitecam.decisions.yaml',
  'sitecam.decisions.yml',
  'sitecam.baseline.json',
] as const;

/** Names of sitecam's own files, which hold for the plans of their folder and of those below it. */
export const SITECAM_FILES = [...TERM_FILES, 'sitecam.suggest.yaml', 'sitecam.suggest.yml'] as const;

/** True if a file, by its name, is one of sitecam's own (configuration, waivers, baseline and the like) and so never a plan. */
export function isSitecamFile(path: string): boolean {
  const name = basename(path).toLowerCase();
  return SITECAM_FILES.some((own) => own === name) || name.endsWith('.baseline.json');
}
