import type { UnreadableReport } from '../types.js';

/** Code, and message, of a plan on which sitecam itself failed. */
export const OWN_FAULT = 'engine/fault';

/** What stands in the place of the verdicts on a plan on which sitecam itself failed. */
export function ownFault(path: string): UnreadableReport {
  const message = { id: OWN_FAULT, params: {} };
  return { ok: false, path, unreadable: [{ code: OWN_FAULT, message, place: { path, pointer: '' } }], files: [] };
}

export function isOwnFault({ unreadable }: UnreadableReport): boolean {
  return unreadable.some(({ code }) => code === OWN_FAULT);
}
