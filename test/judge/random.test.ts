import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Keys, readSite } from '../mutations/edit.js';
import { flattened } from '../mutations/flatten.js';
import { outcomesOf } from '../mutations/lint.js';
import { mutated } from '../mutations/random.js';
import { answersOf, differs, type Said } from './compare.js';
import { Judge } from './judge.js';

/**
 * Random edits of the plans of all sites. Wherever the judge sees that something harmless became harmful, sitecam must not
 * pass it; and wherever it is sure, sitecam must agree.
 *
 * By hand: `SITECAM_LONG=1` for 5,000, `SITECAM_SEEDS=1-500` for these.
 */
const LONG = process.env.SITECAM_LONG === '1';
const [FIRST, LAST] = (process.env.SITECAM_SEEDS ?? (LONG ? '1-5000' : '1-200')).split('-').map(Number);

interface Base {
  readonly site: string;
  readonly document: Keys;
  readonly judge: Judge;
  readonly before: ReadonlyMap<string, Said>;
}

const bases = new Map<string, Base>();
const sites = readdirSync(new URL('../../fixtures/sites', import.meta.url));

function baseOf(site: string): Base {
  const known = bases.get(site);
  if (known !== undefined) return known;
  const document = flattened(readSite(site, site === 'residential-compound' ? 'plan.geojson' : 'plan.yaml'));
  const judge = new Judge();
  const base = { site, document, judge, before: answersOf(judge.judge(document, true)) };
  bases.set(site, base);
  return base;
}

const verdictsOn = (document: Keys) => outcomesOf({ main: 'plan.json', files: { 'plan.json': document } });

it('notices every random mutation in which the judge sees a change', () => {
  const tally = { mutations: 0, worse: 0, noticed: 0, better: 0, followed: 0, questions: 0, unsure: 0, elsewhere: 0 };
  const differences: string[] = [];
  for (let seed = FIRST; seed <= LAST; seed++) {
    const { site, document, judge, before } = baseOf(sites[seed % sites.length]);
    const { document: after, what } = mutated(document, seed);
    const judged = judge.judge(after);
    const said = [...answersOf(judged).values()];
    const verdicts = verdictsOn(after);
    tally.mutations++;
    tally.elsewhere += judged.elsewhere;
    let [worse, noticed, better, followed] = [false, true, false, true];
    for (const one of said) {
      const was = before.get(one.about)?.answer ?? 'none';
      const difference = differs(one, verdicts);
      tally.questions++;
      if (one.answer === 'unsure') tally.unsure++;
      if (one.answer === 'harm' && was === 'none') {
        worse = true;
        noticed &&= difference === undefined;
      }
      if (one.answer === 'none' && was === 'harm') {
        better = true;
        followed &&= difference === undefined;
      }
      if (difference !== undefined)
        differences.push(`seed ${seed}, ${site}, ${what}: ${one.about} ${was} -> ${one.answer}, ${difference}`);
    }
    if (worse) tally.worse++;
    if (worse && noticed) tally.noticed++;
    if (better) tally.better++;
    if (better && followed) tally.followed++;
    if (LONG && seed % 50 === 0)
      console.info(`${seed} ${JSON.stringify(tally)} ${differences.length}\n${differences.slice(-20).join('\n')}`);
  }
  if (LONG) console.info(JSON.stringify(tally), differences.join('\n'));
  expect(differences).toEqual([]);
  expect(tally.noticed).toBe(tally.worse);
  expect(tally.worse).toBeGreaterThan((LAST - FIRST) / 20);
}, 36_000_000);
