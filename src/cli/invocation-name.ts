// Command name to show in advice, as the user started sitecam.
import type { Io } from '../host/io.js';

/**
 * Returns the command that starts sitecam as this user did: `sitecam`, or npx with its name. `local`: true if the
 * project has sitecam installed. If it hasn't, npx must get the package's name, or it would fetch another package
 * called sitecam.
 */
export function invocationName(env: Io['env'], local: boolean): string {
  if (env.npm_command !== 'exec') return 'sitecam';
  return local ? 'npx sitecam' : 'npx sitecam-lint';
}
