// The result for a plan on which sitecam itself failed.
import type { UnreadableReport } from '../types.js';

/** Code and message id of sitecam's own failure on a plan. */
export const INTERNAL_ERROR = 'engine/fault';

/** Returns the result for the plan at `path` on which sitecam itself failed. */
export function internalError(path: string): UnreadableReport {
  const message = { id: INTERNAL_ERROR, params: {} };
  return { ok: false, path, unreadable: [{ code: INTERNAL_ERROR, message, place: { path, pointer: '' } }], files: [] };
}

/** True if sitecam itself failed on the plan, so that the plan isn't at fault. */
export function isInternalError({ unreadable }: UnreadableReport): boolean {
  return unreadable.some(({ code }) => code === INTERNAL_ERROR);
}
