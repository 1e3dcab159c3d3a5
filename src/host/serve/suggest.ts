// The server's side of the thread that suggests cameras: one question at a time, and none that nobody waits for.

import { Worker } from 'node:worker_threads';
import { ConfigurationError } from '../../config/error.js';
import type { ZoneSuggestion } from '../../features/suggest/report/zone.js';
import { bothLanguages, type Localized } from '../../i18n/locale.js';
import { bytesOf, type LiveState, type SuggestRequest } from '../../live/files-protocol.js';
import type { CatalogueFile, SuggestInput } from '../../live/suggest.js';
import { isRecord } from '../../plan/read/unknown.js';
import type { ReadFlags } from '../config/limits.js';
import { catalogueFile } from '../config/suggest/catalogue.js';
import { TermsFault } from '../config/terms-fault.js';
import { sentenceOf, UsageError } from '../usage.js';
import type { LivePlan } from './live-plan.js';
import { t } from './texts.js';

/**
 * Result of a request for cameras, with the HTTP status of its answer. 200: a suggestion. 400: malformed. 409: the page shows
 * other files than the disk has, the plan's terms can't be used, or the page stopped waiting or made another request.
 */
export type SuggestResult =
  | { readonly status: 200; readonly suggestion: ZoneSuggestion }
  | { readonly status: 400 | 409; readonly reason: Localized };

/** Reply of the thread that suggests cameras: a suggestion, or the text of an error in sitecam. */
export type SuggestReply = { readonly suggestion: ZoneSuggestion } | { readonly fault: string };

/** Suggests cameras for zones of a plan, in a thread of its own: the server answers meanwhile. */
export class Suggestions {
  private last = new AbortController();

  /** @param flags options of the run that say where a catalogue may lie */
  constructor(
    private readonly plan: LivePlan,
    private readonly flags: Pick<ReadFlags, 'root'>,
  ) {}

  /** Answers a request, any JSON. A later one calls it off. Rejects if sitecam itself has a fault. */
  async answer(request: unknown, signal: AbortSignal): Promise<SuggestResult> {
    if (!isSuggestRequest(request)) return { status: 400, reason: t.badQuestion };
    this.last.abort();
    const own = new AbortController();
    this.last = own;
    const state = await this.plan.state();
    if (state.unjudged !== undefined) return { status: 409, reason: state.unjudged.unreadable[0]?.message ?? t.fault };
    const other = otherThan(request.files, state);
    if (other !== undefined) return { status: 409, reason: t.otherFile({ path: other }) };
    const catalogue = this.catalogue();
    if ('zh' in catalogue)
      return { status: 200, suggestion: { texts: [bothLanguages(catalogue)], premises: [], cameras: [] } };
    const { path, files, options } = state;
    const { zone, goal, changes } = request;
    const bytes = files.flatMap((file) => {
      const own = bytesOf(file);
      return own === undefined ? [] : [[file.path, own] as const];
    });
    return solved(
      { path, files: new Map(bytes), options, zone, goal, changes, catalogue: catalogue.file },
      AbortSignal.any([signal, own.signal]),
    );
  }

  /** Ends what is being worked out. */
  close(): void {
    this.last.abort();
  }

  private catalogue(): { readonly file: CatalogueFile | undefined } | Localized {
    try {
      return { file: catalogueFile(this.plan.path, this.flags, this.plan.io) };
    } catch (error) {
      const cause = error instanceof TermsFault ? error.cause : error;
      if (cause instanceof UsageError) return sentenceOf(cause);
      if (cause instanceof ConfigurationError && cause.problems[0] !== undefined) return cause.problems[0].message;
      throw error;
    }
  }
}

/** Returns a file of the plan that isn't the one that the page shows; undefined if there is none. */
function otherThan(hashes: SuggestRequest['files'], { files }: LiveState): string | undefined {
  return files.find((file) => ('sha256' in file ? file.sha256 : undefined) !== hashes[file.path])?.path;
}

function solved(input: SuggestInput, signal: AbortSignal): Promise<SuggestResult> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return resolve({ status: 409, reason: t.calledOff });
    const worker = new Worker(new URL('./suggest-worker.js', import.meta.url), { workerData: input });
    const end = (): void => void worker.terminate();
    const callOff = (): void => {
      resolve({ status: 409, reason: t.calledOff });
      end();
    };
    signal.addEventListener('abort', callOff, { once: true });
    worker.once('error', reject);
    worker.once('message', (reply: SuggestReply) => {
      if ('fault' in reply) reject(new Error(reply.fault));
      else resolve({ status: 200, suggestion: reply.suggestion });
      end();
    });
    worker.once('exit', () => signal.removeEventListener('abort', callOff));
  });
}

function isSuggestRequest(value: unknown): value is SuggestRequest {
  if (!isRecord(value) || typeof value.zone !== 'string' || !Array.isArray(value.changes)) return false;
  if (value.goal !== undefined && value.goal !== 'law' && value.goal !== 'criterion') return false;
  return isRecord(value.files) && value.changes.every(isRecord);
}
