// Words that a command prints in a single place. Below cli/ texts stand in catalogues.
import { inLocale, type Locale } from '../i18n/locale.js';

/** Returns `zh` or `en` by locale. */
export function say(locale: Locale, zh: string, en: string): string {
  return inLocale({ zh, en }, locale);
}
