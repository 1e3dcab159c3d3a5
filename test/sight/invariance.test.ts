import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { loadPack } from '../../src/law/load.js';
import { lintPlan } from '../../src/lint/lint.js';
import { mirrored, moved, reversed, turned } from '../support/transform.js';

const SITES = fileURLToPath(new URL('../../fixtures/sites', import.meta.url));

const plans = readdirSync(SITES, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  // Geometry in a file of its own would have to be moved as well.
  .filter((path) => !readFileSync(join(SITES, path), 'utf8').includes('geometry:'))
  .sort();

const pack = loadPack('nm-2017');

function verdicts(doc: unknown): string[] {
  const bytes = new TextEncoder().encode(stringify(doc));
  const result = lintPlan('plan.yaml', (path) => (path === 'plan.yaml' ? bytes : undefined), {
    pack,
    today: '2026-03-01',
  });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result.verdicts.map(({ rule, subject, outcome }) => `${outcome} ${rule} ${subject}`).sort();
}

/** What a person would call the same plan, however it lies on the sheet and in whatever order it was written. */
const same = {
  'turned by 37°': (doc: Plan) => moved(doc, turned(37)),
  'turned by 211.3°, far from zero, in reverse': (doc: Plan) => reversed(moved(doc, turned(211.3, [7417.37, 4883.11]))),
  'turned over': (doc: Plan) => moved(doc, mirrored),
};

type Plan = Parameters<typeof moved>[0];

describe.each(plans)('%s', (path) => {
  const doc: Plan = parse(readFileSync(join(SITES, path), 'utf8'));
  const expected = verdicts(doc);

  it.each(Object.entries(same))('gets the same verdicts %s', (_, transform) => {
    expect(verdicts(transform(doc))).toEqual(expected);
  });
});
