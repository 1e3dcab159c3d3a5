import { createRequire } from 'node:module';

/** Version of sitecam, from its package.json. */
export function version(): string {
  const manifest: { version: string } = createRequire(import.meta.url)('../../package.json');
  return manifest.version;
}
