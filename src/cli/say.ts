// Words that a command prints in a single place. Below cli/ texts stand in catalogues.
import { type Locale, render } from '../i18n/locale.js';

/** Returns `zh` or `en` by locale. */
export function say(locale: Locale, zh: string, en: string): string {
  return render({ zh, en }, locale);
}
