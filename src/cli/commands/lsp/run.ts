// The run of `sitecam lsp`: serves an editor until it ends the connection.
import type { TermFlags } from '../../../host/config/terms.js';
import type { ExitCode } from '../../../host/io.js';
import { serveEditor } from '../../../host/lsp/server.js';
import type { Locale } from '../../../i18n/locale.js';

interface LspFlags extends TermFlags {
  readonly today?: string;
  readonly lang?: Locale;
  readonly stdio?: true;
}

/** Serves an editor. Returns 0 when it has ended the connection. */
export async function lspCommand({ lang, stdio: _, ...flags }: LspFlags, usual: Locale): Promise<ExitCode> {
  await serveEditor({ flags, locale: lang, usual });
  return 0;
}
