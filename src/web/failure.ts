// What a page says if sitecam fails, or if its worker can't be loaded.
import { plainText } from '../render/escape.js';
import type { Words } from './page/words.js';

/** Returns the sentence on a failure; with an empty message, on a script of the worker that can't be loaded. */
export function failureIn(words: Words, message: string): string {
  return message === '' ? words('unloaded') : words('failed', { message: plainText(message) });
}
