// What every bundle for browsers of our sources is made with.
import { fileURLToPath } from 'node:url';

/**
 * What such a bundle has in the place of packages: under the LGPL, geojson-validation is no part of any. Those who bundle the
 * published package are told the same by `browser` in dist/bundle/package.json (rolldown.config.js).
 */
export const BROWSER_ALIAS = {
  'geojson-validation': fileURLToPath(new URL('../../src/plan/read/geojson-form.ts', import.meta.url)),
};
