// Entry point of the thread that suggests cameras for the live page, so that the server answers meanwhile.

import { parentPort, workerData } from 'node:worker_threads';
import { nothingSuggested, type ZoneSuggestion } from '../../features/suggest/report/zone.js';
import { type SuggestInput, suggestFor } from '../../live/suggest.js';
import { loadSolver } from '../suggest/solver.js';
import { sentenceOf, UsageError } from '../usage.js';
import type { SuggestReply } from './suggest.js';

async function answer(input: SuggestInput): Promise<ZoneSuggestion> {
  try {
    const solve = await loadSolver();
    return suggestFor(input, solve, () => performance.now());
  } catch (error) {
    if (error instanceof UsageError) return nothingSuggested(sentenceOf(error));
    throw error;
  }
}

answer(workerData as SuggestInput)
  .then((suggestion): SuggestReply => ({ suggestion }))
  .catch((error: unknown): SuggestReply => ({ fault: error instanceof Error ? (error.stack ?? '') : String(error) }))
  .then((reply) => parentPort?.postMessage(reply));
