// Copies the sources like a fresh checkout.
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Files that no checkout has, and tests, from which nothing is built. */
const LEFT = /^(\.git|node_modules|dist|test)$|\.tgz/;

/** Copies the sources into a folder as a checkout would have them: nothing installed, nothing built. */
export function checkOut(folder: string): void {
  for (const name of readdirSync('.')) {
    if (!LEFT.test(name)) cpSync(name, join(folder, name), { recursive: true });
  }
}
