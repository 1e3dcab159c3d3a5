import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSite } from '../mutations/edit.js';
import { flattened } from '../mutations/flatten.js';
import { outcomesOf } from '../mutations/lint.js';
import { answersOf, differs } from './compare.js';
import { Judge } from './judge.js';

const sites = readdirSync(new URL('../../fixtures/sites', import.meta.url));
const plans = sites.flatMap((site) => {
  const type = site === 'residential-compound' ? 'geojson' : 'yaml';
  return ['plan', 'violations'].map((name) => ({ site, plan: `${name}.${type}` }));
});

describe.each(plans)('$site/$plan', ({ site, plan }) => {
  it('is judged as sitecam judges it', () => {
    const document = flattened(readSite(site, plan));
    const said = [...answersOf(new Judge().judge(document)).values()];
    const verdicts = outcomesOf({ main: 'plan.json', files: { 'plan.json': document } });
    const differences = said.flatMap((one) => {
      const difference = differs(one, verdicts);
      return difference === undefined ? [] : [`${one.about}: ${one.answer}, ${difference}`];
    });
    expect(differences).toEqual([]);
  });
});
