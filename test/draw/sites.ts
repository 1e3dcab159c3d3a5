import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPack } from '../../src/law/load.js';
import { lintPlan } from '../../src/lint/lint.js';
import type { Report } from '../../src/lint/types.js';

const SITES = fileURLToPath(new URL('../../fixtures/sites', import.meta.url));

/** Every plan of the eight sites, `bank-branch/plan.yaml`. */
export const PLANS: readonly string[] = readdirSync(SITES).flatMap((site) =>
  readdirSync(join(SITES, site))
    .filter((file) => /^(plan|violations)\.(yaml|geojson)$/.test(file))
    .map((file) => `${site}/${file}`),
);

/** A plan of the eight sites, judged on a fixed day; the path in the report is as given. */
export function reportOf(plan: string): Report {
  return reportOn(plan, (path) => {
    const file = join(SITES, path);
    return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined;
  });
}

/** A plan that is a text, judged on the same day. */
export function reportOfText(text: string): Report {
  return reportOn('plan.yaml', (path) => (path === 'plan.yaml' ? new TextEncoder().encode(text) : undefined));
}

function reportOn(path: string, read: (path: string) => Uint8Array | undefined): Report {
  const result = lintPlan(path, read, { pack: loadPack('nm-2017'), today: '2026-03-01' });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result;
}
