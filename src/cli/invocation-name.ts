import type { Io } from '../host/io.js';

/**
 * How the person who is reading runs sitecam: its name, or through npx where that is how it was run now. `local`: whether
 * it is installed in this project; where it isn't, npx must be told the package, or it would fetch another one of that name.
 */
export function invocationName(env: Io['env'], local: boolean): string {
  if (env.npm_command !== 'exec') return 'sitecam';
  return local ? 'npx sitecam' : 'npx sitecam-lint';
}
