// What a page says if sitecam fails, or if its worker can't be loaded.
import { plainText } from '../render/escape.js';
import type { Words } from './page/words.js';

/**
 * Returns the sentence that tells the user what failed: sitecam, with `message`; or, if `message` is empty, loading
 * the script of the page's worker.
 */
export function failureIn(words: Words, message: string): string {
  return message === '' ? words('unloaded') : words('failed', { message: plainText(message) });
}
