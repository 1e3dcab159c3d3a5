// Writes edits into a file of a plan, if it is still the file that they were made for.

import { posix } from 'node:path';
import { sha256 } from '../../base/hash.js';
import type { Localized } from '../../i18n/locale.js';
import type { FileEdit, WriteRequest } from '../../live/files-protocol.js';
import { isRecord } from '../../plan/read/unknown.js';
import { applyEdits } from '../../source/edit/splice.js';
import { decode, withText } from '../../source/parse/decode.js';
import { OUTSIDE_FOLDER } from '../../source/parse/reading.js';
import { isWithin } from '../files/target.js';
import { UsageError } from '../usage.js';
import type { LivePlan } from './live-plan.js';
import { t } from './texts.js';

/**
 * Result of a request to write, with the HTTP status of its answer. 200: written, with the file's new SHA-256 in hex.
 * Otherwise nothing was written. 400: malformed. 403: the file may not be written. 409: it is gone or has changed.
 */
export type WriteResult =
  | { readonly status: 200; readonly sha256: string }
  | { readonly status: 400 | 403 | 409; readonly reason: Localized };

/** Makes all edits of a request in its file, or none. `request` is unchecked JSON, which should be a WriteRequest. */
export function writeEdits(plan: LivePlan, request: unknown): WriteResult {
  if (plan.readOnly) return { status: 403, reason: t.readOnly };
  if (!isWriteRequest(request)) return { status: 400, reason: t.badRequest };
  const { path, edits } = request;
  if (!plan.has(path)) return { status: 403, reason: t.notOfPlan({ path }) };
  // The name of the plan itself may lead anywhere when it is read, but not when it is written.
  const real = plan.io.real(path);
  if (!isWithin(plan.io.real(posix.dirname(plan.path)), real)) return { status: 403, reason: t.outside({ path }) };
  const was = plan.read(path);
  if (was === OUTSIDE_FOLDER) return { status: 403, reason: t.outside({ path }) };
  if (was === undefined) return { status: 409, reason: t.gone({ path }) };
  if (sha256(was) !== request.sha256) return { status: 409, reason: t.changed({ path }) };
  const text = decode(was);
  if (!text.ok) return { status: 403, reason: t.notText({ path }) };
  const now = edited(text.text, edits);
  if (now === undefined) return { status: 400, reason: t.badRequest };
  const bytes = withText(was, now);
  try {
    const io = plan.io.again();
    io.read(path);
    io.amend([{ path, was, bytes }], plan.path);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const after = plan.read(path);
    const isSame = after !== undefined && after !== OUTSIDE_FOLDER && sha256(after) === request.sha256;
    return isSame ? { status: 403, reason: error.text } : { status: 409, reason: t.changed({ path }) };
  }
  return { status: 200, sha256: sha256(bytes) };
}

/** Returns the text with the edits applied; undefined if they overlap or lie beyond it. */
function edited(text: string, edits: readonly FileEdit[]): string | undefined {
  if (edits.some(({ from, to }) => from < 0 || to < from || to > text.length)) return undefined;
  const inOrder = edits.toSorted((a, b) => a.from - b.from || a.to - b.to);
  if (inOrder.some(({ from }, index) => index > 0 && from < inOrder[index - 1].to)) return undefined;
  return applyEdits(
    text,
    edits.map((edit) => ({ ...edit, path: '' })),
  );
}

function isWriteRequest(value: unknown): value is WriteRequest {
  if (!isRecord(value) || typeof value.path !== 'string' || typeof value.sha256 !== 'string') return false;
  return Array.isArray(value.edits) && value.edits.every(isEdit);
}

function isEdit(value: unknown): value is FileEdit {
  if (!isRecord(value) || typeof value.text !== 'string') return false;
  return [value.from, value.to].every(Number.isSafeInteger);
}
