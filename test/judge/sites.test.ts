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
    const start = performance.now();
    const said = [...answersOf(new Judge().judge(document)).values()];
    const took = performance.now() - start;
    const verdicts = outcomesOf({ main: 'plan.json', files: { 'plan.json': document } });
    const differences = said.flatMap((one) => {
      const difference = differs(one, verdicts);
      return difference === undefined ? [] : [`${one.about}: ${one.answer}, ${difference}`];
    });
    if (process.env.JUDGE_DEBUG) {
      const tally: Record<string, number> = {};
      for (const one of said) {
        const k = `${one.about.split(' ')[0]} ${one.answer}`;
        tally[k] = (tally[k] ?? 0) + 1;
      }
      console.log(
        site,
        plan,
        Math.round(took),
        tally,
        said
          .filter(({ answer }) => answer === 'unsure')
          .map((x) => x.about)
          .slice(0, 30)
          .join('; '),
      );
    }
    expect(differences).toEqual([]);
  });
});
