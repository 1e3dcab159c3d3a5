// The result for a plan on which sitecam itself failed.
import { problemOf } from '../../source/problem.js';
import { engineText } from '../notes/texts.js';
import type { UnreadableReport } from '../types.js';

/** Code and message id of sitecam's own failure on a plan. */
export const INTERNAL_ERROR = 'engine/fault';

/** Returns the result for the plan at `path` on which sitecam itself failed. */
export function internalError(path: string): UnreadableReport {
  return { ok: false, path, unreadable: [problemOf(engineText.fault, path)], files: [] };
}

/** True if sitecam itself failed on the plan, so that the plan isn't at fault. */
export function isInternalError({ unreadable }: UnreadableReport): boolean {
  return unreadable.some(({ code }) => code === INTERNAL_ERROR);
}
