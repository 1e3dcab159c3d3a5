// How a worker answers: each message in its turn, a fault of sitecam's as its text.
import type { Tell } from './messages.js';

/**
 * Makes the worker in which it is called answer each message with what `answerTo` returns, one after the other. An
 * exception becomes a `fault` answer. `Ask`: the messages that it gets.
 */
export function answering<Ask>(answerTo: (ask: Ask) => Tell | Promise<Tell>): void {
  let last: Promise<void> = Promise.resolve();
  const answer = async (ask: Ask) => {
    try {
      postMessage(await answerTo(ask));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      postMessage({ tell: 'fault', message } satisfies Tell);
    }
  };
  addEventListener('message', ({ data }: MessageEvent<Ask>) => {
    last = last.then(() => answer(data));
  });
}
