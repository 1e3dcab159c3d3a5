import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What no checkout holds, and what nothing is built from. */
const LEFT = /^(\.git|node_modules|dist|test)$|\.tgz/;

/** Copies the sources at hand into a folder, as a checkout of them would be: nothing installed, nothing built. */
export function checkOut(folder: string): void {
  for (const name of readdirSync('.')) {
    if (!LEFT.test(name)) cpSync(name, join(folder, name), { recursive: true });
  }
}
