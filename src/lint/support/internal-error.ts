import type { UnreadableReport } from '../types.js';

/** Code, and message, of a plan on which sitecam itself failed. */
export const INTERNAL_ERROR = 'engine/fault';

/** What stands in the place of the verdicts on a plan on which sitecam itself failed. */
export function internalError(path: string): UnreadableReport {
  const message = { id: INTERNAL_ERROR, params: {} };
  return { ok: false, path, unreadable: [{ code: INTERNAL_ERROR, message, place: { path, pointer: '' } }], files: [] };
}

export function isInternalError({ unreadable }: UnreadableReport): boolean {
  return unreadable.some(({ code }) => code === INTERNAL_ERROR);
}
