// The run of `sitecam lsp`: serves an editor until it ends the connection.
import { dayOf } from '../../../host/config/day.js';
import type { PlanFlags } from '../../../host/config/lint-options.js';
import type { ExitCode, Io } from '../../../host/io.js';
import { serveEditor } from '../../../host/lsp/server.js';
import type { Locale } from '../../../i18n/locale.js';

interface LspFlags extends PlanFlags {
  readonly lang?: Locale;
  readonly stdio?: true;
  readonly clientProcessId?: string;
}

/**
 * Serves an editor until it ends the connection, then returns 0. `usual` is the language of texts if neither `--lang`
 * nor the editor names one.
 */
export async function lspCommand(
  { lang, stdio: _, clientProcessId: __, ...flags }: LspFlags,
  io: Io,
  usual: Locale,
): Promise<ExitCode> {
  // A day that is none is told to whoever starts the server, not to whoever types.
  dayOf(flags.today, io);
  await serveEditor({ flags, locale: lang, usual });
  return 0;
}
