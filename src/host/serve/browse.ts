// Opens an address in the user's browser.

import { createRequire } from 'node:module';
import type { Io } from '../io.js';

const load = createRequire(import.meta.url);

/** Programs that open an address in the browser that the user has chosen, by the platform. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [program: string, ...args: string[]]>>> = {
  darwin: ['open'],
  // `start` takes its first argument in quotes for a title.
  win32: ['cmd', '/c', 'start', '""'],
};

/** Opens an address in the user's browser, which goes on when this process ends. Calls `failed` if that can't be done. */
export const browse: Io['browse'] = (address, failed) => {
  const { spawn }: typeof import('node:child_process') = load('node:child_process');
  const [program, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  const opener = spawn(program, [...args, address], { detached: true, stdio: 'ignore', windowsHide: true });
  let isOver = false;
  const over = (code: number | null): void => {
    if (!isOver && code !== 0) failed();
    isOver = true;
  };
  opener.on('error', () => over(null));
  opener.on('exit', over);
  opener.unref();
};
