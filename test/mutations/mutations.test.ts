import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Documents, type Edit, edited, LISTS, readSite } from './edit.js';
import { outcomesOf } from './lint.js';

/**
 * Mutations of the good plan of every site, and the verdicts that each ought to change. The lists were written before any
 * of them was run; where one turned out to be wrong, the reason stands beside it (`corrected`).
 */
interface Mutation {
  readonly what: string;
  /** Edits that set the stage. */
  readonly given?: readonly Edit[];
  readonly edits: readonly Edit[];
  /** `rule subject old -> new`; `absent` where there is no such verdict. */
  readonly changes: readonly string[];
  /** Why what was expected at first isn't what the law or the geometry says. */
  readonly corrected?: string;
}

const sites = readdirSync(LISTS).map((file) => ({ site: basename(file, '.yaml'), file: join(LISTS, file) }));

describe.each(sites)('$site', ({ site, file }) => {
  const mutations: Mutation[] = parse(readFileSync(file, 'utf8'));
  const plan = readSite(site, site === 'residential-compound' ? 'plan.geojson' : 'plan.yaml');

  it.each(mutations)('$what', ({ given = [], edits, changes }) => {
    const stage = given.length === 0 ? plan : edited(plan, given);
    const after = edited(stage, edits);
    expect(changes.map((change) => became(change, stage, after))).toEqual(changes);
  });

  it('has a dozen mutations, each with a verdict that changes', () => {
    expect(mutations.length).toBeGreaterThanOrEqual(12);
    expect(mutations.filter(({ changes }) => changes.length === 0)).toEqual([]);
  });
});

/** The change as it is: the same words where it is the one expected. */
function became(change: string, before: Documents, after: Documents): string {
  const [rule = '', subject = ''] = change.split(' ');
  const of = (documents: Documents) => outcomesOf(documents).get(`${rule} ${subject}`) ?? 'absent';
  return `${rule} ${subject} ${of(before)} -> ${of(after)}`;
}

it('has a list for every site', () => {
  const folders = readdirSync(join(LISTS, '../../../fixtures/sites'));
  expect(sites.map(({ site }) => site)).toEqual(folders.sort());
});
