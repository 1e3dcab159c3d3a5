import type main = require('./main.js');

const [asked, ...others] = process.argv.slice(2);

// Scripts and editors ask for the version and wait for it: it needs nothing else of sitecam.
if (others.length === 0 && (asked === '--version' || asked === '-V')) {
  const manifest: { readonly version: string } = require('../../package.json');
  process.stdout.on('error', () => {
    process.exitCode = 2;
  });
  process.stdout.write(`${manifest.version}\n`);
} else {
  const { load }: typeof import('./load.cjs') = require('./load.cjs');
  const { run } = load('main.cjs') as typeof main;
  // A process that ends before the run does, because nothing is left to wait for, has found nothing right.
  process.exitCode = 70;
  run().then((code) => {
    process.exitCode = code;
  });
}
