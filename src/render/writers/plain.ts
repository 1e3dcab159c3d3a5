// Writes a document as plain text: for the bodies of JUnit and GitLab reports and for an editor's hover.
import type { Locale } from '../../i18n/locale.js';
import type { Document } from '../document.js';
import { writeTerminal } from './terminal.js';

/** Returns documents as text without colours, links and wrapping. */
export function writePlain(documents: readonly Document[], { locale }: { readonly locale: Locale }): string {
  return writeTerminal(documents, { locale, colour: false });
}
