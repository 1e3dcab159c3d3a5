// What browsers load from the server: the page, its scripts and its style sheet. None of it holds anything of a plan.

import { readFileSync } from 'node:fs';
import type { Locale } from '../../i18n/locale.js';
import { attempt } from '../files/refusal.js';
import { packagePath } from '../package.js';

/** Content and MIME type of a file of the page. */
export interface PageFile {
  readonly type: string;
  readonly text: string;
}

/** Folder of the package where the build puts the scripts. */
const FOLDER = 'dist/page';

const SCRIPT = 'text/javascript; charset=utf-8';

/** Files of the page by their addresses, besides the page itself. */
const FILES: Readonly<Record<string, string>> = {
  '/client.js': SCRIPT,
  '/worker.js': SCRIPT,
  '/style.css': 'text/css; charset=utf-8',
};

/** True if the page has a file of this address, the path of a URL such as `/` or `/client.js`. */
export function isPageFile(address: string): boolean {
  return address === '/' || Object.hasOwn(FILES, address);
}

/** Returns the file of the page at an address that `isPageFile` takes, or undefined if the build hasn't made it. */
export function pageFile(address: string, locale: Locale): PageFile | undefined {
  if (address === '/') return { type: 'text/html; charset=utf-8', text: shell(locale) };
  const text = attempt(() => readFileSync(packagePath(`${FOLDER}${address}`), 'utf8'));
  return text === undefined ? undefined : { type: FILES[address], text };
}

/** Returns the page, in which the client draws. Its icon is none, so that browsers don't ask for one. */
function shell(locale: Locale): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>sitecam</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="style.css">
</head>
<body>
<div id="app"></div>
<script src="client.js"></script>
</body>
</html>
`;
}
