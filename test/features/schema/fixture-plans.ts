// The plans of fixtures/ that can be read, with the words in them that mean no kind, category or role.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { compose } from '../../../src/law/compose.js';
import { allPacks } from '../../../src/law/load.js';
import type { Site } from '../../../src/plan/model.js';
import { readPlan } from '../../../src/plan/read/read.js';

/** A readable YAML plan. */
export interface FixturePlan {
  readonly path: string;
  readonly text: string;
  /** What the text says, unread. */
  readonly value: unknown;
  readonly site: Site;
  /** Pointers to words in its own file that no law knows, as the reader says. */
  readonly unknown: readonly string[];
}

const packs = allPacks();
const pack = compose(packs);

/** Returns the site of a plan; undefined if it can't be read. */
export function siteRead(path: string, text: string): Site | undefined {
  const result = readPlan(
    path,
    (name) => {
      if (name === path) return new TextEncoder().encode(text);
      return existsSync(name) && statSync(name).isFile() ? readFileSync(name) : undefined;
    },
    { pack },
  );
  return result.ok ? result.site : undefined;
}

/** Returns the pointers to words in the plan's own file that no law knows. */
export function unknownWords({ faults, files: [own] }: Site): string[] {
  const pointers = faults.flatMap(({ message: { id }, rule, place: { path, pointer = '' } }) =>
    path === own?.path && UNKNOWN.has(`${rule} ${id}`) ? [pointer] : [],
  );
  return [...new Set(pointers)].sort();
}

const UNKNOWN = new Set([
  'plan/unknown-kind zone',
  'plan/unknown-kind opening',
  'plan/unknown-kind device',
  'plan/unknown-category category',
  'plan/unknown-role zone',
  'plan/unknown-role absent',
  'plan/unknown-version version',
]);

/** Returns all of them, in the order of their paths. */
export function fixturePlans(): readonly FixturePlan[] {
  return readdirSync('fixtures', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .flatMap((name) => {
      const path = join('fixtures', name);
      const text = readFileSync(path, 'utf8');
      const site = /^["']?sitecam["']?:/m.test(text) ? siteRead(path, text) : undefined;
      return site === undefined
        ? []
        : [{ path, text, site, value: parse(text) as unknown, unknown: unknownWords(site) }];
    });
}
